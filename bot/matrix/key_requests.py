"""Keys that went astray: asked for from who wrote, and given again to who may have them."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import structlog

from bot.matrix.book import Book
from bot.matrix.client import HardenedClient
from bot.matrix.events import Envelope, an_id
from bot.matrix.given import Given
from bot.matrix.http import NoAnswer
from bot.matrix.keys import Keys
from bot.matrix.members import ask_for_members
from bot.matrix.olm import Wanted
from bot.matrix.reading import a_mapping

MEGOLM = "m.megolm.v1.aes-sha2"
MOST_AT_ONCE = 50

log = structlog.get_logger(__name__)


class Request(NamedTuple):
    """Somebody's device asks for the key of a session."""

    user: str
    device: str
    room_id: str
    session_id: str


class KeyRequests:
    """Asks for keys, and answers who asks us.

    Given are keys of sessions of our own only, that we ourselves gave this person before, and only while the person
    is in the room: so a request never brings anybody more than what was meant for them. Each device gets it once.
    All of that is remembered over a restart: a device that is new now may miss what was said before it (T23).
    """

    def __init__(self, client: HardenedClient, keys: Keys, book: Book) -> None:
        self._client = client
        self._keys = keys
        self._book = book
        self._given = Given(client)
        self._open = dict.fromkeys(Request(*each) for each in self._given.asked())

    def note_given(self, room_id: str, session_id: str, users: Iterable[str]) -> None:
        """Note whom a session of our own was shared with."""
        self._given.note_all(room_id, session_id, [(user,) for user in users])

    def note(self, messages: Iterable[object]) -> None:
        """Note the requests among what other devices sent to ours."""
        for message in messages:
            request = _request(message)
            if request is None:
                continue
            if a_mapping(a_mapping(message).get("content")).get("action") != "request":
                self._close(request)
            elif self._was_given(request) and len(self._open) < MOST_AT_ONCE:
                self._given.ask(request)
                self._open[request] = None

    async def answer(self) -> None:
        """Give keys to who asked for them and may have them.

        Raises:
            Trouble: the homeserver did not answer; the rest is done next time.
        """
        for request in list(self._open):
            if await self._may_have(request):
                if request.device not in self._client.device_store[request.user]:
                    # It may have come since we last asked.
                    self._keys.note_changes({request.user}, ())
                await self._keys.learn({request.user})
                await self._give(request)
            self._close(request)

    async def ask(self, room_id: str, event: Envelope) -> None:
        """Ask the device that an event came from, or all of its sender's if it does not say, for the event's key.

        Raises:
            Trouble: the homeserver did not answer.
        """
        session_id, sender_key = event.content.get("session_id"), event.content.get("sender_key")
        if event.content.get("algorithm") != MEGOLM or not isinstance(session_id, str):
            return
        self._client.crypto.wanted[session_id] = Wanted(room_id, event.sender)
        device = event.content.get("device_id")
        body = {"algorithm": MEGOLM, "room_id": room_id, "session_id": session_id}
        if isinstance(sender_key, str):
            body["sender_key"] = sender_key
        own = self._client.device_id or ""
        content = {
            "action": "request",
            "body": body,
            "requesting_device_id": own,
            # The same request has the same name, however often it is made.
            "request_id": hashlib.sha256(f"{own}\x1f{room_id}\x1f{session_id}".encode()).hexdigest()[:32],
        }
        whom = device if isinstance(device, str) and 0 < len(device) < 256 else "*"
        await self._keys.send_to_devices("m.room_key_request", {event.sender: {whom: content}})

    def _close(self, request: Request) -> None:
        if request in self._open:
            self._given.forget(request)
            del self._open[request]

    def _was_given(self, request: Request) -> bool:
        """Whether the person once had the key, and this device did not get it again."""
        session = request.room_id, request.session_id
        return self._given.has(*session, request.user) and not self._given.has(*session, request.user, request.device)

    async def _may_have(self, request: Request) -> bool:
        """Whether the person is in the room now. Raises Trouble if nobody says."""
        entry = self._book.joined.get(request.room_id)
        if entry is None:
            return False
        await ask_for_members(self._client, request.room_id, entry)
        if entry.members is None:
            raise NoAnswer("people come and go just now")
        return request.user in entry.members

    async def _give(self, request: Request) -> None:
        crypto = self._client.crypto
        try:
            device = crypto.device_store[request.user][request.device]
        except KeyError:
            return
        own = crypto.account.identity_keys["curve25519"]
        group_session = crypto.inbound_group_store.get(request.room_id, own, request.session_id)
        if group_session is None or device.deleted:
            return
        session = crypto.session_store.get(device.curve25519)
        if session is None:
            await self._keys.claim({request.user: [request.device]})
            session = crypto.session_store.get(device.curve25519)
        if session is None:
            return
        with self._client.age.grows():
            message = crypto._encrypt_forwarding_key(request.room_id, group_session, session, device)  # noqa: SLF001
        await self._keys.send_to_devices(message.type, message.as_dict()["messages"])
        self._given.note(request.room_id, request.session_id, request.user, request.device)
        log.info("key-given-again")


def _request(message: object) -> Request | None:
    if not isinstance(message, Mapping) or message.get("type") != "m.room_key_request":
        return None
    content: Mapping[str, Any] = a_mapping(message.get("content"))
    body = a_mapping(content.get("body"))
    user, device = an_id("@", message.get("sender")), content.get("requesting_device_id")
    room_id, session_id = an_id("!", body.get("room_id")), body.get("session_id")
    if user is None or not isinstance(device, str) or room_id is None or not isinstance(session_id, str):
        return None
    return Request(user, device, room_id, session_id)

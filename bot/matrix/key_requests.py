"""Keys that went astray: asked for from who wrote, and given again to who may have them."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from bot.matrix.book import Book
from bot.matrix.client import HardenedClient
from bot.matrix.events import Envelope, an_id
from bot.matrix.keys import Keys
from bot.matrix.olm import Wanted
from bot.matrix.reading import a_mapping

MEGOLM = "m.megolm.v1.aes-sha2"
MOST_REMEMBERED = 500
MOST_AT_ONCE = 50

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Request:
    """Somebody's device asks for the key of a session."""

    user: str
    device: str
    room_id: str
    session_id: str


class KeyRequests:
    """Asks for keys, and answers who asks us.

    Given are keys of sessions of our own only, that we ourselves gave this person before, and only while the person
    is in the room: so a request never brings anybody more than what was meant for them. Each device gets it once.
    """

    def __init__(self, client: HardenedClient, keys: Keys, book: Book) -> None:
        self._client = client
        self._keys = keys
        self._book = book
        self._given: OrderedDict[tuple[str, str], set[str]] = OrderedDict()
        self._open: dict[Request, None] = {}
        self._answered: OrderedDict[Request, None] = OrderedDict()

    def note_given(self, room_id: str, session_id: str, users: Iterable[str]) -> None:
        """Note whom a session of our own was shared with."""
        self._given.setdefault((room_id, session_id), set()).update(users)
        while len(self._given) > MOST_REMEMBERED:
            self._given.popitem(last=False)

    def note(self, messages: Iterable[object]) -> None:
        """Note the requests among what other devices sent to ours."""
        for message in messages:
            request = _request(message)
            if request is None:
                continue
            if a_mapping(a_mapping(message).get("content")).get("action") != "request":
                self._open.pop(request, None)
            elif request not in self._answered and self._may_have(request) and len(self._open) < MOST_AT_ONCE:
                self._open[request] = None

    async def answer(self) -> None:
        """Give keys to who asked for them and may have them.

        Raises:
            Trouble: the homeserver did not answer; the rest is done next time.
        """
        for request in list(self._open):
            await self._keys.learn({request.user})
            await self._give(request)
            self._open.pop(request, None)
            self._answered[request] = None
            while len(self._answered) > MOST_REMEMBERED:
                self._answered.popitem(last=False)

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

    def _may_have(self, request: Request) -> bool:
        entry = self._book.joined.get(request.room_id)
        given = self._given.get((request.room_id, request.session_id), set())
        return entry is not None and entry.members is not None and request.user in entry.members & given

    async def _give(self, request: Request) -> None:
        crypto = self._client.crypto
        if not self._may_have(request):
            return
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

"""Encrypted rooms: reading what others wrote, proving who wrote it, and sealing what we write."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from nio.crypto.sessions import InboundGroupSession
from nio.events.to_device import ToDeviceEvent

from bot.matrix.batch import Device, Seal
from bot.matrix.book import Book
from bot.matrix.client import HardenedClient, Shield
from bot.matrix.http import NoAnswer
from bot.matrix.key_requests import MEGOLM, KeyRequests
from bot.matrix.keys import Keys
from bot.matrix.members import READS_ALONG, ask_for_members
from bot.matrix.rules import Rules, rules_of

PATIENCE = 5

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Opened:
    """What was inside an encrypted event.

    Args:
        type: of the event itself.
        content: likewise; a relation that stood outside the ciphertext is put back.
        seal: its place in its session.
        fingerprint: the Ed25519 key that the session claims for its device.
        is_forwarded: the session came from somebody else than who made it.
    """

    type: str
    content: Mapping[str, Any]
    seal: Seal
    fingerprint: str
    is_forwarded: bool


class Cipher:
    """The account's encryption, room by room."""

    def __init__(self, client: HardenedClient, keys: Keys, book: Book) -> None:
        self._client = client
        self._keys = keys
        self._book = book
        self.requests = KeyRequests(client, keys, book)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    # Reading

    def take(self, messages: Iterable[object]) -> None:
        """Take in what other devices sent to ours: room keys, mostly. One write to the disk for all of them.

        Raises:
            peewee.PeeweeException, OSError: the store could not be written; memory agrees with the disk again.
        """
        messages = list(messages)
        self.requests.note(messages)
        encrypted = [each for each in messages if isinstance(each, dict) and each.get("type") == "m.room.encrypted"]
        if not encrypted:
            return
        try:
            with self._client.age.grows():
                for message in encrypted:
                    # T1: eight malformed messages that any account can send end nio's loop.
                    with Shield("to-device"):
                        event = ToDeviceEvent.parse_event(message)
                        if event is not None:
                            self._client.crypto.take(event)
        except BaseException:
            self._client.reload()
            raise

    def open(self, room_id: str, content: Mapping[str, Any]) -> Opened | None:
        """Return what is inside an encrypted event, or None if we cannot read it (yet)."""
        session = self._session(room_id, content)
        if session is None:
            return None
        with Shield("ciphertext"):
            plain, index = session.decrypt(content["ciphertext"])
            return _opened(json.loads(plain), room_id, content, session, index)
        return None

    def device_of(self, sender: str, opened: Opened) -> Device | None:
        """Return the device that surely wrote something, if it is one of the sender's.

        The homeserver may put any sender on any ciphertext; that both keys of the session are those of a device
        which signed itself and belongs to the sender is what tells (and not nio's `verified`).
        """
        if opened.is_forwarded:
            return None
        device = self._client.device_store.device_from_sender_key(sender, opened.seal.sender_key)
        if device is None or device.ed25519 != opened.fingerprint:
            return None
        vouched = self._keys.vouching.of(sender, device.device_id, device.ed25519)
        if vouched is None:
            return Device(device.device_id, device.ed25519)
        return Device(device.device_id, device.ed25519, vouched.identity, vouched.vouches_back)

    async def learn(self, users: Iterable[str]) -> None:
        """Ask for the devices of those we do not know well enough. Raises Trouble if nobody answers."""
        for user in await self._keys.learn(users):
            for room_id in self._book.encrypted_rooms_with(user):
                self.renew(room_id)

    def _session(self, room_id: str, content: Mapping[str, Any]) -> InboundGroupSession | None:
        session_id, sender_key = content.get("session_id"), content.get("sender_key")
        if content.get("algorithm") != MEGOLM or not isinstance(session_id, str):
            return None
        senders = self._client.crypto.inbound_group_store[room_id]
        if isinstance(sender_key, str):
            return senders[sender_key].get(session_id) if sender_key in senders else None
        # T21: the sender's key need not be told any more; the session's ID is a key itself and as good a name.
        found = [sessions[session_id] for sessions in senders.values() if session_id in sessions]
        return found[0] if len(found) == 1 else None

    # Writing

    def renew(self, room_id: str) -> None:
        """Have the next message of a room start a new session: who left must not read it, who came must."""
        self._client.crypto.outbound_group_sessions.pop(room_id, None)

    def note_member(self, room_id: str, user_id: str, membership: str) -> None:
        """Note that somebody's standing in a room of ours has changed."""
        entry = self._book.joined.get(room_id)
        if entry is None:
            return
        entry.turn += 1
        if entry.members is None:
            return
        before = set(entry.members), set(entry.invited)
        entry.members = before[0] | {user_id} if membership in READS_ALONG else before[0] - {user_id}
        entry.invited = before[1] | {user_id} if membership == "invite" else before[1] - {user_id}
        if (entry.members, entry.invited) != before:
            self.renew(room_id)

    def note_rules(self, room_id: str) -> None:
        """Note that a room's rules have changed: they are asked for again before anything is sealed for it."""
        entry = self._book.joined.get(room_id)
        if entry is not None:
            entry.turn += 1
            entry.rules = None
            self.renew(room_id)

    def doubt_members(self, room_id: str) -> None:
        """Ask the homeserver again who is in a room before anything is sealed for it."""
        entry = self._book.joined.get(room_id)
        if entry is not None:
            entry.turn += 1
            entry.members = None
            self.renew(room_id)

    async def seal(self, room_id: str, event_type: str, content: Mapping[str, Any]) -> dict[str, Any]:
        """Return the content of an m.room.encrypted that everybody in the room can read.

        One at a time for each room. Whatever fails, or is cancelled, leaves nothing half done behind (T7).

        Raises:
            Trouble: members, devices or keys could not be had or handed over (T6); nothing was sealed.
        """
        async with self._turns[room_id]:
            for _ in range(PATIENCE):
                if await self._prepare(room_id):
                    plain = {"type": event_type, "content": dict(content)}
                    sealed: dict[str, Any] = self._client.crypto.group_encrypt(room_id, plain)
                    break
            else:
                raise NoAnswer("people come and go faster than keys can be shared")
        if "m.relates_to" in content:
            # The homeserver has to see what belongs to what.
            sealed["m.relates_to"] = content["m.relates_to"]
        return sealed

    async def _prepare(self, room_id: str) -> bool:
        """Bring a session to everybody in a room. False if somebody came or went meanwhile."""
        entry = self._book.joined[room_id]
        turn = entry.turn
        await ask_for_members(self._client, room_id, entry)
        if entry.members is None:
            return False
        rules = entry.rules
        if rules is None:
            rules = await rules_of(self._client, room_id)
            if entry.turn != turn:
                return False
            entry.rules = rules
        others = entry.members - {self._client.user_id} - (set() if rules.invited_read else entry.invited)
        # While we wait here the room may change its rules; then its turn is another, and all this is done again.
        await self.learn(others)
        if self._client.crypto.should_share_group_session(room_id):
            await self._share(room_id, others, rules)
        if entry.turn != turn:
            # Who has gone may hold this session's key by now.
            self.renew(room_id)
            return False
        return not self._client.crypto.should_share_group_session(room_id)

    async def _share(self, room_id: str, users: set[str], rules: Rules) -> None:
        crypto = self._client.crypto
        known = crypto.outbound_group_sessions.get(room_id)
        if known is not None and known.expired:
            self.renew(room_id)
        await self._keys.claim(crypto.get_missing_sessions(sorted(users)))
        with self._client.age.grows():
            # Residents' old clients do not sign their devices; that is no attack (ignore_unverified_devices).
            requests = list(crypto.share_group_session_parallel(room_id, sorted(users), ignore_unverified_devices=True))
        session = crypto.outbound_group_sessions[room_id]
        session.max_messages, session.max_age = rules.most_messages, rules.longest
        self.requests.note_given(room_id, session.id, users)
        for devices, request in requests:
            # T6: nio takes what fails here for done, and nobody can read what follows.
            await self._keys.send_to_devices("m.room.encrypted", request["messages"])
            session.users_shared_with.update(devices)
        session.shared = True


def _opened(
    payload: object, room_id: str, outer: Mapping[str, Any], session: InboundGroupSession, index: int
) -> Opened | None:
    if not isinstance(payload, dict) or payload.get("room_id") != room_id:
        return None
    # T2: state is what the homeserver says it is. An encrypted event cannot be any, whatever it claims.
    kind, content = payload.get("type"), payload.get("content")
    if "state_key" in payload or not isinstance(kind, str) or not isinstance(content, dict):
        kind, content = "", {}
    if "m.relates_to" not in content and "m.relates_to" in outer:
        content = {**content, "m.relates_to": outer["m.relates_to"]}
    seal = Seal(session.sender_key, session.id, index)
    return Opened(kind, content, seal, session.ed25519, bool(session.forwarding_chain))

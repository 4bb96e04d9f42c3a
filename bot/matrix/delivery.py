"""The Wire: puts what the relay gives it into rooms, encrypted where a room is or ever was."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import structlog
from nio.exceptions import EncryptionError
from peewee import PeeweeException
from vodozemac import OlmEncryptionException

from bot.matrix.book import Book, Entry
from bot.matrix.cipher import Cipher
from bot.matrix.client import HardenedClient
from bot.matrix.events import an_id
from bot.matrix.http import LONGEST_WAIT, LoggedOut, NoAnswer, Said, Trouble, path
from bot.matrix.media import upload
from bot.matrix.policy import server_of
from bot.matrix.reading import a_list, a_mapping
from bot.matrix.wire import TryAgain, Undeliverable
from council.people import Place

MARK = "radslag.opened"
"""State event in the chats we open: by it, a try that was cut short is found again."""
SAID_AS = "radslag.transaction"
"""In every event of ours, also outside its ciphertext: which try made it, whatever device made the try. The
homeserver knows the transaction ID anyway; it is opaque."""
CATCH_UP_SECONDS = 15.0
LONGEST_SYMBOL = 40
MOST_PAGES = 40

log = structlog.get_logger(__name__)
P = ParamSpec("P")
R = TypeVar("R")


def told_apart(
    call: Callable[Concatenate["Delivery", P], Coroutine[Any, Any, R]],
) -> Callable[Concatenate["Delivery", P], Coroutine[Any, Any, R]]:
    """Let a call raise TryAgain or Undeliverable and nothing else."""

    @wraps(call)
    async def wrapper(delivery: "Delivery", /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await call(delivery, *args, **kwargs)
        except LoggedOut as trouble:
            raise TryAgain("the homeserver does not know our device", LONGEST_WAIT) from trouble
        except Trouble as trouble:
            if trouble.may_pass:
                raise TryAgain(str(trouble), trouble.after_seconds) from trouble
            raise Undeliverable(str(trouble)) from trouble
        except (EncryptionError, OlmEncryptionException, PeeweeException, OSError) as error:
            raise TryAgain(f"could not be encrypted: {type(error).__name__}") from error
        except (ValueError, TypeError, RecursionError) as error:
            raise Undeliverable(f"not an event: {type(error).__name__}") from error

    return wrapper


class Delivery:
    """Implements `bot.matrix.wire.Wire` for one account."""

    def __init__(self, client: HardenedClient, cipher: Cipher, book: Book) -> None:
        self._client = client
        self._cipher = cipher
        self._book = book
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._handed_over: dict[str, dict[str, Any]] = {}
        """Files that the homeserver has and no message shows yet, by transaction: a further try need not bring them."""

    @told_apart
    async def send(self, room_id: str, event_type: str, content: Mapping[str, object], transaction: str) -> str:
        """Send an event, encrypted if the room is, and return its event ID."""
        if not self._book.is_ours(room_id):
            raise Undeliverable("we are not in that room")
        if not self._book.is_encrypted(room_id):
            await self._catch_up()
        if self._book.is_encrypted(room_id):
            content = await self._cipher.seal(room_id, event_type, content)
            event_type = "m.room.encrypted"
        return await self._put(room_id, event_type, content, transaction)

    @told_apart
    async def send_file(
        self,
        room_id: str,
        name: str,
        mimetype: str,
        data: bytes,
        transaction: str,
        more: Mapping[str, Any] | None = None,
    ) -> str:
        """Send a file, encrypted if the room is, and return the event ID of the message that shows it."""
        if not self._book.is_ours(room_id):
            raise Undeliverable("we are not in that room")
        if not self._book.is_encrypted(room_id):
            await self._catch_up()
        sealed = self._book.is_encrypted(room_id)
        shown = self._handed_over.get(transaction)
        if shown is None or ("file" in shown) is not sealed:
            shown = await upload(self._client, name, data, mimetype, sealed=sealed)
            self._handed_over[transaction] = shown
        if sealed is not self._book.is_encrypted(room_id):
            raise TryAgain("the room has just been encrypted")
        info = {**shown["info"], **(more or {}).get("info", {})}
        content: Mapping[str, Any] = {**shown, **(more or {}), "info": info}
        event_type = "m.room.message"
        if sealed:
            event_type, content = "m.room.encrypted", await self._cipher.seal(room_id, event_type, content)
        event = await self._put(room_id, event_type, content, transaction)
        self._handed_over.pop(transaction, None)
        return event

    @told_apart
    async def redact(self, room_id: str, event_id: str, transaction: str) -> str:
        """Take an event back and return the event ID of the redaction."""
        where = path("rooms", room_id, "redact", event_id, transaction)
        return _event_id(await self._client.call("PUT", where, {}))

    @told_apart
    async def react(self, room_id: str, event_id: str, symbol: str, transaction: str) -> str:
        """Put a reaction on an event. In clear everywhere, as all clients do, so it must not say anything."""
        if not self._book.is_ours(room_id):
            raise Undeliverable("we are not in that room")
        if len(symbol) > LONGEST_SYMBOL:
            raise Undeliverable("not a symbol but words")
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": symbol}
        return await self._put(room_id, "m.reaction", {"m.relates_to": relation}, transaction)

    @told_apart
    async def pin(self, room_id: str, event_id: str) -> None:
        """Pin an event in its room, after those pinned already."""
        await self._change_pins(room_id, lambda pins: pins if event_id in pins else [*pins, event_id])

    @told_apart
    async def unpin(self, room_id: str, event_id: str) -> None:
        """Unpin an event."""
        await self._change_pins(room_id, lambda pins: [each for each in pins if each != event_id])

    @told_apart
    async def admit(self, room_id: str, user_id: str) -> None:
        """Invite somebody into a room. Whoever is there already, or invited, stays so."""
        if await self._membership(room_id, user_id) not in ("join", "invite"):
            await self._client.call("POST", path("rooms", room_id, "invite"), {"user_id": user_id})

    @told_apart
    async def dismiss(self, room_id: str, user_id: str) -> None:
        """Take somebody out of a room. Whoever is not there is left alone."""
        if await self._membership(room_id, user_id) in ("join", "invite"):
            await self._client.call("POST", path("rooms", room_id, "kick"), {"user_id": user_id})

    @told_apart
    async def open_chat(self, user_id: str, transaction: str) -> str:
        """Return the room of an encrypted direct chat with somebody, made and invited to if there is none."""
        if an_id("@", user_id) is None:
            raise Undeliverable("not a Matrix ID")
        async with self._turns["chat"]:
            room_id = self._book.chat_with(user_id) or await self._opened_before(transaction)
            if room_id is None:
                answer = await self._client.call("POST", path("createRoom"), self._chat(user_id, transaction))
                room_id = an_id("!", answer.get("room_id"))
            if room_id is None:
                raise TryAgain("no room was made")
            self._book.joined.setdefault(room_id, Entry(Place.DIRECT, user_id)).encrypted = True
            return room_id

    @told_apart
    async def find(self, room_id: str, transaction: str, since_ms: int) -> str | None:
        """Return our own event that an earlier try of this transaction made, if the room has it."""
        async for event in self._own_events(room_id):
            by_this_device = a_mapping(event.get("unsigned")).get("transaction_id")
            if transaction in (by_this_device, a_mapping(event.get("content")).get(SAID_AS)):
                return an_id("$", event.get("event_id"))
            sent = event.get("origin_server_ts")
            if isinstance(sent, int) and sent < since_ms:
                return None
        return None

    async def _put(self, room_id: str, event_type: str, content: Mapping[str, object], transaction: str) -> str:
        # T3: the last look before it leaves the house. Nothing may await between here and the request.
        if self._book.is_encrypted(room_id) and event_type not in ("m.room.encrypted", "m.reaction"):
            raise TryAgain("the room has just been encrypted")
        where = path("rooms", room_id, "send", event_type, transaction)
        return _event_id(await self._client.call("PUT", where, {**content, SAID_AS: transaction}))

    async def _catch_up(self) -> None:
        """Wait until we know what became of rooms while we were away: one may have been encrypted (T3)."""
        try:
            async with asyncio.timeout(CATCH_UP_SECONDS):
                await self._book.caught_up.wait()
        except TimeoutError as late:
            raise TryAgain("nothing has been read yet") from late

    async def _change_pins(self, room_id: str, change: Callable[[list[Any]], list[Any]]) -> None:
        where = path("rooms", room_id, "state", "m.room.pinned_events", "")
        async with self._turns[room_id]:
            try:
                pins = a_list((await self._client.call("GET", where)).get("pinned"))
            except Said as said:
                if said.errcode != "M_NOT_FOUND":
                    raise
                pins = []
            if change(pins) != pins:
                await self._client.call("PUT", where, {"pinned": change(pins)})

    async def _membership(self, room_id: str, user_id: str) -> str | None:
        try:
            answer = await self._client.call("GET", path("rooms", room_id, "state", "m.room.member", user_id))
        except Said as said:
            if said.errcode != "M_NOT_FOUND":
                raise
            return None
        found = answer.get("membership")
        return found if isinstance(found, str) else None

    async def _opened_before(self, transaction: str) -> str | None:
        answer = await self._client.call("GET", path("joined_rooms"))
        for room_id in a_list(answer.get("joined_rooms")):
            if not isinstance(room_id, str) or self._book.is_ours(room_id):
                continue
            try:
                mark = await self._client.call("GET", path("rooms", room_id, "state", MARK, ""))
            except Said as said:
                if said.may_pass:
                    raise
                continue
            if mark.get("transaction") == transaction:
                return room_id
        return None

    def _chat(self, user_id: str, transaction: str) -> dict[str, object]:
        own = server_of(self._client.user_id)
        return {
            "preset": "private_chat",
            "visibility": "private",
            "is_direct": True,
            "invite": [user_id],
            "creation_content": {"m.federate": server_of(user_id) != own},
            "initial_state": [
                _state("m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"}),
                _state("m.room.guest_access", {"guest_access": "forbidden"}),
                _state(MARK, {"transaction": transaction}),
            ],
            "power_level_content_override": {
                "users_default": 0,
                "events_default": 0,
                "state_default": 100,
                # Nobody but us can bring a third person in.
                "invite": 100,
                "kick": 100,
                "ban": 100,
                "redact": 100,
                "notifications": {"room": 100},
            },
        }

    async def _own_events(self, room_id: str) -> AsyncIterator[Mapping[str, Any]]:
        wanted = json.dumps({"senders": [self._client.user_id]})
        query, seen = {"dir": "b", "limit": "100", "filter": wanted}, {""}
        for _ in range(MOST_PAGES):
            answer = await self._client.call("GET", path("rooms", room_id, "messages", query=query))
            for event in a_list(answer.get("chunk")):
                if isinstance(event, dict) and event.get("sender") == self._client.user_id:
                    yield event
            end = answer.get("end")
            if not isinstance(end, str) or end in seen:
                return
            seen.add(end)
            query["from"] = end


def _event_id(answer: Mapping[str, Any]) -> str:
    event_id = an_id("$", answer.get("event_id"))
    if event_id is None:
        raise NoAnswer("no event ID")
    return event_id


def _state(event_type: str, content: Mapping[str, object]) -> dict[str, object]:
    return {"type": event_type, "state_key": "", "content": content}

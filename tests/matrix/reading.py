"""A reader on a homeserver of a test's making: the responses are given, the batches and pauses are noted."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.matrix.batch import Arrived, Batch, RoomChange
from bot.matrix.book import Book
from bot.matrix.cipher import Cipher
from bot.matrix.client import HardenedClient
from bot.matrix.delivery import Delivery
from bot.matrix.doorkeeper import Doorkeeper
from bot.matrix.http import LoggedOut
from bot.matrix.keys import Keys
from bot.matrix.policy import Policy
from bot.matrix.sync import Reader
from council.people import Place, Room
from storage.rooms import JOINED, Standing
from tests.matrix.faults import Answer, Asked, FaultServer, refusal

BOT, ANNA = "@bot:town", "@anna:town"
ROOM = "!room:town"
PICKLE_KEY = "a pickle key for tests, long enough to pass"
MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}


@dataclass
class Desk:
    """A reader and what surrounds it."""

    faults: FaultServer
    reader: Reader
    book: Book
    client: HardenedClient
    doorkeeper: Doorkeeper
    delivery: Delivery
    pauses: list[float]
    batches: list[Batch] = field(default_factory=list)

    async def reads(
        self, *responses: Answer, since: str | None = "s0", handle: Callable[[Batch], Awaitable[None]] | None = None
    ) -> None:
        """Give the reader these responses, one after the other, and then log it out."""
        left = list(responses)

        def sync(_: Asked) -> Answer:
            return left.pop(0) if left else refusal(401, "M_UNKNOWN_TOKEN")

        async def note(batch: Batch) -> None:
            self.batches.append(batch)

        self.faults.on("GET sync", sync)
        with pytest.raises(LoggedOut):
            await self.reader.run(handle or note, since)

    @property
    def events(self) -> list[Arrived]:
        """What people did."""
        return [event for batch in self.batches for event in batch.events]

    @property
    def changes(self) -> list[RoomChange]:
        """What became of rooms."""
        return [change for batch in self.batches for change in batch.rooms]

    @property
    def words(self) -> list[str]:
        """What people said."""
        return [event.body for event in self.events]


def standing(matrix_id: str, place: Place = Place.COUNCIL, *, encrypted: bool = False, **more: Any) -> Standing:
    """Return how we stand to a room that we are in."""
    person = more.pop("person", None)
    return Standing(Room(1, matrix_id, place, encrypted, person), JOINED, datetime.now(UTC), **more)


@asynccontextmanager
async def desk(
    faults: FaultServer,
    folder: Path,
    standings: Iterable[Standing] = (),
    rooms: Mapping[str, Place] | None = None,
    **policy: Any,
) -> AsyncIterator[Desk]:
    """Put a reader to work on a homeserver until the end of the block."""
    client = HardenedClient(faults.url, folder, PICKLE_KEY)
    client.restore_login(BOT, "BOT", f"{BOT}|BOT")
    book, keys, pauses = Book(BOT, standings), Keys(client), list[float]()
    cipher = Cipher(client, keys, book)
    doorkeeper = Doorkeeper(
        client, book, Policy(rooms or {ROOM: Place.COUNCIL}, frozenset({"town"}), **policy), SystemClock()
    )

    async def rest(seconds: float) -> None:
        pauses.append(seconds)

    faults.on("POST keys/upload", {"one_time_key_counts": {"signed_curve25519": 50}})
    faults.on("POST keys/query", {"device_keys": {}})
    reader = Reader(client, keys, cipher, book, doorkeeper, rest)
    try:
        yield Desk(faults, reader, book, client, doorkeeper, Delivery(client, cipher, book), pauses)
    finally:
        await client.close()


def event(event_id: str, body: str = "", *, sender: str = ANNA, **more: Any) -> dict[str, Any]:
    """Return an event of a timeline: a message, unless told otherwise."""
    content = {"msgtype": "m.text", "body": body}
    return {
        "event_id": f"${event_id}",
        "sender": sender,
        "origin_server_ts": 1,
        "type": "m.room.message",
        "content": content,
        **more,
    }


def state(event_id: str, kind: str, content: Mapping[str, Any], key: str = "", sender: str = ANNA) -> dict[str, Any]:
    """Return a state event."""
    return event(event_id, sender=sender, type=kind, content=content, state_key=key)


def member(event_id: str, user: str, membership: str, before: str | None = None) -> dict[str, Any]:
    """Return a membership event."""
    made = state(event_id, "m.room.member", {"membership": membership}, user, sender=user)
    return {**made, "unsigned": {"prev_content": {"membership": before}}} if before else made


def response(
    token: str, *events: Mapping[str, Any], room: str = ROOM, more: Mapping[str, Any] | None = None, **timeline: Any
) -> dict[str, Any]:
    """Return a sync response with events of one room."""
    held = {"timeline": {"events": list(events), **timeline}, **(more or {})}
    return {"next_batch": token, "rooms": {"join": {room: held}} if events or more or timeline else {}}


def messages(*pages: Iterable[Mapping[str, Any]]) -> Callable[[Asked], Mapping[str, Any]]:
    """Return what answers requests for history: pages, the newest first, each with its newest event first."""
    held = [list(page) for page in pages]

    def answer(asked: Asked) -> Mapping[str, Any]:
        wanted = json.loads(asked.query["filter"])["types"]
        start = asked.query["from"]
        number = int(start[1:]) if start.startswith("p") else 0
        chunk = [each for each in held[number] if each["type"] in wanted] if number < len(held) else []
        end = {"end": f"p{number + 1}"} if number + 1 < len(held) else {}
        return {"chunk": chunk, **end}

    return answer

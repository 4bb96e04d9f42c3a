"""Devices that write to each other through a homeserver of a test's making."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.matrix.book import Book, Entry
from bot.matrix.cipher import Cipher, Opened
from bot.matrix.client import HardenedClient
from bot.matrix.delivery import Delivery
from bot.matrix.keys import Keys
from council.people import Place
from tests.matrix.faults import FaultServer, KeyDesk

ROOM = "!room:town"
PICKLE_KEY = "a pickle key for tests, long enough to pass"


@dataclass
class Party:
    """One device of somebody, with everything of ours below the reading loop."""

    client: HardenedClient
    keys: Keys
    book: Book
    cipher: Cipher
    delivery: Delivery

    @property
    def name(self) -> tuple[str, str]:
        """User and device."""
        return self.client.user_id, self.client.device_id or ""

    def receive(self, desk: KeyDesk) -> None:
        """Take in what waits for this device."""
        self.cipher.take(desk.inbox.pop(self.name, []))

    def open(self, sealed: dict[str, Any]) -> Opened | None:
        """Read an event of the room."""
        return self.cipher.open(ROOM, sealed)


@asynccontextmanager
async def party(
    faults: FaultServer, folder: Path, user: str, device: str = "", *, encrypted: bool = True
) -> AsyncIterator[Party]:
    """Put a device to work in the room until the end of the block; its store stays in the folder."""
    device = device or device_of(user)
    place = folder / user.strip("@").replace(":", "-") / device
    place.mkdir(parents=True, exist_ok=True)
    client = HardenedClient(faults.url, place, PICKLE_KEY)
    client.restore_login(user, device, f"{user}|{device}")
    keys, book = Keys(client), Book(user)
    book.joined[ROOM] = Entry(Place.COUNCIL, encrypted=encrypted)
    book.caught_up.set()
    cipher = Cipher(client, keys, book)
    try:
        await keys.upkeep()
        yield Party(client, keys, book, cipher, Delivery(client, cipher, book))
    finally:
        await client.close()


def device_of(user: str) -> str:
    """Return the first device of somebody. No two are called alike: the library takes a namesake of ours for ours."""
    return user.strip("@").partition(":")[0].upper()


def gather(desk: KeyDesk, parties: Iterable[Party]) -> None:
    """Have all of them in the room."""
    desk.members = {each.client.user_id for each in parties}

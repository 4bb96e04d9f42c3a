"""What an account finds its way by: its device, its rooms, its place in the stream and the newest of its posts."""

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.matrix.book import Book
from bot.matrix.put_back import Landmark
from storage.backup_keys import note_other_device
from storage.database import Database, Unreachable
from storage.devices import OwnDevice
from storage.unread import Unread


@dataclass(frozen=True)
class Bearings:
    """A council's records, as far as its account asks them; each question is a transaction of its own."""

    database: Database
    council: str
    clock: Clock

    async def device(self) -> OwnDevice | None:
        """Return the device that was last ours."""
        async with self.database.work(self.council) as work:
            return await work.devices.own()

    async def go_on_as(self, own: OwnDevice, before: OwnDevice | None) -> None:
        """Write down which device is ours, and, where it is another one, that it is."""
        async with self.database.work(self.council) as work:
            await work.devices.be(own)
            if before and before.device != own.device:
                await note_other_device(work.session, self.clock.now())

    async def rooms(self, user_id: str) -> Book:
        """Return what is known of the rooms."""
        async with self.database.work(self.council) as work:
            return Book(user_id, await work.rooms.standings())

    async def unread(self) -> list[Unread]:
        """Return what could not be read yet."""
        async with self.database.work(self.council) as work:
            return await work.unread.waiting()

    async def place(self) -> str | None:
        """Return the place in the stream that all before has been dealt with up to; None at the very beginning."""
        async with self.database.work(self.council) as work:
            return await work.sync.token()

    async def landmark(self) -> Landmark | None:
        """Return the newest post of ours, if there is one in a room that is still known.

        Raises:
            Unreachable: the records cannot be asked at present.
        """
        try:
            async with self.database.work(self.council) as work:
                newest = await work.outbox.newest()
                room = await work.rooms.get(newest.room) if newest else None
        except SQLAlchemyError as failing:
            raise Unreachable(type(failing).__name__) from failing
        if newest is None or room is None or not room.matrix_id:
            return None
        return Landmark(room.matrix_id, newest.event, newest.at)

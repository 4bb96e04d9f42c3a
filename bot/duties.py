"""What falls due without anybody saying anything."""

from datetime import datetime

from bot.clock import Clock
from council.charter import Charter
from storage.database import Database


class Duties:
    """Does what falls due in one council: one transaction each, claimed once."""

    def __init__(self, database: Database, charter: Charter, clock: Clock) -> None:
        self._database = database
        self._charter = charter
        self._clock = clock

    async def tick(self) -> int:
        """Do everything that is due now; return how many things that was."""
        return 0

    async def next_moment(self) -> datetime | None:
        """Return when the next thing falls due."""
        async with self._database.work(self._charter.slug) as work:
            return await work.outbox.next_moment()

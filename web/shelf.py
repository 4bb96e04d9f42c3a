"""The pages as they now stand: made when first asked for, and anew when the record has changed."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from council.accounting import record_of
from council.charter import Charter
from council.record import Record
from storage.reading import ReadOnly
from web.front import Front
from web.house import House
from web.pages import nothing
from web.reading import read
from web.routes import Asker, Maker, askers, routes
from web.sheet import Sheet

FRESH = timedelta(seconds=5)
"""So long nothing is looked up."""
GOOD = timedelta(minutes=5)
"""Longer than this no record is kept, even if nothing is stored anew: the days pass, and with them what is late."""


class Shelf:
    """Holds every page of every council, and knows when to make them anew."""

    def __init__(
        self, database: ReadOnly, councils: Mapping[str, tuple[Charter, Front]], now: Callable[[], datetime]
    ) -> None:
        """Begin empty.

        Args:
            councils: by their short names.
            now: the clock.
        """
        self._database = database
        self._councils = dict(councils)
        self._now = now
        self._records: tuple[Record, ...] = ()
        self._houses: tuple[House, ...] = ()
        self._makers: dict[str, Maker] = {}
        self._askers: dict[str, Asker] = {}
        self._made: dict[str, Sheet] = {}
        self._version = 0
        self._looked_at: datetime | None = None
        self._read_at: datetime | None = None
        self._turn = asyncio.Lock()

    def follow(self, slug: str, charter: Charter) -> None:
        """Go by a council's charter that has been changed; the pages are made anew when next asked for."""
        self._councils[slug] = (charter, self._councils[slug][1])
        self._looked_at = self._read_at = None

    async def sheet(self, path: str) -> Sheet | None:
        """Return what is at an address, or None."""
        await self._look()
        made = self._made.get(path)
        if made is None and path in self._makers:
            made = self._made[path] = self._makers[path]()
        return made

    async def answer(self, path: str, query: Mapping[str, str]) -> Sheet | None:
        """Return what is at an address that answers questions, or None. Answers are not kept.

        Raises:
            web.feeds.open311.Wrong: the question makes no sense.
        """
        await self._look()
        return self._askers[path](query) if path in self._askers else None

    async def missing(self, path: str) -> Sheet:
        """Return what is told of an address at which there is nothing."""
        await self._look()
        return nothing(self._houses, path)

    async def paths(self) -> list[str]:
        """Return every address there is."""
        await self._look()
        return sorted(self._makers)

    async def _look(self) -> None:
        """See whether anything has changed; whoever comes meanwhile waits for the same look."""
        if self._looked_at is not None and self._now() - self._looked_at < FRESH:
            return
        async with self._turn:
            now = self._now()
            if self._looked_at is not None and now - self._looked_at < FRESH:
                return
            version = await self._database.version()
            if self._read_at is None or version != self._version or now - self._read_at >= GOOD:
                await self._renew(now)
                self._version, self._read_at = version, now
            self._looked_at = now

    async def _renew(self, now: datetime) -> None:
        charters = [charter for charter, _front in self._councils.values()]
        # Reading and counting take long with many cases; those who talk to the bot meanwhile shall not wait for it.
        records = await asyncio.to_thread(asyncio.run, _read(self._database, charters, now))
        if tuple(records) != self._records:
            self._records = tuple(records)
            fronts = [front for _charter, front in self._councils.values()]
            self._houses = tuple(House(record, front) for record, front in zip(records, fronts, strict=True))
            self._makers, self._askers, self._made = routes(self._houses), askers(self._houses), {}


async def _read(database: ReadOnly, charters: Sequence[Charter], now: datetime) -> list[Record]:
    """Return the record of each council, read through a connection of its own: for another thread than the bot's."""
    own = database.another()
    records = []
    try:
        for charter in charters:
            async with own.work(charter.slug) as work:
                stored, books = await read(work, charter, now)
            records.append(record_of(stored, books, now))
    finally:
        await own.close()
    return records

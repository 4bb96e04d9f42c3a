"""Which process works for which council: told where all of them can see it, and held to in every transaction.

Only on PostgreSQL, where several processes can come to one database. With SQLite the lock on the data folder is enough.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Connection,
    Interval,
    String,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable, Table

if TYPE_CHECKING:
    from storage.database import Database

ENTRY = 7_205_759
"""Names the lock under which processes come in, one after the other."""


class Superseded(Exception):
    """Another process works for the council now. Whoever finds this has nothing to do or to say for it any more."""


class ProcessRow(Table):
    """A process that works with this database, and the last that was heard of it."""

    __tablename__ = "processes"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    pid: Mapped[int]
    host: Mapped[str] = mapped_column(String(255))
    place: Mapped[str] = mapped_column(String(255))
    since: Mapped[datetime]
    beat: Mapped[int] = mapped_column(BigInteger)
    beat_at: Mapped[datetime]


class TenureRow(CouncilTable):
    """Who works for a council. The term grows with every change: a transaction of an earlier one is refused."""

    __tablename__ = "tenures"

    term: Mapped[int] = mapped_column(BigInteger)
    holder: Mapped[str | None] = mapped_column(String(32))
    since: Mapped[datetime]


@dataclass(frozen=True)
class Process:
    """A process as the others see it.

    Args:
        name: made anew at each start.
        place: the machine and the data folder that it works in.
        beat: grows for as long as it lives and reaches the database.
        silence: since it last did so, by the database's clock.
    """

    name: str
    pid: int
    host: str
    place: str
    beat: int = 0
    since: datetime | None = None
    silence: timedelta = timedelta()


@dataclass(frozen=True)
class Tenure:
    """Who works for a council, if anybody does."""

    council: str
    term: int
    holder: str | None
    since: datetime | None = None


@dataclass(frozen=True)
class Roster:
    """Every process and every council, at one moment."""

    processes: dict[str, Process]
    tenures: dict[str, Tenure]

    def holder(self, council: str) -> Process | None:
        """Return the process that works for a council, as far as it is known here."""
        tenure = self.tenures.get(council)
        return self.processes.get(tenure.holder) if tenure and tenure.holder else None


class Tenures:
    """The processes of one database, and what each works for."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    async def enter(self, own: Process, *, alone: bool, lapse: timedelta) -> list[Process]:
        """Be known from now on, unless others are in the way; return those.

        Args:
            alone: whether any other process is in the way, and not only those of other places.
            lapse: whoever has not been heard of for so long is not there.
        """
        async with self._together() as session:
            await session.execute(select(func.pg_advisory_xact_lock(ENTRY)))
            others = [each for each in (await _processes(session)).values() if each.silence < lapse]
            in_the_way = [each for each in others if alone or each.place != own.place]
            if in_the_way:
                return in_the_way
            await session.execute(delete(ProcessRow).where(ProcessRow.beat_at < func.now() - lapse))
            values = {"name": own.name, "pid": own.pid, "host": own.host, "place": own.place, "beat": 0}
            await session.execute(insert(ProcessRow).values(**values, since=func.now(), beat_at=func.now()))
        return []

    @asynccontextmanager
    async def shut(self, lapse: timedelta) -> AsyncIterator[list[Process]]:
        """Let nobody come in for as long as this lasts; yield who is in.

        Args:
            lapse: whoever has not been heard of for so long is not there.
        """
        # Of the connection and not of a transaction, which a server may end when it lies idle. It goes with it.
        engine = self._database.engine.execution_options(isolation_level="AUTOCOMMIT")
        async with engine.connect() as door:
            await door.execute(select(func.pg_advisory_lock(ENTRY)))
            try:
                yield await self._living(lapse)
            finally:
                await door.invalidate()

    async def _living(self, lapse: timedelta) -> list[Process]:
        async with self._together() as session:
            if not await (await session.connection()).run_sync(_has_processes):
                return []
            return [each for each in (await _processes(session)).values() if each.silence < lapse]

    async def beat(self, name: str) -> None:
        """Show that a process lives.

        Raises:
            Superseded: others have taken it for dead, and its councils with it.
        """
        grown = {"beat": ProcessRow.beat + 1, "beat_at": func.now()}
        async with self._together() as session:
            known = update(ProcessRow).where(ProcessRow.name == name).values(grown).returning(ProcessRow.name)
            if await session.scalar(known) is None:
                raise Superseded("another process has taken this one for dead")

    async def roster(self) -> Roster:
        """Look at everybody."""
        async with self._together() as session:
            return await roster_of(session)

    async def take(self, council: str, name: str, seen: Tenure | None) -> int | None:
        """Work for a council from now on; return the term, or None where it is not as it was seen any more.

        A transaction of the holder before is waited for; any later one of it is refused.
        """
        async with self._together() as session:
            found = await session.get(TenureRow, council, with_for_update=True)
            if found is None:
                await session.execute(_FOUND, {"council": council})
                found = await session.get_one(TenureRow, council, with_for_update=True, populate_existing=True)
            if (found.term, found.holder) != ((seen.term, seen.holder) if seen else (0, None)):
                return None
            found.term, found.holder = found.term + 1, name
            await session.execute(update(TenureRow).where(TenureRow.council == council).values(since=func.now()))
            return found.term

    async def lay_down(self, tenure: Tenure) -> None:
        """Leave a council to others, if it is still held as was seen."""
        own = update(TenureRow).where(
            TenureRow.council == tenure.council, TenureRow.term == tenure.term, TenureRow.holder == tenure.holder
        )
        async with self._together() as session:
            await session.execute(own.values(holder=None, since=func.now()))

    async def bury(self, dead: Process) -> bool:
        """Take a process for dead, unless it was heard of since; say whether that was done."""
        row = delete(ProcessRow).where(ProcessRow.name == dead.name, ProcessRow.beat == dead.beat)
        async with self._together() as session:
            return await session.scalar(row.returning(ProcessRow.name)) is not None

    async def leave(self, name: str) -> None:
        """Be known no more, and leave everything to others."""
        async with self._together() as session:
            await session.execute(update(TenureRow).where(TenureRow.holder == name).values(holder=None))
            await session.execute(delete(ProcessRow).where(ProcessRow.name == name))

    @asynccontextmanager
    async def _together(self) -> AsyncIterator[AsyncSession]:
        async with AsyncSession(self._database.engine, expire_on_commit=False) as session, session.begin():
            yield session


async def roster_of(session: AsyncSession) -> Roster:
    """Look at everybody."""
    processes = await _processes(session)
    tenures = await session.scalars(select(TenureRow))
    return Roster(processes, {row.council: Tenure(row.council, row.term, row.holder, row.since) for row in tenures})


async def _processes(session: AsyncSession) -> dict[str, Process]:
    rows = await session.execute(select(ProcessRow, type_coerce(func.now() - ProcessRow.beat_at, Interval)))
    return {
        row.name: Process(row.name, row.pid, row.host, row.place, row.beat, row.since, silence) for row, silence in rows
    }


def _has_processes(connection: Connection) -> bool:
    """Say whether the database has come so far that it knows of processes."""
    return inspect(connection).has_table(ProcessRow.__tablename__)


async def hold_to(session: AsyncSession, council: str, term: int) -> None:
    """Make sure that a council is still held under a term, and keep it so until the transaction ends.

    Raises:
        Superseded: it is not.
    """
    if await session.scalar(_HELD, {"council": council, "term": term}) is None:
        raise Superseded(f"the council {council} is another process's")


_HELD = text(
    "SELECT term, set_config('idle_in_transaction_session_timeout', '20000', true) FROM tenures "
    "WHERE council = :council AND term = :term AND holder IS NOT NULL FOR SHARE"
)
"""A process that stops in the middle keeps others waiting for so many milliseconds at most."""
_FOUND = text("INSERT INTO tenures (council, term, since) VALUES (:council, 0, now()) ON CONFLICT DO NOTHING")

"""The engine, its settings, and one transaction at a time."""

import asyncio
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from storage.failing import is_failing
from storage.ledger import Ledger
from storage.seal import Vault
from storage.sqlite import engine
from storage.tenures import Superseded, hold_to
from storage.work import Work

PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "temp_store": 2,
    "busy_timeout": 5_000,
}
"""Durable: what has been committed survives a power cut (synchronous FULL).

A wait for another process's lock cannot be cut short, so it is shorter than the process may take to end; whoever still
finds the database locked tries again.
"""


class Unreachable(ConnectionError):
    """There is no way to the database at present."""


class Database:
    """A database that is ready for use: SQLite with one writer, or PostgreSQL."""

    def __init__(self, url: str, vault: Vault) -> None:
        """Prepare an engine; nothing is opened yet.

        Args:
            url: sqlite:///… or postgresql+asyncpg://…
        """
        self.url = make_url(url)
        self.vault = vault
        self.engine = _engine(url)
        self.terms: dict[str, int] = {}
        """The terms under which this process holds, or last held, councils: their work is refused under any other."""
        self.superseded = asyncio.Event()
        """Set once work was refused because another process holds the council."""
        self._writer = asyncio.Lock()
        self._ledgers: defaultdict[str, Ledger] = defaultdict(Ledger)

    def ledger(self, council: str) -> Ledger:
        """Return what a council's bot has said and no transaction has written down yet."""
        return self._ledgers[council]

    @property
    def is_sqlite(self) -> bool:
        """Whether one file holds it all."""
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def work(self, council: str) -> AsyncIterator[Work]:
        """Open one transaction of a council; leaving commits it, an exception undoes all of it.

        Raises:
            Unreachable, sqlalchemy.exc.SQLAlchemyError: see `storage.failing`.
            Superseded: another process works for the council now; nothing was done.
        """
        async with self._turn(), AsyncSession(self.engine, expire_on_commit=False) as session:
            connection = await _reached(session)
            try:
                await self._hold_to_term(session, council)
                work = Work(session, council, self.vault)
                async with self.ledger(council).written_into(work.outbox):
                    yield work
                    await work.journal.flush()
                    await session.commit()
            except BaseException as error:
                if is_failing(error):
                    # It may have ended the transaction already, savepoints and all: nothing more is asked of it in
                    # this one, where each thing would now count by itself.
                    await connection.invalidate()
                await session.rollback()
                raise

    async def _hold_to_term(self, session: AsyncSession, council: str) -> None:
        if council in self.terms:
            try:
                await hold_to(session, council, self.terms[council])
            except Superseded:
                self.superseded.set()
                raise

    async def truncate_log(self) -> bool:
        """Let nothing of what was deleted stay beside the database's file; say whether that is so.

        False: somebody is reading, and what is deleted stays in the write-ahead log until another try.
        """
        if not self.is_sqlite:
            return True
        async with self._turn():
            return await asyncio.to_thread(_truncated, str(self.url.database))

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        if self.is_sqlite:
            async with self._writer:
                yield
        else:
            yield

    async def close(self) -> None:
        """Let go of every connection."""
        await self.engine.dispose()


def _truncated(file: str) -> bool:
    with closing(sqlite3.connect(file, timeout=5)) as connection:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


async def _reached(session: AsyncSession) -> AsyncConnection:
    try:
        return await session.connection()
    except OSError as nobody:
        # What a driver makes of a server that is not there is as it comes: a name, a socket or a time that ran out.
        raise Unreachable(type(nobody).__name__) from nobody


def _engine(url: str) -> AsyncEngine:
    made = make_url(url)
    if made.get_backend_name() != "sqlite":
        return create_async_engine(made, pool_pre_ping=True, hide_parameters=True)
    # Without IMMEDIATE two members can both read a case as open and both close it.
    return engine(made, PRAGMAS, begins="BEGIN IMMEDIATE")

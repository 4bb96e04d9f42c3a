"""The engine, its settings, and one transaction at a time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from storage.failing import is_failing
from storage.seal import Vault
from storage.work import Work

PRAGMAS = {
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
            url: sqlite+aiosqlite:///… or postgresql+asyncpg://…
        """
        self.url = make_url(url)
        self.vault = vault
        self.engine = _engine(url)
        self._writer = asyncio.Lock()

    @property
    def is_sqlite(self) -> bool:
        """Whether one file holds it all."""
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def work(self, council: str) -> AsyncIterator[Work]:
        """Open one transaction of a council; leaving commits it, an exception undoes all of it.

        Raises:
            Unreachable, sqlalchemy.exc.SQLAlchemyError: see `storage.failing`.
        """
        async with self._turn(), AsyncSession(self.engine, expire_on_commit=False) as session:
            connection = await _reached(session)
            try:
                work = Work(session, council, self.vault)
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
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_async_engine(url, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    event.listen(engine.sync_engine, "invalidate", _let_go)
    return engine


def _set_pragmas(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    driver: Any = connection
    driver.isolation_level = None
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
        cursor.execute(f"PRAGMA {name}")
        found = cursor.fetchone()
        if not found or found[0] != value:
            raise RuntimeError(f"SQLite refuses PRAGMA {name}={value}: {found}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # Without IMMEDIATE two members can both read a case as open and both close it.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _let_go(connection: DBAPIConnection, _record: ConnectionPoolEntry, _error: BaseException | None) -> None:
    """End the transaction of a connection that is given up, because its task was cancelled in the middle.

    Closing does not: while a cursor is left, and the cancelled task's traceback holds one, SQLite keeps the closed
    connection and its lock, and the next who wants to write waits for it.
    """
    # Cancelled once more: it is ending already, and has to be closed first.
    with suppress(sqlite3.Error, asyncio.CancelledError):
        connection.rollback()

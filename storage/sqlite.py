"""SQLite through aiosqlite, mostly where we stand: a statement takes microseconds, and only waiting is done aside.

The driver hands every call over to a thread of its own and back, four times for a statement, and spends several times
as long on that as SQLite on the statement. What may wait is taking the writer's lock, while another process holds it,
and committing, for the disk. These two keep the driver's thread where they do wait; the rest is done at once, so
nothing else can be cut short by a task that is cancelled.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import aiosqlite
from sqlalchemy import URL, event
from sqlalchemy.engine import Connection as Engaged
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

ROWS_AT_ONCE = 64


class Connection(aiosqlite.Connection):
    """A connection whose thread does what may wait, and nothing else."""

    _changes_before = 0

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if args and isinstance(args[0], str) and args[0].startswith("BEGIN"):
            return await self._begun(fn, *args)
        if fn == self._conn.commit and self._conn.total_changes != self._changes_before:
            return await self._aside(fn)
        return fn(*args, **kwargs)

    async def _begun(self, fn: Callable[..., Any], *args: Any) -> Any:
        """Begin a transaction: at once, unless somebody else holds the lock that it takes."""
        self._changes_before = self._conn.total_changes
        (patience,) = self._conn.execute("PRAGMA busy_timeout").fetchone()
        self._conn.execute("PRAGMA busy_timeout=0")
        try:
            return fn(*args)
        except sqlite3.OperationalError as held:
            if held.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        finally:
            self._conn.execute(f"PRAGMA busy_timeout={patience}")
        return await self._aside(fn, *args)

    async def _aside(self, fn: Callable[..., Any], *args: Any) -> Any:
        return await _to_its_end(super()._execute(fn, *args))  # type: ignore[no-untyped-call]  # upstream's

    def stop(self) -> asyncio.Future[Any] | None:
        """Let go at once, and of the lock too: closing alone keeps both for as long as somebody holds a cursor."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.rollback()
            self._connection.close()
            self._connection = None
        return super().stop()

    async def close(self) -> None:
        """Let go, and end the thread."""
        ended = self.stop()
        if ended:
            await ended


def engine(url: URL, pragmas: dict[str, str | int], *, begins: str) -> AsyncEngine:
    """Return an engine of one connection.

    Args:
        url: of any of SQLite's drivers.
        pragmas: what is set on the connection; it must take them.
        begins: the statement that begins a transaction.
    """
    made = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"async_creator_fn": _connected},
    )

    def settle(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")
            cursor.execute(f"PRAGMA {name}")
            found = cursor.fetchone()
            if not found or found[0] != value:
                raise RuntimeError(f"SQLite refuses PRAGMA {name}={value}: {found}")
        cursor.close()

    def begin(connection: Engaged) -> None:
        connection.exec_driver_sql(begins)

    event.listen(made.sync_engine, "connect", settle)
    event.listen(made.sync_engine, "begin", begin)
    return made


def _connected(database: str, **more: Any) -> Connection:
    # Transactions begin when we say so, and whose thread it is, we see to.
    more.update(isolation_level=None, check_same_thread=False)
    made = Connection(lambda: sqlite3.connect(database, **more), ROWS_AT_ONCE)
    # The process never waits for it at its end.
    made._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for connections that it makes itself
    return made


async def _to_its_end(doing: Coroutine[Any, Any, Any]) -> Any:
    """Wait for something that a thread does. Whoever is cancelled meanwhile waits too: nothing goes on behind us."""
    task = asyncio.ensure_future(doing)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise

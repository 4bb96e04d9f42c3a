"""SQLite, spoken to where we stand: a statement takes microseconds, and only what may wait is done aside.

A driver with a thread of its own hands every call over and back, four times for a statement, and spends several times
as long on that as SQLite on the statement. What may wait is taking the writer's lock, while another process holds it,
and committing, for the disk. These two go to a thread; nothing else can be cut short by a task that is cancelled.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import URL, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteExecutionContext
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection, ExecutionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool
from sqlalchemy.util import await_only

DRIVER = "radslag"


class _Cursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """Keep what has been found: SQLAlchemy asks this of a cursor whose rows are read once it is let go."""


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)


class _Context(SQLiteExecutionContext):
    def create_server_side_cursor(self) -> Any:
        return self._dbapi_connection.cursor()  # every cursor of SQLite's fetches as it goes


class Dialect(SQLiteDialect_pysqlite):
    """The standard library's driver, for engines that are awaited."""

    driver = DRIVER
    is_async = True
    supports_statement_cache = True
    supports_server_side_cursors = True
    execution_ctx_cls = _Context

    def __init__(self, begins: str = "BEGIN", **more: Any) -> None:
        """Prepare.

        Args:
            begins: the statement that begins a transaction.
            more: what SQLAlchemy gives.
        """
        super().__init__(**more)
        self._begins = begins

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin, once that is possible."""
        await_only(_aside(dbapi_connection.execute, self._begins))

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit, once the disk has it."""
        await_only(_aside(dbapi_connection.commit))

    def do_close(self, dbapi_connection: Any) -> None:
        """Let go, and of the lock too: closing alone keeps both for as long as somebody holds a cursor."""
        with suppress(sqlite3.Error):
            dbapi_connection.rollback()
        dbapi_connection.close()

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: ExecutionContext | None = None) -> None:
        """Carry out a statement, at once."""
        _have_awaited()
        cursor.execute(statement, parameters)

    def do_execute_no_params(self, cursor: Any, statement: str, context: ExecutionContext | None = None) -> None:
        """Carry out a statement, at once."""
        _have_awaited()
        cursor.execute(statement)

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Any, context: ExecutionContext | None = None
    ) -> None:
        """Carry out a statement many times, at once."""
        _have_awaited()
        cursor.executemany(statement, parameters)


def engine(url: URL, pragmas: dict[str, str | int], *, begins: str) -> AsyncEngine:
    """Return an engine of one connection.

    Args:
        url: of any of SQLite's drivers.
        pragmas: what is set on the connection; it must take them.
        begins: the statement that begins a transaction.
    """
    registry.register(f"sqlite.{DRIVER}", __name__, Dialect.__name__)
    made = create_async_engine(
        url.set(drivername=f"sqlite+{DRIVER}"),
        poolclass=StaticPool,
        hide_parameters=True,
        # Whose thread it is, we see to; and transactions begin when we say so.
        connect_args={"factory": _Connection, "check_same_thread": False, "isolation_level": None},
        begins=begins,
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

    event.listen(made.sync_engine, "connect", settle)
    return made


async def _aside(call: Callable[..., object], *arguments: object) -> None:
    """Do something in a thread. Whoever is cancelled meanwhile waits for its end: nothing goes on behind our back."""
    doing = asyncio.ensure_future(asyncio.to_thread(call, *arguments))
    try:
        await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait({doing})
        raise


def _have_awaited() -> None:
    # SQLAlchemy takes a driver that never awaits anything for one that blocks.
    await_only(_nothing())


async def _nothing() -> None:
    pass

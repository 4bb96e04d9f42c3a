"""The same database, opened only to be read: without the writer's lock, and with no way to change anything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, create_async_engine

from storage import sqlite
from storage.seal import Vault
from storage.work import Work

PRAGMAS: dict[str, str | int] = {"busy_timeout": 60_000, "trusted_schema": 0, "temp_store": 2, "query_only": 1}


class ReadOnly:
    """A second way into a database: one transaction at a time sees it as it stood when it began."""

    def __init__(self, url: str, vault: Vault) -> None:
        """Prepare an engine; nothing is opened yet.

        Args:
            url: as for storage.database.Database.
        """
        self._url, self._vault = url, vault
        self._turn = asyncio.Lock()
        made = make_url(url)
        self.is_sqlite = made.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self._engine = sqlite.engine(made, PRAGMAS, begins="BEGIN")
        else:
            reading = {"server_settings": {"default_transaction_read_only": "on"}}
            self._engine = create_async_engine(
                url, pool_size=1, max_overflow=0, pool_pre_ping=True, hide_parameters=True,
                isolation_level="REPEATABLE READ", connect_args=reading,
            )  # fmt: skip

    @asynccontextmanager
    async def work(self, council: str) -> AsyncIterator[Work]:
        """Open one transaction of a council; whatever is written in it is refused."""
        async with self._turn, AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            yield Work(session, council, self._vault)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """Open a connection, to look at the database itself."""
        async with self._turn, self._engine.connect() as connection:
            yield connection

    def another(self) -> "ReadOnly":
        """Return one more way in, for another thread."""
        return ReadOnly(self._url, self._vault)

    async def version(self) -> int:
        """Return a number that is another one whenever something has been changed."""
        asked = "PRAGMA data_version" if self.is_sqlite else "SELECT txid_snapshot_xmax(txid_current_snapshot())"
        async with self._turn, self._engine.connect() as connection:
            return int((await connection.execute(text(asked))).scalar_one())

    async def close(self) -> None:
        """Let go of every connection."""
        await self._engine.dispose()

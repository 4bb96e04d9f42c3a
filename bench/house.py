"""Some councils, each with a bot account, one PostgreSQL, and as many bot processes on it as one likes."""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bench.asker import Asker
from bench.contestants import STOP_SECONDS, Radslag
from bench.home import Home
from rehearsal.process import run_apart
from storage.database import Database
from storage.seal import Vault
from storage.tenures import Roster, Tenures

LOOK_EVERY_SECONDS = 0.05
PATIENCE_SECONDS = 120.0
BOT = (sys.executable, "-m", "bot")


@dataclass
class Council:
    """A council's bot, and the chats in which it is asked."""

    slug: str
    user_id: str
    rooms: list[str]


@dataclass
class Fleet:
    """The councils, and the processes that share them."""

    config: Path
    database: Database
    councils: list[Council]
    bot: Sequence[str] = BOT
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, url: str | None = None) -> subprocess.Popen[bytes]:
        """Start one process more; return at once.

        Args:
            url: another way to the database.
        """
        command = [*self.bot, "run", "--config", str(self.config)]
        environment = {"RADSLAG_STORAGE__URL": url} if url else {}
        with self.config.with_name("bot.log").open("ab") as output:
            process = run_apart(command, output=output, folder=None, **environment)
        self.processes.append(process)
        return process

    async def roster(self) -> Roster:
        """Return who works for what."""
        return await Tenures(self.database).roster()

    async def holders(self) -> dict[str, int]:
        """Return the processes, by their numbers, that work for the councils that have one."""
        roster = await self.roster()
        found = {council.slug: roster.holder(council.slug) for council in self.councils}
        return {slug: process.pid for slug, process in found.items() if process}

    async def until(self, holds: Callable[[dict[str, int]], bool]) -> dict[str, int]:
        """Wait until who works for what is so; return it."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                with contextlib.suppress(Exception):  # the tables are made by the first process
                    if holds(found := await self.holders()):
                        return found
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def spread(self) -> dict[str, int]:
        """Wait until every council has a living process, and each process its equal part."""
        alive = {process.pid for process in self.processes if process.poll() is None}
        most = -(-len(self.councils) // len(alive))

        def is_spread(held: dict[str, int]) -> bool:
            counts = [list(held.values()).count(pid) for pid in alive]
            return set(held.values()) <= alive and len(held) == len(self.councils) and max(counts) <= most

        return await self.until(is_spread)

    def of(self, pid: int) -> subprocess.Popen[bytes]:
        """Return a process by its number."""
        return next(process for process in self.processes if process.pid == pid)

    async def stop(self) -> None:
        """End every process."""
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGCONT)
                process.terminate()
        for process in self.processes:
            await asyncio.to_thread(process.wait, STOP_SECONDS)
        self.processes.clear()


@contextlib.asynccontextmanager
async def settled(
    home: Home, asker: Asker, folder: Path, url: str, councils: int, bot: Sequence[str] = BOT
) -> AsyncIterator[Fleet]:
    """Found some councils that share one database; nobody is at work yet."""
    settings: dict[str, object] = {}
    founded = []
    async with aiohttp.ClientSession() as session:
        for number in range(councils):
            slug = f"council-{number}"
            account = await home.register(f"{slug}-bot", "password")
            one = Radslag(session, home, account, folder / slug)
            await one.prepare(asker)
            own = json.loads((one.folder / "config.yaml").read_text())
            shared = settings.setdefault("councils", {})
            assert isinstance(shared, dict)
            shared[slug] = own.pop("councils")["bench"]
            settings = {**own, **settings}
            founded.append(Council(slug, account.user_id, []))
    address = url.replace("postgresql+asyncpg", "postgresql")
    settings |= {"data_dir": str(folder / "data"), "storage": {"url": address, "shared": True}}
    config = folder / "config.yaml"
    config.write_text(json.dumps(settings))
    config.chmod(0o600)
    fleet = Fleet(config, Database(url, Vault(str(settings["master_secret"]).encode())), founded, bot)
    try:
        yield fleet
    finally:
        await fleet.stop()
        await fleet.database.close()


async def meet(fleet: Fleet, asker: Asker, chats: int) -> None:
    """Open some chats with every council's bot, and wait until it has come and said what it says then."""
    for council in fleet.councils:
        for _ in range(chats):
            council.rooms.append(await asker.open_room("", invite=[council.user_id], direct=True))
    rooms = [(council, room) for council in fleet.councils for room in council.rooms]
    await asyncio.gather(*(asker.meets(room, council.user_id) for council, room in rooms))
    await asker.quiet(1.0)
    await asyncio.gather(*(asker.ask(room, council.user_id) for council, room in rooms))

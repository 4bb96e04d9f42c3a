"""Trouble of the machine: no room on the disk, a database that is locked or restarted, a clock that is set wrong."""

import asyncio
import random
import resource
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from proof.play import NothingBetween
from proof.skewed import set_wrong
from rehearsal.postgres import Postgres

WITHOUT_LIMIT = (-1, -1)
FULL_SECONDS = 2.5
LOCKED_SECONDS = 6.0
"""Longer than the bot waits for a lock."""
PAGE_BYTES = 4096
MOST_PAGES_LEFT = 24
LOG_SEGMENT_BYTES = 16 * 1024 * 1024
"""PostgreSQL's own: beyond it, nothing that is played here grows."""
WRONG_SECONDS = 1.2
DAY = 24 * 3600
JUMPS = (-DAY, DAY, -3650 * DAY, 3650 * DAY, -3600, 3600)


@dataclass(frozen=True)
class FullDisk(NothingBetween):
    """No file of the bot's may grow any more, by the kernel's own limit, set from outside on the running process.

    From which byte on, is chance: so the write that fails is any of those that a transaction, a key or a line of the
    log takes.
    """

    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while the disk is full, and make room again."""
        await house.bot.listening()
        sizes = await asyncio.to_thread(_sizes, house.bot.log.parent)
        most = chance.choice([0, *sizes]) + chance.randint(0, MOST_PAGES_LEFT) * PAGE_BYTES
        resource.prlimit(house.bot.pid, resource.RLIMIT_FSIZE, (most, -1))
        await hands.do_all(deeds)
        await asyncio.sleep(FULL_SECONDS)
        house.bot.must_run()
        resource.prlimit(house.bot.pid, resource.RLIMIT_FSIZE, WITHOUT_LIMIT)
        return ["disk full"]


def _sizes(folder: Path) -> list[int]:
    return sorted(file.stat().st_size for file in folder.rglob("*") if file.is_file())


@dataclass(frozen=True)
class FullServer(NothingBetween):
    """No file of PostgreSQL's may grow any more: no table, or not even its log, and then it ends.

    Args:
        most_bytes: chance says up to how many a file may have, and none more than that.
    """

    server: Postgres
    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    most_bytes: int = LOG_SEGMENT_BYTES

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while PostgreSQL's disk is full, make room again, and start it if it has ended of that."""
        await house.bot.listening()
        self.server.limit_files(chance.randint(0, self.most_bytes))
        try:
            await hands.do_all(deeds)
            await asyncio.sleep(FULL_SECONDS)
            house.bot.must_run()
        finally:
            has_ended = await self.server.has_room_again()
        return ["disk full, and PostgreSQL ended" if has_ended else "disk full"]


@dataclass(frozen=True)
class Locked(NothingBetween):
    """Another process holds the bot's file for longer than the bot waits for it."""

    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while the database is locked."""
        await house.bot.listening()
        await asyncio.sleep(chance.uniform(0, 0.2))
        other = sqlite3.connect(house.bot.log.parent / "data" / "radslag.db", isolation_level=None, timeout=30)
        try:
            other.execute("BEGIN EXCLUSIVE")
            await hands.do_all(deeds)
            await asyncio.sleep(LOCKED_SECONDS)
            house.bot.must_run()
        finally:
            other.close()
        return ["database locked"]


@dataclass(frozen=True)
class Restarted(NothingBetween):
    """The PostgreSQL that the bot is on ends as by a power cut, and comes back."""

    server: Postgres
    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while the database is gone."""
        await house.bot.listening()
        typing = asyncio.create_task(hands.do_all(deeds))
        await asyncio.sleep(chance.uniform(0, 0.5))
        async with self.server.away():
            await typing
            await asyncio.sleep(chance.uniform(0, FULL_SECONDS))
            house.bot.must_run()
        return ["database restarted"]


@dataclass(frozen=True)
class Jumps(NothingBetween):
    """The machine's clock is set wrong, by an hour, a day or ten years, forwards or back; often over a restart."""

    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    jumps: Sequence[int] = JUMPS

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Set the clock wrong for a while when something has fallen due; what people type by it has no fixed words."""
        if deeds:
            await hands.do_all(deeds)
            return []
        folder = house.bot.log.parent
        await house.bot.listening()
        set_wrong(folder, chance.choice(self.jumps))
        if chance.random() < 0.5:
            house.bot.kill()
            house.bot.start()
            await house.bot.listening()
        await asyncio.sleep(WRONG_SECONDS)
        house.bot.must_run()
        set_wrong(folder, 0)
        return ["clock set wrong"]

"""Two processes for one council: the one at work is killed, stands still or is asked to end, and the other goes on."""

import asyncio
import random
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from rehearsal.apart import BotApart
from rehearsal.district import District

LONGEST_WAIT_SECONDS = 0.7
LOOK_EVERY_SECONDS = 0.1
COME_SECONDS = 60.0
WAYS = {"killed": signal.SIGKILL, "stopped": signal.SIGSTOP, "asked to end": signal.SIGTERM}


@dataclass
class Pairs:
    """A second process stands by; the first is disturbed, and the second is the first from then on.

    Args:
        without: "bare" takes away what keeps the two apart; then one stands still, and later goes on beside the other.
    """

    without: tuple[str, ...] = ()
    patience_seconds: float = PATIENCE_SECONDS
    _url: str = field(default="", repr=False)
    _others: list[BotApart] = field(default_factory=list, repr=False)

    @property
    def bot(self) -> tuple[str, ...]:
        """The bot as one of several, with less patience than in life."""
        return ("proof.beside", *self.without)

    @asynccontextmanager
    async def around(self, district: District) -> AsyncIterator[None]:
        """Let processes share the database, and end what is left of them."""
        assert district.database
        self._url, district.is_shared = district.database, True
        try:
            yield
        finally:
            for other in self._others:
                await other.stop()

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while the process at work is disturbed."""
        working, standing_by = house.bot, await self._another(house)
        way = "stopped, and going on later" if self.without else chance.choice(tuple(WAYS))
        typing = asyncio.create_task(hands.do_all(deeds))
        await asyncio.sleep(chance.uniform(0, LONGEST_WAIT_SECONDS))
        if self.without:
            _told(working, signal.SIGSTOP)
        else:
            await _befall(working, WAYS[way])
        house.bot = standing_by
        await typing
        return [way]

    async def _another(self, house: House) -> BotApart:
        """Start one more, and wait until the database knows it; or let the one that stands still go on."""
        if self.without and self._others:
            (other,) = (each for each in self._others if each is not house.bot)
            _told(other, signal.SIGCONT)
            return other
        settings, clock = house.bot.log.with_name("config.yaml"), house.bot.log.with_name("clock.json")
        another = BotApart(settings, clock, *self.bot)
        another.log = house.bot.log.with_name(f"bot-{len(self._others)}.log")
        self._others += [each for each in (house.bot, another) if each not in self._others]
        another.start()
        await self._known(another)
        return another

    async def _known(self, another: BotApart) -> None:
        found = text("SELECT count(*) FROM processes WHERE pid = :pid")
        engine = create_async_engine(self._url, poolclass=NullPool)
        async with asyncio.timeout(COME_SECONDS), engine.connect() as connection:
            while not await connection.scalar(found, {"pid": another.pid}):
                another.must_run()
                await connection.rollback()
                await asyncio.sleep(LOOK_EVERY_SECONDS)
        await engine.dispose()


def _told(process: BotApart, what: signal.Signals) -> None:
    assert process._process
    process._process.send_signal(what)


async def _befall(working: BotApart, what: signal.Signals) -> None:
    """Do something to a process, and wait until it has ended of that, or been ended by the other."""
    _told(working, what)
    assert working._process
    await asyncio.to_thread(working._process.wait, COME_SECONDS)

"""Killing the bot in every phase of its work, and asking it to end."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from proof.judge import counted, everything_said
from proof.play import LOOK_EVERY_SECONDS, NothingBetween

LONGEST_WAIT_SECONDS = 0.7
HEARING_SECONDS = (0.0, 0.2)
START_UP_SECONDS = 1.8


class Way(Enum):
    """When the bot is killed."""

    AT_WORK = "at some moment while it works"
    HEARING = "just after somebody has typed something"
    SPEAKING = "as soon as something of it is seen"
    STARTING = "while it starts again"
    ASKED = "asked to end (SIGTERM)"
    ASKED_EARLY = "asked to end (SIGTERM) while it starts again"


@dataclass(frozen=True)
class Kills(NothingBetween):
    """The bot is killed.

    Args:
        bot: the module that is run for it, and what more it is told.
        ways: the ways of killing it to choose from.
        hearing_seconds: after how long at least and at most a bot that hears something is killed.
        patience_seconds: how long to wait for what it should have said.
    """

    bot: tuple[str, ...] = ("proof.bot",)
    hearing_seconds: tuple[float, float] = HEARING_SECONDS
    ways: tuple[Way, ...] = tuple(Way)
    patience_seconds: float = PATIENCE_SECONDS

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while the bot is killed, and start it again."""
        way = chance.choice(self.ways)
        # A bot that still starts has nothing to lose yet; starting has a way of its own.
        await house.bot.listening()
        before = counted(await everything_said(house.district, house.clock)).total()
        first = chance.randint(1, len(deeds)) if way is Way.HEARING and deeds else len(deeds)
        typing = asyncio.create_task(hands.do_all(deeds[:first]))
        await self._moment(house, chance, way, before, typing)
        await _end(house, chance, way)
        await typing
        await hands.do_all(deeds[first:])
        house.bot.start()
        return [way.value]

    async def _moment(
        self, house: House, chance: random.Random, way: Way, before: int, typing: asyncio.Task[None]
    ) -> None:
        """Return when the bot is to be killed."""
        if way is Way.SPEAKING:
            await _something_more(house, before, typing)
        elif way is Way.HEARING:
            await typing
            await asyncio.sleep(chance.uniform(*self.hearing_seconds))
        else:
            await asyncio.sleep(chance.uniform(0, LONGEST_WAIT_SECONDS))


async def _end(house: House, chance: random.Random, way: Way) -> None:
    if way is Way.ASKED:
        await house.bot.stop()
    else:
        house.bot.kill()
    if way in (Way.STARTING, Way.ASKED_EARLY):
        house.bot.start()
        await asyncio.sleep(chance.uniform(0, START_UP_SECONDS))
        if way is Way.STARTING:
            house.bot.kill()
        else:
            await house.bot.stop()


async def _something_more(house: House, before: int, typing: asyncio.Task[None]) -> None:
    """Return as soon as something of the bot is seen, or when nothing is to be expected any more."""
    for _ in range(int(LONGEST_WAIT_SECONDS * 2 / LOOK_EVERY_SECONDS)):
        if counted(await everything_said(house.district, house.clock)).total() > before:
            return
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    await typing

"""Ending the bot at every named point of its work, one after the other."""

import asyncio
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from proof.crashing import FILE, POINTS
from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from proof.play import NothingBetween

LATEST_HIT = 3
START_UP_SECONDS = 60.0
WAIT_SECONDS = 6.0
LOOK_EVERY_SECONDS = 0.05


@dataclass
class Points(NothingBetween):
    """The bot ends itself at a named point; all points in turn.

    Args:
        start_at: which point is the first.
        points: what it may end at.
        latest_hit: at which passing of it at the latest.
    """

    start_at: int = 0
    patience_seconds: float = PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    points: Sequence[str] = POINTS
    latest_hit: int = LATEST_HIT
    reached: set[str] = field(default_factory=set)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> str | None:
        """Begin a process that ends at the next point, let people act, and begin one that lives on."""
        point, self.start_at = self.points[self.start_at % len(self.points)], self.start_at + 1
        fate = {"point": point, "hit": chance.randint(1, self.latest_hit)}
        told = house.bot.log.parent / FILE
        house.bot.kill()
        told.write_text(json.dumps(fate))
        house.bot.start()
        await hands.do_all(deeds)
        died = await _died(house, told)
        if died:
            self.reached.add(point)
        else:
            house.bot.kill()
        told.unlink(missing_ok=True)
        house.bot.start()
        return point if died else None


async def _died(house: House, told: Path) -> bool:
    """Wait until the process has ended; not for ever, once it has been told and is at work."""
    looks = int(WAIT_SECONDS / LOOK_EVERY_SECONDS)
    for _ in range(int(START_UP_SECONDS / LOOK_EVERY_SECONDS)):
        if not house.bot.runs:
            return True
        looks -= not told.exists()  # noqa: ASYNC240 - one look at one name
        if looks <= 0:
            break
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    return False

"""Power cuts: whatever SQLite has not had put on the disk is gone with the process."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass

from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from proof.play import NothingBetween
from proof.power import cut

LONGEST_WAIT_SECONDS = 0.7


@dataclass(frozen=True)
class PowerCuts(NothingBetween):
    """The power fails while the bot works, or just after."""

    patience_seconds: float = PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.powered",)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while the power fails, and start the bot on what the disk has."""
        await house.bot.listening()
        typing = asyncio.create_task(hands.do_all(deeds))
        await asyncio.sleep(chance.uniform(0, LONGEST_WAIT_SECONDS))
        if chance.random() < 0.5:
            await typing
        house.bot.kill()
        undone = cut(house.bot.log.parent)
        await typing
        house.bot.start()
        return ["power cut, something undone" if undone else "power cut, nothing to undo"]

"""Ending the bot at every named point of its work, one after the other."""

import asyncio
import json
import random
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from secrets import token_hex

from proof.crashing import FILE, POINTS
from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from proof.play import NothingBetween
from proof.scene import ends_by_itself
from rehearsal.actor import Actor
from rehearsal.apart import BotDiedError
from rehearsal.district import District

LATEST_HIT = 3
MOST_TRIES = 2
OF_NEWCOMERS = frozenset({"upload", "query", "claim", "members", "join", "sendToDevice"})
"""What the bot asks of its homeserver only when somebody is new."""
START_UP_SECONDS = 60.0
WAIT_SECONDS = 6.0


@dataclass
class Points(NothingBetween):
    """The bot ends itself at a named point; all points in turn, and those again at which it did not.

    Args:
        patience_seconds: how long to wait for what it should have said.
        points: what it may end at.
        latest_hit: at which passing of it at the latest.
    """

    patience_seconds: float = PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    points: Sequence[str] = POINTS
    latest_hit: int = LATEST_HIT
    _ahead: deque[str] = field(default_factory=deque, repr=False)
    _tries: Counter[str] = field(default_factory=Counter, repr=False)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> str | None:
        """Begin a process that ends at the next point, let people act, and begin one that lives on."""
        self._ahead = self._ahead or deque(self.points)
        point = self._ahead.popleft()
        # A point that was not met so often is waited for once.
        fate = {"point": point, "hit": 1 if self._tries[point] else chance.randint(1, self.latest_hit)}
        told = house.bot.log.parent / FILE
        house.bot.kill()
        told.write_text(json.dumps(fate))
        house.bot.start()
        if point.split()[1] in OF_NEWCOMERS:
            await _somebody_new(house.district)
        await hands.do_all(deeds)
        died = await _died(house)
        if not died and not (died := _ended(house)):
            self._tries[point] += 1
            if self._tries[point] < MOST_TRIES:
                self._ahead.append(point)
        told.unlink(missing_ok=True)
        house.bot.start()
        return point if died else None


async def _somebody_new(district: District) -> None:
    """Have somebody with a new device ask for a chat: the bot comes, and keys are made, claimed and shared."""
    account = await district.homeserver.register(f"{district.prefix}new-{token_hex(4)}", token_hex(8))
    newcomer = await Actor.sign_in(district.session, district.homeserver.url, account)
    await newcomer.say(await newcomer.chat_with(district.bot.user_id), "!next")
    await newcomer.close()


def _ended(house: House) -> bool:
    """End the process; say whether it has ended before."""
    try:
        house.bot.kill()
    except BotDiedError:
        return True
    return False


async def _died(house: House) -> bool:
    """Wait until the process has ended; not for ever, once it is at work."""
    try:
        async with asyncio.timeout(START_UP_SECONDS):
            await house.bot.listening()
    except BotDiedError:
        return True
    except TimeoutError:
        return False
    return await ends_by_itself(house, WAIT_SECONDS)

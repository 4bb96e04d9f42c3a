"""Ending the bot at every named point of its work, one after the other."""

import asyncio
import json
import random
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
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
LINKS = 6
OF_EVERY_START = frozenset({"sync", "account_data", "commit"})
OF_NEWCOMERS = frozenset({"join", "members", "query", "claim", "sendToDevice"})
"""What the bot asks of its homeserver only when somebody is new."""
KEYS_USED_UP = 40
"""Of fifty; the bot makes new ones when half of them are gone."""
START_UP_SECONDS = 60.0
WAIT_SECONDS = 6.0


@dataclass
class Points(NothingBetween):
    """The bot ends itself at a named point, the next process at the next: all in turn, and again where it did not.

    What one process leaves undone brings the next one to the point that comes after.

    Args:
        patience_seconds: how long to wait for what it should have said.
        points: what it may end at.
        latest_hit: at which passing of it at the latest.
        links: how many processes end one after the other before one lives on.
    """

    patience_seconds: float = PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    points: Sequence[str] = POINTS
    latest_hit: int = LATEST_HIT
    links: int = LINKS
    _ahead: deque[str] = field(default_factory=deque, repr=False)
    _tries: Counter[str] = field(default_factory=Counter, repr=False)
    _reached: set[str] = field(default_factory=set, repr=False)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Begin processes that end at the next points, let people act, and begin one that lives on."""
        met: list[str] = []
        is_owed = False
        house.bot.kill()
        for some in _shared_out(deeds, self.links):
            self._ahead = self._ahead or deque(self.points)
            point = self._ahead.popleft()
            with _fated(house, point, self._hit(point, chance)):
                house.bot.start()
                if not is_owed and _needs(point, deeds):
                    await _somebody_new(house.district)
                    is_owed = True
                if point.endswith(" upload"):
                    await _use_up_keys(house.district)
                await hands.do_all(some)
                if await _died(house) or _ended(house):
                    met.append(point)
                else:
                    is_owed = False
                    self._put_off(point)
        self._reached |= set(met)
        house.bot.start()
        return met

    def _hit(self, point: str, chance: random.Random) -> int:
        """Return at which passing of a point the process ends: at the first where no other may come."""
        is_passed_often = point in self._reached or _step(point) in OF_EVERY_START
        return chance.randint(1, self.latest_hit) if is_passed_often and not self._tries[point] else 1

    def _put_off(self, point: str) -> None:
        """Try a point again once all the others have been tried."""
        self._tries[point] += 1
        if self._tries[point] < MOST_TRIES:
            self._ahead.append(point)


def _step(point: str) -> str:
    return point.split()[1]


def _needs(point: str, deeds: Sequence[Deed]) -> bool:
    """Whether somebody has to be new for the bot to come to a point."""
    return _step(point) in OF_NEWCOMERS or not (deeds or _step(point) in OF_EVERY_START)


def _shared_out(deeds: Sequence[Deed], shares: int) -> list[Sequence[Deed]]:
    """Return the same, in as many parts."""
    bounds = [len(deeds) * number // shares for number in range(shares + 1)]
    return [deeds[begins:ends] for begins, ends in pairwise(bounds)]


@contextmanager
def _fated(house: House, point: str, hit: int) -> Iterator[None]:
    told = house.bot.log.parent / FILE
    told.write_text(json.dumps({"point": point, "hit": hit}))
    yield
    told.unlink(missing_ok=True)


async def _somebody_new(district: District) -> None:
    """Have somebody with a new device ask for a chat: the bot comes, and keys are made, claimed and shared."""
    account = await district.homeserver.register(f"{district.prefix}new-{token_hex(4)}", token_hex(8))
    newcomer = await Actor.sign_in(district.session, district.homeserver.url, account)
    # Who says nothing has opened no session with the bot; so it is the bot that claims a key, to greet them.
    await newcomer.chat_with(district.bot.user_id)
    await newcomer.close()


async def _use_up_keys(district: District) -> None:
    """Claim the bot's one-time keys, as many people's devices do that write to it for the first time."""
    api, user = district.actors["onlooker"].api, district.bot.user_id
    devices = (await api.post("/keys/query", {"device_keys": {user: []}}))["device_keys"][user]
    wanted = {"one_time_keys": {user: dict.fromkeys(devices, "signed_curve25519")}}
    await asyncio.gather(*(api.post("/keys/claim", wanted) for _ in range(KEYS_USED_UP)))


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
    return await ends_by_itself(house.bot, WAIT_SECONDS)

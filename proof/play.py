"""The same rounds, played undisturbed and disturbed, and a checker outside of the bot that compares what was said.

They are played in districts of their own on one homeserver. The history is the driver's, and the truth is the rooms'
timelines as people read them: no answer may be missing and none be there twice, no reminder either, whatever the bot
believes to have done.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from proof.deeds import Deed, Hands, some_deeds
from proof.house import OPENING, House, at_work
from proof.judge import EYES, Said, Verdict, counted, everything_said, judged, noted
from rehearsal.apart import BotDiedError, BotHangsError
from rehearsal.bot import InProcess
from rehearsal.district import District
from rehearsal.stage import StageClock

LOOK_EVERY_SECONDS = 0.05
SETTLING_SECONDS = 2.0
START_SECONDS = 90.0


@dataclass(frozen=True)
class Round:
    """A moment at which something falls due, and what people type a minute later.

    Args:
        said_by: how much the bot has said in all, where, once the first phase and once the second is over.
    """

    moment: datetime
    deeds: tuple[Deed, ...]
    said_by: tuple[Counter[str], Counter[str]] = (Counter(), Counter())


@dataclass
class History:
    """What happened, as the driver saw it."""

    rounds: list[Round] = field(default_factory=list)
    cycles: Counter[str] = field(default_factory=Counter)
    recovered: list[float] = field(default_factory=list)
    """How many seconds after each disturbance everything was said."""
    said: Counter[Said] = field(default_factory=Counter)
    said_after: list[Counter[Said]] = field(default_factory=list)
    """What had been said after each round."""
    verdict: Verdict = field(default_factory=Verdict)
    astray: int = 0
    """How often the bot ended by itself, did not end when it was asked to, or did not say in time what it should."""

    def first(self, rounds: int) -> "History":
        """Return the same, as if no more than some rounds had been played, but one."""
        rounds = max(1, rounds)
        said_after = self.said_after[:rounds]
        return History(self.rounds[:rounds], said=said_after[-1], said_after=said_after)

    def is_reminder(self, said: Said) -> bool:
        """Whether something was said at a moment at which something fell due, before anybody typed."""
        return said[1] in {f"{each.moment.astimezone(UTC):%Y-%m-%d %H:%M}" for each in self.rounds}


async def undisturbed(district: District, folder: Path, chance: random.Random, rounds: int) -> History:
    """Play some rounds with a bot in peace, whenever something falls due; return what was to be said."""
    history = History()
    async with _peace(district, folder) as peace:
        for number in range(rounds):
            moment = await peace.bot.next_moment()
            assert moment is not None
            moment = max(moment, peace.clock.now() + timedelta(minutes=1))
            history.rounds.append(await _in_peace(peace, Round(moment, some_deeds(chance, number))))
            history.said_after.append(await everything_said(district, peace.clock))
    history.said = history.said_after[-1]
    return history


async def as_planned(district: District, folder: Path, plan: Sequence[Round]) -> History:
    """Play given rounds with a bot in peace; return what was to be said."""
    history = History()
    async with _peace(district, folder) as peace:
        for each in plan:
            history.rounds.append(await _in_peace(peace, each))
        history.said = await everything_said(district, peace.clock)
    return history


@dataclass(frozen=True)
class _Peace:
    """A district with a bot that nobody disturbs."""

    bot: InProcess
    clock: StageClock
    hands: Hands


@asynccontextmanager
async def _peace(district: District, folder: Path) -> AsyncIterator[_Peace]:
    clock = StageClock(OPENING)
    settings = district.write_settings(folder / "config.yaml", folder / "data")
    async with InProcess.running(settings, clock, folder / "bot.log") as bot:
        await district.bot_has_come()
        await open_chats(district)
        await bot.settle()
        yield _Peace(bot, clock, Hands(district))


async def _in_peace(peace: _Peace, planned: Round) -> Round:
    """Play a round; return it with how much was said."""
    district, clock = peace.hands.district, peace.clock
    clock.move_to(planned.moment)
    await peace.bot.settle()
    first = counted(await everything_said(district, clock))
    clock.move_to(planned.moment + timedelta(minutes=1))
    for deed in planned.deeds:
        await peace.hands.do(deed)
        await peace.bot.settle()
    second = counted(await everything_said(district, clock))
    return replace(planned, said_by=(first, second))


class Disturbance(Protocol):
    """How the bot is disturbed."""

    @property
    def bot(self) -> tuple[str, ...]:
        """The module that is run for the bot, and what more it is told."""

    @property
    def patience_seconds(self) -> float:
        """How long to wait for what it should have said before it is taken for lost."""

    def around(self, district: District) -> AbstractAsyncContextManager[None]:
        """Make ready what stands between the bot and its homeserver, if anything does."""

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Have people do something while the bot is disturbed; when this returns, the bot is at work again.

        Returns:
            in what ways it was disturbed; none if it was not, after all.
        """


class NothingBetween:
    """A disturbance for which nothing stands between the bot and its homeserver."""

    @asynccontextmanager
    async def around(self, _district: District) -> AsyncIterator[None]:
        """Make nothing ready."""
        yield


async def disturbed(
    district: District, folder: Path, chance: random.Random, plan: Iterable[Round], disturbance: Disturbance
) -> History:
    """Play the same rounds while the bot is disturbed in each phase; return what was said.

    Once something is lost for good the rest is not played: one difference is enough.
    """
    history = History()
    async with disturbance.around(district), at_work(district, folder, *disturbance.bot) as house:
        await open_chats(district)
        try:
            await _play(house, chance, disturbance, plan, history)
        except (BotDiedError, BotHangsError):
            history.astray += 1
        history.said = await everything_said(district, house.clock)
        if house.bot.runs:
            house.bot.kill()
        history.verdict = await judged(district, house.clock, folder / "config.yaml")
    return history


async def _play(
    house: House, chance: random.Random, disturbance: Disturbance, plan: Iterable[Round], history: History
) -> None:
    hands = Hands(house.district)
    said = await _all_said(house, Counter({"k01": 1, "k13": 1}), disturbance.patience_seconds)
    history.astray += not said
    for each in plan if said else ():
        history.rounds.append(each)
        for phase, deeds in enumerate(((), each.deeds)):
            if said:
                house.clock.move_to(each.moment + timedelta(minutes=phase))
                history.cycles.update(await disturbance.disturb(house, hands, chance, deeds))
                began = time.monotonic()
                said = await _all_said(house, each.said_by[phase], disturbance.patience_seconds)
                history.recovered.append(time.monotonic() - began)
        if not said:
            # Said after the start below, it would be there in the end all the same.
            history.astray += 1
            break
    # What would be said a second time is said soon after a start.
    house.bot.kill()
    house.bot.start()
    await _started(house, min(START_SECONDS, 3 * disturbance.patience_seconds))
    await noted(house.bot.log.with_name("config.yaml"), house.clock, min(START_SECONDS, disturbance.patience_seconds))
    await asyncio.sleep(SETTLING_SECONDS)


def differences(wanted: History, found: History) -> list[str]:
    """Return what is missing and what was said too often, in lines to read."""
    lost, extra = wanted.said - found.said, found.said - wanted.said
    lines = [f"LOST   {count} x {said}" for said, count in lost.items()]
    return lines + [f"DOUBLE {count} x {said}" for said, count in extra.items()]


async def open_chats(district: District) -> None:
    """Have everybody who is watched in a chat of their own open it."""
    for person, place in EYES:
        if place is None:
            await district.chat(person)


async def _started(house: House, patience_seconds: float) -> None:
    """Wait until the bot is at work; not for ever, for one without its protections may never be."""
    with suppress(TimeoutError):
        async with asyncio.timeout(patience_seconds):
            await house.bot.listening()


async def _all_said(house: House, wanted: Counter[str], patience_seconds: float) -> bool:
    """Wait until the bot has said so much everywhere; say whether it has. Starting takes as long as it takes."""
    await _started(house, START_SECONDS)
    deadline = asyncio.get_running_loop().time() + patience_seconds
    while wanted - counted(await everything_said(house.district, house.clock)):
        if asyncio.get_running_loop().time() > deadline:
            return False
        house.bot.must_run()
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    return True

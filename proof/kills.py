"""Killing the bot at random moments, and a checker outside of it that compares what was said with an undisturbed run.

The same rounds are played twice, in two districts on one homeserver: once by a bot that nobody disturbs, once by one
that is killed in every phase. The history is the driver's own, and the truth is the rooms' timelines as people read
them: no answer may be missing and none be there twice, no reminder either, whatever the bot believes to have done.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from rehearsal.bot import InProcess
from rehearsal.district import District
from rehearsal.stage import StageClock
from tests.end_to_end.house import OPENING, PATIENCE_SECONDS, House, at_work

EYES = (("secretary", "open"), ("secretary", "council"), ("secretary", "secretariat"), ("k01", None))
LONGEST_WAIT_SECONDS = 0.7
HEARING_SECONDS = 0.2
START_UP_SECONDS = 1.8
LOOK_EVERY_SECONDS = 0.05
SETTLING_SECONDS = 3.0
Said = tuple[str, str, str]
"""Where, at which played minute, and what."""


@dataclass(frozen=True)
class Deed:
    """One thing somebody types; None for the place means a direct chat."""

    person: str
    place: str | None
    body: str


@dataclass(frozen=True)
class Round:
    """A moment at which something falls due, and what people type a minute later.

    Args:
        said_by: how much the bot has said in all, where, once the first phase and once the second is over.
    """

    moment: datetime
    deeds: tuple[Deed, ...]
    said_by: tuple[Counter[str], Counter[str]] = (Counter(), Counter())


class Way(Enum):
    """When the bot is killed."""

    AT_WORK = "at some moment while it works"
    HEARING = "just after somebody has typed something"
    SPEAKING = "as soon as something of it is seen"
    STARTING = "while it starts again"


@dataclass
class History:
    """What happened, as the driver saw it."""

    rounds: list[Round] = field(default_factory=list)
    kills: Counter[Way] = field(default_factory=Counter)
    said: Counter[Said] = field(default_factory=Counter)


def some_deeds(chance: random.Random, number: int) -> tuple[Deed, ...]:
    """Return what people type in a round."""
    possible = (
        Deed("boe", "council", f"!agenda add Item number {number}"),
        Deed("boe", "council", f"!agenda add Matter number {number} (decision, 5 min)"),
        Deed("onlooker", "open", "!next"),
        Deed("k01", None, f"!concern The lamp number {number} at the crossing is out"),
        Deed("chair", "council", "!agenda list"),
    )
    return tuple(chance.sample(possible, chance.randint(1, 3)))


async def undisturbed(district: District, folder: Path, chance: random.Random, rounds: int) -> History:
    """Play some rounds with a bot in peace; return what was to be said."""
    history = History()
    clock = StageClock(OPENING)
    async with InProcess.running(district.write_settings(folder / "config.yaml", folder / "data"), clock) as bot:
        await district.bot_has_come()
        await district.chat("k01")
        await bot.settle()
        for number in range(rounds):
            moment = await bot.next_moment()
            assert moment is not None
            deeds = some_deeds(chance, number)
            clock.move_to(max(moment, clock.now() + timedelta(minutes=1)))
            moment = clock.now()
            await bot.settle()
            first = counted(await everything_said(district, clock))
            clock.move_to(moment + timedelta(minutes=1))
            for deed in deeds:
                await do(district, deed)
                await bot.settle()
            second = counted(await everything_said(district, clock))
            history.rounds.append(Round(moment, deeds, (first, second)))
        history.said = await everything_said(district, clock)
    return history


@dataclass(frozen=True)
class Nuisance:
    """How the bot is disturbed.

    Args:
        bot: the module that is run for the bot, and what more it is told.
        ways: the ways of killing it to choose from.
        patience_seconds: how long to wait for what it should have said before it is taken for lost.
    """

    bot: tuple[str, ...] = ("rehearsal.bot",)
    ways: tuple[Way, ...] = tuple(Way)
    patience_seconds: float = PATIENCE_SECONDS


async def disturbed(
    district: District, folder: Path, chance: random.Random, plan: Sequence[Round], nuisance: Nuisance
) -> History:
    """Play the same rounds while the bot is killed in each phase; return what was said.

    Once something is lost for good the rest is not played: one difference is enough.
    """
    history = History(list(plan))
    async with at_work(district, folder, *nuisance.bot) as house:
        await district.chat("k01")
        said = await _all_said(house, Counter({"k01": 1}), nuisance.patience_seconds)
        for each in plan:
            for phase, deeds in enumerate(((), each.deeds)):
                if said:
                    house.clock.move_to(each.moment + timedelta(minutes=phase))
                    way = chance.choice(nuisance.ways)
                    await _kill(house, chance, way, deeds)
                    history.kills[way] += 1
                    said = await _all_said(house, each.said_by[phase], nuisance.patience_seconds)
        # What would be said a second time is said soon after a start.
        house.bot.kill()
        house.bot.start()
        await asyncio.sleep(SETTLING_SECONDS)
        history.said = await everything_said(district, house.clock)
    return history


def differences(wanted: History, found: History) -> list[str]:
    """Return what is missing and what was said too often, in lines to read."""
    lost, extra = wanted.said - found.said, found.said - wanted.said
    lines = [f"LOST   {count} x {said}" for said, count in lost.items()]
    return lines + [f"DOUBLE {count} x {said}" for said, count in extra.items()]


async def everything_said(district: District, clock: StageClock) -> Counter[Said]:
    """Return all that the bot has said, as people read it."""
    said: Counter[Said] = Counter()
    for person, place in EYES:
        actor = district.actors[person]
        room_id = district.rooms[place] if place else await actor.chat_with(district.bot.user_id)
        for post in await actor.read(room_id):
            if post.sender == district.bot.user_id:
                said[place or person, f"{clock.at(post.at_ms):%Y-%m-%d %H:%M}", post.body] += 1
    return said


def counted(said: Counter[Said]) -> Counter[str]:
    """Return how much was said where."""
    amount: Counter[str] = Counter()
    for (place, _, _), count in said.items():
        amount[place] += count
    return amount


async def do(district: District, deed: Deed) -> None:
    """Have somebody type something."""
    room_id = district.rooms[deed.place] if deed.place else await district.chat(deed.person)
    await district.actors[deed.person].say(room_id, deed.body)


async def _kill(house: House, chance: random.Random, way: Way, deeds: Sequence[Deed]) -> None:
    """Let people type while the bot is killed, and start it again."""
    before = counted(await everything_said(house.district, house.clock)).total()
    first = chance.randint(1, len(deeds)) if way is Way.HEARING and deeds else len(deeds)
    typing = asyncio.create_task(_type(house, deeds[:first]))
    if way is Way.SPEAKING:
        await _something_more(house, before, typing)
    elif way is Way.HEARING:
        await typing
        await asyncio.sleep(chance.uniform(0, HEARING_SECONDS))
    else:
        await asyncio.sleep(chance.uniform(0, LONGEST_WAIT_SECONDS))
    house.bot.kill()
    if way is Way.STARTING:
        house.bot.start()
        await asyncio.sleep(chance.uniform(0, START_UP_SECONDS))
        house.bot.kill()
    await typing
    await _type(house, deeds[first:])
    house.bot.start()


async def _type(house: House, deeds: Sequence[Deed]) -> None:
    for deed in deeds:
        await do(house.district, deed)


async def _something_more(house: House, before: int, typing: asyncio.Task[None]) -> None:
    """Return as soon as something of the bot is seen, or when nothing is to be expected any more."""
    for _ in range(int(LONGEST_WAIT_SECONDS * 2 / LOOK_EVERY_SECONDS)):
        if counted(await everything_said(house.district, house.clock)).total() > before:
            return
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    await typing


async def _all_said(house: House, wanted: Counter[str], patience_seconds: float) -> bool:
    """Wait until the bot has said so much everywhere; say whether it has."""
    deadline = asyncio.get_running_loop().time() + patience_seconds
    while wanted - counted(await everything_said(house.district, house.clock)):
        if asyncio.get_running_loop().time() > deadline:
            return False
        house.bot.must_run()
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    return True

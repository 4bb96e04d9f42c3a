"""A scene, and what people ask in it: a history that the driver keeps, command by command."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from proof.figures import Figures, times
from proof.house import House, answered
from proof.judge import IN_CLEAR, Verdict, judged, noted
from proof.play import SETTLING_SECONDS
from rehearsal.apart import BotApart, BotDiedError

LOOK_EVERY_SECONDS = 0.1
START_SECONDS = 40.0
NOTED_WITHIN_SECONDS = 15.0


@dataclass(frozen=True)
class Scene:
    """A fault with a story of its own.

    Args:
        name: what is done.
        without: the protection that the control takes away.
        played: plays it for some seconds, with the protection or without.
        seconds: how much of half an hour it is given.
        control_seconds: how much its control takes of that.
    """

    name: str
    without: str
    played: Callable[..., Awaitable[tuple[Figures, ...]]]
    seconds: float = 40.0
    control_seconds: float = 30.0


@dataclass
class Asked:
    """What people asked of the bot where, each to be answered once."""

    house: House
    events: dict[tuple[str, str | None], list[str]] = field(default_factory=dict)
    rooms: dict[tuple[str, str | None], set[str]] = field(default_factory=dict)
    """Where it was asked: a room may have been replaced by another meanwhile."""
    recovered: list[float] = field(default_factory=list)

    async def ask(self, person: str, place: str | None, body: str) -> str:
        """Have somebody type a command; return its event."""
        event = await self.house.says(person, body, place)
        self.events.setdefault((person, place), []).append(event)
        district = self.house.district
        room_id = district.rooms[place] if place else await district.chat(person)
        self.rooms.setdefault((person, place), set()).add(room_id)
        return event

    async def all_answered(self, patience_seconds: float) -> bool:
        """Wait until everything asked so far is answered; say whether it is."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        while loop.time() - began < patience_seconds:
            if not (await self._counted())[1].total():
                self.recovered.append(loop.time() - began)
                return True
            if not self.house.bot.runs:
                return False
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        return False

    async def figures(self, started: Figures) -> tuple[Figures, Figures]:
        """Return what came of it in plain and in encrypted rooms."""
        owed, lost, extra = await self._counted()
        made = [
            replace(
                started,
                rooms=rooms,
                acknowledged=owed[rooms],
                lost=lost[rooms],
                doubled=extra[rooms],
                recovered=times(self.recovered),
            )
            for rooms in ("plain", "encrypted")
        ]
        return made[0], made[1]

    async def _counted(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        owed, lost, extra = Counter[str](), Counter[str](), Counter[str]()
        for (person, place), events in self.events.items():
            rooms = "plain" if place in IN_CLEAR else "encrypted"
            wanted = Counter(events)
            actor = self.house.district.actors[person]
            posts = [post for room_id in self.rooms[person, place] for post in await actor.read(room_id)]
            seen = Counter(event for post in posts if post.readable and (event := answered(post)) in wanted and event)
            owed[rooms] += wanted.total()
            lost[rooms] += (wanted - seen).total()
            extra[rooms] += (seen - wanted).total()
        return owed, lost, extra


async def ends_by_itself(bot: BotApart, seconds: float) -> bool:
    """Wait until the bot has ended; say whether it has."""
    try:
        async with asyncio.timeout(seconds):
            while True:
                bot.must_run()
                await asyncio.sleep(LOOK_EVERY_SECONDS)
    except BotDiedError:
        return True
    except TimeoutError:
        return False


async def final(house: House, settings: Path) -> Verdict:
    """Start the bot once more, end it, and compare the rooms with its records.

    What it said last is written down after it was said; what it would say a second time it says soon after a start.
    """
    if house.bot.runs:
        house.bot.kill()
        house.bot.start()
        with suppress(BotDiedError, TimeoutError):
            async with asyncio.timeout(START_SECONDS):
                await house.bot.listening()
            await noted(settings, house.clock, NOTED_WITHIN_SECONDS)
            await asyncio.sleep(SETTLING_SECONDS)
    if house.bot.runs:
        house.bot.kill()
    return await judged(house.district, house.clock, settings)

"""The parts of the proof in their order, and how much of the time each of them is given."""

import asyncio
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass

from proof.faults import FAULTS, Fault
from proof.figures import ASIDE, Figures
from proof.scene import Scene
from proof.scenes import SCENES
from proof.series import POSTGRESQL, Pace, Series

HALF_AN_HOUR = 1800.0
CONTROL_SECONDS = 40.0
CONTROL_ROUNDS = 3
ROUNDS_OF_HALF_AN_HOUR, MOST_ROUNDS = 14, 400
LONGEST_SECONDS = 420.0
"""Beyond what it was given, a part may take so long; then it is broken off."""
UNTIL = 0.94
"""Parts are given so much of the time; ending takes some, and none ends to the second."""


@dataclass(frozen=True)
class Part:
    """A fault or a control.

    Args:
        name: what is done; of a control, what it is without.
        store: the database that the bot is on.
        seconds: how much of half an hour it is given.
        plays: plays it for some seconds.
        must_fail: whether it is a control.
    """

    name: str
    store: str
    seconds: float
    plays: Callable[[Series, float], Awaitable[tuple[Figures, ...]]]
    must_fail: bool = False


class Plan:
    """What is still to be played, taken from both ends, and when it has to be over."""

    def __init__(self, parts: Iterable[Part], minutes: float, lanes: int) -> None:
        self.left = deque(parts)
        self._began = time.monotonic()
        self._ends = self._began + UNTIL * minutes * 60
        self._lanes = lanes

    def take(self, *, last: bool) -> tuple[Part, float] | None:
        """Return the next part and how many seconds it is given; None when nothing is left, or no time."""
        remaining = self._ends - time.monotonic()
        if not self.left or remaining <= 0:
            return None
        wanted = sum(each.seconds for each in self.left)
        part = self.left.pop() if last else self.left.popleft()
        return part, min(remaining, part.seconds * remaining * self._lanes / wanted)

    def passed(self) -> str:
        """Return how much time has passed, to be read."""
        return f"{int(time.monotonic() - self._began) // 60:02}:{int(time.monotonic() - self._began) % 60:02}"


def rounds_for(minutes: float) -> int:
    """Return how many rounds there are to be played of any fault."""
    return min(MOST_ROUNDS, max(ROUNDS_OF_HALF_AN_HOUR, round(minutes * 60 / HALF_AN_HOUR * ROUNDS_OF_HALF_AN_HOUR)))


def parts(only: str, minutes: float, *, has_postgres: bool) -> list[Part]:
    """Return every fault whose name is like that, each followed by its control; what needs no rounds in peace last."""
    rounds = rounds_for(minutes)
    faults = [each for each in FAULTS if has_postgres or each.store != POSTGRESQL]
    found = [part for fault in faults if re.search(only, fault.name) for part in _of_fault(fault, rounds)]
    return found + [part for scene in SCENES if re.search(only, scene.name) for part in _of_scene(scene)]


def _of_fault(fault: Fault, rounds: int) -> Iterator[Part]:
    async def fault_itself(series: Series, seconds: float) -> tuple[Figures, ...]:
        pace = Pace(rounds, seconds, fault.fewest)
        return await series.measured(fault.name, fault.begins(series), pace, store=fault.store)

    async def control(series: Series, seconds: float) -> tuple[Figures, ...]:
        pace = Pace(rounds, seconds, CONTROL_ROUNDS)
        name = f"without {fault.without}"
        return await series.measured(name, fault.control(series), pace, store=fault.store, must_fail=True)

    yield Part(fault.name, fault.store, fault.seconds, fault_itself)
    yield Part(f"without {fault.without}", fault.store, CONTROL_SECONDS, control, must_fail=True)


def _of_scene(scene: Scene) -> Iterator[Part]:
    async def scene_itself(series: Series, seconds: float) -> tuple[Figures, ...]:
        return await scene.played(series, seconds, protected=True)

    async def control(series: Series, seconds: float) -> tuple[Figures, ...]:
        return await scene.played(series, seconds, protected=False)

    yield Part(scene.name, ASIDE, scene.seconds, scene_itself)
    yield Part(f"without {scene.without}", ASIDE, scene.control_seconds, control, must_fail=True)


async def played(part: Part, series: Series, seconds: float) -> tuple[Figures, ...]:
    """Play a part; whatever becomes of it, the others are played too."""
    try:
        async with asyncio.timeout(seconds + LONGEST_SECONDS):
            return await part.plays(series, seconds)
    except Exception as trouble:  # noqa: BLE001 - it is told, counts against the proof, and does not end the rest
        told = f"broke off: {type(trouble).__name__}: {str(trouble).splitlines()[0] if str(trouble) else ''}"
        return (Figures(part.name, part.store, must_fail=part.must_fail, broke_off=told),)

"""What was measured: single runs, ratios to the floor of the same cycle, and their spread."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

FLOOR = "floor"
SEALED = "encrypted, "
"""Before the name of a load in encrypted rooms, whose floor is the same bot's in plain ones."""


@dataclass(frozen=True)
class Run:
    """One contestant, one load, one cycle.

    Args:
        load: what was asked of it: "1 room", "50 rooms", "pile", "start, 200 rooms".
        p50_ms: half of the answers came faster.
        per_second: answers a second.
        cpu_seconds: of the contestant's own processor time for 1,000 commands.
        memory_mebibytes: at the end of it.
        seconds: of a start, from the process's to its first answer.
    """

    contestant: str
    load: str
    cycle: int
    p50_ms: float | None = None
    p95_ms: float | None = None
    per_second: float | None = None
    cpu_seconds: float | None = None
    memory_mebibytes: float | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Spread:
    """A figure over the cycles."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        """Return it as it is printed: the median, and from least to most."""
        return f"{self.median:.2f} ({self.least:.2f}-{self.most:.2f})"


@dataclass
class Results:
    """Everything measured on one homeserver."""

    home: str
    runs: list[Run] = field(default_factory=list)

    def loads(self) -> list[str]:
        """Return the loads, in the order they were first measured."""
        return list(dict.fromkeys(run.load for run in self.runs))

    def contestants(self) -> list[str]:
        """Return who was measured, the floor first."""
        return sorted({run.contestant for run in self.runs}, key=lambda name: (name != FLOOR, name))

    def spread(self, contestant: str, load: str, figure: str) -> Spread | None:
        """Return a figure of a contestant over the cycles, if it was measured."""
        return spread([value for _, value in self._values(contestant, load, figure)])

    def ratio(self, contestant: str, load: str, figure: str) -> Spread | None:
        """Return a figure as a ratio to the floor's of the same cycle; in encrypted rooms, to its own in plain ones."""
        is_sealed = load.startswith(SEALED)
        floor = dict(self._values(contestant if is_sealed else FLOOR, load.removeprefix(SEALED), figure))
        own = self._values(contestant, load, figure)
        return spread([value / floor[cycle] for cycle, value in own if floor.get(cycle)])

    def as_json(self) -> dict[str, Any]:
        """Return it all, with the ratios, for a file."""
        ratios = {
            load: {
                name: {
                    figure: asdict(ratio)
                    for figure in ("p50_ms", "p95_ms", "per_second", "cpu_seconds", "memory_mebibytes", "seconds")
                    if (ratio := self.ratio(name, load, figure)) is not None
                }
                for name in self.contestants()
                if name != FLOOR
            }
            for load in self.loads()
        }
        return {"home": self.home, "ratios_to_floor": ratios, "runs": [asdict(run) for run in self.runs]}

    def _values(self, contestant: str, load: str, figure: str) -> list[tuple[int, float]]:
        runs = (run for run in self.runs if run.contestant == contestant and run.load == load)
        return [(run.cycle, value) for run in runs if (value := getattr(run, figure)) is not None]


def quantile(values: Sequence[float], part: float) -> float:
    """Return the value below which that part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def spread(values: Iterable[float]) -> Spread | None:
    """Return the median of some values and how far they reach; None of none."""
    known = list(values)
    return Spread(statistics.median(known), min(known), max(known)) if known else None

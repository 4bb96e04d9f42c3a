"""Who is to be taken for dead, and how many councils are whose part. Pure: told the time, and what was seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.tenures import Process, Roster

LAPSE_SECONDS = 30.0
"""Whoever has been silent for so long is taken for dead. Less than the minute that people may wait, and far more than
the longest that a process was ever seen busy."""
LOOK_EVERY_SECONDS = 3.0


@dataclass(frozen=True)
class Heard:
    """The last beat of a process, and when it was first seen here."""

    beat: int
    at: float


class Watch:
    """Judges by one's own clock only, and only by what was looked at without a break.

    Whoever could not look for a while (the database was away, or the process itself stood still) begins anew: what has
    not been seen cannot have been silence.
    """

    def __init__(self, lapse_seconds: float = LAPSE_SECONDS) -> None:
        self._lapse = lapse_seconds
        self._heard: dict[str, Heard] = {}
        self._looked_at: float | None = None

    def look(self, processes: Mapping[str, Process], now: float) -> frozenset[str]:
        """Return the names of those that have been silent too long.

        Args:
            processes: all that are known, as just seen.
            now: on a clock that only goes forward.
        """
        if self._looked_at is None or now - self._looked_at > self._lapse / 2:
            self._heard.clear()
        self._looked_at = now
        before, self._heard = self._heard, {}
        for name, process in processes.items():
            known = before.get(name)
            self._heard[name] = known if known and known.beat == process.beat else Heard(process.beat, now)
        return frozenset(name for name, heard in self._heard.items() if now - heard.at >= self._lapse)


@dataclass(frozen=True)
class Part:
    """What a process is to do about its part of the councils.

    Args:
        wants: how many councils more it is to work for.
        spares: the councils that it is to leave to others.
    """

    wants: int
    spares: tuple[str, ...] = ()


def part(own: str, councils: Iterable[str], roster: Roster, silent: Iterable[str]) -> Part:
    """Return what is to be done so that each of the living works for as many as any other, give or take one."""
    all_councils = sorted(councils)
    living = max(1, len(set(roster.processes) - set(silent)))
    mine = [slug for slug in all_councils if (holder := roster.holder(slug)) and holder.name == own]
    most = -(-len(all_councils) // living)
    return Part(max(0, most - len(mine)), tuple(mine[most:]))

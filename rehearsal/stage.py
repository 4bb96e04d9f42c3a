"""The clock of the stage: the played time, which stands still until the driver moves it or lets it run."""

import bisect
import json
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass(frozen=True)
class Mark:
    """From a real moment on, what time is played.

    Args:
        real_ms: milliseconds since 1970 by the machine's clock, which the homeserver uses too.
        played: the played time at that moment.
        runs: whether played time passes from there on as real time does.
    """

    real_ms: int
    played: datetime
    runs: bool

    def at(self, real_ms: int) -> datetime:
        """Return the played time at a real moment that this mark holds for."""
        return self.played + timedelta(milliseconds=real_ms - self.real_ms) if self.runs else self.played


class StageClock:
    """What the bot is given for a clock while the month is played.

    It remembers when in reality each played time began, so a message has the played time at which it was sent, however
    late the bot comes to read it. What happened before the first mark is as far before it as it really was.

    Args:
        opens_at: the first played time, aware.
        file: where the marks are kept for a bot in another process; that one uses `Follower`.
    """

    def __init__(self, opens_at: datetime, file: Path | None = None) -> None:
        self._file = file
        self._marks: list[Mark] = []
        self._mark(opens_at, runs=False)

    @property
    def runs(self) -> bool:
        """Whether played time passes."""
        return self._marks[-1].runs

    def now(self) -> datetime:
        """Return the played time, aware, in UTC."""
        return self._marks[-1].at(_real_ms())

    def at(self, server_ms: int) -> datetime:
        """Return what was played when the homeserver put this time on an event."""
        return _played(self._marks, server_ms)

    def move_to(self, moment: datetime) -> None:
        """Play this moment from now on, and stand still there.

        Raises:
            ValueError: it lies before what has been played already.
        """
        if moment < self.now():
            raise ValueError(f"{moment} has been played already: it is {self.now()}")
        self._mark(moment, runs=False)

    def run(self) -> None:
        """Let time pass from the last played moment on."""
        self._mark(self.now(), runs=True)

    def _mark(self, played: datetime, *, runs: bool) -> None:
        self._marks.append(Mark(_real_ms(), played.astimezone(UTC), runs))
        if self._file is not None:
            draft = self._file.with_suffix(".new")
            draft.write_text(json.dumps([[m.real_ms, m.played.isoformat(), m.runs] for m in self._marks]))
            draft.replace(self._file)


class Follower:
    """The stage's clock as a bot in another process reads it from the file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._version = (0, 0)
        self._marks: list[Mark] = []

    def now(self) -> datetime:
        """Return the played time, aware, in UTC."""
        self.moved()
        return self._marks[-1].at(_real_ms())

    def at(self, server_ms: int) -> datetime:
        """Return what was played when the homeserver put this time on an event."""
        self.moved()
        return _played(self._marks, server_ms)

    def moved(self) -> bool:
        """Read the file again if it has changed, and say whether it had."""
        status = os.stat(self._file)  # noqa: PTH116 (asked for at every look at the clock)
        version = (status.st_mtime_ns, status.st_ino)
        if version == self._version:
            return False
        marks = json.loads(self._file.read_text())
        self._marks = [Mark(real_ms, datetime.fromisoformat(played), runs) for real_ms, played, runs in marks]
        self._version = version
        return True


def _played(marks: list[Mark], real_ms: int) -> datetime:
    at = bisect.bisect_right(marks, real_ms, key=lambda mark: mark.real_ms) - 1
    if at < 0:
        return marks[0].played - timedelta(milliseconds=marks[0].real_ms - real_ms)
    return marks[at].at(real_ms)


def _real_ms() -> int:
    return time.time_ns() // 1_000_000

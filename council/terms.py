"""What residents are promised and by when: the targets, and the clock of one promised answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from council.text import Refusal

Workdays = Callable[[date, int], date]
"""The working day that comes a number of working days after a day."""


@dataclass(frozen=True)
class Targets:
    """What residents are promised, in working days; and how long a settled case can be opened again, in days."""

    triage_workdays: int = 2
    answer_workdays: int = 10
    silence_workdays: int = 10
    reopen_days: int = 90


@dataclass(frozen=True)
class Clock:
    """One promise of an answer: since when, by when, and when it was given.

    Args:
        due: what was promised first. It stands, whatever comes after, and is what the measures count.
        extended_to: the later day that the resident was told of before the first had passed.
    """

    started_at: datetime
    due: date
    answered_at: datetime | None = None
    extended_to: date | None = None

    @property
    def runs_out(self) -> date:
        """The day by which the answer is promised now."""
        return self.extended_to or self.due

    def extend(self, to: date, today: date, number: str) -> "Clock":
        """Promise a later day, while the one that was promised has not passed.

        Raises:
            Refusal: there is an answer, the day has passed, or the new one is no later.
        """
        if self.answered_at is not None:
            raise Refusal("case-extend-answered", number=number)
        if today > self.runs_out:
            raise Refusal("case-extend-too-late", number=number, day=self.runs_out)
        if to <= self.runs_out:
            raise Refusal("case-extend-not-later", number=number, day=self.runs_out)
        return replace(self, extended_to=to)

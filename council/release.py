"""What the secretary has released of a case for everybody to read: a summary, and the answer if there is one.

A release names versions of words that lie with the case, under its key. It holds no words: when the case's words are
destroyed, what was published of them is gone as well. A later version is not public until it is released too.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Release:
    """One release of a case. The newest one counts.

    Args:
        turn: 1, then one more each time.
        summary: the version of the summary.
        answer: the version of the answer; None when none is released.
        withdrawn_at: when it was taken back.
    """

    case: int
    turn: int
    at: datetime
    summary: int
    answer: int | None = None
    withdrawn_at: datetime | None = None

    @property
    def is_public(self) -> bool:
        """Whether it has not been taken back."""
        return self.withdrawn_at is None


@dataclass(frozen=True)
class Released:
    """A release with its words, as it was found.

    Args:
        first_on: the day the case was first released.
    """

    release: Release
    first_on: date
    summary: str
    answer: str = ""
    answered_at: datetime | None = None

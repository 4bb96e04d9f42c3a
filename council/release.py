"""What the secretary has released of a case for everybody to read: a summary, and the answer if there is one.

A release names versions of words that lie with the case, under its key. It holds no words: when the case's words are
destroyed, what was published of them is gone as well. A later version is not public until it is released too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from council.passage import Kind
from council.text import Refusal


@dataclass(frozen=True)
class Release:
    """One release of a case. The newest one counts.

    Args:
        turn: 1, then one more each time.
        summary: the version of the summary.
        answer: the version of the answer; None when none is released.
        answer_kind: whether it is the resident's answer as it was, or one that was edited for everybody.
        withdrawn_at: when it was taken back.
    """

    case: int
    turn: int
    at: datetime
    summary: int
    answer: int | None = None
    answer_kind: Kind = Kind.ANSWER
    withdrawn_at: datetime | None = None

    @property
    def is_public(self) -> bool:
        """Whether it has not been taken back."""
        return self.withdrawn_at is None

    def withdraw(self, at: datetime) -> "Release":
        """Return it taken back.

        Raises:
            Refusal: it has been taken back already.
        """
        if not self.is_public:
            raise Refusal("case-not-public", number=f"{self.case:04d}")
        return replace(self, withdrawn_at=at)


@dataclass(frozen=True)
class Worded:
    """A release with its words, as they were found."""

    release: Release
    summary: str
    answer: str = ""


def newest(releases: Iterable[Release]) -> list[Release]:
    """Return the newest release of each case, if it stands.

    Args:
        releases: in the order in which they were made.
    """
    last = {each.case: each for each in releases}
    return [each for each in last.values() if each.is_public]


def published(releases: Iterable[Release]) -> list[Release]:
    """Return those by which a case became public: its first release, and the first after it was taken back.

    Args:
        releases: in the order of cases, and in which they were made.
    """
    found: list[Release] = []
    last: Release | None = None
    for each in releases:
        if last is None or last.case != each.case or not last.is_public:
            found.append(each)
        last = each
    return found


def seal_of(summary: str, answer: str) -> str:
    """Return four signs that stand for these very words: who confirms a release repeats them from its preview."""
    return sha256(f"{summary}\0{answer}".encode()).hexdigest()[:4]

"""What a look at one thing brought: how grave it is, what there is to say, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from council.text import Text


class Gravity(IntEnum):
    """How much something matters. The worst of all is the exit code, as monitoring programs read it."""

    OK = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Args:
        says: how it stands, in a sentence.
        remedy: what to do, where something is to be done.
    """

    gravity: Gravity
    says: Text
    remedy: Text | None = None


def ok(says: Text) -> Finding:
    """Return that something is as it should be."""
    return Finding(Gravity.OK, says)


def warning(says: Text, remedy: Text | None = None) -> Finding:
    """Return that somebody should look, and not at once."""
    return Finding(Gravity.WARNING, says, remedy)


def error(says: Text, remedy: Text | None = None) -> Finding:
    """Return that something does not work, or will not for long."""
    return Finding(Gravity.ERROR, says, remedy)


def gravest(findings: Iterable[Finding]) -> Gravity:
    """Return the worst of them; nothing is all well."""
    return max((each.gravity for each in findings), default=Gravity.OK)

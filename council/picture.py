"""A picture from a resident: what is known of it before it has been fetched, and what is kept of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

TAKEN = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "application/octet-stream"})
"""What a sender may call it. What it really is shows when it is opened."""


@dataclass(frozen=True)
class Attached:
    """A file as it came with a message: what its sender says of it.

    Args:
        mimetype: what kind of file it is said to be.
        size_bytes: how large it is said to be; None if that is not said.
        caption: the words that stand below it, if any.
        place: where it lies and what opens it; for whoever fetches it and for nobody else.
    """

    mimetype: str
    size_bytes: int | None
    caption: str = ""
    place: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)


@dataclass(frozen=True)
class Awaited:
    """A picture that is still to be fetched.

    Args:
        number: which of this council's pictures it is.
        person: the Matrix ID of who sent it.
        place: as in Attached.
    """

    number: int
    person: str
    place: Mapping[str, str] = field(repr=False, hash=False)
    at: datetime


@dataclass(frozen=True)
class Picture:
    """A picture painted anew.

    Args:
        case: the case it belongs to; None while it waits for one.
    """

    number: int
    case: int | None
    data: bytes = field(repr=False)
    at: datetime


class Unusable(Enum):
    """Why a file is not taken in."""

    KIND = "kind"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNREADABLE = "unreadable"
    GONE = "gone"
    TOO_MANY = "too_many"


def refused_unseen(file: Attached | None, most_bytes: int) -> Unusable | None:
    """Return why a file need not even be fetched; None if it should be."""
    if file is None:
        return Unusable.UNREADABLE
    if file.mimetype not in TAKEN:
        return Unusable.KIND
    if file.size_bytes is not None and file.size_bytes > most_bytes:
        return Unusable.TOO_LARGE
    return None

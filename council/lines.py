"""Sentences, before they are put into anybody's language: a key of locales/*.ftl and the facts it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from types import MappingProxyType
from typing import Union

from council.people import Organisation, Place


class Words(str):
    """A person's own words: shown as they are, never read as markup, never as a mention."""

    __slots__ = ()


Fact = Union[str, int, date, datetime, time, Organisation, "Text", tuple["Text", ...]]


@dataclass(frozen=True, init=False)
class Text:
    """One sentence to say: its key in the locales and the facts that belong in it.

    A fact may itself be a Text ("discussion"), or a tuple of Texts, shown as a list "a, b and c".
    Datetimes are aware; they are shown on the wall clock of the council. An Organisation is
    shown by its name in the language of the reader.
    """

    key: str
    facts: Mapping[str, Fact]

    def __init__(self, key: str, **facts: Fact) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "facts", MappingProxyType(facts))

    def __hash__(self) -> int:
        return hash((self.key, tuple(sorted(self.facts))))


@dataclass(frozen=True)
class Heading:
    """A line that heads the lines below it."""

    text: Text


@dataclass(frozen=True)
class Item:
    """A line of a list."""

    text: Text


@dataclass(frozen=True)
class Quote:
    """Somebody's words, quoted as a block of their own."""

    words: str


Line = Text | Heading | Item | Quote


class Sharing(Enum):
    """How far something may be told.

    OWN is what concerns the very person it is told to, and stands outside the ladder.
    """

    OPEN = "open"
    COUNCIL = "council"
    SECRETARIAT = "secretariat"
    OWN = "own"


CEILING: Mapping[Place, frozenset[Sharing]] = MappingProxyType(
    {
        Place.OPEN: frozenset({Sharing.OPEN}),
        Place.COUNCIL: frozenset({Sharing.OPEN, Sharing.COUNCIL}),
        Place.SECRETARIAT: frozenset({Sharing.OPEN, Sharing.COUNCIL, Sharing.SECRETARIAT}),
        Place.OPERATORS: frozenset({Sharing.OPEN}),
        Place.DIRECT: frozenset({Sharing.OPEN, Sharing.OWN}),
    }
)
"""What may be said in each kind of room. A direct chat with a member may hold more: see people.may_hear."""


@dataclass(eq=False)
class Refusal(Exception):
    """A rule says no. The person is told why, what would be right, and nothing has been changed."""

    text: Text = field(init=False)
    more: tuple[Line, ...] = field(init=False)

    def __init__(self, key: str, *more: Line, **facts: Fact) -> None:
        super().__init__(key)
        self.text = Text(key, **facts)
        self.more = more

"""One item of an agenda: what it is, and what may be asked of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from council.people import CHAIR, SECRETARY, Person
from council.text import Refusal, Sharing, Text, Words

LONGEST_TITLE = 200
LONGEST_ITEM_MINUTES = 240
DIRECTORS = CHAIR | SECRETARY


class Kind(Enum):
    """What an item asks of the council."""

    INFO = "info"
    DISCUSSION = "discussion"
    DECISION = "decision"
    FOLLOW_UP = "follow-up"

    @property
    def text(self) -> Text:
        """Return its name as a fact."""
        return Text(f"kind-{self.value}")


class Part(Enum):
    """Which part of the meeting an item belongs to: the standing frame, or what is raised within it."""

    OPENING = "opening"
    RAISED = "raised"
    CLOSING = "closing"


class Raiser:
    """Who stands behind an item that no organisation raised. Never the code of an organisation."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    EVERYONE = "everyone"
    DIGEST = "digest"

    ALL = frozenset({CHAIR, SECRETARY, EVERYONE, DIGEST})


USUAL_MINUTES = {Kind.INFO: 5, Kind.DISCUSSION: 10, Kind.DECISION: 10, Kind.FOLLOW_UP: 10}


@dataclass(frozen=True)
class Wish:
    """What a person asks for when raising or changing an item. None leaves a thing to the rule, or as it is.

    Args:
        organisation: the code of the one it is raised for, when that is not the person's own.
        source: what it comes from: TR-2026-0045, L2, X3.
    """

    title: str
    kind: Kind | None = None
    minutes: int | None = None
    sharing: Sharing | None = None
    organisation: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Support:
    """That an organisation wants an item to be dealt with.

    Args:
        origin: the reaction or the message that said so.
    """

    organisation: str
    origin: str = ""


@dataclass(frozen=True)
class Item:
    """One item of an agenda.

    Args:
        slot: its place in the record, given once and never reused.
        number: 8 in A8; None until it has one.
        title: in the raiser's own words; empty for a standing item that goes by its usual name.
        raised_by: the code of an organisation, or a Raiser.
        person: the Matrix ID of who typed it.
        standing: the key of the text that names a standing item.
        queued: its place in the queue, 1 in Q1, when it came after the closing date of the meeting before.
        origin: the message it was made by.
        carried: the meeting that it is left from, and what it was called there: 2026-04 A9.
        support: the organisations that want it dealt with, besides the one that raised it.
    """

    slot: int
    number: int | None
    title: str
    kind: Kind
    minutes: int
    raised_by: str
    person: str | None = None
    sharing: Sharing = Sharing.OPEN
    source: str = ""
    part: Part = Part.RAISED
    standing: str = ""
    position: int = 0
    queued: int | None = None
    withdrawn: bool = False
    origin: str = ""
    carried: str = ""
    support: tuple[Support, ...] = ()

    @property
    def id(self) -> str:
        """Return what people call it: A8, Q1 while it waits, nothing while it has no number."""
        if self.number is not None:
            return f"A{self.number}"
        return f"Q{self.queued}" if self.queued is not None else ""

    @property
    def heading(self) -> Text | Words:
        """Return its title as a fact: a standing item's in the language of the reader."""
        return Words(self.title) if self.title else Text(self.standing)

    @property
    def raiser(self) -> Text | str:
        """Return who raised it as a fact."""
        return Text(f"raised-by-{self.raised_by}") if self.raised_by in Raiser.ALL else self.raised_by

    @property
    def names(self) -> tuple[str, ...]:
        """Return every id it answers to: one that has left the queue is still found by its old one."""
        names = (self.number is not None and f"A{self.number}", self.queued is not None and f"Q{self.queued}")
        return tuple(name for name in names if name)

    def supported(self, support: Support) -> "Item":
        """Return it with the support of one more organisation; each counts once.

        Raises:
            Refusal: it stands on every agenda, or that organisation has raised it.
        """
        if self.part is not Part.RAISED:
            raise Refusal("agenda-standing-stays", id=self.id)
        if self.raised_by == support.organisation:
            raise Refusal("agenda-support-own", id=self.id)
        return replace(self, support=(*self.without_support_of(support.organisation).support, support))

    def without_support_of(self, organisation: str) -> "Item":
        """Return it without the support of an organisation."""
        return replace(self, support=tuple(each for each in self.support if each.organisation != organisation))

    def is_own_of(self, who: Person) -> bool:
        """Say whether the person, or her organisation, raised it."""
        return self.person == who.user_id or (who.organisation is not None and self.raised_by == who.organisation)


def raiser_of(wish: Wish, who: Person) -> str:
    """Return who raises an item: the organisation named, the person's own, else her office.

    Raises:
        Refusal: only the secretary and the chair may raise an item for another organisation.
    """
    if wish.organisation and wish.organisation != who.organisation:
        if not who.holds(DIRECTORS):
            raise Refusal("agenda-not-for-others", organisation=wish.organisation)
        return wish.organisation
    if who.holds(SECRETARY) and not wish.organisation:
        return Raiser.SECRETARY
    return who.organisation or Raiser.CHAIR


def fitting(wish: Wish, others: Iterable[Item]) -> None:
    """Make sure that a wish can become an item beside the others.

    Raises:
        Refusal: no title or too long a one, an odd number of minutes, or the same title stands there already.
    """
    if not wish.title:
        raise Refusal("agenda-title-missing")
    if len(wish.title) > LONGEST_TITLE:
        raise Refusal("agenda-title-long", most=LONGEST_TITLE)
    if wish.minutes is not None and not 1 <= wish.minutes <= LONGEST_ITEM_MINUTES:
        raise Refusal("agenda-minutes-odd", most=LONGEST_ITEM_MINUTES)
    for item in others:
        if item.title.casefold() == wish.title.casefold():
            raise Refusal("agenda-item-known", id=item.id)

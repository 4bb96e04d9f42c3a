"""A promise that an organisation has made in public, and whether it was kept.

Kept takes two: the owner says so, and the secretary or the resident whose case it is agrees.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from council.people import SECRETARY, Person
from council.text import Refusal

LONGEST_PROMISE = 300


class State(Enum):
    """What has become of a promise."""

    OPEN = "open"
    CLAIMED = "claimed"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Promise:
    """One promise.

    Args:
        number: 2 in L2; runs on and never restarts.
        organisation: the code of the one that promises.
        case: the number of the case it answers.
        words: the evidence that it was kept, or the reason why not.
        back_on: the day the problem came back after it was kept.
    """

    number: int
    organisation: str
    text: str
    due: date
    made_at: datetime
    case: int | None = None
    state: State = State.OPEN
    claimed_at: datetime | None = None
    settled_at: datetime | None = None
    words: str = ""
    back_on: date | None = None
    origin: str = ""

    @property
    def id(self) -> str:
        """Return what people call it: L2."""
        return f"L{self.number}"

    @property
    def is_settled(self) -> bool:
        """Whether it is known to be kept or not kept."""
        return self.state in (State.KEPT, State.BROKEN)

    def come_back(self, day: date) -> "Promise":
        """Return it with the day the problem came back, if it had been kept."""
        return replace(self, back_on=day) if self.state is State.KEPT and self.back_on is None else self

    def is_owned_by(self, who: Person) -> bool:
        """Say whether a person speaks for the organisation that made it."""
        return who.organisation == self.organisation and not who.is_resident

    def claim(self, who: Person, at: datetime, evidence: str) -> "Promise":
        """Note that its owner says it is kept.

        Raises:
            Refusal: the person does not speak for the owner, or it is settled.
        """
        self._unsettled()
        if not self.is_owned_by(who):
            raise Refusal("promise-not-yours", id=self.id, owner=self.organisation)
        return replace(self, state=State.CLAIMED, claimed_at=at, words=evidence.strip())

    def confirm(self, at: datetime) -> "Promise":
        """Note that the secretary or the resident agrees that it is kept.

        Raises:
            Refusal: its owner has not said so, or it is settled.
        """
        self._unsettled()
        if self.state is not State.CLAIMED:
            raise Refusal("promise-not-claimed", id=self.id, owner=self.organisation)
        return replace(self, state=State.KEPT, settled_at=at)

    def breach(self, who: Person, at: datetime, reason: str) -> "Promise":
        """Note that it was not kept, and why.

        Raises:
            Refusal: neither owner nor secretary, no reason, or it is settled.
        """
        self._unsettled()
        if not (self.is_owned_by(who) or who.holds(SECRETARY)):
            raise Refusal("promise-not-yours", id=self.id, owner=self.organisation)
        if not reason.strip():
            raise Refusal("promise-reason-missing", id=self.id)
        return replace(self, state=State.BROKEN, settled_at=at, words=reason.strip())

    def _unsettled(self) -> None:
        if self.is_settled:
            raise Refusal("promise-settled-already", id=self.id)


@dataclass(frozen=True)
class Tally:
    """How many promises were kept, were not, and are open."""

    kept: int
    broken: int
    open: int


def tally(promises: Iterable[Promise]) -> Tally:
    """Count promises. One that its owner alone says is kept is open still."""
    states = Counter(promise.state for promise in promises)
    return Tally(states[State.KEPT], states[State.BROKEN], states[State.OPEN] + states[State.CLAIMED])


def alive(promises: Iterable[Promise], since: datetime, until: datetime) -> list[Promise]:
    """Return those that were open at some time in a span, as they stood at its end: settled later is open still."""
    there = (each for each in promises if each.made_at < until and not (each.settled_at and each.settled_at < since))
    return [replace(each, state=State.OPEN) if each.settled_at and each.settled_at >= until else each for each in there]


def fitting(text: str) -> str:
    """Return the words of a promise, on one line.

    Raises:
        Refusal: there are none, or too many.
    """
    words = " ".join(text.split())
    if not words:
        raise Refusal("promise-words-missing")
    if len(words) > LONGEST_PROMISE:
        raise Refusal("promise-words-many", most=LONGEST_PROMISE)
    return words

"""An action: who does what by when. It binds nobody until its owner has accepted it."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from council.item import Raiser
from council.people import SECRETARY, Person, Role
from council.text import Refusal

LONGEST_ACTION = 300
_SOURCE = r"(?:[A-ZÅÄÖ]{2,4}-[0-9]{4}-[0-9]{4,6}|[ALXDI][0-9]{1,5})"
_SOURCES = re.compile(rf"\s*\((?P<ids>{_SOURCE}(?:[\s,;]+{_SOURCE})*)\)[\s.]*$", re.IGNORECASE)
OWNERS_HANDS = frozenset({Role.CONTACT, Role.MEMBER, Role.DEPUTY})


class State(Enum):
    """Where an action stands. Late and not accepted are computed from the day."""

    AWAITING = "awaiting"
    ACCEPTED = "accepted"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Standing(Enum):
    """Where an action stands on a day, as it is shown."""

    AWAITING = "awaiting"
    NOT_ACCEPTED = "not-accepted"
    ACCEPTED = "accepted"
    OVERDUE = "overdue"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Partner:
    """An organisation that is to do an action together with its owner, and accepts for itself."""

    organisation: str
    accepted_at: datetime | None = None


@dataclass(frozen=True)
class Report:
    """What an organisation tells of an action on the way."""

    organisation: str
    at: datetime
    words: str


@dataclass(frozen=True)
class Action:
    """One action.

    Args:
        number: 4 in X4; runs on and never restarts.
        owner: the code of the organisation that is to do it, or the secretary (Raiser.SECRETARY).
        answer_due: the day by which the owner should have accepted; after it, it is shown as not accepted.
        sources: what it comes from: D2, L4, TR-2026-0031.
        evidence: the sentence it was done with.
        partners: who does it together with the owner, in a joint initiative.
        reports: what has been told of it on the way, the first one first.
    """

    number: int
    owner: str
    due: date
    what: str
    made_at: datetime
    answer_due: date
    sources: tuple[str, ...] = ()
    state: State = State.AWAITING
    accepted_at: datetime | None = None
    done_at: datetime | None = None
    evidence: str = ""
    origin: str = ""
    partners: tuple[Partner, ...] = ()
    reports: tuple[Report, ...] = ()

    @property
    def id(self) -> str:
        """Return what people call it: X4."""
        return f"X{self.number}"

    @property
    def owners(self) -> tuple[str, ...]:
        """Return the codes of all who are asked to do it, its owner first."""
        return (self.owner, *(each.organisation for each in self.partners))

    def standing(self, today: date) -> Standing:
        """Return where it stands on a day. Not accepted is never overdue: nobody has promised it."""
        if self.state is State.AWAITING:
            return Standing.NOT_ACCEPTED if today > self.answer_due else Standing.AWAITING
        if self.state is State.ACCEPTED and today > self.due:
            return Standing.OVERDUE
        return Standing(self.state.value)

    def is_owned_by(self, who: Person) -> bool:
        """Say whether a person may speak for its owner."""
        if self.owner == Raiser.SECRETARY:
            return who.holds(SECRETARY)
        return who.organisation == self.owner and who.holds(OWNERS_HANDS)

    def accept(self, who: Person, at: datetime) -> "Action":
        """Bind the owner to it.

        Raises:
            Refusal: the person does not speak for the owner, or it is accepted or done already.
        """
        partner = self._partner(who)
        if partner is not None:
            if partner.accepted_at is not None:
                raise Refusal("action-accepted-already", id=self.id)
            accepted = replace(partner, accepted_at=at)
            return replace(self, partners=tuple(accepted if each == partner else each for each in self.partners))
        if not self.is_owned_by(who):
            raise Refusal("action-not-yours", id=self.id, owner=self.owner)
        if self.state is not State.AWAITING:
            raise Refusal("action-accepted-already", id=self.id)
        return replace(self, state=State.ACCEPTED, accepted_at=at)

    def bound(self) -> tuple[str, ...]:
        """Return the codes of those who have accepted it."""
        owner = (self.owner,) if self.accepted_at is not None else ()
        return (*owner, *(each.organisation for each in self.partners if each.accepted_at is not None))

    def report(self, who: Person, at: datetime, words: str) -> "Action":
        """Return it with what somebody who does it tells of it on the way.

        Raises:
            Refusal: the person speaks for none of those who do it, or it is done.
        """
        own = self.is_owned_by(who) or self._partner(who) is not None
        if not own and not who.holds(SECRETARY):
            raise Refusal("action-not-yours", id=self.id, owner=self.owner)
        if self.state is State.DONE:
            raise Refusal("action-done-already", id=self.id)
        organisation = (who.organisation if own else None) or Raiser.SECRETARY
        return replace(self, reports=(*self.reports, Report(organisation, at, fitting(words))))

    def finish(self, who: Person, at: datetime, evidence: str) -> "Action":
        """Note that it is done. What was never accepted is accepted by being done.

        Raises:
            Refusal: the person neither speaks for the owner nor is the secretary, or it is done already.
        """
        if not (self.is_owned_by(who) or who.holds(SECRETARY)):
            raise Refusal("action-not-yours", id=self.id, owner=self.owner)
        if self.state is State.DONE:
            raise Refusal("action-done-already", id=self.id)
        return replace(
            self, state=State.DONE, accepted_at=self.accepted_at or at, done_at=at, evidence=evidence.strip()
        )

    def _partner(self, who: Person) -> Partner | None:
        if not who.holds(OWNERS_HANDS):
            return None
        return next((each for each in self.partners if each.organisation == who.organisation), None)

    def resume(self) -> "Action":
        """Take back that it is done: it stands as it stood, accepted."""
        return replace(self, state=State.ACCEPTED, done_at=None, evidence="")


def read_sources(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the ids it closes with in a parenthesis, "(D2, TR-2026-0031)", and those ids."""
    found = _SOURCES.search(text)
    if found is None:
        return text.strip(), ()
    return text[: found.start()].strip(), tuple(each.upper() for each in re.split(r"[\s,;]+", found["ids"].strip()))


def fitting(what: str) -> str:
    """Return the words of an action, on one line.

    Raises:
        Refusal: there are none, or too many.
    """
    words = " ".join(what.split())
    if not words:
        raise Refusal("action-words-missing")
    if len(words) > LONGEST_ACTION:
        raise Refusal("action-words-many", most=LONGEST_ACTION)
    return words

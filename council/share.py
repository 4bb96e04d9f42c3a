"""Information that an organisation shares: how far it may go, and what is taken back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import Enum
from zoneinfo import ZoneInfo

from council.calendar import day_of, instant, working_day_after
from council.people import SECRETARY, Person, Place
from council.reminders import LOOK_BACK, Due, Kind
from council.text import Refusal, Sharing

LONGEST_SHARE = 4_000
CLASSES = (Sharing.OPEN, Sharing.COUNCIL, Sharing.SECRETARIAT)
PLACES = {Sharing.OPEN: Place.OPEN, Sharing.COUNCIL: Place.COUNCIL, Sharing.SECRETARIAT: Place.SECRETARIAT}
"""Where what is shared is posted: the room of just that class."""

NINE = time(9)
ASKED_AGAIN_WORKDAYS, LAPSES_WORKDAYS = 1, 5
"""What waits for a second person is asked about again after so many working days, and lapses after so many."""

_WORDS = {
    **dict.fromkeys(("open", "öppet", "öppen"), Sharing.OPEN),
    **dict.fromkeys(("council", "rådet", "råd"), Sharing.COUNCIL),
    **dict.fromkeys(("secretariat", "sekretariatet", "sekretariat"), Sharing.SECRETARIAT),
}
_FIRST_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+)(?P<mark>\s*:)?(?:\s+|$)")


class State(Enum):
    """What has become of what was shared."""

    WAITING = "waiting"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"
    """Withdrawn before anybody could read it: nothing was taken out of the record."""
    REFUSED = "refused"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Share:
    """One piece of shared information. Withdrawn, it keeps its number and loses its words.

    Args:
        number: 7 in I7; runs on and never restarts.
        by: the Matrix ID of who shared it.
        organisation: the code of the one it comes from; None from the secretary.
        origin: the message it was made by.
        proposed: other words, that wait for a second person while the former still stand.
        asked_at: when a second person was asked, and of late; None once there is an answer.
        asked_in: the room in which.
        approved_by: the Matrix ID of the second person.
    """

    number: int
    at: datetime
    by: str
    organisation: str | None
    sharing: Sharing
    text: str
    state: State = State.PUBLISHED
    changed_at: datetime | None = None
    origin: str = ""
    proposed: str = ""
    asked_at: datetime | None = None
    asked_in: Place | None = None
    approved_by: str | None = None

    @property
    def id(self) -> str:
        """Return what people call it: I7."""
        return f"I{self.number}"

    @property
    def is_published(self) -> bool:
        """Whether it may be shown to whom it was meant for."""
        return self.state is State.PUBLISHED

    def reword(self, sharing: Sharing, text: str, at: datetime) -> "Share":
        """Return it with other words. How far it goes is not changed by an edit.

        Raises:
            Refusal: it has been withdrawn, the class is another, or there are no words or too many.
        """
        self._not_over()
        if sharing is not self.sharing:
            raise Refusal("share-class-fixed", id=self.id)
        return replace(self, text=fitting(text), changed_at=at)

    @property
    def awaits(self) -> str:
        """Return the words that wait for a second person; none if nothing does."""
        return self.text if self.state is State.WAITING else self.proposed

    @property
    def is_over(self) -> bool:
        """Whether it was withdrawn, refused or left to lapse."""
        return self.state not in (State.WAITING, State.PUBLISHED)

    def ask(self, words: str, place: Place, at: datetime) -> "Share":
        """Return it with words that a second person is asked about; what is published stands until then.

        Raises:
            Refusal: it is over.
        """
        self._not_over()
        asked = replace(self, asked_at=at, asked_in=place, approved_by=None)
        if self.is_published:
            return replace(asked, proposed=words)
        return replace(asked, text=words, state=State.WAITING)

    def approve(self, by: Person, at: datetime) -> "Share":
        """Return it published with the words that waited.

        Raises:
            Refusal: nothing waits, or it is the same person.
        """
        words = self._awaited_by(by)
        changed_at = at if self.is_published else self.changed_at
        answered = replace(self, asked_at=None, proposed="", approved_by=by.user_id, changed_at=changed_at)
        return replace(answered, text=words, state=State.PUBLISHED)

    def refuse(self, by: Person, at: datetime) -> "Share":
        """Return it without the words that waited; what is published stands.

        Raises:
            Refusal: nothing waits, or it is the same person, who can withdraw it.
        """
        self._awaited_by(by)
        return self._unanswered(State.REFUSED, at)

    def lapse(self, at: datetime) -> "Share":
        """Return it as nobody has answered; what is published stands."""
        return self._unanswered(State.LAPSED, at)

    def withdraw(self, at: datetime) -> "Share":
        """Return it without its words.

        Raises:
            Refusal: it is over already.
        """
        self._not_over()
        state = State.WITHDRAWN if self.is_published else State.TAKEN_BACK
        return replace(self, text="", proposed="", asked_at=None, state=state, changed_at=at)

    def is_own_of(self, who: Person) -> bool:
        """Say whether a person may change or withdraw it: who shared it, her organisation, the secretary."""
        same = who.organisation is not None and self.organisation == who.organisation
        return self.by == who.user_id or same or who.holds(SECRETARY)

    def _not_over(self) -> None:
        if self.is_over:
            raise Refusal("share-withdrawn-already", id=self.id)

    def _awaited_by(self, who: Person) -> str:
        if not self.awaits:
            raise Refusal("share-nothing-waits", id=self.id)
        if who.user_id == self.by:
            raise Refusal("share-needs-another", id=self.id)
        return self.awaits

    def _unanswered(self, state: State, at: datetime) -> "Share":
        if self.is_published:
            return replace(self, proposed="", asked_at=None)
        return replace(self, text="", asked_at=None, state=state, changed_at=at)


def due(shares: Iterable[Share], zone: ZoneInfo) -> Iterator[Due]:
    """Yield when those who were asked are asked again, and when what they were asked about lapses."""
    for share in shares:
        if share.asked_at is None:
            continue
        day = day_of(share.asked_at, zone)
        lapses = instant(working_day_after(day, LAPSES_WORKDAYS), NINE, zone)
        again = instant(working_day_after(day, ASKED_AGAIN_WORKDAYS), NINE, zone)
        name = f"share:{share.number}:{share.asked_at:%Y%m%dT%H%M%SZ}"
        yield Due(f"{name}:again", again, lapses, Kind.SHARE_ASK_AGAIN, share.id)
        yield Due(f"{name}:lapses", lapses, lapses + LOOK_BACK, Kind.SHARE_LAPSES, share.id)


def class_named(word: str) -> Sharing | None:
    """Return the class that a word names."""
    return _WORDS.get(word.strip(" :").casefold())


def read_class(text: str) -> tuple[Sharing | None, str]:
    """Return the class that a text begins with, and the rest. None when it names none: it is never guessed."""
    found = _FIRST_WORD.match(text)
    sharing = class_named(found["word"]) if found else None
    if found is None or sharing is None:
        return None, text.strip()
    return sharing, text[found.end() :].strip()


def fitting(text: str) -> str:
    """Return the words as they will be shared.

    Raises:
        Refusal: there are none, or too many.
    """
    words = text.strip()
    if not words:
        raise Refusal("share-words-missing")
    if len(words) > LONGEST_SHARE:
        raise Refusal("share-words-many", most=LONGEST_SHARE)
    return words

"""Information that an organisation shares: how far it may go, and what is taken back."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from council.people import SECRETARY, Person, Place
from council.text import Refusal, Sharing

LONGEST_SHARE = 4_000
CLASSES = (Sharing.OPEN, Sharing.COUNCIL, Sharing.SECRETARIAT)
PLACES = {Sharing.OPEN: Place.OPEN, Sharing.COUNCIL: Place.COUNCIL, Sharing.SECRETARIAT: Place.SECRETARIAT}
"""Where what is shared is posted: the room of just that class."""

_WORDS = {
    **dict.fromkeys(("open", "öppet", "öppen"), Sharing.OPEN),
    **dict.fromkeys(("council", "rådet", "råd"), Sharing.COUNCIL),
    **dict.fromkeys(("secretariat", "sekretariatet", "sekretariat"), Sharing.SECRETARIAT),
}
_FIRST_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+)(?P<mark>\s*:)?(?:\s+|$)")


class State(Enum):
    """What has become of what was shared."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Share:
    """One piece of shared information. Withdrawn, it keeps its number and loses its words.

    Args:
        number: 7 in I7; runs on and never restarts.
        by: the Matrix ID of who shared it.
        organisation: the code of the one it comes from; None from the secretary.
        origin: the message it was made by.
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
        self._still_published()
        if sharing is not self.sharing:
            raise Refusal("share-class-fixed", id=self.id)
        return replace(self, text=fitting(text), changed_at=at)

    def withdraw(self, at: datetime) -> "Share":
        """Return it without its words.

        Raises:
            Refusal: it has been withdrawn already.
        """
        self._still_published()
        return replace(self, text="", state=State.WITHDRAWN, changed_at=at)

    def is_own_of(self, who: Person) -> bool:
        """Say whether a person may change or withdraw it: who shared it, her organisation, the secretary."""
        same = who.organisation is not None and self.organisation == who.organisation
        return self.by == who.user_id or same or who.holds(SECRETARY)

    def _still_published(self) -> None:
        if not self.is_published:
            raise Refusal("share-withdrawn-already", id=self.id)


def read_class(text: str) -> tuple[Sharing | None, str]:
    """Return the class that a text begins with, and the rest. None when it names none: it is never guessed."""
    found = _FIRST_WORD.match(text)
    sharing = _WORDS.get(found["word"].casefold()) if found else None
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

"""Who comes to a meeting: what organisations say beforehand, who is there, and whether that is a quorum."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from council.calendar import DAY, day_of, instant
from council.dates import read_clock
from council.people import Organisation
from council.text import Refusal, Text

BEFOREHAND = timedelta(minutes=60)
"""So long before a meeting one can already say that one is there."""


class Word(Enum):
    """What somebody says about an organisation's attendance: before a meeting, or at it."""

    YES = "yes"
    NO = "no"
    LATE = "late"
    UNTIL = "until"
    DEPUTY = "deputy"
    HERE = "here"
    LEFT = "left"


MOVEMENTS = frozenset({Word.HERE, Word.LEFT})
COMING = frozenset({Word.YES, Word.LATE, Word.UNTIL, Word.DEPUTY})
NEEDS_CLOCK = frozenset({Word.LATE, Word.UNTIL})
_WORDS = {
    Word.YES: ("yes", "ja", "kommer", "coming"),
    Word.NO: ("no", "nej", "förhinder", "excused", "avböjer"),
    Word.LATE: ("late", "sen", "sent", "försenad", "senare"),
    Word.UNTIL: ("until", "till", "t.o.m", "tills"),
    Word.DEPUTY: ("deputy", "ersättare", "ersättaren"),
    Word.HERE: ("here", "här", "in", "inne", "närvarande", "present", "arrived", "anlände", "kom"),
    Word.LEFT: ("left", "out", "ute", "gick", "går", "gått", "lämnade", "lämnar", "gone"),
}
_MEANT = {word: meant for meant, words in _WORDS.items() for word in words}
_FILLERS = frozenset({"from", "från", "since", "sedan", "är", "is", "the", "vid"})
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True)
class Intention:
    """What an organisation has said about a meeting to come.

    Args:
        word: one of COMING, or NO.
        clock: the time of day it comes or leaves, if it said so.
        person: the Matrix ID of who said it.
        origin: the message it was said in.
    """

    organisation: str
    word: Word
    at: datetime
    clock: time | None = None
    person: str | None = None
    origin: str = ""

    @property
    def is_coming(self) -> bool:
        """Whether somebody of the organisation will be there, at least for a time."""
        return self.word in COMING


@dataclass(frozen=True)
class Asked:
    """What a line about attendance says: for whom (None: the person's own), what, and at what time of day."""

    word: Word
    organisation: str | None = None
    clock: time | None = None


@dataclass(frozen=True)
class Quorum:
    """How many of the voting organisations are there, and how many must be: more than half."""

    present: int
    votes: int

    @property
    def needed(self) -> int:
        """Return how many must be there."""
        return self.votes // 2 + 1

    @property
    def is_met(self) -> bool:
        """Whether the council may decide."""
        return self.present >= self.needed

    @property
    def text(self) -> Text:
        """Return it as a sentence of its own."""
        if self.is_met:
            return Text("quorum-met")
        return Text("quorum-lost", present=self.present, votes=self.votes, needed=self.needed)


def quorum(present: Collection[str], organisations: Iterable[Organisation]) -> Quorum:
    """Return the quorum that the organisations present make."""
    voting = [each for each in organisations if each.votes]
    return Quorum(sum(each.votes for each in voting if each.code in present), sum(each.votes for each in voting))


def read_attendance(text: str, codes: Collection[str]) -> Asked:
    """Return what a line about attendance says: "yes", "late 18:25", "CIV here 18.25", "ute BOE kl. 19.20".

    Raises:
        Refusal: it says nothing of the kind, or a time that cannot be.
    """
    organisation, word, clock = None, None, None
    rest = text.strip()
    while rest:
        clock_here = _clock(rest)
        if clock_here is not None:
            clock, rest = clock_here
            continue
        found = _TOKEN.match(rest)
        assert found
        token, rest = found[0].strip(".,:;!"), rest[found.end() :].strip()
        if token.upper() in codes and organisation is None:
            organisation = token.upper()
        elif token.casefold() in _MEANT and word is None:
            word = _MEANT[token.casefold()]
        elif token and token.casefold() not in _FILLERS:
            raise Refusal("attend-unreadable", example=Text("command-attend.example"))
    if word is None:
        raise Refusal("attend-unreadable", example=Text("command-attend.example"))
    if word in NEEDS_CLOCK and clock is None:
        raise Refusal("attend-clock-missing", example=Text("command-attend.example"))
    return Asked(word, organisation, clock)


def moment_of(clock: time | None, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when somebody came or left: a time of day that was, today or, past midnight, yesterday.

    Args:
        clock: None is now.
    """
    if clock is None:
        return now
    today = day_of(now, zone)
    at = instant(today, clock, zone)
    return at if at <= now else instant(today - DAY, clock, zone)


def expected(intentions: Iterable[Intention], organisations: Iterable[Organisation]) -> Quorum:
    """Return the quorum there would be if all who said that they come do come."""
    return quorum({each.organisation for each in intentions if each.is_coming}, organisations)


def _clock(text: str) -> tuple[time, str] | None:
    try:
        clock, rest = read_clock(text)
    except Refusal as refusal:
        if refusal.text.key == "time-impossible":
            raise
        return None
    return clock, rest.strip(" .,;")

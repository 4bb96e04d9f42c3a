"""The kinds of thing a command can be told, and how each is read from what was typed.

Each kind takes what is its own from the front of the text and leaves the rest. What cannot be
read is a Refusal that says what would be right.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from council.dates import read_day, read_moment
from council.text import Refusal, Text, Words

_CASE = re.compile(r"(?:#|[A-ZÅÄÖ]{2,4}-(?P<year>\d{4})-)?(?P<number>\d{1,6})\b[.,:;]?", re.IGNORECASE)
SURELY_A_CASE = re.compile(r"#\d{1,6}\b|[A-ZÅÄÖ]{2,4}-\d{4}-\d{1,6}\b|\d{4,6}\b", re.IGNORECASE)
"""Where words may follow or stand alone: what is a case's number and not the beginning of a sentence."""
_ITEM = re.compile(r"#?(?P<series>[A-ZÅÄÖ])\s?(?P<number>\d{1,5})\b[.,:;]?", re.IGNORECASE)
WORD_JOINER = "\u2060"
"""We write it into Matrix IDs so that naming somebody does not ring; it comes back when such a line is copied."""
_WORD = re.compile(r"\S+")
_CODE = re.compile(r"\s*(?P<code>[^\W\d_][^\s,;:.+&]*)")
_JOINED = re.compile(r"\s*(?:[,+&]\s*|(?:och|and)\s+)(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
"""After a code: another one follows."""
_BY = re.compile(r"^(?:senast|by|due|before)\s+", re.IGNORECASE)
_PERSON = re.compile(r"(?:https://matrix\.to/#/)?(?P<id>(?:@|%40)[^\s:]+:[^\s,;<>()]+)[,;.]?")
_NUMBER = re.compile(r"\d{1,6}\b")


@dataclass(frozen=True)
class Reading:
    """What reading needs to know: the moment and the place, for "tomorrow at nine"."""

    now: datetime
    zone: ZoneInfo
    language: str


class Argument:
    """A kind of thing a command can be told."""

    label = "argument"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take one value from the front of the text; return it and what is left.

        Raises:
            Refusal: the text does not begin with such a value.
        """
        raise NotImplementedError

    @classmethod
    def _taken(cls, pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], str]:
        found = pattern.match(text)
        if found is None:
            first = (text.split(maxsplit=1) or [""])[0]
            raise Refusal("argument-unreadable", typed=Words(first[:40]), wanted=Text(f"argument-{cls.label}"))
        return found, text[found.end() :].lstrip()


class CaseNumber(int, Argument):
    """A case: 42, 0042, #42 or TR-2026-0042."""

    label = "case"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take a case number; a year, if typed, is not needed: the series runs on."""
        found, rest = cls._taken(_CASE, text)
        return cls(int(found["number"])), rest


class ItemId(str, Argument):
    """A thing known by a letter and a number: A8, D2, X4, L1, I7. Always upper case, without leading zeros."""

    __slots__ = ()

    label = "item"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take an id as people type it: a8, A 8, #A8."""
        found, rest = cls._taken(_ITEM, text)
        return cls(f"{found['series'].upper()}{int(found['number'])}"), rest


class Word(str, Argument):
    """One word, as typed."""

    __slots__ = ()

    label = "word"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take one word."""
        found, rest = cls._taken(_WORD, text)
        return cls(found[0]), rest


class MatrixId(str, Argument):
    """Somebody, by full Matrix ID or the link to it. A display name is nobody."""

    __slots__ = ()

    label = "person"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take a full Matrix ID."""
        found, rest = cls._taken(_PERSON, text.replace(WORD_JOINER, ""))
        return cls(unquote(found["id"]).rstrip(".").lower()), rest


_TO = re.compile(r"^(?:till|åt|to)\s+(?=\S)", re.IGNORECASE)


class Code(str, Argument):
    """An organisation's code, as POL, or its name. Whether there is such an organisation is for the handler to say."""

    __slots__ = ()

    label = "organisation"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take one word, in upper case; "to" before it says nothing."""
        found, rest = cls._taken(_WORD, _TO.sub("", text))
        return cls(found[0].rstrip(",:;.").upper()), rest


class Codes(str, Argument):
    """Organisations that are to do something together: TRAF, "TRAF+SDF", "TRAF, SDF och POL". Joined by +."""

    __slots__ = ()

    label = "organisation"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take one code, and those that are joined to it; what reads as a day is none."""
        found, _ = cls._taken(_CODE, text)
        codes, rest = [found["code"]], text[found.end() :]
        while (joined := _JOINED.match(rest)) and not is_day(joined["rest"], reading):
            code = _CODE.match(joined["rest"])
            if code is None:
                break
            codes, rest = [*codes, code["code"]], joined["rest"][code.end() :]
        return cls("+".join(codes).upper()), _BY.sub("", rest.lstrip(" \t\n,:;."))


class Number(int, Argument):
    """A whole number."""

    label = "number"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take a whole number of up to six digits."""
        found, rest = cls._taken(_NUMBER, text)
        return cls(int(found[0])), rest


class Rest(str, Argument):
    """All that is left, in the person's own words."""

    __slots__ = ()

    label = "rest"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take everything."""
        return cls(text.strip()), ""


class Day(date, Argument):
    """A day: 24 april, 2026-04-24, på fredag, om två veckor."""

    label = "day"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take a day in the language's own words or as a date."""
        day, rest = read_day(text, reading.now, reading.zone, reading.language)
        return cls(day.year, day.month, day.day), rest


class Moment(datetime, Argument):
    """A day and a time of day: torsdag 21 maj kl. 18, 2026-05-21T18:00. In UTC."""

    label = "moment"

    @classmethod
    def read(cls, text: str, reading: Reading) -> tuple[Self, str]:
        """Take a moment on the wall clock of the council."""
        moment, rest = read_moment(text, reading.now, reading.zone, reading.language)
        return cls.fromtimestamp(moment.timestamp(), moment.tzinfo), rest


def is_day(text: str, reading: Reading) -> bool:
    """Say whether a text begins with a day, "by" before it or not."""
    try:
        Day.read(_BY.sub("", text), reading)
    except Refusal:
        return False
    return True

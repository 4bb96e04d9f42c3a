"""What somebody looks for in what was shared: words, and perhaps a class, an organisation or a time in parentheses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from council.almanac import MONTHS
from council.people import Organisation
from council.share import class_named
from council.stems import LEAST_STEM, stem
from council.text import Refusal, Sharing, Words

_PARTS = re.compile(r"\((?P<parts>[^()]*)\)\s*$")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?")


@dataclass(frozen=True)
class Span:
    """From one day to another, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Quest:
    """What somebody looks for."""

    words: str
    sharing: Sharing | None = None
    organisation: str | None = None
    span: Span | None = None

    @property
    def stems(self) -> tuple[str, ...]:
        """Return the beginnings that each word's forms have in common."""
        return tuple(
            stem(word) if len(word) > LEAST_STEM else word.casefold() for word in re.findall(r"\w+", self.words)
        )


def read_quest(text: str, organisations: Iterable[Organisation], today: date) -> Quest:
    """Read "mopeder (polisen, mars, öppet)".

    Raises:
        Refusal: there are no words, or something in the parentheses is no class, organisation or time.
    """
    found = _PARTS.search(text)
    quest = Quest((text[: found.start()] if found else text).strip())
    bodies = tuple(organisations)
    for part in (each.strip() for each in (found["parts"].split(",") if found else ()) if each.strip()):
        quest = _narrowed(quest, part, bodies, today)
    if not quest.stems and (quest.sharing, quest.organisation, quest.span) == (None, None, None):
        raise Refusal("find-words-missing")
    return quest


def read_span(text: str, today: date) -> Span | None:
    """Read a month or a year: mars, mars 2026, 2026-03, 2026. A month without a year is the last one of that name."""
    low = " ".join(text.casefold().split())
    iso = _ISO.fullmatch(low)
    if iso:
        year, month = int(iso["year"]), int(iso["month"] or 0)
        return _month(year, month) if 1 <= month <= 12 else _year(year) if not iso["month"] else None
    name, _, rest = low.partition(" ")
    number = MONTHS.get(name.rstrip("."))
    if number is None or (rest and not rest.isdigit()):
        return None
    if rest:
        return _month(int(rest), number)
    return _month(today.year - (number > today.month), number)


def _narrowed(quest: Quest, part: str, organisations: tuple[Organisation, ...], today: date) -> Quest:
    sharing = class_named(part)
    if sharing is not None:
        return replace(quest, sharing=sharing)
    body = next((each for each in organisations if _is_called(each, part.casefold())), None)
    if body is not None:
        return replace(quest, organisation=body.code)
    span = read_span(part, today)
    if span is None:
        raise Refusal("find-filter-unknown", typed=Words(part[:40]))
    return replace(quest, span=span)


def _is_called(body: Organisation, low: str) -> bool:
    names = {body.code, *body.names.values(), *body.short.values()}
    return low in {name.casefold() for name in names} | {name.casefold().removeprefix("the ") for name in names}


def _month(year: int, month: int) -> Span | None:
    if not 1900 < year < 9999:
        return None
    first = date(year, month, 1)
    return Span(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _year(year: int) -> Span | None:
    return Span(date(year, 1, 1), date(year, 12, 31)) if 1900 < year < 9999 else None

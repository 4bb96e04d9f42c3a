"""The council's meeting rule, "andra torsdagen i månaden kl. 18, inte i juli", and the days it gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from council.calendar import DAY, clash, instant, is_squeezed, is_working_day
from council.text import Text

WEEK = timedelta(weeks=1)
ALWAYS = date(2000, 1, 1)
"""Where a series began that has no beginning."""
ALL_YEAR = frozenset(range(1, 13))
WORKING_DAY = 7
"""Stands where a weekday does: any working day, as in "sista vardagen"."""
ANY_DAY = 8
"""Stands where a weekday does: any day at all, as in "den 15:e"."""


@dataclass(frozen=True)
class Monthly:
    """Days counted within a month: the second Thursday, the last working day, the first and the third Tuesday.

    Args:
        places: 1 is the first, -1 the last. A month without a fifth Thursday has no meeting on one.
        weekday: 0 is Monday; WORKING_DAY any working day, ANY_DAY any day.
    """

    places: tuple[int, ...]
    weekday: int

    def days(self, since: date, until: date) -> Iterator[date]:
        """Yield the days from `since` to `until`, both included."""
        month = since.replace(day=1)
        while month <= until:
            following = (month + 31 * DAY).replace(day=1)
            fitting = [month + ahead * DAY for ahead in range((following - month).days)]
            fitting = [day for day in fitting if self._fits(day)]
            found = {fitting[_index(place)] for place in self.places if abs(place) <= len(fitting)}
            yield from (day for day in sorted(found) if since <= day <= until)
            month = following

    def _fits(self, day: date) -> bool:
        if self.weekday == WORKING_DAY:
            return is_working_day(day)
        return self.weekday in (ANY_DAY, day.weekday())


@dataclass(frozen=True)
class Weekly:
    """The same weekday every so many weeks.

    Args:
        weekday: 0 is Monday.
        every: 1 every week, 2 every other week.
        first: the series begins on this day, or on the first such weekday after it.
    """

    weekday: int
    every: int = 1
    first: date = ALWAYS

    def days(self, since: date, until: date) -> Iterator[date]:
        """Yield the days from `since` to `until`, both included."""
        anchor = self.first + (self.weekday - self.first.weekday()) % 7 * DAY
        step = self.every * WEEK
        day = max(anchor, anchor - (anchor - since) // step * step)
        while day <= until:
            yield day
            day += step


@dataclass(frozen=True)
class Rule:
    """When the council meets.

    Args:
        months: the months it meets in.
    """

    pattern: Monthly | Weekly
    clock: time
    months: frozenset[int] = ALL_YEAR

    def days(self, since: date, until: date) -> tuple[date, ...]:
        """Return the days from `since` to `until`, both included."""
        return tuple(day for day in self.pattern.days(since, until) if day.month in self.months)


@dataclass(frozen=True)
class Occurrence:
    """One day that the rule gives.

    Args:
        warning: why the day deserves a second thought, if it does. It is never moved by itself.
        proposals: three other days, if so.
    """

    day: date
    starts_at: datetime
    warning: Text | None = None
    proposals: tuple[date, ...] = ()


def occurrences(rule: Rule, zone: ZoneInfo, since: date, until: date | None = None) -> tuple[Occurrence, ...]:
    """Return the meetings that a rule gives, each with what there is to point out about its day.

    Args:
        rule: the council's.
        zone: the council's.
        since: the first day that counts.
        until: the last; None is twelve months ahead.
    """
    days = rule.days(since, until or year_after(since))
    return tuple(_occurrence(rule, zone, day) for day in days)


def proposals(
    rule: Rule, day: date, taken: frozenset[date] = frozenset(), earliest: date = date.min
) -> tuple[date, ...]:
    """Return three days near a day that clashes: the same weekday before, another of its week, the same after.

    None of them is red, before a red day, alone between days off, taken, or in a month without meetings.
    Where there is no such day, as before the next of a weekly series, the nearest other day stands in.

    Args:
        rule: whose months count, and whose other days are taken.
        day: the day that clashes.
        taken: the days of the other meetings.
        earliest: no day before this one is proposed.
    """
    others = taken | frozenset(rule.days(day - 5 * WEEK, day + 5 * WEEK))

    def suits(candidate: date) -> bool:
        free = candidate >= earliest and candidate not in others
        return free and candidate.month in rule.months and is_good(candidate)

    before = (day - weeks * WEEK for weeks in range(1, 5))
    after = (day + weeks * WEEK for weeks in range(1, 5))
    firsts = [next(filter(suits, days), None) for days in (before, _week_of(day), after)]
    found = {each for each in firsts if each is not None}
    nearest = (each for each in _nearest(day) if suits(each) and each not in found)
    return tuple(sorted([*found, *islice(nearest, 3 - len(found))]))


def is_good(day: date) -> bool:
    """Say whether a day has nothing against it: a working day, not before a red day, not alone between days off."""
    return is_working_day(day) and clash(day) is None and not is_squeezed(day)


def year_after(day: date) -> date:
    """Return the same date a year later; 29 February becomes 28."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _occurrence(rule: Rule, zone: ZoneInfo, day: date) -> Occurrence:
    warning = clash(day)
    return Occurrence(day, instant(day, rule.clock, zone), warning, proposals(rule, day) if warning else ())


def _week_of(day: date) -> list[date]:
    """Return the other days of its week, the nearest first, of two equally near the earlier."""
    monday = day - day.weekday() * DAY
    return sorted({monday + ahead * DAY for ahead in range(7)} - {day}, key=lambda each: (abs(each - day), each))


def _nearest(day: date) -> Iterator[date]:
    """Yield the days of about a year around a day, the nearest first."""
    for distance in range(1, 200):
        yield day - distance * DAY
        yield day + distance * DAY


def _index(place: int) -> int:
    return place - 1 if place > 0 else place

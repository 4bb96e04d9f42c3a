"""The council's monthly picture: what residents raised, how it was answered, what was promised.

Counted from cases, promises and what was shared; holds no words of a resident and nothing about one.
The council sees exact counts. In public, counts of concerns, languages and persons below five are
shown as fewer than five; the official measures (on time, referred, promises) are exact for everybody.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from statistics import median
from typing import TypeVar
from zoneinfo import ZoneInfo

from council.calendar import day_of
from council.case import Case
from council.count import Count, count
from council.share import Share
from council.steps import State
from council.text import Sharing

Key = TypeVar("Key", bound=Hashable)
FEWEST_IN_PUBLIC = 5


@dataclass(frozen=True)
class Ratio:
    """So many of so many: never shown without its base."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Return the part in whole per cent, half a per cent counted up; 0 of 0 is 0."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole else 0


@dataclass(frozen=True)
class Digest:
    """The figures of one period.

    Args:
        referred: those sent on at once, to 112 or the police's tip line; never registered.
        not_due: cases that nobody owns yet, within time.
        answered_workdays: the median; None while nothing is answered.
        overdue: the numbers of the unanswered cases whose day has passed.
        owners: organisation code -> cases, the most first; "" for those that nobody is named for.
        businesses: how many of the registered come from businesses.
    """

    registered: int
    referred: int
    states: Mapping[State, int]
    triaged: Ratio
    not_due: int
    answered: Ratio
    answered_workdays: float | None
    unanswered: int
    overdue: tuple[int, ...]
    owners: Mapping[str, int]
    languages: Mapping[str, int]
    businesses: int = 0

    @property
    def contacts(self) -> int:
        """Return how many wrote, phoned or came."""
        return self.registered + self.referred


def digest(cases: Iterable[Case], referred: int, now: datetime, zone: ZoneInfo) -> Digest:
    """Return the digest of some cases as they stand now.

    Args:
        cases: those received in the period.
        referred: how many were sent on at once, in the period.
        now: the moment of the digest.
        zone: of the council's wall clock, which says what day a moment is on.
    """
    return digest_of(count(cases, zone), referred, now, zone)


def digest_of(counted: Count, referred: int, now: datetime, zone: ZoneInfo) -> Digest:
    """Return the digest of cases that have been counted."""
    today = day_of(now, zone)
    waiting = [case for case in counted.open if not case.triaged_at]
    late = sum(case.triage_due < today for case in waiting)
    unanswered = [case for case in counted.open if not case.answered_at]
    on_time, answered = counted.each("answered in time"), counted.each("answered")
    return Digest(
        registered=counted.of("registered"),
        referred=referred,
        states={State(each): times for each, times in counted.each("state").items()},
        triaged=Ratio(counted.of("triaged in time"), counted.of("triaged") + late),
        not_due=len(waiting) - late,
        answered=Ratio(sum(on_time.values()), sum(answered.values())),
        answered_workdays=_median(counted.each("workdays")),
        unanswered=len(unanswered),
        overdue=tuple(sorted(case.number for case in unanswered if case.clocks[0].runs_out < today)),
        owners=counted.each("owner"),
        languages=counted.each("language"),
        businesses=counted.of("business"),
    )


def _median(took: Mapping[str, int]) -> float | None:
    """Return the median of days of which each was taken so many times; None if none was."""
    days = [int(each) for each, times in took.items() for _ in range(times)]
    return median(days) if days else None


@dataclass(frozen=True)
class Summary:
    """What was shared in a period, as far as those who read it may see.

    Args:
        shares: the oldest first.
        organisations: code -> posts, the most first; None for the secretary's own.
    """

    shares: tuple[Share, ...]
    organisations: Mapping[str | None, int]


def summary(shares: Iterable[Share], classes: Collection[Sharing] = (Sharing.OPEN,)) -> Summary:
    """Return the summary of what was shared in the named classes. What was withdrawn is in none.

    Composed of the items that may be shown, never by taking others out of a text.
    """
    shown = sorted((each for each in shares if each.is_published and each.sharing in classes), key=lambda each: each.at)
    return Summary(tuple(shown), most_first(each.organisation for each in shown))


class Shown(Enum):
    """What stands in public in place of a count."""

    FEW = "few"
    HELD = "held"


@dataclass(frozen=True)
class PublicDigest:
    """The figures of one period as the public may see them.

    Args:
        states, owners, languages: empty where no count could be shown without betraying a small one.
    """

    contacts: int | Shown
    registered: int | Shown
    referred: int
    states: Mapping[State, int | Shown]
    triaged: Ratio
    answered: Ratio
    answered_workdays: float | None
    overdue: int
    owners: Mapping[str, int | Shown]
    languages: Mapping[str, int | Shown]
    businesses: int | Shown = 0


def in_public(exact: Digest) -> PublicDigest:
    """Return a digest as the public may see it."""
    few = exact.registered < FEWEST_IN_PUBLIC
    trades = {True: exact.businesses, False: exact.registered - exact.businesses}
    return PublicDigest(
        contacts=Shown.FEW if few else exact.contacts,
        registered=Shown.FEW if few else exact.registered,
        referred=exact.referred,
        states=few_hidden(exact.states),
        triaged=exact.triaged,
        answered=exact.answered,
        answered_workdays=exact.answered_workdays,
        overdue=len(exact.overdue),
        owners=few_hidden(exact.owners),
        languages=few_hidden(exact.languages),
        businesses=few_hidden(trades).get(True, Shown.HELD) if exact.businesses else 0,
    )


def few_hidden(counts: Mapping[Key, int]) -> dict[Key, int | Shown]:
    """Return counts that add up to a known sum, so that no small one can be worked out from the others.

    Those below five become FEW. Where the sum would betray one of them, the smallest of the others
    is HELD back too; where even that does not help, nothing is shown.
    """
    few = [key for key, count in counts.items() if 0 < count < FEWEST_IN_PUBLIC]
    others = sorted((key for key in counts if counts[key] >= FEWEST_IN_PUBLIC), key=lambda key: counts[key])
    for held in range(len(others) + 1):
        unknown = sum(counts[key] for key in (*few, *others[:held]))
        if not _is_betrayed(len(few), held, unknown):
            marks = {**dict.fromkeys(few, Shown.FEW), **dict.fromkeys(others[:held], Shown.HELD)}
            return {key: marks.get(key, count) for key, count in counts.items()}
    return {}


def _is_betrayed(few: int, held: int, unknown: int) -> bool:
    """Say whether one can only have one value: few counts of 1 to 4, and held ones of 5 or more, sum to a known sum."""
    if few == 0:
        return False
    most = FEWEST_IN_PUBLIC - 1
    highest = min(most, unknown - (few - 1) - held * FEWEST_IN_PUBLIC)
    lowest = 1 if held else max(1, unknown - (few - 1) * most)
    return highest <= lowest


def most_first(things: Iterable[Key]) -> dict[Key, int]:
    """Count things; the most frequent first, among equals the one met first."""
    counts = Counter(things)
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))

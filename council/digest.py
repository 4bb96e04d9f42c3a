"""The council's monthly picture: what residents raised, how it was answered, what was promised.

Counted from cases, promises and what was shared; holds no words of a resident and nothing about one.
The council sees exact counts. In public, counts of concerns, languages and persons below five are
shown as fewer than five; the official measures (on time, referred, promises) are exact for everybody.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from statistics import median
from typing import TypeVar
from zoneinfo import ZoneInfo

from council.calendar import day_of, working_days_between
from council.case import Case
from council.concern import OWNERS
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
    counted = tuple(cases)
    today = day_of(now, zone)
    due = [case for case in counted if case.triaged_at or (case.is_open and case.triage_due < today)]
    numbers = {case.number for case in due}
    answered = {case: case.answered_at for case in counted if case.answered_at and case.state is not State.DUPLICATE}
    unanswered = [case for case in counted if not case.answered_at and case.is_open]
    took = [working_days_between(day_of(case.received_at, zone), day_of(at, zone)) for case, at in answered.items()]
    return Digest(
        registered=len(counted),
        referred=referred,
        states=most_first(case.state for case in counted),
        triaged=Ratio(sum(_is_by(case.triage_due, case.triaged_at, zone) for case in due), len(due)),
        not_due=sum(case.is_open for case in counted if case.number not in numbers),
        answered=Ratio(sum(_is_by(case.clocks[0].due, at, zone) for case, at in answered.items()), len(answered)),
        answered_workdays=median(took) if took else None,
        unanswered=len(unanswered),
        overdue=tuple(sorted(case.number for case in unanswered if case.clocks[0].runs_out < today)),
        owners=most_first(likely_owner(case) for case in counted),
        languages=most_first(case.language for case in counted),
        businesses=sum(case.business for case in counted),
    )


def _is_by(due: date, at: datetime | None, zone: ZoneInfo) -> bool:
    return at is not None and day_of(at, zone) <= due


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


def likely_owner(case: Case) -> str:
    """Return the organisation that owns a case, else the one its category is usually for, else nothing."""
    return case.owner or next(iter(OWNERS[case.category]), "")


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

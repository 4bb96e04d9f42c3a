"""The official measures M1 to M12: how a council is held to account. Each carries its n and the period it is of.

They are exact for everybody. Beside them stand counts of concerns and languages, of which small ones are hidden. What
is counted came in until the last meeting, so that nobody can read a single concern out of the difference between two
days; what has become of it since is counted too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from council.action import Action
from council.action import State as ActionState
from council.calendar import day_of
from council.case import Case
from council.concern import Category
from council.count import Count
from council.digest import FEWEST_IN_PUBLIC, Ratio, Shown, digest_of, few_hidden
from council.period import Period
from council.promise import Tally
from council.steps import Channel, Reason, State

AGES = (30, 60, 90)
"""A case has been open for more than so many days."""


@dataclass(frozen=True)
class Waiting:
    """One owner's open cases. M3.

    Args:
        organisation: its code; empty for those that nobody is named for.
        older: how many are older than each of AGES.
    """

    organisation: str
    open: int
    older: tuple[int, ...]


@dataclass(frozen=True)
class Month:
    """Answers to what came in during one month, of those received in the period.

    Args:
        answered: on time of how many; None where there were too few to show.
    """

    first: date
    answered: Ratio | None


@dataclass(frozen=True)
class Seat:
    """How often an organisation was there. M8."""

    organisation: str
    present: int
    excused: int
    absent: int


@dataclass(frozen=True)
class Measures:
    """M1 to M12 of one period.

    Args:
        registered: M1's and all others' base: how many concerns were registered.
        contacts: M11's base: the registered and those referred at once.
        triaged: M1.
        answered, answered_workdays, overdue: M2, the median, and how many are late and have no answer.
        waiting: M3, the most first; what came in before the period and is open still is in it too.
        promises: M4, of those that were open at some time in the period.
        actions: M5, done on time of those due.
        reopened: M6, of those that had ended.
        unanswerable, reasons: M7.
        seats, meetings: M8, and of how many meetings.
        decided: M9, of what residents raised on an agenda, how much came to a decision.
        languages, channels: M10.
        referred: M11.
        incidents, removals: M12; how much was taken back of what was public at some time in the period.
    """

    first: date
    last: date
    registered: int | Shown
    contacts: int
    triaged: Ratio
    answered: Ratio
    answered_workdays: float | None
    overdue: int
    waiting: tuple[Waiting, ...]
    promises: Tally
    actions: Ratio
    reopened: Ratio
    unanswerable: Ratio
    reasons: Mapping[Reason, int]
    seats: tuple[Seat, ...]
    meetings: int
    decided: Ratio
    languages: Mapping[str, int | Shown]
    channels: Mapping[Channel, int | Shown]
    referred: int
    incidents: int
    removals: Ratio
    categories: Mapping[Category, int | Shown]
    months: tuple[Month, ...]


@dataclass(frozen=True)
class Counted:
    """What was counted elsewhere: of meetings, promises, what was taken back, and what waits from before."""

    promises: Tally
    seats: tuple[Seat, ...]
    meetings: int
    decided: Ratio
    referred: int
    incidents: int
    removals: Ratio
    older: tuple[Case, ...] = ()


def measures(cases: Count, actions: Iterable[Action], counted: Counted, period: Period, zone: ZoneInfo) -> Measures:
    """Return the measures of a period, as things stand at its end or, for what has moved on since, now.

    Args:
        cases: those received in the period, counted.
        actions: all that hold.
        counted: what was counted elsewhere.
        period: of the measures.
        zone: of the council's wall clock, which says what day a moment is on.
    """
    figures = digest_of(cases, counted.referred, period.until, zone)
    registered = figures.registered
    return Measures(
        first=period.first,
        last=period.last,
        registered=Shown.FEW if 0 < registered < FEWEST_IN_PUBLIC else registered,
        contacts=figures.contacts,
        triaged=figures.triaged,
        answered=figures.answered,
        answered_workdays=figures.answered_workdays,
        overdue=len(figures.overdue),
        waiting=_waiting((*cases.open, *counted.older), period.last, zone),
        promises=counted.promises,
        actions=_on_time(actions, period, zone),
        reopened=Ratio(cases.of("reopened"), cases.of("ended")),
        unanswerable=Ratio(figures.states.get(State.CANNOT_ANSWER, 0), registered),
        reasons={Reason(each): times for each, times in cases.each("reason").items()},
        seats=counted.seats,
        meetings=counted.meetings,
        decided=counted.decided,
        languages=few_hidden(figures.languages),
        channels=few_hidden({Channel(each): times for each, times in cases.each("channel").items()}),
        referred=counted.referred,
        incidents=counted.incidents,
        removals=counted.removals,
        categories=few_hidden({Category(each): times for each, times in cases.each("category").items()}),
        months=_months(cases),
    )


def _waiting(cases: Iterable[Case], today: date, zone: ZoneInfo) -> tuple[Waiting, ...]:
    ages: dict[str, list[int]] = {}
    for case in cases:
        if case.is_open:
            ages.setdefault(case.owner or "", []).append((today - day_of(case.received_at, zone)).days)
    rows = [
        Waiting(owner, len(each), tuple(sum(age > limit for age in each) for limit in AGES))
        for owner, each in ages.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.open, row.organisation)))


def _on_time(actions: Iterable[Action], period: Period, zone: ZoneInfo) -> Ratio:
    """Return how many of the accepted actions that fell due in the period were done in time."""
    due = [
        action
        for action in actions
        if period.first <= action.due <= period.last and action.state in (ActionState.ACCEPTED, ActionState.DONE)
    ]
    return Ratio(sum(each.done_at is not None and day_of(each.done_at, zone) <= each.due for each in due), len(due))


def _months(cases: Count) -> tuple[Month, ...]:
    """Return the answers month by month; of a month with few of them nothing is told, nor could it be worked out."""
    answered, on_time = (
        {date.fromisoformat(month): times for month, times in cases.each(mark).items()}
        for mark in ("answered", "answered in time")
    )
    shown = few_hidden(answered)
    return tuple(
        Month(
            month,
            None if isinstance(shown.get(month, Shown.HELD), Shown) else Ratio(on_time.get(month, 0), answered[month]),
        )
        for month in _calendar(answered)
    )


def _calendar(months: Iterable[date]) -> list[date]:
    """Return every month from the first to the last, those without anything too."""
    known = sorted(months)
    found = known[:1]
    while found and found[-1] < known[-1]:
        found.append((found[-1] + timedelta(days=31)).replace(day=1))
    return found

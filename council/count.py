"""Cases counted by everything that is told of them: counts add up, so what is over need not be counted again.

A mark is something that holds of a case for good, or until the case itself changes: its state, how its first promise
was kept. What the passing of time changes is told by the cases that are open.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from zoneinfo import ZoneInfo

from council.calendar import day_of, instant, working_days_between
from council.case import Case
from council.concern import OWNERS
from council.steps import State

ENDED = frozenset({State.RESOLVED, State.CLOSED, State.CANNOT_ANSWER})
MARKS = 1
"""One more whenever other marks are made of a case: what was counted before is then counted anew."""
Span = tuple[datetime, datetime]
"""From one moment to before another."""
Mark = tuple[str, str]
"""What is told, and which of it: ("state", "closed")."""


@dataclass(frozen=True)
class Count:
    """Some cases, counted.

    Args:
        marks: of how many cases each holds, and the number of the first.
        open: those that the council still has to do something about.
    """

    marks: Mapping[Mark, tuple[int, int]]
    open: tuple[Case, ...] = ()

    def of(self, mark: str, which: str = "") -> int:
        """Return of how many cases a mark holds."""
        return self.marks.get((mark, which), (0, 0))[0]

    def each(self, mark: str) -> dict[str, int]:
        """Return of how many each of a mark holds, the most frequent first, among equals the one met first."""
        found = [(-count, first, which) for (what, which), (count, first) in self.marks.items() if what == mark]
        return {which: -count for count, _first, which in sorted(found)}


def count(cases: Iterable[Case], zone: ZoneInfo) -> Count:
    """Count cases.

    Args:
        zone: of the council's wall clock, which says what day a moment is on.
    """
    marks: dict[Mark, tuple[int, int]] = {}
    counted = tuple(cases)
    for case in counted:
        for mark in _marks(case, zone):
            known, first = marks.get(mark, (0, case.number))
            marks[mark] = (known + 1, min(first, case.number))
    return Count(marks, tuple(case for case in counted if case.is_open))


def together(counts: Iterable[Count]) -> Count:
    """Return the count of all that were counted apart."""
    marks: dict[Mark, tuple[int, int]] = {}
    still_open: list[Case] = []
    for each in counts:
        still_open += each.open
        for mark, (some, first) in each.marks.items():
            known, met = marks.get(mark, (0, first))
            marks[mark] = (known + some, min(first, met))
    return Count(marks, tuple(still_open))


def months_within(since: datetime, until: datetime, zone: ZoneInfo) -> list[Span]:
    """Return the calendar months that lie wholly in a span, as the council's wall clock has them."""
    found = []
    begins = _month_from(day_of(since, zone).replace(day=1), zone)
    while begins < until:
        ends = _month_from((day_of(begins, zone) + timedelta(days=31)).replace(day=1), zone)
        if begins >= since and ends <= until:
            found.append((begins, ends))
        begins = ends
    return found


def gaps(since: datetime, until: datetime, kept: Iterable[Span]) -> list[Span]:
    """Return what is left of a span without those kept ones that lie wholly in it, the earliest first."""
    found = []
    for begins, ends in sorted(kept):
        if since <= begins and ends <= until:
            found.append((since, begins))
            since = ends
    return [each for each in (*found, (since, until)) if each[0] < each[1]]


def basis(zone: ZoneInfo) -> str:
    """Return what a count rests on besides the cases: counts of another basis do not add up to it."""
    return f"{MARKS} {zone.key} {version('holidays')}"


def likely_owner(case: Case) -> str:
    """Return the organisation that owns a case, else the one its category is usually for, else nothing."""
    return case.owner or next(iter(OWNERS[case.category]), "")


def _month_from(first: date, zone: ZoneInfo) -> datetime:
    return instant(first, time(0), zone)


def _marks(case: Case, zone: ZoneInfo) -> Iterator[Mark]:
    yield "registered", ""
    yield "state", case.state.value
    yield "owner", likely_owner(case)
    yield "category", case.category.value
    yield "language", case.language
    yield "channel", case.channel.value
    if case.business:
        yield "business", ""
    if case.state is State.CANNOT_ANSWER and case.reason:
        yield "reason", case.reason.value
    if case.state in ENDED or len(case.clocks) > 1:
        yield "ended", ""
    if len(case.clocks) > 1:
        yield "reopened", ""
    if case.triaged_at:
        yield "triaged", ""
        if day_of(case.triaged_at, zone) <= case.triage_due:
            yield "triaged in time", ""
    if case.answered_at and case.state is not State.DUPLICATE:
        yield from _of_answer(case, case.answered_at, zone)


def _of_answer(case: Case, at: datetime, zone: ZoneInfo) -> Iterator[Mark]:
    """Yield what is told of the first answer; a duplicate has none of its own."""
    received, answered = day_of(case.received_at, zone), day_of(at, zone)
    month = received.replace(day=1).isoformat()
    yield "answered", month
    if answered <= case.clocks[0].due:
        yield "answered in time", month
    yield "workdays", str(working_days_between(received, answered))

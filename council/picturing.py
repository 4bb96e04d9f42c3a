"""The month's figures as they are drawn, and told to the public pages as plain values."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from council.calendar import day_of
from council.case import Case
from council.concern import Category
from council.digest import most_first
from council.people import Address
from council.promise import Tally
from council.steps import State
from council.text import Bar, Chart, Sharing, Text, Tone

MOST_MONTHS = 3
MOST_CATEGORIES = 8
"""A phone shows so many bars at once; the rest are one line of text."""


@dataclass(frozen=True)
class Concerns:
    """What residents raised, by category and by the month it came in.

    Args:
        months: the first day of each, the earliest first; what came before the first is counted with it.
        categories: the most frequent first; one count for each month.
    """

    months: tuple[date, ...]
    categories: Mapping[Category, tuple[int, ...]]


@dataclass(frozen=True)
class Answers:
    """Answers to what came in during a month: on time, and late."""

    month: date
    on_time: int
    late: int


def concerns(cases: Iterable[Case], zone: ZoneInfo) -> Concerns:
    """Return what residents raised in the last months that anything was raised in."""
    counted = [(case.category, _month(case, zone)) for case in cases]
    months = tuple(sorted({month for _category, month in counted})[-MOST_MONTHS:])
    each = Counter((category, max(month, months[0])) for category, month in counted)
    order = most_first(category for category, _month in counted)
    return Concerns(months, {category: tuple(each[category, month] for month in months) for category in order})


def answers(cases: Iterable[Case], zone: ZoneInfo) -> tuple[Answers, ...]:
    """Return how the first answers came, by the month the case came in; a duplicate has no answer of its own."""
    on_time: Counter[date] = Counter()
    late: Counter[date] = Counter()
    for case in cases:
        if case.answered_at and case.state is not State.DUPLICATE:
            punctual = day_of(case.answered_at, zone) <= case.clocks[0].due
            (on_time if punctual else late)[_month(case, zone)] += 1
    return tuple(Answers(month, on_time[month], late[month]) for month in sorted({*on_time, *late}))


def charts(
    to: Address, found: Concerns, answered: tuple[Answers, ...], promises: Tally, first: date, last: date
) -> list[Chart]:
    """Return the pictures of the month: concerns, answers and promises; none of what there is nothing of."""
    pictures: list[Chart] = []
    if found.categories:
        pictures.append(_concerns(to, found, first, last))
    if answered:
        pictures.append(_answers(to, answered, first, last))
    if promises.kept + promises.broken + promises.open:
        pictures.append(_promises(to, promises))
    return pictures


def _concerns(to: Address, found: Concerns, first: date, last: date) -> Chart:
    tones = (Tone.EARLIEST, Tone.EARLIER, Tone.LATEST)[-len(found.months) :]
    parts = tuple((Text("chart-month", day=month), tone) for month, tone in zip(found.months, tones, strict=True))
    counts = list(found.categories.items())
    bars = [_category(category, each) for category, each in counts[:MOST_CATEGORIES]]
    others = counts[MOST_CATEGORIES:]
    if others:
        rest = sum(sum(each) for _category, each in others)
        bars.append(Bar(Text("chart-others", count=len(others)), (), Text("chart-count", count=rest)))
    total = sum(sum(each) for _category, each in counts)
    note = Text("chart-concerns-note", count=total, first=first, last=last)
    return Chart(to, "concerns", Text("chart-concerns"), note, parts, tuple(bars), Sharing.COUNCIL)


def _category(category: Category, counts: tuple[int, ...]) -> Bar:
    return Bar(Text("chart-category", category=category.value), counts, Text("chart-count", count=sum(counts)))


def _answers(to: Address, answered: tuple[Answers, ...], first: date, last: date) -> Chart:
    bars = tuple(
        Bar(
            Text("chart-month", day=each.month),
            (each.on_time, each.late),
            Text("chart-on-time", part=each.on_time, whole=each.on_time + each.late),
        )
        for each in answered
    )
    parts = ((Text("chart-part-on-time"), Tone.GOOD), (Text("chart-part-late"), Tone.BAD))
    total = sum(each.on_time + each.late for each in answered)
    note = Text("chart-answers-note", count=total, first=first, last=last)
    return Chart(to, "answers", Text("chart-answers"), note, parts, bars, Sharing.COUNCIL)


def _promises(to: Address, promises: Tally) -> Chart:
    counts = {"kept": promises.kept, "broken": promises.broken, "open": promises.open}
    parts = ((Text("chart-promises"), Tone.LATEST),)
    bars = tuple(
        Bar(Text("chart-promise", state=state), (count,), Text("chart-count", count=count))
        for state, count in counts.items()
    )
    note = Text("chart-promises-note", count=sum(counts.values()))
    return Chart(to, "promises", Text("chart-promises"), note, parts, bars, Sharing.COUNCIL)


def _month(case: Case, zone: ZoneInfo) -> date:
    return day_of(case.received_at, zone).replace(day=1)

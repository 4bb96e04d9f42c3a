"""The whole public record: what is open, composed, and the figures counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from council.attendance import Intention
from council.calendar import day_of
from council.case import Case
from council.count import Count, Span, count, gaps, together
from council.digest import Ratio
from council.measures import Counted, Measures, measures
from council.meeting import Meeting
from council.period import Period, measured, of_year
from council.proceedings import Act
from council.promise import alive, tally
from council.publishing import body, deeds, gathering, matters, pleas, pledges, removals, resolves
from council.record import Record, Removal
from council.stored import Stored
from council.yearly import Assembly, Year, by_meeting, seats, year_of


@dataclass(frozen=True)
class Books:
    """What the figures are counted from.

    Args:
        began_at: when the council was set up here.
        cases: of the spans that figures are counted over, those that no kept month fills; and wherever they came in,
            those that are open, and those that were taken up at a meeting.
        kept: what was counted before, by month.
        referred: how many were sent on at once, by day.
        incidents: the day of each privacy incident.
        intentions: what was said before each meeting, by its number.
        published: the day of everything that was made public, what was taken back since too.
    """

    began_at: datetime
    cases: tuple[Case, ...] = ()
    referred: Mapping[date, int] = field(default_factory=dict)
    incidents: tuple[date, ...] = ()
    intentions: Mapping[str, tuple[Intention, ...]] = field(default_factory=dict)
    published: tuple[date, ...] = ()
    kept: Mapping[Span, Count] = field(default_factory=dict)


def spans(meetings: Sequence[Meeting], began_at: datetime, now: datetime, zone: ZoneInfo) -> list[Period]:
    """Return every span that figures are counted over: of the last twelve months, and of each year; none before any."""
    period = measured(meetings, began_at, now, zone)
    return [period, *_years_of(meetings, began_at, now, zone).values()] if period else []


def record_of(stored: Stored, books: Books, now: datetime) -> Record:
    """Return all that the public may know of a council at a moment."""
    today = stored.day(now)
    ahead = [each for each in stored.meetings if each.is_ahead and each.ends_at > now]
    over = [each for each in reversed(stored.meetings) if each not in ahead]
    actions = deeds(stored, today)
    gone = removals(stored)
    period = measured(stored.meetings, books.began_at, now, stored.charter.zone)
    return Record(
        council=body(stored),
        today=today,
        ahead=tuple(gathering(stored, each, now) for each in ahead),
        held=tuple(gathering(stored, each, now) for each in over),
        decisions=resolves(stored, actions),
        actions=actions,
        promises=pledges(stored, today),
        kept=tally(stored.promises),
        matters=matters(stored, today),
        measures=_measures(stored, books, gone, period) if period else None,
        removals=gone,
        pleas=pleas(stored),
        years=_years(stored, books, gone, now) if period else (),
    )


def _years(stored: Stored, books: Books, gone: Sequence[Removal], now: datetime) -> tuple[Year, ...]:
    """Return every year that the council has met in, the latest first."""
    assemblies = _assemblies(stored, books)
    return tuple(
        year_of(year, assemblies, stored.organisations, now, _measures(stored, books, gone, period))
        for year, period in _years_of(stored.meetings, books.began_at, now, stored.charter.zone).items()
    )


def _years_of(meetings: Sequence[Meeting], began_at: datetime, now: datetime, zone: ZoneInfo) -> dict[int, Period]:
    begun = {each.day.year for each in meetings if each.ends_at <= now}
    begun &= set(range(day_of(began_at, zone).year, day_of(now, zone).year + 1))
    return {year: of_year(year, meetings, began_at, now, zone) for year in sorted(begun, reverse=True)}


def _measures(stored: Stored, books: Books, gone: Sequence[Removal], period: Period) -> Measures:
    cases = [case for case in books.cases if period.since <= case.received_at < period.until]
    meetings = [
        each
        for each in _assemblies(stored, books)
        if period.since <= each.meeting.starts_at and each.meeting.ends_at <= period.until
    ]
    days = [day for day in books.referred if period.first <= day <= period.last]
    counted = Counted(
        promises=tally(alive(stored.promises, period.since, period.until)),
        seats=seats(meetings, stored.organisations),
        meetings=sum(each.was_held for each in meetings),
        decided=_decided(stored, cases),
        referred=sum(books.referred[day] for day in days),
        incidents=sum(period.first <= day <= period.last for day in books.incidents),
        removals=_removed(books, gone, period),
        older=tuple(case for case in books.cases if case.received_at < period.since),
    )
    return measures(_counted(books, period, stored.charter.zone), stored.actions, counted, period, stored.charter.zone)


def _counted(books: Books, period: Period, zone: ZoneInfo) -> Count:
    """Return the cases received in a period, counted: month by month as they were kept, and one by one."""
    months = [each for each in sorted(books.kept) if period.since <= each[0] and each[1] <= period.until]
    single = [
        case
        for since, until in gaps(period.since, period.until, months)
        for case in books.cases
        if since <= case.received_at < until
    ]
    return together([*(books.kept[each] for each in months), count(single, zone)])


def _removed(books: Books, gone: Sequence[Removal], period: Period) -> Ratio:
    """Return how much of what was public at some time in a period was taken back in it. M12."""
    days = [each.on for each in gone if each.on <= period.last]
    before = sum(day < period.first for day in days)
    return Ratio(len(days) - before, sum(day <= period.last for day in books.published) - before)


def _decided(stored: Stored, cases: Iterable[Case]) -> Ratio:
    """Return how many of the cases that were taken up at a meeting came to a decision there. M9."""
    ended = {number for number, proceedings in stored.proceedings.items() if proceedings.of(Act.ENDED)}
    items = [(number, item) for number, agenda in stored.agendas.items() if number in ended for item in agenda.items]
    of_place = {(number, item.slot): (number, item.id) for number, item in items}
    of_label: dict[str, set[tuple[str, str]]] = {}
    for number, item in items:
        of_label.setdefault(item.source, set()).add((number, item.id))
    decided = {(each.meeting, each.item) for each in stored.decisions if each.undone_at is None}
    taken_up = []
    for case in cases:
        where = set(of_label.get(case.label(stored.charter.case_prefix), ()))
        place = (case.meeting or "", -1 if case.item is None else case.item)
        taken_up.append(where | ({of_place[place]} if place in of_place else set()))
    held = [where for where in taken_up if where]
    return Ratio(sum(bool(where & decided) for where in held), len(held))


def _assemblies(stored: Stored, books: Books) -> tuple[Assembly, ...]:
    return by_meeting(stored.meetings, stored.proceedings, books.intentions)

"""The series of meetings that a rule makes: twelve months ahead, and what becomes of it when the rule changes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest
from zoneinfo import ZoneInfo

from council.calendar import day_of
from council.meeting import Meeting, State, number_for
from council.schedule import Occurrence, Rule, occurrences, year_after


@dataclass(frozen=True)
class Change:
    """What a new rule does to a series. Nothing in it is yet announced or stored.

    Args:
        kept: meetings that stay when they are, though the rule now gives them another day: their notice
            is out, or they were moved or cancelled one by one.
        moved: before and after.
        cancelled: those the new rule has no place for.
        added: those it makes besides.
    """

    kept: tuple[Meeting, ...] = ()
    moved: tuple[tuple[Meeting, Meeting], ...] = ()
    cancelled: tuple[Meeting, ...] = ()
    added: tuple[Meeting, ...] = ()


def grow(meetings: Sequence[Meeting], rule: Rule, zone: ZoneInfo, minutes: int, at: datetime) -> tuple[Meeting, ...]:
    """Return the meetings of the next twelve months that are not made yet.

    A meeting that was moved or cancelled is made: the rule does not make it a second time.

    Args:
        meetings: all there ever were, cancelled ones too.
        rule: the council's.
        zone: the council's.
        minutes: how long a meeting lasts.
        at: now; what lies before is not made.
    """
    made = {each.series_day for each in meetings} | {each.day for each in meetings if not each.is_cancelled}
    taken = frozenset(each.number for each in meetings)
    grown: list[Meeting] = []
    for occurrence in _ahead(rule, zone, at):
        if occurrence.day not in made:
            meeting = _meeting(occurrence, rule, zone, minutes, at, taken)
            taken |= {meeting.number}
            grown.append(meeting)
    return tuple(grown)


def change(meetings: Sequence[Meeting], rule: Rule, zone: ZoneInfo, minutes: int, at: datetime) -> Change:
    """Return what becomes of the series ahead under a new rule. Numbers and agendas stay, month by month.

    Args:
        meetings: all there ever were, cancelled ones too.
        rule: the new one.
        zone: the council's.
        minutes: how long a meeting lasts from now on.
        at: the moment of the decision.
    """
    today = day_of(at, zone)
    ahead = [
        each for each in meetings if each.series_day is not None and each.series_day >= today and _is_open(each, at)
    ]
    kept: list[Meeting] = []
    moved: list[tuple[Meeting, Meeting]] = []
    cancelled: list[Meeting] = []
    added: list[Meeting] = []
    taken = frozenset(each.number for each in meetings)
    for old, new in _pairs(ahead, _ahead(rule, zone, at)):
        if old is None and new is not None:
            added.append(_meeting(new, rule, zone, minutes, at, taken))
            taken |= {added[-1].number}
        elif old is not None and (new is None or _stands_by_itself(old)):
            stays = _stands_by_itself(old)
            (kept if stays else cancelled).append(_kept(old, new) if stays else old.cancel(at))
        elif old is not None and new is not None and (old.day, old.clock) != (new.day, rule.clock):
            moved.append((old, replace(old.move(new.day, rule.clock, at, minutes), series_day=new.day)))
    return Change(tuple(kept), tuple(moved), tuple(cancelled), tuple(added))


def _ahead(rule: Rule, zone: ZoneInfo, at: datetime) -> list[Occurrence]:
    today = day_of(at, zone)
    return [each for each in occurrences(rule, zone, today, year_after(today)) if each.starts_at > at]


def _is_open(meeting: Meeting, at: datetime) -> bool:
    return meeting.is_cancelled or (meeting.is_ahead and meeting.starts_at > at)


def _stands_by_itself(meeting: Meeting) -> bool:
    return meeting.state is not State.PLANNED or meeting.day != meeting.series_day


def _kept(meeting: Meeting, new: Occurrence | None) -> Meeting:
    return replace(meeting, series_day=new.day) if new else meeting


def _pairs(olds: Sequence[Meeting], news: Sequence[Occurrence]) -> list[tuple[Meeting | None, Occurrence | None]]:
    months: dict[str, tuple[list[Meeting], list[Occurrence]]] = defaultdict(lambda: ([], []))
    for old in sorted(olds, key=lambda each: each.series_day or each.day):
        months[f"{old.series_day:%Y-%m}"][0].append(old)
    for new in news:
        months[f"{new.day:%Y-%m}"][1].append(new)
    return [pair for month in sorted(months) for pair in zip_longest(*months[month])]


def _meeting(
    occurrence: Occurrence, rule: Rule, zone: ZoneInfo, minutes: int, at: datetime, taken: frozenset[str]
) -> Meeting:
    number = number_for(occurrence.day, taken)
    return Meeting(number, occurrence.day, rule.clock, zone.key, minutes, at, series_day=occurrence.day)

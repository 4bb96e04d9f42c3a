"""The rule gives the days a calendar gives; a clashing day is pointed out with three others and never moved."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from council.calendar import is_working_day
from council.schedule import (
    ALL_YEAR,
    WORKING_DAY,
    Monthly,
    Occurrence,
    Rule,
    Weekly,
    is_good,
    occurrences,
    proposals,
    year_after,
)
from council.text import Text

STOCKHOLM = ZoneInfo("Europe/Stockholm")
UNION = """
    Europe/Amsterdam Europe/Athens Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Bucharest Europe/Budapest
    Europe/Busingen Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Lisbon Europe/Ljubljana Europe/Luxembourg
    Europe/Madrid Europe/Malta Europe/Mariehamn Europe/Paris Europe/Prague Europe/Riga Europe/Rome Europe/Sofia
    Europe/Stockholm Europe/Tallinn Europe/Vienna Europe/Vilnius Europe/Warsaw Europe/Zagreb
    Africa/Ceuta America/Cayenne America/Guadeloupe America/Marigot America/Martinique Asia/Famagusta Asia/Nicosia
    Atlantic/Azores Atlantic/Canary Atlantic/Madeira Indian/Mayotte Indian/Reunion
"""
"""Every time zone of the European Union, those of its outermost regions too."""
EUROPE = st.sampled_from(UNION.split()).map(ZoneInfo)
DAYS = st.dates(date(2020, 1, 1), date(2049, 12, 31))
CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
THURSDAYS = Rule(Monthly((2,), 3), time(18), ALL_YEAR - {7})


def test_the_spring_of_2026_is_the_councils_own() -> None:
    found = occurrences(THURSDAYS, STOCKHOLM, date(2026, 3, 1), date(2026, 8, 31))

    assert [each.day for each in found] == [
        date(2026, 3, 12),
        date(2026, 4, 9),
        date(2026, 5, 14),
        date(2026, 6, 11),
        date(2026, 8, 13),
    ]
    assert [each.starts_at.hour for each in found] == [17, 16, 16, 16, 16]


def test_twelve_months_are_made_ahead() -> None:
    found = occurrences(THURSDAYS, STOCKHOLM, date(2026, 3, 13))

    assert len(found) == 11
    assert found[-1].day == date(2027, 3, 11)


def test_ascension_day_is_pointed_out_with_three_other_days_and_stays() -> None:
    (found,) = occurrences(THURSDAYS, STOCKHOLM, date(2026, 5, 1), date(2026, 5, 31))

    assert found == Occurrence(
        date(2026, 5, 14),
        datetime(2026, 5, 14, 16, tzinfo=UTC),
        Text("clash-red-day", day=date(2026, 5, 14), name=Text("holiday-ascension")),
        (date(2026, 5, 7), date(2026, 5, 12), date(2026, 5, 21)),
    )


def test_the_day_before_a_red_day_is_pointed_out_too() -> None:
    last = Rule(Monthly((-1,), WORKING_DAY), time(9))
    (found,) = occurrences(last, STOCKHOLM, date(2026, 4, 1), date(2026, 4, 30))

    assert found.warning == Text("clash-day-before", day=date(2026, 4, 30), name=Text("holiday-first-of-may"))
    assert found.proposals == (date(2026, 4, 23), date(2026, 4, 29), date(2026, 5, 7))


def test_no_proposal_takes_another_meetings_day_or_lies_behind() -> None:
    found = proposals(THURSDAYS, date(2026, 5, 14), frozenset({date(2026, 5, 7)}), earliest=date(2026, 5, 5))

    assert found == (date(2026, 5, 11), date(2026, 5, 12), date(2026, 5, 21))


@given(start=DAYS, weekday=st.integers(0, 6), place=st.sampled_from([1, 2, 3, 4, 5, -1, -2]))
def test_every_clash_of_any_rule_has_three_good_and_different_proposals(start: date, weekday: int, place: int) -> None:
    rule = Rule(Monthly((place,), weekday), time(18), ALL_YEAR - {7})

    for each in occurrences(rule, STOCKHOLM, start):
        assert len(set(each.proposals)) == (3 if each.warning else 0)
        assert all(is_good(day) and day.month != 7 and day != each.day for day in each.proposals)


def test_a_weekly_series_is_offered_days_between_its_own() -> None:
    (found,) = occurrences(Rule(Weekly(3), time(18)), STOCKHOLM, date(2026, 5, 14), date(2026, 5, 14))

    assert found.proposals == (date(2026, 5, 11), date(2026, 5, 12), date(2026, 5, 18))


@given(
    start=DAYS,
    clock=CLOCKS,
    zone=EUROPE,
    weekday=st.integers(0, 6),
    place=st.sampled_from([1, 2, 3, 4, 5, -1, -2]),
    off=st.frozensets(st.integers(1, 12), max_size=6),
)
def test_a_monthly_rule_agrees_with_another_library(
    start: date, clock: time, zone: ZoneInfo, weekday: int, place: int, off: frozenset[int]
) -> None:
    rule = Rule(Monthly((place,), weekday), clock, ALL_YEAR - off)
    theirs = rrule.rrule(
        rrule.MONTHLY,
        dtstart=datetime.combine(start, clock, zone),
        until=datetime.combine(year_after(start), clock, zone),
        byweekday=rrule.weekday(weekday, place),
        bymonth=sorted(ALL_YEAR - off),
    )

    assert [each.starts_at for each in occurrences(rule, zone, start)] == [each.astimezone(UTC) for each in theirs]


@given(start=DAYS, first=DAYS, clock=CLOCKS, zone=EUROPE, weekday=st.integers(0, 6), every=st.integers(1, 4))
def test_a_weekly_rule_agrees_with_another_library(
    start: date, first: date, clock: time, zone: ZoneInfo, weekday: int, every: int
) -> None:
    anchor = first + timedelta(days=(weekday - first.weekday()) % 7)
    theirs = rrule.rrule(
        rrule.WEEKLY,
        interval=every,
        dtstart=datetime.combine(anchor, clock, zone),
        until=datetime.combine(max(anchor, year_after(start)), clock, zone),
    )
    expected = [each.astimezone(UTC) for each in theirs if start <= each.date() <= year_after(start)]

    found = occurrences(Rule(Weekly(weekday, every, first), clock), zone, start)

    assert [each.starts_at for each in found] == expected


@given(start=DAYS, place=st.sampled_from([1, 2, -1, -2]))
def test_the_last_working_day_is_the_last_that_is_one(start: date, place: int) -> None:
    for day in Rule(Monthly((place,), WORKING_DAY), time(9)).days(start, year_after(start)):
        working = [
            day.replace(day=number)
            for number in range(1, 32)
            if _exists(day, number) and is_working_day(day.replace(day=number))
        ]
        assert day == working[place - 1 if place > 0 else place]


@pytest.mark.parametrize(
    ("day", "after"), [(date(2028, 2, 29), date(2029, 2, 28)), (date(2026, 3, 1), date(2027, 3, 1))]
)
def test_a_year_after_is_the_same_date(day: date, after: date) -> None:
    assert year_after(day) == after


def _exists(day: date, number: int) -> bool:
    try:
        day.replace(day=number)
    except ValueError:
        return False
    return True

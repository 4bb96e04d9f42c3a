"""Red days and working days are those of the law; the wall clock means one instant."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.easter import easter
from hypothesis import example, given
from hypothesis import strategies as st

from council.calendar import (
    ambiguous,
    clash,
    day_of,
    eve,
    exists,
    holiday,
    instant,
    is_red,
    is_squeezed,
    is_working_day,
    working_day_after,
    working_day_before,
    working_day_from,
    working_days_between,
)
from council.text import Text

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2050, 12, 31))
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def first_saturday(day: date) -> date:
    return day + (5 - day.weekday()) % 7 * DAY


def public_holidays(year: int) -> set[date]:
    """Lag 1989:253, 1 and 3 §§, written out by hand."""
    sunday = easter(year)
    return {
        date(year, 1, 1),
        date(year, 1, 6),
        date(year, 5, 1),
        date(year, 6, 6),
        date(year, 12, 25),
        date(year, 12, 26),
        sunday - 2 * DAY,
        sunday,
        sunday + DAY,
        sunday + 39 * DAY,
        sunday + 49 * DAY,
        first_saturday(date(year, 6, 20)),
        first_saturday(date(year, 10, 31)),
    }


def eves(year: int) -> set[date]:
    """Lag 1930:173, 2 §: what is put on the same footing as a Sunday."""
    return {first_saturday(date(year, 6, 20)) - DAY, date(year, 12, 24), date(year, 12, 31)}


@pytest.mark.parametrize("year", range(2020, 2051))
def test_every_day_of_thirty_years_is_what_the_laws_say(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        red = day.weekday() == 6 or day in public_holidays(year)
        assert is_red(day) == red, day
        assert (holiday(day) is not None) == (day in public_holidays(year)), day
        assert (eve(day) is not None) == (day in eves(year)), day
        assert is_working_day(day) == (not red and day.weekday() != 5 and day not in eves(year)), day
        day += DAY


def test_every_holiday_of_thirty_years_has_its_own_name() -> None:
    days = [day for year in range(2020, 2051) for day in public_holidays(year) | eves(year)]

    assert Text("holiday-unnamed") not in [holiday(day) or eve(day) for day in days]


@pytest.mark.parametrize("day", [date(2026, 4, 2), date(2026, 4, 30)])
def test_skartorsdagen_and_valborg_are_working_days(day: date) -> None:
    assert is_working_day(day)


@given(day=DAYS, count=st.integers(0, 15))
def test_counting_working_days_forth_and_back_agrees_with_walking_day_by_day(day: date, count: int) -> None:
    later = working_day_after(day, count)
    earlier = working_day_before(day, count)

    assert sum(is_working_day(day + ahead * DAY) for ahead in range(1, (later - day).days + 1)) == count
    assert sum(is_working_day(day - back * DAY) for back in range(1, (day - earlier).days + 1)) == count
    assert working_days_between(day, later) == count
    assert count == 0 or (is_working_day(later) and is_working_day(earlier))


@given(day=DAYS)
def test_a_deadline_ends_on_the_first_working_day_from_its_day_on(day: date) -> None:
    end = working_day_from(day)

    assert is_working_day(end)
    assert not any(is_working_day(day + ahead * DAY) for ahead in range((end - day).days))


def test_easter_days_do_not_count_towards_a_promise() -> None:
    assert working_day_after(date(2026, 4, 2), 2) == date(2026, 4, 8)
    assert working_day_after(date(2026, 4, 2), 10) == date(2026, 4, 20)
    assert working_day_after(date(2026, 3, 14), 2) == date(2026, 3, 17)


@pytest.mark.parametrize(
    ("day", "key", "name"),
    [
        (date(2026, 5, 14), "clash-red-day", "holiday-ascension"),
        (date(2026, 5, 13), "clash-day-before", "holiday-ascension"),
        (date(2026, 4, 2), "clash-day-before", "holiday-good-friday"),
        (date(2026, 4, 30), "clash-day-before", "holiday-first-of-may"),
        (date(2026, 12, 24), "clash-red-day", "eve-christmas"),
        (date(2026, 6, 19), "clash-red-day", "eve-midsummer"),
    ],
)
def test_a_meeting_on_or_before_a_red_day_is_pointed_out_by_its_name(day: date, key: str, name: str) -> None:
    assert clash(day) == Text(key, day=day, name=Text(name))


@pytest.mark.parametrize("day", [date(2026, 4, 9), date(2026, 4, 18), date(2026, 4, 19), date(2026, 5, 21)])
def test_an_ordinary_day_is_not_pointed_out_nor_is_the_day_before_a_plain_sunday(day: date) -> None:
    assert clash(day) is None


def test_a_day_alone_between_days_off_is_squeezed() -> None:
    assert is_squeezed(date(2026, 5, 15))
    assert not is_squeezed(date(2026, 5, 12))


def test_in_spring_a_skipped_time_happens_when_the_clock_shows_an_hour_more() -> None:
    at = instant(date(2026, 3, 29), time(2, 30), STOCKHOLM)

    assert at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert at.astimezone(STOCKHOLM).time() == time(3, 30)
    assert not exists(date(2026, 3, 29), time(2, 30), STOCKHOLM)


def test_in_autumn_a_doubled_time_is_the_first_of_the_two() -> None:
    assert instant(date(2026, 10, 25), time(2, 30), STOCKHOLM) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert ambiguous(date(2026, 10, 25), time(2, 30), STOCKHOLM)
    assert not ambiguous(date(2026, 10, 25), time(18), STOCKHOLM)


def test_six_o_clock_stays_six_o_clock_over_the_change_to_summer_time() -> None:
    assert instant(date(2026, 3, 26), time(18), STOCKHOLM) == datetime(2026, 3, 26, 17, tzinfo=UTC)
    assert instant(date(2026, 4, 9), time(18), STOCKHOLM) == datetime(2026, 4, 9, 16, tzinfo=UTC)


@example(day=date(2032, 3, 28), clock=time(1), zone="Europe/Lisbon")
@given(
    day=DAYS,
    clock=CLOCKS,
    zone=st.sampled_from(["Europe/Stockholm", "Europe/Lisbon", "Europe/Athens", "Europe/Dublin"]),
)
def test_an_instant_shows_on_the_wall_as_it_was_meant_unless_the_clock_skips_it(
    day: date, clock: time, zone: str
) -> None:
    here = ZoneInfo(zone)
    at = instant(day, clock, here)
    shown = at.astimezone(here)

    if exists(day, clock, here):
        assert (shown.date(), shown.time()) == (day, clock)
        assert day_of(at, here) == day
    else:
        assert shown.replace(tzinfo=None) == datetime.combine(day, clock) + timedelta(hours=1)
    assert ambiguous(day, clock, here) == ((at + timedelta(hours=1)).astimezone(here).time() == clock)

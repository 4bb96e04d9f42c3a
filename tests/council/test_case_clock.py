"""What residents were promised is watched in working days; no reminder outlives its reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.calendar import working_day_after
from council.case import Case, receive
from council.case_clock import CasePlan, asked_from, due, next_moment
from council.reminders import Kind
from council.steps import Channel
from council.terms import Targets
from council.text import Refusal

STOCKHOLM = ZoneInfo("Europe/Stockholm")
PLAN, TARGETS = CasePlan(), Targets()
LONG_AGO, FAR = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)


def at(day: int, hour: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=STOCKHOLM).astimezone(UTC)


NEW = receive(42, at(23, 9), date(2026, 3, 23), working_day_after)
OWNED = NEW.assign("SDF", at(23, 10))


def moments(case: Case) -> list[tuple[Kind, str]]:
    found = due([case], PLAN, TARGETS, STOCKHOLM, FAR, LONG_AGO)
    return [(each.kind, f"{each.at.astimezone(STOCKHOLM):%d.%m %H:%M}") for each in found]


def test_the_secretary_is_reminded_on_the_day_an_owner_is_due_and_after_it_and_then_the_chair_hears() -> None:
    assert moments(NEW) == [
        (Kind.CASE_TRIAGE, "25.03 09:00"),
        (Kind.CASE_TRIAGE_LATE, "26.03 09:00"),
        (Kind.CASE_TRIAGE_CHAIR, "27.03 09:00"),
    ]


def test_the_owner_is_reminded_before_on_and_after_the_day_then_the_secretary_and_then_the_chair() -> None:
    assert moments(OWNED) == [
        (Kind.CASE_ANSWER_SOON, "02.04 09:00"),
        (Kind.CASE_ANSWER_TODAY, "08.04 09:00"),
        (Kind.CASE_ANSWER_LATE, "09.04 09:00"),
        (Kind.CASE_ANSWER_SECRETARY, "10.04 09:00"),
        (Kind.CASE_ANSWER_CHAIR, "15.04 09:00"),
    ]


def test_what_lies_before_the_naming_of_the_owner_was_never_due() -> None:
    late = NEW.assign("SDF", at(8, 10, 4))

    assert [kind for kind, _moment in moments(late)] == [
        Kind.CASE_ANSWER_LATE,
        Kind.CASE_ANSWER_SECRETARY,
        Kind.CASE_ANSWER_CHAIR,
    ]


@pytest.mark.parametrize(
    "case",
    [
        OWNED.answer(at(27, 10)),
        OWNED.redirect(at(27, 10)),
        OWNED.withdraw(at(27, 10)),
        OWNED.answer(at(27, 10)).close(at(28, 10)).reopen(at(29, 10), date(2026, 4, 14)).answer(at(30, 10)),
    ],
)
def test_nobody_is_reminded_of_what_has_been_answered_or_is_over(case: Case) -> None:
    assert moments(case) == []


def test_an_extension_moves_every_reminder_and_keeps_the_day_promised_first() -> None:
    extended = OWNED.extend(date(2026, 4, 17), date(2026, 4, 7))

    assert [moment for _kind, moment in moments(extended)] == [
        "15.04 09:00",
        "17.04 09:00",
        "20.04 09:00",
        "21.04 09:00",
        "24.04 09:00",
    ]
    assert (extended.clocks[0].due, extended.answer_due) == (date(2026, 4, 8), date(2026, 4, 17))
    keys = {each.key for each in due([OWNED], PLAN, TARGETS, STOCKHOLM, FAR, LONG_AGO)}
    assert keys.isdisjoint(each.key for each in due([extended], PLAN, TARGETS, STOCKHOLM, FAR, LONG_AGO))


@pytest.mark.parametrize(
    ("case", "to", "today", "key"),
    [
        (OWNED, date(2026, 4, 17), date(2026, 4, 9), "case-extend-too-late"),
        (OWNED, date(2026, 4, 8), date(2026, 4, 7), "case-extend-not-later"),
        (OWNED.answer(at(27, 10)), date(2026, 4, 17), date(2026, 4, 7), "case-extend-answered"),
        (OWNED.withdraw(at(27, 10)), date(2026, 4, 17), date(2026, 4, 7), "case-step-refused-final"),
    ],
)
def test_more_time_is_refused_once_it_is_too_late_or_pointless(case: Case, to: date, today: date, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        case.extend(to, today)

    assert refused.value.text.key == key


def test_a_silence_ends_on_the_morning_after_ten_whole_working_days() -> None:
    resolved = OWNED.answer(at(27, 10)).resolve(at(7, 10, 4))

    assert moments(resolved) == [(Kind.CASE_SILENCE, "22.04 09:00")]


def test_four_weeks_after_the_end_the_resident_is_asked_again() -> None:
    closed = OWNED.answer(at(27, 10)).close(at(27, 11))

    assert moments(closed) == [(Kind.CASE_ASK_AGAIN, "24.04 09:00")]


@settings(deadline=None)
@given(
    st.integers(min_value=0, max_value=300 * 24 * 60),
    st.timedeltas(timedelta(days=-3), timedelta(days=3)),
    st.integers(min_value=1, max_value=60),
)
def test_who_is_asked_later_than_a_moment_is_told_by_when_the_case_was_closed(
    minutes: int, apart: timedelta, days: int
) -> None:
    plan, closed_at = replace(PLAN, ask_again_days=days), at(1, 0) + timedelta(minutes=minutes)
    case = replace(OWNED.answer(at(27, 10)).close(at(27, 11)), closed_at=closed_at)
    moment = closed_at + timedelta(days=days) + apart

    [asked] = due([case], plan, TARGETS, STOCKHOLM, FAR, LONG_AGO)

    assert (asked.at > moment) == (closed_at >= asked_from(plan, STOCKHOLM, moment))


@pytest.mark.parametrize("change", [{"unlinked_at": at(28, 9)}, {"channel": Channel.PHONE}])
def test_nobody_is_asked_again_where_nobody_can_be(change: dict[str, object]) -> None:
    closed = replace(OWNED.answer(at(27, 10)).close(at(27, 11)), **change)  # type: ignore[arg-type]

    assert moments(closed) == []


def test_a_reminder_is_useless_once_the_next_one_has_come() -> None:
    found = due([OWNED], PLAN, TARGETS, STOCKHOLM, FAR, LONG_AGO)

    for earlier, later in pairwise(found):
        assert earlier.useless_after == later.at


def test_the_next_moment_is_the_first_that_lies_ahead() -> None:
    assert next_moment([NEW, OWNED], PLAN, TARGETS, STOCKHOLM, at(25, 9)) == at(26, 9)
    assert next_moment([], PLAN, TARGETS, STOCKHOLM, at(25, 9)) is None


# An independent computation: Easter by Gauss's method (in Butcher's form), the movable days from it, the rest by rule.


def easter(year: int) -> date:
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def days_off(year: int) -> set[date]:
    sunday = easter(year)
    movable = {sunday + timedelta(days=ahead) for ahead in (-2, 0, 1, 39, 49)}
    fixed = {date(year, *day) for day in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))}
    eve = next(date(year, 6, day) for day in range(19, 26) if date(year, 6, day).weekday() == 4)
    saints = next(
        day for day in (date(year, 10, 31) + timedelta(days=ahead) for ahead in range(7)) if day.weekday() == 5
    )
    return movable | fixed | {eve, eve + timedelta(days=1), saints}


OFF = set().union(*(days_off(year) for year in range(2025, 2038)))


def counted(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in OFF
    return day


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=0, max_value=10 * 366 * 24 * 60))
def test_over_ten_years_every_promise_and_reminder_is_what_counting_day_by_day_gives(minutes: int) -> None:
    received = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    today = received.astimezone(STOCKHOLM).date()
    case = receive(1, received, today, working_day_after)
    owned = case.assign("SDF", received)

    found = {each.kind: each.at for each in due([owned], PLAN, TARGETS, STOCKHOLM, FAR, LONG_AGO)}
    wall = {kind: moment.astimezone(STOCKHOLM) for kind, moment in found.items()}

    assert (case.triage_due, case.answer_due) == (counted(today, 2), counted(today, 10))
    assert wall[Kind.CASE_ANSWER_TODAY].date() == counted(today, 10)
    assert counted(wall[Kind.CASE_ANSWER_SOON].date(), 2) == counted(today, 10)
    assert wall[Kind.CASE_ANSWER_LATE].date() == counted(today, 11)
    assert wall[Kind.CASE_ANSWER_CHAIR].date() == counted(today, 15)
    assert {(moment.hour, moment.minute) for moment in wall.values()} == {(9, 0)}

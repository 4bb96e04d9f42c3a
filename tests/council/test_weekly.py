"""What falls due every week falls due once a week, at the same time on the council's wall, all year round."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from council.plan import Weekly
from council.reminders import Kind
from council.weekly import next_week, weekly_due
from tests.council.evening import ZONE

MONDAY = Weekly(0, time(8))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
weeklies = st.builds(Weekly, st.integers(0, 6), st.sampled_from([time(0, 30), time(8), time(23, 45)]))


def test_the_next_monday_morning_is_after_this_one() -> None:
    morning = datetime(2026, 4, 6, 6, tzinfo=UTC)

    assert next_week(MONDAY, ZONE, morning - timedelta(seconds=1)) == morning
    assert next_week(MONDAY, ZONE, morning) == morning + timedelta(days=7)
    assert next_week(MONDAY, ZONE, datetime(2026, 3, 25, 12, tzinfo=UTC)) == datetime(2026, 3, 30, 6, tzinfo=UTC)


@given(weeklies, moments)
def test_the_next_moment_is_the_first_on_that_weekday_and_at_that_time(weekly: Weekly, after: datetime) -> None:
    at = next_week(weekly, ZONE, after)

    local = at.astimezone(ZONE)
    assert (local.weekday(), local.time()) == (weekly.weekday, weekly.clock)
    assert timedelta(0) < at - after <= timedelta(days=7, hours=1)


@given(weeklies, moments, st.integers(0, 40 * 24))
def test_only_the_newest_of_the_moments_that_passed_falls_due(weekly: Weekly, since: datetime, hours: int) -> None:
    now = since + timedelta(hours=hours)

    passed, at = [], next_week(weekly, ZONE, since)
    while at <= now:
        passed.append(at)
        at = next_week(weekly, ZONE, at)
    assert [each.at for each in weekly_due(weekly, ZONE, since, now)] == passed[-1:]


def test_it_is_named_after_its_day_and_is_of_no_use_much_later() -> None:
    (due,) = weekly_due(MONDAY, ZONE, datetime(2026, 4, 5, tzinfo=UTC), datetime(2026, 4, 6, 6, tzinfo=UTC))

    assert (due.key, due.kind, due.subject) == (f"{Kind.TODO.value}:2026-04-06", Kind.TODO, "2026-04-06")
    assert due.at == datetime(2026, 4, 6, 6, tzinfo=UTC)
    assert due.useless_after > due.at


def test_without_a_weekly_moment_nothing_falls_due() -> None:
    assert weekly_due(None, ZONE, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)) == []

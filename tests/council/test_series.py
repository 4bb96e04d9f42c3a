"""The series grows by its rule, remembers what was decided by hand, and follows a new rule month by month."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from council.meeting import Meeting, State
from council.rule import read_rule
from council.schedule import Rule
from council.series import change, grow

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MARCH = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
THURSDAYS = read_rule("second Thursday 18:00, not in July")
TUESDAYS = read_rule("second Tuesday 17:00, not in July")


def series(at: datetime = MARCH) -> list[Meeting]:
    return list(grow((), THURSDAYS, STOCKHOLM, 120, at))


def by_number(meetings: list[Meeting]) -> dict[str, Meeting]:
    return {each.number: each for each in meetings}


def test_a_council_begins_with_twelve_months_of_meetings() -> None:
    made = series()

    assert [each.number for each in made][:5] == ["2026-03", "2026-04", "2026-05", "2026-06", "2026-08"]
    assert len(made) == 11
    assert all(each.series_day == each.day and each.scheduled_at == MARCH for each in made)


def test_nothing_is_made_twice() -> None:
    assert grow(series(), THURSDAYS, STOCKHOLM, 120, MARCH) == ()


def test_a_month_later_one_more_is_made() -> None:
    made = grow(series(), THURSDAYS, STOCKHOLM, 120, datetime(2026, 4, 1, 9, 0, tzinfo=UTC))

    assert [each.number for each in made] == ["2027-03"]


def test_a_moved_or_cancelled_meeting_is_not_made_again() -> None:
    meetings = by_number(series())
    meetings["2026-05"] = meetings["2026-05"].move(date(2026, 5, 21), time(18), MARCH)
    meetings["2026-06"] = meetings["2026-06"].cancel(MARCH)

    assert grow(list(meetings.values()), THURSDAYS, STOCKHOLM, 120, MARCH) == ()


def test_what_has_begun_today_is_not_made() -> None:
    evening = datetime(2026, 3, 12, 17, 30, tzinfo=UTC)

    assert series(evening)[0].number == "2026-04"


def test_a_new_rule_moves_each_month_to_its_new_day_and_keeps_its_number() -> None:
    changed = change(series(), TUESDAYS, STOCKHOLM, 90, MARCH)

    assert not changed.kept
    assert not changed.cancelled
    assert not changed.added
    before, after = changed.moved[1]
    assert (before.number, before.day) == ("2026-04", date(2026, 4, 9))
    assert (after.number, after.day, after.series_day, after.minutes) == (
        "2026-04",
        date(2026, 4, 14),
        date(2026, 4, 14),
        90,
    )


def test_a_new_rule_leaves_alone_what_was_decided_by_hand_or_is_called() -> None:
    meetings = by_number(series())
    meetings["2026-03"] = meetings["2026-03"].freeze()
    meetings["2026-05"] = meetings["2026-05"].move(date(2026, 5, 21), time(18), MARCH)
    meetings["2026-06"] = meetings["2026-06"].cancel(MARCH)

    changed = change(list(meetings.values()), TUESDAYS, STOCKHOLM, 120, MARCH)

    kept = by_number(list(changed.kept))
    assert set(kept) == {"2026-03", "2026-05", "2026-06"}
    assert (kept["2026-05"].day, kept["2026-05"].series_day) == (date(2026, 5, 21), date(2026, 5, 12))
    assert kept["2026-06"].is_cancelled


def test_a_new_rule_with_other_months_cancels_and_adds() -> None:
    rule = read_rule("second Thursday 18:00, not in June")

    changed = change(series(), rule, STOCKHOLM, 120, MARCH)

    assert [each.number for each in changed.cancelled] == ["2026-06"]
    assert all(each.state is State.CANCELLED for each in changed.cancelled)
    assert [each.number for each in changed.added] == ["2026-07"]
    assert changed.moved == ()


@given(
    first=st.sampled_from([THURSDAYS, TUESDAYS]),
    second=st.sampled_from(["first Monday 9:00", "last Friday 12:00, not in May", "varje torsdag kl 18"]).map(
        read_rule
    ),
    month=st.integers(1, 12),
)
def test_after_a_change_the_new_rule_has_nothing_more_to_make(first: Rule, second: Rule, month: int) -> None:
    at = MARCH.replace(month=month)
    meetings = by_number(list(grow((), first, STOCKHOLM, 120, MARCH.replace(year=2025))))
    meetings |= by_number(list(grow(list(meetings.values()), first, STOCKHOLM, 120, at)))

    changed = change(list(meetings.values()), second, STOCKHOLM, 120, at)
    meetings |= by_number([*changed.kept, *(new for _, new in changed.moved), *changed.cancelled, *changed.added])

    assert grow(list(meetings.values()), second, STOCKHOLM, 120, at) == ()
    ahead = [each for each in meetings.values() if not each.is_cancelled and each.starts_at > at]
    assert all(each.day == each.series_day for each in ahead)

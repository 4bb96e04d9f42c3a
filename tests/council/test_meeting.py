"""A meeting keeps its number through every change, and refuses what cannot be."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from council.meeting import Meeting, State, number_for, planned
from council.text import Refusal
from locales import Texts

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MADE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
MAY = Meeting("2026-05", date(2026, 5, 14), time(18), "Europe/Stockholm", 120, MADE, series_day=date(2026, 5, 14))
DECIDED = datetime(2026, 4, 10, 8, 0, tzinfo=UTC)
AFTER = datetime(2026, 5, 14, 19, 0, tzinfo=UTC)


def refusal_of(call: object, *told: object) -> str:
    assert callable(call)
    with pytest.raises(Refusal) as refused:
        call(*told)
    for language in ("sv", "en"):
        assert Texts(language, STOCKHOLM).render(refused.value.text)
    return refused.value.text.key


def test_a_meeting_begins_at_its_wall_time_and_lasts_its_minutes() -> None:
    assert MAY.starts_at == datetime(2026, 5, 14, 16, 0, tzinfo=UTC)
    assert MAY.ends_at == datetime(2026, 5, 14, 18, 0, tzinfo=UTC)


def test_a_moved_meeting_keeps_its_number_and_remembers_when_it_was() -> None:
    moved = MAY.move(date(2026, 5, 21), time(18), DECIDED)

    assert moved == replace(
        MAY, day=date(2026, 5, 21), scheduled_at=DECIDED, previous=(datetime(2026, 5, 14, 16, 0, tzinfo=UTC),)
    )
    assert MAY.day == date(2026, 5, 14)


def test_a_move_opens_a_fixed_agenda_again() -> None:
    assert MAY.freeze().move(date(2026, 5, 21), time(18), DECIDED).state is State.PLANNED


def test_a_move_may_change_the_length_alone() -> None:
    assert MAY.move(MAY.day, MAY.clock, DECIDED, minutes=90).minutes == 90


@pytest.mark.parametrize(
    ("meeting", "day", "clock", "at", "key"),
    [
        (MAY, date(2026, 5, 14), time(18), DECIDED, "meeting-already-then"),
        (MAY, date(2026, 4, 9), time(18), DECIDED, "meeting-in-the-past"),
        (MAY, date(2027, 3, 28), time(2, 30), DECIDED, "time-is-skipped"),
        (MAY, date(2026, 5, 21), time(18), AFTER, "meeting-begun"),
        (MAY.hold(AFTER), date(2026, 5, 21), time(18), AFTER, "meeting-held"),
        (MAY.cancel(DECIDED), date(2026, 5, 21), time(18), DECIDED, "meeting-cancelled"),
    ],
)
def test_a_move_that_cannot_be_is_refused(meeting: Meeting, day: date, clock: time, at: datetime, key: str) -> None:
    assert refusal_of(meeting.move, day, clock, at) == key


def test_an_agenda_is_fixed_once() -> None:
    frozen = MAY.freeze()

    assert frozen.state is State.FROZEN
    assert refusal_of(frozen.freeze) == "meeting-already-frozen"
    assert refusal_of(MAY.cancel(DECIDED).freeze) == "meeting-cancelled"


def test_a_meeting_is_cancelled_before_it_begins_and_once() -> None:
    cancelled = MAY.freeze().cancel(DECIDED)

    assert cancelled.is_cancelled
    assert not cancelled.is_ahead
    assert refusal_of(cancelled.cancel, DECIDED) == "meeting-cancelled"
    assert refusal_of(MAY.cancel, AFTER) == "meeting-begun"


def test_a_meeting_is_held_after_it_began_and_once() -> None:
    held = MAY.freeze().hold(AFTER)

    assert held.state is State.HELD
    assert refusal_of(held.hold, AFTER) == "meeting-held"
    assert refusal_of(MAY.hold, DECIDED) == "meeting-not-begun"


def test_the_first_day_of_adjustment_counts() -> None:
    adjusted = MAY.hold(AFTER).adjust(date(2026, 5, 20))

    assert adjusted.adjust(date(2026, 5, 27)).adjusted_on == date(2026, 5, 20)
    assert refusal_of(MAY.cancel(DECIDED).adjust, date(2026, 5, 20)) == "meeting-cancelled"


def test_a_second_meeting_of_a_month_has_a_number_of_its_own() -> None:
    taken = frozenset({"2026-05"})

    assert number_for(date(2026, 5, 28), frozenset()) == "2026-05"
    assert number_for(date(2026, 5, 28), taken) == "2026-05b"
    extra = planned(date(2026, 5, 28), time(18), "Europe/Stockholm", 60, DECIDED, taken)
    assert (extra.number, extra.series_day, extra.scheduled_at) == ("2026-05b", None, DECIDED)


def test_an_extra_meeting_lies_ahead_at_a_time_there_is() -> None:
    none = frozenset[str]()

    told = ("Europe/Stockholm", 60, DECIDED, none)

    assert refusal_of(planned, date(2026, 4, 9), time(18), *told) == "meeting-in-the-past"
    assert refusal_of(planned, date(2027, 3, 28), time(2, 30), *told) == "time-is-skipped"


def test_a_month_has_room_for_twenty_six_meetings() -> None:
    taken: frozenset[str] = frozenset()
    for _ in range(26):
        taken |= {number_for(date(2026, 5, 1), taken)}

    assert refusal_of(number_for, date(2026, 5, 1), taken) == "meeting-too-many"


def test_a_change_of_the_clocks_does_not_move_the_wall_time() -> None:
    moved = MAY.move(date(2026, 11, 12), time(18), DECIDED)

    assert moved.starts_at - MAY.starts_at == timedelta(days=182, hours=1)

"""What falls due, to the minute; once for each time a meeting was decided on, and never for an old one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.calendar import is_working_day
from council.meeting import Meeting
from council.reminders import Due, Kind, Offset, ReminderPlan, Weekly, due, next_moment
from council.text import Refusal

STOCKHOLM = ZoneInfo("Europe/Stockholm")
PLAN = ReminderPlan()
MADE = datetime(2026, 3, 13, 6, 0, tzinfo=UTC)
FAR = datetime(2027, 12, 31, tzinfo=UTC)
APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, MADE)
MAY = Meeting("2026-05", date(2026, 5, 14), time(18), "Europe/Stockholm", 120, MADE)
JUNE = Meeting("2026-06", date(2026, 6, 11), time(18), "Europe/Stockholm", 120, MADE)


@dataclass(frozen=True)
class Owing:
    """An action, as far as reminders go."""

    id: str
    owner: str
    due: date
    accepted_at: datetime | None = MADE
    done_at: datetime | None = None


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM).astimezone(UTC)


def all_due(*meetings: Meeting, plan: ReminderPlan = PLAN, until: datetime = FAR) -> list[Due]:
    return due(meetings, (), plan, STOCKHOLM, until, MADE - timedelta(days=400))


def moments(*meetings: Meeting, plan: ReminderPlan = PLAN) -> list[tuple[str, Kind, str]]:
    return [
        (f"{each.at.astimezone(STOCKHOLM):%a %d %b %H:%M}", each.kind, each.subject)
        for each in all_due(*meetings, plan=plan)
    ]


def test_the_april_meeting_falls_due_as_laid_down() -> None:
    assert moments(APRIL) == [
        ("Thu 19 Mar 09:00", Kind.CALL, "2026-04"),
        ("Thu 26 Mar 18:00", Kind.REMIND_DAYS, "2026-04"),
        ("Fri 27 Mar 12:00", Kind.CLOSE_ITEMS, "2026-04"),
        ("Tue 31 Mar 12:00", Kind.NOTICE, "2026-04"),
        ("Thu 02 Apr 18:00", Kind.REMIND_DAYS, "2026-04"),
        ("Tue 07 Apr 09:00", Kind.ASK_ATTENDANCE, "2026-04"),
        ("Wed 08 Apr 09:00", Kind.REMIND_WORKDAYS, "2026-04"),
        ("Thu 09 Apr 16:00", Kind.REMIND_HOURS, "2026-04"),
        ("Fri 10 Apr 12:00", Kind.SUMMARY, "2026-04"),
        ("Thu 16 Apr 09:00", Kind.DRAFT_MINUTES, "2026-04"),
        ("Thu 23 Apr 09:00", Kind.ADJUST, "2026-04"),
        ("Mon 27 Apr 12:00", Kind.ANNOUNCE, "2026-04"),
    ]


def test_the_wall_clock_holds_over_the_change_to_summer_time() -> None:
    instants = {each.key.rsplit(":", 1)[1]: each.at for each in all_due(APRIL)}

    assert instants["remind-14d"] == datetime(2026, 3, 26, 17, 0, tzinfo=UTC)
    assert instants["remind-7d"] == datetime(2026, 4, 2, 16, 0, tzinfo=UTC)


def test_a_move_makes_every_moment_anew() -> None:
    moved = MAY.move(date(2026, 5, 21), time(18), at("2026-04-10T10:00"))

    assert moments(moved)[:8] == [
        ("Thu 30 Apr 09:00", Kind.CALL, "2026-05"),
        ("Thu 07 May 18:00", Kind.REMIND_DAYS, "2026-05"),
        ("Mon 11 May 12:00", Kind.CLOSE_ITEMS, "2026-05"),
        ("Wed 13 May 12:00", Kind.NOTICE, "2026-05"),
        ("Thu 14 May 18:00", Kind.REMIND_DAYS, "2026-05"),
        ("Tue 19 May 09:00", Kind.ASK_ATTENDANCE, "2026-05"),
        ("Wed 20 May 09:00", Kind.REMIND_WORKDAYS, "2026-05"),
        ("Thu 21 May 16:00", Kind.REMIND_HOURS, "2026-05"),
    ]
    assert not {each.key for each in all_due(moved)} & {each.key for each in all_due(MAY)}


def test_a_red_day_is_pointed_out_when_items_are_called_for_the_meeting_before() -> None:
    assert ("Thu 19 Mar 09:00", Kind.RED_DAY, "2026-05") in moments(APRIL, MAY, JUNE)
    assert moments(APRIL, MAY, JUNE)[0] == ("Thu 19 Mar 09:00", Kind.CALL, "2026-04")


def test_a_red_day_that_is_moved_away_from_is_not_pointed_out() -> None:
    moved = MAY.move(date(2026, 5, 21), time(18), MADE)

    assert Kind.RED_DAY not in {each.kind for each in all_due(APRIL, moved, JUNE)}


def test_a_cancelled_meeting_is_silent_and_no_meeting_before_another() -> None:
    cancelled = replace(APRIL, scheduled_at=MADE).cancel(MADE)
    march = replace(APRIL, number="2026-03", day=date(2026, 3, 12), scheduled_at=MADE - timedelta(days=60))

    assert all_due(cancelled) == []
    assert ("Thu 19 Feb 09:00", Kind.RED_DAY, "2026-05") not in moments(march, cancelled, MAY)
    early = replace(MAY, scheduled_at=march.scheduled_at)
    assert ("Thu 19 Feb 09:00", Kind.RED_DAY, "2026-05") in moments(march, cancelled, early)


def test_nothing_falls_due_from_before_the_time_was_decided() -> None:
    late = replace(APRIL, scheduled_at=at("2026-04-01T10:00"))

    assert moments(late)[0] == ("Thu 02 Apr 18:00", Kind.REMIND_DAYS, "2026-04")


def test_the_minutes_adjusted_early_are_announced_early() -> None:
    adjusted = APRIL.hold(at("2026-04-09T20:00")).adjust(date(2026, 4, 15))

    assert ("Fri 17 Apr 12:00", Kind.ANNOUNCE, "2026-04") in moments(adjusted)


def test_an_outage_over_a_reminder_makes_it_late_and_not_lost() -> None:
    (reminder,) = due((APRIL,), (), PLAN, STOCKHOLM, at("2026-03-26T19:10"), at("2026-03-26T17:30"))

    assert (reminder.kind, reminder.at) == (Kind.REMIND_DAYS, at("2026-03-26T18:00"))
    assert reminder.is_late(at("2026-03-26T19:10"))
    assert not reminder.is_useless(at("2026-03-26T19:10"))
    assert due((APRIL,), (), PLAN, STOCKHOLM, at("2026-03-26T19:20"), at("2026-03-26T19:10")) == []


def test_a_reminder_older_than_a_day_is_not_sent() -> None:
    (reminder,) = due((APRIL,), (), PLAN, STOCKHOLM, at("2026-03-26T18:00"), at("2026-03-26T17:59"))

    assert not reminder.is_late(at("2026-03-26T18:01"))
    assert not reminder.is_useless(at("2026-03-27T17:59"))
    assert reminder.is_useless(at("2026-03-27T18:00"))


def test_two_hours_before_is_not_said_once_the_meeting_has_begun() -> None:
    reminder = next(each for each in all_due(APRIL) if each.kind is Kind.REMIND_HOURS)

    assert not reminder.is_useless(at("2026-04-09T17:59"))
    assert reminder.is_useless(at("2026-04-09T18:00"))


def test_the_call_is_not_sent_once_items_have_closed() -> None:
    plan = replace(PLAN, items_close=Offset(-21, clock=time(15)))
    call = next(each for each in all_due(APRIL, plan=plan) if each.kind is Kind.CALL)

    assert call.is_useless(at("2026-03-19T15:00"))


def test_the_agenda_is_fixed_and_the_notice_sent_however_late_until_the_meeting() -> None:
    notice = next(each for each in all_due(APRIL) if each.kind is Kind.NOTICE)

    assert not notice.is_useless(at("2026-04-09T17:59"))
    assert notice.is_useless(at("2026-04-09T18:00"))


def test_a_job_in_the_skipped_hour_runs_once_an_hour_later_and_in_the_doubled_hour_at_the_first() -> None:
    half_past_two = replace(PLAN, call=Offset(-11, clock=time(2, 30)))
    autumn = replace(APRIL, day=date(2026, 11, 5))

    spring_calls = [each.at for each in all_due(APRIL, plan=half_past_two) if each.kind is Kind.CALL]
    autumn_calls = [each.at for each in all_due(autumn, plan=half_past_two) if each.kind is Kind.CALL]

    assert spring_calls == [datetime(2026, 3, 29, 1, 30, tzinfo=UTC)]
    assert spring_calls[0].astimezone(STOCKHOLM).time() == time(3, 30)
    assert autumn_calls == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]


def test_whatever_the_plan_leaves_out_is_not_said() -> None:
    quiet = ReminderPlan(
        call=None,
        remind=(),
        remind_hours=(),
        ask=None,
        summary=None,
        draft_minutes=None,
        announce=None,
        red_day=None,
        nudge=None,
    )

    assert {kind for _, kind, _ in moments(APRIL, MAY, plan=quiet)} == {Kind.CLOSE_ITEMS, Kind.NOTICE, Kind.ADJUST}


ACTIONS = (
    Owing("X1", "TRAF", date(2026, 4, 30)),
    Owing("X2", "SDF", date(2026, 4, 24)),
    Owing("X3", "POL", date(2026, 5, 8)),
    Owing("X4", "SKOL", date(2026, 4, 24)),
    Owing("X5", "CIV", date(2026, 4, 23)),
    Owing("X6", "FALT", date(2026, 4, 28), accepted_at=None),
    Owing("X7", "BOST", date(2026, 4, 30)),
    Owing("X8", "secretary", date(2026, 4, 10), done_at=at("2026-04-10T10:00")),
)


def nudged(actions: tuple[Owing, ...], monday: str) -> list[str]:
    now = at(f"{monday}T09:00")
    return [each.subject for each in due((), actions, PLAN, STOCKHOLM, now, now - timedelta(days=6))]


def test_owners_are_reminded_on_the_monday_before_their_action_is_due() -> None:
    assert nudged(ACTIONS, "2026-04-20") == ["X2", "X4", "X5"]


def test_an_action_counts_once_it_is_accepted_and_no_longer_once_it_is_done() -> None:
    done = at("2026-04-23T10:00")
    later = tuple(
        replace(each, done_at=done)
        if each.id in {"X2", "X4", "X5"}
        else replace(each, accepted_at=each.accepted_at or at("2026-04-22T10:00"))
        for each in ACTIONS
    )

    assert nudged(later, "2026-04-27") == ["X1", "X6", "X7"]


def test_an_overdue_action_is_brought_up_every_monday_red_days_too() -> None:
    overdue = (Owing("X9", "SDF", date(2026, 4, 1)),)
    found = due((), overdue, PLAN, STOCKHOLM, at("2026-04-20T12:00"), at("2026-04-01T12:00"))

    assert [each.key for each in found] == [
        f"action:X9:SDF:nudge:{day}" for day in ("2026-04-06", "2026-04-13", "2026-04-20")
    ]


def test_an_action_accepted_on_monday_at_noon_waits_for_the_next_monday() -> None:
    accepted = (Owing("X9", "SDF", date(2026, 4, 24), accepted_at=at("2026-04-20T12:00")),)

    assert due((), accepted, PLAN, STOCKHOLM, at("2026-04-20T13:00"), at("2026-04-20T08:00")) == []
    assert next_moment((), accepted, PLAN, STOCKHOLM, at("2026-04-20T08:00")) == at("2026-04-27T09:00")


def test_nothing_planned_nothing_to_wake_for() -> None:
    assert next_moment((APRIL,), (), PLAN, STOCKHOLM, FAR) is None
    assert next_moment((APRIL.cancel(MADE),), ACTIONS[5:6], PLAN, STOCKHOLM, MADE) is None


OFFSETS = st.builds(
    Offset, st.integers(-25, -1), st.booleans(), st.sampled_from([None, time(2, 30), time(9), time(12)])
)
PLANS = st.builds(
    ReminderPlan,
    call=OFFSETS,
    notice=OFFSETS,
    remind=st.lists(OFFSETS, max_size=3, unique=True).map(tuple),
    remind_hours=st.just((2,)),
    nudge=st.builds(Weekly, st.integers(0, 6), st.sampled_from([time(0), time(2, 30), time(9)])),
)
STARTS = st.tuples(
    st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.sampled_from([time(2, 30), time(9), time(18), time(23, 30)])
)
ZONES = st.sampled_from(["Europe/Stockholm", "Europe/Lisbon", "Europe/Athens"])


def walked(zone: ZoneInfo, first: date, last: date) -> Iterator[tuple[datetime, date, time]]:
    """Walk from half hour to half hour: the instant, and what the wall shows or, in the gap, should have shown."""
    instant = datetime.combine(first, time(0), UTC) - timedelta(days=1)
    shown: set[tuple[date, time]] = set()
    previous: datetime | None = None
    while instant.date() <= last + timedelta(days=1):
        wall = instant.astimezone(zone).replace(tzinfo=None)
        skipped = previous is not None and wall - previous > timedelta(minutes=30)
        for each in [wall - timedelta(hours=1)] * skipped + [wall]:
            if (each.date(), each.time()) not in shown:
                shown.add((each.date(), each.time()))
                yield instant, each.date(), each.time()
        if skipped:
            shown.add((wall.date(), wall.time()))
        previous = wall
        instant += timedelta(minutes=30)


def counted(day: date, offset: Offset) -> date:
    step = timedelta(days=1 if offset.days > 0 else -1)
    left = abs(offset.days)
    while left:
        day += step
        left -= (not offset.working) or is_working_day(day)
    return day


@given(plan=PLANS, start=STARTS, zone=ZONES)
def test_what_falls_due_agrees_with_walking_from_half_hour_to_half_hour(
    plan: ReminderPlan, start: tuple[date, time], zone: str
) -> None:
    here = ZoneInfo(zone)
    day, clock = start
    meeting = Meeting("m", day, clock, zone, 120, datetime(2025, 1, 1, tzinfo=UTC))
    wanted = {
        (counted(day, offset), offset.clock or clock) for offset in (plan.call, plan.notice, *plan.remind) if offset
    }
    first, last = min(each for each, _ in wanted), day

    expected = {instant for instant, shown, wall in walked(here, first, last) if (shown, wall) in wanted}

    kinds = {Kind.CALL, Kind.NOTICE, Kind.REMIND_DAYS, Kind.REMIND_WORKDAYS}
    found = due((meeting,), (), plan, here, FAR.replace(year=2031), datetime(2025, 1, 1, tzinfo=UTC))
    assert {each.at for each in found if each.kind in kinds} == expected


@given(plan=PLANS, start=STARTS, zone=ZONES, hops=st.lists(st.integers(1, 24 * 40), min_size=1, max_size=12))
def test_waking_at_every_next_moment_or_at_any_others_finds_the_same(
    plan: ReminderPlan, start: tuple[date, time], zone: str, hops: list[int]
) -> None:
    here = ZoneInfo(zone)
    meeting = Meeting("m", *start, zone, 120, datetime(2025, 1, 1, tzinfo=UTC))
    action = Owing("X1", "SDF", start[0] - timedelta(days=5), accepted_at=meeting.starts_at - timedelta(days=40))
    begin, end = meeting.starts_at - timedelta(days=60), meeting.starts_at + timedelta(days=30)
    whole = [each.key for each in due((meeting,), (action,), plan, here, end, begin)]

    woken, now = list[str](), begin
    while (following := next_moment((meeting,), (action,), plan, here, now)) is not None and following <= end:
        fallen = due((meeting,), (action,), plan, here, following, now)
        assert fallen, "woken for nothing"
        woken += [each.key for each in fallen]
        now = following
    looked, now = list[str](), begin
    for hop in [*hops, 24 * 100]:
        later = min(end, now + timedelta(hours=hop))
        looked += [each.key for each in due((meeting,), (action,), plan, here, later, now)]
        now = later

    assert woken == looked == whole
    assert len(set(whole)) == len(whole)


CHANGES = st.lists(st.tuples(st.integers(1, 30 * 24), st.integers(-20, 40), st.booleans()), max_size=8)


@given(changes=CHANGES)
def test_no_sequence_of_moves_and_cancellations_yields_a_reminder_of_an_old_time(
    changes: list[tuple[int, int, bool]],
) -> None:
    meeting = replace(APRIL, scheduled_at=MADE)
    now, sent = MADE, set[str]()
    for hours, days, cancel in [*changes, (24 * 120, 0, False)]:
        later = now + timedelta(hours=hours)
        for each in due((meeting,), (), PLAN, STOCKHOLM, later, now):
            assert not meeting.is_cancelled
            assert each.at >= meeting.scheduled_at
            assert f":{meeting.starts_at:%Y%m%dT%H%MZ}:" in each.key
            assert each.key not in sent
            sent.add(each.key)
        now = later
        try:
            meeting = meeting.cancel(now) if cancel else meeting.move(meeting.day + timedelta(days), time(18), now)
        except Refusal:
            continue


@pytest.mark.parametrize("weekday", range(7))
def test_before_a_meeting_on_any_weekday_the_last_reminder_comes_on_a_working_day(weekday: int) -> None:
    meeting = replace(APRIL, day=date(2026, 4, 13) + timedelta(days=weekday), scheduled_at=MADE)
    reminder = next(each for each in all_due(meeting) if each.kind is Kind.REMIND_WORKDAYS)

    assert is_working_day(reminder.at.astimezone(STOCKHOLM).date())
    assert reminder.at < meeting.starts_at

"""All that falls due around a meeting and a share: under which name, when, until when it is of use.

A name once given stays: another one for the same thing would have it said a second time.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from council.action import Action
from council.meeting import Meeting
from council.monthly import due as due_reports
from council.people import Place
from council.plan import Offset, ReminderPlan, Weekly
from council.reminders import Due, due, next_moment
from council.share import Share, State
from council.share import due as due_shares
from council.text import Sharing
from tests.council.expectations import is_as_expected

ZONE = ZoneInfo("Europe/Stockholm")
MADE = datetime(2026, 1, 7, 9, tzinfo=UTC)
ASKED = datetime(2026, 4, 2, 13, 5, tzinfo=UTC)
APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, MADE)
ASCENSION = Meeting("2026-05", date(2026, 5, 14), time(18), "Europe/Stockholm", 120, MADE, series_day=date(2026, 5, 14))
OFF = Meeting("2026-03", date(2026, 3, 12), time(18), "Europe/Stockholm", 120, MADE).cancel(MADE)
PLAN = ReminderPlan()
SPARE = ReminderPlan(
    call=None, remind=(), remind_hours=(), ask=None, reports=None, reports_missing=None, summary=None,
    draft_minutes=None, announce=None, red_day=None, nudge=None,
)  # fmt: skip
LATE_CALL = ReminderPlan(call=Offset(-6), remind=(Offset(0, clock=time(17, 59)),), remind_hours=(30,))


def lines(found: list[Due]) -> list[str]:
    """Each in a line: from when, until when it is of use, what, its name, whose, by which offset. Times are in UTC."""
    return [
        f"{each.at:%m-%d %H:%M} to {each.useless_after:%m-%d %H:%M}  {each.kind.value:16} {each.key}"
        f"  {each.subject}  {_told(each.offset)}"
        for each in found
    ]


def _told(offset: Offset | None) -> str:
    if offset is None:
        return "-"
    clock = f"{offset.clock:%H:%M}" if offset.clock else "its own hour"
    return f"{offset.days} {'working days' if offset.working else 'days'}, {clock}"


def all_of(plan: ReminderPlan) -> list[Due]:
    ever = MADE + timedelta(days=365)
    return due([ASCENSION, OFF, APRIL], [], plan, ZONE, ever, MADE)


def test_all_that_falls_due_around_two_meetings() -> None:
    assert is_as_expected("dues", lines(all_of(PLAN)))


def test_a_plan_that_leaves_things_unsaid_keeps_what_changes_a_meeting() -> None:
    assert is_as_expected("dues-spare", lines(all_of(SPARE)))


def test_a_reminder_is_of_no_use_once_what_it_points_at_is_over() -> None:
    assert is_as_expected("dues-late", lines(all_of(LATE_CALL)))


def test_reports_are_asked_for_and_asked_for_again_before_each_meeting_ahead() -> None:
    assert is_as_expected("dues-reports", lines(list(due_reports([ASCENSION, OFF, APRIL], PLAN))))
    assert not list(due_reports([APRIL], SPARE))


def test_who_was_asked_about_a_share_is_asked_again_and_then_it_lapses() -> None:
    share = Share(
        7, ASKED, "@pol:x", "POL", Sharing.OPEN, "Varning", State.WAITING, asked_at=ASKED, asked_in=Place.COUNCIL
    )
    answered = Share(8, ASKED, "@pol:x", "POL", Sharing.OPEN, "Varning")

    assert is_as_expected("dues-share", lines(list(due_shares([answered, share], ZONE))))


def test_an_owner_is_reminded_from_the_first_week_day_within_the_days_before() -> None:
    """From midnight of the council's own clock, not of Greenwich's."""
    action = Action(4, "TRAF", date(2026, 4, 27), "klipp", MADE, answer_due=date(2026, 1, 14), accepted_at=MADE)
    before = datetime(2026, 4, 1, tzinfo=UTC)

    assert next_moment([], [action], PLAN, ZONE, before) == datetime(2026, 4, 20, 7, tzinfo=UTC)
    midnight = ReminderPlan(nudge=Weekly(0, time(0)))
    assert next_moment([], [action], midnight, ZONE, before) == datetime(2026, 4, 19, 22, tzinfo=UTC)

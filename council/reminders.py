"""What falls due around the meetings, and when: the reminder plan and the moments it gives.

Nothing here remembers what has been sent. A key names each thing for good, and whoever carries it out claims
the key. It holds the meeting's start, so a moved meeting has new keys and its old ones never fall due again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Protocol
from zoneinfo import ZoneInfo

from council.calendar import DAY, clash, day_of, instant, working_day_from
from council.meeting import Meeting
from council.plan import Offset, ReminderPlan, Weekly

__all__ = ["LOOK_BACK", "Due", "Kind", "Offset", "Owed", "ReminderPlan", "Weekly", "due", "next_moment"]

LATE = timedelta(minutes=5)
"""Later than this, a post says that it is late."""
TOO_LATE = timedelta(hours=24)
"""Later than this, it is not sent at all."""
LOOK_BACK = timedelta(days=45)
"""As far back as anything can matter. Whoever looks so far back each time, and claims, misses nothing."""


class Kind(Enum):
    """What falls due. Of several at one moment, the one named first here comes first."""

    CALL = "call"
    RED_DAY = "red-day"
    CLOSE_ITEMS = "close-items"
    NOTICE = "notice"
    REMIND_DAYS = "remind-days"
    REMIND_WORKDAYS = "remind-workdays"
    REMIND_HOURS = "remind-hours"
    ASK_ATTENDANCE = "ask-attendance"
    ITEM_OVERRUN = "item-overrun"
    BALLOT_CLOSES = "ballot-closes"
    SUMMARY = "summary"
    DRAFT_MINUTES = "draft-minutes"
    ADJUST = "adjust"
    ANNOUNCE = "announce"
    ACTION_NUDGE = "action-nudge"
    CASE_SILENCE = "case-silence"
    CASE_TRIAGE = "case-triage"
    CASE_TRIAGE_LATE = "case-triage-late"
    CASE_TRIAGE_CHAIR = "case-triage-chair"
    CASE_ANSWER_SOON = "case-answer-soon"
    CASE_ANSWER_TODAY = "case-answer-today"
    CASE_ANSWER_LATE = "case-answer-late"
    CASE_ANSWER_SECRETARY = "case-answer-secretary"
    CASE_ANSWER_CHAIR = "case-answer-chair"
    CASE_ASK_AGAIN = "case-ask-again"
    TODO = "todo"
    SHARE_ASK_AGAIN = "share-ask-again"
    SHARE_LAPSES = "share-lapses"
    INCIDENT_REMINDER = "incident-reminder"
    REPORTS_BEGIN = "reports-begin"
    REPORTS_MISSING = "reports-missing"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}


class Owed(Protocol):
    """What an action must tell: who owes what by when. Nobody is bound before accepting."""

    @property
    def id(self) -> str:
        """Return what people call it: X4."""

    @property
    def owner(self) -> str:
        """Return the code of the organisation that owes it."""

    @property
    def due(self) -> date:
        """Return the day by which it is to be done."""

    @property
    def accepted_at(self) -> datetime | None:
        """Return when the owner accepted it, if she has."""

    @property
    def done_at(self) -> datetime | None:
        """Return when it was done, if it is."""


@dataclass(frozen=True)
class Due:
    """One thing that falls due.

    Args:
        key: its name for good; whoever carries it out claims it.
        at: when it falls due, in UTC.
        useless_after: from then on it is claimed and noted, and not sent.
        subject: the number of the meeting or case, or the id of the action.
        offset: which of the plan's reminders it is.
    """

    key: str
    at: datetime
    useless_after: datetime
    kind: Kind
    subject: str
    offset: Offset | None = None

    def is_late(self, now: datetime) -> bool:
        """Say whether it comes so late that the post must say so."""
        return now - self.at > LATE

    def is_useless(self, now: datetime) -> bool:
        """Say whether it is too late to send."""
        return now >= self.useless_after


def due(
    meetings: Iterable[Meeting],
    actions: Iterable[Owed],
    plan: ReminderPlan,
    zone: ZoneInfo,
    now: datetime,
    since: datetime,
) -> list[Due]:
    """Return what has fallen due after `since` and until `now`, the earliest first, also what is too late to send.

    Args:
        meetings: all that are not long past, in any order.
        actions: those that are not done.
        plan: the council's.
        zone: the council's, for what hangs on no meeting.
        now: the last moment that counts.
        since: everything up to this moment has been dealt with.
    """
    found = [each for each in _of_meetings(list(meetings), plan) if since < each.at <= now]
    if plan.nudge is not None:
        found += _nudges(actions, plan, plan.nudge, zone, since, now)
    return sorted(found, key=lambda each: (each.at, _RANK[each.kind], each.subject, each.key))


def next_moment(
    meetings: Iterable[Meeting], actions: Iterable[Owed], plan: ReminderPlan, zone: ZoneInfo, now: datetime
) -> datetime | None:
    """Return the first instant after `now` at which something falls due; None if nothing ever will."""
    moments = [each.at for each in _of_meetings(list(meetings), plan) if each.at > now]
    if plan.nudge is not None:
        moments += [at for each in actions if (at := _next_nudge(each, plan, plan.nudge, zone, now)) is not None]
    return min(moments, default=None)


def _of_meetings(meetings: list[Meeting], plan: ReminderPlan) -> Iterator[Due]:
    standing = sorted((each for each in meetings if not each.is_cancelled), key=lambda each: each.starts_at)
    before: Meeting | None = None
    for meeting in standing:
        for each in (*_of_meeting(meeting, plan), *_red_day(meeting, before, plan)):
            # What lies before the decision of the meeting's time was never due for that time.
            if each.at >= meeting.scheduled_at:
                yield each
        before = meeting


def _of_meeting(meeting: Meeting, plan: ReminderPlan) -> Iterator[Due]:
    start = meeting.starts_at
    if plan.call:
        yield _due(meeting, Kind.CALL, plan.call, pointing_at=plan.closes_at(meeting))
    yield _deadline(meeting, Kind.CLOSE_ITEMS, plan.items_close)
    yield _deadline(meeting, Kind.NOTICE, plan.notice)
    for offset in plan.remind:
        kind = Kind.REMIND_WORKDAYS if offset.working else Kind.REMIND_DAYS
        yield _due(meeting, kind, offset, pointing_at=start)
    for hours in plan.remind_hours:
        at = start - timedelta(hours=hours)
        yield Due(_key(meeting, f"remind-{hours}h"), at, min(start, at + TOO_LATE), Kind.REMIND_HOURS, meeting.number)
    if plan.ask:
        yield _due(meeting, Kind.ASK_ATTENDANCE, plan.ask, pointing_at=start)
    if plan.summary:
        yield _due(meeting, Kind.SUMMARY, plan.summary)
    if plan.draft_minutes:
        yield _due(meeting, Kind.DRAFT_MINUTES, plan.draft_minutes)
    yield _due(meeting, Kind.ADJUST, plan.adjust)
    if plan.announce:
        yield _announcement(meeting, plan.adjust_by(meeting), plan.announce)


def _due(meeting: Meeting, kind: Kind, offset: Offset, pointing_at: datetime | None = None) -> Due:
    at = offset.moment(meeting)
    name = _name_of(kind, offset)
    useless = at + TOO_LATE if pointing_at is None else min(at + TOO_LATE, pointing_at)
    return Due(_key(meeting, name), at, useless, kind, meeting.number, offset)


def _deadline(meeting: Meeting, kind: Kind, offset: Offset) -> Due:
    """Return what changes the meeting itself, and so must happen however late, until the meeting begins."""
    return Due(_key(meeting, kind.value), offset.moment(meeting), meeting.starts_at, kind, meeting.number, offset)


def _announcement(meeting: Meeting, adjust_by: date, offset: Offset) -> Due:
    adjusted = meeting.adjusted_on or adjust_by
    day = working_day_from(offset.day(adjusted))
    at = instant(day, offset.clock or meeting.clock, ZoneInfo(meeting.zone))
    key = _key(meeting, f"announce:{adjusted}")
    return Due(key, at, at + TOO_LATE, Kind.ANNOUNCE, meeting.number, offset)


def _red_day(meeting: Meeting, before: Meeting | None, plan: ReminderPlan) -> Iterator[Due]:
    if before is None or plan.red_day is None or clash(meeting.day) is None:
        return
    at = plan.red_day.moment(before)
    useless = min(at + TOO_LATE, meeting.starts_at)
    yield Due(_key(meeting, Kind.RED_DAY.value), at, useless, Kind.RED_DAY, meeting.number, plan.red_day)


def _name_of(kind: Kind, offset: Offset) -> str:
    if kind in {Kind.REMIND_DAYS, Kind.REMIND_WORKDAYS}:
        clock = f"-{offset.clock:%H%M}" if offset.clock else ""
        return f"remind{offset.days}{'wd' if offset.working else 'd'}{clock}"
    return str(kind.value)


def _key(meeting: Meeting, name: str) -> str:
    return f"meeting:{meeting.number}:{meeting.starts_at:%Y%m%dT%H%MZ}:{name}"


def _nudges(
    actions: Iterable[Owed], plan: ReminderPlan, nudge: Weekly, zone: ZoneInfo, since: datetime, now: datetime
) -> Iterator[Due]:
    for action in actions:
        at = since
        while (following := _next_nudge(action, plan, nudge, zone, at)) is not None and following <= now:
            at = following
            key = f"action:{action.id}:{action.owner}:nudge:{day_of(at, zone)}"
            yield Due(key, at, at + TOO_LATE, Kind.ACTION_NUDGE, action.id)


def _next_nudge(action: Owed, plan: ReminderPlan, nudge: Weekly, zone: ZoneInfo, after: datetime) -> datetime | None:
    """Return the first weekly moment after an instant at which the owner is to be reminded; None if never."""
    if action.accepted_at is None or action.done_at is not None:
        return None
    first = instant(action.due - plan.nudge_days * DAY, time(0), zone)
    day = day_of(max(after, action.accepted_at, first), zone)
    day += (nudge.weekday - day.weekday()) % 7 * DAY
    at = instant(day, nudge.clock, zone)
    if at <= after or at < action.accepted_at:
        at = instant(day + 7 * DAY, nudge.clock, zone)
    return at

"""A council's reminder plan: when what is said, counted from the meeting."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from council.calendar import DAY, instant, working_day_after, working_day_before
from council.meeting import Meeting

NINE, NOON = time(9), time(12)


@dataclass(frozen=True)
class Offset:
    """A moment counted from a meeting's day.

    Args:
        days: negative before it, positive after it.
        working: count working days only.
        clock: wall-clock time; None is the meeting's own.
    """

    days: int
    working: bool = False
    clock: time | None = None

    def day(self, origin: date) -> date:
        """Return the day it falls on."""
        if not self.working:
            return origin + self.days * DAY
        return working_day_before(origin, -self.days) if self.days < 0 else working_day_after(origin, self.days)

    def moment(self, meeting: Meeting) -> datetime:
        """Return the instant it falls on."""
        return instant(self.day(meeting.day), self.clock or meeting.clock, ZoneInfo(meeting.zone))


@dataclass(frozen=True)
class Weekly:
    """A moment of every week; weekday 0 is Monday."""

    weekday: int
    clock: time


@dataclass(frozen=True)
class ReminderPlan:
    """When what is said. None, or an empty tuple, leaves a thing unsaid.

    Args:
        items_close: from then on items queue for the next meeting.
        notice: when the agenda is fixed.
        remind: in the council's room. Those in working days come with the residents' digest.
        remind_hours: so many hours before the meeting begins.
        ask: organisations that have not said whether they come are asked, in private.
        announce: counted from the day the minutes were, or should have been, adjusted; then the next working day.
        red_day: counted from the meeting before the one that falls on the red day.
        nudge: when owners are reminded of their actions.
        nudge_days: of those due within so many days.
        reports: organisations are asked for their monthly reports, in private.
        reports_missing: those that have not handed theirs in are reminded.
        todo: when contacts and the secretary are told of all that waits for them.
    """

    call: Offset | None = Offset(-21, clock=NINE)
    items_close: Offset = Offset(-7, working=True, clock=NOON)
    notice: Offset = Offset(-5, working=True, clock=NOON)
    remind: tuple[Offset, ...] = (Offset(-14), Offset(-7), Offset(-1, working=True, clock=NINE))
    remind_hours: tuple[int, ...] = (2,)
    ask: Offset | None = Offset(-2, working=True, clock=NINE)
    reports: Offset | None = Offset(-8, working=True, clock=NINE)
    reports_missing: Offset | None = Offset(-3, working=True, clock=NINE)
    summary: Offset | None = Offset(1, working=True, clock=NOON)
    draft_minutes: Offset | None = Offset(5, working=True, clock=NINE)
    adjust: Offset = Offset(14, clock=NINE)
    announce: Offset | None = Offset(2, clock=NOON)
    red_day: Offset | None = Offset(-21, clock=NINE)
    nudge: Weekly | None = Weekly(0, NINE)
    nudge_days: int = 7
    todo: Weekly | None = Weekly(0, time(8))

    def closes_at(self, meeting: Meeting) -> datetime:
        """Return when items for a meeting close."""
        return self.items_close.moment(meeting)

    def notice_at(self, meeting: Meeting) -> datetime:
        """Return when a meeting's agenda is fixed and its notice goes out."""
        return self.notice.moment(meeting)

    def adjust_by(self, meeting: Meeting) -> date:
        """Return the day by which a meeting's minutes are to be adjusted."""
        return self.adjust.day(meeting.day)

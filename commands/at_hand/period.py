"""The span between two meetings: what is new since the last one."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from council.calendar import DAY, day_of, instant
from council.charter import Charter
from council.meeting import Meeting
from council.period import Period
from council.quest import Span
from storage.work import Work

USUAL_DAYS = 35
"""How far back to look when nothing says when the last meeting was."""


async def period_until(work: Work, charter: Charter, now: datetime) -> Period:
    """Return the span from the end of the last meeting until now."""
    over = [each for each in await work.meetings.all() if not each.is_cancelled and each.ends_at <= now]
    return await _since(work, charter, over[-1] if over else None, now)


async def period_of(work: Work, charter: Charter, meeting: Meeting) -> Period:
    """Return the span that a meeting looks back on: from the end of the one before until its own end."""
    return await _since(work, charter, await work.meetings.before(meeting), meeting.ends_at)


def period_from(span: Span, zone: ZoneInfo, now: datetime) -> Period:
    """Return a month or a year, as far as it has gone."""
    until = min(now, instant(span.last + DAY, time(0), zone))
    last = min(span.last, day_of(now, zone))
    return Period(instant(span.first, time(0), zone), until, span.first, last)


async def _since(work: Work, charter: Charter, before: Meeting | None, until: datetime) -> Period:
    last = until.astimezone(charter.zone).date()
    if before is not None:
        return Period(before.ends_at, until, before.day + DAY, last)
    seeded_at = await work.councils.seeded_at()
    since = seeded_at if seeded_at and seeded_at < until else until - timedelta(days=USUAL_DAYS)
    return Period(since, until, since.astimezone(charter.zone).date(), last)

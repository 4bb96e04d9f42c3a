"""What is kept in order without anybody noticing: meetings planned ahead, drafts and old posts let go."""

from datetime import datetime, timedelta

from council.charter import Charter
from council.meeting import Meeting
from council.notices import red_days_of_series
from council.rule import read_rule
from council.schedule import occurrences
from council.series import grow
from council.text import Message
from storage.work import Work

POSTS_KEPT = timedelta(days=30)


async def plan_ahead(work: Work, charter: Charter, now: datetime) -> list[Message]:
    """Make the meetings of the next twelve months; say which of the new ones fall on a red day."""
    rule = read_rule(charter.rule)
    grown: tuple[Meeting, ...] = grow(await work.meetings.all(), rule, charter.zone, charter.meeting_minutes, now)
    for meeting in grown:
        await work.meetings.save(meeting)
        await work.journal.write(now, "bot", "meeting-planned", f"meeting:{meeting.number}")
    if not grown:
        return []
    new = {meeting.day for meeting in grown}
    dates = occurrences(rule, charter.zone, min(new), max(new))
    return red_days_of_series(each for each in dates if each.day in new)


async def tidy(work: Work, charter: Charter, now: datetime) -> None:
    """Let go of drafts that nobody confirmed in time and of posts long said."""
    await work.drafts.lapse(now - timedelta(days=charter.limits.draft_days))
    await work.outbox.prune(now - POSTS_KEPT)

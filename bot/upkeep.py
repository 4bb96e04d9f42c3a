"""What is kept in order without anybody noticing: meetings planned ahead, and what need not be kept let go."""

from datetime import datetime, timedelta

import structlog

from council.charter import Charter
from council.count import basis, count, months_within
from council.disposal import rules
from council.meeting import Meeting
from council.notices import red_days_of_series
from council.rule import read_rule
from council.schedule import occurrences
from council.series import grow
from council.steps import OPEN
from council.text import Message
from storage.chain import SHOWN
from storage.work import Work

log = structlog.get_logger()
POSTS_KEPT = timedelta(days=30)
UNREAD_KEPT = timedelta(days=30)
MOST_MONTHS = 24
"""So many are counted at a time: whoever writes to the bot meanwhile waits for it."""


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
    """Let go of what nobody confirmed in time, of posts long said, messages never read, residents of old cases."""
    await work.drafts.lapse(now - timedelta(days=charter.limits.draft_days))
    await work.pictures.lapse(now - timedelta(days=charter.limits.draft_days))
    await work.proposals.prune(now)
    await work.letters.prune(now - POSTS_KEPT)
    await work.outbox.prune(now - POSTS_KEPT)
    await work.unread.prune(now - UNREAD_KEPT)
    await dispose(work, charter, now)


async def count_months(work: Work, charter: Charter, now: datetime) -> None:
    """Count the cases of months that are over and in which none is open any more, for the public record."""
    await work.counts.alone()
    began, zone = await work.cases.first_received(), charter.zone
    if began is None:
        return
    kept = await work.counts.kept(basis(zone))
    still_open = [case.received_at for case in await work.cases.standing_at(OPEN)]
    months = [each for each in months_within(began - timedelta(days=31), now, zone) if each not in kept]
    settled = [(since, until) for since, until in months if not any(since <= at < until for at in still_open)]
    for month in settled[-MOST_MONTHS:]:
        await work.counts.keep(month, basis(zone), count(await work.cases.received(*month), zone))


async def note_journal(work: Work, charter: Charter) -> None:
    """Write the journal's last seal into the log, which is kept apart from the database."""
    head = await work.journal.head()
    log.info("journal reaches", council=charter.slug, count=head.step, reference=head.seal[:SHOWN])


async def dispose(work: Work, charter: Charter, now: datetime) -> None:
    """Destroy what the decisions on disposal let be destroyed, once a day."""
    day = now.astimezone(charter.zone).date().isoformat()
    if await work.claims.take([f"disposal:{day}"], now):
        for rule in rules(charter.retention, now):
            await work.disposals.carry_out(rule, now)

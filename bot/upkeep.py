"""What is kept in order without anybody noticing: meetings planned ahead, drafts and old posts let go."""

from datetime import datetime, timedelta

from council.calendar import day_of
from council.charter import Charter
from council.meeting import Meeting, number_for
from council.rule import read_rule
from council.schedule import occurrences, year_after
from storage.work import Work

POSTS_KEPT = timedelta(days=30)


async def plan_ahead(work: Work, charter: Charter, now: datetime) -> list[Meeting]:
    """Make the meetings of the next twelve months that the rule gives and nobody has made; return the new ones."""
    known = await work.meetings.all()
    made = {each.series_day for each in known}
    taken = {each.number for each in known}
    today = day_of(now, charter.zone)
    rule = read_rule(charter.rule, today)
    new: list[Meeting] = []
    for each in occurrences(rule, charter.zone, today, year_after(today)):
        if each.day in made or each.starts_at <= now:
            continue
        number = number_for(each.day, frozenset(taken))
        meeting = Meeting(
            number, each.day, rule.clock, charter.zone.key, charter.meeting_minutes, now, series_day=each.day
        )
        await work.meetings.save(meeting)
        taken.add(number)
        new.append(meeting)
    return new


async def tidy(work: Work, charter: Charter, now: datetime) -> None:
    """Let go of drafts that nobody confirmed in time and of posts long said."""
    await work.drafts.lapse(now - timedelta(days=charter.limits.draft_days))
    await work.outbox.prune(now - POSTS_KEPT)

"""What is due now and what comes next, of everything that falls due in one council: meetings, actions, cases."""

from collections.abc import Collection
from datetime import datetime, timedelta

from commands.at_hand.sitting import running
from commands.courses.case_due import CASE_KINDS
from council import case_clock, incident, monthly, reminders, share
from council.case import Case
from council.charter import Charter
from council.meeting import Meeting
from council.pace import closing, overrun
from council.reminders import Due, Kind
from council.weekly import next_week, weekly_due
from storage.work import Work

OVER_FOR = timedelta(days=60)
"""Nothing is said of a meeting that has been over for so long."""
SMALL = frozenset({Kind.ACTION_NUDGE, *CASE_KINDS})
"""What concerns one action or one case, and hangs on nothing else."""


async def due_now(work: Work, charter: Charter, now: datetime) -> list[Due]:
    """Return what has fallen due, done or not, the earliest first; nothing from before the council was set up."""
    seeded_at = await work.councils.seeded_at() or now
    since = max(seeded_at, now - reminders.LOOK_BACK)
    of_meetings = reminders.due(
        await _meetings(work, now), await work.actions.open(), charter.plan, charter.zone, now, since
    )
    since = max(seeded_at, now - case_clock.LOOK_BACK)
    cases = [*await work.cases.live(), *await _ended(work, charter, since, now)]
    of_cases = case_clock.due(cases, charter.case_plan, charter.targets, charter.zone, now, since)
    of_sitting = [each for each in await _of_sitting(work) if each.at <= now]
    of_week = weekly_due(charter.plan.todo, charter.zone, since, now)
    of_shares = [each for each in await _of_shares(work, charter) if since < each.at <= now]
    return sorted([*of_meetings, *of_sitting, *of_cases, *of_week, *of_shares], key=lambda each: each.at)


async def still_due(work: Work, charter: Charter, now: datetime, seen: Collection[Due]) -> set[str]:
    """Return the keys of what is due even now, of what was seen to be: a meeting may have moved since.

    Of small things only the actions and cases that they are about are read again, however many others there are.
    """
    if any(each.kind not in SMALL for each in seen):
        return {each.key for each in await due_now(work, charter, now)}
    seeded_at = await work.councils.seeded_at() or now
    actions = await work.actions.open_among(int(each.subject[1:]) for each in seen if each.kind is Kind.ACTION_NUDGE)
    since = max(seeded_at, now - reminders.LOOK_BACK)
    found = reminders.due([], actions, charter.plan, charter.zone, now, since)
    if numbers := [int(each.subject) for each in seen if each.kind in CASE_KINDS]:
        since = max(seeded_at, now - case_clock.LOOK_BACK)
        cases = [*await work.cases.live_among(numbers), *await _ended(work, charter, since, now)]
        found += case_clock.due(cases, charter.case_plan, charter.targets, charter.zone, now, since)
    return {each.key for each in found}


async def coming(work: Work, charter: Charter, now: datetime, until: datetime) -> list[Due]:
    """Return what will fall due after now and until then, as things stand, the earliest first."""
    return [each for each in await due_now(work, charter, until) if each.at > now]


async def next_due(work: Work, charter: Charter, now: datetime) -> datetime | None:
    """Return when something falls due next; None if nothing ever will."""
    ended = await work.cases.first_unasked(case_clock.asked_from(charter.case_plan, charter.zone, now))
    cases = [*await work.cases.live(), *ended]
    moments = [
        reminders.next_moment(await _meetings(work, now), await work.actions.open(), charter.plan, charter.zone, now),
        case_clock.next_moment(cases, charter.case_plan, charter.targets, charter.zone, now),
    ]
    if charter.plan.todo is not None:
        moments.append(next_week(charter.plan.todo, charter.zone, now))
    moments += [each.at for each in await _of_sitting(work) if each.at > now]
    moments += [each.at for each in await _of_shares(work, charter) if each.at > now]
    return min((each for each in moments if each is not None), default=None)


async def _meetings(work: Work, now: datetime) -> list[Meeting]:
    return [each for each in await work.meetings.all() if each.starts_at > now - OVER_FOR]


async def _of_sitting(work: Work) -> list[Due]:
    """Return what falls due in the meeting that is running, and of the votes that are open."""
    sitting = await running(work)
    found = [closing(each) for each in await work.ballots.open()]
    if sitting is not None:
        found.append(overrun(sitting.meeting, sitting.agenda, sitting.proceedings))
    return [each for each in found if each is not None]


async def _of_shares(work: Work, charter: Charter) -> list[Due]:
    """Return what falls due of what is to be shared, of incidents, and of the monthly reports."""
    waiting = share.due(await work.shares.waiting(), charter.zone)
    reports = monthly.due(await work.meetings.all(), charter.plan)
    return [*waiting, *incident.due(await work.incidents.running()), *reports]


async def _ended(work: Work, charter: Charter, since: datetime, now: datetime) -> list[Case]:
    """Return the closed cases whose residents are to be asked again after one moment and until another."""
    first, last = (case_clock.asked_from(charter.case_plan, charter.zone, moment) for moment in (since, now))
    return await work.cases.unasked(max(first, now - case_clock.LOOK_BACK), last)

"""What is done and said when something falls due."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from commands.at_hand.period import period_of
from commands.at_hand.sitting import sitting_of
from commands.between import time_is_out
from commands.courses.case_due import CASE_KINDS, said_of_case
from commands.courses.sitting_due import ask_the_silent, carry_unopened, close_forgotten, public_minutes, say_overrun
from commands.digest import digest_of, digest_post, shared_post
from commands.posts.incidents import time_runs_out
from commands.posts.live_agenda import followed_up, live_agenda, live_agenda_over, owners_told
from commands.posts.minutes import file_name, version_lines
from commands.posts.papers import agenda_papers, document, invitations
from commands.posts.reports import reports_begun, reports_missed
from commands.share_approval import asked_again, lapsed
from commands.todo import weekly_lists
from council import notices
from council.calendar import day_of
from council.charter import Charter
from council.meeting import Meeting
from council.notices import Outcome
from council.people import Place
from council.promise import tally
from council.reminders import Due, Kind
from council.rule import read_rule
from council.schedule import proposals
from council.text import Document, Format, Invitation, Letter, Message, Saying, Sharing, Text
from storage.work import Work


@dataclass(frozen=True)
class Hour:
    """The moment at which something falls due, as casework needs it."""

    work: Work
    charter: Charter
    now: datetime


@dataclass(frozen=True)
class Moment:
    """Something due, now, with the meeting it is about."""

    work: Work
    charter: Charter
    due: Due
    meeting: Meeting
    now: datetime


async def said_when_due(work: Work, charter: Charter, each: Due, now: datetime) -> Sequence[Saying]:
    """Do what falls due and return what is to be said of it."""
    if each.kind in CASE_KINDS:
        return await said_of_case(Hour(work, charter, now), each.kind, int(each.subject))
    if each.kind is Kind.BALLOT_CLOSES:
        return await time_is_out(work, charter, int(each.subject[1:]), now)
    if each.kind is Kind.TODO:
        return await weekly_lists(Hour(work, charter, now))
    if each.kind in _OF_SHARING:
        return await _OF_SHARING[each.kind](Hour(work, charter, now), int(each.subject[1:]))
    if each.kind is Kind.ACTION_NUDGE:
        return await _nudge(work, charter, each, now)
    meeting = await work.meetings.get(each.subject)
    return await _DONE[each.kind](Moment(work, charter, each, meeting, now))


async def _nudge(work: Work, charter: Charter, each: Due, now: datetime) -> list[Message]:
    action = await work.actions.get(int(each.subject[1:]))
    owners = action.bound() or (action.owner,)
    return [
        message
        for owner in owners
        for message in notices.action_reminder(each, owner, action.what, action.due, charter.zone, now)
    ]


async def _call(moment: Moment) -> list[Saying]:
    called = notices.call_for_items(moment.due, moment.meeting, moment.charter.plan, moment.now)
    left = await carry_unopened(moment, moment.meeting)
    return [*called, *left, *await live_agenda(moment, moment.meeting)]


async def _close(_moment: Moment) -> list[Message]:
    """Nothing is said: whoever adds an item now is told that it queues."""
    return []


async def _notice(moment: Moment) -> list[Saying]:
    """Fix the agenda, unless that was done by hand before, and give notice."""
    agenda = await moment.work.agenda.of(moment.meeting.number)
    if not agenda.is_frozen:
        agenda = agenda.freeze(moment.now)
        await moment.work.agenda.save(agenda)
        await moment.work.meetings.save(moment.meeting.freeze())
    items = len(agenda.running)
    notice = notices.notice_of_meeting(moment.due, moment.meeting, items, agenda.minutes, moment.now)
    papers = agenda_papers(moment.charter, moment.meeting, agenda, await followed_up(moment, moment.meeting))
    live = [*await live_agenda(moment, moment.meeting), *await owners_told(moment, moment.meeting)]
    entries = invitations(moment.charter, moment.meeting)
    enclosed: tuple[Document | Invitation, ...] = (papers[-1], entries[-1])
    subject = Text("letter-notice", council=moment.charter.itself, starts=moment.meeting.starts_at)
    return [*notice, *entries, *papers, *live, Letter(subject, notice[0].lines, enclosed=enclosed)]


async def _days_ahead(moment: Moment) -> list[Saying]:
    reminder = notices.reminder_in_days(moment.due, moment.meeting, moment.charter.plan, moment.now)
    return [*reminder, *await live_agenda(moment, moment.meeting)]


async def _working_day_ahead(moment: Moment) -> list[Saying]:
    """Remind the council, and show it what residents have asked since the last meeting."""
    votes = sum(each.votes for each in await moment.work.people.organisations())
    reminder = notices.reminder_before(moment.due, moment.meeting, votes // 2 + 1, votes, moment.now)
    return [*reminder, *await digest_post(moment.work, moment.charter, moment.now)]


async def _hours_ahead(moment: Moment) -> list[Message]:
    return notices.reminder_in_hours(moment.due, moment.meeting, moment.now)


async def _ask_attendance(moment: Moment) -> list[Message]:
    return await ask_the_silent(moment.work, moment.meeting)


async def _ask_for_reports(moment: Moment) -> list[Saying]:
    return await reports_begun(moment, moment.meeting)


async def _miss_reports(moment: Moment) -> list[Saying]:
    return await reports_missed(moment, moment.meeting)


async def _overrun(moment: Moment) -> list[Message]:
    return await say_overrun(moment.work, moment.now)


async def _summary(moment: Moment) -> list[Saying]:
    """Tell the open room what was shared and what the meeting came to."""
    work, charter, now = moment.work, moment.charter, moment.now
    heard = await close_forgotten(moment, moment.meeting)
    following = await work.meetings.after(moment.meeting)
    told = notices.summary(moment.due, moment.meeting, charter.plan, following, await _outcome(moment), now)
    wall = await live_agenda_over(moment, moment.meeting)
    figures = await digest_of(work, charter, moment.meeting, now)
    return [*await shared_post(work, charter, moment.meeting), *told, *heard, *wall, *figures]


async def _outcome(moment: Moment) -> Outcome | None:
    """Return what the meeting came to, as far as it was recorded."""
    work, meeting = moment.work, moment.meeting
    period = await period_of(work, moment.charter, meeting)
    decisions = await work.decisions.of_meeting(meeting.number)
    actions = await work.actions.between(period.since, moment.now)
    promises = tally(await work.promises.all())
    if not (decisions or actions):
        return None
    return Outcome(len(decisions), len(actions), promises.kept, promises.broken, promises.open)


async def _draft_minutes(moment: Moment) -> list[Message]:
    """Remind the secretary of minutes that nobody has drafted."""
    if moment.meeting.adjusted_on is not None or await moment.work.minutes.last(moment.meeting.number):
        return []
    return notices.draft_missing(moment.due, moment.meeting, moment.now)


async def _adjust(moment: Moment) -> list[Message]:
    """Remind the secretary and the organisation that was chosen."""
    if moment.meeting.adjusted_on is not None:
        return []
    adjuster = (await moment.work.records.of(moment.meeting.number)).adjuster
    return notices.adjustment_due(moment.due, moment.meeting, adjuster, moment.now)


async def _announce(moment: Moment) -> list[Saying]:
    """Announce the minutes, and show them to everybody; give the secretary the journal's seal to keep with them."""
    if moment.meeting.adjusted_on is None:
        return []
    announced = notices.minutes_announced(moment.due, moment.meeting, moment.now)
    head = await moment.work.journal.head()
    seal = Text("journal-head", count=head.step, head=head.shown())
    sealed = Message(Place.SECRETARIAT, (seal,), Sharing.SECRETARIAT)
    told = await public_minutes(moment.work, moment.charter, moment.meeting)
    return [*announced, *told, sealed, *await _minutes_by_mail(moment)]


async def _minutes_by_mail(moment: Moment) -> list[Letter]:
    version = await moment.work.minutes.adjusted(moment.meeting.number)
    if version is None:
        return []
    lines = version_lines(version, await sitting_of(moment.work, moment.meeting), Sharing.COUNCIL)
    name = file_name(moment.charter, moment.meeting)
    paper = document(name, lines, Place.COUNCIL, Format.PDF, Sharing.COUNCIL)
    subject = Text("letter-minutes", council=moment.charter.itself, starts=moment.meeting.starts_at)
    return [Letter(subject, tuple(lines[:1]), enclosed=(paper,))]


async def _red_day(moment: Moment) -> list[Message]:
    rule = read_rule(moment.charter.rule)
    others = frozenset(each.day for each in await moment.work.meetings.all() if not each.is_cancelled)
    today = day_of(moment.now, moment.charter.zone)
    days = proposals(rule, moment.meeting.day, others - {moment.meeting.day}, today)
    return notices.red_day_ahead(moment.due, moment.meeting, days, moment.now)


_OF_SHARING: dict[Kind, Callable[[Hour, int], Awaitable[Sequence[Saying]]]] = {
    Kind.SHARE_ASK_AGAIN: asked_again,
    Kind.SHARE_LAPSES: lapsed,
    Kind.INCIDENT_REMINDER: time_runs_out,
}
_DONE: dict[Kind, Callable[[Moment], Awaitable[Sequence[Saying]]]] = {
    Kind.CALL: _call,
    Kind.RED_DAY: _red_day,
    Kind.CLOSE_ITEMS: _close,
    Kind.NOTICE: _notice,
    Kind.REMIND_DAYS: _days_ahead,
    Kind.REMIND_WORKDAYS: _working_day_ahead,
    Kind.REMIND_HOURS: _hours_ahead,
    Kind.ASK_ATTENDANCE: _ask_attendance,
    Kind.ITEM_OVERRUN: _overrun,
    Kind.REPORTS_BEGIN: _ask_for_reports,
    Kind.REPORTS_MISSING: _miss_reports,
    Kind.SUMMARY: _summary,
    Kind.DRAFT_MINUTES: _draft_minutes,
    Kind.ADJUST: _adjust,
    Kind.ANNOUNCE: _announce,
}

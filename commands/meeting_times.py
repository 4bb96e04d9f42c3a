"""Meetings moved, called off and added: the chair decides, the secretary prepares."""

import re
from datetime import date, datetime, time

from commands.arguments import Day, Moment, Reading, Rest
from commands.at_hand.agenda import agenda_of, hand_of
from commands.at_hand.meeting_named import NUMBER, meeting_named, next_to_come, only
from commands.call import Call
from commands.courses.carrying import carry
from commands.courses.raised import residents_handed_over
from commands.declare import command
from commands.posts.papers import invitations
from council.agenda import Agenda
from council.calendar import clash
from council.case import Case
from council.item import DIRECTORS, Part
from council.meeting import Meeting, planned
from council.people import CHAIR, IN_COUNCIL, Holders, Place, Reporter, Role
from council.text import Line, Message, Refusal, Saying, Sharing, Text, Words

_FROM_TO = re.compile(r"(?:(?P<named>.+?)\s+)?(?:till|to)\s+(?P<when>.+)", re.IGNORECASE)


@command("meeting move", who=DIRECTORS, where=IN_COUNCIL)
async def move_meeting(call: Call, to: Rest) -> list[Saying]:
    """Move a meeting; its agenda is kept, and is open again until its new closing date."""
    named, when = _parts(to)
    day, clock = _when(call, when)
    meeting = await (meeting_named(call, named) if named else _of_same_month(call, day))
    moved = meeting.move(day, clock or meeting.clock, call.now)
    if not call.who.holds(CHAIR):
        return _prepared(call, Text("meeting-move-prepared", old=meeting.starts_at, new=moved.starts_at), to)
    hand = await agenda_of(call.work, moved, call.charter.plan)
    if call.charter.plan.notice_at(moved) <= call.now:
        # Too near for another notice: the agenda is fixed, and this is the notice.
        await call.work.meetings.save(moved.freeze())
        await call.work.agenda.save(hand.agenda if hand.agenda.is_frozen else hand.agenda.freeze(call.now))
        told = Text("meeting-moved-soon", old=meeting.starts_at, new=moved.starts_at)
    else:
        await call.work.meetings.save(moved)
        await call.work.agenda.save(hand.agenda.thaw())
        told = Text("meeting-moved", old=meeting.starts_at, new=moved.starts_at, closes_at=hand.closes_at)
    await _note(call, "meeting-moved", moved)
    against = clash(moved.day)
    lines = (told, against) if against else (told,)
    residents = await _residents_cases(call, hand.agenda)
    return [*_announced(call, *lines), *invitations(call.charter, moved), *_residents_told(call, residents, moved)]


@command("meeting cancel", who=DIRECTORS, where=IN_COUNCIL)
async def cancel_meeting(call: Call, number: Rest | None = None) -> list[Saying]:
    """Call a meeting off; its items queue for the next one. The chair names it: said twice, it must not be two."""
    if number:
        return await _called_off(call, await meeting_named(call, number), "cancel")
    coming = await next_to_come(call)
    if call.who.holds(CHAIR):
        raise Refusal("meeting-cancel-which", meets_at=coming.starts_at, number=coming.number)
    return await _called_off(call, coming, "cancel")


@command("meeting skip", who=DIRECTORS, where=IN_COUNCIL)
async def skip_meeting(call: Call, number: Rest) -> list[Saying]:
    """Leave one meeting of the series out."""
    return await _called_off(call, await meeting_named(call, number), "skip")


@command("meeting add", who=DIRECTORS, where=IN_COUNCIL)
async def add_meeting(call: Call, when: Moment) -> list[Saying]:
    """Add a meeting outside the series."""
    local = when.astimezone(call.charter.zone)
    meetings = await call.work.meetings.all()
    taken = frozenset(each.number for each in meetings)
    length = call.charter.meeting_minutes
    meeting = planned(
        local.date(), local.time().replace(tzinfo=None, fold=0), call.charter.zone.key, length, call.now, taken
    )
    if any(each.starts_at == meeting.starts_at and each.is_ahead for each in meetings):
        raise Refusal("meeting-already-then", meeting=meeting.number, starts=meeting.starts_at)
    if not call.who.holds(CHAIR):
        prepared = Text("meeting-add-prepared", meets_at=meeting.starts_at)
        return _prepared(call, prepared, f"{local:%Y-%m-%dT%H:%M}", "meeting add")
    await call.work.meetings.save(meeting)
    await _note(call, "meeting-added", meeting)
    closes_at = call.charter.plan.closes_at(meeting)
    told = Text("meeting-added", meets_at=meeting.starts_at, closes_at=closes_at)
    if closes_at <= call.now:
        told = Text("meeting-added-soon", meets_at=meeting.starts_at)
    return [*_announced(call, told), *invitations(call.charter, meeting)]


async def _called_off(call: Call, meeting: Meeting, how: str) -> list[Saying]:
    cancelled = meeting.cancel(call.now)
    if not call.who.holds(CHAIR):
        prepared = Text("meeting-off-prepared", how=how, meets_at=meeting.starts_at)
        return _prepared(call, prepared, meeting.number, f"meeting {how}")
    after = await call.work.meetings.after(meeting)
    await call.work.meetings.save(cancelled)
    call.work.agenda.changed.add(meeting.number)
    await _note(call, "meeting-cancelled", meeting)
    lines: list[Line] = [Text("meeting-off", how=how, meets_at=meeting.starts_at)]
    told: list[Saying] = []
    if after is not None:
        residents = await _residents_cases(call, await call.work.agenda.of(meeting.number))
        kept = await _handed_over(call, meeting, after)
        lines.append(Text("meeting-next-instead", meets_at=after.starts_at, items=kept))
        await residents_handed_over(call, meeting.number, after.number)
        told = _residents_told(call, residents, after)
    return [*_announced(call, *lines), *invitations(call.charter, cancelled), *told]


async def _handed_over(call: Call, meeting: Meeting, after: Meeting) -> int:
    """Let the items of a meeting called off queue for another; return how many they were."""
    agenda, following = await call.work.agenda.of(meeting.number), await call.work.agenda.of(after.number)
    raised = [item for item in agenda.running if item.part is Part.RAISED]
    for item in raised:
        agenda, following, _ = await carry(call.work, item, agenda, following, queued=True)
    await call.work.agenda.save(agenda)
    await call.work.agenda.save(following)
    return len(raised)


def _parts(typed: str) -> tuple[str, str]:
    """Return what names the meeting, if anything does, and when it is to be: "2026-05 21 May", "May to 21 May"."""
    typed = typed.strip()
    found = _FROM_TO.match(typed)
    if found:
        return found["named"] or "", found["when"]
    number = NUMBER.match(typed)
    return (number[0], typed[number.end() :].strip()) if number else ("", typed)


def _when(call: Call, typed: str) -> tuple[date, time | None]:
    """Return the day and, if it is said, the time of day, on the council's wall clock."""
    reading = Reading(call.now, call.charter.zone, call.language)
    if not typed:
        raise Refusal("meeting-when-missing", example=Text("command-meeting-move.example"))
    try:
        moment, rest = Moment.read(typed, reading)
        local = moment.astimezone(call.charter.zone)
        day, clock = local.date(), local.time().replace(fold=0)
    except Refusal as refused:
        if refused.text.key != "time-missing":
            raise
        found, rest = Day.read(typed, reading)
        day, clock = date(found.year, found.month, found.day), None
    if rest:
        raise Refusal("argument-left-over", typed=Words(rest[:60]), example=Text("command-meeting-move.example"))
    return day, clock


async def _of_same_month(call: Call, day: date) -> Meeting:
    """Return the only meeting of the new day's month."""
    ahead = [meeting for meeting in await call.work.meetings.ahead(call.now) if meeting.starts_at > call.now]
    return only([each for each in ahead if (each.day.year, each.day.month) == (day.year, day.month)], ahead)


def _prepared(call: Call, what: Text, typed: str, name: str = "meeting move") -> list[Saying]:
    """Put the secretary's proposal before the chair: one line that she can say herself."""
    line = Text("meeting-prepared-line", words=Text(f"command-{name.replace(' ', '-')}.shown"), typed=Words(typed))
    return [
        call.reply(what, Text("meeting-prepared-sent")),
        Message.of(Holders(Role.CHAIR), what, line, sharing=Sharing.OPEN),
    ]


def _announced(call: Call, *lines: Line) -> list[Saying]:
    """Say it once in each room, and to whoever decided it, if she did so elsewhere."""
    posts: list[Saying] = [Message.of(place, *lines, sharing=Sharing.OPEN) for place in (Place.OPEN, Place.COUNCIL)]
    return posts if call.incoming.room.place is Place.COUNCIL else [*posts, call.reply(*lines, sharing=Sharing.OPEN)]


async def _residents_cases(call: Call, agenda: Agenda) -> list[Case]:
    """Return the live cases that a meeting takes up: under an item of their own, or under one there is."""
    prefix = f"{call.charter.case_prefix}-"
    named = [item.source.rpartition("-")[2] for item in agenda.running if item.source.startswith(prefix)]
    cases = await call.work.cases.all(int(number) for number in named if number.isdigit())
    taken_up = {case.number: case for case in (*cases, *await call.work.cases.at_meeting(agenda.meeting))}
    return [taken_up[number] for number in sorted(taken_up) if taken_up[number].is_live]


def _residents_told(call: Call, cases: list[Case], meeting: Meeting) -> list[Saying]:
    """Tell those whose cases a meeting takes up when it is now."""
    told: list[Saying] = []
    for case in cases:
        label = case.label(call.charter.case_prefix)
        text = Text("meeting-of-your-case-moved", label=label, meets_at=meeting.starts_at)
        told.append(Message(Reporter(case.number), (text,), Sharing.OWN, case=case.number))
    return told


async def _note(call: Call, what: str, meeting: Meeting) -> None:
    starts: datetime = meeting.starts_at
    await call.work.journal.write(
        call.now, hand_of(call.who), what, f"meeting:{meeting.number}", f"{starts:%Y-%m-%dT%H:%MZ}"
    )

"""Who comes and who is there: answers before the meeting, the roll call, arrivals and departures."""

from dataclasses import replace
from datetime import UTC, datetime

from commands.arguments import Rest
from commands.at_hand.sitting import (
    Sitting,
    add,
    gathering,
    journal,
    must_run,
    own_organisation,
    sitting_of,
    strike,
    told,
    write,
)
from commands.call import Call, Kind
from commands.declare import command, hears
from commands.posts.attendance import answer_of, answered_lines, roll_lines
from council.attendance import MOVEMENTS, Asked, Intention, Word, expected, moment_of, read_attendance
from council.item import DIRECTORS
from council.meeting import Meeting
from council.people import COUNCIL, IN_COUNCIL, Organisation, Place
from council.plain import is_no, is_yes
from council.proceedings import Act, Entry
from council.text import Line, Message, Refusal, Saying, Text

_ACTS = {Word.HERE: Act.ARRIVED, Word.LEFT: Act.LEFT}
_MEANT_NOW = {Word.YES: Word.HERE, Word.DEPUTY: Word.HERE, Word.NO: Word.LEFT}
"""What an answer means once the roll has been called."""
NEVER = datetime.min.replace(tzinfo=UTC)


@command("attend", who=COUNCIL, where=IN_COUNCIL)
async def attend(call: Call, what: Rest | None = None) -> list[Saying]:
    """Say whether one's organisation comes; or, at the meeting, that it is there or has left."""
    if what is None:
        return await show_attendance.handler(call)
    sitting = await gathering(call)
    asked = _meant(sitting, await _asked(call, what))
    if asked.word in MOVEMENTS:
        return await _moved(call, sitting, asked)
    meeting = sitting.meeting if sitting else await call.work.meetings.next(call.now)
    return await _intended(call, meeting, asked)


@attend.edited
async def attend_otherwise(call: Call, what: Rest | None = None) -> list[Saying]:
    """Let an edited message say otherwise: what it said before is struck, and stays in the record's history."""
    sitting = await gathering(call)
    entry = sitting.proceedings.made_by(call.origin) if sitting else None
    if sitting is None or entry is None or what is None:
        return await attend.handler(call, what)
    asked = _meant(sitting, await _asked(call, what))
    sitting = await strike(call, sitting, entry.number)
    if asked.word not in MOVEMENTS:
        return await _intended(call, sitting.meeting, asked)
    if entry.organisation == asked.organisation and entry.act is not _ACTS[asked.word]:
        return _taken_back(call, sitting, entry)
    return await _moved(
        call, sitting, replace(asked, clock=asked.clock or entry.at.astimezone(call.charter.zone).time())
    )


@attend.removed
async def attend_no_more(call: Call) -> list[Saying]:
    """Take back what a deleted message said."""
    sitting = await gathering(call)
    entry = sitting.proceedings.made_by(call.origin) if sitting else None
    if sitting and entry:
        return _taken_back(call, await strike(call, sitting, entry.number), entry)
    meeting = sitting.meeting if sitting else await call.work.meetings.next(call.now)
    if await call.work.records.forget_intention(meeting.number, call.origin):
        return [call.reply(Text("attend-answer-taken-back"))]
    return []


@command("attend call", who=DIRECTORS, where=IN_COUNCIL)
async def call_roll(call: Call, present: Rest | None = None) -> list[Saying]:
    """Call the roll: who has said that they are there, and whoever is named."""
    sitting = await gathering(call)
    if sitting is None:
        raise Refusal("attend-too-early")
    begins = max(call.now, sitting.meeting.starts_at) if not sitting.proceedings.started_at else call.now
    if sitting.proceedings.started_at is None:
        sitting = await write(call, sitting, Act.STARTED, at=begins)
    there = sitting.proceedings.present(begins)
    for code in dict.fromkeys(_codes(sitting, present or "")):
        if code not in there:
            sitting = await write(call, sitting, Act.ARRIVED, organisation=code, at=begins)
    sitting = await write(call, sitting, Act.CALLED, at=begins)
    await journal(call, "roll-called", sitting.meeting)
    now = sitting.quorum(begins)
    key = "roll-called" if now.is_met else "roll-called-short"
    called = Text(key, present=now.present, votes=now.votes, needed=now.needed)
    intentions = await call.work.records.intentions(sitting.meeting.number)
    return [*told(call, called), Message.of(Place.COUNCIL, *roll_lines(sitting, intentions, begins))]


@command("attend list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_attendance(call: Call) -> list[Saying]:
    """Show who is there, or who has said that they come."""
    sitting = await gathering(call)
    if sitting is not None and (sitting.proceedings.is_called or sitting.proceedings.present(call.now)):
        intentions = await call.work.records.intentions(sitting.meeting.number)
        return [call.reply(*_counted(sitting, call.now), *roll_lines(sitting, intentions, call.now))]
    meeting = sitting.meeting if sitting else await call.work.meetings.next(call.now)
    sitting = await sitting_of(call.work, meeting)
    return [call.reply(*answered_lines(sitting, await call.work.records.intentions(meeting.number)))]


@command("adjuster", who=DIRECTORS, where=IN_COUNCIL)
async def choose_adjuster(call: Call, organisation: Rest | None = None) -> list[Saying]:
    """Choose the organisation that adjusts the minutes: one that is there and stays."""
    sitting = await must_run(call)
    able = await _able_to_adjust(call, sitting)
    if organisation is None:
        if not able:
            raise Refusal("adjuster-nobody")
        return [call.reply(Text("adjuster-proposed", organisation=able[0], code=able[0].code))]
    chosen = sitting.named(organisation.strip(" .").upper())
    if chosen not in able:
        raise Refusal("adjuster-cannot", organisation=chosen)
    sitting = await write(call, sitting, Act.ADJUSTER, organisation=chosen.code)
    await journal(call, "adjuster-chosen", sitting.meeting, chosen.code)
    return [call.reply(Text("adjuster-chosen", organisation=chosen))]


@hears(Kind.REACTION, where=frozenset({Place.COUNCIL}), order=40)
async def hear_reaction(call: Call) -> list[Saying] | None:
    """Take a thumb up or down on a reminder of the meeting as an answer; the list under it is edited in place."""
    said, target = call.incoming.body, call.incoming.target
    if target is None or not (is_yes(said) or is_no(said)):
        return None
    reminder = await call.work.outbox.post_of(target, call.incoming.room.number) or ""
    kind, _, rest = reminder.partition(":")
    if kind != "meeting" or ":remind" not in rest or not call.who.holds(COUNCIL) or call.who.organisation is None:
        return None
    meeting = await call.work.meetings.get(rest.split(":")[0])
    if not meeting.is_ahead or call.now >= meeting.starts_at:
        return None
    word = Word.YES if is_yes(said) else Word.NO
    intention = Intention(own_organisation(call.who), word, call.now, None, call.who.user_id, call.origin)
    await call.work.records.intend(meeting.number, intention)
    await journal(call, f"attend-{word.value}", meeting, intention.organisation)
    sitting = await sitting_of(call.work, meeting)
    lines = tuple(answered_lines(sitting, await call.work.records.intentions(meeting.number)))
    name = f"attendance:{meeting.number}"
    if await call.work.outbox.rooms_of(name):
        return [Message(Place.COUNCIL, lines, edits=name)]
    return [Message(Place.COUNCIL, lines, key=name, thread=reminder)]


async def _asked(call: Call, what: str) -> Asked:
    """Return what is said and for whom.

    Raises:
        Refusal: it cannot be read, or the person may not say it for that organisation.
    """
    codes = [each.code for each in await call.work.people.organisations()]
    asked = read_attendance(what, codes)
    if asked.organisation is None:
        return replace(asked, organisation=own_organisation(call.who))
    if not call.who.holds(DIRECTORS) and asked.organisation != own_organisation(call.who):
        raise Refusal("attend-not-for-others")
    return asked


def _meant(sitting: Sitting | None, asked: Asked) -> Asked:
    """Return what is said: once the roll has been called, an answer says who is there now."""
    if sitting is None or not sitting.proceedings.is_called:
        return asked
    return replace(asked, word=_MEANT_NOW.get(asked.word, asked.word))


def _taken_back(call: Call, sitting: Sitting, entry: Entry) -> list[Saying]:
    struck = Text("attend-taken-back", organisation=sitting.named(entry.organisation))
    return [call.reply(struck, *_counted(sitting, call.now))]


async def _intended(call: Call, meeting: Meeting, asked: Asked) -> list[Saying]:
    assert asked.organisation
    organisation = await call.work.people.organisation(asked.organisation)
    intention = Intention(organisation.code, asked.word, call.now, asked.clock, call.who.user_id, call.origin)
    await call.work.records.intend(meeting.number, intention)
    await journal(call, f"attend-{asked.word.value}", meeting, organisation.code)
    intentions = await call.work.records.intentions(meeting.number)
    counted = expected(intentions, await call.work.people.organisations())
    answer = Text("attend-answer", word=answer_of(intention, organisation), starts=meeting.starts_at)
    count = Text("attend-expected", present=counted.present, votes=counted.votes, needed=counted.needed)
    return [call.reply(answer, count)]


async def _moved(call: Call, sitting: Sitting | None, asked: Asked) -> list[Saying]:
    if sitting is None:
        raise Refusal("attend-too-early")
    organisation = sitting.named(asked.organisation or "")
    at = moment_of(asked.clock, call.now, call.charter.zone)
    if at < (sitting.proceedings.started_at or call.now) and asked.clock is not None:
        at = sitting.proceedings.started_at or at
    is_there = organisation.code in sitting.proceedings.present(at)
    if is_there == (asked.word is Word.HERE):
        raise Refusal("attend-already-here" if is_there else "attend-not-here", organisation=organisation)
    entry = Entry(0, _ACTS[asked.word], at, call.now, organisation=organisation.code)
    sitting = await add(call, sitting, replace(entry, person=call.who.user_id, origin=call.origin))
    key = "attend-here" if asked.word is Word.HERE else "attend-left"
    lines: list[Line] = [Text(key, organisation=organisation, at=at)]
    if not sitting.proceedings.is_called:
        return [call.reply(*lines)]
    lines += _counted(sitting, call.now)
    if asked.word is Word.LEFT and organisation.code == sitting.proceedings.adjuster:
        lines.append(Text("adjuster-gone", organisation=organisation))
    return told(call, *lines)


def _counted(sitting: Sitting, at: datetime) -> list[Line]:
    now = sitting.quorum(at)
    return [Text("attend-count", present=now.present, votes=now.votes), now.text]


def _codes(sitting: Sitting, typed: str) -> list[str]:
    return [sitting.named(word.strip(".,;:")).code for word in typed.split() if word.strip(".,;:")]


async def _able_to_adjust(call: Call, sitting: Sitting) -> list[Organisation]:
    """Return the voting organisations that are there and have not said that they leave, the least asked first."""
    there = sitting.proceedings.present(call.now)
    intentions = await call.work.records.intentions(sitting.meeting.number)
    leaving = {each.organisation for each in intentions if each.word is Word.UNTIL}
    last = await call.work.records.adjusted_by()
    able = [each for each in sitting.voting if each.code in there - leaving]
    chairs = {each.organisation for each in await call.work.people.holding(frozenset(DIRECTORS))}
    return sorted(able, key=lambda each: (each.code in chairs, last.get(each.code, NEVER), each.order))

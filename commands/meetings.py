"""When the council meets: shown to everybody."""

from commands.arguments import Rest
from commands.at_hand.agenda import agenda_of, sees_all, sharing_here
from commands.at_hand.meeting_named import meeting_named
from commands.at_hand.sitting import Sitting, running
from commands.call import Call
from commands.declare import command
from commands.meeting_run import advance, at_hand_line
from council.calendar import clash
from council.item import DIRECTORS
from council.meeting import Meeting
from council.people import COUNCIL, EVERYONE, EVERYWHERE, Place
from council.text import Heading, Item, Line, Refusal, Saying, Sharing, Text

SHOWN_AHEAD = 12


@command("next", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_next(call: Call) -> list[Saying]:
    """Show when the next meeting is, and until when items can be raised; in a running one, go on to the next item."""
    sitting = await running(call.work)
    if sitting is not None and call.incoming.room.place is not Place.OPEN and call.who.holds(DIRECTORS):
        return await advance(call, sitting)
    return await _next_shown(call, sitting)


@show_next.edited
async def show_next_again(call: Call) -> list[Saying]:
    """Show it again. An edit never leads the meeting on."""
    return await _next_shown(call, await running(call.work))


@command("meeting show", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_meeting(call: Call, number: Rest | None = None) -> list[Saying]:
    """Show one meeting: the next, or the one of a month."""
    if number is None:
        return await _next_shown(call, await running(call.work))
    meeting = await meeting_named(call, number)
    return [call.reply(*await _shown(call, meeting), sharing=Sharing.OPEN)]


@command("meeting list", who=EVERYONE, where=EVERYWHERE, again=True)
async def list_meetings(call: Call) -> list[Saying]:
    """List the meetings of the coming year, and which of them fall on a day worth a second thought."""
    ahead = (await call.work.meetings.ahead(call.now))[:SHOWN_AHEAD]
    if not ahead:
        raise Refusal("meeting-none-planned")
    lines = [Item(_line(meeting)) for meeting in ahead]
    return [call.reply(Heading(Text("meeting-list-heading")), *lines, sharing=Sharing.OPEN)]


async def _next_shown(call: Call, sitting: Sitting | None) -> list[Saying]:
    """Show the meeting that is running, with the item at hand to those who may hear, else the next one."""
    if sitting is None:
        return [call.reply(*await _shown(call, await call.work.meetings.next(call.now)), sharing=Sharing.OPEN)]
    going_on = Text("meeting-going-on", meets_at=sitting.meeting.starts_at, ends_at=sitting.meeting.ends_at)
    at_hand = at_hand_line(sitting) if sees_all(call) else None
    return [call.reply(going_on, *([at_hand] if at_hand else []), sharing=sharing_here(call))]


async def _shown(call: Call, meeting: Meeting) -> list[Line]:
    if not meeting.is_ahead:
        return [Text("meeting-over", number=meeting.number, meets_at=meeting.starts_at, state=meeting.state.value)]
    if meeting.starts_at <= call.now < meeting.ends_at:
        return [Text("meeting-going-on", meets_at=meeting.starts_at, ends_at=meeting.ends_at)]
    if call.now >= meeting.ends_at:
        return [Text("meeting-was", meets_at=meeting.starts_at)]
    hand = await agenda_of(call.work, meeting, call.charter.plan)
    is_next = meeting == (await call.work.meetings.ahead(call.now))[0]
    lines: list[Line] = [Text("meeting-next" if is_next else "meeting-one", meets_at=meeting.starts_at)]
    against = clash(meeting.day)
    if against:
        lines.append(against)
    if hand.agenda.is_frozen:
        lines.append(Text("meeting-agenda-fixed"))
    elif not hand.is_closed(call.now):
        lines.append(Text("meeting-items-by", closes_at=hand.closes_at))
    if not call.who.holds(COUNCIL):
        lines.append(Text("meeting-residents-write"))
    return lines


def _line(meeting: Meeting) -> Text:
    against = clash(meeting.day)
    if against:
        return Text("meeting-line-clash", number=meeting.number, meets_at=meeting.starts_at, clash=against)
    return Text("meeting-line", number=meeting.number, meets_at=meeting.starts_at)

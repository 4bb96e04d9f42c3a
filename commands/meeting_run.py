"""A meeting led through its agenda: opened, from item to item, and closed."""

from datetime import datetime

from commands.agenda_lines import facts_of
from commands.arguments import ItemId
from commands.asked import asked_at, asked_lines
from commands.call import Call
from commands.carrying import carry
from commands.decided_told import residents_told
from commands.declare import command
from commands.raised import unanswered_again
from commands.report_posts import told_under
from commands.sitting import Sitting, gathering, journal, must_run, told, write
from council.item import DIRECTORS, Item, Kind, Raiser
from council.meeting import Meeting
from council.people import IN_COUNCIL, Address, Contacts, Holders, Role
from council.proceedings import Act
from council.text import Item as Bullet
from council.text import Line, Message, Refusal, Saying, Text


@command("meeting start", who=DIRECTORS, where=IN_COUNCIL)
async def start_meeting(call: Call) -> list[Saying]:
    """Open the meeting and its first item."""
    sitting = await gathering(call)
    if sitting is None:
        raise Refusal("sitting-too-early")
    if sitting.proceedings.current is not None:
        raise Refusal("sitting-runs-already", id=sitting.proceedings.current)
    lines: list[Line] = []
    if sitting.proceedings.started_at is None:
        sitting = await write(call, sitting, Act.STARTED)
        await journal(call, "meeting-started", sitting.meeting)
        lines.append(Text("sitting-started", at=call.now))
    first = sitting.proceedings.following(sitting.agenda)
    if first is None:
        return told(call, *lines)
    return await _opened(call, sitting, first, *lines)


@command("goto", who=DIRECTORS, where=IN_COUNCIL)
async def go_to_item(call: Call, item: ItemId) -> list[Saying]:
    """Take up an item out of its turn."""
    sitting = await must_run(call)
    return await _opened(call, sitting, sitting.agenda.find(item))


@command("skip", who=DIRECTORS, where=IN_COUNCIL)
async def skip_item(call: Call, item: ItemId | None = None) -> list[Saying]:
    """Leave an item for the next meeting, the one at hand if none is named, and go on."""
    sitting = await must_run(call)
    skipped = sitting.agenda.find(item or sitting.proceedings.current or "")
    sitting = await write(call, sitting, Act.SKIPPED, item=skipped.id)
    line = Text("item-skipped", id=skipped.id, title=skipped.heading)
    if sitting.proceedings.current is not None:
        return told(call, line)
    return await _advanced(call, sitting, line)


@command("meeting end", who=DIRECTORS, where=IN_COUNCIL)
async def end_meeting(call: Call) -> list[Saying]:
    """Close the meeting; what was not dealt with goes to the next one, and whoever raised it is told."""
    sitting = await must_run(call)
    left = sitting.proceedings.left_over(sitting.agenda)
    sitting = await write(call, sitting, Act.ENDED, item="")
    await call.work.meetings.save(sitting.meeting.hold(max(call.now, sitting.meeting.starts_at)))
    await journal(call, "meeting-ended", sitting.meeting)
    decisions = await call.work.decisions.of_meeting(sitting.meeting.number)
    actions = sitting.proceedings.of(Act.ASSIGNED)
    ended = Text("sitting-ended", at=call.now, decisions=len(decisions), actions=len(actions))
    heard = await residents_told(call, sitting, decisions)
    lines, private = await _carried(call, sitting, left)
    return [*told(call, ended, *lines), *private, *heard, *await unanswered_again(call, sitting.meeting)]


async def advance(call: Call, sitting: Sitting) -> list[Saying]:
    """Go on to the next item."""
    return await _advanced(call, sitting)


def at_hand_line(sitting: Sitting) -> Text | None:
    """Return which item is being dealt with, if one is."""
    if sitting.proceedings.current is None:
        return None
    item = sitting.agenda.find(sitting.proceedings.current)
    return Text("item-at-hand", id=item.id, title=item.heading)


async def _advanced(call: Call, sitting: Sitting, *lines: Line) -> list[Saying]:
    following = sitting.proceedings.following(sitting.agenda)
    if following is None:
        left = sitting.proceedings.left_over(sitting.agenda)
        ids = tuple(Text("agenda-id", id=item.id) for item in left)
        return told(call, *lines, Text("item-none-left"), *([Text("items-skipped", ids=ids)] if ids else []))
    return await _opened(call, sitting, following, *lines)


async def _opened(call: Call, sitting: Sitting, item: Item, *lines: Line) -> list[Saying]:
    """Open an item: say which, how long it may take and, where a decision is asked for, whether one can be made."""
    if item.id == sitting.proceedings.current:
        raise Refusal("item-open-already", id=item.id)
    sitting = await write(call, sitting, Act.OPENED, item=item.id)
    opened = Text("item-opened", at=call.now, raiser=item.raiser, **facts_of(item))
    now = sitting.quorum(call.now)
    wants_quorum = item.kind is Kind.DECISION and sitting.proceedings.is_called and not now.is_met
    asked = await asked_lines(call, await asked_at(call, sitting.meeting.number, item.slot))
    reported = await told_under(call.work, sitting.meeting.number, item)
    return told(call, *lines, opened, *([now.text] if wants_quorum else []), *reported, *asked)


async def _carried(call: Call, sitting: Sitting, left: tuple[Item, ...]) -> tuple[list[Line], list[Saying]]:
    """Put what is left on the next agenda; return what is said of it to all, and to those who raised it."""
    after = await call.work.meetings.after(sitting.meeting)
    if not left:
        return [], []
    if after is None:
        return [Text("items-left-nowhere", ids=tuple(Text("agenda-id", id=item.id) for item in left))], []
    agenda, following = sitting.agenda, await call.work.agenda.of(after.number)
    lines: list[Line] = [Text("items-carried", starts=after.starts_at)]
    private: list[Saying] = []
    for item in left:
        sitting = await write(call, sitting, Act.POSTPONED, item=item.id)
        agenda, following, moved = await carry(call.work, item, agenda, following, queued=True)
        lines.append(Bullet(Text("item-carried", id=item.id, title=item.heading, new=moved.id)))
        private += _raiser_told(item, moved, sitting.meeting, after.starts_at)
    await call.work.agenda.save(agenda)
    await call.work.agenda.save(following)
    return lines, private


def _raiser_told(item: Item, moved: Item, meeting: Meeting, starts: datetime) -> list[Saying]:
    if item.raised_by in Raiser.ALL - {Raiser.SECRETARY}:
        return []
    to: Address = Holders(Role.SECRETARY) if item.raised_by == Raiser.SECRETARY else Contacts(item.raised_by)
    text = Text("your-item-carried", id=item.id, title=item.heading, day=meeting.day, new=moved.id, starts=starts)
    return [Message.of(to, text)]

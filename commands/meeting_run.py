"""A meeting led through its agenda: opened, from item to item, and closed."""

from commands.arguments import ItemId
from commands.at_hand.sitting import Sitting, gathering, journal, must_run, told, write
from commands.between import poll_over
from commands.call import Call
from commands.courses.decided_told import residents_told
from commands.courses.left_over import carried_over
from commands.courses.raised import unanswered_again
from commands.declare import command
from commands.posts.agenda import facts_of
from commands.posts.asked import asked_at, asked_lines
from commands.posts.reports import told_under
from council.item import DIRECTORS, Item, Kind
from council.people import IN_COUNCIL
from council.proceedings import Act
from council.text import Line, Refusal, Saying, Text


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
    return await _advanced(call, sitting, *lines)


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
    ends = await _ballots_ended(call, sitting)
    left = sitting.proceedings.left_over(sitting.agenda)
    sitting = await write(call, sitting, Act.ENDED, item="")
    await call.work.meetings.save(sitting.meeting.hold(max(call.now, sitting.meeting.starts_at)))
    await journal(call, "meeting-ended", sitting.meeting)
    decisions = await call.work.decisions.of_meeting(sitting.meeting.number)
    actions = sitting.proceedings.of(Act.ASSIGNED)
    ended = Text("sitting-ended", at=call.now, decisions=len(decisions), actions=len(actions))
    heard = await residents_told(call, sitting, decisions)
    after = await call.work.meetings.after(sitting.meeting)
    for item in left if after else ():
        sitting = await write(call, sitting, Act.POSTPONED, item=item.id)
    lines, private = await carried_over(call.work, sitting, left, after)
    asked = await unanswered_again(call, sitting.meeting)
    return [*told(call, ended, *lines), *ends, *private, *heard, *asked]


async def _ballots_ended(call: Call, sitting: Sitting) -> list[Saying]:
    """Drop a vote that nobody has voted in. One with votes is the chair's to close: they must not be lost.

    Raises:
        Refusal: a vote is going on.
    """
    ends: list[Saying] = []
    for ballot in await call.work.ballots.open():
        if ballot.meeting != sitting.meeting.number:
            continue
        if ballot.votes:
            raise Refusal("sitting-vote-open", id=ballot.id, item=ballot.item)
        await call.work.ballots.save(ballot.annul(call.now))
        ends += [] if ballot.is_secret else [poll_over(ballot, Text("vote-nobody", id=ballot.id))]
    return ends


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

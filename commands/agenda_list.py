"""The agenda shown: whole, one item, and what waits for the meeting after."""

from commands.agenda import facts_of
from commands.agenda_at_hand import AtHand, at_hand, following, heading_for, sees_all, sharing_here
from commands.arguments import ItemId
from commands.call import Call
from commands.declare import command
from council.agenda import Timed
from council.people import COUNCIL, EVERYONE, EVERYWHERE, IN_COUNCIL
from council.text import Heading, Line, Saying, Sharing, Text
from council.text import Item as Bullet


@command("agenda list", who=EVERYONE, where=EVERYWHERE, again=True)
async def list_items(call: Call) -> list[Saying]:
    """Show the agenda of the next meeting, with when each item begins."""
    hand = await at_hand(call)
    timed = hand.agenda.timetable(hand.meeting.starts_at)
    lines: list[Line] = [Heading(Text("agenda-heading", meets_at=hand.meeting.starts_at))]
    lines += [Bullet(_line(call, each)) for each in timed]
    lines.append(Text("agenda-sum", items=len(timed), minutes=hand.agenda.minutes))
    if hand.agenda.minutes > hand.meeting.minutes:
        lines.append(Text("agenda-too-long", over=hand.agenda.minutes - hand.meeting.minutes))
    lines.append(_standing(call, hand))
    return [call.reply(*lines, sharing=sharing_here(call))]


@command("agenda show", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_item(call: Call, item: ItemId) -> list[Saying]:
    """Show one item of the agenda."""
    hand = await at_hand(call)
    found = hand.agenda.find(item)
    lines: list[Line] = [_line(call, hand.starting(found))]
    if found.source and sees_all(call):
        lines.append(Text("agenda-item-source", source=found.source))
    if found.sharing is not Sharing.OPEN:
        lines.append(Text("agenda-item-closed"))
    return [call.reply(*lines, sharing=sharing_here(call))]


@command("agenda queue", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_queue(call: Call) -> list[Saying]:
    """Show the items that came too late and wait for the meeting after."""
    after = await following(call, (await at_hand(call)).meeting)
    waiting = after.agenda.queue if after else ()
    if not after or not waiting:
        return [call.reply(Text("agenda-queue-empty"))]
    lines = [Bullet(Text("agenda-queue-line", raiser=item.raiser, **facts_of(item))) for item in waiting]
    return [call.reply(Heading(Text("agenda-queue-heading", meets_at=after.meeting.starts_at)), *lines)]


def _line(call: Call, timed: Timed) -> Text:
    item = timed.item
    facts = facts_of(item) | {"title": heading_for(call, item), "raiser": item.raiser}
    if not item.id:
        return Text("agenda-line-unnumbered", starts_at=timed.starts_at, **facts)
    return Text("agenda-line", starts_at=timed.starts_at, **facts)


def _standing(call: Call, hand: AtHand) -> Text:
    if hand.agenda.is_frozen:
        return Text("agenda-is-frozen")
    if hand.is_closed(call.now):
        return Text("agenda-is-closed")
    return Text("agenda-is-open", closes_at=hand.closes_at)

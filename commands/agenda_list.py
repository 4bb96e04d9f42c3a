"""The agenda shown: whole, one item, and what waits for the meeting after."""

from commands.arguments import ItemId
from commands.at_hand.agenda import AtHand, at_hand, following, sees_all, sharing_here
from commands.call import Call
from commands.declare import command
from commands.posts.agenda import Notes, agenda_lines, facts_of, item_line
from commands.posts.asked import asked_at, asked_lines
from commands.posts.live_agenda import followed_up
from council.people import COUNCIL, EVERYONE, EVERYWHERE, IN_COUNCIL
from council.text import Heading, Line, Saying, Sharing, Text
from council.text import Item as Bullet


@command("agenda list", who=EVERYONE, where=EVERYWHERE, again=True)
async def list_items(call: Call) -> list[Saying]:
    """Show the agenda of the next meeting, with when each item begins."""
    hand = await at_hand(call)
    lines = agenda_lines(hand.meeting, hand.agenda, await _notes(call, hand), sharing_here(call))
    if hand.agenda.minutes > hand.meeting.minutes:
        lines.append(Text("agenda-too-long", over=hand.agenda.minutes - hand.meeting.minutes))
    lines.append(_standing(call, hand))
    if sees_all(call):
        lines += await followed_up(call, hand.meeting)
    return [call.reply(*lines, sharing=sharing_here(call))]


@command("agenda show", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_item(call: Call, item: ItemId) -> list[Saying]:
    """Show one item of the agenda."""
    hand = await at_hand(call)
    found = hand.agenda.find(item)
    lines: list[Line] = [item_line(hand.starting(found), await _notes(call, hand), sharing_here(call))]
    if sees_all(call):
        lines += await asked_lines(call, await asked_at(call, hand.meeting.number, found.slot))
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


async def _notes(call: Call, hand: AtHand) -> Notes:
    return Notes(await call.work.people.organisations(), await call.work.records.of(hand.meeting.number))


def _standing(call: Call, hand: AtHand) -> Text:
    if hand.agenda.is_frozen:
        return Text("agenda-is-frozen")
    if hand.is_closed(call.now):
        return Text("agenda-is-closed")
    return Text("agenda-is-open", closes_at=hand.closes_at)

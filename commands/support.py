"""Organisations that want an item dealt with: by a thumb up on it, or typed."""

from dataclasses import replace

from commands.arguments import ItemId
from commands.at_hand.agenda import AtHand, agenda_of, at_hand, hand_of
from commands.at_hand.sitting import own_organisation
from commands.call import Call, Kind
from commands.declare import command, hears
from commands.posts.agenda import Notes
from council.item import Item, Support
from council.people import COUNCIL, IN_COUNCIL, Place
from council.plain import is_yes
from council.text import Refusal, Saying, Text


@command("agenda support", who=COUNCIL, where=IN_COUNCIL)
async def support_item(call: Call, item: ItemId) -> list[Saying]:
    """Say that one's organisation wants an item dealt with. Each counts once."""
    hand = await at_hand(call)
    supported = await _supported(call, hand, hand.agenda.find(item))
    notes = Notes(await call.work.people.organisations()).of(replace(supported, source="", carried=""))
    return [call.reply(Text("agenda-supported", id=supported.id, title=supported.heading), *notes)]


@support_item.removed
async def support_no_more(call: Call) -> list[Saying]:
    """Take back the support that the deleted message gave."""
    item = await _taken_back(call)
    return [call.reply(Text("agenda-support-gone", id=item.id, title=item.heading))] if item else []


@hears(Kind.REACTION, where=frozenset({Place.COUNCIL}), order=45)
async def hear_support(call: Call) -> list[Saying] | None:
    """Take a thumb up on an item, or on the message that raised it, as support; the live agenda shows it."""
    target = call.incoming.target
    if target is None or not is_yes(call.incoming.body) or not call.who.holds(COUNCIL) or not call.who.organisation:
        return None
    hand, item = await _reacted_to(call, target) or (None, None)
    if hand is None or item is None:
        return None
    try:
        await _supported(call, hand, item)
    except Refusal:
        # Who likes her own item is not told off for it; she is only not counted twice.
        return []
    return []


@hears(Kind.REMOVAL, where=frozenset({Place.COUNCIL}), order=45)
async def hear_support_gone(call: Call) -> list[Saying] | None:
    """Take support back with the reaction that gave it."""
    return [] if await _taken_back(call) else None


def post_of_item(hand: AtHand, item: Item) -> str:
    """Return the name of the post that tells of an item."""
    return f"item:{hand.meeting.number}:{item.slot}"


async def _supported(call: Call, hand: AtHand, item: Item) -> Item:
    supported = item.supported(Support(own_organisation(call.who), call.origin))
    await call.work.agenda.save(hand.agenda.with_item(supported))
    await call.work.journal.write(call.now, hand_of(call.who), "item-supported", hand.subject(item), item.id)
    return supported


async def _taken_back(call: Call) -> Item | None:
    for meeting in await call.work.meetings.ahead(call.now):
        agenda = await call.work.agenda.of(meeting.number)
        item = agenda.supported_by(call.origin)
        if item is not None:
            rest = tuple(each for each in item.support if each.origin != call.origin)
            await call.work.agenda.save(agenda.with_item(replace(item, support=rest)))
            return item
    return None


async def _reacted_to(call: Call, target: str) -> tuple[AtHand, Item] | None:
    """Return the item that a message of ours tells of, or that somebody's message raised."""
    post = await call.work.outbox.post_of(target, call.incoming.room.number) or ""
    kind, _, place = post.partition(":")
    number, _, slot = place.partition(":")
    origin = call.work.vault.name("event", target)
    meeting = number if kind == "item" else await call.work.agenda.meeting_of(origin)
    if not meeting:
        return None
    hand = await agenda_of(call.work, await call.work.meetings.get(meeting), call.charter.plan)
    if kind == "item":
        found = next((each for each in hand.agenda.running if str(each.slot) == slot), None)
    else:
        found = hand.agenda.of_origin(origin)
    return (hand, found) if found and hand.meeting.is_ahead else None

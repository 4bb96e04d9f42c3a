"""What people raise for the meeting: items added, changed and withdrawn, by command or by editing the message."""

from commands.arguments import ItemId, Rest
from commands.at_hand.agenda import AtHand, agenda_of, at_hand, following, hand_of
from commands.call import Call, Kind
from commands.courses.intake import Telling, look, sent_to_112, taken_in, turned_away
from commands.declare import command
from commands.posts.agenda import facts_of
from commands.support import post_of_item
from council.concern import Category
from council.detect import IDENTIFYING, Sign
from council.item import Item, Wish
from council.people import COUNCIL, EVERYONE, IN_COUNCIL, Place
from council.text import Refusal, Saying, Sharing, Text
from council.wish import read_wish
from council.words import clean


@command("agenda add", who=EVERYONE, where=IN_COUNCIL)
async def add_item(call: Call, wish: Rest | None = None) -> list[Saying]:
    """Put an item on the agenda; after the closing date, in the queue for the next meeting."""
    if not call.who.holds(COUNCIL):
        return await _question(call, wish or "")
    asked = await _titled_wish(call, wish or "")
    hand = await at_hand(call)
    if hand.is_closed(call.now):
        return await _queued(call, hand, asked)
    agenda, item = hand.agenda.add(asked, call.who, origin=call.origin)
    await call.work.agenda.save(agenda)
    await _note(call, "item-added", hand, item)
    added = Text("agenda-added", meets_at=hand.meeting.starts_at, raiser=item.raiser, **facts_of(item))
    return [call.reply(added, key=post_of_item(hand, item))]


@add_item.edited
async def change_added_item(call: Call, wish: Rest | None = None) -> list[Saying]:
    """Change the item that the edited message made."""
    if not call.who.holds(COUNCIL):
        raise Refusal("edit-keeps-what-was-done", command="agenda add")
    hand, item = await _made_by(call)
    return await _changed(call, hand, item, await _titled_wish(call, wish or ""))


@add_item.removed
async def withdraw_added_item(call: Call) -> list[Saying]:
    """Withdraw the item that the deleted message made."""
    if not call.who.holds(COUNCIL):
        return [call.reply(Text("removal-keeps-what-was-done"), sharing=Sharing.OPEN)]
    return await _withdrawn(call, *await _made_by(call))


@command("agenda edit", who=COUNCIL, where=IN_COUNCIL)
async def edit_item(call: Call, item: ItemId, wish: Rest) -> list[Saying]:
    """Change an item's title, kind, minutes or sharing."""
    hand = await _holding(call, item)
    return await _changed(call, hand, hand.agenda.find(item), await _wish(call, wish))


@command("agenda withdraw", who=COUNCIL, where=IN_COUNCIL)
async def withdraw_item(call: Call, item: ItemId) -> list[Saying]:
    """Take an item off the agenda."""
    hand = await _holding(call, item)
    return await _withdrawn(call, hand, hand.agenda.find(item))


async def _holding(call: Call, item_id: str) -> AtHand:
    """Return the agenda that an id is on: Q1 waits on that of the meeting after."""
    hand = await at_hand(call)
    if item_id.startswith("Q") and not any(item_id in item.names for item in hand.agenda.running):
        return await following(call, hand.meeting) or hand
    return hand


async def _made_by(call: Call) -> tuple[AtHand, Item]:
    meeting = await call.work.agenda.meeting_of(call.origin)
    if meeting is not None:
        hand = await agenda_of(call.work, await call.work.meetings.get(meeting), call.charter.plan)
        item = hand.agenda.of_origin(call.origin)
        if item is not None and hand.meeting.is_ahead:
            return hand, item
    raise Refusal("agenda-item-gone")


async def _titled_wish(call: Call, typed: str) -> Wish:
    """Return what is asked for; a reply without a title of its own takes that of the message it answers.

    Raises:
        Refusal: it seems to say who somebody is, or the message that it answers cannot be read.
    """
    wish = await _read(call, typed)
    if not wish.title and call.incoming.target and call.incoming.kind is Kind.MESSAGE:
        wish = _with_title(call, wish)
    return _impersonal(call, wish)


async def _wish(call: Call, typed: str) -> Wish:
    """Return what is asked for.

    Raises:
        Refusal: it seems to say who somebody is.
    """
    return _impersonal(call, await _read(call, typed))


async def _read(call: Call, typed: str) -> Wish:
    return read_wish(clean(typed), [each.code for each in await call.work.people.organisations()])


def _impersonal(call: Call, wish: Wish) -> Wish:
    if look(call, wish.title) & (IDENTIFYING | {Sign.SUSPECT}):
        raise Refusal("agenda-item-personal")
    return wish


def _with_title(call: Call, wish: Wish) -> Wish:
    lines = clean(call.incoming.replied or "").splitlines()
    if not lines:
        raise Refusal("agenda-reply-unreadable")
    title = " ".join(lines[0].lstrip("> !").split())
    return Wish(title, wish.kind, wish.minutes, wish.sharing, wish.organisation, wish.source)


async def _queued(call: Call, hand: AtHand, wish: Wish) -> list[Saying]:
    after = await following(call, hand.meeting)
    if after is None:
        raise Refusal("agenda-closed-for-good")
    agenda, item = after.agenda.add(wish, call.who, origin=call.origin, queued=True)
    await call.work.agenda.save(agenda)
    await _note(call, "item-queued", after, item)
    place = 1 + [each.slot for each in agenda.queue].index(item.slot)
    return [call.reply(Text("agenda-queued", id=item.id, place=place))]


async def _changed(call: Call, hand: AtHand, item: Item, wish: Wish) -> list[Saying]:
    agenda, changed = hand.agenda.change(item.id, wish, call.who)
    await call.work.agenda.save(agenda)
    await _note(call, "item-changed", hand, changed)
    return [call.reply(Text("agenda-changed", **facts_of(changed)))]


async def _withdrawn(call: Call, hand: AtHand, item: Item) -> list[Saying]:
    agenda, gone = hand.agenda.withdraw(item.id, call.who)
    await call.work.agenda.save(agenda)
    await _note(call, "item-withdrawn", hand, gone)
    return [call.reply(Text("agenda-withdrawn", id=gone.id, title=gone.heading))]


async def _question(call: Call, words: str) -> list[Saying]:
    """Take a resident's item in as a question: what residents ask is dealt with under one standing item."""
    if call.incoming.room.place is not Place.DIRECT:
        raise Refusal("agenda-question-elsewhere")
    words = clean(words)
    if not words:
        raise Refusal("agenda-title-missing")
    signs = look(call, words)
    if Sign.DANGER in signs:
        return await sent_to_112(call)
    refused = await turned_away(call, signs)
    if refused is not None:
        return refused
    return await taken_in(
        call,
        Telling(
            words,
            call.who.user_id,
            call.language,
            category=Category.QUESTION,
            origin=call.origin,
            for_meeting=True,
        ),
    )


async def _note(call: Call, what: str, hand: AtHand, item: Item) -> None:
    await call.work.journal.write(call.now, hand_of(call.who), what, hand.subject(item), item.id)

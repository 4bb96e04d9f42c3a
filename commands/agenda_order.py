"""What the secretary and the chair do with the agenda: its order, late items, and fixing it."""

from commands.arguments import ItemId, Reading, Rest
from commands.at_hand.agenda import at_hand, following, freeze, hand_of
from commands.call import Call
from commands.courses.carrying import carry
from commands.declare import command
from commands.posts.agenda import facts_of
from council.agenda import Agenda
from council.item import DIRECTORS, Item, Part
from council.people import IN_COUNCIL
from council.text import Refusal, Saying, Text

AFTER = frozenset({"after", "efter"})
BEFORE = frozenset({"before", "före", "innan"})
FIRST = frozenset({"first", "först", "överst", "top"})
LAST = frozenset({"last", "sist", "nederst", "bottom"})
NEXT_MEETING = frozenset({"next", "nästa", "later", "senare"})


@command("agenda move", who=DIRECTORS, where=IN_COUNCIL)
async def move_item(call: Call, item: ItemId, to: Rest) -> list[Saying]:
    """Move an item: after or before another, first, last, or to the next meeting."""
    word, _, rest = to.partition(" ")
    word = word.casefold().strip(".,:;")
    if word in NEXT_MEETING:
        return await _postponed(call, item)
    hand = await at_hand(call)
    agenda = _placed(call, hand.agenda, item, word, rest.strip())
    await call.work.agenda.save(agenda)
    moved = agenda.find(item)
    await call.work.journal.write(call.now, hand_of(call.who), "item-moved", hand.subject(moved), moved.id)
    place = 1 + [each.slot for each in agenda.running].index(moved.slot)
    return [call.reply(Text("agenda-moved", place=place, of=len(agenda.running), **facts_of(moved)))]


@command("agenda order", who=DIRECTORS, where=IN_COUNCIL)
async def order_items(call: Call, ids: Rest) -> list[Saying]:
    """Put the named items in the order they are named in."""
    hand = await at_hand(call)
    agenda = hand.agenda.order(_ids(call, ids.replace(",", " ").strip()))
    await call.work.agenda.save(agenda)
    subject = f"agenda:{hand.meeting.number}"
    await call.work.journal.write(call.now, hand_of(call.who), "agenda-ordered", subject)
    order = tuple(Text("agenda-id", id=item.id) for item in agenda.running if item.part is Part.RAISED)
    return [call.reply(Text("agenda-ordered", order=order))]


@command("agenda admit", who=DIRECTORS, where=IN_COUNCIL)
async def admit_item(call: Call, item: ItemId | None = None) -> list[Saying]:
    """Take an item in from the queue after all, to the meeting at hand."""
    hand = await at_hand(call)
    after = await following(call, hand.meeting)
    if after is None or not after.agenda.queue:
        raise Refusal("agenda-queue-empty")
    late = after.agenda.find(item) if item else _only(after.agenda.queue)
    waiting, agenda, admitted = await carry(call.work, late, after.agenda, hand.agenda, queued=False, is_left=False)
    await call.work.agenda.save(agenda)
    await call.work.agenda.save(waiting)
    await call.work.journal.write(call.now, hand_of(call.who), "item-admitted", hand.subject(admitted), admitted.id)
    meets_at = hand.meeting.starts_at
    return [call.reply(Text("agenda-admitted", meets_at=meets_at, raiser=admitted.raiser, **facts_of(admitted)))]


@command("agenda freeze", who=DIRECTORS, where=IN_COUNCIL)
async def freeze_agenda(call: Call) -> list[Saying]:
    """Fix the agenda: ids and order are set, and further items queue for the next meeting."""
    meeting = (await at_hand(call)).meeting
    fixed = await freeze(call.work, meeting, call.charter.plan, call.now)
    await call.work.journal.write(call.now, hand_of(call.who), "agenda-frozen", f"agenda:{meeting.number}")
    items, minutes = len(fixed.agenda.running), fixed.agenda.minutes
    return [call.reply(Text("agenda-frozen", items=items, minutes=minutes, meets_at=meeting.starts_at))]


def _placed(call: Call, agenda: Agenda, item: str, word: str, rest: str) -> Agenda:
    if word in AFTER | BEFORE and rest:
        target, _ = ItemId.read(rest, _reading(call))
        return agenda.place(item, target, after=word in AFTER)
    if word in FIRST | LAST:
        raised = [each for each in agenda.running if each.part is Part.RAISED and each.id != item]
        ends = raised or [agenda.find(item)]
        end = ends[0] if word in FIRST else ends[-1]
        return agenda.place(item, end.id, after=word in LAST)
    raise Refusal("agenda-move-unclear", id=item, example=Text("command-agenda-move.example"))


async def _postponed(call: Call, item_id: str) -> list[Saying]:
    hand = await at_hand(call)
    after = await following(call, hand.meeting)
    if after is None:
        raise Refusal("agenda-closed-for-good")
    item = hand.agenda.find(item_id)
    if item.part is not Part.RAISED:
        raise Refusal("agenda-standing-stays", id=item.id)
    agenda, waiting, _ = await carry(call.work, item, hand.agenda, after.agenda, queued=True)
    await call.work.agenda.save(agenda)
    await call.work.agenda.save(waiting)
    await call.work.journal.write(call.now, hand_of(call.who), "item-postponed", hand.subject(item), item.id)
    return [call.reply(Text("agenda-postponed", id=item.id, title=item.heading, meets_at=after.meeting.starts_at))]


def _only(queue: tuple[Item, ...]) -> Item:
    if len(queue) > 1:
        waiting = tuple(Text("agenda-id", id=each.id) for each in queue)
        raise Refusal("agenda-admit-which", waiting=waiting)
    return queue[0]


def _ids(call: Call, typed: str) -> list[str]:
    ids: list[str] = []
    while typed:
        item, typed = ItemId.read(typed, _reading(call))
        ids.append(item)
    return ids


def _reading(call: Call) -> Reading:
    return Reading(call.now, call.charter.zone, call.language)

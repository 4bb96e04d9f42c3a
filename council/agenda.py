"""The agenda of one meeting: its items, their ids, order and times.

Ids begin anew with each meeting and never change hands: A8 stays A8 when A7 is withdrawn. The standing
items that open a meeting take the first ids; those that close it take theirs when the agenda is frozen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from council.item import DIRECTORS, USUAL_MINUTES, Item, Kind, Part, Wish, fitting, raiser_of
from council.people import Person
from council.standing import TEMPLATE, Standing
from council.text import Refusal, Sharing

MOST_ITEMS = 60


@dataclass(frozen=True)
class Timed:
    """An item and when it begins."""

    item: Item
    starts_at: datetime


@dataclass(frozen=True)
class Agenda:
    """The agenda of one meeting. Every change returns a new one.

    Args:
        meeting: the key of its meeting.
        items: all there ever were, the withdrawn too.
    """

    meeting: str
    items: tuple[Item, ...] = ()
    frozen_at: datetime | None = None

    @classmethod
    def opened(cls, meeting: str, template: tuple[Standing, ...] = TEMPLATE) -> "Agenda":
        """Return the agenda of a meeting just made: its standing items, the opening ones numbered."""
        ordered = sorted(template, key=lambda standing: standing.part is Part.CLOSING)
        return cls(meeting, tuple(_standing_item(slot, each) for slot, each in enumerate(ordered)))

    @property
    def is_frozen(self) -> bool:
        """Whether ids and order are fixed."""
        return self.frozen_at is not None

    @property
    def running(self) -> tuple[Item, ...]:
        """Return what will be dealt with, in order; what closes the meeting is always last."""
        standing = (item for item in self.items if not item.withdrawn)
        return tuple(sorted(standing, key=lambda item: (item.part is Part.CLOSING, item.position, item.slot)))

    @property
    def queue(self) -> tuple[Item, ...]:
        """Return the items that came too late for the meeting before, first come first."""
        waiting = (item for item in self.running if item.queued is not None and item.number is None)
        return tuple(sorted(waiting, key=lambda item: item.queued or 0))

    @property
    def minutes(self) -> int:
        """Return the sum of the items' minutes."""
        return sum(item.minutes for item in self.running)

    def timetable(self, start: datetime) -> tuple[Timed, ...]:
        """Return the items in order with when each begins.

        Args:
            start: when the meeting begins, aware, in UTC.
        """
        timed: list[Timed] = []
        for item in self.running:
            timed.append(Timed(item, start))
            start += timedelta(minutes=item.minutes)
        return tuple(timed)

    def find(self, item_id: str) -> Item:
        """Return an item by what people call it.

        Raises:
            Refusal: there is none of that id, or it has been withdrawn.
        """
        found = next((item for item in self.items if item_id in item.names), None)
        if found is None:
            raise Refusal("agenda-item-unknown", id=item_id)
        if found.withdrawn:
            raise Refusal("agenda-item-withdrawn", id=item_id)
        return found

    def of_origin(self, origin: str) -> Item | None:
        """Return the item that a message made, if it still stands."""
        return next((item for item in self.running if item.origin and item.origin == origin), None)

    def add(self, wish: Wish, who: Person, *, origin: str = "", queued: bool = False) -> tuple["Agenda", Item]:
        """Put an item on the agenda, after those already raised.

        Args:
            wish: what is asked for.
            who: the person who asks.
            origin: the message she asks it in.
            queued: it missed the meeting before, and waits in the queue without a number.

        Raises:
            Refusal: the wish is not `fitting`, or the person may not raise items for that organisation.
        """
        fitting(wish, self.running)
        kind = wish.kind or Kind.DISCUSSION
        item = Item(
            slot=0,
            number=None,
            title=wish.title,
            kind=kind,
            minutes=wish.minutes or USUAL_MINUTES[kind],
            raised_by=raiser_of(wish, who),
            person=who.user_id,
            sharing=wish.sharing or Sharing.OPEN,
            source=wish.source or "",
            origin=origin,
        )
        return _joined(self, item, queued=queued)

    def change(self, item_id: str, wish: Wish, who: Person) -> tuple["Agenda", Item]:
        """Change what the wish names: title, kind, minutes, sharing, source. The id stays.

        Raises:
            Refusal: no such item, not the person's own, or the agenda is fixed.
        """
        item = self._changeable(item_id, who)
        others = [each for each in self.running if each.slot != item.slot]
        fitting(replace(wish, title=wish.title or item.title or item.standing), others)
        changed = replace(
            item,
            title=wish.title or item.title,
            kind=wish.kind or item.kind,
            minutes=wish.minutes or item.minutes,
            sharing=wish.sharing or item.sharing,
            source=wish.source or item.source,
            raised_by=raiser_of(wish, who) if wish.organisation else item.raised_by,
        )
        return self.with_item(changed), changed

    def withdraw(self, item_id: str, who: Person) -> tuple["Agenda", Item]:
        """Take an item off the agenda. Its id is not used again.

        Raises:
            Refusal: no such item, not the person's own, or the agenda is fixed.
        """
        gone = replace(self._changeable(item_id, who), withdrawn=True)
        return self.with_item(gone), gone

    def hand_over(self, item_id: str) -> tuple["Agenda", Item]:
        """Take an item off this agenda because another one has it now."""
        gone = replace(self.find(item_id), withdrawn=True)
        return self.with_item(gone), gone

    def take(self, item: Item, *, queued: bool = False, carried: str = "") -> tuple["Agenda", Item]:
        """Take over an item from another agenda: it keeps all but its id and place.

        Args:
            item: as the other agenda had it.
            queued: it waits in the queue; else it is numbered at once.
            carried: the meeting that it was left over from; an item left over twice keeps the first.

        Raises:
            Refusal: the agenda is full.
        """
        return _joined(self, replace(item, carried=item.carried or carried), queued=queued)

    def supported_by(self, origin: str) -> Item | None:
        """Return the item that a reaction or a message supports, if it does."""
        return next((item for item in self.running if any(each.origin == origin for each in item.support)), None)

    def place(self, item_id: str, target_id: str, *, after: bool) -> "Agenda":
        """Move a raised item to just before or after another.

        Raises:
            Refusal: no such item, it is a standing one, or it would come after what closes the meeting.
        """
        item, target = self.find(item_id), self.find(target_id)
        _movable(item)
        if target.part is Part.CLOSING and after:
            raise Refusal("agenda-after-the-end", id=item_id)
        if target.slot == item.slot:
            return self
        others = [each for each in self.running if each.slot != item.slot]
        index = [each.slot for each in others].index(target.slot)
        return _in_order(self, [*others[: index + after], item, *others[index + after :]])

    def order(self, item_ids: Sequence[str]) -> "Agenda":
        """Put the named items in the order named, in the places they have between them.

        Raises:
            Refusal: no such item, or a standing one.
        """
        named = list({item.slot: item for item in map(self.find, item_ids)}.values())
        for item in named:
            _movable(item)
        slots = {item.slot for item in named}
        turns = iter(named)
        return _in_order(self, [next(turns) if each.slot in slots else each for each in self.running])

    def settled(self) -> "Agenda":
        """Return the agenda with its queue numbered: their meeting has come."""
        agenda = self
        for item in self.queue:
            agenda = agenda.with_item(replace(item, number=_next_number(agenda)))
        return agenda

    def freeze(self, at: datetime) -> "Agenda":
        """Fix the agenda: number the queue and the closing items, and set the order.

        Raises:
            Refusal: it is fixed already.
        """
        if self.is_frozen:
            raise Refusal("agenda-already-frozen")
        agenda = self.settled()
        agenda = _in_order(agenda, agenda.running)
        for item in agenda.running:
            if item.number is None:
                agenda = agenda.with_item(replace(item, number=_next_number(agenda)))
        return replace(agenda, frozen_at=at)

    def thaw(self) -> "Agenda":
        """Return the agenda open again, because its meeting was moved. Ids once given stay."""
        return replace(self, frozen_at=None)

    def with_item(self, item: Item) -> "Agenda":
        """Return the agenda with one item as it is now."""
        return replace(self, items=tuple(item if each.slot == item.slot else each for each in self.items))

    def _changeable(self, item_id: str, who: Person) -> Item:
        item = self.find(item_id)
        if who.holds(DIRECTORS):
            return item
        if not item.is_own_of(who):
            raise Refusal("agenda-item-not-yours", id=item_id)
        if self.is_frozen:
            raise Refusal("agenda-item-frozen", id=item_id)
        return item


def _standing_item(slot: int, standing: Standing) -> Item:
    return Item(
        slot=slot,
        number=None if standing.part is Part.CLOSING else slot + 1,
        title="",
        kind=standing.kind,
        minutes=standing.minutes,
        raised_by=standing.raised_by,
        part=standing.part,
        standing=standing.name,
        position=slot,
    )


def _next_number(agenda: Agenda) -> int:
    return 1 + max((item.number for item in agenda.items if item.number is not None), default=0)


def _next_queued(agenda: Agenda) -> int:
    return 1 + max((item.queued for item in agenda.items if item.queued is not None), default=0)


def _joined(agenda: Agenda, item: Item, *, queued: bool) -> tuple[Agenda, Item]:
    """Return the agenda with one more item, after those already raised; and the item, placed and numbered."""
    if not queued:
        agenda = agenda.settled()
    if len(agenda.running) >= MOST_ITEMS:
        raise Refusal("agenda-full", most=MOST_ITEMS)
    placed = replace(
        item,
        slot=len(agenda.items),
        number=None if queued else _next_number(agenda),
        queued=_next_queued(agenda) if queued else None,
        position=1 + max((each.position for each in agenda.items if each.part is not Part.CLOSING), default=-1),
        withdrawn=False,
    )
    return replace(agenda, items=(*agenda.items, placed)), placed


def _in_order(agenda: Agenda, items: Sequence[Item]) -> Agenda:
    for position, item in enumerate(items):
        agenda = agenda.with_item(replace(item, position=position))
    return agenda


def _movable(item: Item) -> None:
    if item.part is not Part.RAISED:
        raise Refusal("agenda-standing-stays", id=item.id)

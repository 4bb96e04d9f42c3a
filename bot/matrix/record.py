"""A batch's own bookkeeping, in the transaction of its effects: rooms, replays, and how far we have read."""

from dataclasses import replace
from datetime import datetime

from bot.matrix.batch import Arrived, Batch, Change, Doubt, Kind, RoomChange, Seal
from council.people import Place
from storage.unread import Unread
from storage.work import Work


async def record(work: Work, batch: Batch, now: datetime) -> Batch:
    """Store what a batch says of rooms and devices, and its token; commit nothing.

    Call it first in the transaction, so that the rooms of the batch's events are there.

    Returns:
        the batch to act on: a message whose ciphertext was delivered before as another event is now in doubt.
    """
    for change in batch.rooms:
        await _apply(work, change, now)
    await work.sync.save(batch.next_batch)
    if batch.age:
        await work.devices.grow(batch.age)
    await work.unread.forget(batch.cleared)
    await _keep_unreadable(work, batch.events, now)
    return replace(batch, events=await _without_replays(work, batch.events))


async def _apply(work: Work, change: RoomChange, now: datetime) -> None:
    place = change.place or Place.DIRECT
    person = change.user if place is Place.DIRECT else None
    match change.kind:
        case Change.INVITED:
            await work.rooms.invite(change.room_id, place, now, person=person)
        case Change.JOINED:
            await work.rooms.enter(change.room_id, place, now, person=person)
        case Change.ENCRYPTED:
            await work.rooms.encrypt(change.room_id)
        case Change.LEFT | Change.CROWDED:
            await work.rooms.leave(change.room_id, now)
        case Change.CLOSED:
            assert change.replacement is not None
            await work.rooms.close(change.room_id, change.replacement)
        case Change.MOVED:
            assert change.replacement is not None
            await work.rooms.move(change.room_id, change.replacement, now)
        case Change.MEMBER:
            pass


async def _keep_unreadable(work: Work, events: tuple[Arrived, ...], now: datetime) -> None:
    unreadable = [each for each in events if each.kind is Kind.UNREADABLE and each.raw is not None]
    rooms = await work.rooms.by_matrix_ids({each.room_id for each in unreadable}) if unreadable else {}
    for each in unreadable:
        if each.room_id in rooms:
            unread = Unread(each.room_id, dict(each.raw or {}))
            await work.unread.add(each.event, rooms[each.room_id].number, unread, now)


async def _without_replays(work: Work, events: tuple[Arrived, ...]) -> tuple[Arrived, ...]:
    first: dict[Seal, str] = {}
    for event in events:
        if event.seal is not None and event.doubt is None:
            first.setdefault(event.seal, event.event)
    if not first:
        return events
    seen = {
        (seal.sender_key, seal.session_id, seal.index): work.vault.name("event", event) for seal, event in first.items()
    }
    good = await work.devices.first_seen(seen)

    def judged(event: Arrived) -> Arrived:
        seal = event.seal
        if seal is None or event.doubt is not None:
            return event
        fresh = (seal.sender_key, seal.session_id, seal.index) in good and first[seal] == event.event
        return event if fresh else replace(event, doubt=Doubt.REPLAYED)

    return tuple(judged(event) for event in events)

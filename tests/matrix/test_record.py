"""A batch's own bookkeeping: rooms keep their number, a replay is found out, all or nothing."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.matrix.batch import Arrived, Batch, Change, Doubt, Kind, RoomChange, Seal
from bot.matrix.record import record
from council.people import Place, Room
from storage.database import Database
from storage.devices import OwnDevice, Pin
from tests.matrix.house import COUNCIL, make_database

NOW = datetime(2026, 3, 24, 11, tzinfo=UTC)
ROOM, ANNA = "!room:town", "@anna:town"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await make_database(tmp_path)
    yield database
    await database.close()


async def keep(database: Database, *changes: RoomChange, events: tuple[Arrived, ...] = ()) -> Batch:
    async with database.work(COUNCIL) as work:
        return await record(work, Batch("s1", changes, events), NOW)


async def room_at(database: Database, matrix_id: str) -> Room | None:
    async with database.work(COUNCIL) as work:
        return await work.rooms.at(matrix_id)


def joined(room_id: str = ROOM, place: Place = Place.COUNCIL, user: str | None = None) -> RoomChange:
    return RoomChange(room_id, Change.JOINED, user, place=place)


def sealed(event: str, index: int, session: str = "session", doubt: Doubt | None = None) -> Arrived:
    return Arrived(
        event, ROOM, ANNA, 0, Kind.MESSAGE, "!approve", encrypted=True, seal=Seal("key", session, index), doubt=doubt
    )


async def test_the_token_is_kept_with_what_it_covers(database: Database) -> None:
    await keep(database, joined())

    async def fail() -> None:
        async with database.work(COUNCIL) as work:
            await record(work, Batch("s2", (RoomChange(ROOM, Change.LEFT),)), NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with database.work(COUNCIL) as work:
        assert await work.sync.token() == "s1"
        assert await work.rooms.at(ROOM) is not None


async def test_a_room_is_never_decrypted_again(database: Database) -> None:
    await keep(database, joined(), RoomChange(ROOM, Change.ENCRYPTED))
    await keep(database, RoomChange(ROOM, Change.LEFT))
    await keep(database, joined())

    room = await room_at(database, ROOM)
    assert room is not None
    assert room.encrypted


async def test_a_room_keeps_its_number_through_an_upgrade(database: Database) -> None:
    await keep(database, joined(), RoomChange(ROOM, Change.ENCRYPTED))
    before = await room_at(database, ROOM)
    await keep(database, RoomChange(ROOM, Change.CLOSED, replacement="!new:town"))
    await keep(database, joined("!new:town"), RoomChange(ROOM, Change.MOVED, replacement="!new:town"))
    after = await room_at(database, "!new:town")

    assert before is not None
    assert after is not None
    assert (after.number, after.encrypted, after.place) == (before.number, True, Place.COUNCIL)
    assert await room_at(database, ROOM) is None


async def test_an_invitation_is_kept_until_it_is_decided(database: Database) -> None:
    invited = RoomChange(ROOM, Change.INVITED, ANNA, place=Place.DIRECT)
    await keep(database, invited)
    async with database.work(COUNCIL) as work:
        waiting = [(each.state, each.room.person) for each in await work.rooms.standings()]
    await keep(database, RoomChange(ROOM, Change.LEFT))
    async with database.work(COUNCIL) as work:
        left = await work.rooms.standings()

    assert waiting == [("invited", ANNA)]
    assert left == []


async def test_the_same_message_of_a_session_as_another_event_is_a_replay(database: Database) -> None:
    first = await keep(database, events=(sealed("$1", 0), sealed("$2", 1)))
    second = await keep(database, events=(sealed("$3", 0), sealed("$4", 2), sealed("$5", 0, session="other")))

    assert [each.doubt for each in first.events] == [None, None]
    assert [each.doubt for each in second.events] == [Doubt.REPLAYED, None, None]


async def test_the_same_event_delivered_again_is_no_replay(database: Database) -> None:
    await keep(database, events=(sealed("$1", 0),))

    again = await keep(database, events=(sealed("$1", 0),))

    assert [each.doubt for each in again.events] == [None]


async def test_a_replay_within_one_batch_is_found_and_the_first_one_stands(database: Database) -> None:
    batch = await keep(database, events=(sealed("$1", 0), sealed("$2", 0)))

    assert [each.doubt for each in batch.events] == [None, Doubt.REPLAYED]


async def test_an_event_in_doubt_cannot_make_a_replay_of_the_true_one(database: Database) -> None:
    batch = await keep(database, events=(sealed("$1", 0, doubt=Doubt.UNKNOWN_DEVICE), sealed("$2", 0)))

    assert [each.doubt for each in batch.events] == [Doubt.UNKNOWN_DEVICE, None]


async def test_a_thousand_messages_are_noted_at_once(database: Database) -> None:
    many = tuple(sealed(f"${number}", number) for number in range(1000))

    assert {each.doubt for each in (await keep(database, events=many)).events} == {None}
    assert {each.doubt for each in (await keep(database, events=many)).events} == {None}


async def test_pins_are_kept_for_each_person(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        await work.devices.pin(Pin(ANNA, "one", "PHONE", "master"), NOW)
        await work.devices.pin(Pin(ANNA, "two"), NOW)
        await work.devices.pin(Pin("@bertil:town", "three", confirmed=False), NOW)
        await work.devices.unpin(ANNA, "two")

        assert await work.devices.pins(ANNA) == [Pin(ANNA, "one", "PHONE", "master")]
        assert await work.devices.pins("@nobody:town") == []
        assert [pin.user_id for pin in await work.devices.unconfirmed()] == ["@bertil:town"]


async def test_our_own_device_only_ever_grows_older(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        assert await work.devices.own() is None
        await work.devices.be(OwnDevice("D1", "print", "master", 5))
        await work.devices.grow(9)
        await work.devices.grow(7)

    async with database.work(COUNCIL) as work:
        assert await work.devices.own() == OwnDevice("D1", "print", "master", 9)

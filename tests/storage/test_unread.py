"""What could not be read yet is kept under seal, once, and its room is told once."""

from datetime import UTC, datetime, timedelta

from storage.database import Database
from storage.unread import Unread, UnreadRow

NOW = datetime(2026, 3, 24, 12, tzinfo=UTC)
MESSAGE = Unread("!room:town", {"event_id": "$1", "content": {"ciphertext": "secret"}})


async def test_a_message_waits_until_it_is_forgotten(database: Database) -> None:
    async with database.work("test") as work:
        for _ in range(2):
            await work.unread.add("$1", 7, MESSAGE, NOW)
    async with database.work("test") as work:
        assert await work.unread.waiting() == [MESSAGE]
        await work.unread.forget(["$1"])
        assert await work.unread.waiting() == []
        assert await work.unread.count() == 0


async def test_neither_its_words_nor_its_event_can_be_read_from_the_table(database: Database) -> None:
    async with database.work("test") as work:
        await work.unread.add("$1", 7, MESSAGE, NOW)
        await work.session.flush()
        row = await work.session.get(UnreadRow, ("test", work.vault.name("event", "$1")))

    assert row is not None
    assert row.content is not None
    assert b"secret" not in row.content


async def test_what_is_given_up_waits_no_longer_and_its_room_is_told(database: Database) -> None:
    async with database.work("test") as work:
        await work.unread.add("$1", 7, MESSAGE, NOW)
        assert not await work.unread.is_told(7, NOW - timedelta(days=1))
        await work.unread.give_up("$1", NOW)

        assert await work.unread.waiting() == []
        assert await work.unread.is_told(7, NOW - timedelta(days=1))
        assert not await work.unread.is_told(8, NOW - timedelta(days=1))
        await work.unread.prune(NOW + timedelta(days=1))
        assert not await work.unread.is_told(7, NOW - timedelta(days=1))

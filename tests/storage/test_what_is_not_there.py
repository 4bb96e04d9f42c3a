"""What is not there, or another council's, is left alone; what does not fit is refused and nothing is half done."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import create_async_engine

from council.people import Place
from council.picture import Awaited
from council.text import Refusal
from storage.copying import NotCopied, copy
from storage.database import Database
from storage.migrate import Form, form_of, migrate
from storage.proposals import Proposal
from storage.seal import Vault
from storage.soundness import damage
from tests.engines import MASTER
from tests.town import ANNA, NOON, Town

COUNCIL, OTHER = "lindvassa", "solvik"


# Rooms


async def test_a_room_that_is_not_known_is_neither_left_nor_moved_nor_encrypted(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        await work.rooms.leave("!none:town", NOON)
        await work.rooms.encrypt("!none:town")
        await work.rooms.close("!none:town", "!next:town")
        await work.rooms.move("!none:town", "!next:town", NOON)

    async with database.work(COUNCIL) as work:
        assert await work.rooms.standings() == []


async def test_a_language_is_chosen_in_the_councils_own_rooms_only(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        room = await work.rooms.enter("!open:town", Place.OPEN, NOON)
    async with database.work(OTHER) as work:
        await work.rooms.set_language(room.number, "fi")
        await work.rooms.set_language(room.number + 100, "fi")

    async with database.work(COUNCIL) as work:
        ((kept,),) = [await work.rooms.joined()]
    assert kept.language is None


async def test_an_invitation_that_has_lapsed_is_forgotten_and_a_room_that_was_left_is_not(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        await work.rooms.invite("!asked:town", Place.DIRECT, NOON, person=ANNA)
        await work.rooms.enter("!left:town", Place.OPEN, NOON)
        for room_id in ("!asked:town", "!left:town"):
            await work.rooms.leave(room_id, NOON)

    async with database.work(COUNCIL) as work:
        (kept,) = await work.rooms.standings()
    assert (kept.room.matrix_id, kept.state) == ("!left:town", "left")


# Proposals


async def test_a_change_that_was_proposed_twice_is_withdrawn_and_others_stay(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        for change in ({"day": 1}, {"day": 1}, {"day": 2}):
            await work.proposals.add(0, Proposal(0, "series", ANNA, change, NOON))
        await work.proposals.withdraw("series", {"day": 1})

    async with database.work(COUNCIL) as work:
        left = await work.proposals.waiting_for(ANNA, NOON)
        assert left is not None
        kept = await work.proposals.take(left, ANNA, NOON)
    assert kept is not None
    assert kept.change == {"day": 2}


# A database as a whole


async def test_databases_of_two_versions_are_not_copied_into_each_other(town: Town, bare_url: str) -> None:
    await town.settle_in()
    target = Database(bare_url, town.database.vault)
    await migrate(target, to="0001")

    with pytest.raises(NotCopied, match="not of the same version"):
        await copy(town.database, target)
    await target.close()


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_rows_that_point_at_nothing_are_damage(bare_url: str) -> None:
    engine = create_async_engine(bare_url.replace("sqlite://", "sqlite+aiosqlite://"))
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE meetings (id INTEGER PRIMARY KEY)"))
        await connection.execute(text("CREATE TABLE items (meeting INTEGER REFERENCES meetings (id))"))
        await connection.execute(text("INSERT INTO items VALUES (7)"))
        found = await damage(connection)
    await engine.dispose()

    assert found == ["items: rows that point at nothing"]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_copy_that_does_not_read_as_it_was_written_is_not_kept(town: Town, bare_url: str) -> None:
    await town.settle_in()
    target = Database(bare_url, town.database.vault)
    await migrate(target)
    async with target.engine.begin() as connection:
        await connection.execute(
            text("CREATE TRIGGER meddles AFTER INSERT ON people BEGIN UPDATE people SET organisation = 'POL'; END")
        )

    with pytest.raises(NotCopied, match="what was read back from people is not what was written"):
        await copy(town.database, target)

    async with target.engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM people"))).scalar_one() == 0
    await target.close()


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_database_with_rows_that_point_at_nothing_is_not_brought_up_to_date(
    bare_url: str,
) -> None:
    database = Database(bare_url, Vault(MASTER))
    await migrate(database, to="0001")
    file = bare_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as broken:
        broken.execute("CREATE TABLE stray (meeting INTEGER REFERENCES rooms (number))")
        broken.execute("INSERT INTO stray VALUES (4711)")
        broken.commit()

    with pytest.raises(RuntimeError, match="rows that point at nothing; nothing was changed"):
        await migrate(database)

    async with database.engine.connect() as connection:
        assert await form_of(connection) is Form.OLDER
        assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar_one() == 1
    await database.close()


def test_a_master_secret_that_is_too_short_is_none() -> None:
    with pytest.raises(ValueError, match="fewer than 32 bytes"):
        Vault(b"a short one")


async def test_a_moment_without_a_zone_is_not_stored(database: Database) -> None:
    with pytest.raises(StatementError, match="a moment without a zone is never stored"):
        async with database.work(COUNCIL) as work:
            await work.rooms.enter("!open:town", Place.OPEN, NOON.replace(tzinfo=None))

    async with database.work(COUNCIL) as work:
        assert await work.rooms.standings() == []


# One thing of many


async def test_what_there_is_not_is_told_or_nothing(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        with pytest.raises(Refusal) as told:
            await work.decisions.get(7)
        gone = Awaited(7, ANNA, {"mxc": "mxc://town/1"}, NOON)
        kept = await work.pictures.keep(gone, b"a picture that its sender has taken back")
        taken = await work.claims.take([], NOON)
        disposed = await work.journal.dispose(NOON)
        await work.devices.unpin(ANNA, "a device that nobody was known by")
        await work.reporters.ask(ANNA, 7, "answered")

    assert (told.value.text.key, told.value.text.facts) == ("decision-unknown", {"id": "D7"})
    assert (kept, taken, disposed) == (False, set(), 0)
    async with database.work(COUNCIL) as work:
        assert await work.pictures.of(7) == []
        assert not await work.reporters.has_raised(ANNA, 7)

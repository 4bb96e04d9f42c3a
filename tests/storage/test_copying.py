"""Everything goes over from one engine to the other, is counted and compared, and the numbers go on."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from storage.copying import NotCopied, Tally, copy, prepare, reading, tables, tally
from storage.database import Database
from storage.failing import told_by
from storage.migrate import migrate, revision
from storage.seal import Vault
from tests.engines import MASTER
from tests.town import ANNA, CHARTER, NOON, POL, SECRETARY, Town


@pytest.fixture
async def target(bare_url: str) -> AsyncIterator[Database]:
    """Another database, with tables and nothing in them, on each engine in turn."""
    database = Database(bare_url, Vault(MASTER))
    await migrate(database)
    yield database
    await database.close()


async def counted(database: Database) -> dict[str, Tally]:
    async with reading(database) as connection:
        return {table.name: await tally(connection, table) for table in tables()}


async def _a_full_house(town: Town) -> None:
    await town.becomes(NOON)
    await town.says(ANNA, "!concern Three lamps are out in the tunnel")
    await town.says(SECRETARY, "!case assign 31 TRAF")
    await town.says(POL, "!agenda add Lighting (decision, 10 min)")


async def test_a_copy_holds_the_same_rows_and_is_gone_on_with(town: Town, target: Database) -> None:
    await _a_full_house(town)
    told: list[tuple[str, int]] = []

    tallies = await copy(town.database, target, lambda table, rows: told.append((table, rows)))

    assert await counted(target) == tallies == await counted(town.database)
    assert dict(told)["cases"] == 1
    elsewhere = Town(target, CHARTER, town.clock)
    assert len(await elsewhere.hears()) == len(await town.hears()) > 0
    town.clock.time += timedelta(hours=1)
    await elsewhere.says(SECRETARY, "!case answer 31 They are mended.", event="$later")
    assert any("They are mended." in said for _, said in await elsewhere.hears())
    async with target.work("lindvassa") as work:
        assert await work.journal.faults() == []


async def test_a_target_that_holds_something_is_left_alone(town: Town, target: Database) -> None:
    await _a_full_house(town)
    await copy(town.database, target)
    before = await counted(target)

    with pytest.raises(NotCopied, match="holds something already"):
        await copy(town.database, target)

    assert await counted(target) == before


async def test_a_copy_that_is_cut_short_leaves_nothing(town: Town, target: Database) -> None:
    await _a_full_house(town)

    def cut(table: str, _rows: int) -> None:
        if table == "outbox":
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await copy(town.database, target, cut)

    assert {tally.rows for tally in (await counted(target)).values()} == {0}
    await copy(town.database, target)


async def test_another_programs_database_is_not_touched(bare_url: str) -> None:
    database = Database(bare_url, Vault(MASTER))
    async with database.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE letters (words text)"))
        await connection.execute(text("INSERT INTO letters VALUES ('somebody else''s')"))

    with pytest.raises(NotCopied, match=r"holds something already \(in letters\)"):
        await prepare(database)

    async with database.engine.connect() as connection:
        assert await connection.run_sync(lambda sync: inspect(sync).get_table_names()) == ["letters"]
    await database.close()


async def test_an_older_database_that_holds_something_is_not_brought_up_to_date(bare_url: str) -> None:
    database = Database(bare_url, Vault(MASTER))
    await migrate(database, to="0019")
    async with database.work("lindvassa") as work:
        await work.councils.save({}, NOON)

    with pytest.raises(NotCopied, match=r"holds something already \(in councils\)"):
        await prepare(database)

    async with database.engine.connect() as connection:
        assert await connection.run_sync(revision) == "0019"
    await database.close()


@pytest.mark.postgres
async def test_what_a_server_refuses_is_told_without_what_it_holds(postgres: str) -> None:
    async def refused(url: str, statement: str) -> str:
        database = Database(url, Vault(MASTER))
        with pytest.raises(DBAPIError) as caught:
            async with database.engine.begin() as connection:
                await connection.execute(text(statement))
        await database.close()
        return told_by(caught.value)

    nowhere = postgres.replace("/postgres?", "/nowhere?")
    assert await refused(nowhere, "SELECT 1") == 'database "nowhere" does not exist'
    assert await refused(postgres, "SELECT nothing") == 'column "nothing" does not exist'
    assert await refused(postgres, "SELECT CAST('a secret' AS integer)") == "Error"

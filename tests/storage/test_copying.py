"""Everything goes over from one engine to the other, is counted and compared, and the numbers go on."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage.copying import NotCopied, Tally, copy, reading, tables, tally
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault
from tests.engines import MASTER
from tests.town import ANNA, CHARTER, POL, SECRETARY, Town


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

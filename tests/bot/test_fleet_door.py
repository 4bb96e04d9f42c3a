"""What wants a PostgreSQL for itself finds the bots at work with it, of any folder, and lets none in meanwhile."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.db_commands import copied
from bot.fleet.door import closed_to_others
from bot.fleet.place import place_of
from bot.premises import AlreadyRunning
from storage.copying import prepare
from storage.database import Database
from storage.tenures import ENTRY, Process, Tenures
from tests.site import VAULT, Site

pytestmark = [pytest.mark.postgres, pytest.mark.parametrize("bare_url", ["postgresql"], indirect=True)]
ELSEWHERE = Process("e" * 32, 4711, "machine", "machine:another-folder")
LAPSE = timedelta(seconds=30)


async def test_a_database_is_not_copied_while_a_bot_of_another_data_folder_works_with_it(site: Site) -> None:
    await Tenures(site.database).enter(ELSEWHERE, alone=True, lapse=LAPSE)
    target = f"sqlite:///{site.folder / 'copy.db'}"

    with pytest.raises(AlreadyRunning, match="process 4711 on machine"):
        await copied(site.settings, target)

    copy = Database(target, VAULT)
    await prepare(copy)
    await copy.close()


async def test_what_is_left_of_a_process_that_was_killed_in_this_folder_does_not_hinder(site: Site) -> None:
    killed = replace(ELSEWHERE, place=place_of(site.data))
    await Tenures(site.database).enter(killed, alone=True, lapse=LAPSE)

    await copied(site.settings, f"sqlite:///{site.folder / 'copy.db'}")

    assert (site.folder / "copy.db").stat().st_size > 0


async def test_nobody_comes_in_until_it_is_over(site: Site) -> None:
    async with closed_to_others(site.database, site.data):
        assert not await _is_open(site.database)

    assert await _is_open(site.database)


async def test_a_database_without_tables_has_nobody_in_it(bare_url: str, tmp_path: Path) -> None:
    bare = Database(bare_url, VAULT)

    async with closed_to_others(bare, tmp_path):
        assert not await _is_open(bare)

    await bare.close()


async def _is_open(database: Database) -> bool:
    async with database.engine.begin() as connection:
        return bool(await connection.scalar(select(func.pg_try_advisory_xact_lock(ENTRY))))

"""An upgrade takes a copy first; an older program refuses a newer database, and a set from before brings one back."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.sets.restoring import restore
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault
from tests.site import MASTER, ROOT, SECRETS, Site, settings_in

ONE_FILE = pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)


def step_of(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        ((step,),) = connection.execute("SELECT version_num FROM alembic_version")
    return str(step)


async def test_an_old_database_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "site")
    settings.data_dir.mkdir(mode=0o700)
    database = Database(settings.database_url, Vault(MASTER.encode()))
    await migrate(database, to="0001")

    assert await migrate(database, settings.data_dir / "backups")
    assert not await migrate(database, settings.data_dir / "backups")
    await database.close()

    (copy,) = (settings.data_dir / "backups").iterdir()
    assert copy.name.startswith("radslag-before-0001-")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert step_of(copy) == "0001"
    assert step_of(settings.data_dir / "radslag.db") > "0001"


@pytest.mark.slow
@ONE_FILE
async def test_an_older_program_leaves_a_newer_database_alone_and_says_what_to_do(site: Site) -> None:
    file = await newer(site)
    before = file.read_bytes()

    code, said = await to_the_end(site)

    assert code == 2
    assert said.startswith("Not started: the database is at step 9999, which this version does not know. Install")
    assert said.count("\n") == 1
    assert file.read_bytes() == before


@ONE_FILE
async def test_going_back_is_restoring_the_set_from_before(site: Site) -> None:
    made = await site.make()
    file = await newer(site)

    done = await restore(site.settings, made.file, site.keyring(made), site.town.clock.now(), afresh=False)

    assert done.put_aside is not None
    assert step_of(done.put_aside) == "9999"
    assert step_of(file) != "9999"
    async with site.database.work("lindvassa") as work:
        assert [case.number for case in await work.cases.all()] == [31]


async def newer(site: Site) -> Path:
    """Make the database one of a newer program, as far as this one can tell; return its file."""
    await site.database.close()
    file = site.settings.database_file
    assert file is not None
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


async def to_the_end(site: Site) -> tuple[int, str]:
    """Run the process until it ends by itself; return its exit code and what it said."""
    command = [sys.executable, "-m", "bot", "run", "-c", str(site.folder / "config.yaml")]
    ran = await asyncio.to_thread(
        subprocess.run, command, cwd=ROOT, env={**os.environ, **SECRETS}, capture_output=True, text=True, timeout=60
    )
    return ran.returncode, ran.stderr

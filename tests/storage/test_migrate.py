"""A database is brought up to date step by step, after a backup, or left alone."""

import stat
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, bindparam, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.migrate import NewerDatabase, head, load_tables, migrate
from storage.schema import Table, Utc
from storage.seal import Vault
from tests.engines import MASTER
from tests.town import NOON


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any table."""
    database = Database(f"sqlite:///{tmp_path / 'radslag.db'}", Vault(MASTER))
    yield database
    await database.close()


async def test_the_steps_lead_to_the_tables_that_the_code_knows(empty: Database) -> None:
    assert await migrate(empty)

    def differences(connection: Connection) -> list[object]:
        load_tables()
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Table.metadata))

    async with empty.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_database_that_is_up_to_date_is_left_alone(empty: Database, tmp_path: Path) -> None:
    await migrate(empty, tmp_path / "backups")

    assert not await migrate(empty, tmp_path / "backups")
    assert not (tmp_path / "backups").exists()


def test_the_last_step_by_its_files_name_is_the_one_that_the_steps_lead_to() -> None:
    config = Config()
    config.set_main_option("script_location", str(files("storage") / "migrations"))

    assert ScriptDirectory.from_config(config).get_current_head() == head()


async def test_an_older_database_is_copied_before_it_is_changed(
    empty: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await migrate(empty)
    monkeypatch.setattr("storage.migrate.revision", lambda connection: "0000")
    monkeypatch.setattr("storage.migrate._is_known", lambda step: True)

    await migrate(empty, tmp_path / "backups")

    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.read_bytes().startswith(b"SQLite format 3")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


async def test_a_newer_database_is_refused_and_not_touched(empty: Database) -> None:
    await migrate(empty)
    async with empty.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerDatabase, match="9999"):
        await migrate(empty)


@pytest.fixture
async def unmade(bare_url: str) -> AsyncIterator[Database]:
    """A database without any table, on each engine in turn."""
    database = Database(bare_url, Vault(MASTER))
    yield database
    await database.close()


async def test_a_journal_written_before_there_were_seals_is_linked_in_its_order(unmade: Database) -> None:
    await migrate(unmade, to="0007")
    entry = "INSERT INTO journal (council, at, who, what, subject) VALUES ('lindvassa', :at, 'SDF', :what, 'case:1')"
    async with unmade.engine.begin() as connection:
        for what in ("case-assigned", "case-answered"):
            await connection.execute(text(entry).bindparams(bindparam("at", NOON, Utc()), what=what))

    await migrate(unmade)

    async with unmade.work("lindvassa") as work:
        assert await work.journal.faults() == []
        assert [(each.what, each.at) for each in await work.journal.about("case:1")] == [
            ("case-assigned", NOON),
            ("case-answered", NOON),
        ]
        await work.journal.write(NOON, "SDF", "case-closed", "case:1")
    async with unmade.work("lindvassa") as work:
        assert await work.journal.faults() == []
    with pytest.raises(DBAPIError, match="only added to"):
        async with unmade.engine.begin() as connection:
            await connection.execute(text("DELETE FROM journal"))

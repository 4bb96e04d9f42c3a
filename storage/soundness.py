"""Whether a database is whole, as far as it can tell by itself."""

import sqlite3

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database

MOST_TOLD = 3
ASKED_FOR_VERSION = {"sqlite": "SELECT sqlite_version()", "postgresql": "SHOW server_version"}
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Damaged(Exception):
    """The file is no whole database any more."""


async def look_through(database: Database) -> None:
    """Read every page and every index of a file of SQLite before anything is done by what it says.

    A page that a failing disk has changed may hide that something was done, and then it would be done again.

    Raises:
        Damaged: something does not fit together.
    """
    try:
        async with database.engine.connect() as connection:
            found = await damage(connection)
    except (sqlite3.DatabaseError, DBAPIError) as trouble:
        code = getattr(getattr(trouble, "orig", trouble), "sqlite_errorcode", None)
        if isinstance(code, int) and code & 0xFF in BROKEN:
            raise Damaged from trouble
        raise
    if found:
        raise Damaged


async def damage(connection: AsyncConnection) -> list[str]:
    """Return what is wrong with an SQLite file, in SQLite's words; nothing if all is well.

    PostgreSQL looks after its own pages and is asked nothing.
    """
    if connection.dialect.name != "sqlite":
        return []
    found = [str(row[0]) for row in await connection.execute(text(f"PRAGMA integrity_check({MOST_TOLD})"))]
    orphans = {str(row[0]) for row in await connection.execute(text("PRAGMA foreign_key_check"))}
    pointing = [f"{table}: rows that point at nothing" for table in sorted(orphans)]
    return [each for each in found if each != "ok"] + pointing


async def engine_version(connection: AsyncConnection) -> str:
    """Return what holds the data: SQLite or PostgreSQL, and its version."""
    engine = connection.dialect.name
    version = (await connection.execute(text(ASKED_FOR_VERSION[engine]))).scalar_one()
    return f"{NAMES[engine]} {version}"

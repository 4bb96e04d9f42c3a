"""Whether a database is whole, as far as it can tell by itself."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

MOST_TOLD = 3
ASKED_FOR_VERSION = {"sqlite": "SELECT sqlite_version()", "postgresql": "SHOW server_version"}
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


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

"""Brings a database to the form this code knows, after a backup. A newer one is refused."""

import importlib
import pkgutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from enum import Enum
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

import storage
from storage.database import Database

UPGRADE = 7_205_760
"""Names the lock under which PostgreSQL is brought up to date."""


class NewerDatabase(Exception):
    """The database was made by a newer version of this program."""


class Form(Enum):
    """How the form of a database stands to the one that this code knows."""

    NONE = "none"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


async def form_of(connection: AsyncConnection) -> Form:
    """Say in what form a database is; nothing is changed."""
    here = await connection.run_sync(revision)
    if here is None:
        return Form.NONE
    if here == head():
        return Form.CURRENT
    return Form.OLDER if _is_known(here) else Form.NEWER


async def migrate(database: Database, backups: Path | None = None, *, to: str = "head") -> bool:
    """Bring the database up to date; say whether anything had to be done.

    Args:
        backups: where a copy of an SQLite file goes before it is changed.
        to: the step to stop at.

    Raises:
        NewerDatabase: this code is older than the database; nothing was changed.
    """
    load_tables()
    async with database.engine.connect() as connection:
        here = await connection.run_sync(revision)
        await connection.rollback()
    if here == head():
        return False
    if here and not _is_known(here):
        raise NewerDatabase(f"the database is at step {here}, which this version does not know")
    if here and database.is_sqlite and database.url.database and backups:
        _back_up(Path(database.url.database), backups, here)
    async with database.engine.connect() as connection:
        await _upgrade(connection, to, is_sqlite=database.is_sqlite)
    return True


def head() -> str:
    """Return the last step there is, by the names of their files."""
    steps = (files("storage") / "migrations" / "versions").iterdir()
    return max(step.name[:4] for step in steps if step.name[:4].isdigit())


def load_tables() -> None:
    """Import every module of storage, so that all tables are known."""
    for module in pkgutil.iter_modules(storage.__path__):
        if module.name not in ("migrations", "migrate", "steps"):
            importlib.import_module(f"storage.{module.name}")


async def _upgrade(connection: AsyncConnection, to: str, *, is_sqlite: bool) -> None:
    from storage.steps import take  # noqa: PLC0415 - heavy, and at most starts there is no step to take

    if is_sqlite:
        # Batch mode rebuilds tables: with foreign keys on, that deletes the rows that point at them.
        await connection.run_sync(lambda sync: _pragma(sync, "foreign_keys=OFF"))
    try:
        # A transaction of ours: left to itself, Alembic commits each step on SQLite before anything is looked at.
        async with connection.begin():
            if not is_sqlite:
                # Several processes may start at once: those that come later find it done.
                await connection.execute(select(func.pg_advisory_xact_lock(UPGRADE)))
            await connection.run_sync(take, to)
            if is_sqlite and (await connection.execute(text("PRAGMA foreign_key_check"))).first():
                raise RuntimeError("the migration would have left rows that point at nothing; nothing was changed")
    finally:
        if is_sqlite:
            await connection.run_sync(lambda sync: _pragma(sync, "foreign_keys=ON"))


def _pragma(connection: Connection, setting: str) -> None:
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _is_known(step: str) -> bool:
    from storage.steps import is_known  # noqa: PLC0415 - heavy, and at most starts it is the last

    return is_known(step)


def revision(connection: Connection) -> str | None:
    """Return the step that a database is at, or None if it has no tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    step: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return step


def _back_up(path: Path, backups: Path, revision: str) -> None:
    backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = backups / f"{path.stem}-before-{revision}-{stamp}.db"
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)

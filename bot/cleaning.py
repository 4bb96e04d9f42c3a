"""Takes what was destroyed by decision out of every file, so that nothing is left to be found in any."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from bot.settings import Settings
from storage.case_keys import CaseKeyRow
from storage.database import Database
from storage.reporters import ReporterRow

KEPT = {"case_keys": ("council", "case_number"), "reporters": ("council", "case_number", "contact")}
"""What makes words and people readable, and what names a row of it."""


class Cleaner:
    """The files of one installation."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database

    async def __call__(self, now: datetime) -> bool:
        """Clean every file; say whether that could be done: not while somebody is reading the database."""
        if not await self._database.truncate_log():
            return False
        from bot.sets.making import renew_keyring  # noqa: PLC0415 - heavy, and seldom needed

        await renew_keyring(self._settings, self._database, now)
        async with self._database.engine.connect() as connection:
            keys = await connection.execute(select(CaseKeyRow.council, CaseKeyRow.case))
            people = await connection.execute(select(ReporterRow.council, ReporterRow.case, ReporterRow.contact))
            living = {"case_keys": {tuple(row) for row in keys}, "reporters": {tuple(row) for row in people}}
            await connection.rollback()
        for copy in self._copies():
            await asyncio.to_thread(_take_out, copy, living)
        return True

    def _copies(self) -> list[Path]:
        """Return the unsealed copies of the database: from before an upgrade, and put aside by a restoration."""
        folder = self._settings.data_dir
        return sorted([*(folder / "backups").glob("*.db"), *folder.glob("*.db.replaced")])


def _take_out(copy: Path, living: dict[str, set[tuple[object, ...]]]) -> None:
    """Take out of a copy the keys and people that the database knows no more."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        for table, names in KEPT.items():
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                row = ", ".join(names)
                there = set(connection.execute(f"SELECT {row} FROM {table}"))  # noqa: S608 - names of our own
                which = " AND ".join(f"{name} = ?" for name in names)
                connection.executemany(f"DELETE FROM {table} WHERE {which}", there - living[table])  # noqa: S608
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")

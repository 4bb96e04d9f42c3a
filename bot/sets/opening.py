"""Opening a set and making sure that it is whole: each file, each table, each journal, and a key for each case."""

import asyncio
import re
import sqlite3
import tarfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter
from sqlalchemy import Select, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.matrix.client import STORE_NAME
from bot.matrix.identity_file import FILE_NAME
from bot.sets.keyring import Keyring
from bot.sets.making import MANIFEST, RECORDS, SETTINGS, Manifest, Told, counted, digest
from bot.sets.sealing import NotOpened, open_file
from storage.backup_keys import BackupKeys
from storage.case_keys import CaseKeyRow
from storage.cases import CaseRow
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault

_MANIFEST = TypeAdapter(Manifest)
_IDENTITY = re.compile(rf"[a-z][a-z0-9-]{{0,31}}/{re.escape(FILE_NAME)}")


class Unsound(Exception):
    """A set that must not be restored; the text says why."""


@dataclass(frozen=True)
class Opened:
    """A set that was opened into a folder, and is whole.

    Args:
        cases: how many cases there are.
        unreadable: how many of them have no key any more: their words were destroyed.
    """

    folder: Path
    manifest: Manifest
    cases: int
    unreadable: int

    @property
    def records(self) -> Path:
        """The file of all records, as the bot uses it."""
        return self.folder / RECORDS

    def identities(self) -> dict[str, Path]:
        """Return each council's identity file."""
        return {name.split("/")[0]: self.folder / name for name in self.manifest.files if _IDENTITY.fullmatch(name)}


async def open_set(file: Path, keyring: Keyring, folder: Path, vault: Vault, told: Told = lambda _what: None) -> Opened:
    """Open a set into a folder, check all of it, and bring its records to this version's form.

    Raises:
        NotOpened: it does not open with this keyring.
        Unsound: it holds what it must not, or not what it says.
        storage.migrate.NewerDatabase: it was made by a newer version.
    """
    key = keyring.sets.get(file.name)
    if key is None:
        raise NotOpened(f"the keyring has no key for {file.name}: it is older than the set, or the key was destroyed")
    told("opening the set")
    await asyncio.to_thread(open_file, file, folder / "set.tar", key)
    manifest = await asyncio.to_thread(_unpacked, folder)
    told("checking the records")
    records = Database(f"sqlite:///{folder / RECORDS}", vault)
    try:
        await migrate(records)
        await _with_keys(records, keyring)
        await _journals_whole(records)
        async with records.engine.connect() as connection:
            cases = await _pairs(connection, select(CaseRow.council, CaseRow.number))
            known = await _pairs(connection, select(CaseKeyRow.council, CaseKeyRow.case))
    finally:
        await records.close()
    return Opened(folder, manifest, len(cases), len(cases - known))


def _unpacked(folder: Path) -> Manifest:
    try:
        with tarfile.open(folder / "set.tar") as archive:
            members = archive.getmembers()
            for member in members:
                _check_member(member)
            archive.extractall(folder, members, filter="data")
        said = _MANIFEST.validate_json((folder / MANIFEST).read_bytes())
    except (tarfile.TarError, OSError, ValueError) as wrong:
        raise Unsound("the set is damaged, or of a kind that this version does not know") from wrong
    (folder / "set.tar").unlink()
    if said.version != 1 or {member.name for member in members} != {MANIFEST, *said.files}:
        raise Unsound("the set does not hold what it says")
    changed = [name for name, seal in said.files.items() if digest(folder / name) != seal]
    if changed:
        raise Unsound(f"{', '.join(changed)} in the set is not what was put in")
    _check_records(folder / RECORDS, said.tables)
    return said


def _check_records(file: Path, tables: Mapping[str, int]) -> None:
    try:
        with closing(sqlite3.connect(file)) as connection:
            is_whole = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = counted(file) if is_whole else {}
    except sqlite3.DatabaseError as wrong:
        raise Unsound("what should be the records in the set is no database") from wrong
    if not is_whole:
        raise Unsound("the records in the set are damaged")
    if found != tables:
        raise Unsound("the records in the set are not as many as it says")


def _check_member(member: tarfile.TarInfo) -> None:
    if STORE_NAME in member.name or member.name.endswith("login.json"):
        raise Unsound(
            f"the set holds an encryption store ({member.name}). One is never restored: "
            "an old one would use its keys a second time"
        )
    if not (member.isfile() and (member.name in (MANIFEST, RECORDS, SETTINGS) or _IDENTITY.fullmatch(member.name))):
        raise Unsound(f"the set holds something that belongs into none: {member.name!r}")


async def _with_keys(records: Database, keyring: Keyring) -> None:
    """Put the keys where the bot looks for them: of the sets that can be opened, and of the cases in these records."""
    async with records.engine.begin() as connection:
        cases = await _pairs(connection, select(CaseRow.council, CaseRow.number))
        rows = [
            {"council": council, "case_number": case, "wrapped": bytes.fromhex(wrapped)}
            for council, case, wrapped in keyring.cases
            if (council, case) in cases
        ]
        if rows:
            await connection.execute(insert(CaseKeyRow), rows)
        keys = BackupKeys(connection, records.vault)
        for name, key in keyring.sets.items():
            await keys.add(name, key, keyring.made_at)


async def _pairs(connection: AsyncConnection, query: Select[str, int]) -> set[tuple[str, int]]:
    return {(council, number) for council, number in await connection.execute(query)}


async def _journals_whole(records: Database) -> None:
    async with records.engine.connect() as connection:
        rows = await connection.execute(text("SELECT DISTINCT council FROM journal"))
        councils = [council for (council,) in rows]
        await connection.rollback()
    for council in councils:
        async with records.work(council) as work:
            if found := await work.journal.faults():
                raise Unsound(f"the journal of {council} in the set was changed: {found[0]}")

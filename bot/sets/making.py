"""Making a set, also while the bot is at work."""

import asyncio
import json
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import __version__
from bot.matrix.identity_file import FILE_NAME
from bot.sets.keyring import KEYRING_NAME, CaseKey, Keyring, only_writer
from bot.sets.sealing import NotOpened, new_key, seal_file
from bot.sets.work_place import MAKING, work_place
from bot.settings import Settings
from storage.backup_keys import BackupKeyRow, BackupKeys
from storage.case_keys import CaseKeyRow
from storage.copying import copy
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Unsealable, Vault

MANIFEST, RECORDS, SETTINGS = "manifest.json", "radslag.db", "settings.json"
APART = (CaseKeyRow, BackupKeyRow)
"""What goes into the keyring and into no set."""
Told = Callable[[str], None]


@dataclass(frozen=True)
class Manifest:
    """What a set says of itself.

    Args:
        files: each file in it and its SHA-256.
        tables: each table and how many rows it has.
    """

    name: str
    made_at: str
    program: str
    files: dict[str, str]
    tables: dict[str, int]
    version: int = 1


@dataclass(frozen=True)
class Made:
    """A set that was made.

    Args:
        expired: the sets whose keys were destroyed.
    """

    file: Path
    keyring: Path
    expired: tuple[str, ...]


async def make_set(settings: Settings, now: datetime, told: Told = lambda _what: None) -> Made:
    """Make a set and write the keyring anew.

    Args:
        told: what is being done, for whoever waits.

    Raises:
        NotOpened: the records were sealed under another master secret.
    """
    folder = settings.sets_folder
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"radslag-{now:%Y%m%dT%H%M%SZ}.set"
    database = Database(settings.database_url, Vault(settings.master_secret.get_secret_value().encode()))
    try:
        with work_place(folder, MAKING) as place:
            told("copying the records")
            await _records(database, place / RECORDS)
            tables = counted(place / RECORDS)
            told("sealing the set")
            key = new_key()
            async with database.engine.begin() as connection:
                keys = BackupKeys(connection, database.vault)
                await _check_secret(connection, keys, database.vault)
                await keys.add(name, key, now)
                expired = await keys.destroy(now - timedelta(days=settings.backup.keep_days), but=name)
            # First the keyring: a set without its key could not be opened, a key without its set does no harm.
            keyring = await _write_keyring(settings, database, now)
            await asyncio.to_thread(
                _sealed, settings, place, Manifest(name, now.isoformat(), __version__, {}, tables), key
            )
            for each in expired:
                (folder / each).unlink(missing_ok=True)
            return Made(folder / name, keyring, tuple(expired))
    finally:
        await database.close()


async def _check_secret(connection: AsyncConnection, keys: BackupKeys, vault: Vault) -> None:
    """Make sure that the records were sealed under this master secret: a key of another would bar every later set."""
    wrapped = await connection.scalar(select(CaseKeyRow.wrapped).limit(1))
    try:
        await keys.all()
        if wrapped is not None:
            vault.unwrap(wrapped)
    except Unsealable as wrong:
        raise NotOpened("the keys in the database do not open with this master secret") from wrong


async def renew_keyring(settings: Settings, database: Database, now: datetime) -> None:
    """Write the keyring anew, if there is one, so that it holds nothing that has been destroyed."""
    if not (settings.sets_folder / KEYRING_NAME).exists():
        return
    await _write_keyring(settings, database, now)


async def _write_keyring(settings: Settings, database: Database, now: datetime) -> Path:
    """Write down what has not been destroyed by now; several processes may want to, and each reads in its turn."""
    folder = settings.sets_folder
    async with only_writer(folder):
        async with database.engine.begin() as connection:
            sets = await BackupKeys(connection, database.vault).all()
            cases = await _case_keys(connection)
        return Keyring(now, sets, cases).write(folder, settings.backup.recipient, database.vault)


async def _case_keys(connection: AsyncConnection) -> list[CaseKey]:
    rows = await connection.execute(select(CaseKeyRow.council, CaseKeyRow.case, CaseKeyRow.wrapped))
    return [(council, case, wrapped.hex()) for council, case, wrapped in rows]


async def _records(database: Database, target: Path) -> None:
    """Write all records of one moment into a file, without what lies apart."""
    if database.is_sqlite:
        assert database.url.database
        await asyncio.to_thread(_online_copy, Path(database.url.database), target)
    copied = Database(f"sqlite:///{target}", database.vault)
    try:
        if not database.is_sqlite:
            await migrate(copied)
            await copy(database, copied)
        async with copied.engine.begin() as connection:
            for table in APART:
                await connection.execute(delete(table))
    finally:
        await copied.close()
    await asyncio.to_thread(_in_one_file, target)


def _online_copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as here,
        closing(sqlite3.connect(target)) as there,
    ):
        here.backup(there)


def _in_one_file(file: Path) -> None:
    """Leave no trace of what was deleted, and nothing beside the file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")


def counted(file: Path) -> dict[str, int]:
    """Return how many rows each table in a file has."""
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(tables)}  # noqa: S608


def _sealed(settings: Settings, place: Path, manifest: Manifest, key: str) -> None:
    (place / SETTINGS).write_text(settings.model_dump_json(indent=1), encoding="utf-8")
    files = {RECORDS: place / RECORDS, SETTINGS: place / SETTINGS}
    for slug in settings.councils:
        identity = settings.data_dir / slug / FILE_NAME
        if identity.exists():
            files[f"{slug}/{FILE_NAME}"] = identity
    said = asdict(manifest) | {"files": {name: digest(file) for name, file in files.items()}}
    (place / MANIFEST).write_text(json.dumps(said, indent=1), encoding="utf-8")
    with tarfile.open(place / "set.tar", "w") as archive:
        for name, file in {MANIFEST: place / MANIFEST, **files}.items():
            archive.add(file, name, filter=_nobodys)
    seal_file(place / "set.tar", settings.sets_folder / manifest.name, key)


def digest(file: Path) -> str:
    """Return a file's SHA-256."""
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member

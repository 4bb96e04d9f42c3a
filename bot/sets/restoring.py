"""Putting a set in the place of what there is."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert

from bot.matrix.identity_file import FILE_NAME
from bot.matrix.login import LOGIN_NAME, drop_store
from bot.premises import only_one
from bot.sets.keyring import Keyring
from bot.sets.making import Told
from bot.sets.opening import Opened, open_set
from bot.sets.sealing import private
from bot.sets.work_place import RESTORING, work_place
from bot.settings import Settings
from storage.backup_keys import RestorationRow
from storage.copying import copy, prepare
from storage.database import Database
from storage.seal import Vault

REPLACED = ".replaced"


@dataclass(frozen=True)
class Restored:
    """What was restored.

    Args:
        put_aside: where the records lie that were there before, if any.
        new_devices: the councils whose bot logs in as a new device.
    """

    opened: Opened
    put_aside: Path | None
    new_devices: Sequence[str]


async def restore(
    settings: Settings, file: Path, keyring: Keyring, now: datetime, told: Told = lambda _what: None, *, afresh: bool
) -> Restored:
    """Restore a set. What was there before is put aside; a restoration that is cut short is simply begun again.

    Args:
        afresh: begin new devices, also where the encryption store is still there: the machine was in other hands.

    Raises:
        AlreadyRunning: the bot is at work.
        NotOpened, Unsound, NewerDatabase, NotCopied: it was not restored, and nothing was changed.
    """
    lock = only_one(settings.data_dir)
    vault = Vault(settings.master_secret.get_secret_value().encode())
    try:
        with work_place(settings.data_dir, RESTORING) as place:
            opened = await open_set(file, keyring, place, vault, told)
            told("putting it in place")
            await _noted(opened, vault, now)
            put_aside = await _in_place(settings, opened, vault)
            new = [
                slug for slug in settings.councils if _account(settings.data_dir / slug, slug, opened, afresh=afresh)
            ]
            return Restored(opened, put_aside, new)
    finally:
        lock.close()


async def _noted(opened: Opened, vault: Vault, now: datetime) -> None:
    """Note how old the records are: what may have been said since is looked for before it is said again."""
    records = Database(f"sqlite:///{opened.records}", vault)
    made_at = datetime.fromisoformat(opened.manifest.made_at)
    try:
        async with records.engine.begin() as connection:
            await connection.execute(insert(RestorationRow).values(at=now, made_at=made_at))
    finally:
        await records.close()


async def _in_place(settings: Settings, opened: Opened, vault: Vault) -> Path | None:
    if settings.database_file is None:
        await _into_server(settings, opened, vault)
        return None
    return await asyncio.to_thread(_into_file, opened.records, settings.database_file)


def _into_file(records: Path, target: Path) -> Path | None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    put_aside = None
    if target.exists():
        put_aside = target.with_name(f"{target.name}{REPLACED}")
        for tail in ("-wal", "-shm", ""):
            if target.with_name(target.name + tail).exists():
                aside = target.with_name(target.name + tail).replace(put_aside.with_name(put_aside.name + tail))
                aside.chmod(0o600)
    _durably(records, target)
    return put_aside


async def _into_server(settings: Settings, opened: Opened, vault: Vault) -> None:
    source = Database(f"sqlite:///{opened.records}", vault)
    target = Database(settings.database_url, vault)
    try:
        await prepare(target)
        await copy(source, target)
    finally:
        await source.close()
        await target.close()


def _account(folder: Path, slug: str, opened: Opened, *, afresh: bool) -> bool:
    """Put a council's identity in place; say whether its bot will log in as a new device."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    identity = opened.identities().get(slug)
    if identity is not None:
        _durably(identity, folder / FILE_NAME)
    if afresh:
        drop_store(folder)
    return afresh or not (folder / LOGIN_NAME).exists()


def _durably(source: Path, target: Path) -> None:
    """Copy a file, closed to others, on the disk for sure when this returns, whole or not at all."""
    draft = target.with_name(f"{target.name}.part")
    with source.open("rb") as here, private(draft) as there:
        shutil.copyfileobj(here, there)
        there.flush()
        os.fsync(there.fileno())
    draft.replace(target)

"""Looks at the backups: that there are some, how old the newest is, and whether it opens and is whole."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.doctor.finding import Finding, error, ok, warning
from bot.sets.keyring import KEYRING_NAME, Keyring
from bot.sets.opening import Unsound, open_set
from bot.sets.sealing import NotOpened
from bot.sets.work_place import VERIFYING, work_place
from bot.settings import Settings
from council.text import Text, Words
from storage.migrate import NewerDatabase
from storage.seal import Vault

OLD, TOO_OLD = timedelta(hours=36), timedelta(days=7)
"""A backup is made daily."""
NAMED = "radslag-%Y%m%dT%H%M%SZ.set"


async def of_backups(settings: Settings, vault: Vault, now: datetime, *, thoroughly: bool) -> list[Finding]:
    """Look at the backups.

    Args:
        thoroughly: open the newest, as a restoration would.
    """
    newest = newest_of(settings.sets_folder.glob("radslag-*.set")) if settings.sets_folder.is_dir() else None
    if newest is None:
        says = Text("doctor-backup-none", folder=Words(settings.sets_folder))
        return [warning(says, Text("doctor-mend-backup"))]
    made_at, file = newest
    found = [_age(file.name, made_at, now)]
    if thoroughly and settings.backup.recipient:
        found.append(ok(Text("doctor-backup-unopened", name=Words(file.name))))
    elif thoroughly:
        found.append(await _opened(file, vault))
    return found


def newest_of(files: Iterable[Path]) -> tuple[datetime, Path] | None:
    """Return the newest set by its name, with when it was made; None if there is none."""
    return max(((made, file) for file in files if (made := _made_at(file)) is not None), default=None)


def _made_at(file: Path) -> datetime | None:
    try:
        return datetime.strptime(file.name, NAMED).replace(tzinfo=UTC)
    except ValueError:
        return None


def _age(name: str, made_at: datetime, now: datetime) -> Finding:
    age = now - made_at
    says = Text("doctor-backup", name=Words(name), made=made_at, hours=int(age.total_seconds() // 3600))
    if age > TOO_OLD:
        return error(says, Text("doctor-mend-backup"))
    return warning(says, Text("doctor-mend-backup")) if age > OLD else ok(says)


async def _opened(file: Path, vault: Vault) -> Finding:
    try:
        keyring = Keyring.read(file.parent / KEYRING_NAME, None, vault)
        with work_place(file.parent, VERIFYING) as folder:
            opened = await open_set(file, keyring, folder, vault)
    except (NotOpened, Unsound, NewerDatabase, OSError) as wrong:
        says = Text("doctor-backup-unsound", name=Words(file.name), reason=Words(wrong))
        return error(says, Text("doctor-mend-unsound"))
    rows = sum(opened.manifest.tables.values())
    return ok(Text("doctor-backup-whole", name=Words(file.name), rows=rows, cases=opened.cases))

"""The data folder: one process at a time, and closed to everybody else on the machine."""

import fcntl
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

LOCK_NAME = "lock"
CLOSED = ("radslag.db", "radslag.db-wal", "radslag.db-shm", "backups", "sets")
"""What lies in the folder itself; each account's folder is checked when it is opened."""


class Unusable(Exception):
    """The data folder or the database cannot be opened as the settings say."""


class AlreadyRunning(Exception):
    """Another process uses the same data folder. Two of them would destroy the encryption between them."""


def only_one(data_dir: Path) -> IO[str]:
    """Take hold of the data folder until the file is closed; what is made from now on is closed to others.

    Raises:
        AlreadyRunning: another process has it; the text says which.
        Unusable: it cannot be made or written to, or others may read what is in it.
    """
    lock = _held(data_dir, fcntl.LOCK_EX)
    note_holder(lock)
    return lock


def one_of_several(data_dir: Path) -> IO[str]:
    """Take hold of the data folder beside others that do so too, and of none that wants it for itself.

    Raises:
        AlreadyRunning, Unusable: as for `only_one`.
    """
    return _held(data_dir, fcntl.LOCK_SH)


def _held(data_dir: Path, how: int) -> IO[str]:
    os.umask(0o077)
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (data_dir / LOCK_NAME).open("a+", encoding="utf-8")
    except OSError as wrong:
        raise Unusable(f"the data folder {data_dir} cannot be used: {wrong.strerror}") from wrong
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
        check_closed(data_dir)
    except OSError as held:
        holder = _holder(lock)
        lock.close()
        raise AlreadyRunning(f"another radslag is running with the data folder {data_dir}{holder}") from held
    except Unusable:
        lock.close()
        raise
    lock.truncate(0)
    return lock


def note_holder(lock: IO[str]) -> None:
    """Write into a lock whose it is."""
    lock.truncate(0)
    lock.write(f"{os.getpid()} {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n")
    lock.flush()


def is_held(data_dir: Path) -> bool:
    """Say whether a process is at work there now."""
    try:
        with (data_dir / LOCK_NAME).open("rb") as lock:
            # Also where several are, which all share it.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _holder(lock: IO[str]) -> str:
    lock.seek(0)
    process, _, since = lock.read(80).strip().partition(" ")
    return f" (process {process}, since {since})" if process.isdecimal() and since else ""


def check_closed(data_dir: Path) -> None:
    """Make sure that nobody else on the machine may read what lies there.

    Raises:
        Unusable: somebody may; the text says which command closes it.
    """
    for place in (data_dir, *(data_dir / name for name in CLOSED)):
        mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else 0
        if mode & 0o077:
            wanted = "700" if place.is_dir() else "600"
            raise Unusable(f"{place} is open to others ({mode:o}); close it with: chmod {wanted} {place}")

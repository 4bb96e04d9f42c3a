"""Where a process works, and the lock by which a council's encryption store has one user on the machine.

An encryption store has to have one user, and a database cannot see to that. So all processes work on one machine, in
one data folder, and whoever works for a council holds the lock of its folder. The system lets go of it when a process
ends, in whatever way; a process that hangs is ended before its store is opened by another.
"""

import fcntl
import os
import re
import signal
import socket
from contextlib import suppress
from pathlib import Path
from typing import IO

import structlog

from bot.premises import LOCK_NAME, note_holder

log = structlog.get_logger()
MACHINE = Path("/etc/machine-id")


def place_of(data_dir: Path) -> str:
    """Return a name for a machine and a data folder: processes with the same one see each other and the same locks."""
    machine = MACHINE.read_text().strip() if MACHINE.exists() else ""
    folder = data_dir.stat()
    try:
        room = Path("/proc/self/ns/pid").stat().st_ino
    except OSError:
        room = 0
    return f"{machine or socket.gethostname()}:{folder.st_dev}:{folder.st_ino}:{room}"


def lock_of(data_dir: Path, council: str) -> IO[str] | None:
    """Take hold of a council's encryption store until the file is closed; None where another process has it."""
    folder = data_dir / council
    folder.mkdir(mode=0o700, exist_ok=True)
    lock = (folder / LOCK_NAME).open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    note_holder(lock)
    return lock


def end(pid: int, data_dir: Path, council: str) -> bool:
    """End a process of this machine that hangs, if it is sure that it has a council's store; say whether it was."""
    if pid == os.getpid():
        return False
    with suppress(OSError):
        # A handle, and only then the look: no other process can come by this number in between.
        handle = os.pidfd_open(pid)
        try:
            if _has(pid, data_dir / council / LOCK_NAME):
                signal.pidfd_send_signal(handle, signal.SIGKILL)
                log.warning("hanging process ended", council=council)
                return True
        finally:
            os.close(handle)
    return False


def _has(pid: int, lock: Path) -> bool:
    """Whether the system says that a process holds a lock."""
    held = re.compile(rf"FLOCK\s+ADVISORY\s+WRITE\s+\S+\s+\S+:{lock.stat().st_ino}\s")
    for told in Path(f"/proc/{pid}/fdinfo").iterdir():
        with suppress(OSError):
            if held.search(told.read_text()):
                return True
    return False

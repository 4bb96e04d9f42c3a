"""Where a set is made and opened: a folder beside it, for what is not sealed, that does not outlive the work."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

PREFIXES = MAKING, VERIFYING, RESTORING = (".making-", ".verifying-", ".restoring-")


@contextmanager
def work_place(folder: Path, prefix: str) -> Iterator[Path]:
    """Make a folder in another, locked while the block lasts and gone after it.

    What killed processes left of theirs goes first: it holds records that are not sealed, and keys that may have
    been destroyed since.
    """
    with ExitStack() as held:
        with _locked(folder, fcntl.LOCK_EX):
            for left in folder.iterdir():
                if left.name.startswith(PREFIXES):
                    _remove_unless_held(left)
            place = held.enter_context(TemporaryDirectory(dir=folder, prefix=prefix))
            held.enter_context(_locked(Path(place), fcntl.LOCK_EX))
        yield Path(place)


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def _remove_unless_held(left: Path) -> None:
    with suppress(OSError), _locked(left, fcntl.LOCK_EX | fcntl.LOCK_NB):
        shutil.rmtree(left)

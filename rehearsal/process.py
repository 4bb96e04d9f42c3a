"""Programs that run beside us, and never longer than we do."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux's prctl


def run_apart(
    command: Sequence[str], *, output: IO[bytes], folder: Path | None = None, **environment: str
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own and return at once.

    It belongs to no event loop. A Ctrl-C at our terminal does not reach it, so that we end it in our own order; on
    Linux the kernel ends it if we are killed before we can.

    Args:
        output: the file that it writes to.
        folder: where it runs, if not here.
        environment: what is added to our own.
    """
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
        stdout=output,
        stderr=output,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 (one prctl call)
    )


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)

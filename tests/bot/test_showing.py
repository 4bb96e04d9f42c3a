"""Long work shows a bar on a terminal, and nothing where nobody looks."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WORK = """
from bot.showing import shown
with shown("Copying", steps=2) as told:
    told("cases")
    told("people")
print("done")
"""


def test_work_shows_how_far_it_is_on_a_terminal() -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    ran = subprocess.run(
        [sys.executable, "-c", WORK], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=theirs, check=True
    )
    os.close(theirs)
    seen = b""
    while part := _read(ours):
        seen += part
    os.close(ours)

    assert ran.stdout == b"done\n"
    assert b"Copying: people" in seen


def test_work_is_silent_where_nobody_looks() -> None:
    ran = subprocess.run([sys.executable, "-c", WORK], cwd=ROOT, capture_output=True, check=True)

    assert (ran.stdout, ran.stderr) == (b"done\n", b"")


def _read(terminal: int) -> bytes:
    """Return what was written, or nothing once the other side is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""

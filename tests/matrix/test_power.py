"""What a power cut takes: a disk that keeps what was synced and nothing else, and stores that lose nothing on it."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from textwrap import dedent

import pytest

from bot.matrix.client import HardenedClient
from proof.power import can_be_had, cut
from tests.matrix.parties import PICKLE_KEY

pytestmark = pytest.mark.skipif(not can_be_had(), reason="SQLite is built into this Python")
DIES = """
    import os, signal, sqlite3, sys
    from pathlib import Path
    from proof.power import Disk
    folder = Path(sys.argv[1])
    Disk(folder).bind()
    {work}
    os.kill(os.getpid(), signal.SIGKILL)
"""
TEN_ROWS = """
    rows = sqlite3.connect(folder / "rows.db", isolation_level=None)
    rows.execute("PRAGMA journal_mode={journal}")
    rows.execute("PRAGMA synchronous={synchronous}")
    rows.execute("CREATE TABLE numbers (number)")
    for number in range(10):
        rows.execute("INSERT INTO numbers VALUES (?)", (number,))
"""
TEN_CHANGES = """
    from bot.matrix.client import HardenedClient
    client = HardenedClient("http://127.0.0.1:1", folder, "{key}")
    client.restore_login("@bot:town", "BOT", "token")
    for _ in range(10):
        with client.age.grows():
            client.crypto.save_account()
"""


def power_fails_after(folder: Path, work: str) -> None:
    """Do something in a process that dies of a power cut."""
    program = dedent(DIES).format(work=dedent(work).strip())
    ended = subprocess.run([sys.executable, "-c", program, str(folder)], check=False, timeout=60, capture_output=True)
    assert ended.returncode == -9, ended.stderr.decode()
    cut(folder)


@pytest.mark.parametrize(
    ("journal", "synchronous", "left"),
    [("wal", "FULL", 10), ("wal", "NORMAL", 0), ("delete", "EXTRA", 10), ("delete", "FULL", 9), ("delete", "OFF", 0)],
)
def test_what_was_committed_is_there_after_a_power_cut_as_far_as_sqlite_was_told_to_wait_for_the_disk(
    tmp_path: Path, journal: str, synchronous: str, left: int
) -> None:
    power_fails_after(tmp_path, TEN_ROWS.format(journal=journal, synchronous=synchronous))

    with closing(connect(tmp_path / "rows.db")) as rows:
        there = rows.execute("SELECT count(*) FROM sqlite_master WHERE name = 'numbers'").fetchone() == (1,)
        assert (rows.execute("SELECT count(*) FROM numbers").fetchone()[0] if there else 0) == left


async def test_no_change_of_the_encryption_store_that_others_may_know_of_is_lost_in_a_power_cut(
    tmp_path: Path,
) -> None:
    power_fails_after(tmp_path, TEN_CHANGES.format(key=PICKLE_KEY))

    client = HardenedClient("http://127.0.0.1:1", tmp_path, PICKLE_KEY)
    client.restore_login("@bot:town", "BOT", "token")
    age = client.age.value
    await client.close()

    assert age == 10

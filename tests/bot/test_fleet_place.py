"""A council's encryption store has one user on the machine, and one that hangs is ended for sure, and no other."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.fleet.place import end, lock_of, place_of

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from bot.fleet.place import lock_of
lock = lock_of(Path(sys.argv[1]), sys.argv[2])
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _umask_put_back() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@contextmanager
def holding(folder: Path, council: str, told: str = "held") -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), council],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == f"{told}\n"
        yield process
        process.kill()


def test_a_council_has_one_holder_and_other_councils_have_others(tmp_path: Path) -> None:
    with holding(tmp_path, "lindvassa") as process:
        assert lock_of(tmp_path, "lindvassa") is None
        other = lock_of(tmp_path, "solvik")
        assert other is not None
        other.close()

        process.kill()
        process.wait()
        lock = lock_of(tmp_path, "lindvassa")
        assert lock is not None
        lock.close()


def test_one_that_stands_still_is_ended_and_going_on_comes_too_late(tmp_path: Path) -> None:
    with holding(tmp_path, "lindvassa") as process:
        process.send_signal(signal.SIGSTOP)

        assert end(process.pid, tmp_path, "lindvassa")

        process.send_signal(signal.SIGCONT)
        assert process.wait(60) == -signal.SIGKILL


def test_nobody_is_ended_who_does_not_hold_that_very_store(tmp_path: Path) -> None:
    with holding(tmp_path, "lindvassa"), holding(tmp_path, "lindvassa", told="refused") as other:
        assert not end(other.pid, tmp_path, "lindvassa")
        assert not end(other.pid, tmp_path, "solvik")
        assert other.poll() is None


def test_nobody_ends_himself_or_one_that_is_gone(tmp_path: Path) -> None:
    with holding(tmp_path, "lindvassa") as process:
        process.kill()
        process.wait()

        assert not end(process.pid, tmp_path, "lindvassa")
    assert not end(os.getpid(), tmp_path, "lindvassa")


def test_a_place_is_one_machine_and_one_folder(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "same").symlink_to(tmp_path / "one")

    assert place_of(tmp_path / "one") == place_of(tmp_path / "same") != place_of(tmp_path / "two")

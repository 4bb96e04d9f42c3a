"""A second process is refused and told who holds the folder; what others may read is not opened."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.premises import AlreadyRunning, Unusable, one_of_several, only_one
from tests.site import ROOT, SECRETS, settings_in

HOLD = """
import sys
from pathlib import Path
from bot.premises import only_one
lock = only_one(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _umask_put_back() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_whoever_comes_second_is_told_who_was_first(tmp_path: Path) -> None:
    with only_one(tmp_path / "data"), pytest.raises(AlreadyRunning, match=rf"\(process {os.getpid()}, since 20"):
        only_one(tmp_path / "data")

    only_one(tmp_path / "data").close()


@pytest.mark.slow
def test_a_second_bot_leaves_with_exit_code_75_and_the_lock_of_a_killed_one_is_free_at_once(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "site")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(settings.data_dir)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    command = [sys.executable, "-m", "bot", "run", "-c", str(tmp_path / "site" / "config.yaml")]

    second = subprocess.run(command, cwd=ROOT, env=SECRETS, capture_output=True, text=True, timeout=60, check=False)
    holder.kill()
    holder.communicate()

    assert second.returncode == 75
    assert f"(process {holder.pid}, since " in second.stderr
    only_one(settings.data_dir).close()


@pytest.mark.parametrize("name", ["", "radslag.db", "radslag.db-wal", "backups", "sets"])
def test_what_others_may_read_is_not_opened(tmp_path: Path, name: str) -> None:
    only_one(tmp_path / "data").close()
    place = tmp_path / "data" / name
    if name in ("backups", "sets"):
        place.mkdir()
    elif name:
        place.touch()
    place.chmod(0o750 if place.is_dir() else 0o640)

    with pytest.raises(Unusable, match=f"close it with: chmod {'700' if place.is_dir() else '600'} {place}"):
        only_one(tmp_path / "data")

    place.chmod(0o700 if place.is_dir() else 0o600)
    only_one(tmp_path / "data").close()


def test_a_data_folder_is_made_closed(tmp_path: Path) -> None:
    only_one(tmp_path / "data").close()

    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "lock").stat().st_mode & 0o777 == 0o600


def test_those_who_share_a_folder_come_in_beside_each_other_and_not_beside_one_who_wants_it_alone(
    tmp_path: Path,
) -> None:
    alone = pytest.raises(AlreadyRunning, match=f"with the data folder {tmp_path / 'data'}$")
    with one_of_several(tmp_path / "data"), one_of_several(tmp_path / "data"), alone:
        only_one(tmp_path / "data")

    with only_one(tmp_path / "data"), pytest.raises(AlreadyRunning, match=rf"\(process {os.getpid()}, since 20"):
        one_of_several(tmp_path / "data")

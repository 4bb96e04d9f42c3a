"""The process tells its supervisor how it stands, and leaves with an exit code that says why."""

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import structlog

from bot import log, process
from bot.premises import AlreadyRunning
from bot.settings import Settings, load
from bot.supervisor import tell_supervisor
from storage.migrate import NewerDatabase
from storage.tenures import Superseded


class Ending:
    """An app that ends at once, in one way or another."""

    def __init__(self, end: BaseException | None) -> None:
        self.end = end

    def __call__(self, _settings: Settings) -> "Ending":
        """Stand in for the class."""
        return self

    async def run(self, **_: object) -> None:
        """End."""
        if self.end:
            raise self.end


@pytest.fixture(autouse=True)
def _no_set_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(log, "set_up", lambda: None)
    yield
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("end", "code", "told"),
    [
        (None, 0, ""),
        (KeyboardInterrupt(), 0, ""),
        (AlreadyRunning("another radslag is running"), 75, "Not started: another radslag is running.\n"),
        (Superseded("another process has taken over"), 75, "Stopped: another process has taken over.\n"),
        (NewerDatabase("the database is newer"), 2, "Not started: the database is newer. Install"),
        (ValueError("hemligt"), 1, ""),
    ],
)
def test_the_exit_code_says_why_it_ended(
    end: BaseException | None,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(process, "App", Ending(end))

    assert process.run(Settings.model_construct()) == code

    said = capsys.readouterr()
    assert said.err.startswith(told)
    assert "hemligt" not in said.out + said.err


def test_systemd_is_told_over_its_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(address)

        tell_supervisor("READY=1")

        assert supervisor.recv(64) == b"READY=1"


def test_without_systemd_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)

    assert tell_supervisor("READY=1") is None  # type: ignore[func-returns-value]  # it only must not raise


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("the database is a folder", "the database cannot be {file}: that is a folder"),
        ("the database is no database", "the database {file} is damaged; restore it: radslag restore SET"),
        ("a page of the database is lost", "the database {file} is damaged; restore it: radslag restore {set}"),
        (
            "the database is gone",
            "the database {file} is gone, though {folder}/lindvassa/login.json shows that there was",
        ),
        ("the data folder is a file", "the data folder {folder} cannot be used: "),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(
    spoil: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    file = folder / "radslag.db"
    if spoil == "the database is a folder":
        folder.mkdir(mode=0o700)
        file.mkdir(mode=0o700)
    elif spoil == "the database is no database":
        folder.mkdir(mode=0o700)
        file.write_bytes(b"no database at all\n" * 100)
        file.chmod(0o600)
    elif spoil == "a page of the database is lost":
        folder.mkdir(mode=0o700)
        a_database_with_a_page_lost(file)
        (folder / "sets").mkdir(mode=0o700)
        for day in ("20260324", "20260325"):
            (folder / "sets" / f"radslag-{day}T040000Z.set").touch()
    elif spoil == "the database is gone":
        (folder / "lindvassa").mkdir(parents=True)
        (folder / "lindvassa" / "login.json").touch()
        folder.chmod(0o700)
    settings = settings_in(folder)
    if spoil == "the data folder is a file":
        folder.write_text("")

    assert process.run(settings) == 1

    said = capsys.readouterr()
    newest = folder / "sets" / "radslag-20260325T040000Z.set"
    assert said.err.startswith(f"Not started: {told.format(file=file, folder=folder, set=newest)}")
    assert said.err.count("\n") == 1


def a_database_with_a_page_lost(file: Path) -> None:
    """Make a database of which the disk has lost a page that nobody reads when the bot starts."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE words (word TEXT PRIMARY KEY)")
        connection.executemany("INSERT INTO words VALUES (?)", [(f"{number:05}" * 20,) for number in range(500)])
        connection.commit()
    content = bytearray(file.read_bytes())
    content[8 * 4096 : 9 * 4096] = bytes(4096)
    file.write_bytes(content)
    file.chmod(0o600)


def settings_in(folder: Path) -> Settings:
    """Return the example's settings with a data folder of the test's own."""
    return load(
        Path(__file__).parent.parent.parent / "config.example.yaml",
        {
            "RADSLAG_MASTER_SECRET": "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5",
            "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "hemligt",
            "RADSLAG_DATA_DIR": str(folder),
        },
    ).settings

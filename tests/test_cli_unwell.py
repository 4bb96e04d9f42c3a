"""What an operator is told where a file is gone or damaged: a sentence, never a traceback, and nothing is made anew."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app

EXAMPLE = Path(__file__).parent.parent / "config.example.yaml"
SECRET = "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RADSLAG_MASTER_SECRET", SECRET)
    monkeypatch.setenv("RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD", "hemligt")
    monkeypatch.setenv("RADSLAG_DATA_DIR", str(tmp_path))
    return tmp_path


def radslag(*words: str) -> Result:
    return CliRunner().invoke(app, [*words, "-c", str(EXAMPLE)])


def refused(ran: Result) -> str:
    assert isinstance(ran.exception, SystemExit), ran.exception
    assert ran.exit_code == 1
    assert ran.stderr.startswith("Not done: "), ran.stderr
    return ran.stderr


COPY = ["db", "copy", "--to", "sqlite:////nowhere/new.db"]


@pytest.mark.parametrize("words", [["backup"], ["journal", "verify"], COPY])
def test_a_database_that_is_gone_is_told_and_none_is_made(data: Path, words: list[str]) -> None:
    told = refused(radslag(*words))

    assert f"there is no database {data}/radslag.db" in told
    assert "radslag restore" in told
    assert not list(data.iterdir())


@pytest.mark.parametrize("words", [["backup"], ["journal", "verify"]])
@pytest.mark.parametrize("content", [b"", b"no database at all " * 1000])
def test_a_database_that_cannot_be_read_is_told(data: Path, words: list[str], content: bytes) -> None:
    (data / "radslag.db").write_bytes(content)

    assert "the database cannot be used: " in (told := refused(radslag(*words)))
    assert "radslag doctor" in told


@pytest.mark.parametrize("command", ["verify", "restore"])
def test_a_set_without_its_keyring_is_told(data: Path, command: str) -> None:
    file = data / "radslag-20261126T020000Z.set"
    file.write_bytes(b"sealed")

    assert f"{data}/keyring cannot be read: No such file or directory" in refused(radslag(command, str(file)))


@pytest.mark.parametrize(
    ("content", "says"), [(None, "No such file"), (b"AGE", "no line begins with AGE-SECRET-KEY-"), (b"\xff", "no line")]
)
def test_a_file_that_gives_no_secret_key_is_told(data: Path, content: bytes | None, says: str) -> None:
    (file := data / "radslag-20261126T020000Z.set").write_bytes(b"sealed")
    if content is not None:
        (data / "key").write_bytes(content)

    assert says in refused(radslag("verify", str(file), "--secret-key", str(data / "key")))


def test_a_data_folder_that_is_open_to_others_is_told(data: Path) -> None:
    (file := data / "a.set").write_bytes(b"sealed")
    (data / "radslag.db").write_bytes(b"")
    data.chmod(0o755)

    for words in (COPY, ["identity", "recover"]):
        assert f"close it with: chmod 700 {data}" in refused(radslag(*words))
    assert file.exists()


@pytest.mark.parametrize("words", [["check"], ["db", "copy", "--to", "postgresql://radslag@localhost/radslag"]])
def test_an_address_of_postgresql_without_the_extra_is_told(
    data: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    (data / "radslag.db").write_bytes(b"")
    if words == ["check"]:
        monkeypatch.setenv("RADSLAG_STORAGE__URL", "postgresql://radslag@localhost/radslag")

    ran = radslag(*words)

    assert ran.exit_code == 2
    assert "pip install 'radslag[postgres]'" in ran.stderr

"""The `radslag` command answers at once, and tells what is wrong without a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent
SECRETS = {
    "RADSLAG_MASTER_SECRET": "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5",
    "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "hemligt",
}
HEAVY = ("nio", "sqlalchemy", "alembic", "aiohttp", "apscheduler", "holidays")


def radslag(*words: str, secrets: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env={**os.environ, **(SECRETS if secrets else {}), "TERM": "dumb"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_version_is_told() -> None:
    assert radslag("--version").stdout == f"radslag {__version__}\n"


def test_help_names_every_command() -> None:
    told = radslag("--help").stdout

    for command in ("run", "check", "journal", "schema", "commands"):
        assert f"\n  {command} " in told


@pytest.mark.parametrize("words", [["--help"], ["check", "-c", "config.example.yaml"], ["schema"]])
def test_nothing_heavy_is_loaded_to_answer(words: list[str]) -> None:
    script = (
        "import sys, bot.__main__ as cli\n"
        f"sys.argv = ['radslag', *{words!r}]\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, **SECRETS},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stderr.splitlines()[-1] == "[]"


def test_the_example_with_secrets_passes_the_check() -> None:
    checked = radslag("check", "-c", "config.example.yaml")

    assert checked.returncode == 0
    assert checked.stdout.endswith("config.example.yaml is valid.\n")
    assert "hemligt" not in checked.stdout + checked.stderr


@pytest.mark.parametrize("command", ["check", "run"])
def test_mistakes_are_counted_and_end_with_exit_code_2(command: str, tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("homeserver: {ulr: x}\n")

    told = radslag(command, "-c", str(file), secrets=False)

    assert told.returncode == 2
    assert told.stdout == ""
    assert told.stderr.splitlines() == [
        (
            f"{file}:1:1: homeserver.url: missing; "
            'expected a value, such as "https://matrix.example.org" (its client address)'
        ),
        f"{file}:1:1: master_secret: missing; expected a value (seals residents' words and identities at rest)",
        f"{file}:1:1: councils: missing; expected a block (each council by a short name that never changes)",
        f'{file}:1:14: homeserver.ulr: unknown key; did you mean "url"?',
        "4 mistakes in the settings.",
    ]


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    told = radslag("check", "-c", str(tmp_path / "config.yaml"))

    assert told.returncode == 2
    assert told.stderr.splitlines() == [
        f"{tmp_path}/config.yaml: there is no such file; copy config.example.yaml",
        "1 mistake in the settings.",
    ]


def test_the_schema_is_printed_as_json() -> None:
    assert json.loads(radslag("schema").stdout)["title"] == "Rådslag's settings (config.yaml)"

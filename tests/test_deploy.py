"""What is shipped for running the bot agrees with the bot."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from bot.figures import MEANINGS
from tests.containerfile import steps

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
UNITS = ("radslag.service", "radslag-backup.service", "radslag-backup.timer")
MOST_EXPOSED = 15
"""Tenths: what systemd calls its exposure level, 1.5 of 10."""
SYSTEMD = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(SYSTEMD is None, reason="systemd-analyze is not here")


def test_the_dashboard_asks_for_figures_that_there_are() -> None:
    dashboard = json.loads((DEPLOY / "grafana.json").read_text())

    targets = [each for panel in dashboard["panels"] for each in panel["targets"]]
    asked = {name for each in targets for name in re.findall(r"radslag_(\w+)", each["expr"])}
    assert asked <= set(MEANINGS)
    assert set(MEANINGS) - asked <= {"database_up", "council_held"}


def test_the_watchdog_is_longer_than_a_slow_database_may_hold_the_loop() -> None:
    unit = (DEPLOY / "radslag.service").read_text()

    assert "Type=notify" in unit
    assert int(re.findall(r"WatchdogSec=(\d+)", unit)[0]) >= 120


def analyzed(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(SYSTEMD), *words], capture_output=True, text=True, timeout=60, check=False)


@needs_systemd
def test_systemd_understands_every_line_of_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        # The program is not installed where the units look for it; everything else is as it is shipped.
        unit = (DEPLOY / name).read_text().replace("/opt/radslag/.venv/bin/radslag", "/bin/true")
        (tmp_path / name).write_text(unit)

    verified = analyzed("verify", "--man=no", *(str(tmp_path / name) for name in UNITS))

    assert [line for line in verified.stderr.splitlines() if "radslag" in line] == []
    assert verified.returncode == 0, verified.stderr


@needs_systemd
@pytest.mark.parametrize("name", [each for each in UNITS if each.endswith(".service")])
def test_a_service_is_as_shut_in_as_it_can_be(name: str) -> None:
    judged = analyzed("security", "--offline=true", f"--threshold={MOST_EXPOSED}", "--no-pager", str(DEPLOY / name))

    assert judged.returncode == 0, judged.stdout[-500:]


def test_the_backup_runs_as_the_bot_does_and_has_the_same_secrets() -> None:
    bot, backup = ((DEPLOY / name).read_text().splitlines() for name in UNITS[:2])

    shared = (
        "LoadCredential",
        "Environment",
        "Protect",
        "Private",
        "RestrictA",
        "SystemCall",
        "IPAddress",
        "Capability",
    )
    assert [line for line in bot if line.startswith(shared)] == [line for line in backup if line.startswith(shared)]
    assert "User=radslag" in backup


def test_the_containers_steps_copy_what_there_is_and_leave_root_behind() -> None:
    told = steps((DEPLOY / "Containerfile").read_text())

    copied = [source for word, rest in told if word == "COPY" for source in rest.split()[:-1]]
    assert [each for each in copied if not (ROOT / each).exists()] == []
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert set(wheel["packages"]) <= set(copied)
    words = [word for word, _rest in told]
    assert words.index("USER") < words.index("ENTRYPOINT")
    assert ("RUN", "--require-hashes") in [(word, flag) for word, rest in told for flag in rest.split()]

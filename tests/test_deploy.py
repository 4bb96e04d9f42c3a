"""What is shipped for running the bot agrees with the bot."""

import json
import re
from pathlib import Path

from bot.figures import MEANINGS

DEPLOY = Path(__file__).parent.parent / "deploy"


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

"""Whatever happens to it, the bot loses nothing and says nothing twice; without its protections, the test finds it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from proof.figures import Figures, is_as_promised, table
from proof.kills import Kills
from proof.series import CONTROLS, FAULTS, Series
from rehearsal.homeserver import Homeserver

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
SEED = 20260409


@pytest.fixture
def series(homeserver: Homeserver, tmp_path: Path) -> Series:
    return Series(homeserver, tmp_path, SEED)


def shown(capsys: pytest.CaptureFixture[str], figures: Sequence[Figures]) -> None:
    """Let whoever runs the tests see the figures."""
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(table(figures)) + "\n")


@pytest.mark.timeout(1200)
async def test_fifty_kills_lose_nothing_and_double_nothing_in_plain_and_in_encrypted_rooms(
    series: Series, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, encrypted = await series.measured("kill -9 and SIGTERM at any moment", Kills(), rounds=25)

    shown(capsys, [plain, encrypted])
    assert not plain.found_wanting
    assert not encrypted.found_wanting
    assert plain.cycles >= 50
    assert plain.said > 10
    assert encrypted.said > 100


@pytest.mark.soak
@pytest.mark.timeout(10_800)
async def test_five_hundred_kills_lose_nothing_and_double_nothing(
    series: Series, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = await series.measured("kill -9 and SIGTERM at any moment", Kills(), rounds=250)

    shown(capsys, figures)
    assert is_as_promised(figures)
    assert figures[0].cycles >= 500


@pytest.mark.timeout(1800)
async def test_no_other_fault_loses_or_doubles_anything_either(
    series: Series, capsys: pytest.CaptureFixture[str]
) -> None:
    figures: list[Figures] = []
    for name, fault in FAULTS.items():
        if fault is not Kills:
            figures += await series.measured(name, fault(), rounds=4)

    shown(capsys, figures)
    assert is_as_promised(figures)


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("name", "finds"), [("no fixed transactions", "doubled"), ("a token of its own", "lost")])
async def test_without_a_protection_the_kills_are_noticed(series: Series, name: str, finds: str) -> None:
    figures = await series.measured(name, CONTROLS[name], rounds=12, must_fail=True)

    assert is_as_promised(figures)
    assert any(getattr(each, finds) for each in figures)

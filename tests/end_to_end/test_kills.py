"""Killed at any moment, the bot loses nothing and says nothing twice; without its protections, the test finds it."""

import random
from pathlib import Path

import pytest

from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from tests.end_to_end.conftest import FEW
from tests.end_to_end.kills import History, Nuisance, Way, differences, disturbed, undisturbed

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
SEED = 20260409


async def both_runs(
    homeserver: Homeserver, folder: Path, rounds: int, nuisance: Nuisance | None = None
) -> tuple[History, History]:
    """Play the same rounds undisturbed and disturbed."""
    cast = read_cast().only(*FEW)
    name = folder.name.replace("_", "-").lower()
    (folder / "quiet").mkdir()
    (folder / "killed").mkdir()
    async with District.settled(homeserver, cast, "en", prefix=f"{name}-quiet-") as district:
        wanted = await undisturbed(district, folder / "quiet", random.Random(SEED), rounds)
    async with District.settled(homeserver, cast, "en", prefix=f"{name}-killed-") as district:
        found = await disturbed(district, folder / "killed", random.Random(SEED), wanted.rounds, nuisance or Nuisance())
    return wanted, found


@pytest.mark.timeout(900)
async def test_fifty_kills_lose_nothing_and_double_nothing(homeserver: Homeserver, tmp_path: Path) -> None:
    wanted, found = await both_runs(homeserver, tmp_path, rounds=25)

    assert differences(wanted, found) == []
    assert found.kills.total() >= 50
    assert wanted.said.total() > 60


@pytest.mark.soak
@pytest.mark.timeout(10_800)
async def test_five_hundred_kills_lose_nothing_and_double_nothing(homeserver: Homeserver, tmp_path: Path) -> None:
    wanted, found = await both_runs(homeserver, tmp_path, rounds=250)

    assert differences(wanted, found) == []
    assert found.kills.total() >= 500


@pytest.mark.timeout(900)
async def test_without_fixed_transactions_the_kills_are_noticed(homeserver: Homeserver, tmp_path: Path) -> None:
    nuisance = Nuisance(("tests.end_to_end.unprotected", "transaction"), (Way.SPEAKING,))

    wanted, found = await both_runs(homeserver, tmp_path, 12, nuisance)

    assert any(line.startswith("DOUBLE") for line in differences(wanted, found))


@pytest.mark.timeout(900)
async def test_with_a_token_of_its_own_the_kills_are_noticed(homeserver: Homeserver, tmp_path: Path) -> None:
    nuisance = Nuisance(("tests.end_to_end.unprotected", "token"), (Way.HEARING,), patience_seconds=15)

    wanted, found = await both_runs(homeserver, tmp_path, 12, nuisance)

    assert any(line.startswith("LOST") for line in differences(wanted, found))

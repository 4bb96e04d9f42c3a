"""Killed at any moment, the bot loses nothing and says nothing twice; without its protections, the test finds it."""

import random
from pathlib import Path

import pytest

from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from tests.end_to_end.conftest import FEW
from tests.end_to_end.kills import History, Way, differences, disturbed, undisturbed

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
SEED = 20260409
OURS = ("rehearsal.bot",)


async def both_runs(
    homeserver: Homeserver,
    folder: Path,
    rounds: int,
    *,
    bot: tuple[str, ...] = OURS,
    ways: tuple[Way, ...] = tuple(Way),
) -> tuple[History, History]:
    """Play the same rounds undisturbed and disturbed."""
    cast = read_cast().only(*FEW)
    name = folder.name.replace("_", "-").lower()
    (folder / "quiet").mkdir()
    (folder / "killed").mkdir()
    async with District.settled(homeserver, cast, "en", prefix=f"{name}-quiet-") as district:
        wanted = await undisturbed(district, folder / "quiet", random.Random(SEED), rounds)
    async with District.settled(homeserver, cast, "en", prefix=f"{name}-killed-") as district:
        found = await disturbed(district, folder / "killed", random.Random(SEED), wanted.rounds, bot=bot, ways=ways)
    return wanted, found


@pytest.mark.timeout(900)
async def test_fifty_kills_lose_nothing_and_double_nothing(homeserver: Homeserver, tmp_path: Path) -> None:
    wanted, found = await both_runs(homeserver, tmp_path, rounds=25)

    assert differences(wanted, found) == []
    assert found.kills.total() >= 50
    assert wanted.said.total() > 60


@pytest.mark.soak
@pytest.mark.timeout(7200)
async def test_five_hundred_kills_lose_nothing_and_double_nothing(homeserver: Homeserver, tmp_path: Path) -> None:
    wanted, found = await both_runs(homeserver, tmp_path, rounds=250)

    assert differences(wanted, found) == []
    assert found.kills.total() >= 500


@pytest.mark.timeout(900)
@pytest.mark.parametrize("protection", ["transaction", "token"])
async def test_without_a_protection_the_kills_are_noticed(
    homeserver: Homeserver, tmp_path: Path, protection: str
) -> None:
    control = ("tests.end_to_end.unprotected", protection)

    wanted, found = await both_runs(homeserver, tmp_path, rounds=12, bot=control, ways=(Way.SPEAKING, Way.AT_WORK))

    assert differences(wanted, found) != []

"""Whatever happens to it, the bot loses nothing and says nothing twice; without its protections, the test finds it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from proof.faults import FAULTS, Fault
from proof.figures import Figures, is_as_promised, table
from proof.kills import Kills
from proof.series import POSTGRESQL, Pace, Series
from rehearsal.homeserver import Homeserver
from rehearsal.postgres import Postgres, can_be_had

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
SEED = 20260409
ROUNDS = 2
SHORT = ("kill -9 at any moment", "replies lost after the deed")
"""What is played in short at every change; `make proof` plays all of it, for longer."""


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres | None]:
    with closing(Postgres()) if can_be_had() else nullcontext() as server:
        yield server


@pytest.fixture
def series(homeserver: Homeserver, tmp_path: Path, postgres: Postgres | None) -> Series:
    return Series(homeserver, tmp_path, SEED, postgres)


def shown(capsys: pytest.CaptureFixture[str], figures: Sequence[Figures]) -> None:
    """Let whoever runs the tests see the figures."""
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(table(figures)) + "\n")


async def played(series: Series, fault: Fault, rounds: int) -> list[Figures]:
    """Play a fault, and its control."""
    if fault.store == POSTGRESQL and series.postgres is None:
        pytest.skip("no PostgreSQL: the wheel is not there")
    figures = [*await series.measured(fault.name, fault.begins(series), Pace(rounds), store=fault.store)]
    control = fault.control(series)
    name = f"without {fault.without}"
    return [*figures, *await series.measured(name, control, Pace(rounds), store=fault.store, must_fail=True)]


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "fault", [each for each in FAULTS if each.name in SHORT], ids=lambda each: f"{each.name}, {each.store}"
)
async def test_a_fault_loses_and_doubles_nothing_and_without_its_protection_it_does(
    series: Series, fault: Fault, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = await played(series, fault, ROUNDS)

    shown(capsys, figures)
    assert is_as_promised(figures)
    assert figures[0].cycles >= ROUNDS


@pytest.mark.timeout(1200)
async def test_fifty_kills_lose_nothing_and_double_nothing_in_plain_and_in_encrypted_rooms(
    series: Series, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, encrypted = await series.measured("kill -9 and SIGTERM at any moment", Kills(), Pace(25))

    shown(capsys, [plain, encrypted])
    assert is_as_promised([plain, encrypted])
    assert plain.cycles >= 50
    assert plain.acknowledged + plain.reminders > 10
    assert encrypted.acknowledged + encrypted.reminders > 100


@pytest.mark.soak
@pytest.mark.timeout(10_800)
async def test_five_hundred_kills_lose_nothing_and_double_nothing(
    series: Series, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = await series.measured("kill -9 and SIGTERM at any moment", Kills(), Pace(250))

    shown(capsys, figures)
    assert is_as_promised(figures)
    assert figures[0].cycles >= 500

"""A homeserver, the council with its bot in a process of its own, and people with a client that we did not write."""

import asyncio
import itertools
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from tests.end_to_end.house import House
from tests.real_client.council import at_work, resident_of
from tests.real_client.real_client import NODE, SDK, Device, Mode, RealClient

FEW = ("chair", "secretary", "registrar", "operator", "boe")
ABSENT = "The real client is not installed; `make test` does it where npm is, or `npm ci` in tests/real_client."
_numbers = itertools.count(1)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what needs the client where it is not installed; or fail, where it must be."""
    if item.get_closest_marker("real_client") is None or (NODE.exists() and SDK.exists()):
        return
    if os.environ.get("REQUIRE_REAL_CLIENT") == "1":
        pytest.fail(ABSENT, pytrace=False)
    pytest.skip(ABSENT)


@pytest.fixture(scope="package")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """A homeserver for all tests of this folder."""
    running = Homeserver(tmp_path_factory.mktemp("homeserver"))
    running.settle_in()
    asyncio.run(running.resume())
    yield running
    asyncio.run(running.stop())


@pytest.fixture(params=list(Mode))
def mode(request: pytest.FixtureRequest) -> Mode:
    """How strict the client is."""
    return Mode(request.param)


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[RealClient]:
    """The process that plays people's devices."""
    async with RealClient.running(tmp_path / "client.log") as client:
        yield client


@pytest.fixture
async def district(homeserver: Homeserver) -> AsyncIterator[District]:
    """A secretary, a member and the council's rooms, under names of this test's own. The bot has an account only."""
    async with District.settled(homeserver, read_cast().only(*FEW), "en", prefix=f"r{next(_numbers)}-") as district:
        yield district


@pytest.fixture
async def house(district: District, tmp_path: Path) -> AsyncIterator[House]:
    """The district with the bot at work in it."""
    async with at_work(district, tmp_path) as house:
        yield house


@pytest.fixture
async def resident(client: RealClient, district: District, mode: Mode) -> Device:
    """Somebody who has an identity and one device."""
    return await resident_of(district, client, mode)

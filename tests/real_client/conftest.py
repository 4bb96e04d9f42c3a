"""A homeserver, the council with its bot in a process of its own, and people with a client that we did not write."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from proof.house import House
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from tests.real_client.council import at_work, newcomer, settled
from tests.real_client.real_client import NODE, SDK, Device, Mode, RealClient

ABSENT = "The real client is not installed; `make test` does it where npm is, or `npm ci` in tests/real_client."


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what needs the client where it is not installed; or fail, where it must be."""
    if item.get_closest_marker("real_client") is None or (NODE.exists() and SDK.exists()):
        return
    if os.environ.get("REQUIRE_REAL_CLIENT") == "1":
        pytest.fail(ABSENT, pytrace=False)
    pytest.skip(ABSENT)


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def homeserver(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    """A homeserver for all tests of this folder."""
    async with Homeserver.start(tmp_path_factory.mktemp("homeserver")) as homeserver:
        yield homeserver


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def client(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealClient]:
    """The process that plays everybody's devices."""
    async with RealClient.running(tmp_path_factory.mktemp("client") / "client.log") as client:
        yield client


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def house(homeserver: Homeserver, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """The council with its bot at work, for all tests that do the bot no harm."""
    async with settled(homeserver) as district, at_work(district, tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest_asyncio.fixture(loop_scope="package")
async def district(homeserver: Homeserver) -> AsyncIterator[District]:
    """A council of this test's own, whose bot has an account but was never started."""
    async with settled(homeserver) as district:
        yield district


@pytest_asyncio.fixture(loop_scope="package")
async def own_house(district: District, tmp_path: Path) -> AsyncIterator[House]:
    """A council of this test's own with its bot at work."""
    async with at_work(district, tmp_path) as house:
        yield house


@pytest.fixture(params=list(Mode))
def mode(request: pytest.FixtureRequest) -> Mode:
    """How strict the client is."""
    return Mode(request.param)


@pytest_asyncio.fixture(loop_scope="package")
async def resident(client: RealClient, homeserver: Homeserver, mode: Mode) -> Device:
    """Somebody who has an identity and one device."""
    return await newcomer(homeserver, client, mode)


@pytest_asyncio.fixture(loop_scope="package")
async def residents(client: RealClient, homeserver: Homeserver) -> list[Device]:
    """One such person for each mode, for what happens to both of them at once."""
    return [await newcomer(homeserver, client, mode) for mode in Mode]

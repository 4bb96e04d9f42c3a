"""A real homeserver for the session, and for each test a small district with the bot in a process of its own."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from proof.house import FEW, House, at_work
from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """A homeserver for all tests of this worker."""
    running = Homeserver(tmp_path_factory.mktemp("homeserver"))
    running.settle_in()
    asyncio.run(running.resume())
    yield running
    asyncio.run(running.stop())


@pytest.fixture
async def district(homeserver: Homeserver) -> AsyncIterator[District]:
    """A few of Lindvassa's people and all its rooms, under names of this test's own. The council speaks English."""
    await homeserver.resume()
    cast = read_cast().only(*FEW)
    async with District.settled(homeserver, cast, "en", prefix=f"t{next(_numbers)}-") as district:
        yield district


@pytest.fixture
async def house(district: District, tmp_path: Path) -> AsyncIterator[House]:
    """The district with the bot at work in it."""
    async with at_work(district, tmp_path) as house:
        yield house

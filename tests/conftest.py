"""What every test may ask for."""

import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from storage.database import Database
from tests.bot.commandline import operator
from tests.engines import _engines, _files, _postgres_with_tables, bare_url, database, database_url, postgres
from tests.matrix.faults import FaultServer, fault_server
from tests.site import site
from tests.town import CHARTER, Town

__all__ = [
    "_engines",
    "_files",
    "_postgres_with_tables",
    "bare_url",
    "database",
    "database_url",
    "operator",
    "postgres",
    "site",
]

# The quick profile is the default; `make soak` asks for the thorough one.
settings.register_profile("quick", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=5_000, deadline=None)
settings.load_profile("quick")

MEMORY = Path("/dev/shm")
ENOUGH = 4 * 1024**3


def pytest_configure() -> None:
    """Keep the tests' files in memory where there is room for them: on a disk, every commit waits for it."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH:
        tempfile.tempdir = str(MEMORY)


@pytest.fixture
def town(database: Database) -> Town:
    """The council of Lindvassa, settled in, on Tuesday 24 March 2026 at noon. It speaks English."""
    return Town(database, CHARTER)


@pytest.fixture
async def faults() -> AsyncIterator[FaultServer]:
    """A homeserver that does what a test tells it."""
    async with fault_server() as running:
        yield running


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what needs a homeserver, in whatever order: it takes longest, and mostly waits."""
    items.sort(key=lambda item: item.get_closest_marker("e2e") is None)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Keep what `make cover` has seen before a worker says that it is done: it has ten seconds to end from then on."""
    measured = Coverage.current()
    if measured:
        measured.save()

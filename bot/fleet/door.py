"""A PostgreSQL that somebody wants to have alone: nobody is at work with it, and nobody comes in meanwhile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.fleet.place import place_of
from bot.fleet.watch import LAPSE_SECONDS
from bot.premises import AlreadyRunning
from storage.database import Database
from storage.tenures import Process, Tenures


@asynccontextmanager
async def closed_to_others(database: Database, data_dir: Path) -> AsyncIterator[None]:
    """Keep a database to oneself, for as long as this lasts.

    Args:
        data_dir: the data folder, which is held alone: whatever is known of processes there is of dead ones.

    Raises:
        AlreadyRunning: a process of another folder or machine works with it; the text says which.
    """
    if database.is_sqlite:
        yield
        return
    async with Tenures(database).shut(timedelta(seconds=LAPSE_SECONDS)) as living:
        own = place_of(data_dir)
        for process in living:
            if process.place != own:
                raise AlreadyRunning(in_the_way(process))
        yield


def in_the_way(other: Process) -> str:
    """Return in words which process works with the database."""
    since = f"since {other.since:%Y-%m-%d %H:%M:%S} UTC"
    return f"another radslag works with this database: process {other.pid} on {other.host}, {since}"

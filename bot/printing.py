"""`radslag site` and `radslag report`: what is public as files, from the database as it stands, beside a bot or not."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock, SystemClock
from bot.settings import Settings
from bot.window import charters, front
from council.accounting import record_of
from papers import Paper
from storage.reading import ReadOnly
from storage.seal import Vault
from web.house import LANGUAGES, House
from web.reading import read
from web.shelf import Shelf
from web.static import NotOurs, write
from web.yearly_paper import files

__all__ = ["NotOurs", "NotReadable", "print_report", "print_site", "printed", "reported"]
Made = TypeVar("Made")


def print_site(settings: Settings, folder: Path) -> int:
    """Write the pages of all councils; return how many files there are.

    Raises:
        NotOurs: the folder holds something else.
        NotReadable: the database is not there, or of another version.
    """
    pages = _read(printed(settings, SystemClock()))
    write(folder, pages)
    return len(pages)


def print_report(settings: Settings, year: int, folder: Path) -> list[Path]:
    """Write the yearly report of every council in each language of the pages; return the files.

    Raises:
        NotReadable: the database is not there, or no council has met in that year.
    """
    made = _read(reported(settings, year, SystemClock()))
    if not made:
        raise NotReadable(f"no council held a meeting in {year}")
    folder.mkdir(parents=True, exist_ok=True)
    for paper in made:
        (folder / paper.name).write_bytes(paper.data)
    return [folder / paper.name for paper in made]


def _read(reading: Coroutine[Any, Any, Made]) -> Made:
    try:
        return asyncio.run(reading)
    except SQLAlchemyError as trouble:
        raise NotReadable(f"the database could not be read ({type(trouble).__name__}); start the bot once") from None


class NotReadable(Exception):
    """There is nothing yet to make pages of."""


async def printed(settings: Settings, clock: Clock) -> dict[str, bytes]:
    """Return what is at each address of the pages."""
    async with _opened(settings) as database:
        stored = await charters(settings, database)
        fronts = {slug: (each, front(settings, slug)) for slug, each in stored.items()}
        shelf = Shelf(database, fronts, clock.now)
        return {path: made.body for path in await shelf.paths() if (made := await shelf.sheet(path))}


async def reported(settings: Settings, number: int, clock: Clock) -> list[Paper]:
    """Return the yearly report of each council that has met in a year, in each language, as files."""
    made: list[Paper] = []
    async with _opened(settings) as database:
        for slug, own in (await charters(settings, database)).items():
            async with database.work(slug) as work:
                record = record_of(*await read(work, own, clock.now()), clock.now())
            house = House(record, front(settings, slug))
            for year in (each for each in record.years if each.year == number):
                for language in LANGUAGES:
                    made += files(record, year, house.tongue(language))
    return made


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[ReadOnly]:
    database = ReadOnly(settings.database_url, Vault(settings.master_secret.get_secret_value().encode()))
    try:
        yield database
    finally:
        await database.close()

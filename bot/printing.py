"""`radslag site`: the public pages written as files, from the database as it stands, beside a running bot or not."""

import asyncio
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock, SystemClock
from bot.settings import Settings
from bot.window import charters, front
from storage.reading import ReadOnly
from storage.seal import Vault
from web.shelf import Shelf
from web.static import NotOurs, write

__all__ = ["NotOurs", "NotReadable", "print_site", "printed"]


def print_site(settings: Settings, folder: Path) -> int:
    """Write the pages of all councils; return how many files there are.

    Raises:
        NotOurs: the folder holds something else.
        NotReadable: the database is not there, or of another version.
    """
    try:
        pages = asyncio.run(printed(settings, SystemClock()))
    except SQLAlchemyError as trouble:
        raise NotReadable(f"the database could not be read ({type(trouble).__name__}); start the bot once") from None
    write(folder, pages)
    return len(pages)


class NotReadable(Exception):
    """There is nothing yet to make pages of."""


async def printed(settings: Settings, clock: Clock) -> dict[str, bytes]:
    """Return what is at each address of the pages."""
    database = ReadOnly(settings.database_url, Vault(settings.master_secret.get_secret_value().encode()))
    try:
        stored = await charters(settings, database)
        fronts = {slug: (each, front(settings, slug)) for slug, each in stored.items()}
        shelf = Shelf(database, fronts, clock.now)
        return {path: made.body for path in await shelf.paths() if (made := await shelf.sheet(path))}
    finally:
        await database.close()

"""`radslag site`: the public pages written as files, from the database as it stands, beside a running bot or not."""

import asyncio
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import Settings
from bot.settings.charter import charter
from bot.settings.seeding import as_stored
from bot.window import front
from council.charter import Charter
from storage.reading import ReadOnly
from storage.seal import Vault
from web.shelf import Shelf
from web.static import NotOurs, write

__all__ = ["NotOurs", "print_site"]


def print_site(settings: Settings, folder: Path) -> int:
    """Write the pages of all councils; return how many files there are.

    Raises:
        NotOurs: the folder holds something else.
    """
    pages = asyncio.run(_pages(settings))
    write(folder, pages)
    return len(pages)


async def _pages(settings: Settings) -> dict[str, bytes]:
    database = ReadOnly(settings.database_url, Vault(settings.master_secret.get_secret_value().encode()))
    try:
        charters = {slug: await _charter(database, settings, slug) for slug in settings.councils}
        fronts = {slug: (each, front(settings, slug)) for slug, each in charters.items()}
        shelf = Shelf(database, fronts, SystemClock().now)
        return {path: made.body for path in await shelf.paths() if (made := await shelf.sheet(path))}
    finally:
        await database.close()


async def _charter(database: ReadOnly, settings: Settings, slug: str) -> Charter:
    async with database.work(slug) as work:
        return charter(slug, as_stored(settings.councils[slug], await work.councils.settings()))

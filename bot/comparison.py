"""Where the settings file differs from what the database owns by now. Nothing is changed in either."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Council, Settings
from bot.settings.seeding import differences
from storage.database import Database
from storage.seal import Vault


def compared(settings: Settings) -> list[str]:
    """Return what to tell the operator, line by line."""
    return asyncio.run(_compared(settings))


async def _compared(settings: Settings) -> list[str]:
    database = Database(settings.database_url, Vault(settings.master_secret.get_secret_value().encode()))
    told: list[str] = []
    try:
        for slug, council in settings.councils.items():
            told += await _of(database, slug, council)
    except (SQLAlchemyError, OSError, TypeError) as trouble:
        return [f"The database could not be read ({type(trouble).__name__}), so nothing was compared."]
    finally:
        await database.close()
    return told or ["The database agrees with the file."]


async def _of(database: Database, slug: str, council: Council) -> list[str]:
    async with database.work(slug) as work:
        if await work.councils.seeded_at() is None:
            return [f"councils.{slug}: not met yet; the next start will seed it."]
        return differences(
            slug,
            council,
            await work.councils.settings(),
            await work.people.organisations(),
            await work.people.all(),
        )

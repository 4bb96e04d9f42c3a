"""Sets a council up in the database once, from config.yaml; from then on the database owns what was seeded."""

from datetime import datetime

from bot.settings import Council
from bot.settings.charter import charter, organisations, people
from bot.settings.seeding import as_stored, seeded
from council.charter import Charter
from storage.database import Database


async def seed(database: Database, slug: str, council: Council, now: datetime) -> Charter:
    """Return a council's charter as it now stands; at the very first start, store what the settings say."""
    async with database.work(slug) as work:
        if await work.councils.seeded_at() is None:
            await work.councils.save(seeded(council), now)
            await work.people.save_organisations(organisations(council))
            for person in people(council):
                await work.people.save(person)
            await work.journal.write(now, "bot", "council-seeded", f"council:{slug}")
        return charter(slug, as_stored(council, await work.councils.settings()))

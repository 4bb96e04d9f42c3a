"""The yearly report as files: the public record of a council, counted at the moment it is asked for."""

from asyncio import to_thread
from datetime import datetime

from council.accounting import record_of
from council.charter import Charter
from locales import Texts
from papers import file_content
from storage.work import Work
from web.reading import read
from web.render import Tongue
from web.yearly_paper import files


async def year_files(work: Work, charter: Charter, number: int, now: datetime, texts: Texts) -> list[dict[str, object]]:
    """Return the report of a year as the outbox holds files; none of a year in which the council has not met."""
    stored, books = await read(work, charter, now)
    # Counting takes long with many cases, and typesetting always; those who talk to the bot meanwhile shall not wait.
    record = await to_thread(record_of, stored, books, now)
    year = next((each for each in record.years if each.year == number), None)
    if year is None:
        return []
    return [file_content(each) for each in await to_thread(files, record, year, Tongue(texts, charter.language))]

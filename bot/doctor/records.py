"""Looks at the database: that it answers, has this version's form, and is whole; and at what falls due next."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.doctor.finding import Finding, error, ok, warning
from bot.horizon import coming
from council.charter import Charter
from council.text import Text, Words
from storage.migrate import Form, form_of
from storage.reading import ReadOnly
from storage.soundness import damage, engine_version

NEXT_WITHIN = timedelta(days=35)
NEXT_SHOWN = 5


async def of_records(database: ReadOnly, councils: Iterable[str], *, thoroughly: bool) -> list[Finding]:
    """Look at the database.

    Args:
        thoroughly: read all of it, and compute the journal's seals.
    """
    try:
        async with database.connection() as connection:
            form = await form_of(connection)
            found = [_form(form, await engine_version(connection))]
            if form is Form.CURRENT and thoroughly:
                found += _whole(await damage(connection))
        if form is Form.CURRENT and thoroughly:
            for slug in councils:
                found += await _journal(database, slug)
    except (SQLAlchemyError, OSError, TypeError) as trouble:
        # Its words may hold the address, and so a password.
        says = Text("doctor-database-silent", kind=type(trouble).__name__)
        return [error(says, Text("doctor-mend-database"))]
    return found


def _form(form: Form, engine: str) -> Finding:
    version = Words(engine)
    match form:
        case Form.CURRENT:
            return ok(Text("doctor-database", engine=version))
        case Form.NONE:
            return warning(Text("doctor-database-none", engine=version), Text("doctor-mend-start"))
        case Form.OLDER:
            return warning(Text("doctor-database-older", engine=version), Text("doctor-mend-older"))
        case Form.NEWER:
            return error(Text("doctor-database-newer", engine=version), Text("doctor-mend-newer"))


def _whole(damaged: list[str]) -> Iterator[Finding]:
    if not damaged:
        yield ok(Text("doctor-database-whole"))
    for each in damaged:
        yield error(Text("doctor-database-damaged", what=Words(each)), Text("doctor-mend-damage"))


async def _journal(database: ReadOnly, slug: str) -> list[Finding]:
    async with database.work(slug) as work:
        faults = await work.journal.faults()
    if not faults:
        return [ok(Text("doctor-journal", council=Words(slug)))]
    says = Text("doctor-journal-changed", council=Words(slug), what=Words(faults[0]))
    return [error(says, Text("doctor-mend-journal"))]


async def of_coming(database: ReadOnly, charter: Charter, now: datetime) -> list[Finding]:
    """Look at what falls due next in a council."""
    async with database.work(charter.slug) as work:
        found = await coming(work, charter, now, now + NEXT_WITHIN)
        failures = await work.failures.count()
    if not found:
        return [warning(Text("doctor-nothing-coming"), Text("doctor-mend-meetings"))]
    told = [
        ok(Text("doctor-coming", at=each.at, what=Text(f"due-{each.kind.value}"), subject=Words(each.subject)))
        for each in found[:NEXT_SHOWN]
    ]
    return told + ([warning(Text("doctor-failures", count=failures), Text("doctor-mend-failures"))] if failures else [])

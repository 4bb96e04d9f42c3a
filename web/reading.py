"""Reads from storage what a council's public record is composed of."""

from collections.abc import Collection, Iterable
from datetime import datetime

from council.accounting import Books, spans
from council.agenda import Agenda
from council.case import Case
from council.charter import Charter
from council.count import Span, basis, gaps
from council.period import Period
from council.release import newest, published
from council.steps import OPEN
from council.stored import Stored
from council.text import Sharing
from storage.work import Work


async def read(work: Work, charter: Charter, now: datetime) -> tuple[Stored, Books]:
    """Return what is stored, as far as the record needs it."""
    meetings = await work.meetings.all()
    releases = await work.releases.all()
    released = await work.releases.worded(newest(releases))
    promises = await work.promises.all()
    told_of = {*(each.case for each in releases), *(each.case for each in promises if each.case is not None)}
    agendas = await work.agenda.every()
    stored = Stored(
        charter=charter,
        organisations=tuple(await work.people.organisations()),
        meetings=tuple(meetings),
        agendas=agendas,
        proceedings=await work.records.every(),
        minutes=await work.minutes.every_adjusted(),
        decisions=tuple(await work.decisions.all()),
        actions=tuple(await work.actions.all()),
        promises=tuple(promises),
        cases={case.number: case for case in await work.cases.all(told_of)},
        released=tuple(released),
        withdrawn=tuple(each for each in releases if not each.is_public),
        shares=tuple(await work.shares.withdrawn()),
        petitions=tuple(await work.petitions.all()),
    )
    began_at, kept = await work.councils.seeded_at() or now, await work.counts.kept(basis(charter.zone))
    periods = spans(meetings, began_at, now, charter.zone)
    books = Books(
        began_at=began_at,
        cases=await _single(work, charter, agendas.values(), periods, kept),
        referred=await work.referrals.by_day(),
        intentions=await work.records.every_intention(),
        incidents=tuple(stored.day(each.noticed_at) for each in await work.incidents.all()),
        published=(
            *map(stored.day, await work.shares.published_at([Sharing.OPEN])),
            *(stored.day(each.at) for each in published(releases)),
        ),
        kept=kept,
    )
    return stored, books


async def _single(
    work: Work, charter: Charter, agendas: Iterable[Agenda], periods: Iterable[Period], kept: Collection[Span]
) -> tuple[Case, ...]:
    """Return the cases that must be looked at one by one: of what no count is kept, open, or taken up at a meeting."""
    sources = (item.source for agenda in agendas for item in agenda.items)
    labels = [source for source in sources if source.startswith(f"{charter.case_prefix}-")]
    numbers = [int(number) for label in labels if (number := label.rpartition("-")[2]).isdecimal()]
    found = [*await work.cases.all(numbers), *await work.cases.taken_up(), *await work.cases.standing_at(OPEN)]
    for since, until in {gap for period in periods for gap in gaps(period.since, period.until, kept)}:
        found += await work.cases.received(since, until)
    return tuple(sorted({case.number: case for case in found}.values(), key=lambda case: case.number))

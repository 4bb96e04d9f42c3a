"""Reads from storage what a council's public record is composed of."""

from datetime import datetime

from council.accounting import Books
from council.charter import Charter
from council.release import newest, published
from council.stored import Stored
from council.text import Sharing
from storage.work import Work


async def read(work: Work, charter: Charter, now: datetime) -> tuple[Stored, Books]:
    """Return what is stored, as far as the record needs it."""
    meetings = await work.meetings.all()
    releases = await work.releases.all()
    released = await work.releases.worded(newest(releases))
    cases = {case.number: case for case in await work.cases.all()}
    stored = Stored(
        charter=charter,
        organisations=tuple(await work.people.organisations()),
        meetings=tuple(meetings),
        agendas=await work.agenda.every(),
        proceedings=await work.records.every(),
        minutes=await work.minutes.every_adjusted(),
        decisions=tuple(await work.decisions.all()),
        actions=tuple(await work.actions.all()),
        promises=tuple(await work.promises.all()),
        cases=cases,
        released=tuple(released),
        withdrawn=tuple(each for each in releases if not each.is_public),
        shares=tuple(await work.shares.withdrawn()),
        petitions=tuple(await work.petitions.all()),
    )
    books = Books(
        began_at=await work.councils.seeded_at() or now,
        cases=tuple(cases.values()),
        referred=await work.referrals.by_day(),
        intentions=await work.records.every_intention(),
        incidents=tuple(stored.day(each.noticed_at) for each in await work.incidents.all()),
        published=(
            *map(stored.day, await work.shares.published_at([Sharing.OPEN])),
            *(stored.day(each.at) for each in published(releases)),
        ),
    )
    return stored, books

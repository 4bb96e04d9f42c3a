"""The whole examination: first what all councils share, then each council."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.exc import SQLAlchemyError

from bot.custodian import Custodian
from bot.doctor.account import of_account
from bot.doctor.backups import of_backups
from bot.doctor.company import Roll, of_company
from bot.doctor.finding import Finding, Gravity, gravest, warning
from bot.doctor.homeserver import of_homeserver
from bot.doctor.machine import of_machine
from bot.doctor.process import of_errands, of_holder, of_process
from bot.doctor.records import of_coming, of_records
from bot.doctor.rooms import of_rooms
from bot.matrix.http import Server
from bot.matrix.login import Login, LoginRefused
from bot.matrix.policy import server_of
from bot.settings import Council, Settings
from bot.settings.charter import charter, people
from bot.settings.seeding import as_stored
from council.people import Person, Place
from council.text import Text
from storage.reading import ReadOnly
from storage.seal import Vault


@dataclass(frozen=True)
class Part:
    """What was found of one thing.

    Args:
        council: the council it is about, if about one.
    """

    council: str | None
    findings: list[Finding]


async def examine(settings: Settings, now: datetime, *, thoroughly: bool) -> AsyncIterator[Part]:
    """Look at everything, part by part.

    Args:
        now: by this machine's clock.
        thoroughly: also what takes long: the whole database, and the newest backup.
    """
    vault = Vault(settings.master_secret.get_secret_value().encode())
    server, database = Server(settings.homeserver.url), ReadOnly(settings.database_url, vault)
    try:
        zones = [ZoneInfo(council.time_zone) for council in settings.councils.values()]
        yield Part(None, list(of_machine(settings.data_dir, zones, now)))
        answers = await of_homeserver(server, settings.homeserver.url, now)
        yield Part(None, answers)
        records = await _records(settings, database, thoroughly=thoroughly)
        yield Part(None, records)
        yield Part(None, await of_backups(settings, vault, now, thoroughly=thoroughly))
        yield Part(None, await of_process(settings))
        for slug, council in settings.councils.items():
            if gravest(answers) < Gravity.ERROR:
                yield Part(slug, await of_account(Custodian(settings, slug)))
                yield Part(slug, await _rooms(settings, server, database, slug, council))
            if gravest(records) is Gravity.OK:
                yield Part(slug, await of_holder(database, slug))
                yield Part(slug, [await of_errands(database, slug, now)])
                yield Part(slug, await _coming(database, slug, council, now))
    finally:
        await server.close()
        await database.close()


async def _records(settings: Settings, database: ReadOnly, *, thoroughly: bool) -> list[Finding]:
    file = settings.database_file
    if file is not None and not file.exists():
        return [warning(Text("doctor-database-none", engine="SQLite"), Text("doctor-mend-start"))]
    return await of_records(database, settings.councils, thoroughly=thoroughly)


async def _rooms(settings: Settings, server: Server, database: ReadOnly, slug: str, council: Council) -> list[Finding]:
    try:
        login = Login.stored(settings.data_dir / slug)
    except LoginRefused:
        login = None
    if login is None:
        # That is said where the account is looked at.
        return []
    token = login.token

    async def get(where: str) -> dict[str, object]:
        return await server.ask("GET", where, token=token)

    own, rooms = council.account.user_id, await _known_rooms(database, slug, council)
    found = await of_rooms(get, own, rooms)
    servers = frozenset({server_of(own), *council.invitations.servers})
    found += await of_company(get, Roll(own, await _officers(database, slug, council), servers), rooms)
    # One council's dead token says nothing of the others'.
    server.forget_refusal()
    return found


async def _known_rooms(database: ReadOnly, slug: str, council: Council) -> dict[Place, str]:
    """Return each room's ID, as the settings say or as it has become by upgrades since."""
    named = {
        Place.OPEN: council.rooms.open,
        Place.COUNCIL: council.rooms.council,
        Place.SECRETARIAT: council.rooms.secretariat,
        Place.OPERATORS: council.rooms.operators,
    }
    try:
        async with database.work(slug) as work:
            moved = {each.origin: each.room.matrix_id for each in await work.rooms.standings() if each.origin}
    except SQLAlchemyError:
        # That the database does not answer is said where it is looked at.
        return named
    return {place: moved.get(room, room) for place, room in named.items()}


async def _officers(database: ReadOnly, slug: str, council: Council) -> list[Person]:
    """Return who holds an office, as the database has it, or the settings before the first start."""
    try:
        async with database.work(slug) as work:
            if await work.councils.seeded_at() is not None:
                return await work.people.all()
    except SQLAlchemyError:
        # That the database does not answer is said where it is looked at.
        pass
    return list(people(council))


async def _coming(database: ReadOnly, slug: str, council: Council, now: datetime) -> list[Finding]:
    async with database.work(slug) as work:
        if await work.councils.seeded_at() is None:
            return [warning(Text("doctor-unseeded"), Text("doctor-mend-start"))]
        stored = as_stored(council, await work.councils.settings())
    return await of_coming(database, charter(slug, stored), now)

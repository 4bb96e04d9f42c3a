"""The doctor tells what is well, what is not, and what would mend it, in the operator's language."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from sqlalchemy import text

from bot.doctor.backups import of_backups
from bot.doctor.finding import Finding, Gravity
from bot.doctor.homeserver import of_homeserver
from bot.doctor.machine import next_change, of_machine
from bot.doctor.process import of_holder, of_process
from bot.doctor.records import of_coming, of_records
from bot.doctor.rooms import of_rooms
from bot.matrix.http import NoAnswer, Said, Server
from bot.premises import only_one
from bot.settings import Settings
from council.people import Place
from council.reminders import Kind
from council.text import Text
from locales import Texts
from storage.reading import ReadOnly
from storage.tenures import Process, Tenures
from tests.matrix.faults import Asked, fault_server, page
from tests.site import VAULT, Site, settings_in
from tests.town import CHARTER, NOON, STOCKHOLM, Town

BOT = "@bot:town"
ROOM = "!council:town"


def told(findings: Iterable[Finding], language: str = "en") -> list[tuple[str, str]]:
    """Return each finding as it is read: the word for how grave it is, and the sentence."""
    texts = Texts(language, STOCKHOLM)
    shown = list(findings)
    assert all(texts.render(each.remedy) for each in shown if each.remedy)
    return [
        (texts.render(Text(f"doctor-gravity-{each.gravity.name.lower()}")), texts.render(each.says)) for each in shown
    ]


# The machine


def test_the_next_change_of_the_clocks_is_told_with_the_edition_of_the_rules(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)

    *_, zone = told(of_machine(tmp_path, [STOCKHOLM], NOON), "sv")

    assert zone[0] == "ok"
    assert zone[1].startswith("Europe/Stockholm: regler av utgåva 20")
    assert zone[1].endswith(" Klockan ställs om söndag 29 mars 2026 kl. 03.00.")


@pytest.mark.parametrize(
    ("zone", "change"),
    [
        ("Europe/Stockholm", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("Australia/Sydney", datetime(2026, 4, 4, 16, 0, tzinfo=UTC)),
        ("Asia/Tokyo", None),
    ],
)
def test_the_change_is_found_to_the_minute(zone: str, change: datetime | None) -> None:
    assert next_change(ZoneInfo(zone), NOON) == change


def test_rules_of_years_ago_are_a_warning(tmp_path: Path) -> None:
    found = list(of_machine(tmp_path, [STOCKHOLM], NOON + timedelta(days=20 * 365)))

    assert [each.gravity for each in found if each.says.key == "doctor-zone"] == [Gravity.WARNING]


def test_a_data_folder_that_others_can_read_is_an_error_with_the_command_that_closes_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    (grave, says), *_ = told(of_machine(tmp_path, [], NOON))

    assert grave == "error"
    assert says.endswith(f"close it with: chmod 700 {tmp_path}.")


# The homeserver


@pytest.mark.parametrize(
    ("off_seconds", "grave", "says"),
    [
        (0, "ok", "This machine's clock goes with the homeserver's."),
        (60, "warning", "This machine's clock is 60 s ahead of the homeserver's."),
        (-1200, "error", "This machine's clock is 1,200 s behind the homeserver's."),
    ],
)
async def test_the_clock_is_compared_with_the_date_that_the_homeserver_gives(
    off_seconds: int, grave: str, says: str
) -> None:
    def dated(_asked: Asked) -> web.Response:
        # An answer's date leaves out its fraction, which counts as a second.
        date = format_datetime(NOON.replace(microsecond=0) - timedelta(seconds=off_seconds + 1))
        return web.json_response({"versions": ["r0.6.1", "v1.12"]}, headers={"Date": date})

    async with fault_server() as homeserver:
        homeserver.on("GET /_matrix/client/versions", dated)
        server = Server(homeserver.url)
        found = told(await of_homeserver(server, homeserver.url, NOON))
        await server.close()

    assert found == [("ok", f"The homeserver {homeserver.url} answers, up to Matrix v1.12."), (grave, says)]


async def test_a_page_in_the_homeservers_place_is_an_error() -> None:
    async with fault_server() as homeserver:
        homeserver.on("GET", page(502))
        server = Server(homeserver.url)
        ((grave, says),) = told(await of_homeserver(server, homeserver.url, NOON))
        await server.close()

    assert (grave, says) == ("error", f"The homeserver {homeserver.url} does not answer: 502.")


# The rooms


class Chambers:
    """A homeserver's answers about one room."""

    def __init__(self, **changed: Any) -> None:
        self.state: dict[str, Any] = {
            "m.room.create": {"room_version": "10"},
            "m.room.power_levels": {"users": {BOT: 50}, "invite": 50},
            "m.room.encryption": {"algorithm": "m.megolm.v1.aes-sha2"},
            "m.room.join_rules": {"join_rule": "invite"},
            "m.room.history_visibility": {"history_visibility": "joined"},
            **{f"m.room.{name}": content for name, content in changed.items()},
        }
        self.members: dict[str, str] = {}

    async def get(self, where: str) -> dict[str, Any]:
        """Answer about the state of the one room, and who is there."""
        if "council" not in where:
            raise Said(403, "M_FORBIDDEN")
        if "/members?not_membership=leave" in where:
            return {"chunk": [{"state_key": who, "content": {"membership": how}} for who, how in self.members.items()]}
        content = self.state.get(where.split("/state/")[1].partition("/")[0])
        if content is None:
            raise Said(404, "M_NOT_FOUND")
        return {"content": content, "sender": "@chair:town"}


def lacks(*powers: str) -> str:
    return f"The council's room: the bot lacks the power to {', '.join(powers[:-1])} and {powers[-1]}."


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, [("ok", f"The council's room: the bot is there and may do what it must ({ROOM}).")]),
        (
            {"encryption": None},
            [("error", "The council's room: it is not encrypted, so nothing that belongs there is said.")],
        ),
        ({"join_rules": {"join_rule": "public"}}, [("error", "The council's room: anybody may enter.")]),
        (
            {"history_visibility": {"history_visibility": "world_readable"}},
            [("error", "The council's room: anybody may read what was said there.")],
        ),
        (
            {"guest_access": {"guest_access": "can_join"}},
            [("warning", "The council's room: guests without an account may enter.")],
        ),
        (
            {"power_levels": {"users": {BOT: 0}, "invite": 50}},
            [("error", lacks("pin messages", "remove messages", "invite people", "remove people"))],
        ),
        (
            {"power_levels": {"users": {BOT: 50}, "events": {"m.room.encrypted": 60, "m.room.pinned_events": 100}}},
            [("error", lacks("speak", "pin messages"))],
        ),
    ],
)
async def test_a_room_is_as_closed_and_the_bot_as_able_there_as_is_needed(
    changed: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    assert told(await of_rooms(Chambers(**changed).get, BOT, {Place.COUNCIL: ROOM})) == found


async def test_who_made_a_room_of_the_newest_kind_may_do_everything_there() -> None:
    chambers = Chambers(create={"room_version": "12", "additional_creators": [BOT]}, power_levels={"users": {}})

    ((grave, _says),) = told(await of_rooms(chambers.get, BOT, {Place.COUNCIL: ROOM}))

    assert grave == "ok"


async def test_an_open_room_that_is_encrypted_keeps_people_out() -> None:
    ((grave, says),) = told(await of_rooms(Chambers().get, BOT, {Place.OPEN: ROOM}))

    assert (grave, says) == ("warning", "The open room: it is encrypted, so not everybody can read it.")


async def test_a_room_that_the_bot_is_not_in_is_an_error_with_whom_to_invite() -> None:
    (found,) = await of_rooms(Chambers().get, BOT, {Place.SECRETARIAT: "!elsewhere:town"})

    assert told([found]) == [("error", "The secretariat's room: the bot is not in !elsewhere:town.")]
    assert found.remedy == Text("doctor-mend-invite", own=BOT)


async def test_a_homeserver_that_goes_silent_meanwhile_is_told() -> None:
    async def silent(_where: str) -> dict[str, Any]:
        raise NoAnswer("TimeoutError")

    assert told(await of_rooms(silent, BOT, {Place.COUNCIL: ROOM})) == [
        ("error", "The rooms could not be looked at: TimeoutError.")
    ]


# The records


async def records(url: str, *, thoroughly: bool = True) -> list[tuple[str, str]]:
    database = ReadOnly(url, VAULT)
    try:
        return told(await of_records(database, ["lindvassa"], thoroughly=thoroughly))
    finally:
        await database.close()


async def test_records_that_are_well_are_read_through_only_when_asked_for(site: Site) -> None:
    (grave, says), *more = await records(site.settings.database_url)

    assert grave == "ok"
    assert says.endswith("answers, and the records have the form of this version.")
    assert ("ok", "lindvassa: the journal's seals are unbroken.") in more
    assert await records(site.settings.database_url, thoroughly=False) == [("ok", says)]


async def test_records_of_an_older_and_of_a_newer_version_are_told_apart(site: Site) -> None:
    for step, grave in (("0001", "warning"), ("9999", "error")):
        async with site.database.engine.begin() as connection:
            await connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})

        assert [each for each, _says in await records(site.settings.database_url)] == [grave]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_file_with_a_torn_page_is_an_error(site: Site) -> None:
    await site.database.close()
    file = site.settings.database_file
    assert file is not None
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page_number,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'outbox'").fetchone()
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as torn:
        torn.seek((page_number - 1) * page_size)
        torn.write(b"\xff" * 64)

    found = await records(site.settings.database_url)

    assert "error" in [grave for grave, _says in found]


async def test_what_falls_due_next_is_told_with_its_moment(database_url: str, town: Town) -> None:
    await town.becomes(NOON)
    reading = ReadOnly(database_url, town.database.vault)

    found = told(await of_coming(reading, CHARTER, town.clock.now()), "sv")
    await reading.close()

    assert found[0] == ("ok", "torsdag 26 mars 2026 kl. 18.00: påminnelse om mötet (2026-04)")
    assert len(found) == 5


@pytest.mark.parametrize("language", ["sv", "en"])
def test_everything_that_can_fall_due_has_a_name(language: str) -> None:
    assert all(Texts(language, STOCKHOLM).render(Text(f"due-{kind.value}")) for kind in Kind)


# The backups


async def backups(settings: Settings, now: datetime) -> list[tuple[str, str]]:
    return told(await of_backups(settings, VAULT, now, thoroughly=True))


async def test_no_backup_is_a_warning_and_an_old_one_is_too_in_the_end_an_error(site: Site) -> None:
    now = site.town.clock.now()

    assert [grave for grave, _says in await backups(site.settings, now)] == ["warning"]
    made = await site.make()
    fresh = await backups(site.settings, now)
    assert [grave for grave, _says in fresh] == ["ok", "ok"]
    assert fresh[1][1].startswith(f"{made.file.name} opens and is whole: ")
    assert [grave for grave, _says in await backups(site.settings, now + timedelta(days=2))] == ["warning", "ok"]
    assert [grave for grave, _says in await backups(site.settings, now + timedelta(days=8))] == ["error", "ok"]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_backup_that_does_not_open_is_an_error(site: Site) -> None:
    made = await site.make()
    made.file.write_bytes(made.file.read_bytes()[:-100])

    (age, _), (grave, says) = await backups(site.settings, site.town.clock.now())

    assert (age, grave) == ("ok", "error")
    assert says.startswith(f"{made.file.name} could not be restored: ")


# The process


async def test_a_bot_that_is_not_running_is_a_warning(tmp_path: Path) -> None:
    ((grave, says),) = told(await of_process(settings_in(tmp_path / "site")))

    assert (grave, says) == ("warning", f"No bot is running with {tmp_path / 'site' / 'data'}.")


async def test_what_a_running_bot_serves_is_asked_for(tmp_path: Path) -> None:
    ill = {"signs": [{"name": "sync_age_seconds", "value": 900.0, "ok": False}, {"name": "parts_ended", "ok": True}]}
    async with fault_server() as served:
        served.on("GET /health", ill)
        served.on("GET /", page(500))
        at = served.url.removeprefix("http://")
        settings = settings_in(tmp_path / "site", RADSLAG_MONITORING__LISTEN=at, RADSLAG_WEB__LISTEN=at)
        settings.data_dir.mkdir(mode=0o700)
        lock = only_one(settings.data_dir)
        found = told(await of_process(settings))
        lock.close()

    assert found == [
        ("ok", "The bot is running."),
        ("error", "Its health says: sync_age_seconds is 900.0."),
        ("error", f"The public pages at {at} answer with 500."),
    ]


async def test_the_process_that_works_for_a_council_is_named_where_there_may_be_several(site: Site) -> None:
    reading = ReadOnly(site.settings.database_url, VAULT)
    if site.database.is_sqlite:
        assert await of_holder(reading, "lindvassa") == []
        await reading.close()
        return
    before = told(await of_holder(reading, "lindvassa"))
    tenures = Tenures(site.database)
    await tenures.enter(Process("a", 4711, "machine", "place"), alone=True, lapse=timedelta(seconds=30))
    await tenures.take("lindvassa", "a", None)

    after = told(await of_holder(reading, "lindvassa"))
    await reading.close()
    assert before == [("warning", "No process works for this council.")]
    assert after[0][1].startswith("Process 4711 on machine has worked for this council since ")

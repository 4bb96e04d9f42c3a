"""The doctor tells of the machine, of the homeserver and of what is served there also what is out of the ordinary."""

import zoneinfo
from collections.abc import Iterator
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.doctor.backups import of_backups
from bot.doctor.homeserver import of_homeserver
from bot.doctor.machine import of_machine, rules_edition
from bot.doctor.process import of_errands, of_process
from bot.doctor.records import of_coming
from bot.doctor.rooms import of_rooms
from bot.matrix.http import Server
from bot.premises import only_one
from council.people import Place
from storage.database import Database
from storage.reading import ReadOnly
from tests.bot.test_doctor import BOT, ROOM, Chambers, told
from tests.matrix.faults import FaultServer, Told, fault_server
from tests.site import VAULT, Site, settings_in
from tests.town import CHARTER, NOON

pytestmark = pytest.mark.usefixtures("operator")

# The machine


@pytest.fixture
def _rules_lie_in(tmp_path: Path) -> Iterator[None]:
    """Let the rules of the time zones be looked for in two folders of the test's."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([str(tmp_path / "nothing"), str(tmp_path / "rules")])
    yield
    zoneinfo.reset_tzpath(before)


@pytest.mark.usefixtures("_rules_lie_in")
def test_the_rules_are_those_of_the_machine_or_those_that_were_installed_with_the_bot(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    alone = rules_edition()
    (rules / "Europe").mkdir(parents=True)
    (rules / "Europe" / "Stockholm").touch()
    unnamed = rules_edition()
    (rules / "tzdata.zi").write_text("# version 2026a\nR d 1916\n", encoding="ascii")
    named = rules_edition()

    assert (alone, unnamed, named) == (version("tzdata"), "?", "2026a")


def test_a_data_folder_that_is_not_there_yet_is_a_warning_and_its_disk_is_not_looked_at(tmp_path: Path) -> None:
    assert told(of_machine(tmp_path / "none", [], NOON)) == [
        ("warning", f"There is no data folder {tmp_path / 'none'} yet.")
    ]


# The homeserver


@pytest.mark.parametrize("answer", [{}, {"versions": []}, {"versions": "v1.12"}])
async def test_what_answers_and_is_no_homeserver_is_told(answer: dict[str, object]) -> None:
    async with fault_server() as homeserver:
        homeserver.on("GET", answer)
        server = Server(homeserver.url)
        found = told(await of_homeserver(server, homeserver.url, NOON))
        await server.close()

    assert found == [("error", f"What answers at {homeserver.url} is no Matrix homeserver.")]


# The rooms


async def test_a_room_that_is_named_by_its_alias_is_looked_up_and_a_busy_homeserver_is_told() -> None:
    chambers = Chambers()

    async def get(where: str) -> dict[str, object]:
        if "/directory/room/" in where:
            return {"room_id": ROOM}
        return await chambers.get(where)

    assert told(await of_rooms(get, BOT, {Place.COUNCIL: "#council:town"})) == [
        ("ok", "The council's room: the bot is there and may do what it must (#council:town).")
    ]


# The records


async def test_a_council_without_meetings_has_nothing_coming(database_url: str, database: Database) -> None:
    reading = ReadOnly(database_url, database.vault)

    found = told(await of_coming(reading, CHARTER, NOON))
    await reading.close()

    assert found == [("warning", "Nothing falls due within five weeks.")]


async def test_heavy_work_that_waits_for_nobody_is_well(database_url: str, database: Database) -> None:
    reading = ReadOnly(database_url, database.vault)

    found = told([await of_errands(reading, CHARTER.slug, NOON)])
    await reading.close()

    assert [grave for grave, _says in found] == ["ok"]


# The backups


async def test_files_that_are_no_sets_are_not_taken_for_one(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "site")
    settings.sets_folder.mkdir(parents=True)
    (settings.sets_folder / "radslag-yesterday.set").touch()

    assert told(await of_backups(settings, VAULT, NOON, thoroughly=True)) == [
        ("warning", f"There is no backup in {settings.sets_folder}.")
    ]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_set_for_a_key_that_is_kept_elsewhere_is_told_as_not_opened(site: Site) -> None:
    made = await site.make()
    backup = site.settings.backup.model_copy(update={"recipient": "age1elsewhere"})
    settings = site.settings.model_copy(update={"backup": backup})

    found = told(await of_backups(settings, VAULT, site.town.clock.now() + timedelta(hours=1), thoroughly=True))

    assert [grave for grave, _says in found] == ["ok", "ok"]
    assert found[1][1] == f"{made.file.name} was not opened: its secret key is not kept here."


# The process


@pytest.fixture
async def served() -> FaultServer:
    return FaultServer()


async def found_where(answers: FaultServer, tmp_path: Path) -> list[tuple[str, str]]:
    """Return what is found of a bot at work whose health and pages answer so."""
    async with fault_server() as running:
        running.rules = answers.rules
        at = running.url.removeprefix("http://")
        settings = settings_in(tmp_path / "site", RADSLAG_MONITORING__LISTEN=at, RADSLAG_WEB__LISTEN=at)
        settings.data_dir.mkdir(mode=0o700)
        lock = only_one(settings.data_dir)
        found = told(await of_process(settings))
        lock.close()
    return [(grave, says.replace(at, "there")) for grave, says in found]


async def test_a_bot_that_is_well_is_told_as_well(served: FaultServer, tmp_path: Path) -> None:
    served.on("GET /health", {"signs": [{"name": "parts_ended", "value": 0, "ok": True}]})
    served.on("GET /", {})

    assert await found_where(served, tmp_path) == [
        ("ok", "The bot is running."),
        ("ok", "Its health at there is good."),
        ("ok", "The public pages answer at there."),
    ]


async def test_what_answers_in_place_of_the_bots_health_is_not_taken_for_it(
    served: FaultServer, tmp_path: Path
) -> None:
    served.on("GET /health", Told(200, b"<html>hello</html>", "text/html"))
    served.on("GET /", {})

    assert ("error", "Its health at there cannot be asked for.") in await found_where(served, tmp_path)


async def test_addresses_at_which_nobody_listens_are_told(tmp_path: Path) -> None:
    async with fault_server() as gone:
        at = gone.url.removeprefix("http://")
    settings = settings_in(tmp_path / "site", RADSLAG_MONITORING__LISTEN=at, RADSLAG_WEB__LISTEN=at)
    settings.data_dir.mkdir(mode=0o700)
    lock = only_one(settings.data_dir)
    found = told(await of_process(settings))
    lock.close()

    assert found[1:] == [
        ("error", f"Its health at {at} cannot be asked for."),
        ("error", f"The public pages do not answer at {at}."),
    ]

"""`radslag doctor` tells of everything that the bot needs what can be told, whatever else does not answer."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.custodian import Custodian
from bot.settings import load
from tests.bot.commandline import radslag
from tests.matrix.accounts import BOT, PASSWORD
from tests.matrix.faults import FaultServer, page
from tests.matrix.test_custody import Town
from tests.site import SECRETS, Site, settings_in

ACCOUNT = "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__"
pytestmark = pytest.mark.usefixtures("operator")


@pytest.fixture
def faults(faults: FaultServer) -> FaultServer:
    faults.on("GET /_matrix/client/versions", {"versions": ["v1.12"]})
    return faults


@pytest.fixture
def surroundings(faults: FaultServer) -> dict[str, str]:
    Town(faults)
    return {"RADSLAG_HOMESERVER__URL": faults.url, f"{ACCOUNT}USER_ID": BOT, f"{ACCOUNT}PASSWORD": PASSWORD}


async def examined(folder: Path, surroundings: dict[str, str], *more: str) -> tuple[int, list[str]]:
    """Return the exit code, and what is found: how grave it is and what is said, without the remedies."""
    done = await radslag("doctor", "-l", "en", *more, "--config", folder / "config.yaml", **surroundings)
    words = ("ok ", "warning ", "error ")
    lines = [line for line in done.stdout.splitlines() if line.startswith(words) or line == "lindvassa"]
    return done.exit_code, [" ".join(line.split()) for line in lines]


async def test_before_the_first_start_each_thing_that_is_missing_is_told(
    faults: FaultServer, surroundings: dict[str, str], tmp_path: Path
) -> None:
    settings = settings_in(tmp_path / "site")

    code, found = await examined(tmp_path / "site", surroundings, "--quick")

    assert code == 2
    assert found[0] == f"warning There is no data folder {settings.data_dir} yet."
    assert "warning There are no records yet (SQLite)." in found
    assert found[found.index("lindvassa") + 1 :] == ["error The bot has never been logged in."]
    assert not (tmp_path / "site" / "data").exists()


async def test_of_a_council_nothing_is_asked_where_its_homeserver_is_silent(
    faults: FaultServer, surroundings: dict[str, str], tmp_path: Path
) -> None:
    settings_in(tmp_path / "site")
    faults.on("GET /_matrix/client/versions", page(502))

    code, found = await examined(tmp_path / "site", surroundings, "--quick")

    assert code == 2
    assert f"error The homeserver {faults.url} does not answer: 502." in found
    assert "lindvassa" not in found
    assert len(faults.asked) == 1


async def test_a_bot_that_is_logged_in_and_in_none_of_its_rooms_is_told_room_by_room(
    faults: FaultServer, surroundings: dict[str, str], tmp_path: Path
) -> None:
    settings_in(tmp_path / "site")
    settings = load(tmp_path / "site" / "config.yaml", SECRETS | surroundings).settings
    await Custodian(settings, "lindvassa").bootstrap()

    code, found = await examined(tmp_path / "site", surroundings)

    own = found[found.index("lindvassa") + 1 :]
    rooms = settings.councils["lindvassa"].rooms
    assert code == 2
    assert [each.split()[0] for each in own[:3]] == ["ok"] * 3
    assert f"error The open room: the bot is not in {rooms.open}." in own
    assert f"error The operators' room: the bot is not in {rooms.operators}." in own
    assert own[-1] == "warning The council has not been set up yet."
    assert "ok lindvassa: the journal's seals are unbroken." in found


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_rooms_are_not_looked_for_with_a_login_that_is_damaged(
    site: Site, faults: FaultServer, surroundings: dict[str, str]
) -> None:
    code, found = await examined(site.folder, surroundings, "--quick")

    own = found[found.index("lindvassa") + 1 :]
    assert code == 2
    assert own[0].startswith("error The account cannot be used: ")
    assert own[0].endswith("login.json is damaged; remove it to log in as a new device.")
    assert not [each for each in own if " room: " in each]
    assert [each.path for each in faults.asked] == ["/_matrix/client/versions"]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_journal_that_was_changed_is_an_error_and_the_rest_is_looked_at(
    site: Site, surroundings: dict[str, str]
) -> None:
    file = site.settings.database_file
    assert file is not None
    with closing(sqlite3.connect(file, isolation_level=None)) as intruder:
        for (trigger,) in intruder.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            intruder.execute(f"DROP TRIGGER {trigger}")
        intruder.execute("UPDATE journal SET who = 'POL' WHERE step = 1")

    code, found = await examined(site.folder, surroundings)

    assert code == 2
    assert "error lindvassa: the journal was changed: entry 1 was changed." in found
    assert "lindvassa" in found


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_database_that_is_none_is_told_by_kind_and_the_account_is_looked_at_all_the_same(
    site: Site, surroundings: dict[str, str]
) -> None:
    await site.database.close()
    file = site.settings.database_file
    assert file is not None
    file.write_bytes(b"no database at all, and long enough to be looked at as one" * 100)

    code, found = await examined(site.folder, surroundings)

    assert code == 2
    assert "error The database does not answer (DatabaseError)." in found
    assert found[found.index("lindvassa") + 1].startswith("error The account cannot be used: ")


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_an_empty_database_is_told_as_not_begun(site: Site, surroundings: dict[str, str]) -> None:
    await site.database.close()
    file = site.settings.database_file
    assert file is not None
    for each in (file, *file.parent.glob(f"{file.name}-*")):
        each.unlink()
    file.touch(mode=0o600)

    _code, found = await examined(site.folder, surroundings)

    (says,) = [each for each in found if "no records" in each]
    assert says.startswith("warning There are no records yet (SQLite 3.")

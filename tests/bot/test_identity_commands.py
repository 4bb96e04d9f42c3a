"""`radslag identity`: an operator sees how it stands, and nothing is dropped without being asked for."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from bot.premises import only_one
from tests.bot.commandline import radslag
from tests.matrix.accounts import BOT, PASSWORD
from tests.matrix.faults import FaultServer, page
from tests.matrix.test_custody import Town
from tests.site import settings_in

ACCOUNT = "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__"
Give = Callable[..., Coroutine[Any, Any, Result]]


@pytest.fixture
def house(faults: FaultServer) -> Town:
    return Town(faults)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return settings_in(tmp_path / "site").data_dir


@pytest.fixture
def identity(faults: FaultServer, house: Town, data: Path, operator: None) -> Give:
    """Return what gives a command of `radslag identity`."""
    config = data.parent / "config.yaml"
    outside = {"RADSLAG_HOMESERVER__URL": faults.url, f"{ACCOUNT}USER_ID": BOT, f"{ACCOUNT}PASSWORD": PASSWORD}

    async def given(*words: str, typed: str = "", **more: str | None) -> Result:
        return await radslag("identity", *words, "--config", config, typed=typed, **(outside | more))

    return given


def key_in(shown: str) -> str:
    """Return the recovery key that was shown."""
    (line,) = [line.strip() for line in shown.splitlines() if line.startswith("    ")]
    return line


async def test_before_the_first_start_it_says_so(identity: Give) -> None:
    done = await identity("status", "--language", "en")

    assert done.exit_code == 2
    assert done.stdout.splitlines()[0] == "error    The bot has never been logged in."


async def test_a_recovery_key_is_shown_once_and_known_to_be_there(identity: Give) -> None:
    made = await identity("bootstrap")
    done = await identity("status", "--language", "sv")

    assert made.exit_code == done.exit_code == 0
    assert len(key_in(made.stdout).replace(" ", "")) == 48
    assert key_in(made.stdout) not in done.output
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ok"] * 3


async def test_a_key_that_is_there_is_replaced_only_by_who_agrees(identity: Give, house: Town) -> None:
    await identity("bootstrap")
    before = dict(house.account_data[BOT])

    no = await identity("bootstrap", typed="n\n")
    kept = dict(house.account_data[BOT])
    yes = await identity("bootstrap", typed="y\n")

    assert (no.exit_code, kept) == (1, before)
    assert "There is a recovery key; it will open nothing afterwards." in no.stdout
    assert yes.exit_code == 0
    assert house.account_data[BOT] != before


async def test_a_device_that_was_logged_out_is_replaced_by_a_new_one(identity: Give, house: Town, data: Path) -> None:
    await identity("bootstrap")
    house.dead.add("D1")

    no = await identity("recover", typed="n\n")
    still = (data / "lindvassa" / "login.json").exists() and house.logins
    yes = await identity("recover", typed="y\n")

    assert (no.exit_code, still, no.stderr) == (1, 1, "Not done: nothing was changed.\n")
    assert yes.exit_code == 0
    assert "The bot's device is signed by its identity: " in yes.stdout
    assert house.is_trusted(BOT, "D2")


async def test_a_lost_identity_comes_back_by_the_recovery_key(identity: Give, data: Path, house: Town) -> None:
    key = key_in((await identity("bootstrap")).stdout)
    (data / "lindvassa" / "identity.json").unlink()
    before = house.identities[BOT]

    done = await identity("recover", typed=f"{key}\n")

    assert done.exit_code == 0, done.output
    assert house.identities[BOT] == before
    assert key not in done.output
    assert (data / "lindvassa" / "identity.json").exists()


async def test_an_identity_is_made_anew_only_by_who_types_the_accounts_name(identity: Give, house: Town) -> None:
    await identity("bootstrap")
    before = house.identities[BOT]

    no = await identity("reset", typed="bot\n")
    kept = house.identities[BOT]
    yes = await identity("reset", typed=f"{BOT}\n")

    assert (no.exit_code, kept) == (1, before)
    assert no.stderr == "Nothing was changed.\n"
    assert yes.exit_code == 0
    assert len(key_in(yes.stdout).replace(" ", "")) == 48
    assert house.identities[BOT] != before


async def test_the_password_is_asked_for_where_the_settings_hold_a_token(identity: Give, house: Town) -> None:
    await identity("bootstrap")
    before = house.identities[BOT]
    by_token = {f"{ACCOUNT}PASSWORD": None, f"{ACCOUNT}ACCESS_TOKEN": f"{BOT}|D1"}

    done = await identity("reset", typed=f"{BOT}\n{PASSWORD}\n", **by_token)

    assert done.exit_code == 0, done.output
    assert PASSWORD not in done.output
    assert house.identities[BOT] != before


async def test_nothing_is_recovered_under_a_bot_at_work(identity: Give, data: Path) -> None:
    await identity("bootstrap")
    lock = only_one(data)

    done = await identity("recover")
    lock.close()

    assert done.exit_code == 75
    assert done.stderr.startswith(f"Not done: another radslag is running with the data folder {data} (process ")
    assert done.stderr.endswith("). Stop it first.\n")


async def test_a_recovery_key_is_made_also_beside_a_bot_at_work(identity: Give, data: Path) -> None:
    await identity("bootstrap")
    lock = only_one(data)

    done = await identity("bootstrap", typed="y\n")
    lock.close()

    assert done.exit_code == 0, done.output
    assert len(key_in(done.stdout).replace(" ", "")) == 48


async def test_before_the_first_start_no_key_is_made_beside_another_process(identity: Give, data: Path) -> None:
    lock = only_one(data)

    done = await identity("bootstrap")
    lock.close()

    why = "there is no identity yet: the bot has to have been started once"
    assert (done.exit_code, done.stderr) == (1, f"Not done: {why}.\n")


async def test_a_homeserver_that_does_not_answer_is_told_in_a_sentence(identity: Give, faults: FaultServer) -> None:
    await identity("bootstrap")
    faults.on("GET account/whoami", page(502))

    done = await identity("bootstrap")

    assert (done.exit_code, done.stderr) == (1, "Not done: the homeserver does not answer: 502.\n")


async def test_a_council_that_there_is_not_is_answered_with_those_there_are(identity: Give) -> None:
    done = await identity("status", "solvik")

    assert (done.exit_code, done.stderr) == (2, "Say which council: lindvassa\n")

"""The doctor tells of an account whether it can be used, who it is, and how its identity can be got back."""

from pathlib import Path

import pytest

from bot.custodian import Custodian
from bot.doctor.account import described, of_account
from bot.matrix.custody import State
from bot.matrix.identity_file import FILE_NAME
from bot.matrix.login import LOGIN_NAME
from locales import Texts
from tests.bot.test_doctor import told
from tests.matrix.accounts import BOT, PASSWORD
from tests.matrix.faults import FaultServer, page
from tests.matrix.test_custody import Town
from tests.site import settings_in
from tests.town import STOCKHOLM

KEY = "abcdefgh"
ELSE = "ijklmnop"


def state(*, signed: bool = True, recovery: bool = True, **identity: str | None) -> State:
    return State("D1", True, signed, has_recovery_key=recovery, others={}, **identity)  # noqa: FBT003


FINE = [
    ("ok", "The identity is kept here and published. Its fingerprint: abcd efgh"),
    ("ok", "The device D1 is signed: strict clients trust it."),
    ("ok", "A recovery key was made. It cannot be shown again, only made anew."),
]


@pytest.mark.parametrize(
    ("seen", "found", "mend"),
    [
        (State(), ("error", "The bot has never been logged in."), "Start the bot: "),
        (
            State("D1", here=KEY),
            ("error", "The homeserver does not know the bot's device D1 any more."),
            "If none of you logged it out, change the account's password.",
        ),
        (state(), ("error", "There is no identity yet."), "Start the bot: "),
        (state(here=KEY), ("error", "The identity is kept here and not published."), "Start the bot: "),
        (
            state(there=KEY),
            ("error", "The identity on the homeserver is not kept here."),
            "Restore identity.json, or: radslag identity recover.",
        ),
        (
            state(here=KEY, there=ELSE),
            ("error", "The identity on the homeserver is another than the one kept here."),
            "Restore identity.json, or: radslag identity recover.",
        ),
    ],
)
def test_what_is_wrong_with_an_account_is_told_alone_with_what_mends_it(
    seen: State, found: tuple[str, str], mend: str
) -> None:
    (finding,) = described(seen)

    assert told([finding]) == [found]
    assert finding.remedy is not None
    assert Texts("en", STOCKHOLM).render(finding.remedy).startswith(mend)


def test_of_an_account_that_is_well_its_device_and_its_recovery_key_are_told_too() -> None:
    assert told(described(state(here=KEY, there=KEY))) == FINE


def test_an_unsigned_device_is_an_error_and_a_missing_recovery_key_a_warning() -> None:
    assert told(described(state(signed=False, recovery=False, here=KEY, there=KEY))) == [
        FINE[0],
        ("error", "The device D1 is not signed: strict clients refuse it."),
        ("warning", "There is no recovery key for this identity."),
    ]


# The account as it is looked at


@pytest.fixture
def house(faults: FaultServer) -> Town:
    return Town(faults)


@pytest.fixture
def custodian(faults: FaultServer, house: Town, tmp_path: Path, operator: None) -> Custodian:
    account = "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__"
    outside = {"RADSLAG_HOMESERVER__URL": faults.url, f"{account}USER_ID": BOT, f"{account}PASSWORD": PASSWORD}
    return Custodian(settings_in(tmp_path / "site", **outside), "lindvassa")


async def test_other_devices_of_the_account_are_named_signed_or_not(custodian: Custodian, house: Town) -> None:
    await custodian.bootstrap()
    house.keyless = ["LAPTOP"]

    found = told(await of_account(custodian))

    assert [grave for grave, _says in found] == ["ok", "ok", "ok", "warning"]
    assert found[-1][1] == "The account has another device, LAPTOP, which nobody signed."


def test_another_device_that_is_signed_is_no_warning() -> None:
    seen = State("D1", is_logged_in=True, here=KEY, there=ELSE, others={"PHONE": True})

    assert told(described(seen))[1:] == [("ok", "The account has another device, PHONE, signed.")]


async def test_an_account_that_is_used_by_another_is_told_by_the_homeservers_word(
    custodian: Custodian, house: Town
) -> None:
    await custodian.bootstrap()
    house.dead.add("D1")

    assert told(await of_account(custodian)) == [
        ("error", "The homeserver does not know the bot's device D1 any more.")
    ]


@pytest.mark.parametrize("name", [LOGIN_NAME, FILE_NAME])
async def test_a_file_of_the_account_that_others_may_read_is_an_error_with_its_name(
    custodian: Custodian, tmp_path: Path, name: str
) -> None:
    await custodian.bootstrap()
    (tmp_path / "site" / "data" / "lindvassa" / name).chmod(0o644)

    ((grave, says),) = told(await of_account(custodian))

    assert grave == "error"
    assert says.startswith("The account cannot be used: ")
    assert f"/data/lindvassa/{name} " in says


async def test_a_damaged_login_is_told_with_the_way_out(custodian: Custodian, tmp_path: Path) -> None:
    await custodian.bootstrap()
    file = tmp_path / "site" / "data" / "lindvassa" / LOGIN_NAME
    file.write_text("{")

    assert told(await of_account(custodian)) == [
        ("error", f"The account cannot be used: {file} is damaged; remove it to log in as a new device.")
    ]


async def test_a_homeserver_that_does_not_answer_is_told_as_the_reason(
    custodian: Custodian, faults: FaultServer
) -> None:
    await custodian.bootstrap()
    faults.on("GET account/whoami", page(502))

    assert told(await of_account(custodian)) == [("error", "The account could not be looked at: 502.")]

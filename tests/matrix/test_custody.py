"""An operator gets back what was lost, is asked before anything is dropped, and never changes the identity unasked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.custody import Custody, GivenUp, State
from bot.matrix.identity import Identity, IdentityRefused, only_key
from bot.matrix.login import Credentials
from bot.matrix.recovery_key import new_key, written
from storage.devices import OwnDevice
from tests.matrix.accounts import BOT, PASSWORD, SECRET, IdentityDesk
from tests.matrix.faults import Answer, Asked, FaultServer, refusal

YES: Callable[[str], bool] = lambda _: True  # noqa: E731
NO: Callable[[str], bool] = lambda _: False  # noqa: E731


class Town(IdentityDesk):
    """A homeserver that also logs in and out."""

    def __init__(self, faults: FaultServer) -> None:
        super().__init__(faults)
        self.logins = 0
        self.dead: set[str] = set()
        faults.on("POST login", self._log_in)
        faults.on("POST logout", self._log_out)
        faults.on("GET account/whoami", self._who)

    def _log_in(self, asked: Asked) -> Answer:
        if asked.body["password"] != PASSWORD:
            return refusal(403, "M_FORBIDDEN")
        self.logins += 1
        device = f"D{self.logins}"
        return {"user_id": BOT, "device_id": device, "access_token": f"{BOT}|{device}"}

    def _log_out(self, asked: Asked) -> Answer:
        self.devices[BOT].pop(asked.device[1], None)
        self.dead.add(asked.device[1])
        return {}

    def _who(self, asked: Asked) -> Answer:
        user, device = asked.device
        return refusal(401, "M_UNKNOWN_TOKEN") if device in self.dead else {"user_id": user, "device_id": device}


@pytest.fixture
def town(faults: FaultServer) -> Town:
    return Town(faults)


@pytest.fixture
def custody(faults: FaultServer, town: Town, tmp_path: Path) -> Custody:
    return held(faults, tmp_path)


def held(faults: FaultServer, folder: Path, remembered: OwnDevice | None = None, password: str = PASSWORD) -> Custody:
    credentials = Credentials(faults.url, BOT, SECRET, password=password)
    folder.chmod(0o700)
    return Custody(credentials, folder, remembered)


def typed(*keys: str) -> Callable[[], str]:
    left = list(keys)
    return lambda: left.pop(0)


def never() -> str:
    raise AssertionError("no key was needed")


async def test_before_the_first_start_there_is_nothing(custody: Custody) -> None:
    assert await custody.state() == State()


async def test_a_recovery_key_is_made_and_known_to_be_there(custody: Custody, town: Town) -> None:
    key = await custody.bootstrap(may_open_store=True)
    state = await custody.state()

    assert len(key.replace(" ", "")) == 48
    assert (state.is_logged_in, state.is_signed, state.has_recovery_key) == (True, True, True)
    assert state.here == state.there == only_key(town.identities[BOT]["master_key"])


async def test_a_recovery_key_can_be_made_while_the_bot_is_at_work_on_its_store(custody: Custody) -> None:
    await custody.bootstrap(may_open_store=True)

    await custody.bootstrap(may_open_store=False)

    assert (await custody.state()).has_recovery_key


async def test_the_key_brings_a_lost_file_back_and_the_device_stays(
    custody: Custody, town: Town, tmp_path: Path
) -> None:
    key = await custody.bootstrap(may_open_store=True)
    before = await custody.state()
    (tmp_path / "identity.json").unlink()

    await custody.recover(NO, typed("nonsense", written(new_key()), key))

    assert await custody.state() == before
    assert town.logins == 1


async def test_a_file_under_another_secret_is_kept_aside_and_replaced(
    custody: Custody, town: Town, tmp_path: Path
) -> None:
    key = await custody.bootstrap(may_open_store=True)
    (tmp_path / "identity.json").write_text('{"version": 1, "sealed": "AA=="}')

    await custody.recover(NO, typed(key))

    assert (await custody.state()).here == only_key(town.identities[BOT]["master_key"])
    assert (tmp_path / "identity.json.before-recovery").exists()


async def test_a_wrong_key_changes_nothing(custody: Custody, tmp_path: Path) -> None:
    await custody.bootstrap(may_open_store=True)
    (tmp_path / "identity.json").unlink()

    with pytest.raises(GivenUp, match="not the recovery key"):
        await custody.recover(YES, typed(*[written(new_key())] * 3))
    assert not (tmp_path / "identity.json").exists()


async def test_without_a_recovery_key_there_is_nothing_to_recover_from(
    faults: FaultServer, custody: Custody, town: Town, tmp_path: Path
) -> None:
    await custody.bootstrap(may_open_store=True)
    town.account_data.clear()
    (tmp_path / "identity.json").unlink()

    with pytest.raises(GivenUp, match="keeps nothing under a recovery key"):
        await custody.recover(YES, never)


async def test_a_lost_store_means_a_new_device_of_the_same_identity(
    custody: Custody, town: Town, tmp_path: Path
) -> None:
    await custody.bootstrap(may_open_store=True)
    master = only_key(town.identities[BOT]["master_key"])
    (tmp_path / "crypto.db").unlink()

    await custody.recover(NO, never)

    assert town.is_trusted(BOT, "D2")
    assert "D1" not in town.devices[BOT]
    assert only_key(town.identities[BOT]["master_key"]) == master


@pytest.mark.parametrize("agrees", [True, False])
async def test_a_device_that_was_logged_out_is_replaced_only_if_the_operator_agrees(
    custody: Custody,
    town: Town,
    agrees: bool,  # noqa: FBT001
) -> None:
    await custody.bootstrap(may_open_store=True)
    town.dead.add("D1")

    if agrees:
        await custody.recover(YES, never)
        assert town.is_trusted(BOT, "D2")
    else:
        with pytest.raises(GivenUp):
            await custody.recover(NO, never)
        assert town.logins == 1


async def test_a_store_that_was_rolled_back_is_dropped_and_not_used(
    faults: FaultServer, custody: Custody, town: Town, tmp_path: Path
) -> None:
    await custody.bootstrap(may_open_store=True)
    remembered = OwnDevice("D1", "", "", age=1_000)

    await held(faults, tmp_path, remembered).recover(YES, never)

    assert town.is_trusted(BOT, "D2")


async def test_a_copy_of_yesterday_is_known_by_what_the_homeserver_remembers(
    faults: FaultServer, custody: Custody, town: Town, tmp_path: Path
) -> None:
    await custody.bootstrap(may_open_store=True)
    town.account_data[BOT]["radslag.store"] = {"D1": 1_000}

    with pytest.raises(IdentityRefused, match="older copy"):
        await custody.bootstrap(may_open_store=True)


async def test_a_reset_makes_another_identity_and_a_recovery_key(custody: Custody, town: Town, tmp_path: Path) -> None:
    await custody.bootstrap(may_open_store=True)
    before = only_key(town.identities[BOT]["master_key"])

    key = await custody.reset(NO)
    (tmp_path / "identity.json").unlink()
    await custody.recover(NO, typed(key))

    state = await custody.state()
    assert state.here == state.there != before
    assert state.is_signed


async def test_a_reset_with_a_wrong_password_leaves_everything_as_it_was(
    faults: FaultServer, custody: Custody, tmp_path: Path
) -> None:
    await custody.bootstrap(may_open_store=True)
    before = await custody.state()

    with pytest.raises(IdentityRefused, match="password"):
        await held(faults, tmp_path, password="wrong").reset(YES)

    assert await custody.state() == before


async def test_a_further_device_of_the_account_is_shown(custody: Custody, town: Town) -> None:
    await custody.bootstrap(may_open_store=True)
    town.devices[BOT]["GHOST"] = {"keys": {}, "signatures": {BOT: {}}}
    town.keyless.append("SILENT")

    state: Any = await custody.state()

    assert state.others == {"GHOST": False, "SILENT": False}


@pytest.mark.parametrize("what", ["recover", "reset"])
async def test_a_homeserver_that_logs_every_new_device_out_is_not_tried_for_ever(
    custody: Custody, town: Town, what: str
) -> None:
    await custody.bootstrap(may_open_store=True)
    town.dead.update(f"D{number}" for number in range(10))

    with pytest.raises(GivenUp, match="look at what radslag identity status says"):
        await (custody.recover(YES, never) if what == "recover" else custody.reset(YES))

    assert town.logins == 4


async def test_a_key_of_an_identity_that_is_in_force_no_more_brings_nothing_back(
    custody: Custody, faults: FaultServer, town: Town, tmp_path: Path
) -> None:
    key = await custody.bootstrap(may_open_store=True)
    other = Identity.new(BOT)
    town.identities[BOT] = {f"{part}_key": other.key_object(part) for part in other.seeds}
    (tmp_path / "identity.json").unlink()

    with pytest.raises(GivenUp, match="is another identity than the one that the homeserver shows"):
        await custody.recover(YES, typed(key))

    assert not (tmp_path / "identity.json").exists()


async def test_a_mistyped_key_may_be_typed_again(custody: Custody, tmp_path: Path) -> None:
    key = await custody.bootstrap(may_open_store=True)
    (tmp_path / "identity.json").unlink()

    await custody.recover(NO, typed("O0", f"{key} {key}", key))

    assert (tmp_path / "identity.json").exists()


async def test_a_device_that_dies_while_it_is_looked_at_is_told_as_logged_out(
    custody: Custody, faults: FaultServer
) -> None:
    await custody.bootstrap(may_open_store=True)
    faults.on("POST keys/query", refusal(401, "M_UNKNOWN_TOKEN"))

    state = await custody.state()

    assert (state.device, state.is_logged_in) == ("D1", False)

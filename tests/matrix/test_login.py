"""Logging in once: the device is kept, closed to others, and never mistaken for another."""

import json
import stat
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.http import LoggedOut, NoAnswer, Server
from bot.matrix.login import Credentials, Login, LoginRefused, check, check_url, log_in, make_store, settle_in
from tests.matrix.faults import FaultServer, fault_server, page, refusal

BOT = "@bot:town"
KEY = "a pickle key for tests, long enough to pass"
ANSWER = {"user_id": BOT, "device_id": "D1", "access_token": "t1"}


@pytest.fixture
async def faults() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        running.on("POST login", ANSWER)
        running.on("POST logout", {})
        yield running


@pytest.fixture
async def server(faults: FaultServer) -> AsyncIterator[Server]:
    server = Server(faults.url)
    yield server
    await server.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    settle_in(tmp_path / "account")
    return tmp_path / "account"


def credentials(**more: Any) -> Credentials:
    return Credentials(**{"homeserver_url": "", "user_id": BOT, "pickle_key": KEY, "password": "p", **more})


async def test_we_log_in_once_and_keep_the_device(faults: FaultServer, server: Server, folder: Path) -> None:
    first = await log_in(server, credentials(), folder)
    second = await log_in(server, credentials(), folder)

    assert first == second == Login(BOT, "D1", "t1")
    assert faults.count("POST login") == 1


async def test_what_is_kept_is_closed_to_others(server: Server, folder: Path) -> None:
    await log_in(server, credentials(), folder)

    assert modes(folder) == {".": 0o700, "login.json": 0o600, "crypto.db": 0o600}


def modes(folder: Path) -> dict[str, int]:
    return {
        name: stat.S_IMODE((folder / name).stat().st_mode) for name in [".", *(each.name for each in folder.iterdir())]
    }


@pytest.mark.parametrize("name", [".", "crypto.db"])
def test_a_folder_or_store_that_others_may_read_is_refused(folder: Path, name: str) -> None:
    make_store(folder)
    (folder / name).chmod(0o755 if name == "." else 0o644)

    with pytest.raises(LoginRefused, match="chmod"):
        settle_in(folder)


def test_a_login_that_others_may_read_is_refused(folder: Path) -> None:
    Login(BOT, "D1", "t1").store(folder)
    (folder / "login.json").chmod(0o640)

    with pytest.raises(LoginRefused, match="chmod 600"):
        Login.stored(folder)


async def test_a_lost_encryption_store_means_a_new_device_and_the_old_one_is_given_back(
    faults: FaultServer, server: Server, folder: Path
) -> None:
    await log_in(server, credentials(), folder)
    (folder / "crypto.db").unlink()
    faults.on("POST login", {**ANSWER, "device_id": "D2"})

    login = await log_in(server, credentials(), folder)

    assert login.device_id == "D2"
    assert faults.count("POST logout") == 1


async def test_a_given_back_device_that_is_gone_already_does_not_lock_us_out(
    faults: FaultServer, server: Server, folder: Path
) -> None:
    await log_in(server, credentials(), folder)
    (folder / "crypto.db").unlink()
    faults.on("POST logout", lambda _: refusal(401, "M_UNKNOWN_TOKEN"))
    faults.on("GET account/whoami", {"user_id": BOT, "device_id": "D1"})

    await check(server, await log_in(server, credentials(), folder))


async def test_a_token_made_beforehand_is_taken_with_its_device(
    faults: FaultServer, server: Server, folder: Path
) -> None:
    faults.on("GET account/whoami", {"user_id": BOT, "device_id": "D9"})

    assert await log_in(server, credentials(password=None, token="t9"), folder) == Login(BOT, "D9", "t9")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"user_id": "@other:town", "device_id": "D9"}, "is that of"),
        ({"user_id": BOT}, "no device"),
        (refusal(401, "M_UNKNOWN_TOKEN"), "does not know"),
    ],
)
async def test_a_token_of_another_account_or_of_no_device_is_refused(
    faults: FaultServer, server: Server, folder: Path, answer: Any, why: str
) -> None:
    faults.on("GET account/whoami", answer)

    with pytest.raises(LoginRefused, match=why):
        await log_in(server, credentials(token="t9"), folder)


@pytest.mark.parametrize(
    ("status", "errcode", "raised"),
    [(403, "M_FORBIDDEN", LoginRefused), (429, "M_LIMIT_EXCEEDED", Exception), (502, "", Exception)],
)
async def test_a_wrong_password_is_final_and_a_busy_homeserver_is_not(
    faults: FaultServer, server: Server, folder: Path, status: int, errcode: str, raised: type[Exception]
) -> None:
    faults.on("POST login", lambda _: refusal(status, errcode) if errcode else page(status))

    with pytest.raises(raised) as no:
        await log_in(server, credentials(), folder)

    assert isinstance(no.value, LoginRefused) == (raised is LoginRefused)
    assert str(no.value) != "p"
    assert not (folder / "login.json").exists()


async def test_the_folder_of_another_account_is_refused(server: Server, folder: Path) -> None:
    await log_in(server, credentials(), folder)

    with pytest.raises(LoginRefused, match="belongs to"):
        await log_in(server, credentials(user_id="@other:town"), folder)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"user_id": 5}', "\x00"])
async def test_a_damaged_login_is_refused_with_a_way_out(server: Server, folder: Path, text: str) -> None:
    make_store(folder)
    Login(BOT, "D1", "t1").store(folder)
    (folder / "login.json").write_text(text)

    with pytest.raises(LoginRefused, match="remove it"):
        await log_in(server, credentials(), folder)


@pytest.mark.parametrize("answer", [{"user_id": BOT, "device_id": "OTHER"}, {"user_id": "@x:town"}, {}])
async def test_a_token_that_is_another_devices_stops_us(faults: FaultServer, server: Server, answer: Any) -> None:
    faults.on("GET account/whoami", answer)

    with pytest.raises(LoggedOut):
        await check(server, Login(BOT, "D1", "t1"))


@pytest.mark.parametrize("url", ["https://matrix.example", "http://127.0.0.1:8008", "http://localhost:8008"])
def test_a_safe_address_is_taken(url: str) -> None:
    check_url(url)


@pytest.mark.parametrize("url", ["http://matrix.example", "http://127.0.0.1.example", "ftp://localhost", "matrix", ""])
def test_an_address_that_would_carry_the_token_in_clear_is_refused(url: str) -> None:
    with pytest.raises(LoginRefused, match="https"):
        check_url(url)


def test_no_secret_is_shown_by_what_holds_it() -> None:
    shown = f"{credentials(password='hush', token='hush', pickle_key='hush')} {Login(BOT, 'D', 'hush')}"

    assert "hush" not in shown
    assert json.dumps(shown)


async def test_without_a_password_a_token_that_died_with_its_device_does_not_log_in_again(
    faults: FaultServer, server: Server, folder: Path
) -> None:
    with pytest.raises(LoginRefused, match="no password, and no device to go on with"):
        await log_in(server, credentials(password=None), folder)

    assert faults.asked == []


@pytest.mark.parametrize(
    ("answer", "raised", "says"),
    [
        ({**ANSWER, "device_id": None}, NoAnswer, "login without a device"),
        ({**ANSWER, "access_token": 5}, NoAnswer, "login without a device"),
        ({**ANSWER, "user_id": "@other:town"}, LoginRefused, "logged in as @other:town, not as @bot:town"),
    ],
)
async def test_a_login_as_nobody_or_as_somebody_else_is_not_kept(
    faults: FaultServer, server: Server, folder: Path, answer: dict[str, Any], raised: type[Exception], says: str
) -> None:
    faults.on("POST login", answer)

    with pytest.raises(raised, match=says):
        await log_in(server, credentials(), folder)

    assert Login.stored(folder) is None

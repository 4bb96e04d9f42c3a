"""Logging in: once. The device and its token are kept, because everything encrypted hangs on the device."""

import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import structlog

from bot.matrix.client import STORE_NAME
from bot.matrix.http import LoggedOut, NoAnswer, Said, Server, Trouble, path

LOGIN_NAME = "login.json"
PASSWORD = "m.login.password"  # noqa: S105 - the name of a way to log in

log = structlog.get_logger(__name__)


class LoginRefused(Exception):
    """We cannot log in, and trying again would not help. The text is for the operator; it holds no secret."""


@dataclass(frozen=True)
class Credentials:
    """Who we are and where.

    Args:
        homeserver_url: base URL of the client-server API, https but on loopback.
        user_id: full Matrix ID.
        password: for the first login; not needed with a token, nor ever again.
        token: an access token made beforehand, instead of a password.
        device_name: how our device is called in lists of devices.
        pickle_key: secret that the encryption store is kept under; at least 32 characters.
    """

    homeserver_url: str
    user_id: str
    pickle_key: str = field(repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    device_name: str = "Rådslag"


@dataclass(frozen=True)
class Login:
    """A device of ours that the homeserver knows."""

    user_id: str
    device_id: str
    token: str = field(repr=False)

    @classmethod
    def stored(cls, folder: Path) -> Self | None:
        """Return the login kept in a folder, or None if there is none.

        Raises:
            LoginRefused: the file is not ours to read or cannot be understood.
        """
        file = folder / LOGIN_NAME
        if not file.exists():
            return None
        _check_mode(file)
        try:
            kept = json.loads(file.read_text())
            return cls(kept["user_id"], kept["device_id"], kept["access_token"])
        except (ValueError, KeyError, TypeError) as error:
            raise LoginRefused(f"{file} is damaged; remove it to log in as a new device") from error

    def store(self, folder: Path) -> None:
        """Keep the login, whole or not at all."""
        text = json.dumps({"user_id": self.user_id, "device_id": self.device_id, "access_token": self.token})
        draft = folder / f"{LOGIN_NAME}.new"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / LOGIN_NAME)


def check_url(url: str) -> None:
    """Refuse to send a token in clear over a network.

    Raises:
        LoginRefused: the address is plain http, and not this machine.
    """
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")):
        return
    raise LoginRefused(
        f"the homeserver's address must begin with https:// ({parts.scheme}://{parts.hostname} does not)"
    )


def settle_in(folder: Path) -> None:
    """Make the account's folder, or check it, so that nobody else on the machine reads keys.

    Raises:
        LoginRefused: others may read it.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _check_mode(folder)
    store = folder / STORE_NAME
    if store.exists():
        _check_mode(store)


def make_store(folder: Path) -> None:
    """Make the file of the encryption store, closed to others before anything is in it (the library's own is open)."""
    os.close(os.open(folder / STORE_NAME, os.O_WRONLY | os.O_CREAT, 0o600))


async def log_in(server: Server, credentials: Credentials, folder: Path) -> Login:
    """Return the device that we have, else a new one, kept from now on.

    Raises:
        LoginRefused: wrong password or token, or it is another account's.
        NoAnswer, Said: the homeserver is in trouble; later perhaps.
    """
    kept = Login.stored(folder)
    if kept is not None and kept.user_id != credentials.user_id:
        raise LoginRefused(f"{folder} belongs to {kept.user_id}, not to {credentials.user_id}")
    if kept is not None and (folder / STORE_NAME).exists():
        return kept
    if kept is not None:
        # Its keys are gone; nobody can write to it any more. It is given back, so that nobody tries.
        log.warning("encryption-store-lost")
        await _give_back(server, kept)
    login = await (
        _by_token(server, credentials)
        # A token of before died with its device.
        if credentials.token and (kept is None or kept.token != credentials.token)
        else _by_password(server, credentials)
    )
    make_store(folder)
    login.store(folder)
    log.info("logged-in", device=login.device_id)
    return login


def drop_store(folder: Path) -> None:
    """Drop the encryption store: the next login begins a new device and gives the old one back."""
    for name in (STORE_NAME, f"{STORE_NAME}-wal", f"{STORE_NAME}-shm", f"{STORE_NAME}-journal"):
        (folder / name).unlink(missing_ok=True)


async def check(server: Server, login: Login) -> None:
    """Make sure that the token is still that of our account and device.

    Raises:
        LoggedOut: it is not.
        Trouble: the homeserver did not answer.
    """
    answer = await server.ask("GET", path("account", "whoami"), token=login.token)
    if answer.get("user_id") != login.user_id or answer.get("device_id") != login.device_id:
        raise LoggedOut("the token is another device's")


def by_password(user_id: str, password: str) -> dict[str, object]:
    """Return what proves to a homeserver that we have the account's password."""
    return {"type": PASSWORD, "identifier": {"type": "m.id.user", "user": user_id}, "password": password}


async def _by_password(server: Server, credentials: Credentials) -> Login:
    if not credentials.password:
        raise LoginRefused("no password, and no device to go on with")
    try:
        answer = await server.ask(
            "POST",
            path("login"),
            {
                **by_password(credentials.user_id, credentials.password),
                "initial_device_display_name": credentials.device_name,
            },
        )
    except Said as said:
        if said.may_pass:
            raise
        raise LoginRefused(f"the homeserver refused the password: {said}") from said
    user, device, token = answer.get("user_id"), answer.get("device_id"), answer.get("access_token")
    if not isinstance(device, str) or not isinstance(token, str):
        raise NoAnswer("login without a device")
    if user != credentials.user_id:
        raise LoginRefused(f"logged in as {user}, not as {credentials.user_id}")
    return Login(credentials.user_id, device, token)


async def _by_token(server: Server, credentials: Credentials) -> Login:
    assert credentials.token
    try:
        answer = await server.ask("GET", path("account", "whoami"), token=credentials.token)
    except LoggedOut as refused:
        raise LoginRefused("the homeserver does not know the access token") from refused
    user, device = answer.get("user_id"), answer.get("device_id")
    if user != credentials.user_id:
        raise LoginRefused(f"the access token is that of {user}, not of {credentials.user_id}")
    if not isinstance(device, str):
        raise LoginRefused("the access token belongs to no device, so nothing could be encrypted with it")
    return Login(credentials.user_id, device, credentials.token)


async def _give_back(server: Server, login: Login) -> None:
    try:
        await server.ask("POST", path("logout"), {}, token=login.token)
    except LoggedOut:
        server.forget_refusal()
    except Trouble as trouble:
        log.warning("old-device-not-given-back", reason=str(trouble))


def _check_mode(file: Path) -> None:
    mode = stat.S_IMODE(file.stat().st_mode)
    if mode & 0o077:
        wanted = "700" if file.is_dir() else "600"
        raise LoginRefused(f"{file} may be read by others ({mode:o}); close it with: chmod {wanted} {file}")

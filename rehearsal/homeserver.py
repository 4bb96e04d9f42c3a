"""A real Synapse in a folder of its own: loopback only, SQLite, no federation, gone when the folder is."""

import asyncio
import contextlib
import hashlib
import hmac
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import aiohttp

from rehearsal.process import run_apart
from rehearsal.synapse_settings import SERVER_NAME, Limits, write_settings

START_SECONDS = 180.0
STOP_SECONDS = 20.0
LOOK_EVERY_SECONDS = 0.03


class HomeserverError(RuntimeError):
    """The homeserver did not start, did not stop, or refused what the rehearsal needs of it."""


@dataclass(frozen=True)
class Account:
    """One account as its homeserver made it, signed in once (`token` and `device_id`) unless asked otherwise."""

    user_id: str
    password: str
    token: str
    device_id: str


class Homeserver:
    """One Synapse process and its folder.

    `async with Homeserver.start(folder) as homeserver:` is the usual way; `stop`, `kill`, `resume` and `restart`
    are for those who test what its absence does to others. Port and data stay the same over a restart. It belongs
    to no event loop: a test session may start it in one loop and use it in others.
    """

    def __init__(self, folder: Path, *, server_name: str = SERVER_NAME, limits: Limits = Limits.LIFTED) -> None:
        self.folder = folder.resolve()
        self.server_name = server_name
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._limits = limits
        self._registration_secret = secrets.token_hex(24)
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    @contextlib.asynccontextmanager
    async def start(
        cls, folder: Path, *, server_name: str = SERVER_NAME, limits: Limits = Limits.LIFTED
    ) -> AsyncIterator[Self]:
        """Start a new homeserver in `folder` (made if missing) and stop it at the end; its files stay.

        Raises:
            HomeserverError: it did not answer in time; the end of its log is in the message.
        """
        homeserver = cls(folder, server_name=server_name, limits=limits)
        homeserver.settle_in()
        try:
            await homeserver.resume()
            yield homeserver
        finally:
            await homeserver.stop()

    @property
    def log(self) -> Path:
        """The file that Synapse logs to."""
        return self.folder / "homeserver.log"

    @property
    def pid(self) -> int | None:
        """The process that is running now, if any."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    async def resume(self) -> None:
        """Run Synapse, on a new folder or on one that was stopped or killed, and wait until it answers.

        Raises:
            HomeserverError: it did not answer in time.
        """
        if self.pid is not None:
            return
        with (self.folder / "console.log").open("ab") as console:
            self._process = run_apart(
                [sys.executable, "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")],
                output=console,
                folder=self.folder,
                SYNAPSE_CACHE_FACTOR="1.0",
            )
        await self._wait_until_it_answers()

    async def stop(self) -> None:
        """Ask Synapse to end and wait until it has."""
        await self._end(signal.SIGTERM)

    async def kill(self) -> None:
        """End Synapse at once, as a power cut would, and wait until the process is gone."""
        await self._end(signal.SIGKILL)

    async def restart(self) -> None:
        """Stop and start again; accounts, rooms, tokens and the port stay."""
        await self.stop()
        await self.resume()

    async def register(
        self, localpart: str, password: str, *, admin: bool = False, display_name: str | None = None
    ) -> Account:
        """Make an account by the shared secret, and sign in once.

        Raises:
            HomeserverError: Synapse refused, for example because the name is taken.
        """
        answer = await self._registered(localpart, password, display_name, admin=admin)
        return Account(answer["user_id"], password, answer["access_token"], answer["device_id"])

    async def register_only(self, localpart: str, password: str, *, display_name: str | None = None) -> str:
        """Make an account that has no device yet, as an operator makes the bot's; return its ID. Raises likewise."""
        answer = await self._registered(localpart, password, display_name, inhibit_login=True)
        return str(answer["user_id"])

    async def _registered(
        self, localpart: str, password: str, display_name: str | None, *, admin: bool = False, **more: object
    ) -> dict[str, Any]:
        nonce = (await self._call("GET", "/_synapse/admin/v1/register"))["nonce"]
        signed = "\0".join((nonce, localpart, password, "admin" if admin else "notadmin"))
        return await self._call(
            "POST",
            "/_synapse/admin/v1/register",
            {
                **more,
                "nonce": nonce,
                "username": localpart,
                "password": password,
                "displayname": display_name or localpart,
                "admin": admin,
                "mac": hmac.new(self._registration_secret.encode(), signed.encode(), hashlib.sha1).hexdigest(),
            },
        )

    def settle_in(self) -> None:
        """Make the folder and the settings; needed once, before the first `resume`."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_settings(
            self.folder,
            port=self.port,
            server_name=self.server_name,
            registration_secret=self._registration_secret,
            limits=self._limits,
        )

    async def _call(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, self.url + path, json=body) as response,
        ):
            answer: dict[str, Any] = await response.json()
            if response.status != 200:
                raise HomeserverError(f"{method} {path}: {response.status} {answer.get('errcode')}")
            return answer

    async def _wait_until_it_answers(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
            deadline = asyncio.get_running_loop().time() + START_SECONDS
            while asyncio.get_running_loop().time() < deadline and self.pid is not None:
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    async with session.get(self.url + "/health") as response:
                        if response.status == 200:
                            return
                await asyncio.sleep(LOOK_EVERY_SECONDS)
        await self.kill()
        raise HomeserverError(f"Synapse did not start in {self.folder}:\n{self._last_words()}")

    async def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.send_signal(how)
        deadline = asyncio.get_running_loop().time() + STOP_SECONDS
        while process.poll() is None:
            if asyncio.get_running_loop().time() > deadline:
                process.kill()
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    def _last_words(self) -> str:
        texts = [path.read_text(errors="replace") for path in (self.folder / "console.log", self.log) if path.exists()]
        return "\n".join("\n".join(text.splitlines()[-15:]) for text in texts)


def free_port() -> int:
    """Return a port on this machine that nobody uses."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

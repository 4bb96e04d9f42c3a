"""Where it is measured: a real Synapse, or the homeserver of nothing; both as processes of their own."""

import asyncio
import contextlib
import socket
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from rehearsal.homeserver import Account, Homeserver
from rehearsal.process import run_apart

START_SECONDS = 20.0


class Home(ABC):
    """A homeserver that runs."""

    name: str
    url: str
    server_name: str
    pid: int

    @abstractmethod
    async def register(self, localpart: str, password: str) -> Account:
        """Make an account and sign it in."""


class Synapse(Home):
    """A real one."""

    name = "synapse"

    def __init__(self, homeserver: Homeserver) -> None:
        self._homeserver = homeserver
        self.url = homeserver.url
        self.server_name = homeserver.server_name
        self.pid = homeserver.pid or 0

    async def register(self, localpart: str, password: str) -> Account:
        """Make an account and sign it in."""
        return await self._homeserver.register(localpart, password)


class Nothing(Home):
    """The one of nothing."""

    name = "stub"
    server_name = "stub.example"

    def __init__(self, session: aiohttp.ClientSession, url: str, pid: int) -> None:
        self._session = session
        self.url = url
        self.pid = pid

    async def register(self, localpart: str, password: str) -> Account:
        """Make an account and sign it in."""
        body = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": localpart}}
        async with self._session.post(f"{self.url}/_matrix/client/v3/login", json=body) as response:
            answer = await response.json()
        return Account(answer["user_id"], password, answer["access_token"], answer["device_id"])


@contextlib.asynccontextmanager
async def at_home(name: str, folder: Path) -> AsyncIterator[Home]:
    """Run a homeserver, "synapse" or "stub", for as long as the block lasts."""
    if name == Synapse.name:
        async with Homeserver.start(folder) as homeserver:
            yield Synapse(homeserver)
        return
    port = _free_port()
    process = _stub(folder, port)
    try:
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}"
            await _answers(session, url)
            yield Nothing(session, url, process.pid)
    finally:
        process.terminate()
        process.wait()


def _stub(folder: Path, port: int) -> subprocess.Popen[bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "output.log").open("ab") as output:
        return run_apart([sys.executable, "-m", "bench.stub_web", str(port)], output=output)


async def _answers(session: aiohttp.ClientSession, url: str) -> None:
    async with asyncio.timeout(START_SECONDS):
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(url + "/health") as response:
                    if response.status == 200:
                        return
            await asyncio.sleep(0.02)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

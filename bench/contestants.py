"""Who is measured: the floor, and the bot; each a process of its own."""

import asyncio
import json
import secrets
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiohttp
import psutil

from bench.asker import Asker
from bench.home import Home
from rehearsal.homeserver import Account
from rehearsal.plain import PlainActor
from rehearsal.process import run_apart

STOP_SECONDS = 20.0
MEBIBYTE = 1024 * 1024


class Contestant(ABC):
    """A bot that can be started, stopped and weighed.

    Args:
        session: for what is done by hand in its name.
        folder: where it may keep things; also its output.
    """

    name: str
    hears_what_waited = True
    """Whether it answers what was said while it was away."""
    encrypts = False

    def __init__(self, session: aiohttp.ClientSession, home: Home, account: Account, folder: Path) -> None:
        self.home = home
        self.account = account
        self.folder = folder
        self._session = session
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def user_id(self) -> str:
        """Whom the asker hears."""
        return self.account.user_id

    @abstractmethod
    def command(self) -> list[str]:
        """Return how it is started."""

    async def enter(self, asker: Asker, rooms: Sequence[str]) -> None:
        """Come into rooms one has been invited to; here, by itself, while it runs."""
        for room_id in rooms:
            await asker.meets(room_id, self.user_id)

    async def enter_by_hand(self, rooms: Sequence[str]) -> None:
        """Come into rooms in the name of a bot that does not do it by itself."""
        own = PlainActor(self._session, self.home.url, self.account)
        await asyncio.gather(*(own.join(room_id) for room_id in rooms))

    async def prepare(self, asker: Asker) -> None:  # noqa: B027 (not everybody needs anything)
        """Make what it needs before its first start."""

    def start(self) -> None:
        """Start it; return at once."""
        with (self.folder / "output.log").open("ab") as output:
            self._process = run_apart(self.command(), output=output)

    async def stop(self) -> None:
        """Ask it to end and wait until it has."""
        if self._process is not None:
            self._process.terminate()
            await asyncio.to_thread(self._process.wait, STOP_SECONDS)
            self._process = None

    def cpu_seconds(self) -> float:
        """Return the processor time it has used since its start."""
        times = self._weighed().cpu_times()
        return float(times.user + times.system)

    def memory_mebibytes(self) -> float:
        """Return how much memory it holds."""
        return float(self._weighed().memory_info().rss) / MEBIBYTE

    def open_files(self) -> int:
        """Return how many files and connections it holds open."""
        return int(self._weighed().num_fds())

    def _weighed(self) -> psutil.Process:
        assert self._process is not None
        return psutil.Process(self._process.pid)


class Floor(Contestant):
    """The least that can answer."""

    name = "floor"

    def command(self) -> list[str]:
        """Return how it is started."""
        place = self.folder / "place"
        return [sys.executable, "-m", "bench.floor", self.home.url, self.account.token, self.user_id, str(place)]

    async def enter(self, asker: Asker, rooms: Sequence[str]) -> None:
        """Come into rooms one has been invited to; it does not read invitations, so this is done by hand."""
        await self.enter_by_hand(rooms)


class Radslag(Contestant):
    """Our bot, with a council that has just been founded."""

    name = "radslag"
    encrypts = True

    def command(self) -> list[str]:
        """Return how it is started."""
        return [sys.executable, "-m", "bot", "run", "--config", str(self.folder / "config.yaml")]

    async def prepare(self, asker: Asker) -> None:
        """Make the council's rooms and the settings."""
        rooms = {
            place: await asker.open_room(place, invite=[self.user_id], encrypted=place != "open")
            for place in ("open", "council", "secretariat", "operators")
        }
        (self.folder / "config.yaml").write_text(json.dumps(self.settings(asker.user_id, rooms)))
        (self.folder / "config.yaml").chmod(0o600)

    def settings(self, chair: str, rooms: dict[str, str]) -> dict[str, Any]:
        """Return its config.yaml."""
        council = {
            "name": {"sv": "Rådet", "en": "The council"},
            "account": {"user_id": self.user_id, "password": self.account.password},
            "controller": {"name": "Nämnden", "contact": "post@bench.example", "dpo": "dso@bench.example"},
            "rooms": rooms,
            "meetings": {"rule": "andra torsdagen kl. 18.00"},
            # Whoever asks in encrypted rooms holds no office, and comes after many who do.
            "invitations": {"an_hour": 1000},
            "organisations": {"SDF": {"name": {"sv": "stadsdelen", "en": "the district"}, "contacts": [chair]}},
            "people": {chair: {"roles": ["chair", "secretary", "member"], "organisation": "SDF"}},
        }
        return {
            "homeserver": {"url": self.home.url},
            "master_secret": secrets.token_urlsafe(48),
            "data_dir": str(self.folder / "data"),
            "councils": {"bench": council},
        }


CONTESTANTS: dict[str, type[Contestant]] = {kind.name: kind for kind in (Floor, Radslag)}

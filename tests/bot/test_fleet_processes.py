"""Real processes on one PostgreSQL and one homeserver of nothing: whatever happens to one, another goes on, once."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bench.asker import Asker
from bench.home import Home, at_home
from bench.house import Fleet, meet, settled

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.parametrize("database_url", ["postgresql"], indirect=True),
]
BRISK = """
import sys
from bot.fleet import keeper
keeper.LAPSE_SECONDS, keeper.LOOK_EVERY_SECONDS = 4.0, 0.2
sys.argv[0] = "radslag"
from bot.__main__ import main
main()
"""
"""The bot, with less patience than in a council's life: a test need not wait half a minute."""


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[Home]:
    async with at_home("stub", tmp_path / "stub") as home:
        yield home


@pytest.fixture
async def asker(home: Home) -> AsyncIterator[Asker]:
    account = await home.register("asker", "password")
    async with aiohttp.ClientSession() as session, Asker(session, home.url, account) as asker:
        yield asker


class Talk:
    """Asks every council without a pause; every question has to be answered, once."""

    def __init__(self, fleet: Fleet, asker: Asker) -> None:
        self.rooms = [council.rooms[0] for council in fleet.councils]
        self.asker = asker
        self.asked = 0
        self.ends = asyncio.Event()

    @contextlib.asynccontextmanager
    async def going_on(self) -> AsyncIterator[None]:
        """Ask while something happens, and a little more after it."""
        self.asker.replies.clear()
        talking = [asyncio.create_task(self._ask(room)) for room in self.rooms]
        yield
        self.ends.set()
        await asyncio.gather(*talking)
        await self.asker.quiet(1.0)
        replies = [count for question, count in self.asker.replies.items() if question]
        assert len(replies) == sum(replies) == self.asked > 2

    async def _ask(self, room: str) -> None:
        while not self.ends.is_set():
            self.asked += 1
            await self.asker.ask_for_reply(room)


@contextlib.asynccontextmanager
async def detour(socket: Path, folder: Path) -> AsyncIterator[asyncio.Event]:
    """Open a second way to a database's socket; setting the event cuts it, and nobody gets through any more."""
    cut = asyncio.Event()
    ways: list[asyncio.Task[None]] = []

    async def pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        finally:
            writer.close()

    async def meet_there(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_unix_connection(str(socket))
        ways.extend([asyncio.create_task(pipe(reader, back)), asyncio.create_task(pipe(there, writer))])

    async def end(server: asyncio.Server) -> None:
        await cut.wait()
        server.close()
        for way in ways:
            way.cancel()

    ending = asyncio.create_task(end(await asyncio.start_unix_server(meet_there, str(folder / socket.name))))
    yield cut
    cut.set()
    await ending
    await asyncio.gather(*ways, return_exceptions=True)


async def test_whatever_happens_to_a_process_the_others_go_on_and_every_question_is_answered_once(
    home: Home, asker: Asker, tmp_path: Path, database_url: str
) -> None:
    if "host=" not in database_url:
        pytest.skip("the way to this database is none that can be cut here")
    socket = Path(database_url.partition("host=")[2]) / ".s.PGSQL.5432"
    (tmp_path / "pg").mkdir()
    by_detour = database_url.replace("+asyncpg", "").replace(str(socket.parent), str(tmp_path / "pg"))
    async with (
        detour(socket, tmp_path / "pg") as cut,
        settled(home, asker, tmp_path, database_url, 2, [sys.executable, "-c", BRISK]) as fleet,
    ):
        killed, stopped = fleet.start(), fleet.start()
        held = await fleet.spread()
        assert set(held.values()) == {killed.pid, stopped.pid}
        await meet(fleet, asker, 1)
        async with Talk(fleet, asker).going_on():
            killed.kill()
            await fleet.until(lambda held: list(held.values()) == [stopped.pid] * 2)

            # One that comes later gets its part.
            severed = fleet.start(by_detour)
            await fleet.until(lambda held: sorted(held.values()) == sorted([stopped.pid, severed.pid]))

            stopped.send_signal(signal.SIGSTOP)
            await fleet.until(lambda held: list(held.values()) == [severed.pid] * 2)
            stopped.send_signal(signal.SIGCONT)
            assert await asyncio.to_thread(stopped.wait, 20) == -signal.SIGKILL

            asked_to_end = fleet.start()
            await fleet.until(lambda held: sorted(held.values()) == sorted([asked_to_end.pid, severed.pid]))
            cut.set()
            await fleet.until(lambda held: list(held.values()) == [asked_to_end.pid] * 2)
            assert await asyncio.to_thread(severed.wait, 20) == -signal.SIGKILL

            last = fleet.start()
            await fleet.until(lambda held: sorted(held.values()) == sorted([asked_to_end.pid, last.pid]))
            asked_to_end.terminate()
            await fleet.until(lambda held: list(held.values()) == [last.pid] * 2)
            assert await asyncio.to_thread(asked_to_end.wait, 20) == 0
        assert [process.pid for process in (await fleet.roster()).processes.values()] == [last.pid]

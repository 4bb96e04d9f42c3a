"""Heavy work is put off to a queue: done once whoever does it, given up in the end, and nobody's words stand in it."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import pytest
from pgqueuer.ports.repository import EntrypointExecutionParameter
from pgqueuer.types import QueueEntrypoint, QueueManagerId
from sqlalchemy import text

from bot import queue as queueing
from bot.errands import MOST_TRIES
from bot.queue import CarryOut, Queue, tell
from commands.call import Call
from council.text import Saying
from storage.database import Database
from storage.errands import Standing
from storage.seal import Vault
from tests.bot.registrar import DONE, GIVEN_UP, NOTHING, TAKEN, asks, clerk, does, standing
from tests.engines import MASTER
from tests.town import OPERATORS, REGISTRAR, Town

pytestmark = [pytest.mark.postgres, pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)]
STUCK = """
import asyncio, sys
from bot.queue import Queue
from storage.database import Database
from storage.seal import Vault

async def carry_out(council, number):
    print("begun", flush=True)
    await asyncio.Event().wait()

async def main():
    queue = Queue(Database(sys.argv[1], Vault(b"x" * 32)), ["lindvassa"], carry_out, print)
    await queue.open(print)
    await asyncio.Event().wait()

asyncio.run(main())
"""
"""A process that begins and never comes to an end."""


@dataclass
class House:
    """Processes at one database: one that the registrar talks to, and others that only work things off."""

    town: Town
    queues: list[Queue] = field(default_factory=list)
    told: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    ended: list[object] = field(default_factory=list)

    async def worker(self, carry_out: CarryOut | None = None) -> Queue:
        """Let a further process work things off."""
        own = Database(self.town.database.url.render_as_string(hide_password=False), Vault(MASTER))
        does_it = carry_out or clerk(self.town, own, tell).carry_out
        queue = Queue(own, ["lindvassa"], does_it, self.told.put_nowait)
        self.queues.append(queue)
        await queue.open(self.ended.append)
        return queue

    async def asks(self) -> None:
        """Let the registrar say something to a process that puts off what is heavy."""
        await asks(self.town, self.queues[0].hand_over)

    async def stored(self) -> str:
        """Return all that the queue, its notes and we hold, as text."""
        async with self.town.database.engine.connect() as connection:
            rows = [await connection.execute(text(f"SELECT t::text FROM {name} t")) for name in TABLES]
            return "\n".join(row[0] for each in rows for row in each)


TABLES = ("pgqueuer", "pgqueuer_log", "pgqueuer_statistics", "pgqueuer_schedules", "errands")


@pytest.fixture
async def house(town: Town) -> AsyncIterator[House]:
    house = House(town)
    first = await house.worker()
    await first.close()
    yield house
    for queue in house.queues:
        await queue.close()
    assert house.ended == []


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take who does nothing for dead at once: a test need not wait for it."""
    monkeypatch.setattr(queueing, "LAPSE_SECONDS", 0.4)
    monkeypatch.setattr(queueing, "LOOK_EVERY_SECONDS", 0.1)
    monkeypatch.setattr("bot.errands.FIRST_PAUSE", timedelta())


async def test_what_is_heavy_is_answered_at_once_and_done_by_a_process_that_holds_no_council(house: House) -> None:
    await house.asks()
    assert await house.town.hears() == [(REGISTRAR, TAKEN)]
    assert await standing(house.town) == Standing(1, 0, 0, house.town.clock.now())

    await house.worker()

    assert await house.told.get() == "lindvassa"
    assert await house.town.hears() == [(REGISTRAR, DONE)]
    assert await standing(house.town) == NOTHING


async def test_nothing_is_left_in_the_queue_where_the_transaction_is_undone(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise OSError("no room left")

    monkeypatch.setattr("storage.claims.Claims.flush", full)
    with pytest.raises(OSError, match="no room"):
        await house.asks()

    assert "lindvassa" not in await house.stored()
    assert await house.town.hears() == []


async def test_what_was_begun_by_a_process_that_died_is_done_by_another_once(house: House, brisk: None) -> None:
    await house.asks()
    async with house.town.database.work("lindvassa") as work:
        await work.errands.begin(1)
    async with house.queues[0]._connected() as (_, queries):
        everything = {QueueEntrypoint("errands of lindvassa"): EntrypointExecutionParameter(0)}
        (job,) = await queries.dequeue(1, everything, QueueManagerId(uuid4()), None, timedelta(seconds=30))
    assert (job.payload, job.status) == (b"1", "picked")

    await house.worker()

    assert await house.told.get() == "lindvassa"
    assert await house.town.hears() == [(REGISTRAR, TAKEN), (REGISTRAR, DONE)]


@pytest.mark.slow
async def test_what_a_killed_process_was_at_is_done_by_another_once(house: House, brisk: None) -> None:
    await house.asks()
    url = house.town.database.url.render_as_string(hide_password=False)
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", STUCK, url, stdout=asyncio.subprocess.PIPE)
    assert killed.stdout
    assert await killed.stdout.readline() == b"begun\n"
    killed.send_signal(signal.SIGKILL)
    await killed.wait()

    await house.worker()

    assert await house.told.get() == "lindvassa"
    assert await house.town.hears() == [(REGISTRAR, TAKEN), (REGISTRAR, DONE)]


async def test_poison_is_given_up_and_whoever_asked_and_the_operators_know(
    house: House, brisk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    async def poison(call: Call, **_: object) -> list[Saying]:
        tries.append(call)
        raise ValueError(f"a secret of {call.incoming.sender}")

    does(monkeypatch, poison)
    await house.asks()
    await house.worker()
    await house.told.get()

    (_, taken), (room, given_up), (operators, told) = await house.town.hears()
    assert (taken, room, operators, len(tries)) == (TAKEN, REGISTRAR, OPERATORS, MOST_TRIES)
    assert given_up.startswith(GIVEN_UP)
    assert told.startswith("An event could not be handled (reference ")
    assert await standing(house.town) == Standing(0, 0, 1, None)


async def test_nobodys_words_stand_in_the_queue_or_its_notes(
    house: House, brisk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def poison(_call: Call, **_: object) -> list[Saying]:
        raise ValueError("CANARY")

    await house.asks()
    stored = await house.stored()
    assert "lindvassa" in stored
    does(monkeypatch, poison)
    await house.worker()
    await house.told.get()

    stored += await house.stored()
    for word in ("export", "2026-03-01", "registrar", "CANARY", "$asked"):
        assert word not in stored, word


async def test_what_is_cut_off_by_a_stop_is_put_back_and_done_later(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "TIME_TO_END_SECONDS", 0.05)
    begun = asyncio.Event()

    async def forever(_council: str, _number: int) -> None:
        begun.set()
        await asyncio.Event().wait()

    await house.asks()
    worker = await house.worker(forever)
    await begun.wait()

    await worker.close()
    await house.worker()

    assert await house.told.get() == "lindvassa"
    assert await house.town.hears() == [(REGISTRAR, TAKEN), (REGISTRAR, DONE)]


async def test_what_a_copied_database_holds_open_comes_into_its_queue(house: House) -> None:
    await house.asks()
    async with house.town.database.engine.begin() as connection:
        await connection.execute(text("DELETE FROM pgqueuer"))

    await house.worker()

    assert await house.told.get() == "lindvassa"
    assert await standing(house.town) == NOTHING


async def test_a_restarted_database_is_waited_for(house: House, brisk: None) -> None:
    await house.worker()
    async with house.town.database.engine.begin() as connection:
        own = "pid <> pg_backend_pid() AND datname = current_database()"
        await connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {own}"))

    await house.asks()

    assert await house.told.get() == "lindvassa"
    assert await house.town.hears() == [(REGISTRAR, TAKEN), (REGISTRAR, DONE)]


async def test_the_notes_of_the_queue_do_not_grow(house: House) -> None:
    await house.worker()
    for _ in range(3):
        await house.asks()
        await house.told.get()

    async with house.town.database.engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM pgqueuer_log"))).scalar_one() <= 4

"""While the database fails nothing ends and nothing is lost; when it is back, everything is done, once."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from bot.duties import Duties
from bot.matrix.batch import Arrived, Batch, Kind
from bot.relay import Relay
from bot.ticker import Ticker
from rehearsal.postgres import Postgres, can_be_had
from storage.database import Database
from storage.failing import is_failing
from tests.bot.test_relay import Server
from tests.engines import with_tables
from tests.town import BOE, CHARTER, Town

LONGEST_SECONDS = 60.0
COMMANDS = 40


class AtWork:
    """The relay and the ticker of a town at work, and what its wire has sent."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.server = Server()
        self.paused = asyncio.Event()
        self.relay = Relay(town.database, town.charter, self.server, town.clock, rest=self._rest)
        self.ticker = Ticker(Duties(town.database, town.charter, town.clock), self.relay, town.clock, rest=self._rest)
        self._names = count(1)

    async def _rest(self, _seconds: float) -> None:
        self.paused.set()
        await asyncio.sleep(0.01)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[list[asyncio.Task[None]]]:
        tasks = [asyncio.create_task(self.relay.run()), asyncio.create_task(self.ticker.run())]
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                yield tasks
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def batch(self, *lines: str) -> Batch:
        at_ms = int(self.town.clock.now().timestamp() * 1000)
        events = [Arrived(f"$e{next(self._names)}", "!council:town", BOE, at_ms, Kind.MESSAGE, line) for line in lines]
        return Batch(f"t{next(self._names)}", events=tuple(events))

    async def sent(self, how_many: int) -> None:
        while len(self.server.timeline) < how_many:
            self.server.stored.clear()
            await self.server.stored.wait()


Ends = Callable[[], Awaitable[None]]
Trouble = Callable[[Database], Awaitable[Ends]]


async def goes_on_by_itself(town: Town, begins: Trouble, *, spares_little: bool = False) -> None:
    """Break the database while everybody has something to do, mend it, and see everything done once.

    Args:
        spares_little: whether what is small may still be written while it is broken.
    """
    at_work = AtWork(town)
    await town.becomes(town.clock.now())
    await town.hears()
    moment = await town.next_moment()
    assert moment is not None
    async with at_work.running() as tasks:
        await town.dispatcher.handle(at_work.batch("!agenda list"))
        at_work.relay.wake()
        await at_work.sent(1)
        at_work.paused.clear()
        ends = await begins(town.database)
        town.clock.time = moment
        at_work.relay.wake()
        at_work.ticker.wake()
        batch = at_work.batch(*[f"!agenda add Item {number}" for number in range(COMMANDS)])
        with pytest.raises((DBAPIError, OSError)) as failed:
            await town.dispatcher.handle(batch)
        assert is_failing(failed.value)
        if not spares_little:
            await at_work.paused.wait()
        assert not any(task.done() for task in tasks)

        await ends()
        await _handled(town, batch)
        at_work.relay.wake()
        await at_work.sent(1 + COMMANDS + 1)
        await at_work.relay.drained()
        assert not any(task.done() for task in tasks)

    # But for the answer to !agenda list, which the live agenda may say once more.
    bodies = [str(body) for body in at_work.server.bodies()][1:]
    assert len([body for body in bodies if " added: " in body]) == COMMANDS
    assert len(bodies) == len(set(bodies)) > COMMANDS


async def _handled(town: Town, batch: Batch) -> None:
    """As the reader of the stream does: the same batch again until it is dealt with."""
    while True:
        try:
            await town.dispatcher.handle(batch)
        except (DBAPIError, OSError) as error:
            assert is_failing(error)  # noqa: PT017 - any other would be a bug
            await asyncio.sleep(0.05)
        else:
            return


async def pragma(database: Database, words: str) -> Any:
    """Set something on the one connection of SQLite, if there is one, past the transactions of the engine."""
    pool: Any = database.engine.sync_engine.pool
    if pool.connection.dbapi_connection is None:
        return None
    driver = pool.connection.dbapi_connection.driver_connection
    async with driver.execute(f"PRAGMA {words}") as cursor:
        row = await cursor.fetchone()
    return row[0] if row else None


async def bound(database: Database, words: str, free: str) -> Ends:
    """Set something on the connection that there is and on all that are made, until it is to be otherwise."""

    def bind(connection: Any, _record: object) -> None:
        connection.cursor().execute(f"PRAGMA {words}")

    event.listen(database.engine.sync_engine, "connect", bind)
    await pragma(database, words)

    async def ends() -> None:
        event.remove(database.engine.sync_engine, "connect", bind)
        await pragma(database, free)

    return ends


async def full(database: Database) -> Ends:
    return await bound(database, f"max_page_count = {await pragma(database, 'page_count')}", "max_page_count = 1000000")


async def read_only(database: Database) -> Ends:
    return await bound(database, "query_only = 1", "query_only = 0")


async def locked(database: Database) -> Ends:
    mends = await bound(database, "busy_timeout = 0", "busy_timeout = 5000")
    other = sqlite3.connect(str(database.url.database), isolation_level=None, check_same_thread=False)
    await asyncio.to_thread(other.execute, "BEGIN EXCLUSIVE")

    async def ends() -> None:
        other.close()
        await mends()

    return ends


@pytest.fixture
async def in_a_file(tmp_path: Path) -> AsyncIterator[Town]:
    """A town on SQLite."""
    town = Town(await with_tables(f"sqlite:///{tmp_path / 'radslag.db'}"), CHARTER)
    await town.settle_in()
    yield town
    await town.database.close()


@pytest.mark.slow
@pytest.mark.parametrize("trouble", [full, read_only, locked])
async def test_a_disk_that_is_full_or_a_file_that_is_locked_is_waited_for(in_a_file: Town, trouble: Trouble) -> None:
    await goes_on_by_itself(in_a_file, trouble, spares_little=trouble is full)


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    if not can_be_had():
        pytest.skip("no PostgreSQL: the wheel is not there")
    with closing(Postgres()) as postgres:
        yield postgres


@pytest.mark.postgres
@pytest.mark.slow
async def test_a_postgresql_that_is_restarted_is_waited_for(own_postgres: Postgres) -> None:
    async def gone(_database: Database) -> Ends:
        await own_postgres.ends_at_once()
        return own_postgres.comes_back

    town = Town(await with_tables(own_postgres.url()), CHARTER)
    await town.settle_in()
    await goes_on_by_itself(town, gone)
    await town.database.close()


@pytest.mark.postgres
async def test_a_backend_that_is_ended_in_a_transaction_costs_that_transaction_and_no_more(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has no backends")

    async def ended_in_the_middle() -> None:
        async with database.work("test") as work:
            await work.sync.save("lost")
            await work.session.flush()
            await work.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises((DBAPIError, OSError)) as failed:
        await ended_in_the_middle()
    assert is_failing(failed.value)

    async with database.work("test") as work:
        assert await work.sync.token() is None


@pytest.mark.parametrize("words", ["SELECT nothing FROM nowhere", "INSERT INTO sync (council) VALUES (NULL)"])
async def test_a_mistake_of_ours_is_not_taken_for_the_databases_trouble(database: Database, words: str) -> None:
    with pytest.raises(DBAPIError) as failed:
        async with database.work("test") as work:
            await work.session.execute(text(words))
    assert not is_failing(failed.value)


async def test_a_savepoint_in_which_the_disk_fills_up_leaves_nothing_behind(in_a_file: Town) -> None:
    async def fills_the_disk_in_a_savepoint() -> None:
        async with in_a_file.database.work("test") as work, work.savepoint():
            for number in range(2000):
                await work.session.execute(text(f"INSERT INTO sync VALUES ('{number}', '{'x' * 500}')"))

    await full(in_a_file.database)

    with pytest.raises(DBAPIError) as failed:
        await fills_the_disk_in_a_savepoint()
    assert is_failing(failed.value)
    async with in_a_file.database.work("test") as work:
        assert (await work.session.execute(text("SELECT count(*) FROM sync"))).scalar() == 0


async def test_a_value_that_no_column_holds_is_a_mistake_of_ours(database: Database) -> None:
    with pytest.raises((DBAPIError, OverflowError)) as failed:
        async with database.work("test") as work:
            await work.session.execute(text("SELECT CAST(:number AS INTEGER)"), {"number": 2**70})
    assert not is_failing(failed.value)

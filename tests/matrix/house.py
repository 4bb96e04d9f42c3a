"""A bot that only reads and notes, for tests against a real homeserver."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import SystemClock
from bot.matrix.account import Account, Credentials
from bot.matrix.batch import Arrived, Batch, Change, Kind, RoomChange, Stranger
from bot.matrix.policy import Policy, server_of
from bot.matrix.record import record
from council.people import Place
from proof.proxy import Proxy
from rehearsal.homeserver import Account as Registered
from rehearsal.homeserver import Homeserver
from storage.database import Database
from storage.migrate import load_tables
from storage.schema import Table
from storage.seal import Vault

COUNCIL = "test"
PICKLE_KEY = "a pickle key for tests, long enough to pass"
PATIENCE_SECONDS = 30.0


async def make_database(folder: Path) -> Database:
    """Return an empty database with all its tables in a folder."""
    load_tables()
    database = Database(f"sqlite:///{folder / 'radslag.db'}", Vault(b"a master secret for tests of 32 bytes"))
    async with database.engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    return database


class NotingBot:
    """An account at work whose handler notes what comes and, if asked, does more in the same transaction."""

    def __init__(self, account: Account, database: Database) -> None:
        self.account = account
        self.database = database
        self.wire = account.wire
        self.events: list[Arrived] = []
        self.changes: list[RoomChange] = []
        self.strangers: list[Stranger] = []
        self.before: Callable[[Batch], Awaitable[None]] | None = None
        self._news = asyncio.Condition()

    async def handle(self, batch: Batch) -> None:
        """Note a batch, and store it as the dispatcher does."""
        if self.before is not None:
            await self.before(batch)
        async with self.database.work(COUNCIL) as work:
            batch = await record(work, batch, SystemClock().now())
        async with self._news:
            self.events += batch.events
            self.changes += batch.rooms
            self.strangers += batch.strangers
            self._news.notify_all()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(PATIENCE_SECONDS), self._news:
            await self._news.wait_for(holds)

    async def until_joined(self, room_id: str) -> None:
        """Wait until the bot is in a room and knows it."""
        await self.until(lambda: any(each.room_id == room_id and each.kind is Change.JOINED for each in self.changes))

    async def until_heard(self, body: str) -> Arrived:
        """Wait for a message of some words, and return it."""
        await self.until(lambda: any(each.body == body for each in self.events))
        return next(each for each in self.events if each.body == body)

    def words(self) -> list[str]:
        """Return the messages that may be obeyed, in the order they came."""
        return [each.body for each in self.events if each.kind is Kind.MESSAGE and each.trusted]


@asynccontextmanager
async def noting_bot(
    homeserver: Homeserver | Proxy, registered: Registered, folder: Path, rooms: Mapping[str, Place] | None = None
) -> AsyncIterator[NotingBot]:
    """Run a bot on an account until the end of the block; the folder is what it keeps for the next time."""
    database = await make_database(folder)
    account = await Account.open(
        Credentials(homeserver.url, registered.user_id, PICKLE_KEY, password=registered.password),
        council=COUNCIL,
        data_dir=folder / "matrix",
        database=database,
        clock=SystemClock(),
        policy=Policy(rooms or {}, frozenset({server_of(registered.user_id)})),
    )
    bot = NotingBot(account, database)
    running = asyncio.create_task(account.run(bot.handle))
    try:
        yield bot
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await account.close()
        await database.close()

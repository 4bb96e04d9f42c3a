"""Builds all parts of the running process, starts them in order and stops them in order."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import IO

import structlog
from sqlalchemy.exc import DBAPIError

from bot.cleaning import Cleaner
from bot.clock import Clock, SystemClock
from bot.dispatch import Dispatcher
from bot.duties import Duties
from bot.health import Health
from bot.matrix.account import Account, Credentials, Patience
from bot.matrix.batch import Batch
from bot.matrix.policy import Policy, server_of
from bot.monitor import Monitor
from bot.porter import Porter
from bot.postman import Postman
from bot.premises import Unusable, only_one
from bot.relay import Relay
from bot.seed import seed
from bot.settings import Council, Settings
from bot.settings.rulebook import Rulebook
from bot.ticker import Ticker
from bot.window import Window
from commands import catalogue
from council.charter import Charter
from council.people import Place
from locales import command_words
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault

log = structlog.get_logger()


LOOK_AGAIN_SECONDS = 0.1


@dataclass
class Office:
    """One council at work: its account, its dispatcher, its relay, its porter and its ticker."""

    charter: Charter
    account: Account
    database: Database
    dispatcher: Dispatcher
    relay: Relay
    porter: Porter
    duties: Duties
    ticker: Ticker
    postman: Postman | None = None
    changed: Callable[[Charter], None] = lambda _charter: None
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _handled: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def handle(self, batch: Batch) -> None:
        """Carry out what people said, then say what came of it."""
        before = self.dispatcher.charter
        await self.dispatcher.handle(batch)
        if self.dispatcher.charter is not before:
            self._go_by(self.dispatcher.charter)
        async with self._handled:
            self._handled.notify_all()
        self.relay.wake()
        self.porter.wake()
        if self.postman:
            self.postman.wake()
        self.ticker.touch()

    def _go_by(self, charter: Charter) -> None:
        """Let every part go by settings that have been changed in chat."""
        self.charter = charter
        self.relay.follow(charter)
        self.porter.follow(charter)
        self.duties.follow(charter)
        if self.postman:
            self.postman.follow(charter)
        self.changed(charter)

    def start(self) -> None:
        """Begin to read, to say and to watch the clock."""
        self.tasks = [
            asyncio.create_task(self.account.run(self.handle), name="sync"),
            asyncio.create_task(self.relay.run(), name="relay"),
            asyncio.create_task(self.porter.run(self.relay.wake), name="porter"),
            asyncio.create_task(self.ticker.run(), name="ticker"),
        ]
        if self.postman:
            self.tasks.append(asyncio.create_task(self.postman.run(), name="postman"))

    async def settle(self) -> None:
        """Return when all that was said is dealt with, what is due is done, and all that came of it is said."""
        while True:
            await self._become_level()
            done = await self.ticker.tick()
            await self.porter.drained()
            await self.relay.drained()
            if not done and await self.account.is_level():
                return

    async def _become_level(self) -> None:
        while not await self.account.is_level():
            for task in self.tasks:
                if task.done():
                    task.result()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN_SECONDS), self._handled:
                    await self._handled.wait()

    async def stop(self) -> None:
        """End all of it; what was being sent is tried again at the next start."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.account.close()


class App:
    """The running process: one or many councils on one database."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        """Prepare; nothing is opened yet."""
        self.settings = settings
        self.clock: Clock = clock or SystemClock()
        self.offices: dict[str, Office] = {}
        self._lock: IO[str] | None = None
        self._database: Database | None = None
        self._window: Window | None = None
        self._monitor: Monitor | None = None

    async def start(self) -> None:
        """Open everything and begin.

        Raises:
            AlreadyRunning: another process works in the same data folder.
            Unusable: the data folder or the database cannot be opened.
            storage.migrate.NewerDatabase: the database belongs to a newer version.
        """
        self._lock = only_one(self.settings.data_dir)
        master = self.settings.master_secret.get_secret_value().encode()
        self._database = Database(self.settings.database_url, Vault(master))
        await self._open(self._database)
        for slug, council in self.settings.councils.items():
            self.offices[slug] = await self._office(slug, council, self._database)
        for office in self.offices.values():
            # Whoever speaks first must meet a council whose meetings are planned.
            await office.ticker.tick()
            office.start()
        if self.settings.web.listen:
            charters = {slug: office.charter for slug, office in self.offices.items()}
            self._window = Window(self.settings, charters, self._database.vault, self.clock)
            for slug, office in self.offices.items():
                office.changed = partial(self._window.follow, slug)
            await self._window.open()

        self._monitor = Monitor(
            self.settings.monitoring,
            Health(self._database, self.offices, self.settings.data_dir, self.clock),
        )
        await self._monitor.open()

    async def _open(self, database: Database) -> None:
        file = self.settings.database_file
        if file and file.is_dir():
            raise Unusable(f"the database cannot be {file}: that is a folder")
        if file and not file.parent.is_dir():
            raise Unusable(f"the database cannot be {file}: there is no such folder")
        try:
            if await migrate(database, self.settings.data_dir / "backups"):
                log.info("database brought up to date")
        except (OSError, DBAPIError, TypeError) as trouble:
            # Its words may hold the address, and so a password.
            kind = type(trouble).__name__
            raise Unusable(f"the database cannot be opened ({kind}): {_database_at(database)}") from None

    async def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Start, and go on until cancelled or until a part ends, which none should.

        Args:
            started: called once everything runs.
        """
        try:
            await self.start()
            started()
            tasks = [task for office in self.offices.values() for task in office.tasks]
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        finally:
            await self.stop()

    async def stop(self) -> None:
        """Stop everything, in order, and let go of the folder."""
        if self._monitor:
            await self._monitor.close()
        if self._window:
            await self._window.close()
        for office in self.offices.values():
            await office.stop()
        self.offices.clear()
        if self._database:
            await self._database.close()
        if self._lock:
            self._lock.close()

    async def settle(self) -> None:
        """Return when every council's bot has read, done and said everything that there is at this moment.

        Raises:
            Exception: whatever ended a part that should run for ever.
        """
        for office in self.offices.values():
            await office.settle()

    async def _office(self, slug: str, council: Council, database: Database) -> Office:
        charter = await seed(database, slug, council, self.clock.now())
        folder = self.settings.data_dir / slug
        account = await Account.open(
            credentials_of(self.settings, slug, council, database.vault),
            council=slug,
            data_dir=folder,
            database=database,
            clock=self.clock,
            policy=policy_of(council),
            patience=Patience(council.encryption.key_patience_seconds),
        )
        relay = Relay(database, charter, account.wire, self.clock)
        duties = Duties(database, charter, self.clock, Cleaner(self.settings, database))
        pins_devices = council.encryption.pin_devices
        words = catalogue(command_words())
        rulebook = Rulebook(slug, council)
        dispatcher = Dispatcher(database, charter, words, self.clock, rulebook, pins_devices=pins_devices)
        porter = Porter(database, charter, account.download, self.clock)
        ticker = Ticker(duties, relay, self.clock, clock_error=account.clock_error)
        postman = Postman(database, charter, council.mail, self.clock) if council.mail else None
        return Office(charter, account, database, dispatcher, relay, porter, duties, ticker, postman)


def _database_at(database: Database) -> str:
    return str(database.url.set(password=None).set(query={}))


def credentials_of(settings: Settings, slug: str, council: Council, vault: Vault) -> Credentials:
    """Return what a council's account logs in with."""
    account = council.account
    return Credentials(
        homeserver_url=settings.homeserver.url,
        user_id=account.user_id,
        pickle_key=vault.name("crypto store", slug) + vault.name("crypto store", slug, "more"),
        password=account.password.get_secret_value() if account.password else None,
        token=account.access_token.get_secret_value() if account.access_token else None,
    )


def policy_of(council: Council) -> Policy:
    """Return whose rooms a council's bot enters."""
    rooms: Mapping[str, Place] = {
        council.rooms.open: Place.OPEN,
        council.rooms.council: Place.COUNCIL,
        council.rooms.secretariat: Place.SECRETARIAT,
        council.rooms.operators: Place.OPERATORS,
    }
    return Policy(
        rooms=rooms,
        servers=frozenset({server_of(council.account.user_id), *council.invitations.servers}),
        people=frozenset({*council.invitations.people, *council.people}),
        accepts_per_hour=council.invitations.an_hour,
    )

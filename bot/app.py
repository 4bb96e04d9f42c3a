"""Builds all parts of the running process, starts them in order and stops them in order."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

import structlog
from sqlalchemy.exc import DBAPIError

from bot.cleaning import Cleaner
from bot.clock import Clock, SystemClock
from bot.dispatch import Dispatcher
from bot.duties import Duties
from bot.errands import Clerk
from bot.fleet.keeper import Keeper
from bot.health import Health
from bot.matrix.account import Account, Credentials, Patience
from bot.matrix.login import LOGIN_NAME
from bot.matrix.policy import Policy, server_of
from bot.monitor import Monitor
from bot.office import Office
from bot.porter import Porter
from bot.postman import Postman
from bot.premises import Unusable, one_of_several, only_one
from bot.relay import Relay
from bot.seed import seed
from bot.settings import Council, Settings
from bot.settings.rulebook import Rulebook
from bot.ticker import Ticker
from commands import catalogue
from council.people import Place
from locales import command_words
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault
from storage.soundness import Damaged, look_through
from storage.tenures import Superseded

if TYPE_CHECKING:
    from bot.queue import Queue
    from bot.window import Window

log = structlog.get_logger()


class App:
    """The running process: one or many councils on one database, alone or beside others."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        """Prepare; nothing is opened yet."""
        self.settings = settings
        self.clock: Clock = clock or SystemClock()
        self.offices: dict[str, Office] = {}
        self._lock: IO[str] | None = None
        self._database: Database | None = None
        self._window: Window | None = None
        self._monitor: Monitor | None = None
        self._keeper: Keeper | None = None
        self._queue: Queue | None = None
        self._keeping: list[asyncio.Task[None]] = []
        self._ended: list[asyncio.Task[None]] = []
        self._something_ended = asyncio.Event()

    async def start(self) -> None:
        """Open everything and begin.

        Raises:
            AlreadyRunning: another process works in the same data folder, or with the same database.
            Unusable: the data folder or the database cannot be opened.
            storage.migrate.NewerDatabase: the database belongs to a newer version.
        """
        is_shared = self.settings.storage.shared and self.settings.database_file is None
        self._lock = (one_of_several if is_shared else only_one)(self.settings.data_dir)
        master = self.settings.master_secret.get_secret_value().encode()
        self._database = Database(self.settings.database_url, Vault(master))
        await self._open(self._database)
        if self._database.is_sqlite:
            for slug in self.settings.councils:
                await self._finish(self._database, slug)
                await self.open(slug)
        else:
            await self._keep(self._database, alone=not is_shared)
        if self.settings.web.listen:
            from bot.window import Window  # noqa: PLC0415 - with all that makes pages

            self._window = Window(self.settings, self._database.vault, self.clock)
            await self._window.open()
            for slug, office in self.offices.items():
                office.changed = partial(self._window.follow, slug)
        self._monitor = Monitor(
            self.settings.monitoring,
            Health(self._database, self.offices, self.settings.data_dir, self.clock, self.settings.councils),
        )
        await self._monitor.open()

    async def open(self, council: str) -> None:
        """Begin to work for a council."""
        assert self._database
        office = await self._office(council, self.settings.councils[council], self._database)
        self.offices[council] = office
        if self._window:
            office.changed = partial(self._window.follow, council)
        # Whoever speaks first must meet a council whose meetings are planned.
        await office.ticker.tick()
        office.start(self._end)

    async def close(self, council: str) -> None:
        """End the work for a council, if it was begun."""
        office = self.offices.pop(council, None)
        if office:
            await office.stop()

    async def _finish(self, database: Database, council: str) -> None:
        """Carry out what was put off, in a database that had a queue, before it came to be this one."""
        await Clerk(database, self._rulebooks(), catalogue(command_words()), self.clock).finish(council)

    async def _line_up(self, database: Database) -> "Queue":
        """Leave what is heavy to a queue, and take part in working it off."""
        from bot.queue import Queue, tell  # noqa: PLC0415 - with a library that is there for PostgreSQL only

        own = Database(database.url.render_as_string(hide_password=False), database.vault)
        clerk = Clerk(own, self._rulebooks(), catalogue(command_words()), self.clock, tell)
        queue = Queue(own, self.settings.councils, clerk.carry_out, self._say)
        await queue.open(self._end)
        return queue

    def _rulebooks(self) -> dict[str, Rulebook]:
        return {slug: Rulebook(slug, council) for slug, council in self.settings.councils.items()}

    def _say(self, council: str) -> None:
        """Say what is new, if the council is one of ours."""
        if council in self.offices:
            self.offices[council].relay.wake()

    async def _keep(self, database: Database, *, alone: bool) -> None:
        """Work for the councils that no other process works for."""
        self._keeper = Keeper(database, self.settings.data_dir, self.settings.councils, self)
        await self._keeper.enter(alone=alone)
        self._queue = await self._line_up(database)
        self._begin(self._keeper.beat())
        await self._keeper.settle()
        self._begin(self._keeper.watch())
        self._begin(_until_superseded(database))

    def _begin(self, what: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(what)
        task.add_done_callback(self._end)
        self._keeping.append(task)

    def _end(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled():
            self._ended.append(task)
            self._something_ended.set()

    async def _open(self, database: Database) -> None:
        file = self.settings.database_file
        if file and file.is_dir():
            raise Unusable(f"the database cannot be {file}: that is a folder")
        if file and not file.parent.is_dir():
            raise Unusable(f"the database cannot be {file}: there is no such folder")
        if file and not file.exists() and (worked := self._account_that_has_worked()):
            raise Unusable(
                f"the database {file} is gone, though {worked} shows that there was one; restore it: "
                f"{self._way_back()}. To begin anew with nothing, move {worked.parent} away"
            )
        try:
            await look_through(database)
            if await migrate(database, self.settings.data_dir / "backups"):
                log.info("database brought up to date")
        except Damaged:
            raise Unusable(f"the database {file} is damaged; restore it: {self._way_back()}") from None
        except (OSError, DBAPIError, TypeError) as trouble:
            # Its words may hold the address, and so a password.
            kind = type(trouble).__name__
            raise Unusable(f"the database cannot be opened ({kind}): {_database_at(database)}") from None

    def _account_that_has_worked(self) -> Path | None:
        logins = (self.settings.data_dir / slug / LOGIN_NAME for slug in self.settings.councils)
        return next((login for login in logins if login.exists()), None)

    def _way_back(self) -> str:
        sets = sorted(self.settings.sets_folder.glob("*.set")) if self.settings.sets_folder.is_dir() else []
        return f"radslag restore {sets[-1] if sets else 'SET'}"

    async def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Start, and go on until cancelled or until a part ends, which none should.

        Args:
            started: called once everything runs.
        """
        try:
            await self.start()
            started()
            await self._something_ended.wait()
            for task in self._ended:
                task.result()
        finally:
            await self.stop()

    async def stop(self) -> None:
        """Stop everything, in order, and let go of the folder."""
        for part in (self._monitor, self._window, self._queue):
            if part:
                await part.close()
        for task in self._keeping:
            task.cancel()
        await asyncio.gather(*self._keeping, return_exceptions=True)
        for slug in tuple(self.offices):
            await self.close(slug)
        if self._keeper:
            await self._keeper.close()
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
        dispatcher = Dispatcher(
            database,
            charter,
            words,
            self.clock,
            rulebook,
            pins_devices=pins_devices,
            alongside=relay.alongside,
            hand_over=self._queue.hand_over if self._queue else None,
        )
        porter = Porter(database, charter, account.download, self.clock)
        ticker = Ticker(duties, relay, self.clock, clock_error=account.clock_error)
        postman = Postman(database, charter, council.mail, self.clock) if council.mail else None
        return Office(charter, account, database, dispatcher, relay, porter, duties, ticker, postman)


async def _until_superseded(database: Database) -> None:
    """Return never; raise once another process works for a council of ours."""
    await database.superseded.wait()
    raise Superseded("another process has taken over")


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

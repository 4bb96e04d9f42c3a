"""Heavy work through a queue in PostgreSQL that others keep well (PgQueuer); nobody else imports it.

The queue knows the numbers of errands, and nothing of what they are. Any process that works with the database takes the
next one; what is left by one that dies is taken up by another. What came of it stands in the outbox of its council,
whose own process is told to look.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import Any

import asyncpg
import structlog
from asyncpg.exceptions import InterfaceError, InternalClientError, PostgresError
from pgqueuer.core.qm import QueueManager
from pgqueuer.domain.errors import PgqException, RetryRequested
from pgqueuer.domain.models import Job
from pgqueuer.queries import Queries
from sqlalchemy import func, select

from bot.errands import NotYet
from bot.pauses import Pauses
from storage.database import Database, Unreachable
from storage.failing import is_failing
from storage.work import Work

log = structlog.get_logger()
CarryOut = Callable[[str, int], Awaitable[None]]
SAID = "radslag_said"
"""The channel on which the process of a council hears that there is something to say."""
LAPSE_SECONDS = 20.0
"""Whoever has let its work rest for so long is taken for dead."""
LOOK_EVERY_SECONDS = 10.0
TIME_TO_END_SECONDS = 3.0
LOST = (PostgresError, InterfaceError, InternalClientError, PgqException)
"""What comes of a connection that ends, whatever was being done with it."""


class Lost(Exception):
    """A bug kept an errand from being carried out or given up. Holds nobody's words, as the queue notes them."""


async def _enqueue(queries: Queries, council: str, number: int) -> None:
    name = f"{council}:{number}"
    await queries.enqueue(_entrypoint(council), str(number).encode(), dedupe_key=name, on_conflict="skip")


async def tell(work: Work) -> None:
    """Tell the process of a council, once the transaction is over, that there is something to say."""
    await work.session.execute(select(func.pg_notify(SAID, work.council)))


class Queue:
    """The part of a process that works off what is heavy, for whichever council."""

    def __init__(
        self, database: Database, councils: Iterable[str], carry_out: CarryOut, said: Callable[[str], None]
    ) -> None:
        """Prepare.

        Args:
            database: its own, which holds no council; closed with it.
            carry_out: carries out an errand of a council, once however often it is told to.
            said: called with a council that has something new to say, whoever has carried it out.
        """
        self._database = database
        self._councils = tuple(councils)
        self._carry_out = carry_out
        self._said = said
        self._pauses = Pauses()
        self._manager: QueueManager | None = None
        self._task: asyncio.Task[None] | None = None
        self._ended: Callable[[asyncio.Task[None]], None] = lambda _task: None

    async def open(self, ended: Callable[[asyncio.Task[None]], None]) -> None:
        """Make the queue's tables if need be, and begin.

        Args:
            ended: told if that ends, which it should not.
        """
        async with self._connected() as (_, queries):
            async with queries.schema_lock():
                if not await queries.schema_is_installed():
                    await queries.install()
            await queries.upgrade()
        self._task = asyncio.create_task(self._run(), name="queue")
        self._ended = ended
        self._task.add_done_callback(ended)

    async def close(self) -> None:
        """End; what cannot be finished soon is put back."""
        if self._task:
            self._task.remove_done_callback(self._ended)
            if self._manager:
                self._manager.shutdown.set()
                await asyncio.wait({self._task}, timeout=TIME_TO_END_SECONDS)
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self._database.close()

    async def hand_over(self, work: Work, number: int) -> None:
        """Put an errand into the queue, in the transaction that has put it off."""
        # The driver's own connection is in the transaction: SQLAlchemy begins it with the first statement, and putting
        # the errand off was one.
        connection: Any = (await (await work.session.connection()).get_raw_connection()).driver_connection
        await _enqueue(Queries.from_asyncpg_connection(connection), work.council, number)

    async def _run(self) -> None:
        while not (self._manager and self._manager.shutdown.is_set()):
            await self._pauses.survives("queue", self._work)

    async def _work(self) -> None:
        """Work until told to end, or until the database fails."""
        async with self._connected() as (connection, queries):
            await connection.add_listener(SAID, lambda *heard: self._said(heard[-1]))
            for council in self._councils:
                await self._take_up(queries, council)
            self._manager = QueueManager(queries)
            for council in self._councils:
                self._manager.entrypoint(_entrypoint(council))(partial(self._one, queries, council))
            await self._manager.run(
                dequeue_timeout=timedelta(seconds=LOOK_EVERY_SECONDS),
                batch_size=1,
                max_concurrent_tasks=2,
                shutdown_on_listener_failure=True,
                heartbeat_timeout=timedelta(seconds=LAPSE_SECONDS),
                log_aggregation_interval=timedelta(0),
            )

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[tuple[asyncpg.Connection, Queries]]:
        """Open a connection that no pool knows: the library listens on it, and may be at something when it breaks."""
        _, options = self._database.engine.dialect.create_connect_args(self._database.url)
        try:
            connection = await asyncpg.connect(**options)
            try:
                yield connection, Queries.from_asyncpg_connection(connection)
            finally:
                connection.terminate()
        except (*LOST, OSError) as lost:
            raise Unreachable(type(lost).__name__) from None

    async def _take_up(self, queries: Queries, council: str) -> None:
        """Put into the queue what is not in it: a copy or a backup of the database holds the errands alone."""
        async with self._database.work(council) as work:
            numbers = await work.errands.open()
        for number in numbers:
            await _enqueue(queries, council, number)

    async def _one(self, queries: Queries, council: str, job: Job) -> None:
        """Carry one out; whatever goes wrong, nobody's words come to stand in the queue's own notes."""
        number = int(job.payload or b"0")
        try:
            await self._carry_out(council, number)
            await queries.clear_queue_log(_entrypoint(council))
        except NotYet as later:
            raise RetryRequested(later.pause) from None
        except asyncio.CancelledError:
            # Else the queue would take it for called off, and forget it.
            raise RetryRequested from None
        except Exception as trouble:  # noqa: BLE001 - whatever it is, the queue would note its words
            kind = type(trouble).__name__
            log.error("errand not carried out", council=council, kind=kind)  # noqa: TRY400 - no words
            if is_failing(trouble):
                raise RetryRequested(timedelta(seconds=LOOK_EVERY_SECONDS)) from None
            raise Lost(kind) from None


def _entrypoint(council: str) -> str:
    return f"errands of {council}"

"""From the outbox to Matrix: rooms side by side, in order within a room, each thing once.

Nothing else ever sends. A fixed transaction ID makes trying again harmless; what can never be sent is
given up loudly, in the operators' room.
"""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.acts import Task, carried_out
from bot.clock import Clock
from bot.given_up import told_of
from bot.links import linked
from bot.matrix.wire import TryAgain, Undeliverable, Wire
from bot.pauses import Pauses, Rest
from bot.said_before import maybe_said_since
from bot.slots import mixed
from bot.voice import Occasion, Voice
from council.charter import Charter
from council.people import Place, Room
from council.text import Message, Sharing, Text
from storage.backup_keys import Restoration, last_restoration
from storage.database import Database
from storage.failing import is_failing
from storage.outbox import OutboxRow
from storage.work import Work

log = structlog.get_logger()
LONGEST_PAUSE_SECONDS = 60.0
SILENT_ROOM_AFTER = timedelta(minutes=10)
WRITTEN_DOWN_WITHIN_SECONDS = 0.25
"""What is out is written down in the next transaction of anybody's; in one of its own if there is none so soon."""
WRITTEN_DOWN_AT_LEAST = 50
Look = Callable[[Work], Awaitable[None]]


@dataclass
class Trouble:
    """A room that things do not get into at present."""

    since: datetime
    pause_seconds: float
    reported: bool = False


@dataclass
class Busy:
    """A room that something is being said in."""

    task: asyncio.Task[None]
    numbers: frozenset[int]

    @property
    def is_over(self) -> bool:
        """Whether it has come to its end. One that was cut off by a bug has not: that bug is yet to be raised."""
        return self.task.done() and (self.task.cancelled() or self.task.exception() is None)


class Relay:
    """Says what one council's bot has decided to say."""

    def __init__(
        self,
        database: Database,
        charter: Charter,
        wire: Wire,
        clock: Clock,
        *,
        first_pause_seconds: float = 1.0,
        rest: Rest = asyncio.sleep,
    ) -> None:
        """Prepare; `first_pause_seconds` is the wait after a first failure in a room, doubled with each further one."""
        self._pauses = Pauses(rest)
        self._first_pause_seconds = first_pause_seconds
        self._database = database
        self._charter = charter
        self._wire = wire
        self._clock = clock
        self._voice = Voice(charter)
        self._awake = asyncio.Event()
        self._idle = asyncio.Event()
        self._ledger = database.ledger(charter.slug)
        self._turns = asyncio.Lock()
        self._busy: dict[int, Busy] = {}
        self._holds_more = False
        self._later: asyncio.TimerHandle | None = None
        self._trouble: dict[int, Trouble] = {}
        self._restored: Restoration | None = None
        self._is_first_round = True

    def follow(self, charter: Charter) -> None:
        """Go by a charter that has been changed."""
        self._charter, self._voice = charter, Voice(charter)

    def wake(self) -> None:
        """Look at the outbox again, soon."""
        self._idle.clear()
        self._awake.set()

    async def drained(self) -> None:
        """Return once everything that may be said now is out, while `run` is at work."""
        self.wake()
        await self._idle.wait()

    async def run(self) -> None:
        """Say what is to be said until cancelled; what is cut off then is tried again, as the same, at the next start.

        While the database fails it is tried again, ever less often.
        """
        try:
            while True:
                await self._pauses.survives("relay", self._turn)
        finally:
            for busy in self._busy.values():
                busy.task.cancel()
            await asyncio.gather(*(busy.task for busy in self._busy.values()), return_exceptions=True)
            if self._later:
                self._later.cancel()
            await self._write_down()

    async def settle(self) -> None:
        """Say everything that may be said now; return when it is out."""
        await self._round()
        while self._busy:
            await asyncio.gather(*(busy.task for busy in self._busy.values()))
            await self._round()

    @asynccontextmanager
    async def alongside(self) -> AsyncIterator[Look]:
        """Let a transaction that the block opens and commits take what is to be said, as a round of our own would.

        Yields:
            to be called at the end of that transaction.
        """
        tasks: dict[int, list[Task]] = {}

        async def look(work: Work) -> None:
            try:
                tasks.update(await self._tasks(work))
            except Exception as bug:
                if is_failing(bug):
                    raise
                # A bug of ours must not undo what somebody else has done; a round of our own meets it again.
                self.wake()

        async with self._turns:
            yield look
            # Only now that all of it is committed.
            self._begin(tasks)

    async def _turn(self) -> None:
        self._awake.clear()
        await self._round()
        if not self._busy and not self._awake.is_set():
            self._idle.set()
        await self._awake.wait()

    async def _round(self) -> None:
        """Begin with every room that has something waiting."""
        for room, busy in list(self._busy.items()):
            if busy.task.done():
                del self._busy[room]
                busy.task.result()
        async with self._turns:
            async with self._database.work(self._charter.slug) as work:
                tasks = await self._tasks(work)
            self._begin(tasks)

    def _begin(self, tasks: Mapping[int, list[Task]]) -> None:
        for room, todo in tasks.items():
            busy = Busy(asyncio.create_task(self._one_room(todo)), frozenset(each.number for each in todo))
            busy.task.add_done_callback(partial(self._ended, busy))
            self._busy[room] = busy

    def _ended(self, busy: Busy, _task: asyncio.Task[None]) -> None:
        """Look for more at once where there is more, or somebody waits; else let another transaction write it down."""
        if self._holds_more or not busy.is_over or not self._idle.is_set():
            self._awake.set()
        elif self._later is None:
            self._later = asyncio.get_running_loop().call_later(WRITTEN_DOWN_WITHIN_SECONDS, self._remind)

    def _remind(self) -> None:
        self._later = None
        if self._ledger.waiting:
            self._awake.set()

    async def _tasks(self, work: Work) -> Mapping[int, list[Task]]:
        if self._is_first_round:
            self._restored, self._is_first_round = await last_restoration(work.session), False
        now = self._clock.now()
        self._busy = {room: busy for room, busy in self._busy.items() if not busy.is_over}
        said = self._ledger.open
        rows = mixed(await work.outbox.waiting(now, self._busy, said), work.vault.name)
        rooms = await work.rooms.by_numbers({row.room for row in rows}) if rows else {}
        await work.outbox.settle([], [(row.number, "no such room") for row in rows if row.room not in rooms])
        tasks: dict[int, list[Task]] = defaultdict(list)
        for row in rows:
            if row.room in rooms:
                tasks[row.room].append(await self._task(work, row, rooms[row.room]))
        known = {number for busy in self._busy.values() for number in busy.numbers}
        known |= {row.number for row in rows}
        # While nothing is being said, nothing comes to its end that something else could wait for.
        self._holds_more = bool(known) and await work.outbox.holds_more(now, {*known, *said})
        return tasks

    async def _task(self, work: Work, row: OutboxRow, room: Room) -> Task:
        key = work.vault.own if row.case is None else await work.cases.key(row.case)
        root = await work.outbox.event_of(row.about, row.room) if row.about else None
        content = await linked(work, row, key.open(row.content) if row.content else {})
        return Task(row.number, row.act, room, row.transaction, content, row.queued_at, row.about, root)

    async def _one_room(self, todo: list[Task]) -> None:
        for task in todo:
            while not await self._done(task):
                trouble = self._trouble_in(task.room)
                await self._report_silence(task.room, trouble)
                await asyncio.sleep(trouble.pause_seconds * random.uniform(0.5, 1.0))  # noqa: S311 - not a secret
            self._trouble.pop(task.room.number, None)
            if self._ledger.waiting >= WRITTEN_DOWN_AT_LEAST:
                await self._write_down()

    async def _done(self, task: Task) -> bool:
        """Try once; return whether there is nothing left to try."""
        try:
            self._ledger.note(task.number, await self._sent(task))
        except TryAgain as later:
            trouble = self._trouble_in(task.room)
            doubled = min(trouble.pause_seconds * 2, LONGEST_PAUSE_SECONDS)
            trouble.pause_seconds = later.after_seconds if later.after_seconds is not None else doubled
            log.warning("not sent yet", act=task.act, place=task.room.place.value, reason=later.reason)
            return False
        except Undeliverable as never:
            # Without its trace, which may hold what was to be said.
            log.error("given up", act=task.act, place=task.room.place.value, reason=never.reason)  # noqa: TRY400
            await self._give_up(task, never.reason)
        return True

    def _trouble_in(self, room: Room) -> Trouble:
        fresh = Trouble(self._clock.now(), self._first_pause_seconds)
        return self._trouble.setdefault(room.number, fresh)

    async def _sent(self, task: Task) -> str | None:
        room = await self._matrix_room(task)
        since = maybe_said_since(task.act, task.queued_at, self._restored, self._clock.now())
        if since and (found := await self._wire.find(room, task.transaction, int(since.timestamp() * 1000))):
            return found
        return await carried_out(self._wire, room, task)

    async def _matrix_room(self, task: Task) -> str:
        if task.room.matrix_id:
            return task.room.matrix_id
        # A chat we have wanted to have but never had: made now, and its number stays what it was.
        matrix_id = await self._wire.open_chat(task.room.person or "", f"{task.transaction}-chat")
        async with self._database.work(self._charter.slug) as work:
            await work.rooms.opened(task.room.number, matrix_id, self._clock.now())
        return matrix_id

    async def _write_down(self) -> None:
        if self._ledger.waiting:
            async with self._database.work(self._charter.slug):
                pass

    async def _give_up(self, task: Task, reason: str) -> None:
        """Note that something can never be done, and tell those who can do something about it: both or neither."""
        async with self._database.work(self._charter.slug) as work:
            await work.outbox.settle([], [(task.number, reason)])
            await self._tell(work, told_of(task.act, task.room, reason), f"relay:{task.number}")
        self._awake.set()

    async def _report_silence(self, room: Room, trouble: Trouble) -> None:
        now = self._clock.now()
        if not trouble.reported and now - trouble.since >= SILENT_ROOM_AFTER:
            text = Text("relay-room-silent", place=Text(f"place-{room.place.value}"), since=trouble.since)
            told = [] if room.place is Place.OPERATORS else [Message(Place.OPERATORS, (text,), Sharing.OPEN)]
            async with self._database.work(self._charter.slug) as work:
                await self._tell(work, told, f"relay:room:{room.number}:{now.isoformat()}")
            trouble.reported = True
            self._awake.set()

    async def _tell(self, work: Work, told: list[Message], cause: str) -> None:
        occasion = Occasion(cause, self._clock.now())
        await self._voice.queue(work, await self._voice.rendered(work, told, occasion))

"""From the outbox to Matrix: rooms side by side, in order within a room, each thing once.

Nothing else ever sends. A fixed transaction ID makes trying again harmless; what can never be sent is
given up loudly, in the operators' room.
"""

import asyncio
import random
from base64 import b64decode
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.given_up import told_of
from bot.links import linked
from bot.matrix.wire import TryAgain, Undeliverable, Wire
from bot.pauses import Pauses, Rest
from bot.polls import EVENT_TYPES
from bot.relations import in_thread, related
from bot.said_before import maybe_said_since
from bot.slots import mixed
from bot.voice import Occasion, Voice
from council.charter import Charter
from council.people import Place, Room
from council.text import Message, Sharing, Text
from storage.backup_keys import Restoration, last_restoration
from storage.database import Database
from storage.outbox import OutboxRow
from storage.work import Work

log = structlog.get_logger()
LONGEST_PAUSE_SECONDS = 60.0
SILENT_ROOM_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class Task:
    """One thing to do, with all that doing it needs."""

    number: int
    act: str
    room: Room
    transaction: str
    content: dict[str, Any]
    queued_at: datetime
    about: str | None
    root: str | None


@dataclass
class Trouble:
    """A room that things do not get into at present."""

    since: datetime
    pause_seconds: float
    reported: bool = False


@dataclass
class Progress:
    """What became of things, until it is written down."""

    sent: list[tuple[int, str | None]] = field(default_factory=list)


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
        self._progress = Progress()
        self._busy: dict[int, asyncio.Task[None]] = {}
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
            for task in self._busy.values():
                task.cancel()
            await asyncio.gather(*self._busy.values(), return_exceptions=True)
            await self._write_down()

    async def settle(self) -> None:
        """Say everything that may be said now; return when it is out."""
        while await self._round() or self._busy:
            await asyncio.gather(*self._busy.values())
            await self._write_down()

    async def _turn(self) -> None:
        self._awake.clear()
        if not await self._round() and not self._busy and not self._awake.is_set():
            self._idle.set()
        waiting = asyncio.ensure_future(self._awake.wait())
        try:
            await asyncio.wait({waiting, *self._busy.values()}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()

    def _collect(self) -> None:
        """Forget the rooms whose task has ended; raise what ended one before its time."""
        done = [task for task in self._busy.values() if task.done()]
        self._busy = {room: task for room, task in self._busy.items() if not task.done()}
        for task in done:
            task.result()

    async def _round(self) -> bool:
        """Begin with every room that has something waiting; say whether there was one."""
        self._collect()
        async with self._writing_down() as work:
            tasks = await self._tasks(work)
        for room, todo in tasks.items():
            self._busy[room] = asyncio.create_task(self._one_room(todo))
        return bool(tasks)

    async def _tasks(self, work: Work) -> Mapping[int, list[Task]]:
        if self._is_first_round:
            self._restored, self._is_first_round = await last_restoration(work.session), False
        rows = mixed(await work.outbox.waiting(self._clock.now(), self._busy), work.vault.name)
        rooms = await work.rooms.by_numbers({row.room for row in rows})
        await work.outbox.settle([], [(row.number, "no such room") for row in rows if row.room not in rooms])
        tasks: dict[int, list[Task]] = defaultdict(list)
        for row in rows:
            if row.room in rooms:
                tasks[row.room].append(await self._task(work, row, rooms[row.room]))
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
            if len(self._progress.sent) >= 50:
                await self._write_down()
        self._awake.set()

    async def _done(self, task: Task) -> bool:
        """Try once; return whether there is nothing left to try."""
        try:
            event = await self._sent(task)
            # Only now: while we waited, the progress may have been written down and begun anew.
            self._progress.sent.append((task.number, event))
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
        match task.act:
            case "remove":
                event = task.root or task.content.get("event")
                return await self._wire.redact(room, event, task.transaction) if event else None
            case "react":
                return await self._wire.react(room, task.content["event"], task.content["symbol"], task.transaction)
            case "pin" | "unpin" | "admit" | "dismiss":
                await self._arrange(room, task)
                return None
            case "file":
                name, mimetype = task.content["name"], task.content["mimetype"]
                data = b64decode(task.content["data"])
                more = {**task.content.get("more", {}), **({"m.relates_to": in_thread(task.root)} if task.root else {})}
                return await self._wire.send_file(room, name, mimetype, data, task.transaction, more)
            case _:
                event_type = EVENT_TYPES.get(task.act, "m.room.message")
                content = related(task.act, task.content, task.root)
                return await self._wire.send(room, event_type, content, task.transaction)

    async def _arrange(self, room: str, task: Task) -> None:
        """Change the room itself; doing so twice changes nothing."""
        if task.act == "admit":
            await self._wire.admit(room, task.content["person"])
        elif task.act == "dismiss":
            await self._wire.dismiss(room, task.content["person"])
        elif task.act == "unpin" and task.root:
            await self._wire.unpin(room, task.root)
        elif task.root:
            await self._wire.pin(room, task.root)

    async def _matrix_room(self, task: Task) -> str:
        if task.room.matrix_id:
            return task.room.matrix_id
        # A chat we have wanted to have but never had: made now, and its number stays what it was.
        matrix_id = await self._wire.open_chat(task.room.person or "", f"{task.transaction}-chat")
        async with self._database.work(self._charter.slug) as work:
            await work.rooms.opened(task.room.number, matrix_id, self._clock.now())
        return matrix_id

    async def _write_down(self) -> None:
        if self._progress.sent:
            async with self._writing_down():
                pass

    @asynccontextmanager
    async def _writing_down(self) -> AsyncIterator[Work]:
        """Open a transaction that also writes down what became of things; what fails is written down next time."""
        progress, self._progress = self._progress, Progress()
        try:
            async with self._database.work(self._charter.slug) as work:
                await work.outbox.settle(progress.sent, [])
                yield work
        except BaseException:
            self._progress = Progress(progress.sent + self._progress.sent)
            raise

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

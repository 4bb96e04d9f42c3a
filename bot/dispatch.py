"""A batch of what people said becomes one transaction, with a savepoint for each of them.

Claim, parse, check, call, render, queue; then one commit takes effects, messages and the sync token
together. A Refusal undoes its own savepoint and is told to the person. A bug does likewise, with a
reference. Only a failing database escapes, and then nothing of the batch has happened.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from functools import partial

import structlog

from bot.calls import call_of, opaque
from bot.clock import Clock
from bot.errands import HandOver, put_off
from bot.hearing import hear, note_refusal
from bot.log import place_of
from bot.matrix.batch import Arrived, Batch, Change, RoomChange
from bot.matrix.batch import Kind as Sort
from bot.matrix.record import record
from bot.occasions import Hour
from bot.porter import attached
from bot.relay import Look
from bot.trust import Trust
from bot.voice import Occasion, Voice
from commands.call import Call, Incoming, Kind, Rulebook
from commands.posts.live_agenda import changed_agendas
from commands.reading.catalogue import Catalogue
from council.charter import Charter
from council.people import Place, Room
from council.text import Message, Refusal, Saying, Sharing, Text
from storage.claims import Claim, event_key
from storage.database import Database
from storage.failing import is_failing
from storage.outbox import Queued
from storage.work import Work

log = structlog.get_logger()
KINDS = {
    Sort.MESSAGE: Kind.MESSAGE,
    Sort.EDIT: Kind.EDIT,
    Sort.REMOVAL: Kind.REMOVAL,
    Sort.REACTION: Kind.REACTION,
    Sort.VOTE: Kind.VOTE,
    Sort.FILE: Kind.FILE,
}


@asynccontextmanager
async def nobody_alongside() -> AsyncIterator[Look]:
    """Let nobody take anything: the relay looks for itself."""

    async def look(_work: Work) -> None: ...

    yield look


class Dispatcher:
    """Handles what people say to one council's bot."""

    def __init__(  # noqa: PLR0913 - each is a part of the process that only its wiring knows
        self,
        database: Database,
        charter: Charter,
        catalogue: Catalogue,
        clock: Clock,
        rulebook: Rulebook,
        *,
        pins_devices: bool = True,
        alongside: Callable[[], AbstractAsyncContextManager[Look]] = nobody_alongside,
        hand_over: HandOver | None = None,
    ) -> None:
        """Prepare.

        Args:
            alongside: who takes what is to be said, in the transaction that queues it.
            hand_over: who takes what is heavy, likewise; None: it is done at once.
        """
        self._alongside = alongside
        self._put_off = partial(put_off, hand_over) if hand_over else None
        self.charter = charter
        self._rulebook = rulebook
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._voice = Voice(charter)
        self._trust = Trust(charter, self._voice, clock, pins_devices=pins_devices)

    async def handle(self, batch: Batch) -> None:
        """Carry out a batch, once, whole or not at all.

        Raises:
            sqlalchemy.exc.SQLAlchemyError, OSError: the database fails; nothing of the batch has happened.
        """
        async with self._alongside() as look, self._database.work(self.charter.slug) as work:
            batch = await record(work, batch, self._clock.now())
            for stranger in batch.strangers:
                await self._trust.strange(work, stranger)
            queued: list[Queued] = []
            for incoming in await self._fresh(work, batch):
                queued += await self._one(work, incoming)
            queued += await self._agendas(work, batch)
            await self._voice.queue(work, queued)
            await work.claims.flush()
            await look(work)
            changed = work.councils.changed
        if changed is not None:
            self.charter = self._rulebook.charter(changed)
            self._voice = Voice(self.charter)
            self._trust.follow(self.charter, self._voice)

    async def _fresh(self, work: Work, batch: Batch) -> list[Incoming]:
        """Return what has not been dealt with before, in order; the claims are taken."""
        arrived = [each for each in batch.events if each.kind in KINDS]
        lost = [each for each in batch.events if each.kind is Sort.LOST]
        opened = [
            each for each in batch.rooms if each.kind is Change.JOINED and each.place is Place.DIRECT and each.event
        ]
        here = {each.room_id for each in [*arrived, *lost]} | {each.room_id for each in opened}
        if not here:
            return []
        rooms = await work.rooms.by_matrix_ids(here)
        incoming = [self._opened(each, rooms[each.room_id]) for each in opened if each.room_id in rooms]
        incoming += [
            self._incoming(each, rooms[each.room_id])
            for each in arrived
            if each.room_id in rooms and await self._trust.counts(work, each, rooms[each.room_id])
        ]
        for each in lost:
            if each.room_id in rooms:
                await self._trust.lost(work, each, rooms[each.room_id], _claim(work, each.event))
        names = {each.event: _claim(work, each.event) for each in incoming}
        fresh = await work.claims.take(set(names.values()), self._clock.now())
        return [each for each in incoming if names[each.event] in fresh]

    def _incoming(self, arrived: Arrived, room: Room) -> Incoming:
        return Incoming(
            event=arrived.event,
            room=room,
            sender=arrived.sender,
            at=min(self._clock.at(arrived.server_ms), self._clock.now()),
            kind=KINDS[arrived.kind],
            body="\n".join(arrived.choices) if arrived.kind is Sort.VOTE else arrived.body,
            target=arrived.target,
            thread=arrived.thread,
            trusted=arrived.trusted,
            replied=arrived.replied,
            linked=arrived.linked,
            file=attached(arrived.file) if arrived.file else None,
        )

    def _opened(self, change: RoomChange, room: Room) -> Incoming:
        now = self._clock.now()
        return Incoming(change.event or "", room, change.user or room.person or "", now, Kind.JOINED, "")

    async def _one(self, work: Work, incoming: Incoming) -> list[Queued]:
        """Carry out one thing; return what is to be said of it."""
        key = _claim(work, incoming.event)
        call = await call_of(work, incoming, self.charter, self._catalogue, self._rulebook)
        occasion = Occasion(key, call.now, incoming.room, incoming.event, incoming.thread, call.language)
        try:
            outcome, command, queued = await self._heard(work, call, occasion)
        except Exception as bug:  # a bug in one handler must not cost the others their turn
            if is_failing(bug):
                raise
            outcome, command = "failed", None
            queued = await self._confess(work, call, bug, occasion)
        work.claims.note(Claim(key, call.now, outcome, command, work.vault.name("sender", incoming.sender)))
        return queued

    async def _heard(self, work: Work, call: Call, occasion: Occasion) -> tuple[str, str | None, list[Queued]]:
        """Return what became of a call, the command it was, and what is to be said; a refusal is an answer too."""
        try:
            async with work.savepoint():
                heard = await hear(call, self._put_off)
                spoken = replace(occasion, language=heard.language or occasion.language)
                return heard.outcome, heard.command, await self._voice.rendered(work, heard.sayings, spoken)
        except Refusal as refusal:
            await note_refusal(call, refusal)
            told: list[Saying] = [call.reply(refusal.text, *refusal.more, sharing=Sharing.OPEN)]
            return "refused", None, await self._voice.rendered(work, told, occasion)

    async def _agendas(self, work: Work, batch: Batch) -> list[Queued]:
        """Return the live agendas that all of a batch has changed, each edited once."""
        if not (work.agenda.changed or work.actions.changed):
            return []
        occasion = Occasion(f"agendas:{_claim(work, batch.events[-1].event)}", self._clock.now())
        try:
            async with work.savepoint():
                edits = await changed_agendas(Hour(work, self.charter, occasion.now))
                return await self._voice.rendered(work, edits, occasion)
        except Exception as bug:  # a bug here must not cost anybody what was said
            if is_failing(bug):
                raise
            reference = opaque(work, batch.events[-1].event)[:8]
            await work.failures.add(occasion.now, reference, occasion.cause, type(bug).__name__, place_of(bug))
            # Without its trace, which may hold what somebody wrote.
            log.error("agenda not shown", reference=reference, kind=type(bug).__name__, at=place_of(bug))  # noqa: TRY400
            return []

    async def _confess(self, work: Work, call: Call, bug: Exception, occasion: Occasion) -> list[Queued]:
        reference = opaque(work, call.incoming.event)[:8]
        await work.failures.add(call.now, reference, occasion.cause, type(bug).__name__, place_of(bug))
        log.error("handler failed", reference=reference, kind=type(bug).__name__, at=place_of(bug))
        sayings: list[Saying] = [
            Message(Place.OPERATORS, (Text("operators-failure", reference=reference),), Sharing.OPEN)
        ]
        if call.incoming.kind in (Kind.MESSAGE, Kind.EDIT, Kind.REMOVAL):
            sayings.insert(0, call.reply(Text("failed", reference=reference), sharing=Sharing.OPEN))
        return await self._voice.rendered(work, sayings, occasion)


def _claim(work: Work, event: str) -> str:
    return event_key(opaque(work, event))

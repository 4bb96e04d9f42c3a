"""The one loop that reads: sync, fill the gaps, hand over a batch, and only then go on.

Our own token, never the library's (T5); no callbacks; an error is waited out, never spun upon (T13).
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

import structlog
from peewee import PeeweeException

from bot.matrix.arrival import Arrivals
from bot.matrix.batch import Arrived, Batch, Change, RoomChange
from bot.matrix.book import Book
from bot.matrix.cipher import Cipher
from bot.matrix.client import HardenedClient
from bot.matrix.doorkeeper import Doorkeeper
from bot.matrix.events import Envelope
from bot.matrix.history import History
from bot.matrix.http import LoggedOut, Said, Trouble, path
from bot.matrix.keys import Keys
from bot.matrix.late import Late
from bot.matrix.own_devices import OwnDevices
from bot.matrix.put_back import PutBack
from bot.matrix.quoted import Quoted
from bot.matrix.reading import Joined, Response, read, sync_filter
from bot.matrix.timeline import Timeline
from bot.matrix.upgrade import Upgrades
from bot.pauses import Pauses, Rest

LISTEN_MS = 30_000
GRACE_SECONDS = 15
WHOLE_SECONDS = 300.0
"""For answers that hold every room: the homeserver has to gather them first."""

OUR_TROUBLE = (Trouble, PeeweeException, OSError)

Handle = Callable[[Batch], Awaitable[None]]
Result = TypeVar("Result")
log = structlog.get_logger(__name__)


class Reader:
    """Reads for ever, one response at a time."""

    def __init__(
        self,
        client: HardenedClient,
        keys: Keys,
        cipher: Cipher,
        book: Book,
        doorkeeper: Doorkeeper,
        rest: Rest = asyncio.sleep,
    ) -> None:
        """Put the parts together.

        Args:
            rest: how to wait some seconds.
        """
        self._client = client
        self._keys = keys
        self._cipher = cipher
        self._book = book
        self._doorkeeper = doorkeeper
        self._history = History(client)
        self._timeline = Timeline(cipher, book, Quoted(client, cipher, book))
        self.late = Late(client, self._timeline, cipher.requests, book)
        self._upgrades = Upgrades(client, book, doorkeeper)
        self._arrivals = Arrivals(client, book, doorkeeper, self._history, self._upgrades)
        self._own_devices = OwnDevices(client)
        self._pauses = Pauses(rest)
        self.put_back: PutBack | None = None
        self._was_away = False
        self._reads_again = False
        self._age = 0
        self.reached: str | None = None
        """How far everything is dealt with."""
        self.heard_at: float | None = None
        """When the homeserver last answered, on the monotonic clock."""
        self.filter = json.dumps(sync_filter(client.user_id), separators=(",", ":"))

    async def run(self, handle: Handle, since: str | None) -> None:
        """Read from a token on, for ever.

        Args:
            handle: deals with a batch and stores its token; if it raises, the same batch comes again.
            since: where to go on; None for the very first time, when nothing of the past counts.

        Raises:
            LoggedOut: the homeserver does not know us any more.
        """
        # T12: without rooms of our own we know nothing of what we are in, so we ask for all of it.
        in_doubt = since is not None and not self._book.joined
        listens = False
        self._was_away = since is not None
        while True:
            response = await self._patiently(partial(self._response, since, in_doubt=in_doubt, listens=listens))
            if self._was_away and await self._patiently(self._is_put_back):
                # All of it, as if we came for the first time, but for what of the past counts.
                response = await self._patiently(partial(self._response, None, in_doubt=False, listens=False))
                in_doubt = self._reads_again = True
            self._was_away = False
            batch = await self._patiently(partial(self._batch, response, since, in_doubt=in_doubt))
            batch = await self._patiently(partial(self.late.add_to, batch))
            # T3: whatever was encrypted while we were away, we know it now.
            self._book.caught_up.set()
            batch = replace(batch, age=self._client.age.value, strangers=self._own_devices.found)
            if batch.next_batch != since or batch.holds_something or batch.age != self._age:
                await self._hand_over(handle, batch)
                self._age = batch.age
            self._settle(batch)
            self.reached = batch.next_batch
            since, in_doubt, listens = batch.next_batch, False, True
            self._reads_again = False
            await self._upkeep()

    async def _is_put_back(self) -> bool:
        return self.put_back is not None and await self.put_back.is_found()

    async def _response(self, since: str | None, *, in_doubt: bool, listens: bool) -> Response:
        listen_ms = self.late.listen_ms(LISTEN_MS) if listens and not self._own_devices.found else 0
        query = {"filter": self.filter, "timeout": str(listen_ms), "set_presence": "offline"}
        if since is not None:
            query["since"] = since
        if in_doubt:
            query["full_state"] = "true"
        whole = since is None or in_doubt
        seconds = WHOLE_SECONDS if whole else LISTEN_MS / 1000 + GRACE_SECONDS
        response = read(await self._client.call("GET", path("sync", query=query), seconds=seconds))
        self.heard_at = time.monotonic()
        self._cipher.take(response.to_device)
        self._keys.note_stock(response.one_time_keys, response.unused_fallbacks)
        self._keys.note_changes(response.changed, response.gone)
        if self._client.user_id in response.changed:
            self._own_devices.doubt()
        return response

    async def _batch(self, response: Response, since: str | None, *, in_doubt: bool) -> Batch:
        """Make the batch of a response. May be tried again as a whole; it says the same then."""
        changes: list[RoomChange] = []
        events: list[Arrived] = []
        for room_id, state in response.invited.items():
            changes += self._doorkeeper.invited(room_id, state)
        for room_id, joined in response.joined.items():
            try:
                became, done = await self._joined(room_id, joined, response.next_batch, since, in_doubt=in_doubt)
            except Said as said:
                if said.may_pass:
                    raise
                # Thrown out again before we could look around. One room must not keep us from the others.
                log.warning("room-not-readable", errcode=said.errcode)
                self._arrivals.give_up(room_id)
                continue
            changes += became
            events += done
        for room_id, last in response.left.items():
            became, done = await self._left(room_id, last)
            changes += became
            events += done
        return Batch(response.next_batch, tuple(changes), tuple(events))

    async def _joined(
        self, room_id: str, joined: Joined, now: str, since: str | None, *, in_doubt: bool
    ) -> tuple[list[RoomChange], list[Arrived]]:
        changes: list[RoomChange] = []
        is_new = self._arrivals.is_new(room_id)
        if is_new:
            changes = await self._arrivals.enter(room_id, joined)
            if not changes:
                return [], []
            # What became of a room before it concerned us may stand in its timeline too.
            changes += self._timeline.changes(room_id, joined.timeline)
        changes += self._timeline.changes(room_id, joined.state)
        events: list[Envelope]
        if since is None:
            events = []
        elif is_new and not in_doubt:
            events, changes[0] = await self._arrivals.since_entry(room_id, now, changes[0])
        else:
            events = await self._known(room_id, joined, since, now)
        became, done = await self._timeline.read(room_id, events)
        changes += became
        changes += await self._upgrades.closed(room_id, [*joined.state, *joined.timeline, *events])
        return changes, done

    async def _known(self, room_id: str, joined: Joined, since: str, now: str) -> list[Envelope]:
        if self._reads_again and self.put_back:
            self._cipher.doubt_members(room_id)
            return await self._history.until(room_id, now, self.put_back.is_older)
        events = list(joined.timeline)
        if joined.limited and joined.prev_batch:
            self._cipher.doubt_members(room_id)
            try:
                # T9: what the timeline had no room for.
                events = await self._history.gap(room_id, joined.prev_batch, since) + events
            except Said as said:
                if said.may_pass:
                    raise
                log.error("gap-not-readable", errcode=said.errcode)  # noqa: TRY400 - the code says it all
        return events

    async def _left(self, room_id: str, last: Joined) -> tuple[list[RoomChange], list[Arrived]]:
        if not self._book.is_ours(room_id):
            known = room_id in self._book.invited
            return [RoomChange(room_id, Change.LEFT)] if known else [], []
        changes, done = await self._timeline.read(room_id, last.timeline)
        ours = [
            event
            for event in (*last.state, *last.timeline)
            if event.type == "m.room.member" and event.state_key == self._client.user_id
        ]
        last_word = ours[-1] if ours else None
        changes.append(
            RoomChange(
                room_id,
                Change.LEFT,
                user=last_word.sender if last_word else self._client.user_id,
                banned=bool(last_word and last_word.content.get("membership") == "ban"),
                event=last_word.event if last_word else None,
                server_ms=last_word.server_ms if last_word else 0,
            )
        )
        return changes, done

    def _settle(self, batch: Batch) -> None:
        """Bring what we know into line with what has now been stored."""
        for change in batch.rooms:
            match change.kind:
                case Change.JOINED:
                    self._book.invited.pop(change.room_id, None)
                    self._doorkeeper.forget(change.room_id)
                case Change.LEFT:
                    # T17: the library would keep the room for ever.
                    self._book.joined.pop(change.room_id, None)
                    self._book.invited.pop(change.room_id, None)
                    self._doorkeeper.forget(change.room_id)
                case Change.CROWDED | Change.MOVED:
                    self._book.joined.pop(change.room_id, None)
                    self._book.replaced.add(change.room_id)
                    self._doorkeeper.leave(change.room_id)
                case _:
                    pass
        self._arrivals.settle()
        self.late.settle(batch)
        self._own_devices.settle(batch.strangers)

    async def _hand_over(self, handle: Handle, batch: Batch) -> None:
        while True:
            try:
                await handle(batch)
            except Exception as error:  # noqa: BLE001 - whatever it is, the batch is not dealt with: it comes again
                # Without its text, which may hold what somebody wrote.
                log.error("batch-not-handled", error=type(error).__name__)  # noqa: TRY400
                await self._pauses.pause()
            else:
                self._pauses.over()
                return

    async def _upkeep(self) -> None:
        try:
            await self._keys.upkeep()
            await self._cipher.requests.answer()
            await self.late.ask()
            await self._client.age.tell_homeserver()
            await self._own_devices.look()
        except LoggedOut:
            raise
        except OUR_TROUBLE as trouble:
            log.warning("keys-not-kept-up", error=type(trouble).__name__, reason=str(trouble))

    async def _patiently(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        while True:
            try:
                done = await attempt()
            except LoggedOut:
                raise
            except OUR_TROUBLE as trouble:
                self._was_away = True
                log.warning("homeserver-or-store-in-trouble", error=type(trouble).__name__, reason=str(trouble))
                await self._pauses.pause(getattr(trouble, "after_seconds", None))
            else:
                self._pauses.over()
                return done

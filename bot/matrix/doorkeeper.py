"""Which rooms we enter and which we leave: decided by the policy, done in the background, a few at a time."""

import asyncio
from collections import deque
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.matrix.batch import Change, RoomChange
from bot.matrix.book import Book, Invitation
from bot.matrix.client import HardenedClient
from bot.matrix.events import an_id
from bot.matrix.http import LoggedOut, Said, Trouble, path
from bot.matrix.policy import Policy, server_of
from council.people import Place

HOUR = timedelta(hours=1)
PAUSE_SECONDS = 0.2
LONG_PAUSE_SECONDS = 60.0

log = structlog.get_logger(__name__)


class Doorkeeper:
    """Accepts and refuses invitations, and leaves where we should not be."""

    def __init__(self, client: HardenedClient, book: Book, policy: Policy, clock: Clock) -> None:
        self.policy = policy
        self._client = client
        self._book = book
        self._clock = clock
        self._accepted: deque[datetime] = deque()
        self._to_enter: dict[str, str] = {}
        self._to_leave: set[str] = set()
        self._awake = asyncio.Event()
        for room_id, invitation in book.invited.items():
            self._decide(room_id, invitation)

    @property
    def is_busy(self) -> bool:
        """Whether there is a room still to enter or to leave."""
        return bool(self._to_enter or self._to_leave)

    # What the reader of the stream tells

    def invited(self, room_id: str, state: tuple[Mapping[str, Any], ...]) -> list[RoomChange]:
        """Note an invitation; return what to write down of it, nothing if it is refused."""
        inviter, direct = self._reading(state)
        place = self.place_of(room_id)
        if place is Place.DIRECT and not (direct and inviter and self.policy.admits(inviter)):
            log.info("invitation-refused")
            self.leave(room_id)
            return []
        invitation = Invitation(place, inviter if place is Place.DIRECT else None)
        self._book.invited[room_id] = invitation
        self._decide(room_id, invitation)
        return [RoomChange(room_id, Change.INVITED, inviter, place=place)]

    def place_of(self, room_id: str) -> Place:
        """Return what kind of room it is to the council: as the operator wrote, or as the room it follows was."""
        if room_id in self.policy.rooms and room_id not in self._book.replaced:
            return self.policy.rooms[room_id]
        followed = self._book.closed_for(room_id)
        return self._book.joined[followed].place if followed else Place.DIRECT

    def follow(self, room_id: str, via: str) -> None:
        """Enter the room that follows one of ours."""
        self._to_enter[room_id] = via
        self._awake.set()

    def leave(self, room_id: str) -> None:
        """Leave a room or refuse an invitation, when there is time."""
        self._to_enter.pop(room_id, None)
        self._to_leave.add(room_id)
        self._awake.set()

    def forget(self, room_id: str) -> None:
        """There is nothing left to decide about a room: we are in it, or out of it."""
        self._to_enter.pop(room_id, None)
        self._to_leave.discard(room_id)

    # What is done about it

    async def run(self) -> None:
        """Enter and leave, for ever. Troubles are waited out; what is forbidden is given up."""
        for room_id in self.policy.rooms:
            if not self._book.is_ours(room_id) and room_id not in self._book.replaced:
                self._to_enter.setdefault(room_id, server_of(room_id))
        for entry in self._book.joined.values():
            if entry.successor and not self._book.is_ours(entry.successor):
                self._to_enter.setdefault(entry.successor, "")
        while True:
            self._awake.clear()
            pause = await self._round()
            waits = bool(self._to_enter or self._to_leave)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause if waits else None):
                    await self._awake.wait()

    async def _round(self) -> float:
        pause = LONG_PAUSE_SECONDS
        for room_id in list(self._to_leave):
            if await self._done("leave", self._out(room_id)):
                self._to_leave.discard(room_id)
                pause = PAUSE_SECONDS
            await asyncio.sleep(PAUSE_SECONDS)
        for room_id, via in list(self._to_enter.items()):
            if self._must_wait(room_id):
                continue
            if await self._done("enter", self._in(room_id, via)):
                self._to_enter.pop(room_id, None)
        return pause

    async def _in(self, room_id: str, via: str) -> None:
        where = path("join", room_id, query={"via": via, "server_name": via} if via else None)
        try:
            await self._client.call("POST", where, {}, seconds=60)
        except Said as said:
            if said.may_pass:
                raise
            # Not invited any more, or whoever invited us is gone: nothing that trying again would mend.
            log.warning("room-not-entered", errcode=said.errcode, known=room_id in self.policy.rooms)
            if room_id in self._book.invited:
                self._book.invited.pop(room_id)
                self.leave(room_id)
            return
        if self.place_of(room_id) is Place.DIRECT:
            self._accepted.append(self._clock.now())

    async def _out(self, room_id: str) -> None:
        try:
            await self._client.call("POST", path("rooms", room_id, "leave"), {})
        except Said as said:
            if said.may_pass:
                raise
        await self._client.call("POST", path("rooms", room_id, "forget"), {})

    async def _done(self, what: str, attempt: Coroutine[Any, Any, None]) -> bool:
        try:
            await attempt
        except LoggedOut:
            raise
        except Trouble as trouble:
            if not trouble.may_pass:
                return True
            log.info("door-waits", what=what, reason=str(trouble))
            return False
        return True

    def _must_wait(self, room_id: str) -> bool:
        """Whether a stranger's invitation has to wait because so many came before it."""
        invitation = self._book.invited.get(room_id)
        if invitation is None or invitation.place is not Place.DIRECT or invitation.person in self.policy.people:
            return False
        while self._accepted and self._accepted[0] <= self._clock.now() - HOUR:
            self._accepted.popleft()
        return len(self._accepted) >= self.policy.accepts_per_hour

    def _decide(self, room_id: str, invitation: Invitation) -> None:
        person = invitation.person
        if invitation.place is Place.DIRECT and not (person and self.policy.admits(person)):
            self.leave(room_id)
            return
        self._to_enter[room_id] = server_of(person or room_id)
        self._awake.set()

    def _reading(self, state: tuple[Mapping[str, Any], ...]) -> tuple[str | None, bool]:
        """Return who invites us, and whether to a direct chat."""
        for event in state:
            content = event.get("content")
            if event.get("type") != "m.room.member" or event.get("state_key") != self._book.user_id:
                continue
            if isinstance(content, Mapping) and content.get("membership") == "invite":
                return an_id("@", event.get("sender")), content.get("is_direct") is True
        return None, False

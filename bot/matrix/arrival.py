"""Rooms that we have just entered: what they are, and from when on they count."""

from dataclasses import replace

import structlog

from bot.matrix.batch import Change, RoomChange
from bot.matrix.book import Book, Entry
from bot.matrix.client import HardenedClient
from bot.matrix.doorkeeper import Doorkeeper
from bot.matrix.events import Envelope
from bot.matrix.history import History
from bot.matrix.http import Said, path
from bot.matrix.members import members
from bot.matrix.reading import Joined
from bot.matrix.upgrade import Upgrades
from council.people import Place

log = structlog.get_logger(__name__)


class Arrivals:
    """Decides what a room is that the homeserver says we are in and that we do not know."""

    def __init__(
        self, client: HardenedClient, book: Book, doorkeeper: Doorkeeper, history: History, upgrades: Upgrades
    ) -> None:
        self._client = client
        self._book = book
        self._doorkeeper = doorkeeper
        self._history = history
        self._upgrades = upgrades
        self._new: set[str] = set()
        self._ours: set[str] = set()

    def is_new(self, room_id: str) -> bool:
        """Whether a room was not known before the response at hand."""
        return room_id in self._new or not self._book.is_ours(room_id)

    async def enter(self, room_id: str, joined: Joined) -> list[RoomChange]:
        """Take a room into the book; return what is to be written down, nothing if it does not concern us.

        Raises:
            Trouble: the homeserver could not be asked about it.
        """
        followed = await self._upgrades.followed(room_id)
        if followed is not None:
            before = self._book.joined[followed]
            entered = await self._take_in(room_id, Entry(before.place, before.person, before.encrypted))
            return [*entered, RoomChange(followed, Change.MOVED, replacement=room_id)]
        if self._book.closed_for(room_id):
            log.warning("room-not-ours", reason="does not say that it follows ours")
            self._doorkeeper.leave(room_id)
            return []
        place = self._doorkeeper.place_of(room_id)
        if place is Place.DIRECT:
            return await self._enter_chat(room_id, joined)
        return await self._take_in(room_id, Entry(place))

    async def since_entry(self, room_id: str, now: str, change: RoomChange) -> tuple[list[Envelope], RoomChange]:
        """Return what in a room counts as new, and the change that tells of our entry, dated.

        Raises:
            Trouble: its history could not be read.
        """
        by_invitation = self._book.joined[room_id].place is Place.DIRECT
        entry, events = await self._history.since_entry(room_id, now, by_invitation=by_invitation)
        if entry is None:
            # We do not know since when it concerns us: so nothing in it does yet.
            log.warning("room-without-our-entry")
            return [], change
        if room_id in self._ours:
            return events, change
        return events, replace(change, event=entry.event, server_ms=entry.server_ms)

    def give_up(self, room_id: str) -> None:
        """Take a new room out of the book again: the homeserver lets us see nothing of it."""
        if room_id in self._new:
            self._new.discard(room_id)
            self._book.joined.pop(room_id, None)

    def settle(self) -> None:
        """What was new has been dealt with."""
        self._new.clear()
        self._ours.clear()

    async def _enter_chat(self, room_id: str, joined: Joined) -> list[RoomChange]:
        answer = await self._client.call("GET", path("rooms", room_id, "members", query={"not_membership": "leave"}))
        present = members(answer)
        others = present - {self._client.user_id}
        invitation = self._book.invited.get(room_id)
        person = invitation.person if invitation else None
        if person not in others and len(others) == 1:
            person = next(iter(others))
        if person is None or len(others) > 1:
            log.warning("room-not-ours", invited=invitation is not None)
            if invitation is not None:
                self._doorkeeper.leave(room_id)
            return []
        if any(event.type == "m.room.create" and event.sender == self._client.user_id for event in joined.state):
            self._ours.add(room_id)
        return await self._take_in(
            room_id, Entry(Place.DIRECT, person, members=present, invited=members(answer, {"invite"}))
        )

    async def _take_in(self, room_id: str, entry: Entry) -> list[RoomChange]:
        # T3: asked outright, whatever part of the room's state the response happened to show.
        entry.encrypted = entry.encrypted or await self._is_encrypted(room_id)
        self._book.joined[room_id] = entry
        self._new.add(room_id)
        entered = RoomChange(room_id, Change.JOINED, entry.person, place=entry.place)
        return [entered, RoomChange(room_id, Change.ENCRYPTED)] if entry.encrypted else [entered]

    async def _is_encrypted(self, room_id: str) -> bool:
        try:
            await self._client.call("GET", path("rooms", room_id, "state", "m.room.encryption", ""))
        except Said as said:
            if said.errcode != "M_NOT_FOUND":
                raise
            return False
        return True

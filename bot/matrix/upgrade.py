"""Room upgrades: followed only when somebody with power says so, and the new room says so too (T18)."""

from collections.abc import Iterable

import structlog

from bot.matrix.authority import authority
from bot.matrix.batch import Change, RoomChange
from bot.matrix.book import Book
from bot.matrix.client import HardenedClient
from bot.matrix.doorkeeper import Doorkeeper
from bot.matrix.events import Envelope, an_id
from bot.matrix.http import Said
from bot.matrix.policy import server_of

log = structlog.get_logger(__name__)


class Upgrades:
    """Knows which room follows which."""

    def __init__(self, client: HardenedClient, book: Book, doorkeeper: Doorkeeper) -> None:
        self._client = client
        self._book = book
        self._doorkeeper = doorkeeper

    async def closed(self, room_id: str, events: Iterable[Envelope]) -> list[RoomChange]:
        """Return what tombstones among a room's events mean; go to the room that follows.

        Raises:
            Trouble: who has power could not be asked.
        """
        found: list[RoomChange] = []
        for event in events:
            if event.type != "m.room.tombstone" or event.state_key != "":
                continue
            replacement = an_id("!", event.content.get("replacement_room"))
            if replacement is None or found or not await self._may_close(room_id, event.sender):
                continue
            self._book.joined[room_id].successor = replacement
            self._doorkeeper.follow(replacement, server_of(event.sender))
            found.append(
                RoomChange(
                    room_id,
                    Change.CLOSED,
                    event.sender,
                    replacement=replacement,
                    event=event.event,
                    server_ms=event.server_ms,
                )
            )
        return found

    async def followed(self, room_id: str) -> str | None:
        """Return the room of ours that a room we have entered follows, if both say so.

        Raises:
            Trouble: the new room could not be asked.
        """
        closed = self._book.closed_for(room_id)
        if closed is None or (await authority(self._client, room_id)).predecessor != closed:
            return None
        return closed

    async def _may_close(self, room_id: str, user_id: str) -> bool:
        try:
            powers = await authority(self._client, room_id)
        except Said as said:
            if said.may_pass:
                raise
            return False
        if not powers.may_close(user_id):
            log.warning("upgrade-not-followed", reason="no power")
            return False
        return True

"""How anything of ours gets into a room: the one narrow way, and the two ways it can fail."""

from collections.abc import Mapping
from typing import Any, Protocol


class TryAgain(Exception):
    """Not done now; the same call with the same transaction may succeed later.

    Args:
        reason: for the log and the operators; holds no message and no Matrix ID of a resident.
        after_seconds: how long the homeserver asked us to wait, never more than five minutes; None if it did not say.
    """

    def __init__(self, reason: str, after_seconds: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after_seconds = after_seconds


class Undeliverable(Exception):
    """It will not succeed by trying again: forbidden, too large, malformed, or no such room.

    Args:
        reason: for the log and the operators; holds no message and no Matrix ID of a resident.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Wire(Protocol):
    """Puts things into rooms. Every call raises TryAgain or Undeliverable and nothing else.

    Transactions: the homeserver carries out one transaction of our device once, for about 24 hours after the first
    try, and swallows another event, redaction or reaction that reuses it: every act needs one of its own.
    """

    async def send(self, room_id: str, event_type: str, content: Mapping[str, object], transaction: str) -> str:
        """Send an event, encrypted if the room is, and return its event ID."""
        ...

    async def send_file(
        self,
        room_id: str,
        name: str,
        mimetype: str,
        data: bytes,
        transaction: str,
        more: Mapping[str, Any] | None = None,
    ) -> str:
        """Send a file, encrypted if the room is, and return the event ID of the message that shows it.

        Args:
            more: what that message holds besides: its relation to others, a caption, the size of a picture.
        """
        ...

    async def redact(self, room_id: str, event_id: str, transaction: str) -> str:
        """Take an event back and return the event ID of the redaction."""
        ...

    async def react(self, room_id: str, event_id: str, symbol: str, transaction: str) -> str:
        """Put a reaction (one emoji) on an event and return the reaction's event ID."""
        ...

    async def pin(self, room_id: str, event_id: str) -> None:
        """Pin an event in its room, after those pinned already. Doing so twice changes nothing."""
        ...

    async def unpin(self, room_id: str, event_id: str) -> None:
        """Unpin an event. Doing so twice changes nothing."""
        ...

    async def admit(self, room_id: str, user_id: str) -> None:
        """Invite somebody into a room. Whoever is there already, or invited, stays so."""
        ...

    async def dismiss(self, room_id: str, user_id: str) -> None:
        """Take somebody out of a room. Whoever is not there is left alone."""
        ...

    async def open_chat(self, user_id: str, transaction: str) -> str:
        """Return the room of an encrypted direct chat with somebody, made and invited to if there is none."""
        ...

    async def find(self, room_id: str, transaction: str, since_ms: int) -> str | None:
        """Return our own event that an earlier try of this transaction made, if the room has it.

        Args:
            room_id: where to look.
            transaction: as it was given then, by whichever device.
            since_ms: homeserver time in milliseconds of the first try; nothing older is read.
        """
        ...

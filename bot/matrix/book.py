"""What we know of rooms while running: read from the database at the start, kept up to date by what is read."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.matrix.rules import Rules
from council.people import Place
from storage.rooms import INVITED, JOINED, Standing


@dataclass
class Entry:
    """A room that we are in.

    Args:
        encrypted: a ratchet: once true, never false (T3).
        members: who has joined, or is invited and may read along; None until the homeserver was asked.
        invited: those of the members who have not joined.
        rules: what holds for the room's keys; None until the homeserver was asked.
        turn: grows with each coming and going, so that who asked meanwhile sees that the answer is old.
    """

    place: Place
    person: str | None = None
    encrypted: bool = False
    successor: str | None = None
    members: set[str] | None = None
    invited: set[str] = field(default_factory=set)
    rules: Rules | None = None
    turn: int = 0


@dataclass(frozen=True)
class Invitation:
    """A room that we may enter."""

    place: Place
    person: str | None


class Book:
    """The rooms of one account.

    Nothing here is believed because a member said so in an encrypted message: only what the homeserver gives as
    state of a room gets in (T2).
    """

    def __init__(self, user_id: str, standings: Iterable[Standing] = ()) -> None:
        self.user_id = user_id
        self.joined: dict[str, Entry] = {}
        self.invited: dict[str, Invitation] = {}
        self.replaced: set[str] = set()
        """Rooms that others follow: nothing of theirs counts any more."""
        self.caught_up = asyncio.Event()
        """Set once a first response was read: before that, a room may have been encrypted without our knowing."""
        for each in standings:
            room = each.room
            if each.origin:
                self.replaced.add(each.origin)
            if each.state == JOINED:
                self.joined[room.matrix_id] = Entry(room.place, room.person, room.encrypted, each.successor)
            elif each.state == INVITED:
                self.invited[room.matrix_id] = Invitation(room.place, room.person)

    def is_ours(self, room_id: str) -> bool:
        """Whether we are in a room, as far as we know."""
        return room_id in self.joined

    def is_encrypted(self, room_id: str) -> bool:
        """Whether a room is, or ever was, encrypted. A room that we do not know counts as encrypted."""
        entry = self.joined.get(room_id)
        return entry is None or entry.encrypted

    def encrypted_rooms_with(self, user_id: str) -> list[str]:
        """Return the encrypted rooms whose members we know, and somebody is one of them."""
        return [
            room_id
            for room_id, entry in self.joined.items()
            if entry.encrypted and entry.members is not None and user_id in entry.members
        ]

    def closed_for(self, replacement: str) -> str | None:
        """Return the room of ours that a room is to follow, if any."""
        return next((room_id for room_id, entry in self.joined.items() if entry.successor == replacement), None)

    def chat_with(self, user_id: str) -> str | None:
        """Return the encrypted direct chat with somebody, if there is one."""
        return next(
            (
                room_id
                for room_id, entry in reversed(self.joined.items())
                if entry.place is Place.DIRECT and entry.person == user_id and entry.encrypted
            ),
            None,
        )

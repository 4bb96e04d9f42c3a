"""What is told, and to whom, of something that cannot be done in a room, ever."""

from council.people import Chat, Place, Room
from council.text import Message, Sharing, Text


def told_of(act: str, room: Room, reason: str) -> list[Message]:
    """Return what is to be said of it.

    A message that should have been removed and still stands is everybody's matter who can remove it.
    """
    place = Text(f"place-{room.place.value}")
    match act:
        case "remove":
            elsewhere = Text("relay-not-removed", place=place, reason=reason)
            return [
                _said(Chat(room.number), Text("relay-not-removed-here")),
                *(_said(each, elsewhere) for each in (Place.SECRETARIAT, Place.OPERATORS) if each is not room.place),
            ]
        case "pin" | "unpin":
            return _to_operators(room, Text("relay-not-pinned", place=place, reason=reason))
    return _to_operators(room, Text("relay-gave-up", place=place, reason=reason))


def _to_operators(room: Room, text: Text) -> list[Message]:
    return [] if room.place is Place.OPERATORS else [_said(Place.OPERATORS, text)]


def _said(to: Chat | Place, text: Text) -> Message:
    return Message(to, (text,), Sharing.OPEN)

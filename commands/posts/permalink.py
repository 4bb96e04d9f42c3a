"""Links to messages: read from what people paste, and made to the bot's own posts."""

from collections.abc import Iterable

from commands.call import Call
from council.links import link_to, read_link
from council.people import Place
from council.text import Refusal
from storage.work import Work

OWN_ROOMS = (Place.OPEN, Place.COUNCIL, Place.SECRETARIAT)


async def links_to(work: Work, place: Place, keys: Iterable[str]) -> dict[str, str]:
    """Return the links to posts of the bot's in a room, by their names, as far as they are out."""
    room = await work.rooms.of(place)
    events = await work.outbox.events_of(keys, room.number) if room else {}
    return {key: link_to(room.matrix_id, event) for key, event in events.items()} if room else {}


async def place_and_event(call: Call, link: str) -> tuple[Place, str]:
    """Return which of the council's rooms a link leads into, and to which message.

    Raises:
        Refusal: it is no link to a message in one of them.
    """
    found = read_link(link)
    if found is not None:
        room = await call.work.rooms.at(found[0])
        if room is not None and room.place in OWN_ROOMS:
            return room.place, found[1]
    raise Refusal("link-unreadable")

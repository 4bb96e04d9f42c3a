"""Links to messages: read from what people paste, and made for what the bot points at."""

import re
from urllib.parse import quote, unquote

from commands.call import Call
from council.people import Place, Room
from council.text import Refusal

_LINK = re.compile(r"(?:https://matrix\.to/#/|matrix:roomid/)(?P<room>[^/?\s]+)/(?:e/)?(?P<event>[^/?\s]+)")
OWN_ROOMS = (Place.OPEN, Place.COUNCIL, Place.SECRETARIAT)


def link_to(room: Room, event: str) -> str:
    """Return a link that Matrix clients open at a message."""
    server = room.matrix_id.partition(":")[2]
    via = f"?via={quote(server)}" if server else ""
    return f"https://matrix.to/#/{quote(room.matrix_id, safe='')}/{quote(event, safe='')}{via}"


async def place_and_event(call: Call, link: str) -> tuple[Place, str]:
    """Return which of the council's rooms a link leads into, and to which message.

    Raises:
        Refusal: it is no link to a message in one of them.
    """
    found = _LINK.search(link)
    if found is not None:
        matrix_id, event = unquote(found["room"]), unquote(found["event"])
        room = await call.work.rooms.at(matrix_id if matrix_id.startswith("!") else f"!{matrix_id}")
        if room is not None and room.place in OWN_ROOMS:
            return room.place, event if event.startswith("$") else f"${event}"
    raise Refusal("link-unreadable")

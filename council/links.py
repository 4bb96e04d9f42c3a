"""Links to messages, as Matrix clients open them: a room, and the event in it. Nothing in them is anybody's words."""

import re
from urllib.parse import quote, unquote

_LINK = re.compile(r"(?:https://matrix\.to/#/|matrix:roomid/)(?P<room>[^/?\s]+)/(?:e/)?(?P<event>[^/?\s]+)")


def link_to(room: str, event: str | None) -> str:
    """Return the link to an event, or to the room it would stand in."""
    parts = [room, event] if event else [room]
    via = f"?via={quote(room.partition(':')[2], safe=':')}" if ":" in room else ""
    return "https://matrix.to/#/" + "/".join(quote(part, safe="!$:") for part in parts) + via


def read_link(text: str) -> tuple[str, str] | None:
    """Return the room and the event that the first link to a message in a text leads to; None if there is none."""
    found = _LINK.search(text)
    if found is None:
        return None
    room, event = unquote(found["room"]), unquote(found["event"])
    return room if room.startswith("!") else f"!{room}", event if event.startswith("$") else f"${event}"

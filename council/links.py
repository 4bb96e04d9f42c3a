"""Links to messages, as Matrix clients open them: a room, and the event in it. Nothing in them is anybody's words."""

from urllib.parse import quote


def link_to(room: str, event: str | None) -> str:
    """Return the link to an event, or to the room it would stand in."""
    parts = [room, event] if event else [room]
    via = f"?via={quote(room.partition(':')[2], safe=':')}" if ":" in room else ""
    return "https://matrix.to/#/" + "/".join(quote(part, safe="!$:") for part in parts) + via

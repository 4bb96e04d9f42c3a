"""Who is in a room: asked of the homeserver when it is needed (docs/adr/0013)."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.matrix.book import Entry
from bot.matrix.client import HardenedClient
from bot.matrix.http import path
from bot.matrix.reading import a_list, a_mapping

READS_ALONG = frozenset({"join", "invite"})


async def ask_for_members(client: HardenedClient, room_id: str, entry: Entry) -> None:
    """Note who is in a room, if it is not known; it stays unknown if somebody comes or goes meanwhile.

    Raises:
        Trouble: the homeserver did not answer.
    """
    if entry.members is not None:
        return
    turn = entry.turn
    answer = await client.call("GET", path("rooms", room_id, "members", query={"not_membership": "leave"}))
    if entry.turn == turn:
        entry.members, entry.invited = members(answer), members(answer, {"invite"})


def members(answer: Mapping[str, Any], among: Collection[str] = READS_ALONG) -> set[str]:
    """Return who has joined or is invited, or only one of these, from a homeserver's list of membership events."""
    events = [event for event in a_list(answer.get("chunk")) if isinstance(event, dict)]
    return {
        str(event.get("state_key")) for event in events if a_mapping(event.get("content")).get("membership") in among
    }

"""Who has power in a room: always asked of the homeserver, never taken from what the library believes (T2, T18)."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.matrix.client import HardenedClient
from bot.matrix.http import Said, path
from bot.matrix.reading import a_list, a_mapping

FIRST_WITH_CREATORS_ABOVE_ALL = 12
ENOUGH_TO_CLOSE = 50
Get = Callable[[str], Awaitable[dict[str, Any]]]
"""Returns the homeserver's answer about a path."""


@dataclass(frozen=True)
class Authority:
    """The powers in one room.

    Args:
        creators: those who outrank everybody; empty before room version 12.
        levels: Matrix ID -> power level.
        default: power level of everybody else.
        predecessor: the room that this one says it follows.
    """

    creators: frozenset[str]
    levels: Mapping[str, int]
    default: int
    predecessor: str | None

    def may_close(self, user_id: str) -> bool:
        """Whether somebody may send the room's members elsewhere, whatever the room itself lets them do."""
        return self.reaches(user_id, ENOUGH_TO_CLOSE)

    def reaches(self, user_id: str, level: int) -> bool:
        """Whether somebody may do what asks for a power level."""
        return user_id in self.creators or self.levels.get(user_id, self.default) >= level


async def authority(client: HardenedClient, room_id: str) -> Authority:
    """Ask the homeserver who has power in a room that we are in. Raises Trouble if it does not say."""

    async def get(where: str) -> dict[str, Any]:
        return await client.call("GET", where)

    create = await state_event(get, room_id, "m.room.create")
    return authority_in(create, await state_event(get, room_id, "m.room.power_levels"))


def authority_in(create: Mapping[str, Any], levels: Mapping[str, Any]) -> Authority:
    """Return who has power by the two events that say so."""
    content, power = a_mapping(create.get("content")), a_mapping(levels.get("content"))
    return Authority(
        creators=_creators(create, content),
        levels={user: level for user, level in a_mapping(power.get("users")).items() if isinstance(level, int)},
        default=_level(power.get("users_default"), 0),
        predecessor=_text(a_mapping(content.get("predecessor")).get("room_id")),
    )


async def state_event(get: Get, room_id: str, event_type: str) -> Mapping[str, Any]:
    """Return what a room's state holds of a type; nothing if it holds none. Raises Trouble if it is not said."""
    where = path("rooms", room_id, "state", event_type, "", query={"format": "event"})
    try:
        answer = await get(where)
    except Said as said:
        if said.errcode == "M_NOT_FOUND":
            return {}
        raise
    # A server that does not know the format answers with the content alone.
    return answer if "content" in answer else {"content": answer}


def _creators(create: Mapping[str, Any], content: Mapping[str, Any]) -> frozenset[str]:
    version = _text(content.get("room_version")) or "1"
    if not version.isascii() or not version.isdigit() or int(version) < FIRST_WITH_CREATORS_ABOVE_ALL:
        return frozenset()
    also = {each for each in a_list(content.get("additional_creators")) if isinstance(each, str)}
    sender = _text(create.get("sender"))
    return frozenset(also | ({sender} if sender else set()))


def _level(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None

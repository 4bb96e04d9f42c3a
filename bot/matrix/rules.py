"""What a room says about its encryption: how often keys change, and whether who is only invited may read."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.matrix.client import HardenedClient
from bot.matrix.http import Said, path

MOST_MESSAGES = 100
LONGEST = timedelta(days=7)
SHORTEST = timedelta(hours=1)
"""Below this a room would cost more in keys than in words; the widely used clients draw the same line."""
SHOWN_TO_INVITED = frozenset({"invited", "shared", "world_readable"})


@dataclass(frozen=True)
class Rules:
    """What holds for the keys of one room.

    Args:
        most_messages: how many messages a session is used for.
        longest: and for how long.
        invited_read: whether keys are shared with people who are invited and have not joined.
    """

    most_messages: int = MOST_MESSAGES
    longest: timedelta = LONGEST
    invited_read: bool = True


async def rules_of(client: HardenedClient, room_id: str) -> Rules:
    """Ask the homeserver for a room's rules. Raises Trouble if it does not say."""
    encryption, history = await asyncio.gather(
        _state(client, room_id, "m.room.encryption"), _state(client, room_id, "m.room.history_visibility")
    )
    return Rules(
        most_messages=min(_number(encryption.get("rotation_period_msgs"), MOST_MESSAGES), MOST_MESSAGES),
        longest=_period(encryption.get("rotation_period_ms")),
        # A room that says nothing shows its history to everybody who is let in.
        invited_read=history.get("history_visibility", "shared") in SHOWN_TO_INVITED,
    )


async def _state(client: HardenedClient, room_id: str, kind: str) -> Mapping[str, Any]:
    try:
        return await client.call("GET", path("rooms", room_id, "state", kind, ""))
    except Said as said:
        if said.errcode == "M_NOT_FOUND":
            return {}
        raise


def _period(value: object) -> timedelta:
    most = int(LONGEST.total_seconds() * 1000)
    return max(timedelta(milliseconds=min(_number(value, most), most)), SHORTEST)


def _number(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else otherwise

"""The council's space and its four rooms, as the settings need them: who may enter, read and change what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.matrix.http import Server, path
from bot.matrix.policy import server_of
from council.people import Place

MODERATOR = 50
CREATORS_ARE_ABOVE_ALL = 12
"""From this room version on whoever made a room stands above every level and may not be listed."""


@dataclass(frozen=True)
class Plan:
    """What a council's rooms are to be.

    Args:
        name: the council's.
        language: of the rooms' names.
        bot: whose token makes them.
        invited: place -> whom to invite; they may moderate.
        federated: whether people of other homeservers may come into the closed rooms.
    """

    name: str
    language: str
    bot: str
    invited: Mapping[Place, tuple[str, ...]]
    federated: bool = False


NAMES: Mapping[str, Mapping[Place, str]] = {
    "sv": {
        Place.OPEN: "{council}, öppet",
        Place.COUNCIL: "{council}",
        Place.SECRETARIAT: "{council}, sekretariatet",
        Place.OPERATORS: "{council}, driften",
    },
    "en": {
        Place.OPEN: "{council}, open",
        Place.COUNCIL: "{council}",
        Place.SECRETARIAT: "{council}, secretariat",
        Place.OPERATORS: "{council}, operations",
    },
}


async def make_rooms(server: Server, token: str, plan: Plan) -> dict[Place, str]:
    """Make the four rooms and the space around them; return the rooms' IDs.

    Raises:
        bot.matrix.http.Trouble: the homeserver refused or did not answer.
    """
    version = await _room_version(server, token)
    made: dict[Place, str] = {}
    for place in NAMES[plan.language]:
        answer = await server.ask("POST", path("createRoom"), request(plan, place, version), token=token)
        made[place] = str(answer["room_id"])
    via = [server_of(plan.bot)]
    children = [_state("m.space.child", {"via": via}, room_id) for room_id in made.values()]
    people = sorted({person for invited in plan.invited.values() for person in invited})
    space = {
        "name": plan.name,
        "preset": "private_chat",
        "creation_content": {"type": "m.space"},
        "invite": people,
        "initial_state": [*children, _state("m.room.guest_access", {"guest_access": "forbidden"})],
        "power_level_content_override": _levels(plan, (), version),
    }
    await server.ask("POST", path("createRoom"), space, token=token)
    return made


def request(plan: Plan, place: Place, version: int) -> dict[str, Any]:
    """Return the request that makes one of the rooms.

    Args:
        version: the homeserver's usual room version.
    """
    is_open = place is Place.OPEN
    state = [
        _state("m.room.guest_access", {"guest_access": "forbidden"}),
        _state("m.room.history_visibility", {"history_visibility": "shared" if is_open else "joined"}),
    ]
    if is_open:
        state.append(_state("m.room.join_rules", {"join_rule": "public"}))
    else:
        state.append(_state("m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"}))
    invited = plan.invited.get(place, ())
    return {
        "name": NAMES[plan.language][place].format(council=plan.name),
        "preset": "private_chat",
        "visibility": "private",
        "creation_content": {"m.federate": is_open or plan.federated},
        "invite": list(invited),
        "initial_state": state,
        "power_level_content_override": _levels(plan, invited, version),
    }


def _levels(plan: Plan, moderators: tuple[str, ...], version: int) -> dict[str, Any]:
    users = dict.fromkeys(moderators, MODERATOR)
    if version < CREATORS_ARE_ABOVE_ALL:
        users[plan.bot] = 100
    return {
        "users": users,
        "users_default": 0,
        "events_default": 0,
        "state_default": MODERATOR,
        "invite": MODERATOR,
        "kick": MODERATOR,
        "ban": MODERATOR,
        "redact": MODERATOR,
        "notifications": {"room": MODERATOR},
    }


async def _room_version(server: Server, token: str) -> int:
    answer = await server.ask("GET", path("capabilities"), token=token)
    version = answer.get("capabilities", {}).get("m.room_versions", {}).get("default", "")
    return int(version) if str(version).isdigit() else 0


def _state(event_type: str, content: Mapping[str, Any], key: str = "") -> dict[str, Any]:
    return {"type": event_type, "state_key": key, "content": content}

"""Looks at a council's rooms: whether the bot is there and may do what it must, and they are as closed as they need.

All is read from the homeserver, room by room; nothing is changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.doctor.finding import Finding, error, ok, warning
from bot.matrix.authority import Get, authority_in, state_event
from bot.matrix.http import LoggedOut, Said, Trouble, path
from bot.matrix.reading import a_mapping
from council.people import Place
from council.text import Text, Words

CLOSED = frozenset({Place.COUNCIL, Place.SECRETARIAT, Place.OPERATORS})
SECRET = frozenset({Place.COUNCIL, Place.SECRETARIAT})
KINDS = (
    "m.room.create",
    "m.room.power_levels",
    "m.room.encryption",
    "m.room.join_rules",
    "m.room.history_visibility",
    "m.room.guest_access",
)
"""What is read of a room."""
State = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Power:
    """One thing that the bot must be allowed to do in a room.

    Args:
        name: the end of its texts' keys.
        where: the path to its level in the room's power levels.
        else_where: where the level stands if not there.
        otherwise: the level if neither is there.
    """

    name: str
    where: tuple[str, ...]
    else_where: str
    otherwise: int


SPEAK = Power("speak", ("events", "m.room.message"), "events_default", 0)
SPEAK_SEALED = Power("speak", ("events", "m.room.encrypted"), "events_default", 0)
PIN = Power("pin", ("events", "m.room.pinned_events"), "state_default", 50)
REMOVE = Power("remove", ("redact",), "redact", 50)
INVITE = Power("invite", ("invite",), "invite", 0)
DISMISS = Power("dismiss", ("kick",), "kick", 50)
NEEDED: Mapping[Place, tuple[Power, ...]] = {
    Place.OPEN: (SPEAK, REMOVE),
    Place.COUNCIL: (SPEAK, SPEAK_SEALED, PIN, REMOVE, INVITE, DISMISS),
    Place.SECRETARIAT: (SPEAK, SPEAK_SEALED, REMOVE, INVITE, DISMISS),
    Place.OPERATORS: (SPEAK,),
}


async def of_rooms(get: Get, own: str, rooms: Mapping[Place, str]) -> list[Finding]:
    """Look at each room.

    Args:
        get: asks the homeserver as the bot's device.
        own: the bot's Matrix ID.
        rooms: their IDs or aliases.
    """
    findings: list[Finding] = []
    try:
        for place, name in rooms.items():
            findings += await _of_room(get, own, place, name)
    except LoggedOut:
        # That the device is not known is said where the account is looked at.
        return []
    except Trouble as trouble:
        findings.append(error(Text("doctor-rooms-unasked", reason=Words(trouble)), Text("doctor-mend-homeserver")))
    return findings


async def _of_room(get: Get, own: str, place: Place, name: str) -> list[Finding]:
    where, room = place_named(place), Words(name)
    try:
        room_id = await room_id_of(get, name)
        state = {kind: await state_event(get, room_id, kind) for kind in KINDS}
    except Said as said:
        if said.may_pass:
            raise
        return [error(Text("doctor-room-not-in", place=where, room=room), Text("doctor-mend-invite", own=Words(own)))]
    return [*_as_closed(place, state), *_powers(place, state, own)] or [ok(Text("doctor-room", place=where, room=room))]


async def room_id_of(get: Get, name: str) -> str:
    """Return the ID of a room that is named by it or by an alias. Raises Trouble if it is not said."""
    if not name.startswith("#"):
        return name
    return str((await get(path("directory", "room", name))).get("room_id", name))


def place_named(place: Place) -> Text:
    """Return what a place is called."""
    return Text(f"place-{place.value}")


def _as_closed(place: Place, state: State) -> Iterator[Finding]:
    where = place_named(place)
    is_encrypted = bool(state.get("m.room.encryption"))
    if place in SECRET and not is_encrypted:
        yield error(Text("doctor-room-unencrypted", place=where), Text("doctor-mend-encrypt"))
    if place is Place.OPEN and is_encrypted:
        yield warning(Text("doctor-room-encrypted", place=where), Text("doctor-mend-replace"))
    if place in CLOSED and _said(state, "m.room.join_rules", "join_rule") == "public":
        yield error(Text("doctor-room-public", place=where), Text("doctor-mend-public"))
    if place in CLOSED and _said(state, "m.room.history_visibility", "history_visibility") == "world_readable":
        yield error(Text("doctor-room-readable", place=where), Text("doctor-mend-readable"))
    if place in CLOSED and _said(state, "m.room.guest_access", "guest_access") == "can_join":
        yield warning(Text("doctor-room-guests", place=where), Text("doctor-mend-guests"))


def _powers(place: Place, state: State, own: str) -> Iterator[Finding]:
    authority = authority_in(state.get("m.room.create", {}), state.get("m.room.power_levels", {}))
    levels = a_mapping(state.get("m.room.power_levels", {}).get("content"))
    needed = {each.name: level_of(levels, each) for each in NEEDED[place]}
    lacking = {name: level for name, level in needed.items() if not authority.reaches(own, level)}
    if lacking:
        able = tuple(Text(f"doctor-power-{name}") for name in lacking)
        says = Text("doctor-room-powerless", place=place_named(place), able=able)
        yield error(says, Text("doctor-mend-power", own=Words(own), level=max(lacking.values())))


def level_of(levels: Mapping[str, Any], power: Power) -> int:
    """Return the power level that something asks for in a room."""
    found: object = levels
    for name in power.where:
        found = a_mapping(found).get(name)
    level = found if isinstance(found, int) else levels.get(power.else_where)
    return level if isinstance(level, int) else power.otherwise


def _said(state: State, kind: str, name: str) -> object:
    return a_mapping(state.get(kind, {}).get("content")).get(name)

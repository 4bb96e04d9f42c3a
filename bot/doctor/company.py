"""Looks at who is in a council's rooms, what they may do there, and which homeservers have a copy of what is said.

All is read from the homeserver, room by room; nothing is changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.doctor.finding import Finding, error, ok, warning
from bot.doctor.rooms import CLOSED, DISMISS, INVITE, REMOVE, SECRET, Power, level_of, place_named, room_id_of
from bot.matrix.authority import Authority, Get, authority_in, state_event
from bot.matrix.http import LoggedOut, Trouble, path
from bot.matrix.policy import server_of
from bot.matrix.reading import a_list, a_mapping
from council.office import rooms_of
from council.people import Person, Place
from council.text import Text, Words

PRESENT = frozenset({"join", "invite"})
GOVERN = Power("govern", ("events", "m.room.power_levels"), "state_default", 50)
"""Changing who may do what."""
NOT_FOR_ALL = (INVITE, DISMISS, REMOVE, GOVERN)


@dataclass(frozen=True)
class Roll:
    """Who belongs where.

    Args:
        own: the bot's Matrix ID.
        officers: everybody who holds an office in the council.
        servers: the homeservers whose people are expected.
    """

    own: str
    officers: Sequence[Person]
    servers: frozenset[str]

    def opens(self, person: str, place: Place) -> bool:
        """Say whether an office of somebody's opens a room."""
        return any(each.user_id == person and place in rooms_of(each) for each in self.officers)

    def is_officer(self, person: str) -> bool:
        """Say whether somebody holds any office."""
        return any(each.user_id == person for each in self.officers)


@dataclass(frozen=True)
class Chamber:
    """One room as the homeserver describes it.

    Args:
        present: who is there or is invited, without the bot.
    """

    place: Place
    present: tuple[str, ...]
    authority: Authority
    levels: Mapping[str, Any]
    federated: bool


async def of_company(get: Get, roll: Roll, rooms: Mapping[Place, str]) -> list[Finding]:
    """Look at the company in each room that the bot is in; that it is not is said where the rooms are looked at.

    Args:
        get: asks the homeserver as the bot's device.
        roll: who belongs where.
        rooms: their IDs or aliases.
    """
    findings: list[Finding] = []
    for place, name in rooms.items():
        try:
            chamber = await _chamber(get, roll.own, place, name)
        except (LoggedOut, Trouble):
            continue
        findings += described(chamber, roll)
    return findings


def described(chamber: Chamber, roll: Roll) -> list[Finding]:
    """Return what is to be said of one room."""
    found = list(_powers(chamber, roll))
    if chamber.place in CLOSED:
        found += [*_strangers(chamber, roll), *_elsewhere(chamber, roll)]
        found = found or [_well(chamber)]
    return found


async def _chamber(get: Get, own: str, place: Place, name: str) -> Chamber:
    room_id = await room_id_of(get, name)
    create = await state_event(get, room_id, "m.room.create")
    power = await state_event(get, room_id, "m.room.power_levels")
    members = await get(path("rooms", room_id, "members", query={"not_membership": "leave"}))
    return Chamber(
        place,
        tuple(sorted(set(_present(members)) - {own})),
        authority_in(create, power),
        a_mapping(power.get("content")),
        a_mapping(create.get("content")).get("m.federate") is not False,
    )


def _present(members: Mapping[str, Any]) -> Iterator[str]:
    for event in map(a_mapping, a_list(members.get("chunk"))):
        person = event.get("state_key")
        if isinstance(person, str) and a_mapping(event.get("content")).get("membership") in PRESENT:
            yield person


def _well(chamber: Chamber) -> Finding:
    return ok(Text("doctor-company", place=place_named(chamber.place), count=len(chamber.present)))


def _strangers(chamber: Chamber, roll: Roll) -> Iterator[Finding]:
    where = place_named(chamber.place)
    for person in map(Words, chamber.present):
        remedy = Text("doctor-mend-stranger", person=person)
        if not roll.is_officer(person):
            yield error(Text("doctor-stranger", place=where, person=person), remedy)
        elif not roll.opens(person, chamber.place):
            yield warning(Text("doctor-misplaced", place=where, person=person), remedy)


def _powers(chamber: Chamber, roll: Roll) -> Iterator[Finding]:
    where, authority = place_named(chamber.place), chamber.authority
    needed = {each.name: level_of(chamber.levels, each) for each in NOT_FOR_ALL}
    if chamber.place not in CLOSED:
        # Into a room that everybody may enter everybody may invite.
        del needed[INVITE.name]
    loose = tuple(Text(f"doctor-power-{name}") for name, level in needed.items() if level <= authority.default)
    if loose:
        yield warning(Text("doctor-loose", place=where, able=loose), Text("doctor-mend-loose"))
    named = sorted({*authority.creators, *authority.levels} - {roll.own})
    for person in named:
        if authority.may_close(person) and not roll.is_officer(person):
            says = Text("doctor-moderator", place=where, person=Words(person))
            yield warning(says, Text("doctor-mend-moderator"))


def _elsewhere(chamber: Chamber, roll: Roll) -> Iterator[Finding]:
    where = place_named(chamber.place)
    foreign = sorted({server_of(person) for person in chamber.present} - roll.servers)
    for server in foreign:
        yield warning(Text("doctor-elsewhere", place=where, server=Words(server)), Text("doctor-mend-elsewhere"))
    if not foreign and chamber.federated and chamber.place in SECRET:
        yield ok(Text("doctor-federated", place=where))

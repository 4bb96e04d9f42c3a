"""Offices in the council: who may give which, and what each needs. They follow full Matrix IDs, never names."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from council.people import CHAIR, SECRETARY, Organisation, Person, Place, Role
from council.text import Refusal, Text, Words

FOR_AN_ORGANISATION = frozenset({Role.MEMBER, Role.DEPUTY, Role.CONTACT, Role.CO_OPTED})
"""Whoever holds one of these speaks for an organisation, and for one only."""
BY_THE_CHAIR = frozenset({Role.VICE_CHAIR, Role.STAND_IN, Role.REGISTRAR, Role.DPO, Role.OPERATOR})
"""These reach further than one organisation's matters, so the chair alone gives them."""
HANDED_OVER = frozenset({Role.CHAIR, Role.SECRETARY})
"""There is one of each, so these are handed over and accepted, never added or taken."""

NAMES: Mapping[str, Role] = MappingProxyType(
    {
        "ledamot": Role.MEMBER, "member": Role.MEMBER,
        "ersättare": Role.DEPUTY, "deputy": Role.DEPUTY,
        "kontakt": Role.CONTACT, "kontaktperson": Role.CONTACT, "contact": Role.CONTACT,
        "adjungerad": Role.CO_OPTED, "co-opted": Role.CO_OPTED, "coopted": Role.CO_OPTED,
        "vice": Role.VICE_CHAIR, "vice-chair": Role.VICE_CHAIR, "viceordförande": Role.VICE_CHAIR,
        "ställföreträdare": Role.STAND_IN, "stand-in": Role.STAND_IN,
        "registrator": Role.REGISTRAR, "registrar": Role.REGISTRAR,
        "dataskyddsombud": Role.DPO, "dpo": Role.DPO,
        "driftansvarig": Role.OPERATOR, "drift": Role.OPERATOR, "operator": Role.OPERATOR,
        "ordförande": Role.CHAIR, "chair": Role.CHAIR,
        "sekreterare": Role.SECRETARY, "secretary": Role.SECRETARY,
    }
)  # fmt: skip
"""What people type for an office, in both languages."""

ROOMS: Mapping[Role, frozenset[Place]] = MappingProxyType(
    {
        **dict.fromkeys(FOR_AN_ORGANISATION | CHAIR, frozenset({Place.COUNCIL})),
        **dict.fromkeys(SECRETARY, frozenset({Place.COUNCIL, Place.SECRETARIAT})),
        Role.REGISTRAR: frozenset({Place.SECRETARIAT}),
        Role.OPERATOR: frozenset({Place.OPERATORS}),
    }
)
"""The rooms that an office opens. The open room is everybody's."""


def read_offices(words: Iterable[str]) -> frozenset[Role]:
    """Return the offices that words name.

    Raises:
        Refusal: a word names none.
    """
    found = set()
    for word in words:
        role = NAMES.get(word.casefold())
        if role is None:
            raise Refusal("office-unknown", typed=Words(word[:40]))
        found.add(role)
    return frozenset(found)


def check_giver(giver: Person, roles: Iterable[Role]) -> None:
    """Let only those give or take offices who may.

    Raises:
        Refusal: an office is handed over and not given, or the chair alone gives it.
    """
    for role in roles:
        if role in HANDED_OVER:
            raise Refusal("office-is-handed-over", office=office(role))
        if role in BY_THE_CHAIR and not giver.holds(CHAIR):
            raise Refusal("office-by-the-chair", office=office(role))


def appointed(person: Person, roles: frozenset[Role], organisation: Organisation | None) -> Person:
    """Return somebody with further offices.

    Args:
        person: as they stand now.
        roles: what they are to be besides; none means the organisation's usual seat.
        organisation: whom they are to speak for, if for anybody.

    Raises:
        Refusal: an organisation is missing, is another than they speak for already, or has no vote to give.
    """
    if not roles:
        roles = frozenset({_usual_seat(organisation)})
    speaks = roles & FOR_AN_ORGANISATION
    if speaks and organisation is None:
        raise Refusal("office-needs-organisation", office=office(min(speaks, key=lambda role: role.value)))
    if organisation is None:
        return replace(person, roles=person.roles | roles)
    if person.organisation not in (None, organisation.code) and person.roles & FOR_AN_ORGANISATION:
        raise Refusal("office-other-organisation", person=person.user_id, code=person.organisation or "")
    if not organisation.votes and roles & {Role.MEMBER, Role.DEPUTY}:
        raise Refusal("office-without-vote", organisation=organisation)
    return replace(person, roles=person.roles | roles, organisation=organisation.code)


def dismissed(person: Person, roles: frozenset[Role]) -> Person:
    """Return somebody without some offices; without any named, without all that can be taken.

    Raises:
        Refusal: they hold none of them.
    """
    held = (person.roles - {Role.RESIDENT}) & (roles or frozenset(Role) - HANDED_OVER)
    if not held:
        raise Refusal("office-not-held", person=person.user_id)
    left = person.roles - held
    return replace(person, roles=left, organisation=person.organisation if left & FOR_AN_ORGANISATION else None)


def rooms_of(person: Person) -> frozenset[Place]:
    """Return the rooms that somebody's offices open."""
    return frozenset().union(*(ROOMS.get(role, frozenset()) for role in person.roles))


def office(role: Role) -> Text:
    """Return the name of an office, for a sentence."""
    return Text("office", role=role.value)


def offices(roles: Iterable[Role]) -> tuple[Text, ...]:
    """Return the names of offices, for a list in a sentence."""
    return tuple(office(role) for role in Role if role in roles and role is not Role.RESIDENT)


def _usual_seat(organisation: Organisation | None) -> Role:
    if organisation is None:
        raise Refusal("office-missing")
    return Role.MEMBER if organisation.votes else Role.CO_OPTED

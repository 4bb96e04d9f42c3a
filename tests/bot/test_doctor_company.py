"""The doctor tells who does not belong in a room, what everybody may do there, and which servers have a copy of it."""

from typing import Any

import pytest

from bot.doctor.company import Chamber, Roll, described, of_company
from bot.matrix.authority import authority_in
from council.people import Person, Place, Role
from tests.bot.test_doctor import BOT, ROOM, Chambers, told

CHAIR = Person("@chair:town", frozenset({Role.CHAIR, Role.MEMBER}), "SDF")
SECRETARY = Person("@marta:town", frozenset({Role.SECRETARY}), "SDF")
POLICE = Person("@pol:police", frozenset({Role.CONTACT}), "POL")
ROLL = Roll(BOT, (CHAIR, SECRETARY, POLICE), frozenset({"town"}))


def chamber(place: Place, *present: str, federated: bool = False, **levels: Any) -> Chamber:
    """Return a room with some people in it, in which nobody but the bot may more than speak."""
    power = {"users": {BOT: 50}, "invite": 50, **levels}
    return Chamber(place, present, authority_in({"content": {}}, {"content": power}), power, federated)


@pytest.mark.parametrize(
    ("looked_at", "found"),
    [
        (
            chamber(Place.SECRETARIAT, "@marta:town"),
            [("ok", "The secretariat's room: one person is there, by an office that opens it.")],
        ),
        (
            chamber(Place.COUNCIL, "@chair:town", "@gone:town"),
            [("error", "The council's room: @gone:town is there or invited, and holds no office in the council.")],
        ),
        (
            chamber(Place.SECRETARIAT, "@chair:town", "@marta:town"),
            [
                (
                    "warning",
                    "The secretariat's room: @chair:town is there or invited, and holds no office that opens it.",
                )
            ],
        ),
        (
            chamber(Place.COUNCIL, "@pol:police", federated=True),
            [
                (
                    "warning",
                    "The council's room: people of police are there, so that server has a copy of what is said.",
                )
            ],
        ),
        (
            chamber(Place.COUNCIL, "@chair:town", federated=True),
            [("ok", "The council's room: people of other servers could be invited; nobody of theirs is there.")],
        ),
        (
            chamber(Place.COUNCIL, "@chair:town", invite=0, state_default=0),
            [("warning", "The council's room: everybody there may invite people and change who may do what.")],
        ),
        (
            chamber(Place.OPEN, "@anybody:anywhere", users={BOT: 50, "@gone:town": 100, "@chair:town": 50}, invite=0),
            [("warning", "The open room: @gone:town may moderate there, and holds no office in the council.")],
        ),
        (chamber(Place.OPEN, "@anybody:anywhere", federated=True), []),
    ],
)
def test_who_does_not_belong_in_a_room_and_what_everybody_may_do_there_is_told(
    looked_at: Chamber, found: list[tuple[str, str]]
) -> None:
    assert told(described(looked_at, ROLL)) == found
    assert len(told(described(looked_at, ROLL), "sv")) == len(found)


async def test_the_company_is_read_from_the_homeserver_the_invited_too_and_whoever_left_is_not_there() -> None:
    homeserver = Chambers(create={"room_version": "12", "m.federate": False})
    homeserver.members = {"@chair:town": "join", "@new:town": "invite", "@banned:town": "ban", BOT: "join"}

    found = told(await of_company(homeserver.get, ROLL, {Place.COUNCIL: ROOM, Place.OPERATORS: "!elsewhere:town"}))

    assert found == [
        ("error", "The council's room: @new:town is there or invited, and holds no office in the council.")
    ]

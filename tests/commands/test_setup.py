"""A council that is being set up is told what is missing, and the very line that mends it."""

import pytest

from council.people import Organisation, Person, Place, Role
from tests.commands.evening import APRIL
from tests.town import CHAIR, ORGANISATIONS, POL, SDF, SECRETARIAT, SECRETARY, Town


async def steps(town: Town) -> list[str]:
    """Return the lines of the set-up as it stands."""
    await town.says(SECRETARY, "!setup", room=SECRETARIAT)
    [(room, body)] = await town.hears()
    assert room == SECRETARIAT
    return body.splitlines()


async def test_what_is_done_is_said_to_be_done(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)

    shown = await steps(town)

    assert shown[0] == "How far you have come: 22 of 23"
    assert "- Done: I am in the council's room." in shown
    assert "- Done: 12 organisations take part, 9 with a vote." in shown
    assert "- Done: there is a contact person for the police." in shown
    assert any(line.endswith("The next meeting is Thursday 9 April 2026 at 18:00.") for line in shown)


async def test_a_room_that_the_bot_is_not_in_and_one_in_clear_are_pointed_out(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.rooms.leave("!operators:town", town.clock.now())
        await work.rooms.leave("!council:town", town.clock.now())
        await work.rooms.enter("!new:town", Place.COUNCIL, town.clock.now())

    shown = await steps(town)

    assert "- Missing: I am not in the operators' room. Invite me there." in shown
    assert "- Missing: the council's room is not encrypted. Turn encryption on in the room's settings." in shown
    assert "- Done: I am in the open room." in shown


@pytest.mark.parametrize(
    ("voting", "said"),
    [(0, "no organisation has a vote yet."), (1, "only one organisation has a vote."), (2, "only 2 organisations")],
)
async def test_too_few_votes_are_pointed_out(town: Town, voting: int, said: str) -> None:
    async with town.database.work("lindvassa") as work:
        await work.people.save_organisations(
            [
                Organisation(each.code, each.names, int(place < voting), each.order)
                for place, each in enumerate(ORGANISATIONS)
            ]
        )

    assert any(line.startswith(f"- Missing: {said}") for line in await steps(town))


async def test_a_seat_without_anybody_and_one_without_a_contact_are_told_apart(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.people.save(Person(POL, frozenset()))
        for person in (SDF, CHAIR):
            await work.people.save(Person(person, frozenset({Role.MEMBER}), "SDF"))

    shown = await steps(town)

    assert "- Missing: a chair, who is named in config.yaml." in shown
    assert any(line.startswith("- Missing: nobody speaks for the police. Write: !member add") for line in shown)
    assert any(
        line.startswith("- Missing: a contact person who receives cases for the district administration.")
        for line in shown
    )


async def test_a_rule_that_makes_no_meeting_is_pointed_out(town: Town) -> None:
    assert any("makes no meeting. Write for example: !meeting series" in line for line in await steps(town))

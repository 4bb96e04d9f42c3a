"""Answers and arrivals are put right by editing or deleting the message; what cannot be noted is told and not noted."""

from dataclasses import replace

import pytest

from tests.commands.evening import APRIL, answers, called, clock, gather
from tests.town import CIV, COUNCIL, FAST, NOON, POL, SECRETARY, SKOL, Town


@pytest.fixture
async def evening(town: Town) -> Town:
    """The town as the April meeting is about to begin."""
    return await gather(town)


async def there(town: Town) -> frozenset[str]:
    """Return the organisations that the record has there now."""
    async with town.database.work("lindvassa") as work:
        return frozenset((await work.records.of("2026-04")).present(town.clock.now()))


@pytest.mark.parametrize("otherwise", ["!attend no", "!attend left", "!attend left 18:40"])
async def test_an_arrival_edited_into_a_departure_is_struck(evening: Town, otherwise: str) -> None:
    await called(evening)
    evening.clock.time = clock(18, 30)
    event = await evening.says(CIV, "!attend here")
    await evening.hears()
    evening.clock.time = clock(18, 45)

    heard = await answers(evening, CIV, otherwise, edits=event)

    assert heard == [
        (
            COUNCIL,
            (
                "What was noted about the associations is struck.\n6 of 9 voting organisations are here.\n"
                "The council is quorate."
            ),
        )
    ]
    assert "CIV" not in await there(evening)


@pytest.mark.parametrize("otherwise", ["!attend yes", "!attend here"])
async def test_a_departure_edited_into_an_arrival_is_struck(evening: Town, otherwise: str) -> None:
    await called(evening)
    event = await evening.says(SKOL, "!attend left")
    await evening.hears()

    heard = await answers(evening, SKOL, otherwise, edits=event)

    assert heard[0][1].startswith("What was noted about the school is struck.\n6 of 9")
    assert "SKOL" in await there(evening)


async def test_an_arrival_edited_into_a_plan_to_come_is_no_arrival(evening: Town) -> None:
    await called(evening)
    event = await evening.says(FAST, "!attend deputy")
    assert (await evening.hears())[0][1].startswith("Here from 18:00: the property owners.")

    heard = await answers(evening, FAST, "!attend late 18:45", edits=event)

    assert heard[0][1].startswith("The property owners will come at 18:45.")
    assert "FAST" not in await there(evening)


async def test_an_edited_message_that_noted_nothing_is_taken_as_new(evening: Town) -> None:
    evening.clock.time = NOON
    event = await evening.says(POL, "!attend")
    assert (await evening.hears())[0][1].startswith("Answers for the meeting on Thursday 9 April at 18:00")

    assert (await answers(evening, POL, "!attend no", edits=event))[0][1].startswith("The police cannot come.")


async def test_an_answer_is_taken_back_once(evening: Town) -> None:
    evening.clock.time = NOON
    event = await evening.says(POL, "!attend yes")
    await evening.hears()

    await evening.deletes(POL, event)
    first = await evening.hears()
    await evening.deletes(POL, event)

    assert (first, await evening.hears()) == ([(COUNCIL, "The answer is removed.")], [])


async def test_nobody_arrives_before_the_meeting_has_begun(evening: Town) -> None:
    await called(evening)

    assert (await answers(evening, FAST, "!attend here 17:20"))[0][1].startswith("Here from 18:00: ")


async def test_nobody_can_adjust_while_nobody_is_there(evening: Town) -> None:
    await answers(evening, SECRETARY, "!meeting start")

    assert (await answers(evening, SECRETARY, "!adjuster"))[0][1] == (
        "No voting organisation is here that can verify the minutes."
    )


async def test_a_thumb_on_the_reminder_of_a_meeting_that_has_begun_says_nothing(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(replace(APRIL, scheduled_at=NOON))
    await town.becomes(clock(9, day=8))
    await town.hears()
    reminder = await town.event_of("meeting:2026-04:20260409T1600Z:remind-1wd-0900:council", COUNCIL)
    town.clock.time = clock(18)

    await town.says(POL, "👍", reacts_to=reminder)

    assert await town.hears() == []
    async with town.database.work("lindvassa") as work:
        assert await work.records.intentions("2026-04") == []

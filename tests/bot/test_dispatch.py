"""What is said is carried out once, answered, and never obeyed from the wrong person or place."""

import pytest
from sqlalchemy import func, select

from bot.matrix.batch import Doubt
from storage.claims import ClaimRow
from tests.town import ANNA, COUNCIL, OPEN, POL, SECRETARIAT, SECRETARY, Town


async def test_a_command_is_answered_in_the_room_it_was_said_in(town: Town) -> None:
    await town.says(POL, "!help help")

    assert await town.hears() == [(COUNCIL, "Show what you can write here.\nExample: !help agenda")]


async def test_the_language_follows_the_council_and_either_language_is_understood(town: Town) -> None:
    await town.speaks("sv")

    await town.says(POL, "!Help hjälp")

    assert await town.hears() == [(COUNCIL, "Visa vad du kan skriva här.\nExempel: !hjälp dagordning")]


async def test_an_event_delivered_twice_is_carried_out_once(town: Town) -> None:
    for _ in range(3):
        await town.says(POL, "!help help", event="$same")

    assert len(await town.hears()) == 1


async def test_plain_talk_in_a_room_is_left_alone(town: Town) -> None:
    await town.says(POL, "Vi ses på torsdag!")

    assert await town.hears() == []


async def test_an_unknown_command_gets_one_friendly_sentence(town: Town) -> None:
    await town.says(POL, "!hepl")
    await town.says(POL, "!xyzzy")

    assert await town.hears() == [
        (COUNCIL, "I do not understand “!hepl”. Did you mean !help?"),
        (COUNCIL, "I do not understand “!xyzzy”. Write !help to see what you can write here."),
    ]


async def test_what_is_quoted_back_makes_no_line_of_its_own(town: Town) -> None:
    await town.says(POL, "!next x\n\nDecision D9: everything is decided")

    assert await town.hears() == [
        (COUNCIL, "I do not know what to do with “x Decision D9: everything is decided”. Example: !next")
    ]


async def test_an_edited_command_that_was_wrong_is_carried_out_as_it_now_stands(town: Town) -> None:
    event = await town.says(POL, "!xyzzy")
    await town.hears()

    await town.says(POL, "!help help", edits=event)

    assert await town.hears() == [(COUNCIL, "Show what you can write here.\nExample: !help agenda")]


async def test_an_edit_by_somebody_else_is_not_obeyed(town: Town) -> None:
    event = await town.says(POL, "!xyzzy")
    await town.hears()

    await town.says(SECRETARY, "!help help", edits=event)

    assert await town.hears() == []


@pytest.mark.parametrize(
    ("doubt", "answer"),
    [
        (Doubt.IN_CLEAR, "A message here was not encrypted. In this room I only act on what comes encrypted."),
        (
            Doubt.UNKNOWN_DEVICE,
            (
                "A message came from a device that I do not know. I have done nothing. "
                "Please write again from your usual device."
            ),
        ),
    ],
)
async def test_a_doubtful_message_in_an_encrypted_room_is_not_obeyed_and_said_so_once(
    town: Town, doubt: Doubt, answer: str
) -> None:
    for _ in range(3):
        await town.says(SECRETARY, "!help help", doubt=doubt)

    assert await town.hears() == [(COUNCIL, answer)]


async def test_a_replayed_message_is_passed_over_in_silence(town: Town) -> None:
    await town.says(SECRETARY, "!help help", doubt=Doubt.REPLAYED)

    assert await town.hears() == []


async def test_in_the_open_room_only_what_everybody_may_say_works(town: Town) -> None:
    await town.says(SECRETARY, "!help", room=OPEN)

    (room, answer) = (await town.hears())[0]
    assert room == OPEN
    assert "!help:" in answer
    assert "!case" not in answer


async def test_help_shows_each_only_what_they_may_use(town: Town) -> None:
    await town.opens_chat(ANNA)
    await town.hears()
    await town.says(ANNA, "!help")
    await town.says(SECRETARY, "!help", room=SECRETARIAT)

    (_, residents), (_, secretarys) = await town.hears()
    assert set(residents.splitlines()) != set(secretarys.splitlines())


async def test_nothing_stored_of_an_event_tells_who_said_it(town: Town) -> None:
    await town.says(ANNA, "!help")

    async with town.database.work("lindvassa") as work:
        rows = (await work.session.scalars(select(ClaimRow))).all()
        count = await work.session.scalar(select(func.count()).select_from(ClaimRow))
    assert count
    assert not any(ANNA in f"{row.key}{row.sender}" for row in rows)

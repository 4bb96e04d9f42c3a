"""Help is made from the declarations, and a command that is nearly right is answered with the right one."""

from tests.town import ANNA, BOE, COUNCIL, OPEN, Town


async def test_help_on_a_word_shows_all_that_begins_with_it_in_either_language(town: Town) -> None:
    for topic in ("agenda", "dagordning", "!agenda?"):
        await town.says(BOE, f"!help {topic}")
        [(room, body)] = await town.hears()

        assert room == COUNCIL
        assert "- !agenda add: Raise an item for the next meeting." in body
        assert "- !agenda list: " in body
        assert "freeze" not in body


async def test_help_on_one_command_shows_an_example(town: Town) -> None:
    await town.says(BOE, "!help agenda add")

    assert await town.hears() == [
        (
            COUNCIL,
            "Raise an item for the next meeting.\nExample: !agenda add Lighting in Parkstråket (decision, 10 min)",
        )
    ]


async def test_a_cry_for_help_is_heard(town: Town) -> None:
    await town.says(ANNA, "!help!", room=OPEN)

    assert (await town.hears())[0][1].startswith("This is what you can write here:")


async def test_a_command_nearly_spelt_is_suggested_and_not_taken_for_another(town: Town) -> None:
    await town.says(BOE, "!agenda ad Lighting")
    await town.says(BOE, "!case")

    assert await town.hears() == [
        (COUNCIL, "I do not understand “!agenda ad”. Did you mean !agenda add?"),
        (COUNCIL, "I do not understand “!case”. Did you mean !case answer?"),
    ]

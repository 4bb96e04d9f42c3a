"""Help is made from the declarations, and a command that is nearly right is answered with the right one."""

from tests.town import ANNA, BOE, COUNCIL, OPEN, SECRETARIAT, SECRETARY, Town


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


async def test_help_for_somebody_with_an_office_begins_with_it_and_lists_topics_with_examples(town: Town) -> None:
    await town.says(SECRETARY, "!help", room=SECRETARIAT)
    [(_room, body)] = await town.hears()

    lines = body.splitlines()
    assert lines[0] == "Your offices"
    assert lines[1].startswith("- Secretary: ")
    assert "- agenda (" in body
    assert ", for example !agenda add Lighting in Parkstråket (decision, 10 min)" in body
    assert "- case (" in body
    assert len(lines) < 30


async def test_help_follows_the_office_the_place_and_the_language(town: Town) -> None:
    await town.says(SECRETARY, "!lang sv", room=COUNCIL)
    await town.says(BOE, "!hjälp")
    await town.says(BOE, "!help", room=OPEN)
    told = await town.hears()

    assert told[1][1].splitlines()[:2] == [
        "Dina uppdrag",
        "- Ledamot: du anmäler punkter, röstar och delar det din organisation vet. Prova !dagordning i rådets rum.",
    ]
    assert "- dagordning (" in told[1][1]
    assert told[2][1].startswith("This is what you can write here:")


async def test_everything_can_be_listed_too(town: Town) -> None:
    await town.says(SECRETARY, "!help all", room=SECRETARIAT)
    [(_room, body)] = await town.hears()

    assert "- !agenda add: Raise an item for the next meeting." in body
    assert len(body.splitlines()) > 60


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

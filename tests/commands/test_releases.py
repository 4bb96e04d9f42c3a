"""The secretary reads the very words, and then releases them; what the resident wrote is never public."""

import re

import pytest

from tests.town import ANNA, COUNCIL, POL, SDF, SECRETARIAT, SECRETARY, Town
from tests.web.visitor import visiting
from web.shelf import FRESH

OWN_WORDS = "The bushes by Kalle's door hide the path"
SUMMARY = "Bushes hide the footpath to the school."
ANSWER = "We cut the bushes on Wednesday."


@pytest.fixture
async def answered(town: Town) -> Town:
    """Case 31 has an owner, a summary and an answer."""
    await town.says(ANNA, f"!concern {OWN_WORDS}")
    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await town.says(SECRETARY, f"!case edit-summary 31 {SUMMARY}", room=SECRETARIAT)
    await town.says(SDF, f"!case answer 31 {ANSWER}")
    await town.hears()
    return town


async def code_of_preview(town: Town) -> str:
    """Ask for a preview and return the code that it closes with."""
    await town.says(SECRETARY, "!case publish 31", room=SECRETARIAT)
    [(room, shown)] = await town.hears()
    assert room == SECRETARIAT
    assert SUMMARY in shown
    found = re.search(r"!case publish 0031 ([0-9a-f]{4})\.", shown)
    assert found
    return found[1]


async def questions(town: Town) -> str:
    """Return the page of questions and answers."""
    town.clock.time += FRESH
    async with visiting(town) as visitor:
        return await visitor.reads("/en/lindvassa/questions/")


async def test_a_preview_publishes_nothing(answered: Town) -> None:
    await code_of_preview(answered)

    assert SUMMARY not in await questions(answered)


async def test_what_was_previewed_is_published_and_its_resident_is_told(answered: Town) -> None:
    code = await code_of_preview(answered)

    await answered.says(SECRETARY, f"!case publish 31 {code}", room=SECRETARIAT)

    heard = await answered.hears()
    assert (SECRETARIAT, "TR-2026-0031 is now on the website. To take it off: !case unpublish 0031") in heard
    assert SUMMARY in dict(heard)[ANNA]
    page = await questions(answered)
    assert SUMMARY in page
    assert ANSWER in page
    assert "Kalle" not in page


async def test_words_that_changed_since_the_preview_are_not_published(answered: Town) -> None:
    code = await code_of_preview(answered)
    await answered.says(SECRETARY, "!case edit-summary 31 Other words.", room=SECRETARIAT)
    await answered.hears()

    await answered.says(SECRETARY, f"!case publish 31 {code}", room=SECRETARIAT)

    [(_room, refused)] = await answered.hears()
    assert refused.startswith("The code does not fit.")
    assert "Other words." not in await questions(answered)


async def test_later_words_are_not_public_until_they_are_released_too(answered: Town) -> None:
    await answered.says(SECRETARY, f"!case publish 31 {await code_of_preview(answered)}", room=SECRETARIAT)
    await answered.says(SDF, "!case answer 31 Anna Andersson can call me.")
    await answered.says(SECRETARY, "!case edit-summary 31 Other words.", room=SECRETARIAT)

    page = await questions(answered)

    assert SUMMARY in page
    assert "Anna Andersson" not in page
    assert "Other words." not in page


async def test_the_answer_for_everybody_may_be_another_than_the_residents(answered: Town) -> None:
    await answered.says(SECRETARY, "!case edit-answer 31 The path is clear again.", room=SECRETARIAT)
    await answered.hears()

    await answered.says(SECRETARY, f"!case publish 31 {await code_of_preview(answered)}", room=SECRETARIAT)

    page = await questions(answered)
    assert "The path is clear again." in page
    assert ANSWER not in page


async def test_what_is_taken_back_is_gone_and_listed_as_removed(answered: Town) -> None:
    await answered.says(SECRETARY, f"!case publish 31 {await code_of_preview(answered)}", room=SECRETARIAT)

    await answered.says(SECRETARY, "!case unpublish 31", room=SECRETARIAT)

    assert SUMMARY not in await questions(answered)
    async with visiting(answered) as visitor:
        assert "TR-2026-0031" in await visitor.reads("/en/lindvassa/removals/")


async def test_a_case_that_its_resident_withdraws_is_public_no_longer(answered: Town) -> None:
    await answered.says(SECRETARY, f"!case publish 31 {await code_of_preview(answered)}", room=SECRETARIAT)

    await answered.says(ANNA, "!withdraw 31")

    assert SUMMARY not in await questions(answered)


async def test_destroying_the_words_of_a_case_destroys_what_was_published_of_them(answered: Town) -> None:
    await answered.says(SECRETARY, f"!case publish 31 {await code_of_preview(answered)}", room=SECRETARIAT)
    async with answered.database.work("lindvassa") as work:
        await work.case_keys.destroy(31)

    assert SUMMARY not in await questions(answered)


async def test_a_preview_warns_of_what_points_to_somebody_and_does_not_repeat_it(answered: Town) -> None:
    await answered.says(SECRETARY, "!case edit-answer 31 Call 070-123 45 67.", room=SECRETARIAT)
    await answered.hears()

    await answered.says(SECRETARY, "!case publish 31", room=SECRETARIAT)

    [(_room, shown)] = await answered.hears()
    assert "It seems to contain a phone number." in shown


async def test_without_a_summary_nothing_can_be_published(town: Town) -> None:
    await town.says(ANNA, f"!concern {OWN_WORDS}")
    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await town.hears()

    await town.says(SECRETARY, "!case publish 31", room=SECRETARIAT)

    [(_room, refused)] = await town.hears()
    assert "has no summary yet" in refused


async def test_only_the_secretary_publishes(answered: Town) -> None:
    await answered.says(POL, "!case publish 31", room=COUNCIL)

    assert await answered.hears() == [(COUNCIL, "Only the secretary can do that.")]

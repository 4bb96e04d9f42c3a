"""Somebody phoned or came by and has no chat: the secretary is asked to tell her, and acts for her."""

from datetime import timedelta

import pytest

from council.passage import Kind
from council.steps import State
from tests.town import ANNA, BOE, CHAIR, COUNCIL, SDF, SECRETARIAT, SECRETARY, Town


@pytest.fixture
async def phoned(town: Town) -> Town:
    """The town, with a case that somebody has phoned about, given to the district administration."""
    await town.says(SECRETARY, "!concern phone: Halt vid busshållplatsen", room=SECRETARIAT)
    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await town.hears()
    return town


async def says_as_secretary(town: Town, line: str) -> str:
    """Let the secretary say something in her own chat with the bot; return the bot's answer."""
    await town.says(SECRETARY, line, room=SECRETARY)
    return (await town.hears())[0][1]


async def state_of(town: Town) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.cases.get(31)).state


async def test_nobody_is_said_to_have_been_told_who_has_no_chat(phoned: Town) -> None:
    await phoned.says(SDF, "!case answer 31 Vi sandar i morgon.")

    heard = await phoned.hears()
    assert heard[0] == (
        COUNCIL,
        "TR-2026-0031: noted. Whoever phoned has no chat: the secretariat calls and tells.",
    )
    assert heard[-1] == (
        SECRETARIAT,
        (
            "Call whoever raised it and say:\n"
            "Answer to TR-2026-0031 from the district administration:\n> Vi sandar i morgon."
        ),
    )


async def test_the_secretary_is_asked_to_tell_whoever_came_by_who_answers_for_it(town: Town) -> None:
    await town.says(SECRETARY, "!concern visit: Klotter på fasaden", room=SECRETARIAT)
    await town.hears()

    answer = await says_as_secretary(town, "!case assign 31 SDF")

    told = "TR-2026-0031: responsible is the district administration."
    assert answer == f"{told} Whoever came by has no chat: the secretariat tells."


async def test_the_secretary_says_no_and_then_yes_for_somebody_who_phoned(phoned: Town) -> None:
    await phoned.says(SDF, "!case answer 31 Vi sandar i morgon.")
    await phoned.says(SDF, "!case resolve 31")
    await phoned.hears()

    assert await says_as_secretary(phoned, "!no 31") == (
        "TR-2026-0031 is open again. You will get an answer by Thursday 9 April."
    )
    await phoned.says(SDF, "!case answer 31 Nu är det sandat.")
    await phoned.says(SDF, "!case resolve 31")
    await phoned.hears()
    assert await says_as_secretary(phoned, "!yes 31") == "Thank you. TR-2026-0031 is closed."
    assert await state_of(phoned) is State.CLOSED
    history = await says_as_secretary(phoned, "!case history 31")
    assert "said to be solved (secretary)" in history


async def test_the_secretary_corrects_withdraws_and_reopens_for_somebody_who_phoned(phoned: Town) -> None:
    await says_as_secretary(phoned, "!correct 0031 Halt och mörkt vid busshållplatsen")

    async with phoned.database.work("lindvassa") as work:
        words = await work.passages.latest(31, Kind.TELLING)
    assert words is not None
    assert words.words == "Halt och mörkt vid busshållplatsen"
    assert await says_as_secretary(phoned, "!withdraw 31") == "TR-2026-0031 is withdrawn."
    assert await state_of(phoned) is State.WITHDRAWN


async def test_there_is_nobody_to_erase_in_a_case_that_came_by_phone(phoned: Town) -> None:
    assert await says_as_secretary(phoned, "!erase 31") == (
        "TR-2026-0031 has nobody in a chat: it came by phone or visit, or the reporter has been removed."
    )


async def test_the_secretary_does_not_act_for_somebody_who_has_a_chat(town: Town) -> None:
    await town.says(ANNA, "!concern Mörkt i tunneln")
    await town.hears()

    for line in ("!withdraw 31", "!correct 0031 annat", "!yes 31", "!erase 31"):
        answer = await says_as_secretary(town, line)
        assert answer.startswith(("You have no case with the number 0031.", "I have not asked you anything")), line
    assert await state_of(town) is State.RECEIVED


async def test_nobody_else_acts_for_somebody_who_phoned(phoned: Town) -> None:
    for person, room in ((CHAIR, CHAIR), (BOE, BOE), (ANNA, ANNA)):
        for line in ("!withdraw 31", "!correct 0031 annat", "!reopen 31", "!erase 31"):
            await phoned.says(person, line, room=room)
            assert [each for each in await phoned.hears() if "31" in each[1]] == [
                (room, "You have no case with the number 0031.")
            ]


async def test_the_owner_of_a_late_case_is_not_told_that_somebody_without_a_chat_knows(phoned: Town) -> None:
    await phoned.becomes(phoned.clock.time + timedelta(days=30))

    (late,) = [body for room, body in await phoned.hears() if room == SDF and "should have been answered" in body]
    assert "Whoever phoned has no chat: the secretariat calls and tells that it is late." in late
    assert "The resident has been told" not in late

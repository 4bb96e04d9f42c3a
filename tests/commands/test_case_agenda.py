"""Residents' questions are listed for the meeting, and a case is put under an item that there is."""

from dataclasses import replace

import pytest

from council.case import Case
from council.charter import Limits
from tests.commands.evening import APRIL, MAY
from tests.town import ANNA, BOE, NOON, POL, SECRETARY, Town

ASKED = "!question Varför syns ingen polis?"


@pytest.fixture
async def month(town: Town) -> Town:
    """The town with its meetings of April and May; Anna has met the bot."""
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)
    await town.opens_chat(ANNA)
    await town.hears()
    return town


async def answers(town: Town, sender: str, line: str) -> list[str]:
    await town.says(sender, line)
    return [body for _room, body in await town.hears()]


async def case(town: Town, number: int = 31) -> Case:
    async with town.database.work("lindvassa") as work:
        return await work.cases.get(number)


async def cases(town: Town) -> int:
    async with town.database.work("lindvassa") as work:
        return len(await work.cases.all())


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("!question Det brinner hos min granne, hjälp!", "Call 112 now."),
        ("!question Vad gör ni åt 19811218-9876?", "The text seems to contain a personal number."),
    ],
)
async def test_a_question_goes_through_the_same_care_as_a_concern(month: Town, line: str, first: str) -> None:
    assert (await answers(month, ANNA, line))[0].startswith(first)
    assert await cases(month) == 0


async def test_questions_in_a_great_hurry_are_slowed_and_none_is_lost_in_silence(month: Town) -> None:
    month.charter = replace(month.charter, limits=Limits(messages_a_minute=2))
    heard: list[str] = []
    for about in ("parken", "torget", "skolan"):
        heard += await answers(month, ANNA, f"!question Vad görs för {about}?")

    assert sum(body.startswith("Thank you. Your case is") for body in heard) == 2
    assert heard[-2].startswith("You write faster than I may read: at most 2 messages a minute.")
    assert await cases(month) == 2


async def test_a_question_is_listed_for_the_council_once_the_secretary_has_seen_it(month: Town) -> None:
    none = ["No resident has asked anything for the next meeting."]
    assert await answers(month, SECRETARY, "!question list") == none

    await answers(month, ANNA, ASKED)

    assert await answers(month, POL, "!question list") == none
    [listed] = await answers(month, SECRETARY, "!question list")
    assert listed.startswith("Residents' questions for the meeting on Thursday 9 April:\n")
    assert "TR-2026-0031" in listed


@pytest.mark.parametrize("item", ["A12", "Q1"])
@pytest.mark.parametrize("is_last", [True, False])
async def test_a_case_is_not_put_under_an_item_that_there_is_not(month: Town, item: str, *, is_last: bool) -> None:
    if is_last:
        async with month.database.work("lindvassa") as work:
            await work.meetings.save(MAY.cancel(NOON))
    await answers(month, ANNA, ASKED)
    before = await case(month)

    assert await answers(month, SECRETARY, f"!case agenda 31 {item}") == [
        f"There is no item {item} on the agenda. See the agenda: !agenda list"
    ]
    assert await case(month) == before


async def test_a_case_is_put_under_an_item_that_waits_for_the_meeting_after(month: Town) -> None:
    await answers(month, ANNA, ASKED)
    await answers(month, SECRETARY, "!agenda freeze")
    await answers(month, BOE, "!agenda add Poliser till fots")

    heard = await answers(month, SECRETARY, "!case agenda 31 #q 1.")

    assert heard[0] == "TR-2026-0031 is on the agenda: Q1 Poliser till fots."
    assert heard[-1] == "TR-2026-0031 is taken up at the council's meeting on Thursday 21 May at 18:00."
    assert (await case(month)).meeting == "2026-05"


async def test_a_case_that_has_ended_is_not_put_on_the_agenda(month: Town) -> None:
    await answers(month, ANNA, ASKED)
    await answers(month, ANNA, "!withdraw 31")
    before = await case(month)

    assert await answers(month, SECRETARY, "!case agenda 31 Poliser till fots") == [
        "Case 0031 has ended, so it cannot be put on the agenda."
    ]
    assert await case(month) == before

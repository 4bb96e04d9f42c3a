"""A vote between meetings ends when all have voted; what it does not decide goes to the first meeting that is open."""

import pytest

from council.vote import Ballot
from tests.commands.evening import APRIL, MAY, answers
from tests.town import BOE, BOST, CIV, FALT, FAST, FTG, NOON, POL, SDF, SECRETARY, SKOL, Town

VOTING = (SDF, POL, FAST, BOST, FTG, SKOL, FALT, CIV, BOE)


async def propose(town: Town) -> None:
    await town.says(SECRETARY, "!decision propose 2026-04-20 Rådet lämnar yttrande")
    await town.hears()


async def ends(town: Town, ayes: int, noes: int) -> str:
    """Let all vote; return what the council hears of the result."""
    words = ["yes"] * ayes + ["no"] * noes + ["abstain"] * (len(VOTING) - ayes - noes)
    for person, word in zip(VOTING, words, strict=True):
        await town.says(person, f"!vote {word}")
    return (await town.hears())[-1][1]


async def ballot(town: Town) -> Ballot:
    async with town.database.work("lindvassa") as work:
        return await work.ballots.get(1)


async def test_a_day_that_has_passed_ends_no_vote(town: Town) -> None:
    assert (await answers(town, SECRETARY, "!decision propose 2026-03-01 Yttrande"))[0][1] == (
        "Sunday 1 March has passed. Write a day to come."
    )
    async with town.database.work("lindvassa") as work:
        assert await work.ballots.open() == []


async def test_a_proposal_that_all_reject_is_over_and_on_no_agenda(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
    await propose(town)

    assert await ends(town, 1, 8) == "V1: rejected. Yes 1, no 8, abstain 0."
    assert (await ballot(town)).closed_at is not None
    async with town.database.work("lindvassa") as work:
        assert not any(item.source for item in (await work.agenda.of("2026-04")).running)


@pytest.mark.parametrize("is_fixed", [True, False])
async def test_a_tie_is_taken_up_at_the_first_meeting_whose_agenda_is_open(town: Town, *, is_fixed: bool) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)
        if is_fixed:
            await work.agenda.save((await work.agenda.of("2026-04")).freeze(NOON))
    await propose(town)

    said = await ends(town, 4, 4)

    day, number = ("Thursday 21 May", "2026-05") if is_fixed else ("Thursday 9 April", "2026-04")
    assert said.endswith(f"It will be taken up as A8 at the meeting on {day} at 18:00.")
    async with town.database.work("lindvassa") as work:
        assert "Rådet lämnar yttrande" in [item.title for item in (await work.agenda.of(number)).running]


async def test_where_no_meeting_is_planned_a_tie_says_so(town: Town) -> None:
    await propose(town)

    said = await ends(town, 4, 4)

    assert said.startswith("V1: a tie. Yes 4, no 4, abstain 1.\n")
    assert said.endswith("No meeting is planned where it can be taken up.")

"""A meeting whose votes, undoing and end do not go by the book: nothing is lost, and nobody is left guessing."""

import pytest

from council.proceedings import Act
from council.vote import Ballot
from tests.commands.evening import answers, called, clock, gather
from tests.town import BOE, CHAIR, COUNCIL, FTG, POL, SECRETARY, SKOL, Town

NEVER_CLOSED = "Vote V1 on A8 ends without a decision: the meeting was never closed."


@pytest.fixture
async def evening(town: Town) -> Town:
    """The April meeting at 18:00, the roll called and A8 open: six of nine are there."""
    await called(await gather(town))
    await town.says(CHAIR, "!meeting start")
    await town.says(CHAIR, "!goto A8")
    await town.hears()
    return town


async def told(town: Town, sender: str, line: str) -> str:
    """Return what is said first to a line."""
    return (await answers(town, sender, line))[0][1]


async def ballot(town: Town, number: int = 1) -> Ballot:
    async with town.database.work("lindvassa") as work:
        return await work.ballots.get(number)


async def test_whoever_is_let_back_into_a_vote_may_vote(evening: Town) -> None:
    await told(evening, CHAIR, "!vote open A8 Lamporna lagas")
    await told(evening, BOE, "!recuse")
    assert (await ballot(evening)).recused == ("BOE",)

    undone = await told(evening, CHAIR, "!undo")

    assert undone == "The conflict of interest of the residents' council is struck."
    assert (await ballot(evening)).recused == ()
    assert (await told(evening, BOE, "!vote yes")).startswith("V1: yes from the residents' council.")


async def test_a_conflict_of_interest_leaves_a_vote_on_another_item_alone(evening: Town) -> None:
    await told(evening, CHAIR, "!vote open A9 Extra kontroller")

    assert (await told(evening, SKOL, "!recuse")).startswith("Conflict of interest in A8: the school.")
    assert (await ballot(evening)).recused == ()
    assert await told(evening, CHAIR, "!undo") == "The conflict of interest of the school is struck."
    assert (await ballot(evening)).recused == ()


async def test_an_opening_of_a_vote_that_is_undone_ends_it(evening: Town) -> None:
    await told(evening, CHAIR, "!vote open A8 Lamporna lagas")
    await evening.says(CHAIR, "!undo")

    assert await evening.hears_all() == [
        (COUNCIL, "post", "Vote V1 is void."),
        (COUNCIL, "poll-end", "Vote V1 is void."),
    ]
    assert (await ballot(evening)).annulled_at == evening.clock.now()
    assert await told(evening, POL, "!vote yes") == "No vote is going on."


@pytest.mark.parametrize("is_secret", [True, False])
async def test_undoing_a_vote_that_is_over_or_secret_ends_no_poll(evening: Town, *, is_secret: bool) -> None:
    await told(evening, CHAIR, "!vote open A8 secret" if is_secret else "!vote open A8")
    if not is_secret:
        await told(evening, POL, "!vote yes")
        await told(evening, CHAIR, "!vote close")
    await evening.says(CHAIR, "!undo")

    assert await evening.hears_all() == [(COUNCIL, "post", "Vote V1 is void.")]


async def test_undoing_a_decision_leaves_the_votes_of_others_standing(evening: Town) -> None:
    for item, proposal in (("A9", "Extra kontroller"), ("A8", "Lamporna lagas")):
        await told(evening, CHAIR, f"!vote open {item} {proposal}")
        await told(evening, POL, "!vote yes")
        await told(evening, CHAIR, "!vote close")

    assert await told(evening, CHAIR, "!undo") == "Decision D2 is undone."
    assert (await ballot(evening, 1)).annulled_at is None
    assert (await ballot(evening, 2)).annulled_at == evening.clock.now()


@pytest.mark.parametrize(
    ("sender", "line", "answer"),
    [
        (BOE, "!vote maybe", "Write yes, no or abstain. Example: !vote yes"),
        (BOE, "!vote A8 yes", "Write yes, no or abstain. Example: !vote yes"),
        (BOE, "!vote V9 yes", "There is no vote V9."),
        (BOE, "!recuse SKOL", "You can answer for your own organisation."),
        (CHAIR, "!vote casting abstain", "Write yes, no or abstain. Example: !vote casting yes"),
        (CHAIR, "!vote casting maybe", "Write yes, no or abstain. Example: !vote casting yes"),
    ],
)
async def test_what_is_no_vote_is_not_counted(evening: Town, sender: str, line: str, answer: str) -> None:
    await told(evening, CHAIR, "!vote open A8 Lamporna lagas")
    before = await ballot(evening)

    assert (await told(evening, sender, line)).startswith(answer)
    assert await ballot(evening) == before


async def test_where_everything_is_left_the_meeting_says_so_and_can_only_be_closed(evening: Town) -> None:
    for number in (8, *range(1, 8), *range(9, 14)):
        await told(evening, CHAIR, f"!skip A{number}")
    none_left = (
        "All items have been taken up. Close the meeting: !meeting end\nFor the next meeting: A8, A9, A10, A11 and A12."
    )

    assert await told(evening, CHAIR, "!next") == none_left
    assert await told(evening, CHAIR, "!meeting start") == none_left
    assert await told(evening, SKOL, "!next") == "The meeting is going on: Thursday 9 April 2026, 18:00-20:00."


async def test_where_everything_is_dealt_with_nothing_is_said_to_be_left(evening: Town) -> None:
    for number in (*range(1, 8), *range(9, 14)):
        await told(evening, CHAIR, f"!goto A{number}")

    assert await told(evening, CHAIR, "!next") == "All items have been taken up. Close the meeting: !meeting end"


async def test_closing_a_meeting_leaves_a_vote_between_meetings_open(evening: Town) -> None:
    await told(evening, SECRETARY, "!decision propose 2026-04-20 Rådet lämnar yttrande")

    assert (await told(evening, CHAIR, "!meeting end")).startswith("The meeting is closed at 18:00.")
    assert (await ballot(evening)).annulled_at is None
    assert (await told(evening, POL, "!vote yes")).startswith("V1: yes from the police.")


async def test_a_vote_in_a_meeting_that_nobody_closes_ends_aloud_and_its_item_goes_on(evening: Town) -> None:
    await told(evening, CHAIR, "!vote open A8 Lamporna lagas")
    await told(evening, BOE, "!vote yes")

    await evening.becomes(clock(14, day=10))

    heard = await evening.hears_all()
    [said] = [body for room, act, body in heard if (room, act) == (COUNCIL, "post") and NEVER_CLOSED in body]
    assert "- A8 Belysning och sikt i Parkstråket, as Q1\n" in said
    assert (COUNCIL, "poll-end", NEVER_CLOSED) in heard
    assert (await ballot(evening)).annulled_at is not None
    async with evening.database.work("lindvassa") as work:
        put_off = (await work.records.of("2026-04")).of(Act.POSTPONED)
        assert [each.item for each in put_off].count("A8") >= 1
    assert await told(evening, FTG, "!vote V1 yes") == "No meeting is running. Open it: !meeting start"


async def test_a_secret_vote_that_nobody_closes_and_one_between_meetings_are_told_apart(evening: Town) -> None:
    await told(evening, SECRETARY, "!decision propose 2026-04-20 Rådet lämnar yttrande")
    await told(evening, CHAIR, "!vote open A8 secret Lamporna lagas")
    assert (await ballot(evening, 2)).is_secret

    await evening.becomes(clock(14, day=10))

    heard = await evening.hears_all()
    assert any(body.startswith(NEVER_CLOSED.replace("V1", "V2")) for _room, act, body in heard if act == "post")
    assert not [act for _room, act, _body in heard if act == "poll-end"]
    assert (await ballot(evening, 1)).annulled_at is None

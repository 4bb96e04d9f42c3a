"""A meeting goes from item to item; what is noted can be changed and undone; what is left goes to the next one."""

from datetime import datetime, timedelta

import pytest

from tests.commands.evening import answers, called, clock, gather
from tests.town import ANNA, BOE, CHAIR, CIV, COUNCIL, FTG, NOON, POL, SECRETARIAT, SECRETARY, SKOL, Town


@pytest.fixture
async def evening(town: Town) -> Town:
    """The town as the April meeting is about to begin."""
    return await gather(town)


async def go(town: Town, *lines: str) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    for line in lines:
        town.clock.time += timedelta(minutes=1)
        heard = await answers(town, CHAIR, line)
    return heard


async def test_the_meeting_opens_with_its_first_item(evening: Town) -> None:
    assert await answers(evening, CHAIR, "!meeting start") == [
        (
            COUNCIL,
            (
                "The meeting is open from 18:00.\n"
                "A1 at 18:00: Opening, roll call, quorum (information, 5 min). From the chair."
            ),
        )
    ]
    assert (await answers(evening, CHAIR, "!meeting start"))[0][1].startswith("The meeting is running already, at A1.")


async def test_next_leads_on_and_shows_others_where_the_meeting_is(evening: Town) -> None:
    await go(evening, "!meeting start")

    assert (await go(evening, "!next"))[0][1].startswith("A2 at 18:02: ")
    assert (await answers(evening, SKOL, "!next"))[0][1].endswith(
        "\nNow: A2 Approval of the agenda, choice of adjuster"
    )
    assert (await answers(evening, SKOL, "!next", room="open"))[0][1].startswith("The meeting is going on: ")
    assert "Now:" not in (await answers(evening, SKOL, "!next", room="open"))[0][1]


async def test_an_edited_next_does_not_lead_on(evening: Town) -> None:
    await go(evening, "!meeting start")
    event = await evening.says(CHAIR, "!next")
    await evening.hears()

    await evening.says(CHAIR, "!next please", edits=event)
    await evening.says(CHAIR, "!nästa", edits=event)

    assert "Now: A2" in (await evening.hears())[-1][1]


async def test_an_item_can_be_taken_up_out_of_turn_and_the_rest_follows(evening: Town) -> None:
    await go(evening, "!meeting start")

    assert (await go(evening, "!goto A9"))[0][1].startswith("A9 at ")
    assert (await go(evening, "!next"))[0][1].startswith("A10 at ")
    assert (await go(evening, "!goto A10"))[0][1] == "A10 is open already."
    assert (await go(evening, "!goto A77"))[0][1].startswith("There is no item A77")


async def test_a_meeting_is_not_closed_over_a_vote_that_is_going_on(evening: Town) -> None:
    await called(evening)
    await go(evening, "!meeting start", "!goto A8", "!vote open A8 Belysningen lagas varaktigt")
    await evening.says(POL, "!vote yes")
    await evening.hears()

    assert await go(evening, "!meeting end") == [(COUNCIL, "Vote V1 on A8 is still open. Close it first: !vote close")]
    assert (await go(evening, "!vote close"))[0][1].startswith("V1: carried. Yes 1, no 0, abstain 0.")
    assert "Decisions: 1." in (await go(evening, "!meeting end"))[0][1]


async def test_a_vote_that_nobody_voted_in_ends_with_the_meeting(evening: Town) -> None:
    await called(evening)
    await go(evening, "!meeting start", "!goto A8", "!vote open A8 Belysningen lagas varaktigt")

    assert (await go(evening, "!meeting end"))[0][1].startswith("The meeting is closed")
    async with evening.database.work("lindvassa") as work:
        assert await work.ballots.open() == []


async def test_a_skipped_item_goes_to_the_next_meeting_and_its_raiser_is_told(evening: Town) -> None:
    await go(evening, "!meeting start", "!goto A8")

    assert (await go(evening, "!skip"))[0][1].startswith("A8 is left for the next meeting: Belysning")
    await go(evening, "!next", "!next", "!next", "!next")
    heard = await go(evening, "!meeting end")

    assert heard[0][1].startswith(
        "The meeting is closed at 18:08. Decisions: 0. Actions: 0.\nFor the meeting on Thursday"
    )
    assert "A8 Belysning och sikt i Parkstråket, as Q1" in heard[0][1]
    assert heard[1:] == [
        (
            BOE,
            (
                "Your item A8 (Belysning och sikt i Parkstråket) was not reached on 9 April. "
                "It stands as Q1 for the meeting on Thursday 21 May at 18:00."
            ),
        )
    ]
    assert (await answers(evening, SKOL, "!next"))[0][1].startswith("Next meeting: Thursday 21 May")


async def test_items_never_reached_are_carried_over(evening: Town) -> None:
    await go(evening, "!meeting start", "!goto A8", "!next")

    carried = (await go(evening, "!meeting end"))[0][1]

    assert [each in carried for each in ("A8 ", "A9 ", "A10 ", "A11 ", "A12 ", "A13 ")] == [
        False, False, True, True, True, False,
    ]  # fmt: skip


async def test_where_nobody_led_only_what_asked_for_a_decision_is_carried_over(evening: Town) -> None:
    await called(evening)
    await answers(evening, SECRETARY, "!decision add A8 6-0-0 Lamporna lagas")

    carried = (await go(evening, "!meeting end"))[0][1]

    assert [each in carried for each in ("A8 ", "A9 ", "A10 ", "A11 ", "A12 ")] == [False, True, True, False, True]


async def test_a_note_is_changed_by_editing_and_struck_by_deleting_with_its_history(evening: Town) -> None:
    await go(evening, "!meeting start", "!goto A8")
    event = await evening.says(SECRETARY, "!note Två lampor är trasiga.")
    assert (await evening.hears())[0][1] == "Noted under A8."

    await evening.says(SECRETARY, "!note Tre lampor är trasiga.", edits=event)
    await evening.deletes(SECRETARY, event)

    assert [body for _room, body in await evening.hears()] == ["The note is changed.", "The note is struck."]
    async with evening.database.work("lindvassa") as work:
        notes = [each for each in (await work.records.of("2026-04")).entries if each.words]
    assert [(each.words, each.item, each.struck_at is None) for each in notes] == [
        ("Två lampor är trasiga.", "A8", False),
        ("Tre lampor är trasiga.", "A8", False),
    ]


async def test_undo_takes_back_the_last_thing_whoever_wrote_it(evening: Town) -> None:
    await go(evening, "!meeting start", "!goto A8")
    await evening.says(CIV, "!note En anteckning.")
    await evening.hears()

    assert (await answers(evening, SKOL, "!undo"))[0][1] == "There is nothing to take back."
    assert (await go(evening, "!undo"))[0][1] == "The note by the associations is struck."
    assert (await go(evening, "!undo"))[0][1] == "The opening of A8 is struck."
    assert (await go(evening, "!undo"))[0][1] == "The opening of A1 is struck."
    assert (await go(evening, "!undo"))[0][1].startswith("The opening of the meeting")


async def test_undo_takes_back_actions_promises_and_decisions(evening: Town) -> None:
    await called(evening)
    await answers(evening, SECRETARY, "!decision add A8 6-0-0 Lamporna lagas")
    await answers(evening, SECRETARY, "!action add SDF 2026-04-24 siktröjning")
    await answers(evening, SECRETARY, "!promise add SDF 2026-04-24 klippt")

    assert (await go(evening, "!undo"))[0][1] == "Promise L1 is removed."
    assert (await go(evening, "!undo"))[0][1] == "Action X1 is removed."
    assert (await go(evening, "!undo"))[0][1] == "Decision D1 is undone."
    assert "D1" not in (await answers(evening, SECRETARY, "!decision list"))[0][1]
    assert (await answers(evening, SECRETARY, "!action accept X1"))[0][1].startswith("There is no action X1")
    assert (await answers(evening, SECRETARY, "!promise kept L1"))[0][1].startswith("There is no promise L1")
    assert (await answers(evening, SECRETARY, "!action list"))[0][1] == "All actions are done."


async def test_the_meeting_goes_on_after_midnight_and_after_its_planned_end(evening: Town) -> None:
    await called(evening)
    await go(evening, "!meeting start", "!goto A8")
    evening.clock.time = clock(25, 5)

    assert (await answers(evening, SECRETARY, "!note Sent.")) == [(COUNCIL, "Noted under A8.")]
    assert (await go(evening, "!next"))[0][1].startswith("A9 at 01:06: ")
    assert (await answers(evening, SECRETARY, "!decision add A9 6-0-0 Kontroller"))[0][1].startswith("D1 (A9)")
    assert (await go(evening, "!meeting end"))[0][1].startswith("The meeting is closed at 01:07. Decisions: 1.")


@pytest.mark.parametrize("line", ["!goto A8", "!skip", "!note Hej", "!undo", "!meeting end"])
async def test_without_a_meeting_there_is_nothing_to_lead(evening: Town, line: str) -> None:
    evening.clock.time = NOON

    assert (await answers(evening, SECRETARY, line))[0][1].startswith("No meeting is running.")


@pytest.mark.parametrize("line", ["!meeting start", "!goto A8", "!skip", "!meeting end"])
async def test_only_the_chair_and_the_secretary_lead(evening: Town, line: str) -> None:
    assert (await answers(evening, FTG, line))[0][1].startswith("Only ")


async def test_no_meeting_is_opened_days_before(evening: Town) -> None:
    evening.clock.time = NOON

    assert (await answers(evening, CHAIR, "!meeting start"))[0][1] == "No meeting begins within an hour."


async def test_an_item_that_takes_too_long_is_said_once_and_quietly(evening: Town) -> None:
    await answers(evening, CHAIR, "!meeting start")
    said = [await in_council_by(evening, clock(18, minute)) for minute in (5, 20)]
    await answers(evening, CHAIR, "!goto A8")
    said += [await in_council_by(evening, clock(18, minute)) for minute in (30, 32)]

    assert said == [
        [],
        ["A1 has now taken 6 minutes. Planned: 5."],
        [],
        ["A8 has now taken 11 minutes. Planned: 10."],
    ]


async def in_council_by(town: Town, moment: datetime) -> list[str]:
    await town.becomes(moment)
    return [body for room, body in await town.hears() if room == COUNCIL]


async def test_what_residents_ask_is_shown_when_their_item_is_taken_up_and_the_answer_goes_back(evening: Town) -> None:
    evening.clock.time = NOON
    await evening.opens_chat(ANNA)
    await evening.says(ANNA, "!agenda add Varför syns ingen polis efter klockan 20?", room=ANNA)
    await evening.says(SECRETARY, "!case edit-summary 31 Polisens närvaro på kvällarna", room=SECRETARIAT)
    await evening.says(SECRETARY, "!case assign 31 POL", room=SECRETARIAT)
    receipt = next(body for room, body in await evening.hears() if room == ANNA and "TR-2026-0031" in body)
    assert "It is taken up at the council's meeting on Thursday 9 April at 18:00" in receipt

    evening.clock.time = clock(18)
    await go(evening, "!meeting start")
    [(room, opened)] = await go(evening, "!goto A7")
    assert room == COUNCIL
    assert opened.splitlines()[1:] == [
        "A resident asks under this item:",
        "- TR-2026-0031. Responsible: the police.",
        "> Polisens närvaro på kvällarna",
        "The answer goes back to whoever asked: !case answer 0031 and the text.",
    ]
    assert "klockan 20" not in opened

    await evening.says(POL, "!case answer 31 Vi går fler pass från maj.")
    assert "Vi går fler pass från maj." in dict(await evening.hears())[ANNA]


async def test_a_question_that_the_secretary_has_not_read_is_not_shown_to_the_council(evening: Town) -> None:
    evening.clock.time = NOON
    await evening.opens_chat(ANNA)
    await evening.says(ANNA, "!question Varför syns ingen polis?")
    await evening.hears()

    evening.clock.time = clock(18)
    await go(evening, "!meeting start")
    [(_room, opened)] = await go(evening, "!goto A7")

    assert len(opened.splitlines()) == 1


async def test_what_a_meeting_that_nobody_opened_was_asked_to_decide_waits_for_the_one_that_is_called_next(
    evening: Town,
) -> None:
    await evening.becomes(clock(12, day=30) + timedelta(days=3))

    (told,) = [said for room, said in await evening.hears() if room == COUNCIL and "never opened" in said]
    assert told.startswith(
        "The meeting of Thursday 9 April 2026 was never opened here. What asked it for a decision, and got none, waits "
        "for the next one."
    )
    assert [each in told for each in ("A8 ", "A9 ", "A10 ", "A11 ", "A12 ")] == [True, True, True, False, True]
    async with evening.database.work("lindvassa") as work:
        assert [item.carried for item in (await work.agenda.of("2026-05")).queue] == [
            "2026-04 A8", "2026-04 A9", "2026-04 A10", "2026-04 A12",
        ]  # fmt: skip

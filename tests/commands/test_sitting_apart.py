"""Meetings without a successor, notes outside an item and after their time, decisions without a count."""

from datetime import timedelta

import pytest

from commands.posts.actions import MOST_FOUND
from tests.commands.evening import APRIL, MAY, answers, called, clock, gather
from tests.town import BOE, CHAIR, COUNCIL, NOON, POL, REGISTRAR, SECRETARY, Town


@pytest.fixture
async def last(town: Town) -> Town:
    """The April meeting at 18:00, the roll called; no meeting is planned after it."""
    await called(await gather(town))
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(MAY.cancel(NOON))
    return town


async def told(town: Town, sender: str, line: str, **how: str) -> str:
    """Return what is said first to a line."""
    return (await answers(town, sender, line, **how))[0][1]


async def test_what_is_left_with_no_meeting_to_go_to_is_named(last: Town) -> None:
    await told(last, CHAIR, "!meeting start")
    assert await told(last, CHAIR, "!agenda queue") == "Nothing is waiting in the queue."

    ended = await answers(last, CHAIR, "!meeting end")

    assert ended == [
        (
            COUNCIL,
            (
                "The meeting is closed at 18:00. Decisions: 0. Actions: 0.\n"
                "Not reached, and no meeting is planned: A8, A9, A10 and A12."
            ),
        )
    ]


async def test_what_the_chair_raised_goes_on_without_a_letter_to_anybody(town: Town) -> None:
    for meeting in (APRIL, MAY):
        async with town.database.work("lindvassa") as work:
            await work.meetings.save(meeting)
    await told(town, SECRETARY, "!decision propose 2026-03-25 Rådet lämnar yttrande")
    await town.becomes(NOON + timedelta(days=2))
    town.clock.time = clock(18)
    await called(town)
    await told(town, CHAIR, "!meeting start")

    ended = await answers(town, CHAIR, "!meeting end")

    assert [room for room, _body in ended] == [COUNCIL]
    assert ended[0][1].endswith("For the meeting on Thursday 21 May at 18:00:\n- A8 Rådet lämnar yttrande, as Q1")


async def test_a_note_before_the_first_item_stands_for_itself(last: Town) -> None:
    assert await told(last, SECRETARY, "!note Vi väntar på fler") == "Noted."
    async with last.database.work("lindvassa") as work:
        [note] = [each for each in (await work.records.of("2026-04")).standing if each.words]
    assert (note.words, note.item) == ("Vi väntar på fler", "")


async def test_a_note_that_was_undone_is_changed_no_more_by_its_message(last: Town) -> None:
    event = await last.says(POL, "!note Polisen frågar")
    await last.hears()
    await told(last, POL, "!undo")
    gone = "The note can no longer be changed. Correct the minutes: !minutes correct"

    assert await told(last, POL, "!note Polisen undrar", edits=event) == gone
    await last.deletes(POL, event, room=COUNCIL)

    assert await last.hears() == [(COUNCIL, gone)]
    async with last.database.work("lindvassa") as work:
        assert not [each for each in (await work.records.of("2026-04")).standing if each.words]


@pytest.mark.parametrize("line", ["!attend call XYZ POL", "!adjuster XYZ", "!recuse XYZ"])
async def test_an_organisation_that_there_is_not_is_answered_with_those_there_are(last: Town, line: str) -> None:
    await told(last, CHAIR, "!meeting start")

    assert (await told(last, CHAIR, line)).startswith(
        "There is no organisation with the code XYZ. The codes are: SDF, POL, FAST,"
    )


async def test_a_decision_without_a_count_is_listed_without_one_also_after_the_meeting(last: Town) -> None:
    await told(last, CHAIR, "!meeting start")
    await told(last, CHAIR, "!goto A8")
    assert await told(last, CHAIR, "!decision add A8 Lamporna lagas") == "D1 (A8): Lamporna lagas."
    await told(last, CHAIR, "!meeting end")

    assert await told(last, CHAIR, "!decision add A8 Lamporna byts ut") == "D2 (A8): Lamporna byts ut."
    assert await told(last, CHAIR, "!decision add A9 Extra kontroller") == "D3 (A9): Extra kontroller."
    assert (await told(last, BOE, "!decision list")).splitlines()[1:] == [
        "- D1 (A8): Lamporna lagas.",
        "- D2 (A8): Lamporna byts ut.",
        "- D3 (A9): Extra kontroller.",
    ]


async def test_of_many_decisions_the_newest_are_shown_and_the_others_counted(last: Town) -> None:
    for number in range(10, 10 + MOST_FOUND + 3):
        await told(last, CHAIR, f"!decision add A9 Extra kontroll nummer {number}")

    found = (await told(last, BOE, "!decision list kontroll")).splitlines()

    assert found[1].endswith(f": Extra kontroll nummer {10 + MOST_FOUND + 2}.")
    assert sum(line.startswith("- ") for line in found) == MOST_FOUND
    assert found[-1] == "And 3 more. Write more words to find the right one."


async def test_minutes_are_shown_once_they_are_written_and_corrected_under_their_items_only(last: Town) -> None:
    unwritten = "The minutes of Thursday 9 April are not written yet. Draft them: !minutes draft"
    assert await told(last, CHAIR, "!minutes") == unwritten
    await told(last, CHAIR, "!meeting start")
    await told(last, CHAIR, "!meeting end")
    await told(last, CHAIR, "!minutes draft")

    assert (await told(last, CHAIR, "!minutes")).startswith("Minutes: Lindvassa Safety Council, Thursday 9 April 2026")
    await last.says(CHAIR, "!minutes pdf")
    assert await last.hears_all() == [(COUNCIL, "file", "lindvassa-2026-04-minutes.pdf")]
    assert (await told(last, BOE, "!minutes correct A99 Fel ord")).startswith("There is no item A99 on the agenda.")
    assert (await told(last, BOE, "!minutes correct A8 Fel ord")).startswith("Correction R1 is asked for")


async def test_everything_of_a_period_holds_its_minutes_and_no_others(last: Town) -> None:
    await told(last, CHAIR, "!meeting start")
    await told(last, CHAIR, "!meeting end")
    await told(last, CHAIR, "!minutes draft")

    async def taken_out(until: str) -> str:
        await last.says(REGISTRAR, f"!export all 2026-03-01 {until}", room=REGISTRAR)
        return (await last.hears())[0][1]

    assert "the minutes of one meeting" in await taken_out("2026-05-01")
    assert "8 tables and no minutes." in await taken_out("2026-03-31")


async def test_the_secretary_prepares_that_the_next_meeting_is_called_off(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(MAY)

    prepared = await told(town, SECRETARY, "!meeting cancel")

    assert prepared.startswith(
        "Proposal: the meeting on Thursday 21 May 2026 at 18:00 is called off.\nThe chair decides."
    )
    async with town.database.work("lindvassa") as work:
        assert (await work.meetings.get("2026-05")).is_ahead


async def test_a_meeting_that_is_called_off_with_none_after_it_has_nothing_instead(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(MAY)

    heard = await answers(town, CHAIR, "!meeting cancel 2026-05")

    assert {body for _room, body in heard} == {"The meeting on Thursday 21 May 2026 at 18:00 is called off."}
    assert await told(town, CHAIR, "!meeting show 2026-05") == (
        "Meeting 2026-05, Thursday 21 May 2026 at 18:00, is called off."
    )

"""What is said too late, twice or about something that is gone changes nothing, and whoever asked is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from council.charter import Limits
from tests.commands.evening import APRIL, MAY, answers, called, clock, gather
from tests.papers.test_picture import photo
from tests.town import ANNA, BOE, CHAIR, COUNCIL, NOON, OPEN, POL, SDF, SECRETARY, SKOL, Town

HEDGE, LAMP = "Häcken skymmer sikten", "Lampan vid torget är trasig"


async def told(town: Town, sender: str, line: str, **how: str) -> str:
    """Return what is said first to a line."""
    return (await answers(town, sender, line, **how))[0][1]


async def plan(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)


async def test_the_message_of_an_item_changes_nothing_once_its_meeting_is_over(town: Town) -> None:
    await plan(town)
    event = await town.says(BOE, "!agenda add Cyklar")
    await town.hears()
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL.hold(APRIL.starts_at))
    town.clock.time = clock(9, day=10)

    assert (await told(town, BOE, "!agenda add Cyklar och mopeder", edits=event)).startswith(
        "The item from that message"
    )
    async with town.database.work("lindvassa") as work:
        assert "Cyklar" in [item.title for item in (await work.agenda.of("2026-04")).running]


async def test_an_answer_that_a_later_one_has_replaced_is_not_taken_back(town: Town) -> None:
    await plan(town)
    event = await town.says(POL, "!attend no")
    await town.says(POL, "!attend yes")
    await town.hears()

    await town.deletes(POL, event, room=COUNCIL)

    assert await town.hears() == []
    async with town.database.work("lindvassa") as work:
        [answer] = await work.records.intentions("2026-04")
    assert answer.is_coming


async def test_an_organisation_that_is_named_twice_is_there_once(town: Town) -> None:
    await gather(town)

    assert (await told(town, SECRETARY, "!attend call POL, SKOL, POL")).startswith("Roll call: 2 of 9")
    async with town.database.work("lindvassa") as work:
        arrived = [each.organisation for each in (await work.records.of("2026-04")).standing if each.organisation]
    assert sorted(arrived) == ["POL", "SKOL"]


async def test_what_was_withdrawn_by_command_is_not_withdrawn_once_more_with_its_message(town: Town) -> None:
    event = await town.says(POL, "!share open Vecka 12: allt lugnt")
    await told(town, POL, "!share withdraw I1")
    await town.says(POL, "!share council Vecka 13: allt lugnt")
    await town.hears()
    town.clock.time += timedelta(minutes=1)

    await town.deletes(POL, event, room=COUNCIL)

    assert await town.hears() == []
    listed = await told(town, POL, "!share list")
    assert "Vecka 12" not in listed
    assert "Vecka 13" in listed


async def test_words_that_come_to_point_to_somebody_are_held_and_the_post_stays_as_it_was(town: Town) -> None:
    event = await town.says(POL, "!share council Vecka 12: allt lugnt")
    await town.hears()

    town.clock.time += timedelta(minutes=1)

    await town.says(POL, "!share council Tre ungdomar på Storgatan 12", edits=event)

    assert [room for room, _body in await town.hears()] == [COUNCIL, POL]
    assert "Vecka 12: allt lugnt" in await told(town, POL, "!share list")


async def test_support_of_the_second_item_is_taken_back_and_that_of_the_first_stays(town: Town) -> None:
    await plan(town)
    for title in ("Mopeder", "Cyklar"):
        await town.says(POL, f"!agenda add {title}")
    await town.says(BOE, "!agenda support A8")
    event = await town.says(BOE, "!agenda support A9")
    await town.says(BOE, "!agenda withdraw A9")
    await town.hears()

    await town.deletes(BOE, event, room=COUNCIL)

    assert (await town.hears())[0][1] == "Your support for item A9 is taken back: Cyklar."
    async with town.database.work("lindvassa") as work:
        agenda = await work.agenda.of("2026-04")
    assert [item.title for item in agenda.running if item.support] == ["Mopeder"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!meeting cancel", "No meeting is planned."),
        ("!meeting show 9 april kväll", "Write the meeting's number, its day or its month."),
        ("!meeting show 10 april", "There is no meeting on Friday 10 April 2026."),
        ("!meeting show april", "No meeting is planned."),
    ],
)
async def test_a_meeting_that_there_is_not_is_not_called_off_or_shown(town: Town, line: str, answer: str) -> None:
    assert (await told(town, CHAIR, line)).startswith(answer)


async def test_of_two_votes_between_meetings_one_must_be_named(town: Town) -> None:
    for what in ("Yttrande", "Nytt lås"):
        await town.says(SECRETARY, f"!decision propose 2026-04-20 {what}")
    await town.hears()

    assert await told(town, POL, "!vote yes") == "Which vote? Write its number first: V1 and V2."
    assert (await told(town, POL, "!vote V2 yes")).startswith("V2: yes from the police.")
    async with town.database.work("lindvassa") as work:
        assert [len((await work.ballots.get(number)).votes) for number in (1, 2)] == [0, 1]


async def test_of_two_cases_that_are_done_one_must_be_named(town: Town) -> None:
    await town.opens_chat(ANNA)
    for number, what in ((31, HEDGE), (32, LAMP)):
        await town.says(ANNA, f"!concern {what}")
        for who, step in ((SECRETARY, "assign {} SDF"), (SDF, "answer {} Vi fixar det"), (SDF, "resolve {}")):
            await town.says(who, f"!case {step.format(number)}")
    await town.hears()

    assert await told(town, ANNA, "!yes") == (
        "You have several cases: TR-2026-0031 and TR-2026-0032. Please write the number too."
    )
    assert await told(town, ANNA, "!yes 32") == "Thank you. TR-2026-0032 is closed."


async def test_a_number_under_another_post_is_no_class(town: Town) -> None:
    await town.says(POL, "!share open Vecka 12: allt lugnt")
    await town.hears()
    event = await town.event_of("share:1", OPEN)

    await town.says(POL, "1️⃣", room=OPEN, reacts_to=event)
    await town.says(POL, "1️⃣", room=COUNCIL, reacts_to="$strange")

    assert await town.hears() == []


async def test_files_of_the_council_and_pictures_in_a_great_hurry_are_not_taken_in(town: Town) -> None:
    town.charter = replace(town.charter, limits=Limits(messages_a_minute=2))
    await town.opens_chat(SKOL)
    await town.opens_chat(ANNA)
    await town.hears()
    await town.shows(SKOL, photo(), room=SKOL)
    office = await town.hears()
    for _ in range(3):
        await town.shows(ANNA, photo(), room=ANNA)
    hurried = await town.hears()

    assert office == [(SKOL, "From the council's members I take in no files. To share something: !share and the text.")]
    assert [room for room, body in hurried if body.startswith("You write faster")] == [ANNA]
    assert sum(body.startswith("Somebody writes more than 2") for _room, body in hurried) == 1


async def test_a_place_that_comes_after_the_case_is_taken_back_is_no_answer(town: Town) -> None:
    town.charter = replace(town.charter, areas=("Centrum", "Parkstråket"))
    await town.opens_chat(ANNA)
    await town.says(ANNA, f"!concern {HEDGE}")
    await town.says(ANNA, "!withdraw")
    await town.hears()

    await town.says(ANNA, "2")

    await town.hears()
    async with town.database.work("lindvassa") as work:
        assert (await work.cases.get(31)).area is None


async def test_whatever_a_meeting_that_is_called_off_was_to_take_up_for_residents_is_taken_up_at_the_next(
    town: Town,
) -> None:
    await plan(town)
    await town.opens_chat(ANNA)
    await town.says(ANNA, "!question Varför syns ingen polis?")
    for line in (HEDGE, LAMP):
        await town.says(ANNA, f"!concern {line}")
    await town.says(SECRETARY, "!case agenda 32 A3")
    await town.says(SECRETARY, "!case agenda 33 Lampor")
    await town.hears()

    await town.says(CHAIR, "!meeting cancel 2026-04")

    assert sum("Thursday 21 May" in body for room, body in await town.hears() if room == ANNA) == 3
    async with town.database.work("lindvassa") as work:
        cases = [await work.cases.get(number) for number in (31, 32, 33)]
        named = {item.slot: item.id for item in (await work.agenda.of("2026-05")).running}
    assert [(each.meeting, named[each.item or 0]) for each in cases] == [
        ("2026-05", "A7"),
        ("2026-05", "A3"),
        ("2026-05", "Q1"),
    ]


async def test_a_running_meeting_is_not_counted_as_the_next(town: Town) -> None:
    await called(await gather(town))
    town.clock.time = clock(18, 30)

    assert (await told(town, CHAIR, "!meeting cancel")).startswith("Which meeting? The next one is on Thursday 21 May")
    assert town.clock.now() > NOON


async def test_support_goes_with_its_item_to_the_next_meeting_and_is_taken_back_there(town: Town) -> None:
    await plan(town)
    await town.says(POL, "!agenda add Mopeder")
    event = await town.says(BOE, "!agenda support A8")
    await town.says(CHAIR, "!agenda move A8 next")
    await town.hears()

    await town.deletes(BOE, event, room=COUNCIL)

    assert (await town.hears())[0][1] == "Your support for item Q1 is taken back: Mopeder."
    async with town.database.work("lindvassa") as work:
        [item] = [each for each in (await work.agenda.of("2026-05")).running if each.title == "Mopeder"]
    assert item.support == ()


async def test_a_case_is_closed_without_a_word_more_than_its_answer(town: Town) -> None:
    await town.opens_chat(ANNA)
    await town.says(ANNA, f"!concern {HEDGE}")
    for who, step in ((SECRETARY, "assign 31 SDF"), (SDF, "answer 31 Den klipps på onsdag")):
        await town.says(who, f"!case {step}")
    await town.hears()

    await town.says(SECRETARY, "!case close 31")

    [closed] = [body for room, body in await town.hears() if room == ANNA]
    assert closed.startswith("TR-2026-0031 is closed.")
    assert ">" not in closed

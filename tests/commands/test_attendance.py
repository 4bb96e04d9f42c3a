"""Organisations answer beforehand, the roll is called, people come and go, and the quorum follows."""

from dataclasses import replace

import pytest

from tests.commands.evening import APRIL, PRESENT, answers, called, clock, gather
from tests.town import ANNA, BOE, CHAIR, CIV, COUNCIL, FALT, FAST, NOON, POL, SDF, SECRETARY, SKOL, TRAF, Town

QUORATE = "Roll call: 6 of 9 voting organisations. The council is quorate."


@pytest.fixture
async def evening(town: Town) -> Town:
    """The town as the April meeting is about to begin."""
    return await gather(town)


async def test_an_organisation_says_that_it_comes(evening: Town) -> None:
    evening.clock.time = NOON

    heard = await answers(evening, POL, "!attend yes")

    assert heard == [
        (
            COUNCIL,
            (
                "The police will come. The meeting is on Thursday 9 April at 18:00.\n"
                "Expected: 1 of 9 voting organisations (at least 5 to decide)."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("!attend no", "The police cannot come."),
        ("!attend late 18:25", "The police will come at 18:25."),
        ("!attend until 19.20", "The police will come and leave at 19:20."),
        ("!attend deputy", "The police will send a deputy."),
        ("!närvaro förhinder", "The police cannot come."),
        ("!närvaro sen kl. 18.25", "The police will come at 18:25."),
    ],
)
async def test_an_answer_is_read_as_people_write_it(evening: Town, line: str, told: str) -> None:
    evening.clock.time = NOON

    assert (await answers(evening, POL, line))[0][1].startswith(told)


async def test_the_last_answer_counts_and_a_deleted_one_is_gone(evening: Town) -> None:
    evening.clock.time = NOON
    await evening.says(POL, "!attend no")
    event = await evening.says(POL, "!attend yes")
    await evening.hears()
    assert "The police will come" in (await answers(evening, SECRETARY, "!attend list"))[0][1]

    await evening.deletes(POL, event)

    assert (await evening.hears())[0][1] == "The answer is removed."
    listed = (await answers(evening, SECRETARY, "!attend list"))[0][1]
    assert "Have not answered: the district administration, the police," in listed


async def test_a_thumb_on_the_reminder_is_an_answer_and_one_list_under_it_is_edited(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(replace(APRIL, scheduled_at=NOON))
    await town.becomes(clock(9, day=8))
    await town.hears()
    key = "meeting:2026-04:20260409T1600Z:remind-1wd-0900:council"
    reminder = await town.event_of(key, COUNCIL)

    await town.says(POL, "👍", reacts_to=reminder)
    first = await town.hears_all()
    await town.says(FAST, "👎", reacts_to=reminder)
    second = await town.hears_all()

    assert [act for _room, act, _body in first] == ["thread"]
    assert [act for _room, act, _body in second] == ["edit"]
    assert "Expected: 1 of 9" in second[0][2]
    assert "The property owners cannot come" in second[0][2]


async def test_only_members_answer_by_reaction(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(replace(APRIL, scheduled_at=NOON))
    await town.becomes(clock(9, day=8))
    await town.hears()
    reminder = await town.event_of("meeting:2026-04:20260409T1600Z:remind-1wd-0900:council", COUNCIL)

    await town.says(ANNA, "👍", reacts_to=reminder, room=COUNCIL)
    await town.says(SECRETARY, "👍", reacts_to=reminder)

    assert await town.hears() == []


async def test_the_roll_call_counts_who_has_said_that_they_are_there(evening: Town) -> None:
    for each in ("SDF", "POL", "BOST", "FTG", "SKOL", "BOE", "TRAF"):
        await evening.says(f"@{each.lower()}:town", "!attend here")
    await evening.says(FAST, "!attend no")
    await evening.hears()

    heard = await answers(evening, SECRETARY, "!attend call")

    assert heard[0] == (COUNCIL, QUORATE)
    assert "Present, co-opted: the transport department" in heard[1][1]
    assert "Excused: the property owners" in heard[1][1]
    assert "Not present: the youth field workers and the associations" in heard[1][1]


async def test_quorum_is_counted_anew_as_people_come_and_go(evening: Town) -> None:
    assert (await answers(evening, SECRETARY, f"!attend call {PRESENT}"))[0] == (COUNCIL, QUORATE)
    evening.clock.time = clock(18, 26)
    came = await answers(evening, SECRETARY, "!attend CIV here 18:25")
    evening.clock.time = clock(19, 21)
    left = await answers(evening, SECRETARY, "!attend BOE left 19:20")

    assert came == [
        (
            COUNCIL,
            "Here from 18:25: the associations.\n7 of 9 voting organisations are here.\nThe council is quorate.",
        )
    ]
    assert left[0][1].startswith("Left at 19:20: the residents' council.\n6 of 9 voting organisations are here.")


async def test_e9_a_quorum_that_is_lost_is_said_and_counted(evening: Town) -> None:
    await called(evening)
    await answers(evening, SECRETARY, "!attend out POL")
    evening.clock.time = clock(18, 15)

    heard = await answers(evening, SECRETARY, "!attend out BOE")

    assert heard[0][1].endswith(
        "4 of 9 voting organisations are here.\nThe council is not quorate (4 of 9, at least 5)."
    )


async def test_an_edited_arrival_changes_the_record_and_leaves_its_history(evening: Town) -> None:
    await called(evening)
    evening.clock.time = clock(18, 30)
    event = await evening.says(CIV, "!attend here 18:25")
    await evening.hears()

    await evening.says(CIV, "!attend here 18:20", edits=event)

    assert (await evening.hears())[0][1].startswith("Here from 18:20: the associations.")
    async with evening.database.work("lindvassa") as work:
        record = await work.records.of("2026-04")
    own = [each for each in record.entries if each.organisation == "CIV"]
    assert [(each.at, each.struck_at is None) for each in own] == [(clock(18, 25), False), (clock(18, 20), True)]


async def test_a_deleted_departure_is_struck(evening: Town) -> None:
    await called(evening)
    event = await evening.says(BOE, "!attend left")
    await evening.hears()

    await evening.deletes(BOE, event)

    assert "6 of 9 voting organisations are here." in (await evening.hears())[0][1]


@pytest.mark.parametrize(
    ("sender", "line", "answer"),
    [
        (SKOL, "!attend POL no", "You can answer for your own organisation."),
        (SECRETARY, "!attend yes", "Write also which organisation it is about."),
        (SKOL, "!attend sometimes", "I do not understand that."),
        (SKOL, "!attend late", "Write the time of day as well."),
        (SKOL, "!attend here", "Here already: the school."),
        (CIV, "!attend left", "Not here: the associations."),
        (SKOL, "!attend call", "Only "),
        (SKOL, "!adjuster SKOL", "Only "),
        (ANNA, "!attend yes", "Only "),
    ],
)
async def test_what_cannot_be_noted_is_refused(evening: Town, sender: str, line: str, answer: str) -> None:
    await called(evening)

    assert (await answers(evening, sender, line))[0][1].startswith(answer)


async def test_nobody_is_there_days_before(evening: Town) -> None:
    evening.clock.time = NOON

    assert (await answers(evening, SKOL, "!attend here"))[0][1].startswith("The meeting has not begun.")
    assert (await answers(evening, SECRETARY, "!attend call"))[0][1].startswith("The meeting has not begun.")


async def test_whoever_is_there_and_stays_can_adjust(evening: Town) -> None:
    await evening.says(BOE, "!attend until 19:20")
    await called(evening)

    assert (await answers(evening, CHAIR, "!adjuster BOE"))[0][1].startswith("The residents' council cannot verify")
    assert (await answers(evening, CHAIR, "!adjuster CIV"))[0][1].startswith("The associations cannot verify")
    assert (await answers(evening, CHAIR, "!adjuster"))[0][1] == "Proposal: the police. Choose: !adjuster POL"
    assert (await answers(evening, CHAIR, "!justerare skol"))[0][1] == "The minutes will be verified by the school."
    assert "Choose another" in (await answers(evening, SKOL, "!attend left"))[0][1]


async def test_after_midnight_a_time_of_day_is_that_of_yesterday(evening: Town) -> None:
    await called(evening)
    evening.clock.time = clock(24, 10)

    heard = await answers(evening, CIV, "!attend here 23:50")

    assert heard[0][1].startswith("Here from 23:50: the associations.")
    assert (await answers(evening, SDF, "!attend list"))[0][1].startswith("7 of 9")


async def test_co_opted_organisations_do_not_count_for_the_quorum(evening: Town) -> None:
    await called(evening)

    assert "6 of 9 voting organisations" in (await answers(evening, TRAF, "!attend here"))[0][1]


async def test_those_who_have_not_answered_and_only_they_are_asked_again_in_private(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(replace(APRIL, scheduled_at=NOON))
    for each in ("SDF", "POL", "BOST", "FTG", "SKOL", "CIV", "BOE"):
        await town.says(f"@{each.lower()}:town", "!attend yes")
    await town.becomes(clock(8, 59, day=7))
    await town.hears()

    await town.becomes(clock(9, 0, day=7))

    told = (
        "Will you come to the meeting on Thursday 9 April at 18:00? You have not answered yet. "
        "Answer !attend yes, !attend no, !attend late 18:25 or !attend deputy."
    )
    assert await town.hears() == [(FAST, told), (FALT, told)]

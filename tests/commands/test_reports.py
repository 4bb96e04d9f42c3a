"""Organisations report in four plain answers; what is missing is shown as missing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from council.people import Person, Role
from council.plan import ReminderPlan
from tests.town import CHAIR, COUNCIL, POL, SDF, SKOL, Town

ASKED = datetime(2026, 3, 26, 8, 0, tzinfo=UTC)
"""Eight working days before 9 April, 09:00 in Stockholm."""
MISSED = datetime(2026, 4, 2, 7, 0, tzinfo=UTC)
BEGINS = datetime(2026, 4, 9, 16, 0, tzinfo=UTC)
OTHER = "@pol2:town"


@pytest.fixture
async def asked(town: Town) -> Town:
    """A town whose organisations have just been asked."""
    town.charter = replace(town.charter, plan=ReminderPlan())
    await town.becomes(ASKED)
    town.first = dict(await town.hears())  # type: ignore[attr-defined]
    return town


async def writes(town: Town, *lines: str, sender: str = POL) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    for line in lines:
        await town.says(sender, line, room=sender)
        heard = await town.hears()
    return heard


FOUR = ("Färre bilbränder", "Två kontroller", "skip", "4 anmälningar vecka 11")


async def test_every_contact_is_asked_at_the_time_that_the_plan_says(asked: Town) -> None:
    first = asked.first  # type: ignore[attr-defined]

    assert "1 of 4: What have you seen?" in first[POL]
    assert "1 of 4: What have you seen?" in first[SKOL]


async def test_whoever_hears_from_the_bot_for_the_first_time_is_told_who_writes(town: Town) -> None:
    await town.opens_chat(SKOL)
    await town.hears()
    town.charter = replace(town.charter, plan=ReminderPlan())
    await town.becomes(ASKED)

    first = dict(await town.hears())

    assert first[POL].startswith(
        "I am Rådslag, the bot of Lindvassa Safety Council. I write to you because you are a contact of the police."
    )
    assert first[SKOL].startswith("Before the meeting on Thursday 9 April I ask the school")


async def test_a_report_is_shown_as_its_item_begins_and_the_round_shows_who_has_not_reported(asked: Town) -> None:
    await writes(asked, *FOUR, "yes")
    await asked.becomes(BEGINS)
    await asked.hears()
    await asked.says(CHAIR, "!meeting start")
    await asked.hears()

    shown = {item: await heard_at(asked, item) for item in ("A4", "A5", "A6", "A7")}

    assert shown["A4"].endswith(
        "Monthly report from the police:\n1. What we have seen\n> Färre bilbränder\n"
        "2. What we have done\n> Två kontroller\n3. What worries us: no answer\n4. Figures\n> 4 anmälningar vecka 11"
    )
    assert shown["A5"].endswith("- the district: no report")
    assert "Monthly reports: 1 of 12." in shown["A6"]
    assert "- the police: report https://matrix.to/#/!council:town/$bot-" in shown["A6"]
    assert "- the school: no report" in shown["A6"]
    assert "report" not in shown["A7"]


async def heard_at(town: Town, item: str) -> str:
    await town.says(CHAIR, f"!goto {item}")
    return (await town.hears())[0][1]


async def test_one_question_follows_the_other_and_the_whole_is_shown_first(asked: Town) -> None:
    assert (await writes(asked, FOUR[0]))[0][1] == "2 of 4: What have you done?"
    preview = (await writes(asked, *FOUR[1:]))[0][1]

    assert "> Färre bilbränder" in preview
    assert "3. What worries us: no answer" in preview
    assert preview.endswith("Answer yes, or correct it like this: 2: new text")
    async with asked.database.work("lindvassa") as work:
        report = await work.reports.newest_of("POL")
    assert report is not None
    assert report.handed_in_at is None


async def test_a_yes_hands_it_in_to_the_council(asked: Town) -> None:
    heard = dict(await writes(asked, *FOUR, "2: Tre kontroller", "yes"))

    assert heard[COUNCIL].startswith("Monthly report from the police before the meeting on Thursday 9 April")
    assert "> Tre kontroller" in heard[COUNCIL]
    assert heard[POL].startswith("The report is handed in.")


async def test_what_points_to_a_person_is_not_kept_and_is_asked_again(asked: Town) -> None:
    told = (await writes(asked, "Tre ungdomar, 811218-9876, var där"))[0][1]

    assert "811218" not in told
    assert "▇▇▇" in told
    assert told.endswith("1 of 4: What have you seen?")
    assert (await writes(asked, "Enstaka ungdomar var där"))[0][1].startswith("2 of 4")


async def test_only_those_who_are_missing_are_reminded_and_the_digest_says_so(asked: Town) -> None:
    await writes(asked, *FOUR, "yes")

    await asked.becomes(MISSED)

    reminded = {room for room, body in await asked.hears() if body.startswith("I lack your report")}
    assert POL not in reminded
    assert SDF in reminded
    digest = (await writes(asked, "!digest"))[0][1]
    assert "Monthly reports: 1 of 12." in digest
    assert "the police: report https://matrix.to/#/!council:town/$bot-" in digest
    assert "the school: no report" in digest


async def test_of_several_contacts_the_first_to_answer_writes(asked: Town) -> None:
    async with asked.database.work("lindvassa") as work:
        await work.people.save(Person(OTHER, frozenset({Role.CONTACT}), "POL"))
    await writes(asked, FOUR[0])

    assert (await writes(asked, "!report 1 Annat", sender=OTHER))[0][1].startswith("Another contact")
    assert "saw" not in (await writes(asked, "Annat", sender=OTHER))[0][1]
    await writes(asked, *FOUR[1:], "yes")

    corrected = await writes(asked, "!report 1 Rättat", sender=OTHER)
    assert corrected[0][0] == COUNCIL
    assert corrected[0][1].startswith("* Monthly report from the police")


async def test_the_typed_ways_do_the_same(asked: Town) -> None:
    assert (await writes(asked, "!report"))[0][1].endswith("1 of 4: What have you seen?")
    assert (await writes(asked, "!report done"))[0][1].startswith("The report is empty")
    assert (await writes(asked, "!report 7 x"))[0][1] == "The questions have the numbers 1 to 4."
    await writes(asked, *(f"!report {place} Svar" for place in range(1, 5)))

    assert dict(await writes(asked, "!report done"))[COUNCIL].startswith("Monthly report from the police")


async def test_after_the_meeting_nothing_is_asked(asked: Town) -> None:
    asked.clock.time = datetime(2026, 4, 9, 20, 0, tzinfo=UTC)

    assert (await writes(asked, "!report"))[0][1].startswith("I do not wait for a report")


async def test_an_empty_report_is_not_handed_in(asked: Town) -> None:
    await writes(asked, "skip", "skip", "skip", "skip")

    assert (await writes(asked, "yes"))[0][1].startswith("The report is empty")


async def test_a_report_is_corrected_confirmed_and_then_handed_in_for_good(asked: Town) -> None:
    assert (await writes(asked, *FOUR, "no"))[0][1].startswith("It is not handed in. Correct it like this:")
    assert (await writes(asked, "kanske"))[0][1].startswith("Shall I hand it in to the council?")
    async with asked.database.work("lindvassa") as work:
        report = await work.reports.newest_of("POL")
    assert report is not None
    assert report.handed_in_at is None
    await writes(asked, "yes")

    again = (await writes(asked, "!report"))[-1][1]

    assert again.endswith("The report is handed in. Correct it like this: !report 2 new text")

"""Minutes come from the record, are corrected and verified by a second person, and are never changed in silence."""

from dataclasses import replace

import pytest

from council.item import Item
from council.text import Sharing
from tests.commands.evening import answers, called, clock, gather
from tests.town import ANNA, BOE, CHAIR, CIV, COUNCIL, OPEN, POL, SECRETARIAT, SECRETARY, SKOL, Town


@pytest.fixture
async def held(town: Town) -> Town:
    """The town on 15 April: its meeting was held, with a decision, a reservation, an action and a closed item."""
    await gather(town)
    async with town.database.work("lindvassa") as work:
        agenda = await work.agenda.of("2026-04")
        agenda = agenda.with_item(_closed(agenda.find("A11")))
        await work.agenda.save(agenda)
    await called(town)
    for minute, sender, line in (
        (0, CHAIR, "!meeting start"),
        (5, CHAIR, "!adjuster SKOL"),
        (25, CIV, "!attend here"),
        (30, CHAIR, "!goto A8"),
        (31, SECRETARY, "!note Tre lampor är släckta."),
        (32, SECRETARY, "!decision add A8 6-1-0 TRAF lagar tunnelbelysningen"),
        (33, BOE, "!reservation D1 Vi vill se en tidplan."),
        (34, SECRETARY, "!action add SDF+TRAF 2026-04-24 siktröjning (D1)"),
        (35, CHAIR, "!goto A9"),
        (40, CHAIR, "!goto A11"),
        (41, SECRETARY, "!note Butikernas kameror."),
        (42, BOE, "!attend left"),
        (45, CHAIR, "!goto A12"),
        (46, SECRETARY, "!vote open A12 Extra vuxna ute"),
        (47, POL, "!vote yes"),
        (48, SKOL, "!vote no"),
        (49, SECRETARY, "!vote close"),
        (50, CHAIR, "!vote casting yes"),
        (55, CHAIR, "!meeting end"),
    ):
        town.clock.time = clock(18, minute)
        await town.says(sender, line)
    town.clock.time = clock(10, day=15)
    await town.hears()
    return town


def _closed(item: Item) -> Item:
    return replace(item, sharing=Sharing.COUNCIL)


async def test_the_draft_holds_what_the_record_holds(held: Town) -> None:
    heard = await answers(held, SECRETARY, "!minutes draft")

    assert heard[1] == (COUNCIL, "Corrections by Thursday 23 April: !minutes correct. Verify: !minutes adjust")
    lines = heard[0][1].splitlines()
    for line in (
        "Minutes: Lindvassa Safety Council, Thursday 9 April 2026, 18:00-18:55",
        "Draft, version 1, 15 April at 10:00. Not verified.",
        "- The police: the whole meeting",
        "- The associations: 18:25-18:55",
        "- The residents' council: 18:00-18:42",
        "- The property owners: absent",
        "Roll call: 6 of 9 voting organisations. A quorum is 5.",
        "Tre lampor är släckta.",
        "Decision D1: TRAF lagar tunnelbelysningen.",
        "Votes: yes 6, no 1, abstain 0.",
        "Reservation against D1 by the residents' council:",
        "> Vi vill se en tidplan.",
        (
            "- Action X1: siktröjning. Responsible: the district administration and the transport department, "
            "due Friday 24 April."
        ),
        "Butikernas kameror.",
        "Decision D2: Extra vuxna ute.",
        "Votes: yes 1, no 1, abstain 0. The chair's casting vote: yes.",
        "- Yes: the police",
        "- No: the school",
        "Put off to the next meeting.",
        "To verify the minutes: the school.",
    ):
        assert line in lines, line


async def test_a_closed_item_is_nowhere_in_the_public_minutes(held: Town) -> None:
    await answers(held, SECRETARY, "!minutes draft")
    assert (await answers(held, ANNA, "!minutes"))[0][1].startswith("The minutes of Thursday 9 April are not verified")
    await answers(held, SKOL, "!minutes adjust")

    public = (await answers(held, ANNA, "!minutes", room=OPEN))[0][1]

    assert "A11 Closed item" in public
    assert "Snatterier" not in public
    assert "kameror" not in public
    assert "Decision D1: TRAF lagar tunnelbelysningen." in public
    assert "Verified by the school on Wednesday 15 April 2026. Version 1." in public
    assert "kameror" in (await answers(held, POL, "!minutes 2026-04"))[0][1]


async def test_a_correction_is_asked_for_and_made_in_a_new_version(held: Town) -> None:
    await answers(held, SECRETARY, "!minutes draft")

    asked = await answers(held, CIV, "!minutes correct A8 Fyra lampor är släckta.")
    assert asked[0][1].startswith("Correction R1 is asked for by the associations:\n> Fyra lampor är släckta.")
    assert (await answers(held, SKOL, "!minutes adjust"))[0][1] == "Corrections asked for wait for an answer: R1."
    made = await answers(held, SECRETARY, "!minutes accept R1")

    assert made[0][1] == "Correction R1 is made. The minutes are now version 2: !minutes"
    assert "Correction R1: Fyra lampor är släckta." in (await answers(held, POL, "!minutes"))[0][1]
    async with held.database.work("lindvassa") as work:
        first, second = await work.minutes.versions("2026-04")
    assert first.council != second.council
    assert (await answers(held, SECRETARY, "!minutes accept R1"))[0][1] == "No correction R1 waits for an answer."


async def test_a_declined_correction_stays_in_the_record_only(held: Town) -> None:
    await answers(held, SECRETARY, "!minutes draft")
    await answers(held, CIV, "!minutes correct Mötet var långt.")

    assert (await answers(held, SECRETARY, "!minutes decline R1"))[0][1] == "Correction R1 is not made."

    assert "långt" not in (await answers(held, POL, "!minutes"))[0][1]
    assert "correction R1 asked for: Mötet var långt." in (await answers(held, POL, "!record"))[0][1]


async def test_the_minutes_are_verified_by_a_second_person_of_the_chosen_organisation(held: Town) -> None:
    assert (await answers(held, SKOL, "!minutes adjust"))[0][1].endswith(
        "are not written yet. Draft them: !minutes draft"
    )
    await answers(held, CHAIR, "!minutes draft")

    assert (await answers(held, POL, "!minutes adjust"))[0][1].startswith(
        "The minutes are verified by the organisation"
    )
    assert (await answers(held, CHAIR, "!minutes adjust"))[0][1] == "Whoever wrote the minutes cannot verify them."
    assert await answers(held, SKOL, "!minutes adjust") == [
        (COUNCIL, "The minutes of 9 April are verified by the school. Version 1.")
    ]
    assert (await answers(held, SKOL, "!minutes adjust"))[0][1] == "Version 1 is verified already."


async def test_a_change_after_verification_makes_a_version_that_needs_verifying(held: Town) -> None:
    await answers(held, SECRETARY, "!minutes draft")
    await answers(held, SKOL, "!minutes adjust")

    changed = await answers(held, SECRETARY, "!minutes correct A8 Fyra lampor.")

    assert changed[0][1].endswith("The minutes had been verified. The new version needs to be verified again.")
    assert "Draft, version 2" in (await answers(held, POL, "!minutes"))[0][1]
    assert "Version 1." in (await answers(held, ANNA, "!minutes"))[0][1]


async def test_a_draft_spares_the_secretary_the_reminder(held: Town) -> None:
    await answers(held, SECRETARY, "!minutes draft")

    await held.becomes(clock(12, day=16))

    assert not [body for room, body in await held.hears() if room == SECRETARIAT and "minutes" in body]


async def test_without_a_draft_the_secretary_is_reminded(held: Town) -> None:
    await held.becomes(clock(12, day=16))

    assert [body for room, body in await held.hears() if room == SECRETARIAT and "minutes" in body]


async def test_the_adjuster_is_reminded_and_the_minutes_are_announced_and_shown(held: Town) -> None:
    await answers(held, SECRETARY, "!minutes draft")
    await held.becomes(clock(9, day=23))
    reminded = [room for room, body in await held.hears() if "verified" in body]
    await answers(held, SKOL, "!minutes adjust")

    await held.becomes(clock(12, day=27))

    assert reminded == [SECRETARIAT, SKOL]
    said = [body for room, body in await held.hears() if room == OPEN and "inutes" in body]
    assert said[0].startswith("The minutes of the meeting")
    assert said[1].startswith("Minutes: Lindvassa Safety Council, Thursday 9 April 2026")


async def test_a_meeting_that_nobody_closed_is_closed_when_it_is_summed_up(town: Town) -> None:
    await called(await gather(town))
    await answers(town, CHAIR, "!meeting start")
    town.clock.time = clock(19)
    await answers(town, CHAIR, "!goto A8")

    await town.becomes(clock(13, day=10))

    async with town.database.work("lindvassa") as work:
        record = await work.records.of("2026-04")
        assert record.ended_at == clock(19)
        assert await work.records.running() is None
    assert (
        "For the meeting on Thursday 21 May at 18:00:\n"
        "- A9 Mopedkörning på Sjövägen, as Q1\n"
        "- A10 Trygghetsvandring 23 april, as Q2\n"
        "- A11 Snatterier i centrum, as Q3\n"
        "- A12 Valborgsmässoafton, as Q4"
    ) in [body for room, body in await town.hears() if room == COUNCIL]


async def test_the_record_shows_what_was_struck(held: Town) -> None:
    lines = (await answers(held, POL, "!record 2026-04"))[0][1].splitlines()

    assert "- 18:00: roll call" in lines
    assert "- 18:31, A8: Tre lampor är släckta." in lines
    assert "- 18:55: the meeting was closed" in lines
    await called(held, "")
    assert (await answers(held, POL, "!record 2026-05"))[0][1].startswith("Nothing was written down")


@pytest.mark.parametrize(
    ("sender", "line", "answer"),
    [
        (POL, "!minutes draft", "Only "),
        (ANNA, "!record", "Only "),
        (POL, "!minutes of the spring", "Write the meeting's number"),
        (SECRETARY, "!minutes draft 2026-05", "No roll was called"),
        (POL, "!minutes correct A8 Hej", "The minutes of Thursday 9 April are not written yet."),
    ],
)
async def test_what_cannot_be_is_refused(held: Town, sender: str, line: str, answer: str) -> None:
    assert (await answers(held, sender, line))[0][1].startswith(answer)


async def test_while_the_meeting_runs_there_are_no_minutes(town: Town) -> None:
    await called(await gather(town))

    assert (await answers(town, SECRETARY, "!minutes draft"))[0][1].startswith("The meeting is still running.")

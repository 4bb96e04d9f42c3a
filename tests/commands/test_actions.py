"""Actions bind when accepted, promises are kept when two agree, decisions carry their votes."""

from datetime import UTC, date, datetime, time

import pytest

from council.meeting import Meeting
from tests.town import ANNA, CHAIR, COUNCIL, FALT, NOON, POL, SDF, SECRETARY, SKOL, TRAF, Town

APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, NOON)
EVENING = datetime(2026, 4, 9, 17, 15, tzinfo=UTC)
CLEAR = "!action add SDF 2026-04-24 siktröjning, Parkstråket (D2, TR-2026-0042)"


@pytest.fixture
async def evening(town: Town) -> Town:
    """The town while its April meeting is going on."""
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
    town.clock.time = EVENING
    return town


async def answers(town: Town, sender: str, line: str, **how: str) -> list[tuple[str, str]]:
    await town.says(sender, line, **how)  # type: ignore[arg-type]
    return await town.hears()


async def test_an_action_is_put_to_its_owner_who_accepts_it(evening: Town) -> None:
    assert await answers(evening, SECRETARY, CLEAR) == [
        (
            COUNCIL,
            (
                "X1: siktröjning, Parkstråket. Responsible: the district administration, due Friday 24 April. "
                "Awaits an answer."
            ),
        ),
        (
            SDF,
            (
                "The council asks you for X1: siktröjning, Parkstråket, due Friday 24 April. "
                "Do you accept it? !action accept X1"
            ),
        ),
    ]
    told = "X1 (siktröjning, Parkstråket) is accepted by the district administration."
    assert await answers(evening, SDF, "!action accept X1", room=SDF) == [(SDF, told), (COUNCIL, told)]
    async with evening.database.work("lindvassa") as work:
        assert (await work.actions.get(1)).sources == ("D2", "TR-2026-0042")


async def test_an_action_is_done_with_a_sentence_that_shows_it(evening: Town) -> None:
    await evening.says(SECRETARY, CLEAR)
    await evening.says(SDF, "!action accept X1")
    await evening.hears()

    assert await answers(evening, SDF, "!åtgärd klar X1 Röjt och bortforslat.") == [
        (COUNCIL, "X1 (siktröjning, Parkstråket) is done: Röjt och bortforslat.")
    ]
    assert (await answers(evening, SDF, "!action done X1"))[0][1] == "X1 is done already."
    assert await answers(evening, SKOL, "!action list") == [(COUNCIL, "All actions are done.")]


async def test_the_list_says_how_each_action_stands(evening: Town) -> None:
    await evening.says(SECRETARY, CLEAR)
    await evening.says(SECRETARY, "!action add FALT 28 april schemalägg vuxna 30 april")
    await evening.says(SDF, "!action accept X1")
    await evening.hears()
    evening.clock.time = datetime(2026, 4, 27, 7, 0, tzinfo=UTC)

    listed = (await answers(evening, SKOL, "!action list"))[0][1]

    assert "X1: siktröjning, Parkstråket. Responsible: the district administration, was due Friday 24 April." in listed
    assert "X2: schemalägg vuxna 30 april. Responsible: the youth field workers, due Tuesday 28 April. Not" in listed


@pytest.mark.parametrize(
    "line",
    [
        "TRAF+SDF 30 april laga belysningen",
        "TRAF, SDF 30 april laga belysningen",
        "traf och sdf senast 30 april laga belysningen",
        "TRAF & SDF, by 30 April laga belysningen",
    ],
)
async def test_several_owners_are_named_as_people_name_them(evening: Town, line: str) -> None:
    await evening.says(SECRETARY, f"!action {line}")

    ((_, said), *asked) = await evening.hears()
    assert said.startswith("X1: laga belysningen.")
    assert [room for room, _ in asked] == [TRAF, SDF]


async def test_one_owner_is_not_joined_to_a_day(evening: Town) -> None:
    ((_, said), *_) = await answers(evening, SECRETARY, "!action SDF, fredag 24 april röja")

    assert said.startswith("X1: röja. Responsible: the district administration, due Friday 24 April.")


async def test_actions_of_all_years_are_found_by_any_form_of_their_words(evening: Town) -> None:
    await evening.says(SECRETARY, CLEAR)
    await evening.says(SDF, "!action done X1 Röjt och bortforslat.")
    await evening.says(SECRETARY, "!action add TRAF+SDF 2026-04-30 varaktig tunnelbelysning (D2)")
    await evening.hears()
    evening.clock.time = datetime(2028, 4, 13, 16, 0, tzinfo=UTC)

    ((_, cleared),) = await answers(evening, SKOL, "!actions siktröjningar parkstråk")
    ((_, light),) = await answers(evening, SKOL, "!actions tunneln")
    ((_, both),) = await answers(evening, SKOL, "!åtgärder stadsdelsförvaltningen")

    assert "X1: siktröjning, Parkstråket. Responsible: the district administration. Done." in cleared
    assert "Made Thursday 9 April 2026." in cleared
    assert "X2: varaktig tunnelbelysning" in light
    assert "due Thursday 30 April" in light
    assert both.index("X2") < both.index("X1")
    assert (await answers(evening, SKOL, "!actions parkering"))[0][1] == "No action holds “parkering”."


async def test_a_decision_that_is_found_shows_who_does_what_about_it(evening: Town) -> None:
    await evening.says(SECRETARY, "!attend call SDF POL BOST FTG SKOL BOE")
    await evening.says(SECRETARY, "!decision add A2 6-0-0 Belysningen lagas varaktigt")
    await evening.says(SECRETARY, "!action add TRAF 2026-04-30 varaktigt tunnelljus (D1)")
    await evening.hears()

    ((_, found),) = await answers(evening, SKOL, "!decisions belysningar")

    assert "Thursday 9 April 2026: D1 (A2): Belysningen lagas varaktigt." in found
    assert "X1: varaktigt tunnelljus. Responsible: the transport department, due Thursday 30 April." in found


async def test_what_owners_tell_on_the_way_is_kept_and_shown_with_all_that_became_of_an_action(evening: Town) -> None:
    await evening.says(SECRETARY, "!action add TRAF+SDF 2026-04-30 varaktig tunnelbelysning (D2, L1)")
    await evening.says(TRAF, "!action accept X1")
    evening.clock.time = datetime(2026, 4, 20, 8, 0, tzinfo=UTC)
    await evening.says(SDF, "!action accept X1")
    await evening.hears()

    told = await answers(evening, TRAF, "!action report X1 Armaturerna är beställda.", room=TRAF)
    await evening.says(SECRETARY, "!action report X1 Leverans i maj.")
    await evening.hears()
    evening.clock.time = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
    await evening.says(TRAF, "!action done X1 Allt lyser.")
    await evening.hears()
    ((_, shown),) = await answers(evening, SKOL, "!action show X1")

    said = "X1, the transport department tells: Armaturerna är beställda."
    assert told == [(TRAF, said), (COUNCIL, said)]
    assert shown.splitlines()[1:] == [
        "- Thursday 9 April 2026: noted, from D2 and L1.",
        "- Thursday 9 April 2026: accepted by the transport department.",
        "- Monday 20 April 2026: accepted by the district administration.",
        "- Monday 20 April 2026: the transport department tells: Armaturerna är beställda.",
        "- Monday 20 April 2026: the secretary tells: Leverans i maj.",
        "- Monday 4 May 2026: done. Allt lyser.",
    ]
    assert (await answers(evening, TRAF, "!action report X1 Mer"))[0][1] == "X1 is done already."
    assert (await answers(evening, SKOL, "!action report X9 Mer"))[0][1].startswith("There is no action X9.")


async def test_only_those_who_do_an_action_tell_of_it(evening: Town) -> None:
    await evening.says(SECRETARY, CLEAR)
    await evening.hears()

    assert await answers(evening, SKOL, "!action report X1 Vi har röjt") == [
        (COUNCIL, "X1 belongs to another organisation.")
    ]


async def test_the_secretarys_own_action_needs_no_answer(evening: Town) -> None:
    assert await answers(evening, SECRETARY, "!action add secretary 2026-04-10 flytta mötet, meddela") == [
        (COUNCIL, "X1: flytta mötet, meddela. Responsible: the secretary, due Friday 10 April. Accepted.")
    ]


@pytest.mark.parametrize(
    ("sender", "line", "answer"),
    [
        (SKOL, CLEAR, "You can add actions for your own organisation."),
        (SECRETARY, "!action add XYZ 2026-04-24 röj", "There is no organisation with the code XYZ."),
        (SECRETARY, "!action add SDF 2026-04-01 röj", "Wednesday 1 April has passed."),
        (SECRETARY, "!action accept X7", "There is no action X7."),
        (SECRETARY, "!action accept A7", "There is no action A7."),
        (ANNA, "!action list", "Only "),
    ],
)
async def test_an_action_that_cannot_be_is_refused(evening: Town, sender: str, line: str, answer: str) -> None:
    assert (await answers(evening, sender, line))[0][1].startswith(answer)


async def test_others_neither_accept_nor_finish(evening: Town) -> None:
    await evening.says(SECRETARY, CLEAR)
    await evening.hears()

    for line in ("!action accept X1", "!action done X1"):
        assert (await answers(evening, SKOL, line))[0][1] == "X1 belongs to another organisation."


async def test_a_promise_is_kept_when_its_owner_and_the_secretary_agree(evening: Town) -> None:
    assert await answers(evening, SDF, "!promise add 2026-04-20 buskarna klippta") == [
        (COUNCIL, "Promise L1, the district administration: buskarna klippta, by Monday 20 April.")
    ]
    assert (await answers(evening, SECRETARY, "!promise kept L1"))[0][1].startswith("Whoever promised has not said")
    claimed = (await answers(evening, SDF, "!promise kept L1 Klippt i dag."))[0][1]
    assert "is kept, according to" in claimed
    assert await answers(evening, SECRETARY, "!promise kept L1") == [
        (COUNCIL, "Promise L1 (buskarna klippta) is kept.")
    ]
    listed = (await answers(evening, SKOL, "!promise list"))[0][1]
    assert "L1, the district administration: buskarna klippta. Kept." in listed


async def test_a_promise_not_kept_says_why(evening: Town) -> None:
    await evening.says(SECRETARY, "!promise add POL 2026-04-30 två mopedkontroller")
    await evening.hears()

    assert (await answers(evening, TRAF, "!promise broken L1 larm"))[0][1] == "L1 belongs to another organisation."
    assert (await answers(evening, POL, "!promise broken L1"))[0][1].startswith("I also need")
    assert await answers(evening, POL, "!promise broken L1 en av två, larm") == [
        (COUNCIL, "Promise L1 (två mopedkontroller) was not kept: en av två, larm")
    ]


async def test_the_resident_of_the_case_hears_of_the_promise(evening: Town) -> None:
    await evening.says(ANNA, "!concern Buskarna skymmer gångvägen till skolan")
    await evening.hears()

    heard = await answers(evening, SECRETARY, "!promise add SDF 2026-04-20 buskarna klippta (TR-2026-0031)")

    assert heard[1] == (
        ANNA,
        "A promise on TR-2026-0031 from the district administration: buskarna klippta, by Monday 20 April.",
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("!promise 0031 klippt senast 20 april", "klippt, by Monday 20 April."),
        ("!promise #31: cut by 20 April.", "cut, by Monday 20 April."),
        ("!lova två kontroller i april", "två kontroller i april, by Thursday 30 April."),
        ("!promise add SDF 20 april: klippt (TR-2026-0031)", "klippt, by Monday 20 April."),
        ("!promise klippt till 20 april", "klippt, by Monday 20 April."),
    ],
)
async def test_a_promise_is_read_as_people_write_it(evening: Town, line: str, told: str) -> None:
    await evening.says(ANNA, "!concern Buskarna skymmer gångvägen till skolan")
    await evening.hears()

    heard = await answers(evening, SDF, line)

    assert heard[0] == (COUNCIL, f"Promise L1, the district administration: {told}")
    assert (len(heard) == 2) == ("31" in line)


async def test_a_promise_without_a_day_is_asked_for_one(evening: Town) -> None:
    assert (await answers(evening, SDF, "!promise klippt"))[0][1].startswith("Please also write by which day")


async def test_one_promises_for_oneself_only(evening: Town) -> None:
    assert (await answers(evening, SKOL, "!promise add POL 2026-04-30 kontroller"))[0][1].startswith("You can promise")
    assert (await answers(evening, SECRETARY, "!promise add 2026-04-30 kontroller"))[0][1].startswith("Write which")
    assert (await answers(evening, SKOL, "!promise add 2026-04-01 brev"))[0][1].startswith("Wednesday 1 April has")


async def test_in_a_joint_initiative_each_accepts_for_itself(evening: Town) -> None:
    asked = await answers(evening, SECRETARY, "!action add SDF+TRAF+POL 2026-04-24 trygghetsvandring")
    assert [room for room, _body in asked] == [COUNCIL, SDF, TRAF, POL]

    first = await answers(evening, POL, "!action accept X1")
    await answers(evening, SDF, "!action accept X1")

    assert first[0][1] == "X1 (trygghetsvandring) is accepted by the police."
    assert (await answers(evening, POL, "!action accept X1"))[0][1] == "X1 is accepted already."
    assert (await answers(evening, SKOL, "!action accept X1"))[0][1] == "X1 belongs to another organisation."
    listed = (await answers(evening, SKOL, "!action list"))[0][1]
    assert (
        "Together: the district administration (accepted), the transport department (awaits an answer) and "
        "the police (accepted), due Friday 24 April."
    ) in listed


async def test_the_resident_of_the_case_hears_when_an_action_is_accepted_and_done(evening: Town) -> None:
    await evening.says(ANNA, "!concern Buskarna skymmer gångvägen till skolan")
    await evening.says(SECRETARY, "!action add SDF 2026-04-24 siktröjning (TR-2026-0031)")
    await evening.hears()

    accepted = await answers(evening, SDF, "!action accept X1")
    done = await answers(evening, SDF, "!action done X1 Röjt.")

    assert accepted[1][0] == done[1][0] == ANNA
    assert accepted[1][1].startswith("About TR-2026-0031: accepted by the district administration: siktröjning, due")
    assert done[1][1].startswith("About TR-2026-0031: siktröjning is done, according to the district administration.")
    assert "Röjt." in done[1][1]


async def test_decisions_run_on_and_show_their_votes(evening: Town) -> None:
    await answers(evening, SECRETARY, "!attend call SDF POL BOST FTG SKOL BOE")
    assert await answers(evening, SECRETARY, "!decision add A2 6-0-0 Dagordningen fastställs; SKOL justerar.") == [
        (COUNCIL, "D1 (A2): Dagordningen fastställs; SKOL justerar. Votes (yes-no-abstain): 6-0-0.")
    ]
    assert (await answers(evening, SECRETARY, "!decision add A7 3-3-0 Extra vuxna ute 30 april."))[0][1].startswith(
        "The votes are equal."
    )
    casting = "!decision add A7 3-3-0, casting vote yes: Extra vuxna ute 30 april."
    assert (await answers(evening, SECRETARY, casting))[0][1] == "Only the chair can give the casting vote."
    assert (await answers(evening, CHAIR, casting))[0][1].endswith("The chair's casting vote: yes.")
    listed = (await answers(evening, FALT, "!decision list"))[0][1]
    assert "D1 (A2)" in listed
    assert "D2 (A7)" in listed


async def test_decisions_belong_to_a_meeting_and_an_item(evening: Town) -> None:
    assert (await answers(evening, SECRETARY, "!decision add A22 Något"))[0][1].startswith("There is no item A22")
    assert (await answers(evening, SKOL, "!decision add A2 Något"))[0][1].startswith("Only the chair")
    evening.clock.time = NOON
    assert (await answers(evening, SECRETARY, "!decision add A2 Något"))[0][1].startswith("No meeting has begun.")

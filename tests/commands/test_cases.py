"""The council works a case: each step is told to those whom it concerns, and a case of another's looks like none."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from council.charter import Slots
from council.passage import Kind
from council.steps import Reason, State
from tests.town import ANNA, BERTIL, CHAIR, COUNCIL, FAST, OPEN, POL, SDF, SECRETARIAT, SECRETARY, TRAF, Town

BUSHES = "Buskarna skymmer gångvägen till skolan"
SUMMARY = "Buskar skymmer sikten"
MONDAY = datetime(2026, 3, 23, 8, 30, tzinfo=UTC)


@pytest.fixture
async def casework(town: Town) -> Town:
    """The town on Monday 23 March, with case 31 of Anna's."""
    town.clock.time = MONDAY
    await town.opens_chat(ANNA)
    await town.opens_chat(BERTIL)
    await town.says(ANNA, f"!concern {BUSHES}")
    await town.hears()
    return town


async def told(town: Town, room: str) -> list[str]:
    return [body for where, body in await town.hears() if where == room]


async def state_of(town: Town, number: int = 31) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.cases.get(number)).state


async def test_a_case_is_known_to_the_council_from_its_triage_without_words_or_person(casework: Town) -> None:
    await casework.says(SECRETARY, f"!case edit-summary 31 {SUMMARY}", room=SECRETARIAT)
    before = await told(casework, COUNCIL)
    await casework.says(SECRETARY, "!case assign 0031 SDF", room=SECRETARIAT)

    heard = await casework.hears()
    [root] = [body for room, body in heard if room == COUNCIL]
    [contact] = [body for room, body in heard if room == SDF]
    assert before == []
    assert root.startswith("TR-2026-0031: has an owner")
    assert "Responsible: the district administration" in root
    assert "Answer by Wednesday 8 April" in root
    assert SUMMARY in root
    assert SUMMARY in contact
    assert not any(secret in body for secret in (BUSHES, ANNA, "anna") for _room, body in heard if _room != SECRETARIAT)


async def test_without_a_summary_the_council_sees_no_words_at_all(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")

    root = (await told(casework, COUNCIL))[1]
    assert "The secretary has not written a summary yet." in root
    assert BUSHES not in root


async def test_the_roots_are_edited_in_place_as_the_case_moves(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await casework.hears()
    await casework.says(SDF, "!case answer 31 Cut by 8 April.")

    heard = await casework.hears_all()
    edits = [(room, body.splitlines()[0]) for room, act, body in heard if act == "edit"]
    threads = [(room, body.splitlines()[0]) for room, act, body in heard if act == "thread"]
    assert edits == [(SECRETARIAT, "* TR-2026-0031: in progress"), (COUNCIL, "* TR-2026-0031: in progress")]
    assert threads == [
        (SECRETARIAT, "TR-2026-0031: answered by the district administration."),
        (COUNCIL, "TR-2026-0031: answered by the district administration."),
    ]


async def test_posts_in_the_councils_room_wait_for_the_next_slot(casework: Town) -> None:
    casework.charter = replace(casework.charter, slots=Slots(first_hour=8, last_hour=20))
    await casework.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    at_once = await casework.hears()
    casework.clock.time = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)
    later = await casework.hears()

    assert ANNA in [room for room, _body in at_once]
    assert COUNCIL not in [room for room, _body in at_once]
    assert [room for room, _body in later] == [COUNCIL, SDF]


async def test_in_the_thread_of_a_case_its_number_may_be_left_out(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    thread = await casework.event_of("case:0031:council", COUNCIL)
    await casework.says(SDF, "!case answer 2 buskar klipps.", thread=thread)

    assert "2 buskar klipps." in (await told(casework, ANNA))[0]


async def test_answering_before_anybody_is_named_is_refused_with_what_is_possible(casework: Town) -> None:
    await casework.says(SECRETARY, "!case answer 31 Cut.")

    assert await told(casework, COUNCIL) == [
        (
            "You cannot answer case 0031 now, because it has been received but has no owner. What is possible: "
            "assign it, let another case speak for it, redirect it and say that it cannot be answered."
        )
    ]


@pytest.mark.parametrize("line", ["!case answer {} Cut.", "!case resolve {}", "!case cannot-answer {} secrecy"])
async def test_another_organisations_case_is_refused_like_one_that_is_not_there(casework: Town, line: str) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    answers = []
    for number in ("0031", "0099"):
        await casework.says(POL, line.format(number))
        answers += [body.replace(number, "N") for body in await told(casework, COUNCIL)]

    assert answers == ["Case N is not your organisation's."] * 2
    assert await state_of(casework) is State.TRIAGED


async def test_a_member_does_not_see_a_case_before_its_triage(casework: Town) -> None:
    await casework.says(POL, "!case show 31")
    await casework.says(POL, "!case show 99")
    await casework.says(POL, "!case list")

    assert await told(casework, COUNCIL) == [
        "There is no case 0031.",
        "There is no case 0099.",
        "There are no such cases.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "!case assign 31 POL",
        "!case close 31",
        "!case duplicate 31 32",
        "!case edit-summary 31 x",
        "!case redirect 31 x",
    ],
)
async def test_only_the_secretary_triages(casework: Town, line: str) -> None:
    await casework.says(CHAIR, line)

    assert await told(casework, COUNCIL) == ["Only the secretary can do that."]
    assert await state_of(casework) is State.RECEIVED


async def test_the_secretary_answers_in_the_owners_name(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    await casework.says(SECRETARY, "!case answer 31 Cut by 8 April.", room=SECRETARIAT)

    [answer] = await told(casework, ANNA)
    assert answer.startswith("Answer to TR-2026-0031 from the district administration:")


async def test_an_unknown_organisation_is_named_with_those_there_are(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 XYZ")

    [answer] = await told(casework, COUNCIL)
    assert "XYZ" in answer
    assert "POL" in answer
    assert await state_of(casework) is State.RECEIVED


async def test_e6_a_case_like_a_recent_one_is_pointed_out_and_merged_by_the_secretary(casework: Town) -> None:
    await casework.says(SECRETARY, "!case area 31 Parkstråket", room=SECRETARIAT)
    await casework.says(BERTIL, "!concern Buskar skymmer sikten vid skolan")
    await casework.says(SECRETARY, "!case area 32 Parkstråket", room=SECRETARIAT)
    suggested = await told(casework, SECRETARIAT)
    await casework.says(SECRETARY, "!case duplicate 32 31", room=SECRETARIAT)
    [merged] = await told(casework, BERTIL)
    await casework.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)

    heard = await casework.hears()
    told_both = [room for room, body in heard if room.startswith("@") and "You will get an answer by" in body]
    assert suggested.count("Looks like TR-2026-0031. If it is the same: !case duplicate 0032 0031") == 1
    assert merged == (
        "TR-2026-0032 is about the same as TR-2026-0031, which somebody raised before. "
        "You now follow TR-2026-0031: unsafe place, Parkstråket, received."
    )
    assert told_both == [ANNA, BERTIL]
    assert await state_of(casework, 32) is State.DUPLICATE


async def test_e7_the_police_say_openly_that_they_cannot_answer(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 POL")
    await casework.hears()
    await casework.says(POL, "!case cannot-answer 31 secrecy")

    heard = await casework.hears()
    async with casework.database.work("lindvassa") as work:
        case = await work.cases.get(31)
    [told_resident] = [body for room, body in heard if room == ANNA]
    assert (
        "The police cannot describe ongoing work. Your concern is part of the situation report without data about you."
    ) in told_resident
    assert (case.state, case.reason) == (State.CANNOT_ANSWER, Reason.SECRECY)


@pytest.mark.parametrize("line", ["!case cannot-answer 31", "!case cannot-answer 31 because"])
async def test_e7_a_missing_reason_is_refused_with_the_four_there_are(casework: Town, line: str) -> None:
    await casework.says(SECRETARY, "!case assign 31 POL")
    await casework.hears()
    await casework.says(POL, line)

    assert await told(casework, COUNCIL) == [
        (
            "Please also say why. The reasons are: secrecy, another authority's matter, no resources and no such data. "
            "Example: !case cannot-answer 0038 secrecy"
        )
    ]
    assert await state_of(casework) is State.TRIAGED


async def test_closing_tells_the_resident_how_it_ended_and_what_she_can_do(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.says(SDF, "!case answer 31 We cut them.")
    await casework.hears()
    await casework.says(SECRETARY, "!case close 31 The bushes are cut.")

    [answer] = await told(casework, ANNA)
    assert answer.startswith(
        "TR-2026-0031 is closed. If the problem is still there or comes back: write !reopen within 90 days."
    )
    assert "The bushes are cut." in answer


async def test_redirecting_tells_the_resident_whom_to_ask(casework: Town) -> None:
    await casework.says(SECRETARY, "!case redirect 31 Trafikverket")

    [answer] = await told(casework, ANNA)
    assert "Trafikverket" in answer
    assert await state_of(casework) is State.REDIRECTED


async def test_cases_are_listed_with_their_dates_and_how_late_they_are(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    await casework.says(FAST, "!case waiting")
    on_time = await told(casework, COUNCIL)
    casework.clock.time = MONDAY + timedelta(days=20)
    await casework.says(FAST, "!case late")
    late = await told(casework, COUNCIL)

    assert on_time[0].endswith(
        "TR-2026-0031: unsafe place, has an owner. Responsible: the district administration. By Wednesday 8 April."
    )
    assert late[0].endswith("By Wednesday 8 April. Late.")


async def test_the_secretariat_is_shown_the_words_and_the_council_is_not(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    await casework.says(SECRETARY, "!case show 31", room=SECRETARIAT)
    [inside] = await told(casework, SECRETARIAT)
    await casework.says(SDF, "!case show 31")
    [outside] = await told(casework, COUNCIL)

    assert BUSHES in inside
    assert BUSHES not in outside


async def test_who_raised_a_case_is_told_to_the_secretary_alone_in_a_direct_chat_with_a_reason_noted(
    casework: Town,
) -> None:
    await casework.says(SECRETARY, "!case reporter 31", room=SECRETARIAT)
    [refused] = await told(casework, SECRETARIAT)
    await casework.says(SECRETARY, "!case reporter 31 A time to meet", room=SECRETARIAT)

    heard = await casework.hears()
    async with casework.database.work("lindvassa") as work:
        entries = [(entry.who, entry.what) for entry in await work.journal.about("case:31")]
        reasons = [passage.words for passage in await work.passages.of(31, Kind.DISCLOSURE)]
    assert "I also need" in refused
    assert "anna" not in heard[0][1]
    assert heard[1][0] == SECRETARY
    assert "anna" in heard[1][1]
    assert ("secretary", "reporter-shown") in entries
    assert reasons == ["A time to meet"]


@pytest.mark.parametrize(("who", "room"), [(CHAIR, COUNCIL), (POL, POL), (ANNA, ANNA), (SECRETARY, COUNCIL)])
async def test_nobody_else_and_nowhere_else_learns_who_raised_a_case(casework: Town, who: str, room: str) -> None:
    await casework.says(who, "!case reporter 31 curious", room=room)

    heard = await casework.hears()
    assert not any("anna" in body for _room, body in heard)
    assert len(heard) == 1


async def test_a_category_and_an_area_are_set_in_plain_words(casework: Town) -> None:
    await casework.says(SECRETARY, "!case category 31 belysning", room=SECRETARIAT)
    await casework.says(SECRETARY, "!case area 31 Parkstråket", room=SECRETARIAT)
    await casework.says(SECRETARY, "!case category 31 nonsense", room=SECRETARIAT)

    heard = [body for room, body in await casework.hears() if room == SECRETARIAT]
    assert "TR-2026-0031 is about lighting." in heard
    assert "TR-2026-0031 is about lighting, Parkstråket." in heard
    assert heard[-1].startswith("There is no category “nonsense”. The categories are: lighting, vandalism")


async def test_an_area_that_is_none_of_the_councils_is_refused(casework: Town) -> None:
    casework.charter = replace(casework.charter, areas=("Parkstråket", "Centrum"))
    await casework.says(SECRETARY, "!case area 31 Månen", room=SECRETARIAT)

    assert await told(casework, SECRETARIAT) == ["There is no area “Månen”. The areas are: Parkstråket, Centrum."]


async def test_a_summary_that_points_to_somebody_is_warned_about(casework: Town) -> None:
    await casework.says(SECRETARY, "!case edit-summary 31 Storgatan 12, tre ungdomar", room=SECRETARIAT)

    [answer] = [body for body in await told(casework, SECRETARIAT) if not body.startswith("* ")]
    assert "an address and a group so small that somebody can be recognised" in answer


async def test_a_summary_is_corrected_by_editing_the_command(casework: Town) -> None:
    event = await casework.says(SECRETARY, "!case edit-summary 31 Buskr", room=SECRETARIAT)
    await casework.says(SECRETARY, "!case edit-summary 31 Buskar", room=SECRETARIAT, edits=event)

    async with casework.database.work("lindvassa") as work:
        summary = await work.passages.latest(31, Kind.SUMMARY)
    assert summary
    assert (summary.words, summary.version) == ("Buskar", 2)


async def test_an_answer_once_sent_is_not_changed_by_an_edit(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    event = await casework.says(SDF, "!case answer 31 Tomorrow.")
    await casework.hears()
    await casework.says(SDF, "!case answer 31 Never.", edits=event)

    heard = await casework.hears()
    assert [room for room, _body in heard] == [COUNCIL]
    assert "Never" not in str(heard)


async def test_the_open_room_hears_of_no_case(casework: Town) -> None:
    for line in ("!case assign 31 SDF", "!case edit-summary 31 Buskar", "!case answer 31 Cut.", "!case resolve 31"):
        await casework.says(SECRETARY, line)
    await casework.says(ANNA, "!yes")

    assert not [body for room, body in await casework.hears() if room == OPEN]


async def test_an_office_holder_who_chats_is_not_taken_for_a_resident(casework: Town) -> None:
    await casework.says(TRAF, "Lamporna kommer i morgon", room=TRAF)

    answers = await told(casework, TRAF)
    assert answers[-1].startswith("From the council's members I take commands")


async def test_the_owners_contact_gets_a_link_to_the_thread_once_it_stands_in_the_councils_room(town: Town) -> None:
    town.charter = replace(town.charter, slots=Slots())
    await town.opens_chat(ANNA)
    await town.says(ANNA, "!concern Buskarna skymmer gångvägen till skolan")
    await town.hears()

    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    assert SDF not in dict(await town.hears())
    town.clock.time += timedelta(hours=1)

    heard = await town.hears()
    assert [room for room, _body in heard] == [COUNCIL, SDF]
    assert heard[1][1].splitlines()[-1].startswith("The thread of the case: https://matrix.to/#/")
    assert ANNA not in heard[1][1]


@pytest.mark.parametrize(
    "typed", ["TRAF", "traf", "till TRAF", "to traf.", "trafikkontoret", "the transport department"]
)
async def test_an_organisation_is_named_by_its_code_or_its_name(casework: Town, typed: str) -> None:
    await casework.says(SECRETARY, f"!case assign 31 {typed}")

    heard = (await casework.hears())[0][1]
    if typed.startswith("the"):
        assert heard.startswith("I do not know what to do with")
    else:
        assert heard.startswith("TR-2026-0031: responsible is the transport department.")


async def test_who_answered_for_a_case_is_told_that_another_does_now(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()

    await casework.says(SECRETARY, "!case assign 31 TRAF")

    assert (SDF, "TR-2026-0031: responsible is now the transport department instead of you.") in await casework.hears()


async def test_who_answered_for_a_case_is_told_that_it_is_referred_to_somebody_else(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.says(SECRETARY, "!case redirect 31 Trafikverket")

    assert (await told(casework, SDF))[-1] == (
        "TR-2026-0031 has been referred to somebody else, so you need not answer it."
    )


async def test_the_reason_of_no_answer_is_not_shown_of_a_case_that_is_open_again(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.says(SDF, "!case cannot-answer 31 secrecy")
    await casework.says(ANNA, "!reopen 31")

    await casework.says(SECRETARY, "!case show 31")

    assert "secrecy" not in (await casework.hears())[-1][1]


async def test_the_secretary_is_shown_what_was_added_to_a_case(casework: Town) -> None:
    await casework.says(ANNA, "Och i går var det inbrott där")
    await casework.hears()

    await casework.says(SECRETARY, "!case show 31", room=SECRETARIAT)

    shown = (await casework.hears())[-1][1]
    assert "TR-2026-0031: the resident has added:\n> Och i går var det inbrott där" in shown


async def test_a_crime_may_stand_in_the_summary_and_danger_is_pointed_out(casework: Town) -> None:
    await casework.says(BERTIL, "!concern Inbrott i källaren igen")
    await casework.says(BERTIL, "!concern Det brinner i soprummet, tredje gången i år")

    *_, crime, danger = [said for room, said in await casework.hears() if room == SECRETARIAT and "own words" in said]
    assert crime.endswith("> Inbrott i källaren igen")
    assert danger.endswith("tredje gången i år\nThe resident has been asked to call 112.")


async def test_a_case_that_is_referred_to_somebody_else_stays_open_to_whoever_raised_it(casework: Town) -> None:
    await casework.says(SECRETARY, "!case redirect 31 Trafikverket")
    await casework.hears()

    await casework.says(ANNA, "De svarar inte")
    asked = (await told(casework, ANNA))[0]
    await casework.says(ANNA, "1")

    heard = await casework.hears()
    assert "1. TR-2026-0031: unsafe place, referred to somebody else" in asked
    assert "2. Something new" in asked
    assert (SECRETARIAT, "TR-2026-0031: the resident has added:\n> De svarar inte") in heard
    assert await state_of(casework) is State.REDIRECTED

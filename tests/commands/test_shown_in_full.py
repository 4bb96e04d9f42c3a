"""What is asked for is shown in full, to those it is for: items, actions, finds, the week's list, an incident's end."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from commands.find import MOST_SHOWN
from council.charter import Limits, Retention
from council.people import Person, Role
from tests.commands.evening import APRIL
from tests.town import ANNA, BERTIL, CECILIA, POL, SDF, SECRETARIAT, SECRETARY, STAND_IN, Town

MONDAY = datetime(2026, 3, 30, 12, 0, tzinfo=UTC)


async def told(town: Town, sender: str, line: str, room: str | None = None) -> str:
    """Return what is said first to a line."""
    await town.says(sender, line, room=room)
    return (await town.hears())[0][1]


@pytest.fixture
async def owned(town: Town) -> Town:
    """The town with case 31 of Anna's, which Bertil follows and the district answers for."""
    for person in (ANNA, BERTIL):
        await town.opens_chat(person)
    await town.says(ANNA, "!concern Häcken skymmer sikten")
    await town.says(SECRETARY, "!case assign 31 SDF")
    await town.says(BERTIL, "!follow 31")
    await town.hears()
    return town


@pytest.mark.parametrize("who", [POL, ANNA])
async def test_an_open_item_is_shown_as_it_is_to_everybody(town: Town, who: str) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
    await told(town, POL, "!agenda add Mopeder")

    assert await told(town, who, "!agenda show A8") == "19:05 A8 Mopeder (discussion, 10 min). From POL."


async def test_of_many_finds_the_latest_are_shown_and_the_others_counted(town: Town) -> None:
    for week in range(10, 10 + MOST_SHOWN + 2):
        await told(town, POL, f"!share open Vecka {week}: lugnt i centrum")

    found = (await told(town, SDF, "!find lugnt")).splitlines()

    assert found[0] == f"{MOST_SHOWN + 2} posts about “lugnt”, the latest first"
    assert sum(line.startswith("- I") for line in found) == MOST_SHOWN
    assert "2" in found[-1]
    assert not any("Vecka 10:" in line for line in found)


async def test_the_course_of_an_action_holds_what_has_happened_and_nothing_more(town: Town) -> None:
    await told(town, SECRETARY, "!action add SDF, POL 2026-04-24 röja i parken")
    await told(town, SDF, "!action accept X1")

    assert (await told(town, POL, "!action show X1")).splitlines()[1:] == [
        "- Tuesday 24 March 2026: noted.",
        "- Tuesday 24 March 2026: accepted by the district administration.",
    ]


async def test_what_an_owner_says_when_it_is_done_reaches_the_resident_with_the_question(owned: Town) -> None:
    await told(owned, SDF, "!case answer 31 Den klipps på onsdag")
    await owned.says(SDF, "!case resolve 31 Häcken är klippt")

    asked = {room: body for room, act, body in await owned.hears_all() if act == "post"}[ANNA]

    assert asked == (
        "This is about TR-2026-0031.\n> Häcken är klippt\nIt is done, according to the district administration. "
        "Is that right? Answer !yes or !no."
    )
    assert await told(owned, ANNA, "!yes 77") == (
        "I have not asked you anything just now. Write what it is about, or !help."
    )


async def test_a_promise_said_to_be_kept_waits_for_the_secretary_alone(owned: Town) -> None:
    await told(owned, SDF, "!promise 31 klippa igen senast 20 april")
    before = await lists(owned)
    await told(owned, SDF, "!promise kept L1 klippt")
    after = await lists(owned)

    assert "L1" in before[SDF]
    assert "L1" not in before[SECRETARY]
    assert "L1" not in after[SDF]
    assert "L1: klippa igen. Its owner says it is kept. Do you agree? !promise kept L1" in after[SECRETARY]


async def lists(town: Town) -> dict[str, str]:
    """Return what waits for the district and for the secretary."""
    waiting = {}
    for who in (SDF, SECRETARY):
        await town.says(who, "!todo", room=who)
        waiting[who] = (await town.hears())[-1][1]
    return waiting


@pytest.mark.parametrize("is_away", [True, False])
async def test_the_weeks_list_goes_to_the_stand_in_while_the_secretary_is_away(owned: Town, *, is_away: bool) -> None:
    async with owned.database.work("lindvassa") as work:
        await work.people.save(Person(STAND_IN, frozenset({Role.STAND_IN})))
    await owned.says(ANNA, "!question Varför syns ingen polis?")
    if is_away:
        await told(owned, SECRETARY, "!away 2026-03-28 2026-04-05", SECRETARIAT)
    await owned.hears()

    await owned.becomes(MONDAY)

    lists = [room for room, body in await owned.hears() if body.startswith("This week")]
    assert SECRETARY in lists
    assert (STAND_IN in lists) is is_away


async def test_of_two_who_write_too_fast_both_are_told_and_the_secretariat_once(town: Town) -> None:
    town.charter = replace(town.charter, limits=Limits(messages_a_minute=2))
    for person in (ANNA, BERTIL):
        await town.opens_chat(person)
    await town.hears()

    for person in (ANNA, BERTIL):
        for place in ("skolan", "torget", "hamnen", "kyrkan"):
            await town.says(person, f"!concern Lampan vid {place} är trasig")

    heard = await town.hears()
    assert [room for room, body in heard if body.startswith("You write faster")] == [ANNA, BERTIL]
    assert [room for room, body in heard if body.startswith("Somebody writes more")] == [SECRETARIAT]
    async with town.database.work("lindvassa") as work:
        assert len(await work.cases.all()) == 4


async def test_a_case_that_another_still_follows_keeps_its_link_to_her(owned: Town) -> None:
    kept = {**owned.charter.retention, "identity": Retention(12, "Dnr 2026-12")}
    owned.charter = replace(owned.charter, retention=kept)

    await owned.says(ANNA, "!erase 31")

    assert [room for room, _body in await owned.hears()] == [ANNA]
    async with owned.database.work("lindvassa") as work:
        assert (await work.cases.get(31)).unlinked_at is None
        assert await work.reporters.of(31) == [BERTIL]


async def test_a_draft_is_not_compared_to_a_case_of_the_same_kind_about_something_else(town: Town) -> None:
    await town.opens_chat(CECILIA)
    await town.says(ANNA, "!concern Lampan vid skolan är trasig")
    for line in ("!case edit-summary 31 Mörk trappa i hamnen", "!case assign 31 SDF"):
        await town.says(SECRETARY, line, room=SECRETARIAT)
    await town.hears()

    draft = await told(town, CECILIA, "Gatlyktan vid torget blinkar och är trasig")

    assert draft.startswith("This is how I have understood you (lighting):")
    assert "0031" not in draft


async def test_an_incident_that_is_closed_says_when_and_waits_for_nobody(town: Town) -> None:
    await told(town, SECRETARY, "!incident open Ett brev kom fel", SECRETARIAT)
    for step in range(1, 7):
        await told(town, SECRETARY, f"!incident done P1 {step}", SECRETARIAT)

    assert await told(town, SECRETARY, "!incident close P1 utrett", SECRETARIAT) == "P1 is closed."
    assert (await told(town, SECRETARY, "!incident P1", SECRETARIAT)).startswith("P1 was closed on Tuesday 24 March.")
    assert "P1" not in await told(town, SECRETARY, "!incident", SECRETARIAT)


@pytest.mark.parametrize("link", ["https://matrix.to/#/!nowhere:town/$abc", "nonsense"])
async def test_a_link_out_of_the_councils_rooms_hides_nothing(town: Town, link: str) -> None:
    await town.says(SECRETARY, f"!incident hide {link}", room=SECRETARIAT)

    [(room, _act, said)] = await town.hears_all()
    assert room == SECRETARIAT
    assert said.startswith("I cannot read that as a link to a message in one of the council's rooms.")


async def test_nobody_is_away_on_a_day_that_has_passed(town: Town) -> None:
    await told(town, SECRETARY, "!away 2026-03-01 2026-03-10", SECRETARIAT)

    async with town.database.work("lindvassa") as work:
        assert await work.absences.on(date(2026, 3, 5)) is None

"""Answers with help: a second person's approval, ready-made words, and two languages."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from council.passage import Kind
from council.people import Person, Role
from council.steps import State
from tests.town import ANNA, COUNCIL, POL, SDF, SECRETARIAT, SECRETARY, Town

COLLEAGUE = "@colleague:town"


@pytest.fixture
async def casework(town: Town) -> Town:
    """The town with case 31 of Anna's, which the police own; their answers need a second person."""
    town.clock.time = datetime(2026, 3, 23, 8, 30, tzinfo=UTC)
    town.charter = replace(town.charter, approved=("POL",))
    async with town.database.work("lindvassa") as work:
        await work.people.save(Person(COLLEAGUE, frozenset({Role.MEMBER}), "POL"))
    await town.opens_chat(ANNA)
    await town.says(ANNA, "!concern Mopeder kör på gångvägen")
    await town.says(SECRETARY, "!case assign 31 POL")
    await town.hears()
    return town


async def told(town: Town, room: str) -> list[str]:
    return [body for where, body in await town.hears() if where == room]


async def state_of(town: Town) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.cases.get(31)).state


async def test_an_answer_in_the_name_of_the_police_waits_for_a_second_person(casework: Town) -> None:
    await casework.says(POL, "!case answer 31 We check there.")
    first = await casework.hears()
    before = await state_of(casework)
    await casework.says(POL, "!case approve 31")
    [own] = await told(casework, COUNCIL)
    await casework.says(COLLEAGUE, "!case approve 31")
    [answer] = await told(casework, ANNA)

    assert ANNA not in [room for room, _body in first]
    assert before is State.TRIAGED
    assert own == "You have written the answer to 0031 yourself. Somebody else has to approve it."
    assert "We check there." in answer
    assert await state_of(casework) is State.IN_PROGRESS


async def test_what_waits_for_approval_stands_on_the_list_and_is_sent_once(casework: Town) -> None:
    await casework.says(POL, "!case answer 31 We check there.")
    await casework.hears()
    await casework.says(SECRETARY, "!todo", room=SECRETARY)
    [waits] = await told(casework, SECRETARY)
    await casework.says(SECRETARY, "!case approve 31")
    await casework.hears()
    await casework.says(SECRETARY, "!case approve 31")

    assert "The answer to TR-2026-0031 waits for a second person: !case approve 0031" in waits
    assert await told(casework, COUNCIL) == ["No answer to 0031 waits for approval."]


async def test_other_organisations_answer_at_once(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    await casework.says(SDF, "!case answer 31 We look at it.")

    assert any("We look at it." in body for body in await told(casework, ANNA))


async def test_a_ready_made_answer_is_shown_and_never_sent_by_itself(casework: Town) -> None:
    await casework.says(POL, "!case ready 31", room=POL)

    [(room, shown)] = await casework.hears()
    assert room == POL
    assert shown.splitlines()[0].endswith("send it: !case answer 0031 and the text.")
    assert "We look at what can be done about the traffic there" in shown


async def test_e20_an_answer_to_somebody_who_reads_another_language_is_kept_and_sent_in_two(casework: Town) -> None:
    await casework.says(ANNA, "!lang fi")
    await casework.says(ANNA, "!concern Milloin neuvosto kokoontuu?")
    await casework.says(SECRETARY, "!case assign 32 SDF", room=SECRETARIAT)
    root = next(body for room, body in reversed(await casework.hears()) if room == SECRETARIAT and "To be" in body)
    await casework.says(SECRETARY, "!case answer 32 Torsdag 9 april.", room=SECRETARIAT)
    await casework.says(SECRETARY, "!todo", room=SECRETARY)
    waits = (await told(casework, SECRETARY))[-1]
    await casework.says(SECRETARY, "!case translate 32 Torstaina 9. huhtikuuta.", room=SECRETARIAT)
    heard = await casework.hears()
    await casework.says(SECRETARY, "!todo", room=SECRETARY)
    done = await told(casework, SECRETARY)

    assert "To be translated: the resident reads fi." in root
    assert "TR-2026-0032: the answer is to be sent in fi too: !case translate 0032" in waits
    assert any("Torstaina 9. huhtikuuta." in body for room, body in heard if room == ANNA)
    assert not any("is to be sent in fi" in body for body in done)
    async with casework.database.work("lindvassa") as work:
        kept = [each.words for each in await work.passages.of(32, Kind.ANSWER, Kind.TRANSLATION)]
    assert kept == ["Torsdag 9 april.", "Torstaina 9. huhtikuuta."]


async def test_there_is_nothing_to_translate_before_an_answer(casework: Town) -> None:
    await casework.says(SECRETARY, "!case translate 31 Ensi viikolla.", room=SECRETARIAT)

    assert await told(casework, SECRETARIAT) == ["0031 has no answer to translate yet."]

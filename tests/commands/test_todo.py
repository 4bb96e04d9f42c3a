"""Everybody sees what waits for her, and nobody else does; on Mondays without asking."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.town import ANNA, BERTIL, COUNCIL, FAST, SDF, SECRETARIAT, SECRETARY, TRAF, Town

TUESDAY = datetime(2026, 3, 24, 8, 30, tzinfo=UTC)
MONDAY = datetime(2026, 3, 30, 6, 0, tzinfo=UTC)


@pytest.fixture
async def busy(town: Town) -> Town:
    """The town on Tuesday 24 March: case 31 waits for SDF's answer, 32 for an owner, and a promise is open."""
    town.clock.time = TUESDAY
    await town.opens_chat(ANNA)
    await town.opens_chat(BERTIL)
    await town.says(ANNA, "!concern Buskarna skymmer gångvägen")
    await town.says(SECRETARY, "!case edit-summary 31 Buskar vid gångvägen", room=SECRETARIAT)
    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await town.says(BERTIL, "!concern Lampan vid grinden är trasig")
    await town.says(SDF, "!promise add 0031 klippt senast 8 april")
    await town.hears()
    return town


async def told(town: Town, room: str) -> list[str]:
    return [body for where, body in await town.hears() if where == room]


async def test_the_list_comes_in_private_also_when_asked_for_in_the_councils_room(busy: Town) -> None:
    await busy.says(SDF, "!todo")

    heard = await busy.hears()
    assert heard[0] == (COUNCIL, "I show it in our direct chat.")
    assert heard[1][0] == SDF
    assert heard[1][1].splitlines() == [
        "This waits for you:",
        "- TR-2026-0031 (unsafe place) is to be answered by Thursday 9 April.",
        "- L1: klippt, promised by Wednesday 8 April.",
    ]


async def test_the_secretary_sees_what_has_no_owner(busy: Town) -> None:
    await busy.says(SECRETARY, "!todo", room=SECRETARY)

    assert (await told(busy, SECRETARY))[0].splitlines()[1:] == [
        "- TR-2026-0032 (lighting) needs somebody responsible by Thursday 26 March.",
    ]


async def test_who_has_nothing_to_do_is_told_so_when_asking_and_nothing_on_mondays(busy: Town) -> None:
    await busy.says(FAST, "!todo", room=FAST)
    [asked] = await told(busy, FAST)
    await busy.becomes(MONDAY)
    heard = [room for room, body in await busy.hears() if body.startswith("This week this waits for you:")]

    assert asked == "Nothing waits for you."
    assert sorted(heard) == sorted([SDF, SECRETARY])


async def test_on_mondays_each_list_comes_once(busy: Town) -> None:
    for _look in range(3):
        await busy.becomes(MONDAY + timedelta(minutes=10))

    heard = [room for room, body in await busy.hears() if body.startswith("This week this waits for you:")]
    assert sorted(heard) == sorted([SDF, SECRETARY])


async def test_what_is_late_is_said_to_be_late(busy: Town) -> None:
    busy.clock.time = datetime(2026, 4, 13, 12, tzinfo=UTC)
    await busy.says(SDF, "!todo", room=SDF)

    assert "is to be answered by Thursday 9 April. Late." in (await told(busy, SDF))[0]


async def test_cases_are_found_by_summary_kind_and_area_in_any_inflection_never_by_the_residents_words(
    busy: Town,
) -> None:
    await busy.says(FAST, "!case find buskarna")
    [by_summary] = await told(busy, COUNCIL)
    await busy.says(FAST, "!case find skymmer")
    [by_own_words] = await told(busy, COUNCIL)
    await busy.says(FAST, "!case find lampor")
    [untriaged] = await told(busy, COUNCIL)
    await busy.says(SECRETARY, "!case find lampor", room=SECRETARIAT)
    [by_kind] = await told(busy, SECRETARIAT)

    assert by_summary.startswith("1 case found:")
    assert "TR-2026-0031" in by_summary
    assert by_own_words == untriaged == "There are no such cases."
    assert "TR-2026-0032" in by_kind


async def test_each_sees_her_own_organisations_cases(busy: Town) -> None:
    await busy.says(SDF, "!case mine")
    [own] = await told(busy, COUNCIL)
    await busy.says(TRAF, "!case mine")
    [none] = await told(busy, COUNCIL)

    assert "TR-2026-0031" in own
    assert none == "There are no such cases."


async def test_the_history_tells_what_was_done_when_by_which_office_and_names_nobody(busy: Town) -> None:
    await busy.says(SDF, "!case answer 31 We cut them.")
    await busy.hears()
    await busy.says(FAST, "!case history 31")
    [history] = await told(busy, COUNCIL)
    await busy.says(FAST, "!case history 32")
    [hidden] = await told(busy, COUNCIL)

    assert [line.partition(": ")[2] for line in history.splitlines()[1:]] == [
        "came in (resident)",
        "summary written (secretary)",
        "assigned to SDF (secretary)",
        "answered (SDF)",
    ]
    assert "anna" not in history
    assert hidden == "There is no case 0032."

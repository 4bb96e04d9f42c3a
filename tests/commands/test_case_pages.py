"""Lists of cases are read on a phone: a page at a time, however many there are."""

from datetime import timedelta

import pytest

from council.calendar import day_of, working_day_after
from council.case import receive
from council.passage import Kind
from tests.town import COUNCIL, NOON, SECRETARIAT, SECRETARY, STOCKHOLM, TRAF, Town


@pytest.fixture
async def busy(town: Town) -> Town:
    """The town with 45 cases of the transport department's, received an hour apart."""
    async with town.database.work("lindvassa") as work:
        for place in range(45):
            at = NOON - timedelta(hours=45 - place)
            case = receive(31 + place, at, day_of(at, STOCKHOLM), working_day_after).assign("TRAF", at)
            await work.cases.save(case)
            await work.passages.add(case.number, Kind.SUMMARY, "Trasig lampa", "secretary", at)
    return town


async def shown(town: Town, line: str, person: str = SECRETARY, room: str = SECRETARIAT) -> list[str]:
    """Return what the bot answers, a line each."""
    await town.says(person, line, room=room)
    return "\n".join(said for _room, said in await town.hears()).split("\n")


async def test_a_long_list_is_shown_a_page_at_a_time(busy: Town) -> None:
    first = await shown(busy, "!case list")
    third = await shown(busy, "!case list 3")

    assert len(first) == 22
    assert first[1].startswith("- TR-2026-0031: ")
    assert first[-1] == "Showing 1 to 20 of 45. Next page: !case list 2"
    assert [each[:14] for each in third[1:-1]] == [f"- TR-2026-00{number}" for number in range(71, 76)]
    assert third[-1] == "Showing 41 to 45 of 45."


@pytest.mark.parametrize("line", ["!case list 4", "!case list 0", "!case waiting 9", "!case mine 99"])
async def test_a_page_that_there_is_not_is_refused_with_how_many_there_are(busy: Town, line: str) -> None:
    answer = await shown(busy, line, TRAF, COUNCIL)

    assert answer == ["There are not so many pages: there are 3."]


async def test_ones_own_and_the_waiting_are_shown_by_pages_too(busy: Town) -> None:
    for line in ("!case mine", "!case waiting"):
        answer = await shown(busy, f"{line} 2", TRAF, COUNCIL)
        assert answer[-1] == f"Showing 21 to 40 of 45. Next page: {line} 3"


async def test_of_many_cases_found_the_newest_are_shown(busy: Town) -> None:
    found = await shown(busy, "!case find lampor", TRAF, COUNCIL)

    assert found[0] == "45 cases found:"
    assert found[1].startswith("- TR-2026-0075: ")
    assert found[-1] == "The newest 20 are shown. Add a word to get fewer."

"""Promises are read as people write them, and what cannot be one is answered with what is missing."""

import pytest

from council.promise import State
from tests.commands.evening import answers, called, gather
from tests.town import ANNA, CHAIR, POL, SDF, SECRETARY, Town

NO_DAY = "Please also write by which day, such as “by 24 April”. Example: !promise 0042 the bushes are cut by 8 April"


async def told(town: Town, sender: str, line: str) -> str:
    """Return what is said first to a line."""
    return (await answers(town, sender, line))[0][1]


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        ("20 april städa parken", "städa parken, by Monday 20 April."),
        ("31 maj klippt", "klippt, by Sunday 31 May."),
        ("två kontroller by lunch senast 20 april", "två kontroller by lunch, by Monday 20 April."),
        ("två kontroller senast 20 april by lunch", NO_DAY),
        ("klippa by häcken i april", "klippa by häcken i april, by Thursday 30 April."),
        ("staketet senast 20 april i parken", NO_DAY),
        ("två kontroller", NO_DAY),
        ("2026-03-01 två kontroller", "Sunday 1 March has passed. Write a day to come."),
    ],
)
async def test_a_day_is_found_where_it_stands(town: Town, line: str, promised: str) -> None:
    assert (await told(town, POL, f"!promise add {line}")).endswith(promised)
    async with town.database.work("lindvassa") as work:
        assert [each.case for each in await work.promises.all()] in ([None], [])


@pytest.mark.parametrize("line", ["31 klippt senast 8 april", "31 på onsdag 8 april klippt", "#31 klippt by 8 april"])
async def test_a_number_without_its_month_is_that_of_a_case(town: Town, line: str) -> None:
    await town.says(ANNA, "!concern Häcken skymmer sikten")
    await town.hears()

    await town.says(SDF, f"!promise {line}")

    assert [body for room, body in await town.hears() if room == ANNA] == [
        "A promise on TR-2026-0031 from the district administration: klippt, by Wednesday 8 April."
    ]


async def test_nobody_has_promised_anything_yet(town: Town) -> None:
    assert await told(town, POL, "!promise list") == "No promises have been made."
    assert (await told(town, POL, "!promise kept A1")).startswith("There is no promise A1.")
    assert (await told(town, POL, "!promise kept L1")).startswith("There is no promise L1.")


async def test_another_organisations_promise_is_not_kept_by_a_member(town: Town) -> None:
    await told(town, SECRETARY, "!promise add SDF 20 april städa parken")

    assert await told(town, POL, "!promise kept L1") == "L1 belongs to another organisation."
    async with town.database.work("lindvassa") as work:
        assert (await work.promises.get(1)).state is State.OPEN


async def test_a_promise_that_was_undone_is_there_no_more(town: Town) -> None:
    await called(await gather(town))
    await told(town, POL, "!promise add två kontroller by 20 april")
    assert await told(town, CHAIR, "!undo") == "Promise L1 is removed."

    assert (await told(town, POL, "!promise kept L1")).startswith("There is no promise L1.")
    assert await told(town, POL, "!promise list") == "No promises have been made."

"""One process serves several councils: what one is told, plans, counts and carries out, no other knows of."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.town import ANNA, BOE, CHAIR, COUNCIL, NOON, SECRETARY, Town


@pytest.fixture
async def granby(town: Town) -> Town:
    """Another council in the same database, with the same people, another clock, rule and language."""
    charter = replace(
        town.charter,
        slug="granby",
        names={"sv": "Granby trygghetsråd", "en": "Granby Council"},
        language="sv",
        rule="first Monday 17:00",
        zone=ZoneInfo("Europe/London"),
        first_case=1,
    )
    other = Town(town.database, charter)
    await other.settle_in()
    for each in (town, other):
        await each.becomes(NOON)
        await each.hears()
    return other


async def test_the_same_event_is_carried_out_once_in_each(town: Town, granby: Town) -> None:
    for each in (town, granby, town, granby):
        await each.says(BOE, "!agenda add Lighting", event="$same")

    assert await town.hears() == [
        (
            COUNCIL,
            "Item A8 added: Lighting (discussion, 10 min). From BOE. Meeting Thursday 9 April 2026 at 18:00.",
        )
    ]
    assert await granby.hears() == [
        (
            COUNCIL,
            "Punkt A8 är anmäld: Lighting (diskussion, 10 min). Anmäld av BOE. Möte måndag 6 april 2026 kl. 17.00.",
        )
    ]


async def test_cases_have_series_of_their_own_and_are_found_in_their_own_council_only(town: Town, granby: Town) -> None:
    await town.says(ANNA, "!concern The lamp is out")
    await granby.says(ANNA, "!concern Lampan är släckt")
    told = [(await each.hears())[1][1].splitlines()[0] for each in (town, granby)]

    await granby.says(ANNA, "!status 31")
    await town.says(SECRETARY, "!case assign 1 SDF")

    assert "TR-2026-0031" in told[0]
    assert "TR-2026-0001" in told[1]
    assert await granby.hears() == [(ANNA, "Det finns inget ärende 0031.")]
    assert await town.hears() == [(COUNCIL, "There is no case 0001.")]


async def test_a_meeting_called_off_in_one_stands_in_the_other(town: Town, granby: Town) -> None:
    await town.says(CHAIR, "!meeting cancel 2026-04")
    await town.hears()

    await granby.becomes(NOON + timedelta(days=12))

    assert any(body.startswith("I morgon") or "måndag 6 april 2026" in body for _room, body in await granby.hears())


async def test_a_language_chosen_in_one_is_not_spoken_in_the_other(town: Town, granby: Town) -> None:
    await town.says(ANNA, "!lang sv")
    await granby.says(ANNA, "!lang en")

    await town.says(ANNA, "!next")
    await granby.says(ANNA, "!next")

    assert (await town.hears())[-1][1].startswith("Nästa möte: torsdag 9 april")
    assert (await granby.hears())[-1][1].startswith("Next meeting: Monday 6 April")

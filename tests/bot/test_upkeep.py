"""What need not be kept is let go, and only where a decision says so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.upkeep import tidy
from council.charter import Retention
from tests.town import ANNA, SECRETARY, Town


@pytest.mark.parametrize(
    ("retention", "known"),
    [
        ({}, 1),
        ({"identity": Retention()}, 1),
        ({"identity": Retention(90, None)}, 1),
        ({"identity": Retention(90, "dnr 2026/17")}, 0),
    ],
)
async def test_who_raised_a_case_is_forgotten_after_its_closing_only_where_a_decision_says_so(
    town: Town, retention: dict[str, Retention], known: int
) -> None:
    await town.says(ANNA, "!concern Three lamps are out in the tunnel")
    await town.says(SECRETARY, "!case assign 31 TRAF")
    await town.says(SECRETARY, "!case answer 31 They are mended.")
    await town.says(SECRETARY, "!case close 31 Mended.")
    charter = replace(town.charter, retention=retention)

    async with town.database.work("lindvassa") as work:
        await tidy(work, charter, town.clock.now() + timedelta(days=89))
        assert await work.reporters.count(31) == 1
        await tidy(work, charter, town.clock.now() + timedelta(days=91))
        assert await work.reporters.count(31) == known

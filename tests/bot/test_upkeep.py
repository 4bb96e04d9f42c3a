"""What need not be kept is let go, and only where a decision says so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.upkeep import tidy
from council.charter import Retention
from storage.unread import Unread
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


async def test_a_message_that_was_never_read_is_forgotten_a_month_after_its_chat_was_told(town: Town) -> None:
    now = town.clock.now()
    async with town.database.work("lindvassa") as work:
        await work.unread.add("$told", 1, Unread("!room:town", {}), now)
        await work.unread.give_up("$told", now)
        await work.unread.add("$waits", 1, Unread("!room:town", {}), now)

        await tidy(work, town.charter, now + timedelta(days=29))
        assert await work.unread.is_told(1, now)
        await tidy(work, town.charter, now + timedelta(days=31))
        assert not await work.unread.is_told(1, now)
        assert await work.unread.count() == 1

"""A counted month is kept until one of its cases changes, and not a moment longer."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from council.calendar import working_day_after
from council.case import receive
from council.count import basis, count, months_within
from storage.database import Database

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 3, 23, 11, tzinfo=UTC)
LAMP = receive(31, NOON, date(2026, 3, 23), working_day_after).withdraw(NOON)
[FEBRUARY, MARCH] = months_within(NOON - timedelta(days=59), NOON + timedelta(days=20), STOCKHOLM)
BASIS = basis(STOCKHOLM)


@pytest.fixture
async def kept(database: Database) -> Database:
    """A database that keeps the counts of two months."""
    async with database.work("lindvassa") as work:
        await work.cases.save(LAMP)
        for month in (FEBRUARY, MARCH):
            await work.counts.keep(month, BASIS, count(await work.cases.received(*month), STOCKHOLM))
    return database


async def test_a_month_comes_back_as_it_was_counted(kept: Database) -> None:
    async with kept.work("lindvassa") as work:
        found = await work.counts.kept(BASIS)

    assert found == {FEBRUARY: count([], STOCKHOLM), MARCH: count([LAMP], STOCKHOLM)}


async def test_a_month_is_let_go_when_a_case_of_it_changes(kept: Database) -> None:
    async with kept.work("lindvassa") as work:
        await work.cases.save(replace(LAMP, language="en"))

        assert list(await work.counts.kept(BASIS)) == [FEBRUARY]


async def test_a_month_stays_when_the_change_of_its_case_is_undone(kept: Database) -> None:
    async with kept.work("lindvassa") as work:
        async with work.rehearsal() as tried:
            await tried.cases.save(replace(LAMP, language="en"))

        assert list(await work.counts.kept(BASIS)) == [FEBRUARY, MARCH]


async def test_a_case_that_changes_while_its_month_is_counted_is_counted_or_the_month_let_go(kept: Database) -> None:
    async def count_anew() -> None:
        async with kept.work("lindvassa") as work:
            await work.counts.alone()
            await work.counts.keep(MARCH, BASIS, count(await work.cases.received(*MARCH), STOCKHOLM))

    async with kept.work("lindvassa") as work:
        await work.councils.save({}, NOON)
    async with kept.work("lindvassa") as work:
        await work.cases.save(replace(LAMP, language="en"))
        counting = asyncio.create_task(count_anew())
        # Whoever counts waits for us. If it did not, it would be done by then, and have counted what no longer holds.
        await asyncio.wait({counting}, timeout=0.3)
    await counting

    async with kept.work("lindvassa") as work:
        recounted = count(await work.cases.received(*MARCH), STOCKHOLM)
        assert (await work.counts.kept(BASIS)).get(MARCH, recounted) == recounted


async def test_a_count_by_another_basis_does_not_hold_and_is_replaced(kept: Database) -> None:
    async with kept.work("lindvassa") as work:
        assert await work.counts.kept("another") == {}
        await work.counts.keep(MARCH, "another", count([LAMP], STOCKHOLM))

        assert list(await work.counts.kept("another")) == [MARCH]
        assert list(await work.counts.kept(BASIS)) == [FEBRUARY]


async def test_a_count_belongs_to_one_council(kept: Database) -> None:
    async with kept.work("elsewhere") as work:
        await work.cases.save(LAMP)

        assert await work.counts.kept(BASIS) == {}
    async with kept.work("lindvassa") as work:
        assert len(await work.counts.kept(BASIS)) == 2

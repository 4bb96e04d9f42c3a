"""Whoever writes without end gets no further than others, and nobody's case is lost in it: R12."""

from dataclasses import replace
from datetime import timedelta

from tests.town import ANNA, BERTIL, SECRETARIAT, SECRETARY, Town

FLOOD = 8
ACCOUNTS = 9
IN_ALL = 6


async def _numbers(town: Town) -> list[int]:
    async with town.database.work("lindvassa") as work:
        return [case.number for case in await work.cases.live()]


async def test_whoever_floods_gets_no_more_cases_than_anybody_and_loses_none_of_those(town: Town) -> None:
    await town.says(BERTIL, "!concern The bench by the pond is broken")
    for number in range(FLOOD):
        await town.says(ANNA, f"!concern The lamp number {number} at the crossing is out")

    registered = await _numbers(town)
    assert len(registered) == 1 + town.charter.limits.concerns_an_hour
    assert registered == list(range(31, 31 + len(registered)))
    # The others go on: what waits is the flooder's own.
    town.clock.time += timedelta(minutes=1)
    await town.says(BERTIL, "!concern The bin by the pond is full")
    assert len(await _numbers(town)) == len(registered) + 1


async def test_a_flood_from_many_accounts_waits_for_the_secretary_and_none_of_it_is_lost(town: Town) -> None:
    limits = replace(town.charter.limits, concerns_an_hour_in_all=IN_ALL)
    town.charter = replace(town.charter, limits=limits)
    for number in range(ACCOUNTS):
        await town.says(f"@resident{number}:town", f"!concern The lamp number {number} at crossing {number} is out")
    accepted = await _numbers(town)
    asked = [body for room, body in await town.hears() if room == SECRETARIAT and "waiting because" in body]

    await town.says(SECRETARY, "!case admit", room=SECRETARIAT)

    assert len(accepted) == IN_ALL
    assert len(asked) == 1
    assert len(await _numbers(town)) == ACCOUNTS

"""R17: neither the moment nor the order of posts in the council's room tells which resident wrote a minute before."""

import random
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.slots import mixed, next_slot
from council.charter import Slots
from storage.outbox import NEW, OutboxRow
from storage.seal import Vault
from tests.engines import MASTER
from tests.town import ANNA, CHARTER, COUNCIL, SECRETARY, STOCKHOLM, Town

CASES, RESIDENTS, DAYS = 1_000, 40, 20
START = datetime(2026, 3, 2, tzinfo=UTC)


def written(dice: random.Random) -> list[tuple[datetime, str, int]]:
    """Return who wrote when, about which case; somebody at the window sees all but the last."""
    moments = sorted(START + timedelta(minutes=dice.uniform(0, DAYS * 24 * 60)) for _ in range(CASES))
    return [(at, f"@resident{dice.randrange(RESIDENTS)}:town", case) for case, at in enumerate(moments)]


def posted(told: list[tuple[datetime, str, int]], slots: Slots, *, mixing: bool) -> list[tuple[datetime, int]]:
    """Return when a post about each case appears, in the order of the room."""
    rows = [
        OutboxRow(
            number=case,
            council="lindvassa",
            room=2,
            case=case,
            queued_at=at,
            not_before=next_slot(at, slots, STOCKHOLM),
        )
        for at, _, case in told
    ]
    rooms: dict[datetime, list[OutboxRow]] = defaultdict(list)
    for row in rows:
        rooms[row.not_before].append(row)
    name = Vault(MASTER).name
    return [
        (moment, row.case or 0)
        for moment, waiting in sorted(rooms.items())
        for row in (mixed(waiting, name) if mixing else waiting)
    ]


def guessed(told: list[tuple[datetime, str, int]], posts: list[tuple[datetime, int]]) -> tuple[float, float]:
    """Return how often a watcher names the writer who matches each post by its order, and how often chance would."""
    writer = {case: who for _, who, case in told}
    right = chance = 0.0
    before = START - timedelta(days=1)
    for moment in sorted({moment for moment, _ in posts}):
        seen = [who for at, who, _ in told if before <= at < moment] or [told[0][1]]
        here = [case for when, case in posts if when == moment]
        for place, case in enumerate(here):
            right += writer[case] == seen[min(place, len(seen) - 1)]
            chance += seen.count(writer[case]) / len(seen)
        before = moment
    return right / len(posts), chance / len(posts)


def test_over_a_thousand_cases_a_watcher_guesses_hardly_better_than_chance() -> None:
    told = written(random.Random(17))

    rate, chance = guessed(told, posted(told, Slots(), mixing=True))

    assert rate <= 1.2 * chance, f"{rate:.3f} against {chance:.3f} by chance"


def test_without_mixing_a_watcher_who_knows_the_order_is_always_right() -> None:
    told = written(random.Random(17))

    rate, chance = guessed(told, posted(told, Slots(), mixing=False))

    assert rate == 1.0
    assert chance < 0.8


def test_without_slots_the_last_to_write_is_the_one() -> None:
    told = written(random.Random(17))

    posts = posted(told, Slots(on=False), mixing=True)

    assert [moment for moment, _ in posts] == [at for at, _, _ in told]


def test_posts_about_one_case_keep_their_order() -> None:
    at = START + timedelta(hours=9, minutes=10)
    slot = at.replace(hour=10, minute=0)
    rows = [
        OutboxRow(number=number, council="lindvassa", room=2, case=number % 3, queued_at=at, not_before=slot)
        for number in range(12)
    ]

    order = [(row.case, row.number) for row in mixed(rows, Vault(MASTER).name)]

    assert sorted(number for _, number in order) == list(range(12))
    for case in range(3):
        assert [number for each, number in order if each == case] == [case, case + 3, case + 6, case + 9]


ACTS = (
    "There is a further lamp out, number 12",
    "!correct 31 Four lamps are out in the tunnel",
    "!question When does the council meet about the lamps?",
    "!status 31",
    "!withdraw 31",
    "!reopen 31",
    "!concern The bushes hide the footpath",
    "!erase",
)


@pytest.mark.parametrize("settled", [False, True])
async def test_whatever_a_resident_does_the_councils_room_hears_of_it_on_the_hour(town: Town, *, settled: bool) -> None:
    town.charter = replace(CHARTER, slots=Slots())
    concern = await town.says(ANNA, "!concern Three lamps are out in the tunnel")
    await town.says(SECRETARY, "!case assign 31 TRAF")
    await town.says(SECRETARY, "!case summary 31 Lamps in the tunnel")
    await town.says(SECRETARY, "!case answer 31 They are mended on Friday.")
    if settled:
        await town.says(SECRETARY, "!case resolve 31")
    town.clock.time += timedelta(hours=2)
    await town.hears()
    town.clock.time += timedelta(minutes=23)

    for act in ("yes" if settled else "no", *ACTS):
        await town.says(ANNA, act)
    await town.says(ANNA, "Three lamps, and the bench", edits=concern)
    await town.deletes(ANNA, concern)

    async with town.database.work("lindvassa") as work:
        council = await work.rooms.at(f"!{COUNCIL}:town")
        assert council is not None
        rows = await work.session.scalars(
            select(OutboxRow.not_before).where(OutboxRow.room == council.number, OutboxRow.state == NEW)
        )
        moments = {moment.astimezone(STOCKHOLM) for moment in rows}
    assert moments
    assert {(moment.minute, moment.second, moment.hour in range(8, 21)) for moment in moments} == {(0, 0, True)}
    assert min(moments) > town.clock.time

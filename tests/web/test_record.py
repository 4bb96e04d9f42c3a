"""The public record: what is open is in it, with its state and how late; what is closed never was."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest

from bot.upkeep import count_months
from council.case import Case
from council.count import basis
from council.item import Item
from council.minutes import Version
from council.passage import Passage
from council.people import Person
from council.record import Record
from council.share import Share
from council.steps import OPEN
from tests.town import Town
from tests.web.rich import NOW, enrich
from tests.web.visitor import visiting

FORBIDDEN = {"by", "person", "user", "user_id", "sender", "reporter", "origin", "hand", "room", "event", "made_by"}


@pytest.fixture
async def rich(town: Town) -> Town:
    """The town after a full month."""
    await enrich(town)
    return town


async def record_of(town: Town) -> Record:
    """Return what the town's pages are made of."""
    async with visiting(town) as visitor:
        await visitor.shelf.paths()
        [record] = visitor.shelf._records
    return record


def _kinds(kind: Any, seen: set[Any]) -> set[Any]:
    """Return every dataclass that values of a kind may hold, whatever lies between."""
    if is_dataclass(kind) and isinstance(kind, type) and kind not in seen:
        seen.add(kind)
        for hint in get_type_hints(kind).values():
            _kinds(hint, seen)
    for each in get_args(kind):
        _kinds(each, seen)
    return seen


def test_no_value_of_the_record_has_a_place_for_a_person() -> None:
    kinds = _kinds(Record, set())

    named = {f"{kind.__name__}.{field.name}" for kind in kinds for field in fields(kind) if field.name in FORBIDDEN}

    assert {kind.__name__ for kind in kinds} > {"Record", "Gathering", "Matter", "Measures", "Year", "Deed"}
    assert not {Person, Case, Item, Share, Passage, Version} & kinds
    assert named == set()


async def test_only_decisions_on_open_items_and_between_meetings_are_told(rich: Town) -> None:
    record = await record_of(rich)

    assert [each.id for each in record.decisions] == ["D4", "D2", "D1"]


async def test_an_action_is_told_if_it_comes_from_something_open_and_from_nothing_closed(rich: Town) -> None:
    record = await record_of(rich)

    assert {each.id for each in record.actions} == {"X1", "X2", "X3", "X4", "X5"}
    late = {each.id: each.late_days for each in record.actions}
    assert late == {"X1": 7, "X2": 4, "X3": 0, "X4": 0, "X5": 0}


async def test_promises_are_told_with_what_became_of_them(rich: Town) -> None:
    record = await record_of(rich)

    assert {each.id: each.state.value for each in record.promises} == {
        "L4": "open",
        "L3": "broken",
        "L2": "claimed",
        "L1": "kept",
    }
    assert {each.id: str(each.back_on) for each in record.promises if each.back_on} == {"L1": "2026-04-02"}
    assert (record.kept.kept, record.kept.broken, record.kept.open) == (1, 1, 2)


async def test_only_what_was_released_is_told_of_cases_and_never_the_time_of_day(rich: Town) -> None:
    record = await record_of(rich)

    assert [each.label[-4:] for each in record.matters] == ["0004", "0003", "0002", "0001"]
    assert all(type(each.received_on).__name__ == "date" for each in record.matters)


async def test_the_figures_end_with_the_last_meeting_and_carry_their_base(rich: Town) -> None:
    found = (await record_of(rich)).measures

    assert found
    assert (str(found.first), str(found.last), found.registered) == ("2025-11-03", "2026-04-09", 13)
    assert (found.meetings, found.referred, found.contacts, found.incidents) == (1, 3, 16, 1)
    assert (found.unanswerable.part, found.unanswerable.whole) == (1, 13)
    assert {each.value: count for each, count in found.reasons.items()} == {"secrecy": 1}
    came = {each.organisation: (each.present, each.excused, each.absent) for each in found.seats}
    assert (came["SDF"], came["FAST"], came["FALT"]) == ((1, 0, 0), (0, 1, 0), (0, 0, 1))


async def test_small_counts_are_hidden_so_that_none_can_be_worked_out(rich: Town) -> None:
    found = (await record_of(rich)).measures
    assert found

    for counts in (found.languages, found.categories, found.channels):
        exact = [count for count in counts.values() if not isinstance(count, Enum)]
        assert all(count >= 5 for count in exact)
        # One hidden cell alone would be the sum less the others.
        assert len(counts) - len(exact) != 1


async def test_what_was_taken_back_in_public_is_listed_and_what_was_closed_is_not(rich: Town) -> None:
    record = await record_of(rich)

    assert [each.id for each in record.removals] == ["TR-2026-0005", "I7"]


async def test_a_year_tells_of_meetings_held_moved_called_off_and_without_quorum(rich: Town) -> None:
    [year] = (await record_of(rich)).years

    assert (year.year, year.is_over) == (2026, False)
    assert (year.held, year.moved, year.cancelled, year.without_quorum) == (1, 1, 1, 1)


async def test_the_figures_are_the_same_with_and_without_kept_months_and_after_one_of_their_cases_changes(
    rich: Town,
) -> None:
    async with rich.database.work("lindvassa") as work:
        for case in await work.cases.standing_at(OPEN):
            await work.cases.save(case.withdraw(NOW))
    recounted = await record_of(rich)
    async with rich.database.work("lindvassa") as work:
        await count_months(work, rich.charter, NOW)
        kept = await work.counts.kept(basis(rich.charter.zone))

    assert sum(each.of("registered") for each in kept.values()) == 13
    assert await record_of(rich) == recounted

    async with rich.database.work("lindvassa") as work:
        case = await work.cases.get(5)
        await work.cases.save(case.reopen(NOW, date(2026, 5, 8)))
    reopened = (await record_of(rich)).measures

    assert reopened is not None
    assert recounted.measures is not None
    assert reopened.reopened.part == recounted.measures.reopened.part + 1
    assert sum(each.open for each in reopened.waiting) == 1


async def test_a_month_in_which_a_case_is_open_is_not_kept(rich: Town) -> None:
    async with rich.database.work("lindvassa") as work:
        await count_months(work, rich.charter, NOW)

        assert all(each.of("registered") == 0 for each in (await work.counts.kept(basis(rich.charter.zone))).values())

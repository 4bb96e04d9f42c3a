"""The record of a meeting: what follows from its entries, in whatever order they were written down."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.agenda import Agenda
from council.item import Kind, Wish
from council.people import Person, Role
from council.proceedings import Act, Entry, Proceedings, fitting_note, times_lost
from council.text import Refusal

SIX = datetime(2026, 4, 9, 16, 0, tzinfo=UTC)
CODES = ("SDF", "POL", "FAST", "BOST", "FTG", "SKOL", "FALT", "CIV", "BOE")
BOE = Person("@boe:town", frozenset({Role.MEMBER}), "BOE")


def at(minutes: int) -> datetime:
    return SIX + timedelta(minutes=minutes)


def record(*entries: tuple[Act, int, str]) -> Proceedings:
    """Return a record of entries: act, minutes after six, organisation or item."""
    made = Proceedings("2026-04")
    for act, minutes, what in entries:
        of = "organisation" if act in (Act.ARRIVED, Act.LEFT, Act.ADJUSTER) else "item"
        made, _ = made.adding(Entry(0, act, at(minutes), at(minutes), **{of: what}))  # type: ignore[arg-type]
    return made


def agenda() -> Agenda:
    made = Agenda.opened("2026-04")
    for title, kind in (("Belysning", Kind.DECISION), ("Mopeder", Kind.DECISION), ("Snatterier", Kind.DISCUSSION)):
        made, _ = made.add(Wish(title, kind, 10), BOE)
    return made.freeze(SIX)


movements = st.lists(
    st.tuples(st.sampled_from([Act.ARRIVED, Act.LEFT]), st.integers(0, 120), st.sampled_from(CODES)), max_size=40
)


@given(movements, st.integers(0, 120))
def test_who_is_there_is_who_came_last_and_has_not_left_however_late_it_was_written_down(
    moves: list[tuple[Act, int, str]], minute: int
) -> None:
    proceedings = record(*moves)

    there = set()
    for code in CODES:
        own = [(when, number, act) for number, (act, when, who) in enumerate(moves) if who == code and when <= minute]
        if own and max(own)[2:] == (Act.ARRIVED,):
            there.add(code)

    assert proceedings.present(at(minute)) == there


@given(movements, st.data())
def test_a_struck_entry_is_as_if_it_had_never_been(moves: list[tuple[Act, int, str]], data: st.DataObject) -> None:
    if not moves:
        return
    gone = data.draw(st.integers(0, len(moves) - 1))

    struck = record(*moves).striking(gone + 1, at(130))

    without = record(*(each for number, each in enumerate(moves) if number != gone))
    assert struck.present(at(120)) == without.present(at(120))
    assert len(struck.entries) == len(moves)


@given(movements)
def test_spans_are_when_an_organisation_is_there(moves: list[tuple[Act, int, str]]) -> None:
    proceedings = record(*moves)
    for code in CODES:
        spans = proceedings.spans(code, at(121))
        for minute in range(0, 121, 10):
            inside = any(start <= at(minute) < end for start, end in spans)
            assert inside == (code in proceedings.present(at(minute)))


@given(movements)
def test_a_quorum_is_lost_as_often_as_it_is_there_and_then_not(moves: list[tuple[Act, int, str]]) -> None:
    proceedings = record((Act.CALLED, 0, ""), *moves)

    there: set[str] = set()
    lost, was = 0, False
    for act, _when, code in sorted(moves, key=lambda each: each[1]):
        (there.add if act is Act.ARRIVED else there.discard)(code)
        lost += was and len(there) < 5
        was = len(there) >= 5

    assert times_lost(proceedings, CODES) == lost


@given(st.lists(st.tuples(st.integers(1, 11), st.integers(1, 9)), min_size=1, max_size=20), st.integers(1, 30))
def test_the_times_of_all_items_add_up_to_the_time_since_the_first(steps: list[tuple[int, int]], rest: int) -> None:
    entries, minute = [], 0
    for item, length in steps:
        entries.append((Act.OPENED, minute, f"A{item}"))
        minute += length

    spent = record(*entries).spent(at(minute + rest))

    assert sum(spent.values(), timedelta()) == timedelta(minutes=minute + rest)


def test_the_item_at_hand_is_the_last_one_opened_and_not_skipped() -> None:
    assert record((Act.OPENED, 0, "A1"), (Act.OPENED, 5, "A2")).current == "A2"
    assert record((Act.OPENED, 0, "A1"), (Act.SKIPPED, 5, "A1")).current is None
    assert record((Act.OPENED, 0, "A1"), (Act.SKIPPED, 5, "A3")).current == "A1"
    assert record((Act.OPENED, 0, "A1"), (Act.ENDED, 5, "")).current is None


def test_the_next_item_is_the_next_in_order_that_nobody_has_touched() -> None:
    following = record((Act.OPENED, 0, "A9"), (Act.SKIPPED, 1, "A10")).following(agenda())
    assert following is not None
    assert following.id == "A11"
    last = record(*((Act.OPENED, number, f"A{number}") for number in range(1, 12)))
    assert last.following(agenda()) is None


def test_what_was_opened_or_written_under_is_not_left_over() -> None:
    led = record((Act.OPENED, 0, "A8"), (Act.OPENED, 5, "A9"), (Act.SKIPPED, 6, "A9"))
    assert [item.id for item in led.left_over(agenda())] == ["A9", "A10"]
    unled = record((Act.DECIDED, 0, "A8"))
    assert [item.id for item in unled.left_over(agenda())] == ["A9"]


def test_what_was_put_off_and_decided_after_all_is_not_left_over() -> None:
    put_off = record((Act.POSTPONED, 0, "A8"), (Act.DECIDED, 5, "A8"), (Act.DECIDED, 6, "A9"))
    assert put_off.left_over(agenda()) == ()


def test_a_meeting_runs_from_its_opening_to_its_end() -> None:
    opened = record((Act.STARTED, 0, ""))
    assert opened.is_running
    ended = record((Act.STARTED, 0, ""), (Act.ENDED, 120, ""))
    assert (ended.is_running, ended.started_at, ended.ended_at) == (False, at(0), at(120))
    assert ended.striking(2, at(121)).is_running


def test_the_last_entry_of_a_person_is_hers() -> None:
    made = record((Act.OPENED, 0, "A1"))
    made, _ = made.adding(Entry(0, Act.NOTED, at(1), at(1), words="x", person="@boe:town", origin="m1"))
    made, _ = made.adding(Entry(0, Act.OPENED, at(2), at(2), item="A2", person="@chair:town"))

    assert made.last().item == "A2"
    assert made.last("@boe:town").words == "x"
    assert made.made_by("m1") == made.last("@boe:town")
    with pytest.raises(Refusal):
        made.last("@pol:town")
    assert replace(made, entries=()).made_by("m1") is None


def test_a_note_has_words_and_not_too_many() -> None:
    assert fitting_note("  så  ") == "så"
    for words in ("  ", "x" * 2_001):
        with pytest.raises(Refusal):
            fitting_note(words)

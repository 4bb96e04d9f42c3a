"""Two cases that may be the same are pointed out, and no others."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.calendar import working_day_after
from council.case import Case, receive
from council.concern import Category
from council.likeness import alike, may_be_same

NOON = datetime(2026, 3, 18, 11, tzinfo=UTC)
FIRST = replace(
    receive(31, NOON - timedelta(days=5), date(2026, 3, 13), working_day_after),
    category=Category.LIGHTING,
    area="Parkstråket",
)
LATER = replace(FIRST, number=37, received_at=NOON)


def test_the_same_kind_and_area_within_two_weeks_may_be_the_same() -> None:
    assert may_be_same(LATER, FIRST)
    assert may_be_same(replace(LATER, area=None), FIRST)


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRST, area="Centrum"),
        replace(FIRST, category=Category.LITTER),
        replace(FIRST, received_at=NOON - timedelta(days=15)),
        replace(FIRST, number=38),
        FIRST.withdraw(NOON),
    ],
)
def test_other_kinds_areas_times_and_withdrawn_ones_are_not(other: Case) -> None:
    assert not may_be_same(LATER, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tre lampor är släckta i tunneln under Sjövägen", "Mörkt i gångtunneln", True),
        ("Three lamps are out in the tunnel", "Dark in the pedestrian tunnel", True),
        ("Mörkt i gångtunneln", "Lampan vid skolgårdens grind blinkar", False),
        ("Mörkt", "Mörkt", False),
    ],
)
def test_texts_are_alike_that_share_a_telling_word(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert alike(one, other) is same


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)

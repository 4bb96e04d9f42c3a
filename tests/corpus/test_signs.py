"""What points to a person is found, and house numbers, years, times, sums and case numbers are let through."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.detect import IDENTIFYING, WORTH_A_LOOK, Sign, detect
from council.pointers import COVER, covered, finds, readable
from tests.corpus import cases

CASES = cases("signs")
TEXTS = [case.values[0] for case in CASES]
POINTING = IDENTIFYING | WORTH_A_LOOK | {Sign.SUSPECT}
PLACES = ("Parkstråket", "Södra gården", "Norra gården", "Stationen", "Sjövägen", "Centrum", "Skolområdet")


def test_the_corpus_has_at_least_a_hundred_of_each_kind() -> None:
    true = sum(bool(case["signs"]) for case in TEXTS)

    assert true >= 100
    assert len(TEXTS) - true >= 100


@pytest.mark.parametrize("case", CASES)
def test_just_what_points_to_a_person_is_found(case: dict[str, Any]) -> None:
    found = {sign.value for sign in detect(case["words"], places=PLACES) & POINTING}

    assert found == set(case["signs"]), case["words"]


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0]["signs"]])
def test_what_was_found_is_covered_and_not_repeated(case: dict[str, Any]) -> None:
    text = readable(case["words"])
    shown = covered(case["words"], PLACES)

    assert COVER in shown
    assert all(text[find.start : find.end] not in shown for find in finds(text, PLACES))


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_a_covered_text_holds_no_number_address_or_group(one: dict[str, Any], other: dict[str, Any]) -> None:
    shown = covered(f"{one['words']}. {other['words']}", PLACES)

    assert not detect(shown, places=PLACES) & (POINTING - {Sign.NAME, Sign.SUSPECT})


@given(st.text(max_size=200))
def test_whatever_was_written_covering_leaves_the_rest_as_it_was(noise: str) -> None:
    shown = covered(noise)

    assert all(part in readable(noise) for part in shown.split(COVER))

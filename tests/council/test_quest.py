"""What somebody looks for is read from words, and from a class, an organisation or a time in parentheses."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.quest import Quest, Span, read_quest, read_span
from council.text import Refusal, Sharing
from tests.council.evening import ORGANISATIONS

TODAY = date(2026, 4, 9)
MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mopeder", Quest("mopeder")),
        ("  mopeder  ", Quest("mopeder")),
        ("mopeder (polisen)", Quest("mopeder", organisation="POL")),
        ("mopeder (POL, mars, öppet)", Quest("mopeder", Sharing.OPEN, "POL", MARCH)),
        ("mopeder ( , stadsdelen , council)", Quest("mopeder", Sharing.COUNCIL, "SDF")),
        ("bränder (i mars) igår", Quest("bränder (i mars) igår")),
        ("(2025)", Quest("", span=Span(date(2025, 1, 1), date(2025, 12, 31)))),
        ("(polisen)", Quest("", organisation="POL")),
        ("(open)", Quest("", Sharing.OPEN)),
    ],
)
def test_a_quest_is_read(typed: str, found: Quest) -> None:
    assert read_quest(typed, ORGANISATIONS, TODAY) == found


@pytest.mark.parametrize("typed", ["", "   ", "()", "( , )", "!?"])
def test_without_words_or_anything_to_narrow_there_is_nothing_to_look_for(typed: str) -> None:
    with pytest.raises(Refusal, match="find-words-missing"):
        read_quest(typed, ORGANISATIONS, TODAY)


def test_what_is_no_class_organisation_or_time_is_named_in_the_refusal_but_not_at_length() -> None:
    with pytest.raises(Refusal, match="find-filter-unknown") as refused:
        read_quest(f"mopeder ({'x' * 90})", ORGANISATIONS, TODAY)

    assert refused.value.text.facts["typed"] == "x" * 40


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("mars", date(2026, 3, 1), date(2026, 3, 31)),
        ("April", date(2026, 4, 1), date(2026, 4, 30)),
        ("maj", date(2025, 5, 1), date(2025, 5, 31)),
        ("dec.", date(2025, 12, 1), date(2025, 12, 31)),
        ("february  2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-03", date(2026, 3, 1), date(2026, 3, 31)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("1901", date(1901, 1, 1), date(1901, 12, 31)),
        ("9998-01", date(9998, 1, 1), date(9998, 1, 31)),
    ],
)
def test_a_month_or_a_year_is_read(typed: str, first: date, last: date) -> None:
    assert read_span(typed, TODAY) == Span(first, last)


@pytest.mark.parametrize(
    "typed", ["", "2026-13", "2026-00", "mars x", "1900", "9999", "1900-02", "9999-12", "mars 1900", "20260", "x"]
)
def test_what_is_no_month_and_no_year_is_not_guessed(typed: str) -> None:
    assert read_span(typed, TODAY) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    with suppress(Refusal):
        assert read_quest(typed, ORGANISATIONS, TODAY) != Quest("")


def test_words_are_looked_for_by_the_beginning_their_forms_share_and_short_ones_as_they_are() -> None:
    assert Quest("Bilar").stems == Quest("bilen").stems
    assert Quest("PÅ en").stems == ("på", "en")

"""A decision has words, and more votes for than against; at a tie the chair's vote decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.decision import Votes, fitting, read_votes
from council.text import Refusal


@pytest.mark.parametrize(
    ("typed", "votes", "rest"),
    [
        ("6-0-0 Dagordningen fastställs", Votes(6, 0, 0), "Dagordningen fastställs"),
        ("5\N{EN DASH}0\N{EN DASH}1: Rådet hemställer", Votes(5, 0, 1), "Rådet hemställer"),
        ("3-3-0, utslagsröst ja: Extra vuxna", Votes(3, 3, 0, casting=True), "Extra vuxna"),
        ("3-3 casting vote no Extra adults", Votes(3, 3, 0, casting=False), "Extra adults"),
        ("4-2 Vandring", Votes(4, 2), "Vandring"),
        ("Vandring (4-2-1)", Votes(4, 2, 1), "Vandring"),
        ("Extra vuxna (3-3-0, utslagsröst ja).", Votes(3, 3, 0, casting=True), "Extra vuxna"),
        ("Vandring (4-2-1 vilda)", None, "Vandring (4-2-1 vilda)"),
        ("30 april är valborg", None, "30 april är valborg"),
        ("2026-04-23 vandring", None, "2026-04-23 vandring"),
        ("", None, ""),
    ],
)
def test_votes_are_read_from_the_front(typed: str, votes: Votes | None, rest: str) -> None:
    assert read_votes(typed) == (votes, rest)


@given(st.text())
def test_any_text_can_be_read(typed: str) -> None:
    _, rest = read_votes(typed)

    assert rest in typed


@pytest.mark.parametrize(
    ("text", "votes", "refusal"),
    [
        (" ", None, "decision-words-missing"),
        ("x" * 1001, None, "decision-words-many"),
        ("Extra vuxna", Votes(3, 3), "decision-tied"),
        ("Extra vuxna", Votes(3, 3, casting=False), "decision-fell"),
        ("Extra vuxna", Votes(2, 3), "decision-fell"),
        ("Extra vuxna", Votes(3, 2, casting=True), "decision-not-tied"),
    ],
)
def test_what_was_not_decided_is_refused(text: str, votes: Votes | None, refusal: str) -> None:
    with pytest.raises(Refusal, match=refusal):
        fitting(text, votes)


def test_a_decision_without_a_count_and_one_by_the_chair_both_stand() -> None:
    assert fitting("Dagordningen  fastställs", None) == "Dagordningen fastställs"
    assert fitting("Extra vuxna", Votes(3, 3, casting=True)) == "Extra vuxna"

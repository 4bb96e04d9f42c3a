"""What is shared says how far it goes, and loses its words when it is taken back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.people import Person, Role
from council.share import LONGEST_SHARE, Share, State, fitting, read_class
from council.text import Refusal, Sharing

TEN = datetime(2026, 4, 7, 8, 0, tzinfo=UTC)
POL = Person("@pol:x", frozenset({Role.CONTACT}), "POL")
OTHER_POL = Person("@pol2:x", frozenset({Role.MEMBER}), "POL")
SKOL = Person("@skol:x", frozenset({Role.CONTACT}), "SKOL")
SECRETARY = Person("@s:x", frozenset({Role.SECRETARY}))
POST = Share(5, TEN, POL.user_id, "POL", Sharing.OPEN, "Varning för bedragare", origin="first")


@pytest.mark.parametrize(
    ("typed", "sharing", "rest"),
    [
        ("open Week 11", Sharing.OPEN, "Week 11"),
        ("Öppet: vecka 11", Sharing.OPEN, "vecka 11"),
        ("RÅDET fjorton snatterier", Sharing.COUNCIL, "fjorton snatterier"),
        ("council\nTwo lines\nof text", Sharing.COUNCIL, "Two lines\nof text"),
        ("sekretariatet", Sharing.SECRETARIAT, ""),
        ("Vecka 11: inga bränder", None, "Vecka 11: inga bränder"),
        ("opening hours", None, "opening hours"),
        ("", None, ""),
    ],
)
def test_the_class_is_read_and_never_guessed(typed: str, sharing: Sharing | None, rest: str) -> None:
    assert read_class(typed) == (sharing, rest)


@given(st.text())
def test_any_text_can_be_read(typed: str) -> None:
    sharing, rest = read_class(typed)

    assert sharing is not Sharing.OWN
    assert typed.strip().endswith(rest)


def test_a_withdrawn_post_keeps_its_number_and_nothing_else() -> None:
    gone = POST.withdraw(TEN)

    assert (gone.id, gone.text, gone.state, gone.is_published) == ("I5", "", State.WITHDRAWN, False)
    with pytest.raises(Refusal, match="share-withdrawn-already"):
        gone.withdraw(TEN)
    with pytest.raises(Refusal, match="share-withdrawn-already"):
        gone.reword(Sharing.OPEN, "Igen", TEN)


def test_what_is_withdrawn_before_it_was_approved_is_not_counted_as_removed_from_what_was_public() -> None:
    gone = replace(POST, state=State.WAITING, asked_at=TEN).withdraw(TEN)

    assert (gone.text, gone.asked_at, gone.state, gone.is_over) == ("", None, State.TAKEN_BACK, True)


@pytest.mark.parametrize("state", [State.WAITING, State.PUBLISHED])
def test_once_approved_nothing_waits_any_more(state: State) -> None:
    asked = replace(POST, state=state, asked_at=TEN, proposed="Varning" if state is State.PUBLISHED else "")

    approved = asked.approve(SECRETARY, TEN)

    assert (approved.state, approved.asked_at, approved.proposed) == (State.PUBLISHED, None, "")
    assert approved.approved_by == SECRETARY.user_id
    with pytest.raises(Refusal):
        approved.approve(SECRETARY, TEN)


def test_an_edit_changes_the_words_and_never_how_far_they_go() -> None:
    assert POST.reword(Sharing.OPEN, " Varning ", TEN).text == "Varning"
    with pytest.raises(Refusal, match="share-class-fixed"):
        POST.reword(Sharing.COUNCIL, "Varning", TEN)


def test_a_post_belongs_to_its_organisation_and_the_secretary() -> None:
    assert [POST.is_own_of(who) for who in (POL, OTHER_POL, SECRETARY, SKOL)] == [True, True, True, False]


def test_words_are_needed_but_not_too_many() -> None:
    with pytest.raises(Refusal, match="share-words-missing"):
        fitting("  \n")
    with pytest.raises(Refusal, match="share-words-many"):
        fitting("x" * (LONGEST_SHARE + 1))

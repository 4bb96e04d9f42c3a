"""A promise is kept when its owner says so and somebody else agrees."""

from datetime import UTC, date, datetime, timedelta

import pytest

from council.people import Person, Role
from council.promise import Promise, State, Tally, alive, tally
from council.text import Refusal

NOON = datetime(2026, 4, 7, 10, 0, tzinfo=UTC)
SDF = Person("@sdf:x", frozenset({Role.CONTACT}), "SDF")
POL = Person("@pol:x", frozenset({Role.CONTACT}), "POL")
SECRETARY = Person("@s:x", frozenset({Role.SECRETARY}))
RESIDENT = Person("@anna:x")
L2 = Promise(2, "SDF", "buskar klippta", date(2026, 4, 8), NOON, case=42)


def test_it_takes_two_to_say_that_a_promise_is_kept() -> None:
    claimed = L2.claim(SDF, NOON, "Klippt i dag.")

    assert claimed.state is State.CLAIMED
    assert not claimed.is_settled
    kept = claimed.confirm(NOON)
    assert (kept.id, kept.state, kept.words) == ("L2", State.KEPT, "Klippt i dag.")
    with pytest.raises(Refusal, match="promise-not-claimed"):
        L2.confirm(NOON)
    with pytest.raises(Refusal, match="promise-not-yours"):
        L2.claim(POL, NOON, "Klippt.")
    with pytest.raises(Refusal, match="promise-not-yours"):
        L2.claim(RESIDENT, NOON, "Klippt.")


def test_a_promise_not_kept_says_why() -> None:
    broken = L2.breach(SDF, NOON, "larm")

    assert (broken.state, broken.words, broken.settled_at) == (State.BROKEN, "larm", NOON)
    assert L2.breach(SECRETARY, NOON, "larm").is_settled
    with pytest.raises(Refusal, match="promise-reason-missing"):
        L2.breach(SDF, NOON, " ")
    with pytest.raises(Refusal, match="promise-not-yours"):
        L2.breach(POL, NOON, "larm")
    with pytest.raises(Refusal, match="promise-settled-already"):
        broken.breach(SDF, NOON, "larm")


def test_a_kept_promise_stays_kept_when_the_problem_comes_back() -> None:
    back = L2.claim(SDF, NOON, "Klippt").confirm(NOON).come_back(date(2026, 4, 9))

    assert (back.state, back.back_on) == (State.KEPT, date(2026, 4, 9))
    assert back.come_back(date(2026, 4, 20)) == back


def test_only_of_a_kept_promise_it_is_told_that_the_problem_is_back() -> None:
    broken = L2.breach(SDF, NOON, "larm")

    assert (L2.come_back(date(2026, 4, 9)), broken.come_back(date(2026, 4, 9))) == (L2, broken)


def test_a_promise_that_its_owner_alone_calls_kept_is_open() -> None:
    kept = L2.claim(SDF, NOON, "Klippt").confirm(NOON)
    promises = [kept, kept, L2.breach(SDF, NOON, "larm"), L2.claim(SDF, NOON, "Klippt")]

    assert tally(promises) == Tally(kept=2, broken=1, open=1)


def test_a_span_has_the_promises_that_were_open_in_it_as_they_stood_at_its_end() -> None:
    day = timedelta(days=1)
    kept = L2.claim(SDF, NOON + day, "Klippt.").confirm(NOON + 10 * day)

    assert tally(alive([kept], NOON - day, NOON + 5 * day)) == Tally(0, 0, 1)
    assert tally(alive([kept], NOON + 5 * day, NOON + 11 * day)) == Tally(1, 0, 0)
    assert alive([kept], NOON + 11 * day, NOON + 20 * day) == []
    assert alive([kept], NOON - 2 * day, NOON) == []
    assert tally(alive([L2], NOON + 400 * day, NOON + 500 * day)) == Tally(0, 0, 1)

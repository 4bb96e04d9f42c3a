"""An action binds when its owner has accepted it, and is asked about until it is done."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from council.action import Action, Standing, State, fitting
from council.calendar import instant
from council.item import Raiser
from council.people import Person, Role
from council.plan import ReminderPlan
from council.reminders import Kind, due
from council.text import Refusal

ZONE = ZoneInfo("Europe/Stockholm")
EVENING = datetime(2026, 4, 9, 17, 15, tzinfo=UTC)
FALT = Person("@falt:x", frozenset({Role.CONTACT, Role.MEMBER}), "FALT")
SDF = Person("@sdf:x", frozenset({Role.CONTACT}), "SDF")
SECRETARY = Person("@s:x", frozenset({Role.SECRETARY}))
X6 = Action(6, "FALT", date(2026, 4, 28), "schemalägg vuxna 30 april", EVENING, answer_due=date(2026, 4, 16))


def accepted(number: int, due: date) -> Action:
    return replace(X6, number=number, due=due, state=State.ACCEPTED, accepted_at=EVENING)


APRIL = [
    accepted(1, date(2026, 4, 30)),
    accepted(2, date(2026, 4, 24)),
    accepted(3, date(2026, 5, 8)),
    accepted(4, date(2026, 4, 24)),
    accepted(5, date(2026, 4, 23)),
    X6,
    accepted(7, date(2026, 4, 30)),
    replace(accepted(8, date(2026, 4, 10)), state=State.DONE, done_at=EVENING),
]


def nudged(monday: date, actions: list[Action]) -> list[str]:
    """Return whose owners are reminded on a Monday at nine."""
    nine = instant(monday, time(9), ZONE)
    found = due([], actions, ReminderPlan(), ZONE, now=nine, since=nine - timedelta(days=1))
    return [each.subject for each in found if each.kind is Kind.ACTION_NUDGE]


def test_the_mondays_of_april_ask_about_what_falls_due_that_week() -> None:
    assert nudged(date(2026, 4, 13), APRIL) == []
    assert nudged(date(2026, 4, 20), APRIL) == ["X2", "X4", "X5"]


def test_what_is_done_is_not_asked_about_and_what_is_late_is() -> None:
    later = [replace(each, state=State.DONE, done_at=EVENING) if each.number in (2, 4, 5) else each for each in APRIL]

    assert nudged(date(2026, 4, 27), later) == ["X1", "X7"]
    assert nudged(date(2026, 5, 4), later) == ["X1", "X3", "X7"]
    assert "X6" in nudged(date(2026, 4, 27), [X6.accept(FALT, EVENING)])


def test_an_action_that_nobody_accepted_is_never_overdue() -> None:
    assert X6.standing(date(2026, 4, 16)) is Standing.AWAITING
    assert X6.standing(date(2026, 4, 17)) is Standing.NOT_ACCEPTED
    assert X6.standing(date(2026, 6, 1)) is Standing.NOT_ACCEPTED
    assert X6.accept(FALT, EVENING).standing(date(2026, 4, 29)) is Standing.OVERDUE


def test_only_the_owner_accepts_and_only_once() -> None:
    with pytest.raises(Refusal, match="action-not-yours"):
        X6.accept(SDF, EVENING)
    with pytest.raises(Refusal, match="action-not-yours"):
        X6.accept(SECRETARY, EVENING)
    with pytest.raises(Refusal, match="action-accepted-already"):
        X6.accept(FALT, EVENING).accept(FALT, EVENING)


def test_the_owner_or_the_secretary_says_that_it_is_done() -> None:
    done = X6.finish(FALT, EVENING, " Schemat ligger ute. ")

    assert (done.standing(date(2026, 6, 1)), done.evidence) == (Standing.DONE, "Schemat ligger ute.")
    assert done.accepted_at == EVENING
    assert X6.finish(SECRETARY, EVENING, "Klart").state is State.DONE
    with pytest.raises(Refusal, match="action-not-yours"):
        X6.finish(SDF, EVENING, "Klart")
    with pytest.raises(Refusal, match="action-done-already"):
        done.finish(FALT, EVENING, "Klart")
    assert done.resume().state is State.ACCEPTED


def test_the_secretarys_own_action_is_the_secretarys() -> None:
    own = replace(X6, owner=Raiser.SECRETARY)

    assert own.is_owned_by(SECRETARY)
    assert not own.is_owned_by(FALT)


@pytest.mark.parametrize(("what", "refusal"), [(" ", "action-words-missing"), ("x" * 301, "action-words-many")])
def test_an_action_has_words_but_not_too_many(what: str, refusal: str) -> None:
    with pytest.raises(Refusal, match=refusal):
        fitting(what)

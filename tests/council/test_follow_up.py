"""The minutes tell how promises and actions stood when the meeting ended, whatever became of them before the draft."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from council.action import Action
from council.action import State as ActionState
from council.follow_up import action_lines, actions_then, promise_lines, promises_then
from council.people import Organisation
from council.promise import Promise, State

BEFORE, SINCE, UNTIL, AFTER = (datetime(2026, month, 10, 18, tzinfo=UTC) for month in (2, 3, 4, 5))
BETWEEN = datetime(2026, 3, 24, tzinfo=UTC)
LAMPS = Promise(1, "TRAF", "lamporna lyser", date(2026, 3, 24), BEFORE)
LIGHT = Action(1, "TRAF", date(2026, 3, 30), "tunnelljus", BEFORE, date(2026, 2, 17))


@pytest.mark.parametrize(
    ("promise", "states"),
    [
        (LAMPS, [State.OPEN]),
        (replace(LAMPS, state=State.KEPT, claimed_at=BETWEEN, settled_at=BETWEEN), [State.KEPT]),
        (replace(LAMPS, state=State.KEPT, claimed_at=BETWEEN, settled_at=AFTER), [State.CLAIMED]),
        (replace(LAMPS, state=State.BROKEN, settled_at=AFTER), [State.OPEN]),
        (replace(LAMPS, state=State.KEPT, claimed_at=BEFORE, settled_at=BEFORE), []),
        (replace(LAMPS, made_at=AFTER), []),
    ],
)
def test_promises_stand_as_they_stood(promise: Promise, states: list[State]) -> None:
    assert [each.state for each in promises_then([promise], SINCE, UNTIL)] == states


@pytest.mark.parametrize(
    ("action", "states"),
    [
        (LIGHT, [ActionState.AWAITING]),
        (replace(LIGHT, state=ActionState.ACCEPTED, accepted_at=BETWEEN), [ActionState.ACCEPTED]),
        (replace(LIGHT, state=ActionState.ACCEPTED, accepted_at=AFTER), [ActionState.AWAITING]),
        (replace(LIGHT, state=ActionState.DONE, accepted_at=BEFORE, done_at=BETWEEN), [ActionState.DONE]),
        (replace(LIGHT, state=ActionState.DONE, accepted_at=BEFORE, done_at=AFTER), [ActionState.ACCEPTED]),
        (replace(LIGHT, state=ActionState.DONE, accepted_at=BEFORE, done_at=BEFORE), []),
    ],
)
def test_actions_stand_as_they_stood(action: Action, states: list[ActionState]) -> None:
    assert [each.state for each in actions_then([action], SINCE, UNTIL)] == states


def test_a_problem_that_came_back_is_told_once_it_has() -> None:
    back = replace(LAMPS, state=State.KEPT, claimed_at=BETWEEN, settled_at=BETWEEN, back_on=date(2026, 4, 2))

    def keys(today: date) -> list[str]:
        return [line.text.key for line in promise_lines([back], today, _name)]  # type: ignore[union-attr]

    assert keys(date(2026, 4, 9)) == ["minutes-promises", "promise-back"]
    assert keys(date(2026, 4, 1)) == ["minutes-promises", "promise-line"]


def test_where_there_is_nothing_there_is_no_heading() -> None:
    assert promise_lines([], date(2026, 4, 9), _name) == []
    assert action_lines([], date(2026, 4, 9), _name) == []


def _name(code: str) -> Organisation:
    return Organisation(code, {})

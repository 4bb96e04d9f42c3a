"""A privacy incident: seventy-two real hours, six steps, and an outcome."""

from datetime import UTC, datetime, timedelta

import pytest

from council.incident import Cause, Incident, Step, due
from council.reminders import Kind
from council.text import Refusal

NOTICED = datetime(2026, 4, 3, 20, 15, tzinfo=UTC)
INCIDENT = Incident(3, NOTICED, Cause.CAUGHT, share=7)


def hours(count: int) -> datetime:
    return NOTICED + timedelta(hours=count)


def test_its_hours_run_over_easter_too() -> None:
    assert (INCIDENT.id, INCIDENT.notify_by) == ("P3", hours(72))


def test_the_secretariat_is_reminded_three_times_before_the_hours_are_out_and_once_then() -> None:
    found = list(due([INCIDENT]))

    assert [(each.key, each.at) for each in found] == [
        ("incident:3:48h", hours(24)),
        ("incident:3:24h", hours(48)),
        ("incident:3:4h", hours(68)),
        ("incident:3:0h", hours(72)),
    ]
    assert {each.useless_after for each in found[:3]} == {hours(72)}
    assert found[3].useless_after > hours(72)
    assert {(each.kind, each.subject) for each in found} == {(Kind.INCIDENT_REMINDER, "P3")}


def test_once_the_authority_was_told_or_it_is_closed_nobody_is_reminded_but_of_the_others() -> None:
    told = INCIDENT.tick(Step.AUTHORITY, hours(5))
    closed = all_taken(Incident(4, NOTICED, Cause.REPORTED)).close("ofarligt", hours(9))
    open_one = Incident(5, NOTICED, Cause.HIDDEN)

    assert {each.subject for each in due([told, closed, open_one])} == {"P5"}


def all_taken(incident: Incident) -> Incident:
    for step in Step:
        incident = incident.tick(step, hours(1))
    return incident


def test_steps_are_taken_once_and_what_is_left_is_known() -> None:
    begun = INCIDENT.tick(Step.RISK, hours(2))

    assert begun.left == (Step.HIDE, Step.DPO, Step.AUTHORITY, Step.PEOPLE, Step.LESSON)
    assert begun.steps == {Step.RISK: hours(2)}
    with pytest.raises(Refusal, match="incident-step-done") as refused:
        begun.tick(Step.RISK, hours(3))
    assert refused.value.text.facts == {"id": "P3", "at": hours(2)}


def test_it_is_closed_when_all_is_done_and_said() -> None:
    with pytest.raises(Refusal, match="incident-steps-left") as refused:
        INCIDENT.tick(Step.HIDE, hours(1)).close("ofarligt", hours(2))
    assert refused.value.text.facts == {"id": "P3", "count": 5}
    with pytest.raises(Refusal, match="incident-outcome-missing"):
        all_taken(INCIDENT).close("", hours(2))
    closed = all_taken(INCIDENT).close("ofarligt", hours(2))
    assert (closed.outcome, closed.closed_at) == ("ofarligt", hours(2))
    with pytest.raises(Refusal, match="incident-closed-already"):
        closed.close("igen", hours(3))
    with pytest.raises(Refusal, match="incident-closed-already"):
        closed.tick(Step.HIDE, hours(3))


def test_the_hours_left_are_whole_ones_and_never_fewer_than_none() -> None:
    assert [INCIDENT.hours_left(hours(at)) for at in (0, 1, 71, 72, 100)] == [72, 71, 1, 0, 0]
    assert INCIDENT.hours_left(hours(70) + timedelta(minutes=1)) == 1

"""A case moves along its table and no other way; its clock is computed, never set."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.case import Case, receive
from council.concern import Category, Draft, guess
from council.steps import OPEN, RESIDENTS_STEPS, STEPS, Lateness, Reason, State, Step
from council.terms import Targets
from council.text import Refusal

RED = {date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 14)}
NOON = datetime(2026, 3, 23, 12, tzinfo=UTC)


def workdays(day: date, count: int) -> date:
    """Count working days one by one."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in RED
    return day


LAMP = receive(42, NOON, NOON.date(), workdays)
OWNED = LAMP.assign("TRAF", NOON)
ANSWERED = OWNED.answer(NOON)
DONE = ANSWERED.resolve(NOON)
CLOSED = DONE.confirm(NOON)
OTHER = receive(31, NOON, NOON.date(), workdays)


@pytest.mark.parametrize(
    ("received", "triage", "answer"),
    [
        ("03-13", "03-17", "03-27"),
        ("03-14", "03-17", "03-27"),
        ("03-18", "03-20", "04-01"),
        ("03-20", "03-24", "04-07"),
        ("03-22", "03-24", "04-07"),
        ("03-23", "03-25", "04-08"),
        ("03-29", "03-31", "04-14"),
        ("03-31", "04-02", "04-16"),
        ("04-02", "04-08", "04-20"),
        ("04-04", "04-08", "04-20"),
        ("04-08", "04-10", "04-22"),
    ],
)
def test_a_new_case_promises_an_owner_in_two_and_an_answer_in_ten_working_days(
    received: str, triage: str, answer: str
) -> None:
    case = receive(1, NOON, date.fromisoformat(f"2026-{received}"), workdays)

    assert case.triage_due == date.fromisoformat(f"2026-{triage}")
    assert case.answer_due == date.fromisoformat(f"2026-{answer}")


def test_a_case_is_named_by_year_and_number() -> None:
    assert LAMP.label() == "TR-2026-0042"
    assert LAMP.label("LT") == "LT-2026-0042"


def test_the_usual_course_leads_from_received_to_closed() -> None:
    states = [case.state for case in (LAMP, OWNED, ANSWERED, DONE, CLOSED)]

    assert states == [State.RECEIVED, State.TRIAGED, State.IN_PROGRESS, State.RESOLVED, State.CLOSED]
    assert not CLOSED.is_live


def test_the_first_answer_stops_the_clock_and_later_ones_leave_it() -> None:
    again = ANSWERED.answer(NOON + timedelta(days=3))

    assert again == ANSWERED
    assert again.answered_at == NOON


def test_a_case_without_an_owner_cannot_be_answered() -> None:
    lost = LAMP.cannot_answer(Reason.NO_DATA, NOON).reopen(NOON, NOON.date())

    with pytest.raises(Refusal) as refused:
        lost.answer(NOON)

    assert refused.value.text.key == "case-owner-missing"


def test_the_owner_can_change_while_the_case_is_open() -> None:
    moved = ANSWERED.assign("SDF", NOON + timedelta(days=1))

    assert (moved.owner, moved.state, moved.triaged_at) == ("SDF", State.IN_PROGRESS, NOON)


def test_assigning_to_the_owner_it_has_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        OWNED.assign("TRAF", NOON)

    assert refused.value.text.key == "case-owner-same"


@pytest.mark.parametrize("other", [LAMP, OTHER.withdraw(NOON), OTHER.duplicate(LAMP, NOON)])
def test_a_case_is_no_duplicate_of_itself_of_a_duplicate_or_of_a_withdrawn_one(other: Case) -> None:
    with pytest.raises(Refusal) as refused:
        LAMP.duplicate(other, NOON)

    assert refused.value.text.key == "case-duplicate-wrong"


def test_cannot_answer_counts_as_an_answer_and_keeps_its_reason() -> None:
    silent = OWNED.cannot_answer(Reason.SECRECY, NOON)

    assert (silent.state, silent.reason, silent.answered_at) == (State.CANNOT_ANSWER, Reason.SECRECY, NOON)
    assert silent.closed_at is None


def test_reopening_keeps_the_owner_and_the_old_times_and_restarts_only_the_answer_clock() -> None:
    closed = ANSWERED.close(NOON + timedelta(days=1))
    at = NOON + timedelta(days=10)

    again = closed.reopen(at, workdays(at.date(), 10))

    assert (again.state, again.owner, again.triaged_at) == (State.REOPENED, "TRAF", NOON)
    assert again.clocks[0] == closed.clocks[0]
    assert again.answer_due == date(2026, 4, 20)
    assert again.awaits == date(2026, 4, 20)
    assert again.answered_at == NOON


def test_a_case_settled_too_long_ago_is_not_reopened() -> None:
    assert CLOSED.can_reopen(NOON + timedelta(days=90))

    with pytest.raises(Refusal) as refused:
        CLOSED.reopen(NOON + timedelta(days=90, seconds=1), NOON.date())

    assert dict(refused.value.text.facts) == {"number": "0042", "days": 90}


def test_a_refused_step_says_where_the_case_stands_and_what_is_possible() -> None:
    with pytest.raises(Refusal) as refused:
        LAMP.close(NOON)

    facts = refused.value.text.facts
    possible = facts["possible"]
    assert isinstance(possible, tuple)
    assert (facts["step"], facts["state"]) == ("close", "received")
    assert [text.facts["step"] for text in possible] == ["assign", "duplicate", "redirect", "cannot-answer"]


def test_a_resident_is_told_of_a_residents_steps_alone() -> None:
    with pytest.raises(Refusal) as refused:
        CLOSED.withdraw(NOON)

    possible = refused.value.text.facts["possible"]
    assert isinstance(possible, tuple)
    assert [text.facts["step"] for text in possible] == ["reopen"]


def test_a_withdrawn_case_has_come_to_its_end() -> None:
    with pytest.raises(Refusal) as refused:
        LAMP.withdraw(NOON).assign("SDF", NOON)

    assert refused.value.text.key == "case-step-refused-final"


def test_lateness_follows_from_the_clock() -> None:
    due = LAMP.triage_due
    very = workdays(due, 10)

    assert LAMP.lateness(due, workdays) is Lateness.ON_TIME
    assert LAMP.lateness(due + timedelta(days=1), workdays) is Lateness.LATE
    assert LAMP.lateness(very, workdays) is Lateness.LATE
    assert LAMP.lateness(very + timedelta(days=1), workdays) is Lateness.VERY_LATE
    assert OWNED.lateness(due + timedelta(days=1), workdays) is Lateness.ON_TIME
    assert OWNED.lateness(OWNED.answer_due + timedelta(days=1), workdays) is Lateness.LATE


@pytest.mark.parametrize("case", [ANSWERED, DONE, CLOSED, LAMP.withdraw(NOON)])
def test_nothing_is_late_once_it_is_answered_or_over(case: Case) -> None:
    assert case.lateness(date(2030, 1, 1), workdays) is Lateness.ON_TIME


def _walk(case: Case, step: Step, at: datetime) -> Case:
    walks = {
        Step.ASSIGN: lambda: case.assign("SDF" if case.owner != "SDF" else "POL", at),
        Step.ANSWER: lambda: case.answer(at),
        Step.RESOLVE: lambda: case.resolve(at),
        Step.CLOSE: lambda: case.close(at),
        Step.CONFIRM: lambda: case.confirm(at),
        Step.DUPLICATE: lambda: case.duplicate(OTHER, at),
        Step.REDIRECT: lambda: case.redirect(at),
        Step.CANNOT_ANSWER: lambda: case.cannot_answer(Reason.NO_DATA, at),
        Step.WITHDRAW: lambda: case.withdraw(at),
        Step.REOPEN: lambda: case.reopen(at, workdays(at.date(), 10)),
    }
    return walks[step]()


def _course(steps: list[tuple[Step, int]]) -> list[Case]:
    """Take every step that is allowed, and return the case after each."""
    course, at = [LAMP], NOON
    for step, hours in steps:
        at += timedelta(hours=hours)
        try:
            course.append(_walk(course[-1], step, at))
        except Refusal:
            assert not _is_free(course[-1], step)
    return course


def _is_free(case: Case, step: Step) -> bool:
    ownerless = step is Step.ANSWER and case.owner is None
    return case.state in STEPS[step] and not ownerless


COURSES = st.lists(st.tuples(st.sampled_from(Step), st.integers(0, 48)), max_size=40).map(_course)


WAYS_OUT = "duplicate redirected cannot_answer withdrawn"
DOMAIN = {
    "received": f"triaged {WAYS_OUT}",
    "triaged": f"triaged in_progress {WAYS_OUT}",
    "in_progress": f"in_progress resolved closed {WAYS_OUT}",
    "reopened": f"triaged in_progress {WAYS_OUT}",
    "resolved": "resolved closed reopened",
    "closed": "reopened",
    "cannot_answer": "reopened",
    "duplicate": "",
    "redirected": "",
    "withdrawn": "",
}
"""The transitions as the council has laid them down, written here once more by hand. A state that leads to itself takes
another owner, or one more answer."""


def test_the_transitions_are_those_that_the_council_has_laid_down() -> None:
    found = {(before.value, after.value) for moves in STEPS.values() for before, after in moves.items()}

    assert found == {(before, after) for before, afters in DOMAIN.items() for after in afters.split()}


@given(COURSES)
def test_no_sequence_of_steps_leaves_the_table(course: list[Case]) -> None:
    edges = {(before, after) for moves in STEPS.values() for before, after in moves.items()}

    for before, after in pairwise(course):
        assert (before.state, after.state) in edges


@given(COURSES)
def test_whatever_happens_to_a_case_it_stays_whole(course: list[Case]) -> None:
    for before, after in pairwise(course):
        assert (after.number, after.received_at, after.triage_due) == (42, NOON, LAMP.triage_due)
        assert after.clocks[0].due == LAMP.answer_due
        assert before.answered_at in (None, after.answered_at)
        assert before.triaged_at in (None, after.triaged_at)
        assert after.since >= before.since
        assert (after.state is State.TRIAGED) <= (after.owner is not None)
        assert (after.state in (State.RESOLVED, State.CLOSED, State.CANNOT_ANSWER)) <= (after.answered_at is not None)


@given(COURSES)
def test_every_case_offers_a_next_step_unless_it_has_ended_for_good(course: list[Case]) -> None:
    for case in course:
        ended = case.state in (State.DUPLICATE, State.REDIRECTED, State.WITHDRAWN)
        assert bool(case.possible(frozenset(Step))) is not ended


def test_every_open_state_leads_to_each_of_the_four_ways_out() -> None:
    for step in (Step.DUPLICATE, Step.REDIRECT, Step.CANNOT_ANSWER, Step.WITHDRAW):
        assert set(STEPS[step]) == OPEN


def test_the_secretary_and_the_resident_have_different_steps() -> None:
    assert {Step.CONFIRM, Step.WITHDRAW, Step.REOPEN} == RESIDENTS_STEPS


def test_the_targets_are_the_councils_own() -> None:
    case = receive(1, NOON, date(2026, 3, 23), workdays, Targets(triage_workdays=1, answer_workdays=5))

    assert (case.triage_due, case.answer_due) == (date(2026, 3, 24), date(2026, 3, 30))


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Tre lampor är släckta i tunneln under Sjövägen", Category.LIGHTING),
        ("Mörkt i gångtunneln", Category.LIGHTING),
        ("Soppåsar och glas bakom butikerna varje fredag", Category.LITTER),
        ("Klotter med kränkande ord på skolans vägg", Category.VANDALISM),
        ("Mopeder kör på gångvägen när barnen går hem", Category.TRAFFIC),
        ("Bil utan skyltar har stått i fem veckor", Category.ABANDONED_VEHICLE),
        ("Buskarna skymmer gångvägen till skolan", Category.UNSAFE_PLACE),
        ("Tredje bilbranden på en månad, vad görs?", Category.ARSON),
        ("Smällare hela natten", Category.FIREWORKS),
        ("Varför syns ingen polis efter klockan 20?", Category.QUESTION),
        ("I avoid the station entrance on weekend nights", Category.UNSAFE_PLACE),
        ("Milloin neuvosto kokoontuu seuraavan kerran?", Category.QUESTION),
        ("Öppen försäljning vid cykelrummen varje kväll", Category.DRUGS),
        ("Snatterier varje dag, personalen är rädd", Category.BUSINESS),
        ("Fester och bråk i trapphuset varje helg", Category.NEIGHBOUR_NOISE),
        ("Bilar stannar inte vid övergångsstället", Category.SCHOOL_ROUTE),
        ("Could the council hold a safety walk with residents?", Category.SUGGESTION),
        ("Berusade personer sover i väntsalen", Category.ALCOHOL_DISORDER),
        ("Inbrott i källarförråden i natt, tredje gången i år", Category.BURGLARY_THEFT),
        ("Någon ringer och säger sig vara från banken", Category.FRAUD_ELDERLY),
        ("Engångsgrillar och skräp vid bänkarna", Category.LITTER),
        ("Lampan vid skolgårdens grind blinkar", Category.LIGHTING),
        ("Hej", Category.OTHER),
    ],
)
def test_a_kind_is_proposed_from_the_words(words: str, category: Category) -> None:
    assert guess(words) is category


def test_a_reworded_draft_is_a_draft_of_the_new_words() -> None:
    draft = Draft(number=1, words="Mörkt", language="sv", category=Category.LIGHTING, written_at=NOON)

    changed = draft.reworded("Smällare hela natten", NOON + timedelta(hours=1))

    assert (changed.words, changed.category) == ("Smällare hela natten", Category.FIREWORKS)
    assert changed.lapses_at(7) == NOON + timedelta(days=7, hours=1)

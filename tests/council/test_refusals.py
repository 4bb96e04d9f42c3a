"""A refusal says which rule it was, and of what: every fact that its sentence is made of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from council.action import LONGEST_ACTION, Action, Partner
from council.action import State as ActionState
from council.action import fitting as action_fitting
from council.agenda import Agenda
from council.attendance import read_attendance
from council.case import receive
from council.decision import LONGEST_DECISION, Votes
from council.decision import fitting as decision_fitting
from council.incident import Cause, Incident, Step
from council.item import LONGEST_ITEM_MINUTES, LONGEST_TITLE, Support
from council.item import Wish as Asked
from council.meeting import Meeting, number_for, planned
from council.people import Person, Role
from council.petition import LONGEST_PETITION, Petition
from council.petition import fitting as petition_fitting
from council.proceedings import LONGEST_NOTE, fitting_note
from council.promise import LONGEST_PROMISE, Promise
from council.promise import fitting as promise_fitting
from council.share import LONGEST_SHARE, Share
from council.share import fitting as share_fitting
from council.steps import State
from council.terms import Targets
from council.text import Refusal, Sharing
from council.vote import Ballot, Choice, Vote
from tests.council.expectations import told

NOON = datetime(2026, 4, 7, 10, tzinfo=UTC)
LATER = NOON + timedelta(days=400)
TODAY = NOON.date()
ZONE = "Europe/Stockholm"
POL = Person("@pol:x", frozenset({Role.MEMBER, Role.CONTACT}), "POL")
SDF = Person("@sdf:x", frozenset({Role.CONTACT}), "SDF")
SECRETARY = Person("@s:x", frozenset({Role.SECRETARY}))


def _workdays(day: date, count: int) -> date:
    return day + timedelta(days=count)


CASE = receive(42, NOON, TODAY, _workdays)
OTHER = receive(7, NOON, TODAY, _workdays)
OWNED = CASE.assign("TRAF", NOON)
ANSWERED = OWNED.answer(NOON)
CLOSED = ANSWERED.close(NOON)
WITHDRAWN = OTHER.withdraw(NOON)

MEETING = Meeting("2026-05", date(2026, 5, 14), time(18), ZONE, 120, NOON)
IN_MAY = date(2026, 5, 21)
GAP = date(2027, 3, 28)
EVERY_NUMBER_OF_APRIL = frozenset({"2026-04", *(f"2026-04{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")})

AGENDA = Agenda.opened("2026-04").add(Asked("Belysning", minutes=10), POL)[0]
GONE = AGENDA.withdraw("A8", POL)[0]

ACTION = Action(6, "SDF", TODAY, "klipp buskarna", NOON, answer_due=TODAY, partners=(Partner("POL", NOON),))
DONE = replace(ACTION, state=ActionState.DONE, done_at=NOON)
PROMISE = Promise(2, "SDF", "buskar klippta", TODAY, NOON)
PETITION = Petition(3, "Fler lampor", NOON)
SHARE = Share(5, NOON, POL.user_id, "POL", Sharing.OPEN, "Varning")
OVER = SHARE.withdraw(NOON)
INCIDENT = Incident(3, NOON, Cause.CAUGHT)
TICKED = INCIDENT.tick(Step.AUTHORITY, NOON)
ALL_TICKED = replace(INCIDENT, steps=dict.fromkeys(Step, NOON))
BALLOT = Ballot(1, "2026-04", "A8", "Lamporna lagas", NOON)
YES = Vote("SDF", Choice.YES, SDF.user_id, NOON)
SHUT = BALLOT.cast(YES, frozenset({"SDF"})).close(NOON)

REFUSED: tuple[tuple[Callable[[], object], str], ...] = (
    (lambda: OWNED.assign("TRAF", NOON), "case-owner-same(number=0042, owner=TRAF)"),
    (lambda: replace(OWNED, owner=None).answer(NOON), "case-owner-missing(number=0042)"),
    (lambda: CASE.duplicate(CASE, NOON), "case-duplicate-wrong(number=0042, other=0042)"),
    (lambda: CASE.duplicate(WITHDRAWN, NOON), "case-duplicate-wrong(number=0042, other=0007)"),
    (lambda: CLOSED.reopen(LATER, TODAY), "case-reopen-too-late(number=0042, days=90)"),
    (lambda: CLOSED.reopen(LATER, TODAY, Targets(reopen_days=30)), "case-reopen-too-late(number=0042, days=30)"),
    (
        lambda: CLOSED.withdraw(NOON),
        "case-step-refused(number=0042, step=withdraw, state=closed, possible=[case-step(step=reopen)])",
    ),
    (lambda: replace(CASE, state=State.DUPLICATE).confirm(NOON),
     "case-step-refused-final(number=0042, step=confirm, state=duplicate)"),
    (lambda: ANSWERED.extend(IN_MAY, TODAY), "case-extend-answered(number=0042)"),
    (lambda: OWNED.extend(IN_MAY, IN_MAY), "case-extend-too-late(number=0042, day=2026-04-17)"),
    (lambda: OWNED.extend(OWNED.answer_due, TODAY), "case-extend-not-later(number=0042, day=2026-04-17)"),
    (lambda: AGENDA.find("A99"), "agenda-item-unknown(id=A99)"),
    (lambda: GONE.find("A8"), "agenda-item-withdrawn(id=A8)"),
    (lambda: AGENDA.place("A8", "", after=True), "agenda-item-unknown(id=)"),
    (lambda: AGENDA.place("A1", "A8", after=True), "agenda-standing-stays(id=A1)"),
    (lambda: AGENDA.freeze(NOON).place("A8", "A9", after=True), "agenda-after-the-end(id=A8)"),
    (lambda: AGENDA.freeze(NOON).freeze(NOON), "agenda-already-frozen()"),
    (lambda: AGENDA.withdraw("A8", SDF), "agenda-item-not-yours(id=A8)"),
    (lambda: AGENDA.freeze(NOON).withdraw("A8", POL), "agenda-item-frozen(id=A8)"),
    (lambda: AGENDA.add(Asked("BELYSNING"), SDF), "agenda-item-known(id=A8)"),
    (lambda: AGENDA.add(Asked(""), SDF), "agenda-title-missing()"),
    (lambda: AGENDA.add(Asked("x" * (LONGEST_TITLE + 1)), SDF), "agenda-title-long(most=200)"),
    (lambda: AGENDA.add(Asked("x", minutes=0), SDF), "agenda-minutes-odd(most=240)"),
    (lambda: AGENDA.add(Asked("x", minutes=LONGEST_ITEM_MINUTES + 1), SDF), "agenda-minutes-odd(most=240)"),
    (lambda: AGENDA.add(Asked("x", organisation="POL"), SDF), "agenda-not-for-others(organisation=POL)"),
    (lambda: AGENDA.find("A1").supported(Support("SDF")), "agenda-standing-stays(id=A1)"),
    (lambda: AGENDA.find("A8").supported(Support("POL")), "agenda-support-own(id=A8)"),
    (lambda: read_attendance("yes perhaps", ()), "attend-unreadable(example=command-attend.example())"),
    (lambda: read_attendance("", ()), "attend-unreadable(example=command-attend.example())"),
    (lambda: read_attendance("late", ()), "attend-clock-missing(example=command-attend.example())"),
    (lambda: ACTION.accept(SECRETARY, NOON), "action-not-yours(id=X6, owner=SDF)"),
    (lambda: ACTION.accept(SDF, NOON).accept(SDF, NOON), "action-accepted-already(id=X6)"),
    (lambda: ACTION.accept(POL, NOON), "action-accepted-already(id=X6)"),
    (lambda: replace(ACTION, partners=()).report(POL, NOON, "x"), "action-not-yours(id=X6, owner=SDF)"),
    (lambda: DONE.report(SDF, NOON, "x"), "action-done-already(id=X6)"),
    (lambda: ACTION.finish(POL, NOON, ""), "action-not-yours(id=X6, owner=SDF)"),
    (lambda: DONE.finish(SDF, NOON, ""), "action-done-already(id=X6)"),
    (lambda: action_fitting(" "), "action-words-missing()"),
    (lambda: action_fitting("x" * (LONGEST_ACTION + 1)), f"action-words-many(most={LONGEST_ACTION})"),
    (lambda: PROMISE.claim(POL, NOON, ""), "promise-not-yours(id=L2, owner=SDF)"),
    (lambda: PROMISE.confirm(NOON), "promise-not-claimed(id=L2, owner=SDF)"),
    (lambda: PROMISE.breach(POL, NOON, "x"), "promise-not-yours(id=L2, owner=SDF)"),
    (lambda: PROMISE.breach(SDF, NOON, " "), "promise-reason-missing(id=L2)"),
    (lambda: PROMISE.breach(SDF, NOON, "x").claim(SDF, NOON, ""), "promise-settled-already(id=L2)"),
    (lambda: promise_fitting(" "), "promise-words-missing()"),
    (lambda: promise_fitting("x" * (LONGEST_PROMISE + 1)), f"promise-words-many(most={LONGEST_PROMISE})"),
    (lambda: PETITION.withdrawn(NOON).reworded("x"), "petition-withdrawn-already(id=H3)"),
    (lambda: PETITION.withdrawn(NOON).answered("x", NOON), "petition-withdrawn-already(id=H3)"),
    (lambda: PETITION.answered("Ja", NOON).reworded("x"), "petition-answered-already(id=H3)"),
    (lambda: petition_fitting(" "), "petition-words(most=1000)"),
    (lambda: petition_fitting("x" * (LONGEST_PETITION + 1)), "petition-words(most=1000)"),
    (lambda: SHARE.reword(Sharing.COUNCIL, "x", NOON), "share-class-fixed(id=I5)"),
    (lambda: OVER.reword(Sharing.OPEN, "x", NOON), "share-withdrawn-already(id=I5)"),
    (lambda: SHARE.approve(SDF, NOON), "share-nothing-waits(id=I5)"),
    (lambda: replace(SHARE, proposed="y").refuse(POL, NOON), "share-needs-another(id=I5)"),
    (lambda: share_fitting(" "), "share-words-missing()"),
    (lambda: share_fitting("x" * (LONGEST_SHARE + 1)), f"share-words-many(most={LONGEST_SHARE})"),
    (lambda: TICKED.tick(Step.AUTHORITY, NOON), f"incident-step-done(id=P3, at={NOON.isoformat()})"),
    (lambda: TICKED.close("x", NOON), f"incident-steps-left(id=P3, count={len(Step) - 1})"),
    (lambda: ALL_TICKED.close("", NOON), "incident-outcome-missing(id=P3)"),
    (lambda: ALL_TICKED.close("x", NOON).close("x", NOON), "incident-closed-already(id=P3)"),
    (lambda: BALLOT.close(NOON), "vote-nobody(id=V1)"),
    (lambda: SHUT.close(NOON), "vote-is-closed(id=V1)"),
    (lambda: SHUT.cast(YES, frozenset({"SDF"})), "vote-is-closed(id=V1)"),
    (lambda: SHUT.recuse("SDF"), "vote-is-closed(id=V1)"),
    (lambda: BALLOT.recuse("SDF").cast(YES, frozenset({"SDF"})), "vote-recused()"),
    (lambda: BALLOT.cast(YES, frozenset()), "vote-not-present()"),
    (lambda: decision_fitting(" ", None), "decision-words-missing()"),
    (lambda: decision_fitting("x" * (LONGEST_DECISION + 1), None), f"decision-words-many(most={LONGEST_DECISION})"),
    (lambda: decision_fitting("x", Votes(3, 3, 0)), "decision-tied()"),
    (lambda: decision_fitting("x", Votes(3, 2, 0, casting=True)), "decision-not-tied()"),
    (lambda: decision_fitting("x", Votes(2, 3, 0)), "decision-fell(yes=2, no=3)"),
    (lambda: fitting_note(" "), "note-words-missing()"),
    (lambda: fitting_note("x" * (LONGEST_NOTE + 1)), f"note-words-many(most={LONGEST_NOTE})"),
    (lambda: MEETING.freeze().freeze(), "meeting-already-frozen(meeting=2026-05, starts=2026-05-14T16:00:00+00:00)"),
    (
        lambda: MEETING.move(MEETING.day, MEETING.clock, NOON),
        "meeting-already-then(meeting=2026-05, starts=2026-05-14T16:00:00+00:00)",
    ),
    (lambda: MEETING.move(GAP, time(2, 30), NOON), "time-is-skipped(day=2027-03-28, clock=02:30:00)"),
    (lambda: MEETING.move(TODAY, time(12), NOON), "meeting-in-the-past(starts=2026-04-07T10:00:00+00:00)"),
    (lambda: MEETING.hold(NOON), "meeting-not-begun(meeting=2026-05, starts=2026-05-14T16:00:00+00:00)"),
    (lambda: MEETING.cancel(LATER), "meeting-begun(meeting=2026-05, starts=2026-05-14T16:00:00+00:00)"),
    (
        lambda: MEETING.hold(LATER).hold(LATER),
        "meeting-held(meeting=2026-05, starts=2026-05-14T16:00:00+00:00)",
    ),
    (
        lambda: MEETING.cancel(NOON).freeze(),
        "meeting-cancelled(meeting=2026-05, starts=2026-05-14T16:00:00+00:00)",
    ),
    (
        lambda: MEETING.cancel(NOON).adjust(TODAY),
        "meeting-cancelled(meeting=2026-05, starts=2026-05-14T16:00:00+00:00)",
    ),
    (
        lambda: number_for(TODAY, EVERY_NUMBER_OF_APRIL),
        "meeting-too-many(month=2026-04)",
    ),
    (
        lambda: planned(GAP, time(2, 30), ZONE, 60, NOON, frozenset()),
        "time-is-skipped(day=2027-03-28, clock=02:30:00)",
    ),
    (
        lambda: planned(TODAY, time(12), ZONE, 60, NOON, frozenset()),
        "meeting-in-the-past(starts=2026-04-07T10:00:00+00:00)",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("deed", "said"), REFUSED, ids=[f"{row}: {said}" for row, (_, said) in enumerate(REFUSED)])
def test_what_is_refused_is_refused_for_its_own_reason(deed: Callable[[], object], said: str) -> None:
    with pytest.raises(Refusal) as refused:
        deed()

    assert list(told(refused.value.text)) == [said]


@pytest.mark.parametrize(
    ("fitting", "most"),
    [
        pytest.param(action_fitting, LONGEST_ACTION, id="action"),
        pytest.param(promise_fitting, LONGEST_PROMISE, id="promise"),
        pytest.param(petition_fitting, LONGEST_PETITION, id="petition"),
        pytest.param(share_fitting, LONGEST_SHARE, id="share"),
        pytest.param(lambda words: decision_fitting(words, None), LONGEST_DECISION, id="decision"),
        pytest.param(fitting_note, LONGEST_NOTE, id="note"),
    ],
)
def test_as_many_characters_as_are_said_to_fit_do(fitting: Callable[[str], str], most: int) -> None:
    assert fitting(f" {'x' * most} ") == "x" * most
    assert fitting("ett ord") == "ett ord"

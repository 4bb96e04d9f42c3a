"""What falls due in casework, and when: reminders of what a resident was promised, and the end of a silence.

Nothing here remembers what has been sent. A key names each thing for good and holds the date it points at,
so a case that is extended, assigned anew or opened again has new keys and its old ones never fall due.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from council.calendar import DAY, day_of, instant, working_day_after, working_day_before
from council.case import Case
from council.reminders import Due, Kind
from council.steps import Channel, State
from council.terms import Targets

LOOK_BACK = timedelta(days=120)
"""As far back as a closed case can still be asked about."""


@dataclass(frozen=True)
class CasePlan:
    """When who is told of what is due in a case.

    Args:
        clock: the time of day, on the council's wall clock.
        before_workdays: so long before the answer is due its owner's contact is reminded; again on the day.
        after_workdays: so long after it the contact is told that it is late, and the resident too.
        secretary_workdays: so long after it the secretary is told.
        chair_workdays: so long after it the chair is told.
        triage_chair_workdays: so long after the day by which an owner should have been named the chair is told.
        ask_again_days: so long after a case is closed its resident is asked whether it is still solved. 0: never.
    """

    clock: time = time(9)
    before_workdays: int = 2
    after_workdays: int = 1
    secretary_workdays: int = 2
    chair_workdays: int = 5
    triage_chair_workdays: int = 2
    ask_again_days: int = 28


def due(
    cases: Iterable[Case], plan: CasePlan, targets: Targets, zone: ZoneInfo, now: datetime, since: datetime
) -> list[Due]:
    """Return what has fallen due in some cases after `since` and until `now`, the earliest first.

    Args:
        cases: those that somebody still has to do something about, and those closed whose residents are to be asked.
    """
    found = [each for case in cases for each in _of(case, plan, targets, zone) if since < each.at <= now]
    return sorted(found, key=lambda each: (each.at, each.key))


def next_moment(
    cases: Iterable[Case], plan: CasePlan, targets: Targets, zone: ZoneInfo, now: datetime
) -> datetime | None:
    """Return the first instant after `now` at which something falls due; None if nothing ever will."""
    moments = (each.at for case in cases for each in _of(case, plan, targets, zone) if each.at > now)
    return min(moments, default=None)


def asked_from(plan: CasePlan, zone: ZoneInfo, after: datetime) -> datetime:
    """Return from when on a case must have been closed for its resident to be asked again later than a moment."""
    closed = day_of(after, zone) - plan.ask_again_days * DAY
    if _asks_again_at(closed, plan, zone) <= after:
        closed += DAY
    return instant(closed, time(0), zone)


def _of(case: Case, plan: CasePlan, targets: Targets, zone: ZoneInfo) -> Iterator[Due]:
    match case.state:
        case State.RECEIVED:
            yield from _of_triage(case, plan, zone)
        case State.RESOLVED:
            yield _of_silence(case, plan, targets, zone)
        case State.CLOSED:
            yield from _of_closing(case, plan, targets, zone)
        case _ if case.awaits is not None:
            yield from _of_answer(case, plan, zone)


def _of_triage(case: Case, plan: CasePlan, zone: ZoneInfo) -> Iterator[Due]:
    day = case.triage_due
    stages = (
        (Kind.CASE_TRIAGE, day),
        (Kind.CASE_TRIAGE_LATE, working_day_after(day, 1)),
        (Kind.CASE_TRIAGE_CHAIR, working_day_after(day, plan.triage_chair_workdays)),
    )
    yield from _stages(case, stages, day, plan, zone, case.received_at)


def _of_answer(case: Case, plan: CasePlan, zone: ZoneInfo) -> Iterator[Due]:
    day, running = case.answer_due, case.clocks[-1]
    stages = (
        (Kind.CASE_ANSWER_SOON, working_day_before(day, plan.before_workdays)),
        (Kind.CASE_ANSWER_TODAY, day),
        (Kind.CASE_ANSWER_LATE, working_day_after(day, plan.after_workdays)),
        (Kind.CASE_ANSWER_SECRETARY, working_day_after(day, plan.secretary_workdays)),
        (Kind.CASE_ANSWER_CHAIR, working_day_after(day, plan.chair_workdays)),
    )
    # What lies before the owner was named, or before this promise was made, was never due.
    begun = max(running.started_at, case.triaged_at or running.started_at)
    yield from _stages(case, stages, day, plan, zone, begun)


def _stages(
    case: Case,
    stages: tuple[tuple[Kind, date], ...],
    promised: date,
    plan: CasePlan,
    zone: ZoneInfo,
    begun: datetime,
) -> Iterator[Due]:
    """Yield the stages of one promise; each is useless once the next has come."""
    ends = [instant(day, plan.clock, zone) for _kind, day in stages[1:]]
    for (kind, day), end in zip(stages, [*ends, None], strict=True):
        at = instant(day, plan.clock, zone)
        if at > begun:
            useless = end if end is not None and end > at else at + 7 * DAY
            yield Due(_key(case, f"{kind.value}:{promised}"), at, useless, kind, str(case.number))


def _of_silence(case: Case, plan: CasePlan, targets: Targets, zone: ZoneInfo) -> Due:
    """Return the closing of a case whose resident has been silent for all of so many working days."""
    day = working_day_after(day_of(case.since, zone), targets.silence_workdays + 1)
    at = instant(day, plan.clock, zone)
    key = _key(case, f"{Kind.CASE_SILENCE.value}:{case.since:%Y%m%dT%H%M%SZ}")
    # It changes the case itself, and so must happen however late.
    return Due(key, at, at + 3650 * DAY, Kind.CASE_SILENCE, str(case.number))


def _of_closing(case: Case, plan: CasePlan, targets: Targets, zone: ZoneInfo) -> Iterator[Due]:
    if not plan.ask_again_days or case.closed_at is None or case.unlinked_at or case.channel is not Channel.CHAT:
        return
    closed = day_of(case.closed_at, zone)
    at = _asks_again_at(closed, plan, zone)
    useless = instant(closed + targets.reopen_days * DAY, plan.clock, zone)
    yield Due(_key(case, f"{Kind.CASE_ASK_AGAIN.value}:{closed}"), at, useless, Kind.CASE_ASK_AGAIN, str(case.number))


def _asks_again_at(closed: date, plan: CasePlan, zone: ZoneInfo) -> datetime:
    return instant(closed + plan.ask_again_days * DAY, plan.clock, zone)


def _key(case: Case, name: str) -> str:
    return f"case:{case.number:04d}:{len(case.clocks)}:{name}"

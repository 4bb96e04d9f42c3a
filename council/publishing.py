"""From what is stored to what everybody may know: each value is composed of what is open, never cut out of the rest."""

from collections.abc import Iterable
from datetime import date, datetime

from council.action import Action
from council.action import Standing as Stand
from council.action import State as ActionState
from council.agenda import Agenda
from council.calendar import working_days_between
from council.decision import Decision
from council.item import Item
from council.meeting import Meeting
from council.minutes import Version
from council.proceedings import Act
from council.promise import Promise
from council.promise import State as PromiseState
from council.record import Body, Deed, Gathering, Matter, Plea, Pledge, Point, Removal, Removed, Resolve
from council.release import Release, Worded
from council.share import State as ShareState
from council.steps import State
from council.stored import Stored
from council.text import Sharing, Words

HIDDEN = frozenset({State.WITHDRAWN})
"""Cases whose residents want nothing more to do with them: what was released of them is public no longer."""


def body(stored: Stored) -> Body:
    """Return the council itself."""
    charter = stored.charter
    return Body(
        charter.slug, charter.names, charter.language, charter.zone.key, charter.controller, charter.targets,
        stored.organisations,
    )  # fmt: skip


def gathering(stored: Stored, meeting: Meeting, now: datetime) -> Gathering:
    """Return a meeting with the open items of its agenda and, once they are adjusted, its minutes."""
    agenda = stored.agendas.get(meeting.number) or Agenda.opened(meeting.number)
    timed = [each for each in agenda.timetable(meeting.starts_at) if each.item.queued is None or each.item.number]
    closes_at = stored.charter.plan.closes_at(meeting)
    version = stored.minutes.get(meeting.number)
    return Gathering(
        number=meeting.number,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        state=meeting.state,
        sequence=len(meeting.previous) + meeting.is_cancelled,
        scheduled_at=meeting.scheduled_at,
        agenda=tuple(_point(stored, each.item, each.starts_at) for each in timed if _is_open(each.item)),
        closed=sum(not _is_open(each.item) for each in timed),
        is_fixed=agenda.is_frozen,
        items_close_at=None if agenda.is_frozen or now >= closes_at else closes_at,
        adjusted_on=_adjusted_on(stored, meeting, version) if version else None,
        minutes=version.public if version and version.adjusted_at else (),
    )


def _adjusted_on(stored: Stored, meeting: Meeting, version: Version) -> date | None:
    return meeting.adjusted_on or (stored.day(version.adjusted_at) if version.adjusted_at else None)


def resolves(stored: Stored, actions: Iterable[Deed] = ()) -> tuple[Resolve, ...]:
    """Return the decisions on open items and those between meetings, the latest first."""
    following: dict[str, list[str]] = {}
    for deed in actions:
        for source in deed.sources:
            following.setdefault(source, []).append(deed.id)
    return tuple(
        Resolve(
            id=each.id,
            meeting=each.meeting,
            item=each.item,
            text=Words(each.text),
            made_on=stored.day(each.made_at),
            votes=each.votes,
            is_final=not each.meeting or each.meeting in stored.minutes,
            actions=tuple(following.get(each.id, ())),
        )
        for each in reversed(stored.decisions)
        if is_public(stored, each)
    )


def is_public(stored: Stored, decision: Decision) -> bool:
    """Say whether a decision was made on an open item, or outside any meeting."""
    if decision.undone_at is not None:
        return False
    return not decision.meeting or _is_open_item(stored, decision.meeting, decision.item)


def deeds(stored: Stored, today: date) -> tuple[Deed, ...]:
    """Return the actions that come from something open and from nothing closed, the first due first."""
    public = {each.id for each in stored.decisions if is_public(stored, each)}
    public |= {each.id for each in stored.promises if _is_told(each)}
    closed = {each.id for each in stored.decisions} - public
    noted = _noted(stored)
    shown = []
    for action in stored.actions:
        sources = {*action.sources}
        here = noted.get(action.id)
        is_open = bool(sources & public) or here is True
        if is_open and here is not False and not sources & closed and action.state is not ActionState.WITHDRAWN:
            shown.append(_deed(stored, action, today, public))
    return tuple(sorted(shown, key=lambda each: (each.standing is Stand.DONE, each.due, each.id)))


def _deed(stored: Stored, action: Action, today: date, public: set[str]) -> Deed:
    labels = {_label(stored, each.release) for each in public_releases(stored)}
    done_on = stored.day(action.done_at) if action.done_at else None
    standing = action.standing(today)
    is_bound = standing in (Stand.DONE, Stand.OVERDUE)
    return Deed(
        id=action.id,
        what=Words(action.what),
        owners=(stored.who(action.owner), *(stored.who(each.organisation) for each in action.partners)),
        due=action.due,
        standing=standing,
        made_on=stored.day(action.made_at),
        sources=tuple(each for each in action.sources if each in public | labels),
        done_on=done_on,
        late_days=max(0, ((done_on or today) - action.due).days) if is_bound else 0,
    )


def pledges(stored: Stored, today: date) -> tuple[Pledge, ...]:
    """Return the promises that hold, the latest first."""
    labels = {each.release.case: _label(stored, each.release) for each in public_releases(stored)}
    return tuple(
        Pledge(
            id=each.id,
            organisation=stored.organisation(each.organisation),
            text=Words(each.text),
            due=each.due,
            state=each.state,
            made_on=stored.day(each.made_at),
            settled_on=stored.day(each.settled_at) if each.settled_at else None,
            words=Words(each.words) if each.is_settled else Words(),
            case=labels.get(each.case or 0, ""),
            late_days=0 if each.is_settled else max(0, (today - each.due).days),
            back_on=_back_on(stored, each),
        )
        for each in reversed(stored.promises)
        if _is_told(each)
    )


def _back_on(stored: Stored, promise: Promise) -> date | None:
    """Return the day the problem came back after a promise was kept: its case was opened again."""
    case = stored.cases.get(promise.case or 0)
    if promise.back_on or promise.settled_at is None or promise.state is not PromiseState.KEPT or case is None:
        return promise.back_on
    again = (clock.started_at for clock in case.clocks[1:] if clock.started_at > promise.settled_at)
    return next((stored.day(moment) for moment in again), None)


def public_releases(stored: Stored) -> tuple[Worded, ...]:
    """Return what is released and stands, of cases that their residents have not taken back."""
    return tuple(
        each for each in stored.released if each.summary and stored.cases[each.release.case].state not in HIDDEN
    )


def matters(stored: Stored, today: date) -> tuple[Matter, ...]:
    """Return the cases that something is released of, the latest first."""
    found = [_matter(stored, each, today) for each in public_releases(stored)]
    return tuple(sorted(found, key=lambda each: each.label, reverse=True))


def _matter(stored: Stored, released: Worded, today: date) -> Matter:
    case = stored.cases[released.release.case]
    first = case.clocks[0]
    answered_on = stored.day(first.answered_at) if first.answered_at else None
    owed_until = answered_on or (today if case.is_open else None)
    return Matter(
        label=_label(stored, released.release),
        category=case.category,
        area=case.area or "",
        state=case.state,
        is_open=case.is_live,
        owner=stored.organisation(case.owner) if case.owner else None,
        received_on=stored.day(case.received_at),
        due_on=first.due,
        summary=Words(released.summary),
        released_on=stored.day(released.release.at),
        changed_on=max(stored.day(case.since), stored.day(released.release.at)),
        answered_on=answered_on,
        answer=Words(released.answer),
        expected_on=case.awaits,
        late_workdays=working_days_between(first.due, owed_until) if owed_until and owed_until > first.due else 0,
        promises=tuple(each.id for each in stored.promises if each.case == case.number and _is_told(each)),
        ended_on=None if case.is_live else stored.day(case.since),
    )


def removals(stored: Stored) -> tuple[Removal, ...]:
    """Return what was taken out of the public record, the latest first."""
    found = [
        Removal(stored.day(each.changed_at or each.at), Removed.SHARED, each.id)
        for each in stored.shares
        if each.sharing is Sharing.OPEN and each.state is ShareState.WITHDRAWN
    ]
    found += [
        Removal(stored.day(each.withdrawn_at), Removed.CASE, _label(stored, each))
        for each in stored.withdrawn
        if each.withdrawn_at
    ]
    found += [
        Removal(stored.day(stored.cases[each.release.case].since), Removed.CASE, _label(stored, each.release))
        for each in stored.released
        if stored.cases[each.release.case].state in HIDDEN
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.id), reverse=True))


def pleas(stored: Stored) -> tuple[Plea, ...]:
    """Return what the council asks of the board, the first first."""
    return tuple(
        Plea(
            each.id,
            Words(each.text),
            stored.day(each.asked_at),
            Words(each.answer),
            stored.day(each.answered_at) if each.answered_at else None,
        )
        for each in stored.petitions
        if each.is_public
    )


def _point(stored: Stored, item: Item, begins_at: datetime) -> Point:
    return Point(item.id, item.heading, item.kind, item.minutes, stored.who(item.raised_by), begins_at)


def _is_open(item: Item) -> bool:
    return item.sharing is Sharing.OPEN


def _is_open_item(stored: Stored, meeting: str, item: str) -> bool:
    agenda = stored.agendas.get(meeting) or Agenda.opened(meeting)
    return any(item in each.names and _is_open(each) for each in agenda.items)


def _noted(stored: Stored) -> dict[str, bool]:
    """Return the actions that were noted under an item of a meeting, and whether under open ones only."""
    noted: dict[str, bool] = {}
    for meeting, proceedings in stored.proceedings.items():
        for entry in proceedings.of(Act.ASSIGNED):
            if entry.item:
                is_open = _is_open_item(stored, meeting, entry.item)
                noted[entry.subject] = noted.get(entry.subject, True) and is_open
    return noted


def _is_told(promise: Promise) -> bool:
    return promise.state is not PromiseState.WITHDRAWN


def _label(stored: Stored, release: Release) -> str:
    return stored.cases[release.case].label(stored.charter.case_prefix)

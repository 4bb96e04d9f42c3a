"""What waits for one person: gathered from cases, promises, actions and votes."""

from dataclasses import dataclass

from commands.answers import unapproved
from commands.desk import Desk
from commands.posts.cases import label, lateness_of, needs_translation, subject_of
from council.calendar import day_of
from council.case import Case
from council.people import SECRETARY, Organisation, Person
from council.promise import State
from council.steps import Lateness
from council.text import Item, Line, Text, Words


@dataclass(frozen=True)
class Seat:
    """Somebody as her work sees her: the organisation she speaks for, and whether she is the secretary."""

    person: Person
    organisation: str | None

    @property
    def is_secretary(self) -> bool:
        """Whether she does the secretary's work."""
        return self.person.holds(SECRETARY)


async def waiting_for(desk: Desk, person: Person) -> list[Line]:
    """Return what waits for somebody, line by line; nothing if she is free."""
    seat = Seat(person, person.organisation)
    return [
        *await _cases(desk, seat),
        *await _promises(desk, seat),
        *await _actions(desk, seat),
        *await _votes(desk, seat),
    ]


async def _cases(desk: Desk, seat: Seat) -> list[Line]:
    live = await desk.work.cases.live()
    lines: list[Line] = []
    if seat.is_secretary:
        new = [case for case in live if case.triaged_at is None]
        lines += [_case("todo-triage", desk, case) for case in new]
        lines += [_translate(desk, case) for case in live if await needs_translation(desk, case) and case.answered_at]
        held = await desk.work.drafts.count_held()
        lines += [Item(Text("todo-drafts", count=held))] if held else []
    if seat.organisation:
        own = [case for case in live if case.owner == seat.organisation and case.is_open and case.awaits]
        lines += [_case("todo-answer", desk, case) for case in own]
        going = [case for case in live if case.owner == seat.organisation and case.is_open and not case.awaits]
        lines += [_case("todo-finish", desk, case) for case in going]
    mine = [case for case in live if seat.is_secretary or (case.owner and case.owner == seat.organisation)]
    for case in mine:
        if case.is_open and await unapproved(desk, case.number):
            lines.append(Item(Text("todo-approve", label=label(desk, case), number=f"{case.number:04d}")))
    return lines


def _case(key: str, desk: Desk, case: Case) -> Item:
    late = lateness_of(desk, case) is not Lateness.ON_TIME
    facts = {"label": label(desk, case), "late": "late" if late else "on_time"}
    return Item(Text(key, about=subject_of(case), day=case.awaits or case.answer_due, **facts))


def _translate(desk: Desk, case: Case) -> Item:
    facts = {"label": label(desk, case), "number": f"{case.number:04d}", "language": case.language}
    return Item(Text("todo-translate", **facts))


async def _promises(desk: Desk, seat: Seat) -> list[Line]:
    lines: list[Line] = []
    for each in await desk.work.promises.all():
        if each.state is State.OPEN and each.organisation == seat.organisation:
            lines.append(Item(Text("todo-promise", id=each.id, text=Words(each.text), day=each.due)))
        elif each.state is State.CLAIMED and seat.is_secretary:
            lines.append(Item(Text("todo-promise-claimed", id=each.id, text=Words(each.text))))
    return lines


async def _actions(desk: Desk, seat: Seat) -> list[Line]:
    own = [each for each in await desk.work.actions.open() if each.is_owned_by(seat.person)]
    keys = {True: "todo-action", False: "todo-action-accept"}
    return [
        Item(Text(keys[each.accepted_at is not None], id=each.id, text=Words(each.what), day=each.due)) for each in own
    ]


async def _votes(desk: Desk, seat: Seat) -> list[Line]:
    """Return the votes between meetings that her organisation has not given."""
    if seat.organisation is None:
        return []
    body: Organisation = await desk.work.people.organisation(seat.organisation)
    if not body.votes:
        return []
    zone = desk.charter.zone
    return [
        Item(Text("todo-vote", id=each.id, text=Words(each.proposal), day=day_of(each.closes_at, zone)))
        for each in await desk.work.ballots.open()
        if each.closes_at and each.of(seat.organisation) is None and seat.organisation not in each.recused
    ]

"""Who holds which office: shown, given and taken, each change shown first and confirmed."""

from typing import Any

from commands.arguments import Code, MatrixId, Rest
from commands.call import Call
from commands.confirming import carries, proposed
from commands.declare import command
from council.office import FOR_AN_ORGANISATION, appointed, check_giver, dismissed, offices, read_offices, rooms_of
from council.people import CHAIR, COUNCIL, IN_COUNCIL, IN_SECRETARIAT, SECRETARY, Direct, Organisation, Person, Role
from council.text import Admission, Dismissal, Heading, Item, Line, Message, Saying, Sharing, Text

GIVERS = CHAIR | SECRETARY


@command("member list", who=COUNCIL | {Role.REGISTRAR}, where=IN_COUNCIL, again=True)
async def list_members(call: Call) -> list[Saying]:
    """Show who holds which office, and who speaks for which organisation."""
    people = await call.work.people.all()
    lines: list[Line] = []
    general = [each for each in people if not each.roles & FOR_AN_ORGANISATION or each.roles & (CHAIR | SECRETARY)]
    if general:
        lines += [Heading(Text("member-list-offices")), *(_line(each, FOR_AN_ORGANISATION) for each in general)]
    for body in await call.work.people.organisations():
        lines.append(Heading(Text("member-list-organisation", organisation=body, code=body.code, votes=body.votes)))
        of = [each for each in people if each.organisation == body.code and each.roles & FOR_AN_ORGANISATION]
        lines += [_line(each, frozenset(Role) - FOR_AN_ORGANISATION) for each in of] or [Item(Text("member-list-none"))]
    return [call.reply(*lines, sharing=Sharing.COUNCIL)]


@command("member add", who=GIVERS, where=IN_SECRETARIAT)
async def add_member(call: Call, person: MatrixId, office: Rest) -> list[Saying]:
    """Give somebody an office, for an organisation where the office needs one."""
    codes = {each.code for each in await call.work.people.organisations()}
    words = office.replace(",", " ").split()
    code = next((word.upper() for word in words if word.upper() in codes), None)
    roles = read_offices(word for word in words if word.upper() != code)
    return await _appointment(call, str(person), roles, code)


@command("member deputy", who=GIVERS, where=IN_SECRETARIAT)
async def add_deputy(call: Call, person: MatrixId, organisation: Code) -> list[Saying]:
    """Let somebody vote for an organisation when its member cannot come."""
    return await _appointment(call, str(person), frozenset({Role.DEPUTY}), organisation)


@command("member remove", who=GIVERS, where=IN_SECRETARIAT)
async def remove_member(call: Call, person: MatrixId, office: Rest | None = None) -> list[Saying]:
    """Take an office from somebody, or all of them."""
    roles = read_offices((office or "").replace(",", " ").split())
    before = await call.work.people.get(str(person))
    check_giver(call.who, roles)
    after = dismissed(before, roles)
    taken = before.roles - after.roles
    check_giver(call.who, taken)
    shown = Text("member-remove-shown", person=before.user_id, offices=offices(taken))
    change = {"person": before.user_id, "roles": sorted(role.value for role in taken)}
    return await proposed(call, "member-remove", change, shown)


@carries("member-add")
async def appoint(call: Call, change: dict[str, Any]) -> list[Saying]:
    """Give the offices that were confirmed."""
    before = await call.work.people.get(change["person"])
    roles = frozenset(map(Role, change["roles"]))
    check_giver(call.who, roles)
    body = await _organisation(call, change["organisation"])
    after = appointed(before, roles, body)
    await call.work.people.save(after)
    await _noted(call, "member-added", after.user_id, roles)
    return [
        call.reply(Text("member-added", person=after.user_id, seat=seat(roles, body)), sharing=Sharing.COUNCIL),
        *admitted(after),
        welcome(call, after, roles, body),
    ]


@carries("member-remove")
async def dismiss(call: Call, change: dict[str, Any]) -> list[Saying]:
    """Take the offices that were confirmed; the rooms that nothing opens to them any more are closed to them."""
    before = await call.work.people.get(change["person"])
    roles = frozenset(map(Role, change["roles"]))
    check_giver(call.who, roles)
    after = dismissed(before, roles)
    await keep(call, after)
    await _noted(call, "member-removed", after.user_id, roles)
    told = Text("member-removed", person=after.user_id, offices=offices(before.roles - after.roles))
    return [call.reply(told, sharing=Sharing.COUNCIL), *shown_out(before, after)]


async def keep(call: Call, person: Person) -> None:
    """Store somebody as they now stand; whoever holds nothing is a resident, and residents are not stored."""
    if person.is_resident:
        await call.work.people.remove(person.user_id)
    else:
        await call.work.people.save(person)


def admitted(person: Person) -> list[Saying]:
    """Return what opens to somebody the rooms that her offices open."""
    return [Admission(place, person.user_id) for place in sorted(rooms_of(person), key=lambda place: place.value)]


def shown_out(before: Person, after: Person) -> list[Saying]:
    """Return what closes the rooms that somebody's offices opened and no longer do."""
    closed = rooms_of(before) - rooms_of(after)
    return [Dismissal(place, before.user_id) for place in sorted(closed, key=lambda place: place.value)]


def welcome(call: Call, person: Person, roles: frozenset[Role], body: Organisation | None) -> Message:
    """Return what somebody is told in her own chat on being given an office: what it is, and the first thing to try."""
    name = call.charter.name(call.charter.language)
    first = Text("welcome", council=name, seat=seat(roles, body))
    return Message.of(
        Direct(person.user_id), first, *office_lines(roles), Text("welcome-help"), sharing=Sharing.COUNCIL
    )


def office_lines(roles: frozenset[Role]) -> list[Item]:
    """Return what each office is about and what to try first."""
    return [Item(Text("welcome-office", role=role.value)) for role in Role if role in roles - {Role.RESIDENT}]


async def _appointment(call: Call, person: str, roles: frozenset[Role], code: str | None) -> list[Saying]:
    before = await call.work.people.get(person)
    check_giver(call.who, roles)
    body = await _organisation(call, code)
    after = appointed(before, roles, body)
    new = roles or after.roles - before.roles
    change = {"person": person, "roles": sorted(role.value for role in new), "organisation": code}
    return await proposed(call, "member-add", change, Text("member-add-shown", person=person, seat=seat(new, body)))


async def _organisation(call: Call, code: str | None) -> Organisation | None:
    return await call.work.people.organisation(code) if code else None


async def _noted(call: Call, what: str, person: str, roles: frozenset[Role]) -> None:
    note = f"{person} {' '.join(sorted(role.value for role in roles))}"
    await call.work.journal.write(call.now, call.who.user_id, what, "people", note)


def seat(roles: frozenset[Role], body: Organisation | None) -> Text:
    """Return what somebody is: her offices, and for which organisation."""
    if body is None:
        return Text("offices-alone", offices=offices(roles))
    return Text("offices-of", offices=offices(roles), organisation=body)


def _line(person: Person, but: frozenset[Role]) -> Item:
    return Item(Text("member-list-line", person=person.user_id, offices=offices(person.roles - but)))

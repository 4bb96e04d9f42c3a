"""Setting a council up, step by step: what is done, what is missing, and the next line to write."""

from commands.call import Call
from commands.declare import command
from council.office import FOR_AN_ORGANISATION
from council.people import CHAIR, IN_SECRETARIAT, SECRETARY, Place, Role
from council.rule import read_rule, rule_text
from council.text import Heading, Item, Line, Saying, Sharing, Text

FEWEST_ORGANISATIONS = 3
"""With fewer a council is a conversation; nothing hinders it, it is only pointed out."""
HOLDERS = (Role.CHAIR, Role.SECRETARY, Role.REGISTRAR, Role.DPO, Role.OPERATOR)


@command("setup", who=CHAIR | SECRETARY | {Role.OPERATOR}, where=IN_SECRETARIAT, again=True)
async def set_up(call: Call) -> list[Saying]:
    """Show how far the council's set-up has come, and what to write next."""
    steps = [*await _rooms(call), *await _organisations(call), *await _people(call), *await _meetings(call)]
    missing = [step for step in steps if step.key.startswith("setup-next")]
    lines: list[Line] = [Heading(Text("setup-heading", done=len(steps) - len(missing), steps=len(steps)))]
    lines += [Item(step) for step in steps]
    return [call.reply(*lines, Text("setup-end", missing=len(missing)), sharing=Sharing.COUNCIL)]


async def _rooms(call: Call) -> list[Text]:
    told = []
    for place in (Place.OPEN, Place.COUNCIL, Place.SECRETARIAT, Place.OPERATORS):
        room = await call.work.rooms.of(place)
        closed = place in (Place.COUNCIL, Place.SECRETARIAT)
        if room is None:
            told.append(Text("setup-next-room", place=Text(f"place-{place.value}")))
        elif closed and not room.encrypted:
            told.append(Text("setup-next-encrypt", place=Text(f"place-{place.value}")))
        else:
            told.append(Text("setup-room", place=Text(f"place-{place.value}")))
    return told


async def _organisations(call: Call) -> list[Text]:
    bodies = await call.work.people.organisations()
    votes = sum(body.votes for body in bodies)
    if votes < FEWEST_ORGANISATIONS:
        return [Text("setup-next-organisations", count=votes)]
    return [Text("setup-organisations", count=len(bodies), votes=votes)]


async def _people(call: Call) -> list[Text]:
    people = await call.work.people.all()
    told = []
    for role in HOLDERS:
        held = any(role in person.roles for person in people)
        told.append(Text("setup-office" if held else "setup-next-office", role=role.value))
    for body in await call.work.people.organisations():
        of = [person for person in people if person.organisation == body.code]
        if not any(person.roles & FOR_AN_ORGANISATION for person in of):
            told.append(Text("setup-next-seat", organisation=body, code=body.code))
        elif not any(Role.CONTACT in person.roles for person in of):
            told.append(Text("setup-next-contact", organisation=body, code=body.code))
        else:
            told.append(Text("setup-seat", organisation=body))
    return told


async def _meetings(call: Call) -> list[Text]:
    rule = rule_text(read_rule(call.charter.rule))
    ahead = [meeting for meeting in await call.work.meetings.ahead(call.now) if meeting.starts_at > call.now]
    if not ahead:
        return [Text("setup-next-rule", rule=rule)]
    return [Text("setup-rule", rule=rule, meets_at=ahead[0].starts_at)]

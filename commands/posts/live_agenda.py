"""The live agenda: one post for each meeting, pinned in the council's room and edited in place with every change."""

from commands.desk import Desk
from commands.posts.actions import action_line
from commands.posts.agenda import Notes, agenda_lines
from council.item import Raiser
from council.meeting import Meeting
from council.people import Contacts, Holders, Place, Role
from council.text import Heading, Item, Line, Message, Saying, Sharing, Text, Unpinning


async def live_agenda(desk: Desk, meeting: Meeting) -> list[Saying]:
    """Return the live agenda of a meeting, to be pinned, unless it is there already."""
    if await desk.work.outbox.rooms_of(post_name(meeting.number)):
        return []
    lines = await live_lines(desk, meeting)
    return [Message(Place.COUNCIL, tuple(lines), key=post_name(meeting.number), pinned=True, quiet=True)]


async def live_agenda_over(desk: Desk, meeting: Meeting) -> list[Saying]:
    """Return what takes the live agenda of a meeting that is over off the wall; the post itself stays."""
    there = await desk.work.outbox.rooms_of(post_name(meeting.number))
    return [Unpinning(Place.COUNCIL, post_name(meeting.number))] if there else []


async def changed_agendas(desk: Desk) -> list[Saying]:
    """Return the live agendas that something in this transaction has changed, edited in place."""
    edits: list[Saying] = []
    if desk.work.actions.changed:
        desk.work.agenda.changed |= {each.number for each in (await desk.work.meetings.ahead(desk.now))[:1]}
    for number in sorted(desk.work.agenda.changed):
        if not await desk.work.outbox.rooms_of(post_name(number)):
            continue
        lines = await live_lines(desk, await desk.work.meetings.get(number))
        edits.append(Message(Place.COUNCIL, tuple(lines), edits=post_name(number), quiet=True))
    desk.work.agenda.changed.clear()
    desk.work.actions.changed = False
    return edits


async def live_lines(desk: Desk, meeting: Meeting) -> list[Line]:
    """Return the agenda as it stands, with how the meeting goes, and what is followed up from earlier ones."""
    if meeting.is_cancelled:
        return [Text("agenda-of-cancelled", meets_at=meeting.starts_at)]
    agenda = await desk.work.agenda.of(meeting.number)
    notes = Notes(await desk.work.people.organisations(), await desk.work.records.of(meeting.number))
    lines = agenda_lines(meeting, agenda, notes, Sharing.COUNCIL)
    closes_at = desk.charter.plan.closes_at(meeting)
    if agenda.is_frozen:
        lines.append(Text("agenda-is-frozen"))
    elif desk.now >= closes_at:
        lines.append(Text("agenda-is-closed"))
    else:
        lines.append(Text("agenda-is-open", closes_at=closes_at))
    return [*lines, *await followed_up(desk, meeting)]


async def followed_up(desk: Desk, meeting: Meeting) -> list[Line]:
    """Return the actions that are not done, which the next meeting takes up again by rule."""
    actions = [each for each in await desk.work.actions.open() if each.made_at < meeting.starts_at]
    if not actions:
        return []
    return [Heading(Text("agenda-follow-up")), *[Item(await action_line(desk, each)) for each in actions]]


async def owners_told(desk: Desk, meeting: Meeting) -> list[Saying]:
    """Tell each owner, in private, which of her actions the meeting takes up again."""
    owned: dict[str, list[Line]] = {}
    for action in await desk.work.actions.open():
        for code in action.owners if action.made_at < meeting.starts_at else ():
            owned.setdefault(code, []).append(Item(await action_line(desk, action)))
    text = Text("actions-taken-up", starts=meeting.starts_at)
    return [
        Message(Holders(Role.SECRETARY) if code == Raiser.SECRETARY else Contacts(code), (text, *lines))
        for code, lines in owned.items()
    ]


def post_name(number: str) -> str:
    """Return the name of the live agenda of a meeting."""
    return f"agenda:{number}"

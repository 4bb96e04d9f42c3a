"""One private list of what waits for whoever asks; and the same, on Mondays, to everybody for whom something waits."""

from commands.call import Call
from commands.courses.waiting import waiting_for
from commands.declare import command
from commands.desk import Desk
from council.calendar import day_of
from council.people import COUNCIL, IN_COUNCIL, SECRETARY, Direct, Place, Role
from council.text import Heading, Line, Message, Saying, Sharing, Text


@command("todo", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_todo(call: Call) -> list[Saying]:
    """Show, in private, what waits for whoever asks."""
    found = await waiting_for(call, call.who)
    lines: list[Line] = [Heading(Text("todo-heading")), *found] if found else [Text("todo-nothing")]
    if call.incoming.room.place is Place.DIRECT:
        return [call.reply(*lines)]
    told = Message.of(Direct(call.incoming.sender), *lines, sharing=Sharing.COUNCIL)
    return [call.reply(Text("todo-told-apart")), told]


async def weekly_lists(desk: Desk) -> list[Message]:
    """Return the week's list of each contact person and of the secretary; whoever has nothing to do hears nothing."""
    messages: list[Message] = []
    told = SECRETARY | {Role.CONTACT}
    if await desk.work.absences.on(day_of(desk.now, desk.charter.zone)) is None:
        told -= {Role.STAND_IN}
    for person in await desk.work.people.holding(told):
        found = await waiting_for(desk, person)
        if found:
            lines = (Heading(Text("todo-week")), *found)
            messages.append(Message.of(Direct(person.user_id), *lines, sharing=Sharing.COUNCIL))
    return messages

"""A command without its mark: whoever writes just "status" or "hjälp" in her chat means what she says."""

from commands.call import Call
from commands.declare import Command
from commands.parse import Found
from council.people import EVERYONE, Place
from council.text import Line, Saying, Sharing, Text


async def as_command(call: Call) -> list[Saying] | None:
    """Show what is asked for by a command's words alone; before one that changes something, ask for its mark."""
    found = call.catalogue.find(f"!{call.incoming.body}")
    if not isinstance(found, Found) or found.rest or not _is_open(found.command):
        return None
    if not found.command.again:
        return [
            call.reply(Text("command-meant", command=Text(f"command-{found.command.slug}.shown")), sharing=Sharing.OWN)
        ]
    urgent: list[Line] = [Text("urgent-then-112")] if found.command.name == "help" and call.who.is_resident else []
    first: list[Saying] = [call.reply(*urgent, sharing=Sharing.OWN)] if urgent else []
    return [*first, *await found.command.handler(call)]


def _is_open(command: Command) -> bool:
    """Say whether a command is one of everybody's that needs nothing more to be said."""
    needs_more = any(parameter.required for parameter in command.parameters)
    return command.who >= EVERYONE and Place.DIRECT in command.where and not needs_more

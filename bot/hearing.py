"""From one thing somebody said to the handler it calls, edits and deletions too."""

from dataclasses import dataclass, replace

from commands.call import Call, Kind
from commands.calling import called, carried_out, check
from commands.noticing import in_her_language
from commands.parse import is_command
from council.text import Refusal, Saying, Sharing, Text
from storage.claims import Claim


@dataclass(frozen=True)
class Heard:
    """What hearing something came to.

    Args:
        language: what the person is answered in, if only what she said has told it.
    """

    sayings: list[Saying]
    outcome: str
    command: str | None = None
    language: str | None = None


IGNORED = Heard([], "ignored")


async def hear(call: Call) -> Heard:
    """Carry out what somebody said.

    Raises:
        Refusal: a rule says no; the person is to be told why.
    """
    call, noticed = await in_her_language(call)
    heard = await _heard(call)
    return replace(heard, sayings=[*heard.sayings, *noticed], language=call.language) if noticed else heard


async def _heard(call: Call) -> Heard:
    said = call.incoming
    match said.kind:
        case Kind.MESSAGE if is_command(said.body):
            return await _command(call)
        case Kind.EDIT:
            return await _edit(call)
        case Kind.REMOVAL:
            return await _removal(call)
        case _:
            return await _listen(call)


async def _listen(call: Call) -> Heard:
    for listener in call.catalogue.listeners_for(call.incoming.kind, call.incoming.room.place):
        sayings = await listener.handler(call)
        if sayings is not None:
            return Heard(sayings, "done")
    return IGNORED


async def _command(call: Call) -> Heard:
    found = called(call)
    return Heard(await carried_out(call, found, found.command.handler), "done", found.command.name)


async def _edit(call: Call) -> Heard:
    """Carry an edited message out again where that is safe; else say what to do instead."""
    first = await _first(call)
    if first is None:
        return IGNORED
    if not is_command(call.incoming.body):
        if first.command is None:
            return await _listen(call)
        raise Refusal("edit-keeps-what-was-done", command=_shown(first.command))
    if first.command is None or first.outcome == "undone":
        heard = await _command(call)
        # From now on the message has been carried out: a further edit changes it and does not do it twice.
        await call.work.claims.settle(f"event:{call.origin}", "done", heard.command, first.sender)
        return heard
    found = called(call)
    if found.command.name != first.command:
        raise Refusal("edit-names-another-command", first=_shown(first.command), now=_shown(found.command.name))
    handler = found.command.edit_handler or (found.command.handler if found.command.again else None)
    if handler is None:
        raise Refusal("edit-keeps-what-was-done", command=_shown(first.command))
    return Heard(await carried_out(call, found, handler), "done", found.command.name)


async def _removal(call: Call) -> Heard:
    """Undo a deleted command where that is possible; else say that it stands."""
    first = await _first(call)
    if first is None or first.outcome == "undone":
        return IGNORED
    if first.command is None:
        return await _listen(call)
    command = call.catalogue.named(first.command)
    if command is None or command.again:
        return IGNORED
    if command.removal_handler is None:
        return Heard([call.reply(Text("removal-keeps-what-was-done"), sharing=Sharing.OPEN)], "done")
    check(call, command)
    sayings = await command.removal_handler(call)
    await call.work.claims.settle(f"event:{call.origin}", "undone", first.command, first.sender)
    return Heard(sayings, "done")


async def _first(call: Call) -> Claim | None:
    """Return what became of the message that is edited or deleted, if it was this person's."""
    first = await call.work.claims.get(f"event:{call.origin}")
    own = call.work.vault.name("sender", call.incoming.sender)
    return first if first and first.sender == own else None


def _shown(command: str) -> Text:
    return Text(f"command-{command.replace(' ', '-')}.shown")

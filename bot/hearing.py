"""From one thing somebody said to the handler it calls, edits and deletions too."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from commands.at_hand.agenda import hand_of
from commands.call import Call, Kind
from commands.courses.noticing import in_her_language
from commands.parse import Found, is_command
from commands.reading.calling import called, carried_out, check, told
from council.passage import RESIDENT
from council.people import EVERYONE
from council.text import Refusal, Saying, Sharing, Text
from storage.claims import Claim, event_key


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
PutOff = Callable[[Call], Awaitable[None]]
Handler = Callable[..., Awaitable[list[Saying]]]


async def hear(call: Call, put_off: PutOff | None = None) -> Heard:
    """Carry out what somebody said.

    Args:
        put_off: takes over what is heavy, to be heard once more; None: it is done at once.

    Raises:
        Refusal: a rule says no; the person is to be told why.
    """
    call, noticed = await in_her_language(call)
    heard = await _heard(call, put_off)
    return replace(heard, sayings=[*heard.sayings, *noticed], language=call.language) if noticed else heard


async def hear_once_more(call: Call) -> Heard:
    """Carry out what was put off: that it may be, though the message was edited, was seen when it was put off.

    Raises:
        Refusal: a rule says no; the person is to be told why.
    """
    return await _command(call, None)


async def note_refusal(call: Call, refusal: Refusal) -> None:
    """Journal that a command of the council's was refused, whoever tried; what everybody may say is not noted."""
    found = call.catalogue.find(call.incoming.body) if is_command(call.incoming.body) else None
    if isinstance(found, Found) and not found.command.who >= EVERYONE:
        who = RESIDENT if call.who.is_resident else hand_of(call.who)
        what = f"command:{found.command.slug}"
        await call.work.journal.write(call.now, who, "command-refused", what, refusal.text.key)


async def _heard(call: Call, put_off: PutOff | None) -> Heard:
    said = call.incoming
    match said.kind:
        case Kind.MESSAGE if is_command(said.body):
            return await _command(call, put_off)
        case Kind.EDIT:
            return await _edit(call, put_off)
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


async def _command(call: Call, put_off: PutOff | None) -> Heard:
    found = called(call)
    return Heard(await _now_or_later(call, found, found.command.handler, put_off), "done", found.command.name)


async def _now_or_later(call: Call, found: Found, handler: Handler, put_off: PutOff | None) -> list[Saying]:
    """Carry out a command, or put it off if it is heavy; what was typed wrongly is refused at once in either case."""
    if put_off is None or not found.command.heavy:
        return await carried_out(call, found, handler)
    told(call, found)
    await put_off(call)
    return [call.reply(Text("errand-taken"), sharing=Sharing.OPEN)]


async def _edit(call: Call, put_off: PutOff | None) -> Heard:
    """Carry an edited message out again where that is safe; else say what to do instead."""
    first = await _first(call)
    if first is None:
        return IGNORED
    if not is_command(call.incoming.body):
        if first.command is None:
            return await _listen(call)
        raise Refusal("edit-keeps-what-was-done", command=_shown(first.command))
    if first.command is None or first.outcome == "undone":
        heard = await _command(call, put_off)
        # From now on the message has been carried out: a further edit changes it and does not do it twice.
        await call.work.claims.settle(event_key(call.origin), "done", heard.command, first.sender)
        return heard
    found = called(call)
    if found.command.name != first.command:
        raise Refusal("edit-names-another-command", first=_shown(first.command), now=_shown(found.command.name))
    handler = found.command.edit_handler or (found.command.handler if found.command.again else None)
    if handler is None:
        raise Refusal("edit-keeps-what-was-done", command=_shown(first.command))
    return Heard(await _now_or_later(call, found, handler, put_off), "done", found.command.name)


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
    await call.work.claims.settle(event_key(call.origin), "undone", first.command, first.sender)
    return Heard(sayings, "done")


async def _first(call: Call) -> Claim | None:
    """Return what became of the message that is edited or deleted, if it was this person's."""
    first = await call.work.claims.get(event_key(call.origin))
    own = call.work.vault.name("sender", call.incoming.sender)
    return first if first and first.sender == own else None


def _shown(command: str) -> Text:
    return Text(f"command-{command.replace(' ', '-')}.shown")

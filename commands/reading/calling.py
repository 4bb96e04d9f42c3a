"""From a command's line to its handler.

A command is checked against its declaration, here and nowhere else.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from commands.arguments import Reading
from commands.call import Call
from commands.declare import Command
from commands.parse import Found, Unknown, arguments
from council.people import EVERYONE, Place, Role
from council.text import Refusal, Saying, Text, Words

OFFICES = (Role.CHAIR, Role.SECRETARY, Role.REGISTRAR, Role.MEMBER, Role.CONTACT, Role.OPERATOR)
"""In this order a refusal names who can do it."""


def called(call: Call) -> Found:
    """Return the command that somebody calls, if it is hers to call here.

    Raises:
        Refusal: there is no such command, or it is not for her or not for this place.
    """
    found = call.catalogue.find(call.incoming.body)
    if isinstance(found, Unknown):
        near = _open(call, found.near)
        if near:
            raise Refusal("command-unknown-near", typed=Words(found.typed), near=f"!{near[0]}")
        raise Refusal("command-unknown", typed=Words(found.typed))
    check(call, found.command)
    return found


def check(call: Call, command: Command) -> None:
    """Check that a command is for this person and this place.

    Raises:
        Refusal: it is not.
    """
    place = call.incoming.room.place
    if not call.who.holds(command.who):
        able = tuple(Text(f"role-{role.value}") for role in OFFICES if role in command.who)
        raise Refusal("not-for-your-role", able=able or (Text("role-member"),))
    if place not in command.where or (place is Place.OPEN and not command.who >= EVERYONE):
        places = tuple(Text(f"place-{each.value}") for each in Place if each in command.where and each != place)
        raise Refusal("not-in-this-place", places=places)


async def carried_out(call: Call, found: Found, handler: Callable[..., Awaitable[list[Saying]]]) -> list[Saying]:
    """Give a handler what was typed after the command, and return what it says.

    Raises:
        Refusal: what was typed cannot be read, or a rule says no.
    """
    return await handler(call, **told(call, found))


def told(call: Call, found: Found) -> dict[str, Any]:
    """Return what was typed after a command, as its handler is told it.

    Raises:
        Refusal: it cannot be read.
    """
    reading = Reading(call.now, call.charter.zone, call.language)
    try:
        return arguments(found.command, found.rest, reading)
    except Refusal as refused:
        if refused.text.key == "argument-left-over":
            _suggest(call, found)
        raise


def _suggest(call: Call, found: Found) -> None:
    """Say what was probably meant, if what was typed is nearly another command that is open here.

    Raises:
        Refusal: it is.
    """
    near = _open(call, call.catalogue.meant(call.incoming.body, found))
    if near:
        typed = " ".join(call.incoming.body.split()[:2]).lstrip("!！ ")[:60]
        raise Refusal("command-unknown-near", typed=Words(typed), near=f"!{near[0]}") from None


def _open(call: Call, near: tuple[str, ...]) -> list[str]:
    """Leave out the phrases of commands that are not for this person in this place."""
    known = {each.name for each in call.catalogue.open_to(call.who, call.incoming.room.place)}
    return [phrase for phrase in near if call.catalogue.find(f"!{phrase}").command.name in known]  # type: ignore[union-attr]

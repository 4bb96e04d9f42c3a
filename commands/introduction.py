"""The first thing a person hears in a direct chat: a resident the notice, an office holder what her offices are."""

from commands.call import Call, Kind
from commands.courses.intake import RECORD, SAFETY
from commands.declare import command, hears
from commands.members import office_lines, seat
from council.people import EVERYONE, EVERYWHERE, IN_DIRECT_CHAT, Place, Role
from council.text import Line, Saying, Sharing, Text

VERSION = 1
"""Of the notice as a whole; raised when its meaning changes, and then shown once more to everybody."""


@hears(Kind.JOINED, where=IN_DIRECT_CHAT)
async def hear_chat_opened(call: Call) -> list[Saying] | None:
    """Introduce the bot when a direct chat is opened."""
    return await first_words(call)


@command("about", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_about(call: Call) -> list[Saying]:
    """Show what the bot is, who answers for it, how long things are kept and how to know that it is the bot."""
    own = await call.work.devices.own()
    known_by = (Text("about-fingerprint", fingerprint=own.shown),) if own else ()
    return [call.reply(*_introduction(call), *known_by, sharing=Sharing.OPEN)]


async def first_words(call: Call) -> list[Saying]:
    """Return what somebody hears before all else in her chat, unless she has: as a resident, or as what she is."""
    if call.who.is_resident:
        return await introduction_if_new(call)
    fresh = await call.work.claims.take([f"welcome:{call.incoming.room.number}"], call.now)
    # Where to turn in danger is said at every first contact, whoever it is with.
    welcome = [*await _welcome(call), SAFETY] if fresh else []
    lines = [*welcome, *await _warned_of_plain(call)]
    return [call.reply(*lines, sharing=Sharing.COUNCIL)] if lines else []


async def introduction_if_new(call: Call) -> list[Saying]:
    """Introduce the bot to somebody who has not been shown the notice as it now stands."""
    reporters, person = call.work.reporters, call.incoming.sender
    warned = await _warned_of_plain(call)
    if await reporters.introduced(person) >= VERSION:
        return [call.reply(*warned, sharing=Sharing.OWN)] if warned else []
    await reporters.introduce(person, VERSION, call.now)
    await call.work.journal.write(call.now, "bot", "notice-shown", "notice", f"version {VERSION}")
    return [call.reply(*_introduction(call), *warned, sharing=Sharing.OWN)]


async def _warned_of_plain(call: Call) -> tuple[Line, ...]:
    """Return the warning that a chat is not encrypted, once for each such chat."""
    room = call.incoming.room
    if room.encrypted or room.place is not Place.DIRECT:
        return ()
    fresh = await call.work.claims.take([f"plain-chat:{room.number}"], call.now)
    return (Text("chat-not-encrypted"),) if fresh else ()


async def _welcome(call: Call) -> tuple[Line, ...]:
    who = call.who
    body = await call.work.people.organisation(who.organisation) if who.organisation else None
    here = Text("welcome-here", council=call.charter.itself, seat=seat(who.roles - {Role.RESIDENT}, body))
    return (here, *office_lines(who.roles), Text("welcome-help"))


def _introduction(call: Call) -> tuple[Line, ...]:
    charter, controller = call.charter, call.charter.controller
    identity = charter.retention.get("identity")
    kept = Text("kept-days", days=identity.days) if identity and identity.days else Text("kept-until-decided")
    return (
        Text("introduction", council=charter.itself),
        SAFETY,
        RECORD,
        Text("introduction-how"),
        Text("introduction-controller", name=controller.name, contact=controller.contact, dpo=controller.dpo),
        Text("introduction-kept", days=charter.limits.draft_days, identity=kept),
        Text("introduction-languages"),
        Text("safety-other"),
    )

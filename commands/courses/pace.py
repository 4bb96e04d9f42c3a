"""Nobody is read faster than the council lays down; an emergency always is."""

from commands.call import Call
from commands.courses.intake import look
from council.detect import Sign
from council.people import Place
from council.text import Message, Saying, Sharing, Text


async def too_fast(call: Call) -> list[Saying] | None:
    """Count a resident's message; once there are too many in a minute, tell her and the secretary, then stay silent."""
    if not call.who.is_resident:
        return None
    limit = call.charter.limits.messages_a_minute
    count = await call.work.paces.count(call.incoming.sender, call.now)
    if count <= limit or Sign.DANGER in look(call, call.incoming.body):
        return None
    if count > limit + 1:
        return []
    told: list[Saying] = [call.reply(Text("write-slower", count=limit), sharing=Sharing.OWN)]
    hour = call.now.astimezone(call.charter.zone).strftime("%Y-%m-%dT%H")
    if await call.work.claims.take([f"pace-notice:{hour}"], call.now):
        warned = Text("somebody-writes-fast", count=limit)
        told.append(Message.of(Place.SECRETARIAT, warned, sharing=Sharing.SECRETARIAT))
    return told

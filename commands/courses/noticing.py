"""A resident writes in a language that can be told: she is answered in it from then on, until she chooses another."""

from dataclasses import replace

from commands.call import Call, Kind
from council.people import Place
from council.text import Saying, Sharing, Text
from council.tongue import surely_in


async def in_her_language(call: Call) -> tuple[Call, list[Saying]]:
    """Return the call in the language that somebody surely writes, and what tells her how to choose another.

    The first words that can be told settle it, for her chat alone; a word in another language later changes nothing.
    """
    said, room = call.incoming, call.incoming.room
    is_asked = room.place is Place.DIRECT and room.language is None and said.kind is Kind.MESSAGE
    spoken = surely_in(said.body) if is_asked and call.who.is_resident else None
    if spoken is None:
        return call, []
    await call.work.rooms.set_language(room.number, spoken)
    heard = replace(call, incoming=replace(said, room=replace(room, language=spoken)), language=spoken)
    return heard, [] if spoken == call.language else [call.reply(Text("language-noticed"), sharing=Sharing.OWN)]

"""Somebody writes English to a council of another language, and has not chosen one: she is answered in English."""

from dataclasses import replace

from commands.call import Call, Kind
from council.people import Place
from council.text import Saying, Sharing, Text
from council.tongue import is_english

ENGLISH = "en"


async def in_her_language(call: Call) -> tuple[Call, list[Saying]]:
    """Return the call in the language that somebody surely writes, and what tells her how to choose another."""
    said, room = call.incoming, call.incoming.room
    if room.place is not Place.DIRECT or room.language is not None or said.kind is not Kind.MESSAGE:
        return call, []
    if call.language == ENGLISH or not call.who.is_resident or not is_english(said.body):
        return call, []
    await call.work.rooms.set_language(room.number, ENGLISH)
    incoming = replace(said, room=replace(room, language=ENGLISH))
    told = call.reply(Text("english-noticed"), sharing=Sharing.OWN)
    return replace(call, incoming=incoming, language=ENGLISH), [told]

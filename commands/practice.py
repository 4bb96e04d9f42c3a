"""A member tries a command: it is carried out on the real records, told, and undone, and nobody else hears of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from commands.arguments import Rest
from commands.call import Call
from commands.declare import command
from commands.parse import Found
from commands.reading.calling import called, carried_out
from council.people import EVERYONE, IN_DIRECT_CHAT, Here, Place, Reporter, Role
from council.text import Heading, Line, Message, Refusal, Saying, Sharing, Text

SHOWN = frozenset({Sharing.OPEN, Sharing.COUNCIL})
"""What a practice may repeat; of the rest it says only where it would have gone."""


@command("practice", who=EVERYONE - {Role.RESIDENT}, where=IN_DIRECT_CHAT, again=True)
async def practise(call: Call, words: Rest) -> list[Saying]:
    """Try a command without any effect: see what I would have said, and where."""
    said = replace(call.incoming, body=f"!{words.lstrip('!！ ')}")
    found = call.catalogue.find(said.body)
    if isinstance(found, Found) and found.command is practise:
        raise Refusal("practice-of-practice")
    async with call.work.rehearsal() as work:
        tried = replace(call, work=work, incoming=said)
        asked = called(tried)
        sayings = await carried_out(tried, asked, asked.command.handler)
    shown = list(_shown(sayings)) or [Text("practice-silent")]
    return [call.reply(Text("practice"), *shown, sharing=Sharing.COUNCIL)]


def _shown(sayings: Sequence[Saying]) -> Iterator[Line]:
    """Yield what would be said, under where; what is no message, or may not be repeated, is named and not shown."""
    for saying in sayings:
        if not isinstance(saying, Message):
            continue
        yield Heading(Text("practice-where", where=_where(saying)))
        if saying.sharing in SHOWN and saying.case is None:
            yield from saying.lines
        else:
            yield Text("practice-hidden")
    others = sum(not isinstance(saying, Message) for saying in sayings)
    if others:
        yield Text("practice-others", count=others)


def _where(message: Message) -> Text:
    match message.to:
        case Here():
            return Text(f"place-{Place.DIRECT.value}")
        case Place() as place:
            return Text(f"place-{place.value}")
        case Reporter():
            return Text("practice-to-resident")
        case _:
            return Text("practice-to-somebody")

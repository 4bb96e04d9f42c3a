"""What one can say here: made from the declarations, so it is never out of date."""

from commands.arguments import Rest
from commands.call import Call
from commands.declare import Command, command
from commands.members import office_lines
from commands.parse import Found
from council.people import EVERYONE, EVERYWHERE, Person, Place
from council.text import Heading, Item, Line, Saying, Sharing, Text, Words

EVERYTHING = frozenset({"allt", "all", "everything"})


@command("help", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_help(call: Call, topic: Rest | None = None) -> list[Saying]:
    """Show what this person can write in this room: by topic, all of one topic, or all about one command."""
    known = call.catalogue.open_to(call.who, call.incoming.room.place)
    if topic is None and (call.who.is_resident or call.incoming.room.place is Place.OPEN):
        return [call.reply(Heading(Text("help-heading")), *_lines(known), Text("help-more"), sharing=Sharing.OPEN)]
    if topic is None:
        return [call.reply(*_overview(call.who, known), sharing=Sharing.OPEN)]
    topic = Rest(topic.strip("!?. "))
    if topic.casefold() in EVERYTHING:
        return [call.reply(Heading(Text("help-heading")), *_lines(known), sharing=Sharing.OPEN)]
    group = [each for each in call.catalogue.about(topic) if each in known]
    if len(group) > 1:
        return [call.reply(*_lines(group), sharing=Sharing.OPEN)]
    found = call.catalogue.find(f"!{topic}")
    if isinstance(found, Found) and found.command in known:
        slug = found.command.slug
        example = Text("help-example", example=Text(f"command-{slug}.example"))
        return [call.reply(_summary(slug), example, sharing=Sharing.OPEN)]
    return [call.reply(Text("help-unknown", topic=Words(topic[:40])), sharing=Sharing.OPEN)]


def _overview(who: Person, known: list[Command]) -> list[Line]:
    """Return what each office of somebody's is about and what to try first, and the topics that there are here."""
    topics: dict[str, list[Command]] = {}
    for each in known:
        topics.setdefault(each.name.partition(" ")[0], []).append(each)
    alone = tuple(_words(commands[0].slug) for commands in topics.values() if len(commands) == 1)
    return [
        Heading(Text("help-offices")),
        *office_lines(who.roles),
        Heading(Text("help-topics")),
        *[Item(_topic(commands)) for commands in topics.values() if len(commands) > 1],
        Item(Text("help-topic-others", words=alone)),
        Text("help-topic-more"),
    ]


def _topic(commands: list[Command]) -> Text:
    lead, *_ = commands
    example = Text(f"command-{lead.slug}.example")
    return Text("help-topic", topic=Text(f"command-{lead.slug}.topic"), count=len(commands), example=example)


def _lines(commands: list[Command]) -> list[Item]:
    return [Item(Text("help-line", words=_words(each.slug), summary=_summary(each.slug))) for each in commands]


def _words(slug: str) -> Text:
    return Text(f"command-{slug}.shown")


def _summary(slug: str) -> Text:
    return Text(f"command-{slug}.summary")

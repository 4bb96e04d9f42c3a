"""What one can say here: made from the declarations, so it is never out of date."""

from commands.arguments import Rest
from commands.call import Call
from commands.declare import Command, command
from commands.parse import Found
from council.people import EVERYONE, EVERYWHERE
from council.text import Heading, Item, Saying, Sharing, Text, Words


@command("help", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_help(call: Call, topic: Rest | None = None) -> list[Saying]:
    """Show the commands that this person can use in this room, or all about one of them."""
    known = call.catalogue.open_to(call.who, call.incoming.room.place)
    if topic is None:
        return [call.reply(Heading(Text("help-heading")), *_lines(known), Text("help-more"), sharing=Sharing.OPEN)]
    topic = Rest(topic.strip("!?. "))
    group = [each for each in call.catalogue.about(topic) if each in known]
    if len(group) > 1:
        return [call.reply(*_lines(group), sharing=Sharing.OPEN)]
    found = call.catalogue.find(f"!{topic}")
    if isinstance(found, Found) and found.command in known:
        slug = found.command.slug
        example = Text("help-example", example=Text(f"command-{slug}.example"))
        return [call.reply(_summary(slug), example, sharing=Sharing.OPEN)]
    return [call.reply(Text("help-unknown", topic=Words(topic[:40])), sharing=Sharing.OPEN)]


def _lines(commands: list[Command]) -> list[Item]:
    return [Item(Text("help-line", words=_words(each.slug), summary=_summary(each.slug))) for each in commands]


def _words(slug: str) -> Text:
    return Text(f"command-{slug}.shown")


def _summary(slug: str) -> Text:
    return Text(f"command-{slug}.summary")

"""What one can say here: made from the declarations, so it is never out of date."""

from commands.arguments import Rest
from commands.call import Call
from commands.declare import command
from commands.parse import Found
from council.people import EVERYONE, EVERYWHERE
from council.text import Heading, Item, Saying, Sharing, Text, Words


@command("help", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_help(call: Call, topic: Rest | None = None) -> list[Saying]:
    """Show the commands that this person can use in this room, or all about one of them."""
    known = call.catalogue.open_to(call.who, call.incoming.room.place)
    if topic is None:
        lines = [Item(Text("help-line", words=_words(each.slug), summary=_summary(each.slug))) for each in known]
        return [call.reply(Heading(Text("help-heading")), *lines, Text("help-more"), sharing=Sharing.OPEN)]
    found = call.catalogue.find(f"!{topic.lstrip('!')}")
    if isinstance(found, Found) and found.command in known:
        slug = found.command.slug
        example = Text("help-example", example=Text(f"command-{slug}.example"))
        return [call.reply(_summary(slug), example, sharing=Sharing.OPEN)]
    beginning = [each for each in known if each.name.split()[0] == topic.split()[0].casefold().lstrip("!")]
    if beginning:
        lines = [Item(Text("help-line", words=_words(each.slug), summary=_summary(each.slug))) for each in beginning]
        return [call.reply(*lines, sharing=Sharing.OPEN)]
    return [call.reply(Text("help-unknown", topic=Words(topic[:40])), sharing=Sharing.OPEN)]


def _words(slug: str) -> Text:
    return Text(f"command-{slug}.shown")


def _summary(slug: str) -> Text:
    return Text(f"command-{slug}.summary")

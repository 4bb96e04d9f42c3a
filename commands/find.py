"""Search in all that was shared: each finds what she may see where she asks."""

from commands.arguments import Rest
from commands.call import Call
from commands.declare import command
from commands.posts.permalink import links_to
from commands.posts.shares import key_of, source_of
from council.calendar import day_of
from council.people import COUNCIL, EVERYONE, EVERYWHERE, SECRETARY, Place
from council.quest import Quest, read_quest
from council.share import PLACES, Share
from council.stems import seeker
from council.text import Heading, Item, Line, Saying, Sharing, Text, Words
from council.words import clean

MOST_SHOWN = 10
MOST_LOOKED_AT = 2_000


@command("find", who=EVERYONE, where=EVERYWHERE, again=True)
async def find_shared(call: Call, what: Rest) -> list[Saying]:
    """Find what was shared, in any form of the words; in parentheses a class, an organisation, a month or a year."""
    today = day_of(call.now, call.charter.zone)
    quest = read_quest(clean(what), await call.work.people.organisations(), today)
    classes = seen_here(call)
    found = await _found(call, quest, classes if quest.sharing is None else classes & {quest.sharing})
    shown = Words(quest.words[:60])
    if not found:
        return [call.reply(Text("find-none", words=shown), sharing=Sharing.OPEN)]
    lines: list[Line] = [Heading(Text("find-heading", words=shown, count=len(found)))]
    lines += await _lines(call, found[:MOST_SHOWN])
    if len(found) > MOST_SHOWN:
        lines.append(Text("find-more", more=len(found) - MOST_SHOWN))
    return [call.reply(*lines, sharing=_widest(found))]


def seen_here(call: Call) -> frozenset[Sharing]:
    """Return the classes that somebody may see in the place where she asks."""
    place = call.incoming.room.place
    if place is Place.OPEN or not call.who.holds(COUNCIL):
        return frozenset({Sharing.OPEN})
    if place is Place.SECRETARIAT or (place is Place.DIRECT and call.who.holds(SECRETARY)):
        return frozenset({Sharing.OPEN, Sharing.COUNCIL, Sharing.SECRETARIAT})
    return frozenset({Sharing.OPEN, Sharing.COUNCIL})


async def _found(call: Call, quest: Quest, classes: frozenset[Sharing]) -> list[Share]:
    held = await call.work.shares.holding(quest.stems, classes, MOST_LOOKED_AT)
    is_sought = seeker(quest.words)
    return [share for share in held if _fits(call, quest, share) and is_sought(share.text)]


def _fits(call: Call, quest: Quest, share: Share) -> bool:
    day = day_of(share.at, call.charter.zone)
    in_time = quest.span is None or quest.span.first <= day <= quest.span.last
    from_whom = quest.organisation is None or share.organisation == quest.organisation
    return in_time and from_whom


async def _lines(call: Call, shares: list[Share]) -> list[Line]:
    links: dict[str, str] = {}
    for sharing in {share.sharing for share in shares}:
        links |= await links_to(
            call.work, PLACES[sharing], (key_of(each) for each in shares if each.sharing is sharing)
        )
    return [Item(await _line(call, share, links.get(key_of(share), "none"))) for share in shares]


async def _line(call: Call, share: Share, link: str) -> Text:
    return Text(
        "find-line",
        id=share.id,
        day=day_of(share.at, call.charter.zone),
        source=await source_of(call, share.organisation),
        sharing=share.sharing.value,
        words=Words(" ".join(share.text.split())),
        link=link,
    )


def _widest(found: list[Share]) -> Sharing:
    """Return the most closed class among what is shown, which the room must be cleared for."""
    order = (Sharing.SECRETARIAT, Sharing.COUNCIL, Sharing.OPEN)
    return next(each for each in order if any(share.sharing is each for share in found[:MOST_SHOWN]))

"""How shared information is shown: its post, its source, its name, and what the journal says of it."""

from commands.at_hand.agenda import hand_of
from commands.call import Call
from commands.desk import Desk
from council.people import Organisation
from council.share import PLACES, Share
from council.text import Heading, Line, Message, Quote, Removal, Saying, Sharing, Text, Words


async def published(call: Call, share: Share) -> list[Saying]:
    """Post what is shared under its number; that is the copy that can be changed and taken back."""
    place, lines = PLACES[share.sharing], await share_lines(call, share)
    if call.incoming.room.place is place:
        return [call.reply(*lines, sharing=share.sharing, key=key_of(share))]
    done = Text("share-done", id=share.id, sharing=share.sharing.value)
    return [Message(place, lines, share.sharing, key=key_of(share)), call.reply(done, sharing=Sharing.OPEN)]


async def share_lines(desk: Desk, share: Share) -> tuple[Line, ...]:
    """Return the post that shows something shared."""
    heading = Heading(Text("share-post", id=share.id, source=await source_of(desk, share.organisation)))
    return heading, Quote(Words(share.text))


async def source_of(desk: Desk, organisation: str | None) -> Organisation | Text:
    """Return whom something comes from: an organisation, or the secretary."""
    if organisation is None:
        return Text("raised-by-secretary")
    return await desk.work.people.organisation(organisation)


def taken_back(share: Share) -> list[Saying]:
    """Return what removes the posts that show it, and the one that asks a second person about it."""
    removals: list[Saying] = [Removal(PLACES[share.sharing], key=key_of(share))] if share.is_published else []
    if share.asked_at is not None and share.asked_in is not None:
        removals.append(Removal(share.asked_in, key=ask_key(share)))
    return removals


def key_of(share: Share) -> str:
    """Return the name of the post that shows it."""
    return f"share:{share.number}"


def ask_key(share: Share) -> str:
    """Return the name of the post that asks a second person about the words as they are now."""
    return f"share-ask:{share.number}:{share.asked_at:%Y%m%dT%H%M%S}"


async def note(call: Call, what: str, share: Share) -> None:
    """Write into the journal what was done with it."""
    await call.work.journal.write(call.now, hand_of(call.who), what, key_of(share), share.sharing.value)

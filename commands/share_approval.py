"""What is to be read by everybody is read by a second person first: asked, approved, refused, or left to lapse."""

from commands.arguments import ItemId, Rest
from commands.call import Call, Kind
from commands.declare import command, hears
from commands.desk import Desk
from commands.posts.shares import ask_key, key_of, note, published, share_lines, source_of, taken_back
from council.people import COUNCIL, IN_COUNCIL, SECRETARY, Direct, Place
from council.plain import is_no, is_yes
from council.share import PLACES, Share
from council.text import Heading, Line, Message, Quote, Refusal, Removal, Saying, Sharing, Text, Words
from council.words import clean

CLASS_OF = {Place.COUNCIL: Sharing.COUNCIL, Place.SECRETARIAT: Sharing.SECRETARIAT}
LONGEST_REASON = 500


def needs_second(call: Call, sharing: Sharing) -> bool:
    """Say whether a second person is to read something before it is published."""
    return sharing is Sharing.OPEN and call.charter.approve_open


async def asked(call: Call, share: Share, words: str) -> list[Saying]:
    """Ask a second person about words, where they have been seen already: the council, or the secretariat."""
    in_council = call.incoming.room.place is Place.COUNCIL or call.who.holds(SECRETARY)
    waiting = share.ask(words, Place.COUNCIL if in_council else Place.SECRETARIAT, call.now)
    await call.work.shares.save(waiting)
    await note(call, "share-asked", waiting)
    former: list[Saying] = [Removal(share.asked_in, key=ask_key(share))] if share.asked_at and share.asked_in else []
    question = await _question(call, waiting)
    if call.incoming.room.place is waiting.asked_in:
        return [*former, question]
    return [*former, question, call.reply(Text("share-waits", id=share.id), sharing=Sharing.OPEN)]


@command("share approve", who=COUNCIL, where=IN_COUNCIL)
async def approve_share(call: Call, item: ItemId) -> list[Saying]:
    """Publish what somebody else wants to share openly."""
    return await _approved(call, await share_named(call, item))


@command("share refuse", who=COUNCIL, where=IN_COUNCIL)
async def refuse_share(call: Call, item: ItemId, why: Rest | None = None) -> list[Saying]:
    """Say no to what somebody else wants to share openly; the sender is told, and why."""
    return await _refused(call, await share_named(call, item), clean(why or "")[:LONGEST_REASON])


@hears(Kind.REACTION, where=frozenset({Place.COUNCIL, Place.SECRETARIAT}), order=20)
async def hear_verdict(call: Call) -> list[Saying] | None:
    """Take a thumb up or down on such a question as its answer."""
    said, target = call.incoming.body, call.incoming.target
    if target is None or not (is_yes(said) or is_no(said)) or not call.who.holds(COUNCIL):
        return None
    post = await call.work.outbox.post_of(target, call.incoming.room.number) or ""
    kind, _, rest = post.partition(":")
    if kind != "share-ask":
        return None
    share = await call.work.shares.get(int(rest.split(":")[0]))
    if not share.awaits or ask_key(share) != post:
        raise Refusal("share-nothing-waits", id=share.id)
    return await (_approved(call, share) if is_yes(said) else _refused(call, share, ""))


async def share_named(call: Call, item: str) -> Share:
    """Return what is shared under an id.

    Raises:
        Refusal: nothing is.
    """
    if not item.startswith("I"):
        raise Refusal("share-unknown", id=item)
    return await call.work.shares.get(int(item[1:]))


async def asked_again(desk: Desk, number: int) -> list[Saying]:
    """Ask once more about what nobody has answered, under the first question."""
    share = await desk.work.shares.get(number)
    if share.asked_at is None or share.asked_in is None:
        return []
    told = Text("share-ask-again", id=share.id)
    return [Message(share.asked_in, (told,), CLASS_OF[share.asked_in], thread=ask_key(share))]


async def lapsed(desk: Desk, number: int) -> list[Saying]:
    """Let go of what nobody has answered, and tell whoever wanted it shared."""
    share = await desk.work.shares.get(number)
    if share.asked_at is None:
        return []
    await desk.work.shares.save(share.lapse(desk.now))
    told = Message.of(Direct(share.by), Text("share-lapsed", id=share.id), sharing=Sharing.OPEN)
    return [*taken_back(share)[-1:], told]


async def _question(call: Call, share: Share) -> Message:
    assert share.asked_in is not None
    source = await source_of(call, share.organisation)
    lines: tuple[Line, ...] = (
        Heading(Text("share-ask", id=share.id, source=source)),
        Quote(Words(share.awaits)),
        Text("share-ask-how", id=share.id),
    )
    return Message(share.asked_in, lines, CLASS_OF[share.asked_in], key=ask_key(share))


async def _approved(call: Call, share: Share) -> list[Saying]:
    after = share.approve(call.who, call.now)
    await call.work.shares.save(after)
    await note(call, "share-approved", after)
    if share.is_published:
        edit = Message(PLACES[after.sharing], await share_lines(call, after), after.sharing, edits=key_of(after))
        shown: list[Saying] = [edit, call.reply(Text("share-reworded", id=after.id), sharing=Sharing.OPEN)]
    else:
        shown = await published(call, after)
    return [*shown, *_settled(share, Text("share-approved", id=share.id, who=await source_of(call, _code(call))))]


async def _refused(call: Call, share: Share, why: str) -> list[Saying]:
    after = share.refuse(call.who, call.now)
    await call.work.shares.save(after)
    await note(call, "share-refused", after)
    reason: tuple[Line, ...] = (Quote(Words(why)),) if why else ()
    told = Text("share-refused", id=share.id, who=await source_of(call, _code(call)))
    settled = _settled(share, told)
    return [
        *settled,
        call.reply(told, sharing=Sharing.OPEN),
        Message.of(Direct(share.by), Text("share-refused-told", id=share.id), *reason, sharing=Sharing.OPEN),
    ]


def _settled(share: Share, how: Text) -> list[Saying]:
    """Put the answer in the place of the question."""
    assert share.asked_in is not None
    return [Message(share.asked_in, (how,), CLASS_OF[share.asked_in], edits=ask_key(share))]


def _code(call: Call) -> str | None:
    return call.who.organisation

"""Information shared by the organisations: published as far as they say, held or removed when it points to a person."""

from dataclasses import replace

from commands.agenda_at_hand import hand_of
from commands.arguments import ItemId, Rest
from commands.call import Call, Kind
from commands.declare import command
from commands.period import period_until
from commands.share_guard import caught, held, looked_at
from council.people import COUNCIL, IN_COUNCIL, Organisation, Place
from council.share import PLACES, Share, fitting, read_class
from council.text import Heading, Item, Line, Message, Quote, Refusal, Removal, Saying, Sharing, Text, Words
from council.words import clean


@command("share", who=COUNCIL, where=IN_COUNCIL)
async def share_information(call: Call, what: Rest) -> list[Saying]:
    """Publish information to a class: open, council or secretariat."""
    sharing, words = _read(call, what)
    signs = looked_at(call, words, sharing)
    share = Share(
        number=await call.work.shares.next_number(),
        at=call.now,
        by=call.who.user_id,
        organisation=call.who.organisation,
        sharing=sharing,
        text=words,
        origin=call.origin,
    )
    if signs.forbid:
        return await caught(call, share, signs)
    if signs.doubt:
        return held(call, signs)
    await call.work.shares.save(share)
    await _note(call, "shared", share)
    return await _published(call, share)


@share_information.edited
async def reword_shared(call: Call, what: Rest) -> list[Saying]:
    """Change what the edited message shared, in place; what was held back is shared once it is put right."""
    share = await call.work.shares.of_origin(call.origin)
    if share is None:
        return await share_information.handler(call, what)
    sharing, words = _read(call, what)
    reworded = share.reword(sharing, words, call.now)
    signs = looked_at(call, words, sharing)
    if signs.forbid:
        return [_taken_back(share), *await caught(call, replace(share, text=""), signs)]
    if signs.doubt:
        return held(call, signs)
    await call.work.shares.save(reworded)
    await _note(call, "share-reworded", reworded)
    edit = Message(PLACES[sharing], await _lines(call, reworded), sharing, edits=_key(share))
    return [edit, call.reply(Text("share-reworded", id=share.id), sharing=Sharing.OPEN)]


@share_information.removed
async def withdraw_deleted(call: Call) -> list[Saying]:
    """Withdraw what the deleted message shared."""
    share = await call.work.shares.of_origin(call.origin)
    if share is None or not share.is_published:
        return []
    return await _withdrawn(call, share, Text("share-withdrawn", id=share.id))


@command("share withdraw", who=COUNCIL, where=IN_COUNCIL)
async def withdraw_share(call: Call, item: ItemId) -> list[Saying]:
    """Take back what was shared: the post is removed, the number is kept, the words are not."""
    if not item.startswith("I"):
        raise Refusal("share-unknown", id=item)
    share = await call.work.shares.get(int(item[1:]))
    if not share.is_own_of(call.who):
        raise Refusal("share-not-yours", id=share.id)
    return await _withdrawn(call, share, Text("share-withdrawn-by-command", id=share.id))


@command("share list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_shares(call: Call) -> list[Saying]:
    """List what has been shared since the last meeting, as far as this room may see it."""
    period = await period_until(call.work, call.charter, call.now)
    in_secretariat = call.incoming.room.place is Place.SECRETARIAT
    classes = {Sharing.OPEN, Sharing.COUNCIL} | ({Sharing.SECRETARIAT} if in_secretariat else set())
    shares = [each for each in await call.work.shares.between(period.since, call.now) if each.sharing in classes]
    if not shares:
        return [call.reply(Text("share-none"))]
    lines = [Item(await _listed(call, share)) for share in shares]
    sharing = Sharing.SECRETARIAT if in_secretariat else Sharing.COUNCIL
    return [call.reply(Heading(Text("share-list-heading")), *lines, sharing=sharing)]


def _read(call: Call, what: str) -> tuple[Sharing, str]:
    """Return the class and the words; a reply without words of its own shares those of the message it answers.

    Raises:
        Refusal: the class is missing (it is never guessed), too narrow for the room, or there are no words.
    """
    sharing, words = read_class(clean(what))
    if sharing is None:
        raise Refusal("share-class-missing")
    if sharing is Sharing.SECRETARIAT and call.incoming.room.place is Place.COUNCIL:
        raise Refusal("share-class-too-late")
    is_reply = call.incoming.kind is Kind.MESSAGE and call.incoming.target is not None
    return sharing, fitting(words or (clean(call.incoming.replied or "") if is_reply else ""))


async def _published(call: Call, share: Share) -> list[Saying]:
    """Post what is shared under its number; that is the copy that can be changed and taken back."""
    place, lines = PLACES[share.sharing], await _lines(call, share)
    if call.incoming.room.place is place:
        return [call.reply(*lines, sharing=share.sharing, key=_key(share))]
    done = Text("share-done", id=share.id, sharing=share.sharing.value)
    return [Message(place, lines, share.sharing, key=_key(share)), call.reply(done, sharing=Sharing.OPEN)]


async def _withdrawn(call: Call, share: Share, told: Text) -> list[Saying]:
    await call.work.shares.save(share.withdraw(call.now))
    await _note(call, "share-withdrawn", share)
    return [_taken_back(share), call.reply(told, sharing=Sharing.OPEN)]


def _taken_back(share: Share) -> Removal:
    return Removal(PLACES[share.sharing], key=_key(share))


async def _lines(call: Call, share: Share) -> tuple[Line, ...]:
    return Heading(Text("share-post", id=share.id, source=await _source(call, share))), Quote(Words(share.text))


async def _listed(call: Call, share: Share) -> Text:
    if not share.is_published:
        return Text("share-line-withdrawn", id=share.id)
    return Text(
        "share-line",
        id=share.id,
        day=share.at.astimezone(call.charter.zone).date(),
        source=await _source(call, share),
        sharing=share.sharing.value,
        words=Words(" ".join(share.text.split())),
    )


async def _source(call: Call, share: Share) -> Organisation | Text:
    if share.organisation is None:
        return Text("raised-by-secretary")
    return await call.work.people.organisation(share.organisation)


def _key(share: Share) -> str:
    return f"share:{share.number}"


async def _note(call: Call, what: str, share: Share) -> None:
    await call.work.journal.write(call.now, hand_of(call.who), what, _key(share), share.sharing.value)

"""Information shared by the organisations: published as far as they say, held or removed when it points to a person."""

from dataclasses import replace

from commands.arguments import ItemId, Rest
from commands.at_hand.period import period_until
from commands.call import Call, Kind
from commands.courses.share_guard import caught, held, looked_at
from commands.declare import command
from commands.posts.shares import key_of, note, published, share_lines, source_of, taken_back
from commands.share_approval import asked, needs_second, share_named
from council.people import COUNCIL, IN_COUNCIL, Place
from council.share import PLACES, Share, State, fitting, read_class
from council.text import Heading, Item, Message, Refusal, Saying, Sharing, Text, Words
from council.words import clean


@command("share", who=COUNCIL, where=IN_COUNCIL)
async def share_information(call: Call, what: Rest | None = None) -> list[Saying]:
    """Share information as far as you say: open, council or secretariat. A second person approves what is open."""
    sharing, words = _read(call, what)
    return await share_words(call, sharing, words, _answered(call))


async def share_words(call: Call, sharing: Sharing, words: str, post: str | None = None) -> list[Saying]:
    """Share words as far as a class goes, once nothing in them points to a person.

    Args:
        post: the event that the words stand in already, if they were not typed with the command.

    Raises:
        Refusal: the class is too narrow for the room, or there are no words.
    """
    if sharing is Sharing.SECRETARIAT and call.incoming.room.place is Place.COUNCIL:
        raise Refusal("share-class-too-late")
    words = fitting(words)
    share = Share(
        number=await call.work.shares.next_number(),
        at=call.now,
        by=call.who.user_id,
        organisation=call.who.organisation,
        sharing=sharing,
        text=words,
        origin=call.origin,
    )
    signs = looked_at(call, words, sharing)
    if signs.forbid:
        return await caught(call, share, signs, post)
    if signs.doubt:
        return held(call, words, signs)
    if needs_second(call, sharing):
        return await asked(call, replace(share, state=State.WAITING), words)
    await call.work.shares.save(share)
    await note(call, "shared", share)
    return await published(call, share)


@share_information.edited
async def reword_shared(call: Call, what: Rest | None = None) -> list[Saying]:
    """Change what the edited message shared, in place; what was held back is shared once it is put right."""
    share = await call.work.shares.of_origin(call.origin)
    if share is None or share.state is State.REFUSED:
        return await share_information.handler(call, what)
    sharing, words = _read(call, what)
    words = fitting(words)
    reworded = share.reword(sharing, words, call.now)
    signs = looked_at(call, words, sharing)
    if signs.forbid:
        return [*taken_back(share), *await caught(call, replace(share, text=words), signs)]
    if signs.doubt:
        return held(call, words, signs)
    if needs_second(call, sharing):
        return await asked(call, share, words)
    await call.work.shares.save(reworded)
    await note(call, "share-reworded", reworded)
    edit = Message(PLACES[sharing], await share_lines(call, reworded), sharing, edits=key_of(share))
    return [edit, call.reply(Text("share-reworded", id=share.id), sharing=Sharing.OPEN)]


@share_information.removed
async def withdraw_deleted(call: Call) -> list[Saying]:
    """Withdraw what the deleted message shared."""
    share = await call.work.shares.of_origin(call.origin)
    if share is None or share.is_over:
        return []
    return await _withdrawn(call, share, Text("share-withdrawn", id=share.id))


@command("share withdraw", who=COUNCIL, where=IN_COUNCIL)
async def withdraw_share(call: Call, item: ItemId) -> list[Saying]:
    """Take back what was shared: the post is removed, the number is kept, the words are not."""
    share = await share_named(call, item)
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


def _read(call: Call, what: str | None) -> tuple[Sharing, str]:
    """Return the class and the words; a reply without words of its own shares those of the message it answers.

    Raises:
        Refusal: the class is missing: it is never guessed.
    """
    sharing, words = read_class(clean(what or ""))
    if sharing is None:
        raise Refusal("share-class-missing")
    return sharing, words or (clean(call.incoming.replied or "") if _answered(call) else "")


def _answered(call: Call) -> str | None:
    """Return the message that the command answers."""
    return call.incoming.target if call.incoming.kind is Kind.MESSAGE else None


async def _withdrawn(call: Call, share: Share, told: Text) -> list[Saying]:
    await call.work.shares.save(share.withdraw(call.now))
    await note(call, "share-withdrawn", share)
    return [*taken_back(share), call.reply(told, sharing=Sharing.OPEN)]


async def _listed(call: Call, share: Share) -> Text:
    if not share.is_published:
        return Text("share-line-over", id=share.id, state=share.state.value)
    return Text(
        "share-line",
        id=share.id,
        day=share.at.astimezone(call.charter.zone).date(),
        source=await source_of(call, share.organisation),
        sharing=share.sharing.value,
        words=Words(" ".join(share.text.split())),
    )

"""What the council asks the board that set it up to change: written down, answered, and shown in the yearly report."""

from commands.arguments import ItemId, Rest
from commands.at_hand.agenda import hand_of
from commands.call import Call
from commands.courses.share_guard import looked_at, named_signs
from commands.declare import command
from council.item import DIRECTORS
from council.people import COUNCIL, IN_COUNCIL
from council.petition import Petition, fitting
from council.text import Heading, Item, Line, Quote, Refusal, Saying, Sharing, Text, Words
from council.words import clean


@command("board", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_petitions(call: Call) -> list[Saying]:
    """List what the council has asked of the board, and what the board has answered."""
    standing = [each for each in await call.work.petitions.all() if each.is_public]
    if not standing:
        return [call.reply(Text("petition-none"), sharing=Sharing.OPEN)]
    lines: list[Line] = [Heading(Text("petition-heading"))]
    lines += [Item(_line(each)) for each in standing]
    return [call.reply(*lines, sharing=Sharing.OPEN)]


@command("board ask", who=DIRECTORS, where=IN_COUNCIL)
async def ask_board(call: Call, what: Rest) -> list[Saying]:
    """Write down a change that the council asks of the board. Everybody may read it."""
    words = _public(call, what)
    petition = Petition(await call.work.petitions.next_number(), words, call.now, origin=call.origin)
    return await _asked(call, "petition-asked", petition)


@ask_board.edited
async def reword_petition(call: Call, what: Rest) -> list[Saying]:
    """Change the words of what the message asked, while the board has not answered."""
    made = await call.work.petitions.made_by(call.origin)
    if made is None:
        return await ask_board.handler(call, what)
    return await _asked(call, "petition-reworded", made.reworded(_public(call, what)))


@ask_board.removed
async def take_petition_back(call: Call) -> list[Saying]:
    """Take back what the deleted message asked."""
    made = await call.work.petitions.made_by(call.origin)
    return await _withdrawn(call, made) if made is not None else []


@command("board answer", who=DIRECTORS, where=IN_COUNCIL, again=True)
async def note_answer(call: Call, item: ItemId, what: Rest) -> list[Saying]:
    """Write down what the board has answered. Everybody may read it."""
    answered = (await _named(call, item)).answered(_public(call, what), call.now)
    await _kept(call, "petition-answered", answered)
    return [call.reply(_line(answered), sharing=Sharing.OPEN)]


@command("board withdraw", who=DIRECTORS, where=IN_COUNCIL)
async def withdraw_petition(call: Call, item: ItemId) -> list[Saying]:
    """Take back what was asked of the board. Its words are deleted."""
    return await _withdrawn(call, await _named(call, item))


def _public(call: Call, what: str) -> str:
    """Return words that everybody may read.

    Raises:
        Refusal: there are none or too many, or they seem to point to a person.
    """
    words = fitting(clean(what))
    signs = looked_at(call, words, Sharing.OPEN)
    if signs.forbid or signs.doubt:
        raise Refusal("petition-points", *named_signs(signs))
    return words


async def _named(call: Call, item: str) -> Petition:
    if not item.startswith("H"):
        raise Refusal("petition-unknown", id=item)
    return await call.work.petitions.get(int(item[1:]))


async def _asked(call: Call, what: str, petition: Petition) -> list[Saying]:
    await _kept(call, what, petition)
    return [call.reply(Text("petition-asked", id=petition.id), Quote(Words(petition.text)), sharing=Sharing.OPEN)]


async def _withdrawn(call: Call, petition: Petition) -> list[Saying]:
    await _kept(call, "petition-withdrawn", petition.withdrawn(call.now))
    return [call.reply(Text("petition-withdrawn", id=petition.id), sharing=Sharing.OPEN)]


async def _kept(call: Call, what: str, petition: Petition) -> None:
    await call.work.petitions.save(petition)
    await call.work.journal.write(call.now, hand_of(call.who), what, f"petition:{petition.number}")


def _line(petition: Petition) -> Text:
    facts = {"id": petition.id, "text": Words(petition.text)}
    if petition.answered_at is None:
        return Text("petition-waits", asked=petition.asked_at, **facts)
    return Text("petition-answered", answer=Words(petition.answer), at=petition.answered_at, **facts)

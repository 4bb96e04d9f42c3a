"""Residents say what worries them: in plain words that become a draft, or with !concern, which registers at once."""

import re
from dataclasses import replace

from commands.arguments import Rest
from commands.call import Call, Kind
from commands.case_posts import in_secretariat, label, to_contacts, words_key
from commands.declare import command, hears
from commands.intake import (
    SAFETY,
    Telling,
    look,
    receipt,
    registered,
    said_well,
    sent_to_112,
    taken_in,
    turned_away,
    urgent_first,
)
from commands.introduction import introduction_if_new
from commands.own_steps import hidden, withdrawn
from commands.questions import answer_area, answer_no, answer_yes
from council.concern import Draft, guess
from council.detect import Sign
from council.passage import RESIDENT
from council.passage import Kind as Said
from council.people import EVERYONE, EVERYWHERE, IN_DIRECT_CHAT, SECRETARY, Direct, Place
from council.plain import is_greeting, is_no, is_yes
from council.steps import Channel
from council.text import Message, Quote, Refusal, Saying, Sharing, Text, Words
from storage.drafts import Written

_ON_BEHALF = re.compile(r"(?P<how>phone|telefon|tel|visit|besök)\s*:\s*", re.IGNORECASE)
_CHANNELS = {"phone": Channel.PHONE, "telefon": Channel.PHONE, "tel": Channel.PHONE}


@command("concern", who=EVERYONE, where=EVERYWHERE)
async def raise_concern(call: Call, words: Rest) -> list[Saying]:
    """Register a concern at once: a resident's own in her direct chat, or one that the secretary took by phone."""
    on_behalf = _ON_BEHALF.match(words)
    if on_behalf and call.who.holds(SECRETARY):
        return await _raised_on_behalf(call, words[on_behalf.end() :], on_behalf["how"].casefold())
    if call.incoming.room.place is not Place.DIRECT:
        return await _asked_to_write_directly(call)
    said = said_well(call, words)
    refused = await turned_away(call, look(call, said))
    if refused is not None:
        return refused
    new = await introduction_if_new(call)
    return [*new, *await taken_in(call, _own(call, said))]


@raise_concern.edited
async def reword_concern(call: Call, words: Rest) -> list[Saying]:
    """Change the words of the concern that the message raised; if it raised none, raise it now."""
    said = said_well(call, words)
    return await _reworded(call, said) or await raise_concern.handler(call, words)


@raise_concern.removed
async def take_concern_back(call: Call) -> list[Saying]:
    """Withdraw the concern that the deleted message raised."""
    return await _taken_back(call) or []


@hears(Kind.MESSAGE, where=IN_DIRECT_CHAT)
async def hear_plain_words(call: Call) -> list[Saying] | None:
    """Take plain words in a direct chat as an answer to a question, or as a concern to be confirmed."""
    said = call.incoming.body
    if is_yes(said):
        return await answer_yes(call)
    if is_no(said):
        return await answer_no(call)
    new = await introduction_if_new(call)
    placed = await answer_area(call)
    if placed is not None:
        return [*new, *placed]
    if is_greeting(said):
        return new or [call.reply(Text("greeting"), SAFETY, sharing=Sharing.OWN)]
    if not call.who.is_resident:
        return [*new, call.reply(Text("plain-words-of-office"), sharing=Sharing.OWN)]
    return await _heard(call, new)


async def _heard(call: Call, new: list[Saying]) -> list[Saying]:
    said = said_well(call, call.incoming.body)
    signs = look(call, said)
    refused = await turned_away(call, signs)
    if refused is not None:
        return [*refused, *new]
    if Sign.DANGER in signs:
        return [*await sent_to_112(call), *new]
    return [*new, *urgent_first(call, signs), await _drafted(call, said)]


@hears(Kind.EDIT, where=IN_DIRECT_CHAT)
async def hear_reworded(call: Call) -> list[Saying] | None:
    """Change a draft or a concern when the plain words it came from are edited."""
    return await _reworded(call, said_well(call, call.incoming.body))


@hears(Kind.REMOVAL, where=IN_DIRECT_CHAT)
async def hear_taken_back(call: Call) -> list[Saying] | None:
    """Take a draft or a concern back when the plain words it came from are deleted."""
    return await _taken_back(call)


def _own(call: Call, words: str) -> Telling:
    return Telling(words, call.incoming.sender, call.language, origin=call.origin)


async def _raised_on_behalf(call: Call, words: str, how: str) -> list[Saying]:
    said = said_well(call, words)
    channel = _CHANNELS.get(how, Channel.VISIT)
    case, posts = await registered(call, Telling(said, None, call.charter.language, channel))
    return [call.reply(receipt(call, case)[0], Text("receipt-on-behalf"), sharing=Sharing.COUNCIL), *posts]


async def _asked_to_write_directly(call: Call) -> list[Saying]:
    invited = Message.of(Direct(call.incoming.sender), Text("write-here"), SAFETY, sharing=Sharing.OWN)
    return [call.reply(Text("write-directly"), sharing=Sharing.OPEN), invited]


async def _drafted(call: Call, words: str) -> Message:
    """Keep words until she says yes. More words before that belong to the same draft."""
    drafts, person = call.work.drafts, call.incoming.sender
    waiting = await drafts.unconfirmed(person)
    if waiting:
        said = said_well(call, f"{waiting.draft.words}\n{words}")
        draft = waiting.draft.reworded(said, call.now)
        await drafts.save(replace(waiting, draft=draft))
    else:
        draft = await drafts.add(Written(Draft(0, words, call.language, guess(words), call.now), person, call.origin))
    return _draft_shown(call, draft)


def _draft_shown(call: Call, draft: Draft) -> Message:
    understood = Text("draft-understood", category=Text("case-category", category=draft.category.value))
    asked = Text("draft-asked", days=call.charter.limits.draft_days)
    reply = call.reply(understood, Quote(Words(draft.words)), asked, sharing=Sharing.OWN)
    return replace(reply, key=f"draft:{draft.number}")


async def _reworded(call: Call, words: str) -> list[Saying] | None:
    written = await _draft_from(call)
    number = await call.work.reporters.raised_with(call.incoming.sender, call.origin)
    if written is None and number is None:
        return None
    signs = look(call, words)
    refused = await turned_away(call, signs)
    if refused is not None:
        return refused
    if written is not None:
        draft = written.draft.reworded(words, call.now)
        await call.work.drafts.save(replace(written, draft=draft))
        return [*urgent_first(call, signs), _draft_shown(call, draft)]
    assert number is not None
    return [*urgent_first(call, signs), *await _case_reworded(call, number, words)]


async def _case_reworded(call: Call, number: int, words: str) -> list[Saying]:
    case = await call.work.cases.get(number)
    if not case.is_live:
        raise Refusal("case-is-over", label=label(call, case))
    passage = await call.work.passages.add(number, Said.TELLING, words, RESIDENT, call.now)
    await call.work.journal.write(call.now, RESIDENT, "case-reworded", f"case:{number}", f"version {passage.version}")
    key = words_key(number, passage.version)
    return [
        call.reply(Text("your-words-changed", label=label(call, case)), sharing=Sharing.OWN),
        in_secretariat(case, Text("case-words-changed"), Quote(words), key=key),
        *to_contacts(case, Text("case-words-changed-contact", label=label(call, case))),
    ]


async def _taken_back(call: Call) -> list[Saying] | None:
    written = await _draft_from(call)
    if written is not None:
        await call.work.drafts.remove([written.draft.number])
        return [call.reply(Text("draft-gone"), sharing=Sharing.OWN)]
    number = await call.work.reporters.raised_with(call.incoming.sender, call.origin)
    if number is None:
        return None
    case = await call.work.cases.get(number)
    if case.is_open:
        return [*await withdrawn(call, case), *await hidden(call, case)]
    told = Text("your-words-hidden", label=label(call, case))
    return [call.reply(told, sharing=Sharing.OWN), *await hidden(call, case)]


async def _draft_from(call: Call) -> Written | None:
    """Return the draft that came from the message which is now edited or deleted."""
    written = [each for each in await call.work.drafts.of(call.incoming.sender) if each.origin == call.origin]
    return written[-1] if written else None

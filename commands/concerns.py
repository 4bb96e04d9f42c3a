"""Residents say what worries them: in plain words that become a draft, or with !concern, which registers at once."""

import re
from dataclasses import replace

from commands.arguments import Rest
from commands.call import Call, Kind
from commands.case_pictures import picture_taken_back
from commands.choices import answer_choice
from commands.courses.drafting import draft_poll, draft_shown, drafted
from commands.courses.further import note_of, note_reworded, note_taken_back, placed, taken_as_further
from commands.courses.intake import (
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
from commands.courses.own_steps import hidden, withdrawn
from commands.courses.pace import too_fast
from commands.declare import command, hears
from commands.introduction import first_words, introduction_if_new
from commands.posts.cases import label
from commands.posts.polls_over import poll_over
from commands.questions import answer_no, answer_yes
from commands.reading.unmarked import as_command
from commands.rewording import case_reworded
from council.detect import Sign
from council.people import EVERYONE, EVERYWHERE, IN_DIRECT_CHAT, SECRETARY, Direct, Place
from council.plain import has_words, is_greeting, is_no, is_thanks, is_yes
from council.steps import Channel
from council.text import Message, Saying, Sharing, Text
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
    slowed = await too_fast(call)
    if slowed is not None:
        return slowed
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
    slowed = await too_fast(call)
    if slowed is not None:
        return slowed
    new = await first_words(call)
    chosen = await placed(call) or await answer_choice(call)
    if chosen is not None:
        return [*new, *chosen]
    asked = await as_command(call)
    return [*new, *asked] if asked is not None else await heard(call, new)


async def heard(call: Call, new: list[Saying]) -> list[Saying]:
    """Take somebody's words in: as danger, as a further word in her case, or as a draft that is to be confirmed."""
    small = _small_talk(call, new)
    if small is not None:
        return small
    if not call.who.is_resident:
        return [*new, call.reply(Text("plain-words-of-office"), sharing=Sharing.OWN)]
    said = said_well(call, call.incoming.body)
    signs = look(call, said)
    refused = await turned_away(call, signs)
    if refused is not None:
        return [*refused, *new]
    if Sign.DANGER in signs:
        return [*await sent_to_112(call), *new]
    further = await taken_as_further(call, said)
    if further is not None:
        return [*new, *urgent_first(call, signs), *further]
    return [*new, *urgent_first(call, signs), *await drafted(call, said)]


def _small_talk(call: Call, new: list[Saying]) -> list[Saying] | None:
    """Answer a greeting, or symbols without a word; None for anything that has something to say."""
    if is_thanks(call.incoming.body):
        return [*new, call.reply(Text("thanks-answered"), sharing=Sharing.OWN)]
    if is_greeting(call.incoming.body):
        return new or [call.reply(Text("greeting"), SAFETY, sharing=Sharing.OWN)]
    if call.incoming.body.strip() and not has_words(call.incoming.body):
        return [*new, call.reply(Text("words-needed"), SAFETY, sharing=Sharing.OWN)]
    return None


@hears(Kind.EDIT, where=IN_DIRECT_CHAT)
async def hear_reworded(call: Call) -> list[Saying] | None:
    """Change a draft or a concern when the plain words it came from are edited."""
    return await _reworded(call, said_well(call, call.incoming.body))


@hears(Kind.REMOVAL, where=IN_DIRECT_CHAT)
async def hear_taken_back(call: Call) -> list[Saying] | None:
    """Take a draft, a concern or a picture back when the message it came from is deleted."""
    gone = await picture_taken_back(call)
    words = await _taken_back(call)
    return None if gone is None and words is None else [*(gone or []), *(words or [])]


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


async def _reworded(call: Call, words: str) -> list[Saying] | None:
    written = await _draft_from(call)
    number = await call.work.reporters.raised_with(call.incoming.sender, call.origin)
    note = await note_of(call)
    if written is None and number is None and note is None:
        return None
    signs = look(call, words)
    refused = await turned_away(call, signs)
    if refused is not None:
        return refused
    if written is not None:
        draft = written.draft.reworded(words, call.now)
        await call.work.drafts.save(replace(written, draft=draft))
        return [*urgent_first(call, signs), await draft_shown(call, draft)]
    if note is not None:
        return [*urgent_first(call, signs), *await note_reworded(call, note, words)]
    assert number is not None
    return [*urgent_first(call, signs), *await case_reworded(call, number, words)]


async def _taken_back(call: Call) -> list[Saying] | None:
    written = await _draft_from(call)
    if written is not None:
        await call.work.drafts.remove([written.draft.number])
        gone = call.reply(Text("draft-gone"), sharing=Sharing.OWN)
        return [gone, *await poll_over(call, draft_poll(written.draft))]
    note = await note_of(call)
    if note is not None:
        return await note_taken_back(call, note)
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

"""What a resident writes while she has an open case belongs to that case; if she has several, she is asked which."""

from dataclasses import replace

from commands.call import Call
from commands.case_pictures import given
from commands.courses.drafting import draft_shown
from commands.courses.own_steps import confirmed, reopened
from commands.desk import Desk
from commands.posts.cases import due_told, in_secretariat, label, state_of, subject_of, to_contacts
from commands.rewording import fits, rewordable
from council.case import Case
from council.concern import Draft, Holding, guess
from council.passage import RESIDENT, Kind
from council.people import Place
from council.plain import choice, first_answer, is_new, is_no, is_yes
from council.text import Line, Quote, Removal, Saying, Sharing, Text
from storage.drafts import Written


async def taken_as_further(call: Call, words: str) -> list[Saying] | None:
    """Put words into somebody's open case, or ask which; None if she has none, or is writing a draft."""
    if await call.work.drafts.unconfirmed(call.incoming.sender):
        return None
    own = await call.work.cases.all(await call.work.reporters.cases_of(call.incoming.sender))
    live, asked = _taking_words(call, own), [case for case in own if case.is_asked]
    if len(asked) == 1 and (is_yes(first_answer(words)) or is_no(first_answer(words))):
        return await _answered(call, asked[0], words)
    if not live:
        return None
    if len(live) == 1 and live[0].is_live:
        return await _noted(call, live[0], words, call.origin)
    draft = Draft(0, words, call.language, guess(words), call.now, why=Holding.UNPLACED)
    await call.work.drafts.add(Written(draft, call.incoming.sender, call.origin))
    return [
        call.reply(
            Text("which-case-is-it", days=call.charter.limits.draft_days), *asked_which(call, live), sharing=Sharing.OWN
        )
    ]


async def placed(call: Call) -> list[Saying] | None:
    """Take a number as the answer to which case something belongs to; None if nothing was asked or it is no answer."""
    person, said = call.incoming.sender, choice(call.incoming.body)
    waiting = [each for each in await call.work.drafts.of(person) if each.draft.why is Holding.UNPLACED]
    if not waiting and not await call.work.pictures.waiting_of(person):
        return None
    live = await live_cases(call, person)
    if is_new(said) or said == str(len(live) + 1):
        return await _as_new(call, waiting) if waiting else [call.reply(_needs_words(call), sharing=Sharing.OWN)]
    names = {name: case for place, case in enumerate(live, 1) for name in (str(place), label(call, case).casefold())}
    case = names.get(said)
    if case is None:
        return None
    sayings: list[Saying] = []
    for each in waiting:
        sayings += await _noted(call, case, each.draft.words, each.origin)
    await call.work.drafts.remove(each.draft.number for each in waiting)
    return [*sayings, *await given(call, case, person)]


async def note_of(call: Call) -> int | None:
    """Return the case that the message now edited or deleted added something to."""
    found = await call.work.passages.written_in(call.origin, Kind.NOTE)
    own = await call.work.reporters.cases_of(call.incoming.sender) if found else []
    return found[0] if found and found[0] in own else None


async def note_reworded(call: Call, number: int, words: str) -> list[Saying]:
    """Put other words in place of an addition; the former stay in the history.

    Raises:
        Refusal: the case has ended, or is full.
    """
    case = await rewordable(call, number, words)
    note = await call.work.passages.add(number, Kind.NOTE, words, RESIDENT, call.now, origin=call.origin)
    await call.work.journal.write(call.now, RESIDENT, "case-note-reworded", f"case:{number}", f"version {note.version}")
    return [
        call.reply(Text("your-words-changed", label=label(call, case)), sharing=Sharing.OWN),
        in_secretariat(case, Text("case-note-changed"), Quote(words), key=note_key(number, note.version)),
        *to_contacts(case, Text("case-words-changed-contact", label=label(call, case))),
    ]


async def note_taken_back(call: Call, number: int) -> list[Saying]:
    """Take an addition out of the secretariat's thread. What is stored is for the archive's rules."""
    case = await call.work.cases.get(number)
    notes = [each for each in await call.work.passages.of(number, Kind.NOTE) if each.origin == call.origin]
    await call.work.journal.write(call.now, RESIDENT, "case-note-hidden", f"case:{number}")
    return [
        call.reply(Text("your-words-hidden", label=label(call, case)), sharing=Sharing.OWN),
        *[Removal(Place.SECRETARIAT, key=note_key(number, each.version)) for each in notes],
    ]


def note_key(number: int, version: int) -> str:
    """Return the name of the post that shows an addition to a case."""
    return f"case:{number:04d}:note:{version}"


async def live_cases(desk: Desk, person: str) -> list[Case]:
    """Return the cases that somebody raised or follows and may add to."""
    return _taking_words(desk, await desk.work.cases.all(await desk.work.reporters.cases_of(person)))


def _taking_words(desk: Desk, cases: list[Case]) -> list[Case]:
    return [case for case in cases if case.takes_words(desk.now, desk.charter.targets)]


def _needs_words(call: Call) -> Text:
    return Text("picture-needs-words", days=call.charter.limits.draft_days)


async def _noted(call: Call, case: Case, words: str, origin: str | None) -> list[Saying]:
    await fits(call, case.number, words)
    note = await call.work.passages.add(case.number, Kind.NOTE, words, RESIDENT, call.now, origin=origin)
    await call.work.journal.write(call.now, RESIDENT, "case-note", f"case:{case.number}", f"version {note.version}")
    key = note_key(case.number, note.version)
    asked = (Text("still-asked"),) if case.is_asked else ()
    return [
        call.reply(Text("added-to-your-case", label=label(call, case)), *due_told(case), *asked, sharing=Sharing.OWN),
        in_secretariat(case, Text("case-note", label=label(call, case)), Quote(words), key=key),
        *to_contacts(case, Text("case-note-contact", label=label(call, case))),
    ]


async def _answered(call: Call, case: Case, words: str) -> list[Saying]:
    """Take "No, it is dark again" as the no that it is, and keep the words with the case."""
    step = confirmed if is_yes(first_answer(words)) else reopened
    after = await step(call, case)
    return [*after, *await _noted(call, await call.work.cases.get(case.number), words, call.origin)]


async def _as_new(call: Call, waiting: list[Written]) -> list[Saying]:
    """Make one draft, to be confirmed, of the words that belong to no case of hers."""
    first, *others = waiting
    words = "\n".join(each.draft.words for each in waiting)
    draft = replace(first.draft.reworded(words, call.now), why=Holding.UNCONFIRMED)
    await call.work.drafts.save(replace(first, draft=draft))
    await call.work.drafts.remove(each.draft.number for each in others)
    return [await draft_shown(call, draft)]


def asked_which(desk: Desk, live: list[Case]) -> list[Line]:
    """Return the choices of somebody who is asked which of her cases something belongs to."""
    own: list[Line] = [
        Text(
            "which-case-choice",
            choice=str(place),
            label=label(desk, each),
            about=subject_of(each),
            state=state_of(each),
        )
        for place, each in enumerate(live, 1)
    ]
    return [*own, Text("which-case-new", choice=str(len(live) + 1))]

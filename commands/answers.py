"""What the organisation that owns a case does with it: answers, says that it is done, or why there is no answer.

The secretary may do the same in its place. To anybody else every case that is not theirs looks the same,
whether it is there or not.
"""

import re

from commands.arguments import SURELY_A_CASE, CaseNumber, Reading, Rest, Word
from commands.call import Call
from commands.declare import command
from commands.desk import Desk
from commands.posts.cases import (
    in_council,
    in_secretariat,
    is_in_chat,
    label,
    moved,
    owner_of,
    question_name,
    resident_told,
    solved_poll,
    to_contacts,
    to_resident,
)
from council.case import Case
from council.passage import SECRETARY as THE_SECRETARY
from council.passage import Kind, Passage
from council.people import COUNCIL, IN_COUNCIL, SECRETARY
from council.steps import Reason, read_reason
from council.text import Fact, Line, Quote, Refusal, Saying, Text, Words
from council.words import accept


@command("case answer", who=COUNCIL, where=IN_COUNCIL)
async def answer_case(call: Call, text: Rest | None = None) -> list[Saying]:
    """Answer the resident; in the case's own thread its number may be left out, in a reply the text too."""
    number, rest = await _number_and_rest(call, text or "")
    before = await theirs(call, number)
    words = accept(rest or call.incoming.replied or "", call.charter.limits.message_characters)
    if before.owner in call.charter.approved:
        return await proposed(call, before, words, hand_of(call))
    return [call.reply(_sent(call, before)), *await answered(call, before, words)]


async def answered(call: Call, before: Case, words: str) -> list[Saying]:
    """Send an answer to whoever raised or follows a case.

    Raises:
        Refusal: nobody owns the case, or it is settled.
    """
    after = before.answer(call.now)
    await call.work.passages.add(after.number, Kind.ANSWER, words, who(after), call.now)
    await saved(call, after, "case-answered")
    owner = await owner_of(call, after)
    told = Text("case-answered", label=label(call, after), owner=owner)
    return [
        *await moved(call, before, after),
        in_secretariat(after, told, Quote(Words(words))),
        *in_council(after, told),
        *to_resident(after, Text("your-answer", label=label(call, after), owner=owner), Quote(Words(words))),
    ]


@command("case approve", who=COUNCIL, where=IN_COUNCIL)
async def approve_answer(call: Call, number: CaseNumber) -> list[Saying]:
    """Send the answer that somebody else has written, where a second person has to agree."""
    before = await theirs(call, number)
    waiting = await unapproved(call, number)
    if waiting is None:
        raise Refusal("answer-none-waiting", number=f"{number:04d}")
    if waiting.hand == hand_of(call):
        raise Refusal("answer-needs-another", number=f"{number:04d}")
    await saved(call, before, "answer-approved")
    return [call.reply(_sent(call, before)), *await answered(call, before, waiting.words)]


async def unapproved(desk: Desk, number: int) -> Passage | None:
    """Return the answer to a case that waits for a second person, if one does."""
    proposal = await desk.work.passages.latest(number, Kind.PROPOSAL)
    answer = await desk.work.passages.latest(number, Kind.ANSWER)
    if proposal is None or (answer is not None and answer.at >= proposal.at):
        return None
    return proposal


async def proposed(call: Call, case: Case, words: str, hand: str) -> list[Saying]:
    """Keep an answer until a second person has agreed to it. The clock runs on until then.

    Raises:
        Refusal: nobody owns the case, or it is settled.
    """
    case.answer(call.now)
    await call.work.passages.add(case.number, Kind.PROPOSAL, words, who(case), call.now, hand=hand)
    await saved(call, case, "answer-proposed")
    facts: dict[str, Fact] = {"label": label(call, case), "number": f"{case.number:04d}"}
    told = Text("answer-waits", owner=await owner_of(call, case), **facts)
    return [
        call.reply(told),
        in_secretariat(case, told, Quote(Words(words))),
        *to_contacts(case, told, Quote(Words(words))),
    ]


def hand_of(call: Call) -> str:
    """Return the opaque name of who writes an answer, so that nobody approves her own."""
    return call.work.vault.name("hand", call.incoming.sender)


@command("case resolve", who=COUNCIL, where=IN_COUNCIL)
async def resolve_case(call: Call, text: Rest) -> list[Saying]:
    """Say that it is done, and ask the resident whether it is."""
    number, rest = await _number_and_rest(call, text)
    before = await theirs(call, number)
    after = before.resolve(call.now)
    words: tuple[Line, ...] = ()
    if rest:
        said = accept(rest, call.charter.limits.message_characters)
        await call.work.passages.add(number, Kind.OUTCOME, said, who(after), call.now)
        words = (Quote(Words(said)),)
    await saved(call, after, "case-resolved")
    owner = await owner_of(call, after)
    done = Text("case-resolved", label=label(call, after), owner=owner)
    about, asked = Text("your-case", label=label(call, after)), Text("your-case-resolved", owner=owner)
    return [
        call.reply(Text("resident-asked" if is_in_chat(after) else "noted-apart", **_told(call, after))),
        *await moved(call, before, after),
        in_secretariat(after, done, *words),
        *in_council(after, done),
        *to_resident(after, about, *words, asked, key=question_name(call, number)),
        solved_poll(call, after),
    ]


@command("case cannot-answer", who=COUNCIL, where=IN_COUNCIL)
async def refuse_answer(call: Call, number: CaseNumber, reason: Word | None = None) -> list[Saying]:
    """Say openly that there will be no answer, and which of four kinds of reason there is."""
    before = await theirs(call, number)
    why = read_reason(reason)
    after = before.cannot_answer(why, call.now)
    await saved(call, after, "case-cannot-answer", why.value)
    owner = await owner_of(call, after)
    facts = Text("case-unanswerable", owner=owner, reason=_reason(why), **_told(call, after))
    told = Text("your-case-unanswerable", owner=owner, reason=why.value)
    again = Text("reopen-if-needed", days=call.charter.targets.reopen_days)
    return [
        call.reply(facts),
        *await moved(call, before, after),
        in_secretariat(after, facts),
        *in_council(after, facts),
        *to_resident(after, Text("your-case", label=label(call, after)), told, again),
    ]


async def _number_and_rest(call: Call, text: str) -> tuple[int, str]:
    """Return the case that is meant and the words for it: named, or the one in whose thread this is said."""
    here = await case_of_thread(call)
    if here is not None and not SURELY_A_CASE.match(text):
        return here, text
    number, rest = CaseNumber.read(text, Reading(call.now, call.charter.zone, call.language))
    return number, rest


async def case_of_thread(call: Call) -> int | None:
    """Return the number of the case in whose thread something is said, if it is one."""
    if call.incoming.thread is None:
        return None
    key = await call.work.outbox.post_of(call.incoming.thread, call.incoming.room.number)
    found = re.match(r"case:(\d+):", key or "")
    return int(found[1]) if found else None


async def theirs(call: Call, number: int) -> Case:
    """Return a case that the person may work on.

    Raises:
        Refusal: it is another organisation's, or there is none; told in the same words.
    """
    if call.who.holds(SECRETARY):
        return await call.work.cases.get(number)
    found = await call.work.cases.all([number])
    if not found or call.who.organisation is None or found[0].owner != call.who.organisation:
        raise Refusal("case-of-another", number=f"{number:04d}")
    return found[0]


def who(case: Case) -> str:
    """Return in whose name something is said: the owner's, even when the secretary writes it down."""
    return case.owner or THE_SECRETARY


def _sent(call: Call, case: Case) -> Text:
    return Text("answer-sent" if is_in_chat(case) else "noted-apart", **_told(call, case))


def _told(call: Call, case: Case) -> dict[str, Fact]:
    return {"label": label(call, case), "told": resident_told(case)}


def _reason(reason: Reason) -> Text:
    return Text("case-reason", reason=reason.value)


async def saved(call: Call, case: Case, what: str, note: str | None = None) -> None:
    """Store a case as it now stands, and note what the person has done."""
    await call.work.cases.save(case)
    by = THE_SECRETARY if call.who.holds(SECRETARY) else call.who.organisation or THE_SECRETARY
    await call.work.journal.write(call.now, by, what, f"case:{case.number}", note)

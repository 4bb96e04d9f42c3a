"""Plain words become a draft: shown as it was understood, kept until she says yes, and gone if she does not."""

from dataclasses import replace
from datetime import timedelta

from commands.call import Call
from commands.courses.intake import said_well
from commands.posts.cases import label, state_of, subject_of, yes_or_no
from council.concern import Category, Draft, guess
from council.likeness import RECENT, alike
from council.passage import Kind
from council.people import Here
from council.text import Fact, Line, Message, Poll, Quote, Saying, Sharing, Text, Words
from storage.drafts import Written


async def drafted(call: Call, words: str) -> list[Saying]:
    """Keep words until she says yes. More words before that belong to the same draft."""
    drafts, person = call.work.drafts, call.incoming.sender
    waiting = await drafts.unconfirmed(person)
    if waiting:
        said = said_well(call, f"{waiting.draft.words}\n{words}")
        draft = waiting.draft.reworded(said, call.now)
        await drafts.save(replace(waiting, draft=draft))
        return [await draft_shown(call, draft)]
    draft = await drafts.add(Written(Draft(0, words, call.language, guess(words), call.now), person, call.origin))
    return [await draft_shown(call, draft), _buttons(draft)]


def _buttons(draft: Draft) -> Poll:
    """Return the question once more, to be answered with a button where the client shows them."""
    return Poll(Here(), Text("draft-poll"), yes_or_no(), draft_poll(draft), Sharing.OWN)


def draft_poll(draft: Draft) -> str:
    """Return the name of the poll that asks whether to register a draft."""
    return f"draft-poll:{draft.number}"


async def draft_shown(call: Call, draft: Draft) -> Message:
    """Return the draft as it was understood, what it may be the same as, and the question."""
    understood = Text("draft-understood", category=Text("case-category", category=draft.category.value))
    asked = Text("draft-asked", days=call.charter.limits.draft_days)
    same = await _like(call, draft)
    reply = call.reply(
        understood, Quote(Words(draft.words)), *same, Text("urgent-then-112"), asked, sharing=Sharing.OWN
    )
    return replace(reply, key=f"draft:{draft.number}")


async def _like(call: Call, draft: Draft) -> tuple[Line, ...]:
    """Point out a recent case that seems to be about the same, by its summary: it can be followed instead."""
    if draft.category is Category.OTHER:
        return ()
    own = await call.work.reporters.cases_of(call.incoming.sender)
    for case in await call.work.cases.received(call.now - RECENT, call.now + timedelta(seconds=1)):
        if case.category is not draft.category or case.triaged_at is None or not case.is_live or case.number in own:
            continue
        summary = await call.work.passages.latest(case.number, Kind.SUMMARY)
        if summary and alike(summary.words, draft.words):
            facts: dict[str, Fact] = {"label": label(call, case), "about": subject_of(case), "state": state_of(case)}
            return (Text("draft-like", number=f"{case.number:04d}", **facts),)
    return ()

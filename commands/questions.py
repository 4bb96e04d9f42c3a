"""Yes and no: typed, reacted or written plainly, to whatever the bot has last asked somebody."""

import re

from commands.arguments import CaseNumber
from commands.call import Call, Kind
from commands.courses.drafting import draft_poll
from commands.courses.intake import Telling, taken_in
from commands.courses.own_steps import acts_for, confirmed, reopened
from commands.declare import command, hears
from commands.posts.cases import label, question_name
from commands.posts.polls_over import poll_over
from council.case import Case
from council.people import EVERYONE, IN_DIRECT_CHAT
from council.plain import is_no, is_yes
from council.text import Refusal, Saying, Sharing, Text
from storage.drafts import Written

_QUESTIONS = re.compile(r"^poll-|(?<=^draft)-poll")
"""What the name of a poll has more than that of the question it stands beside."""


@command("yes", who=EVERYONE, where=IN_DIRECT_CHAT)
async def say_yes(call: Call, number: CaseNumber | None = None) -> list[Saying]:
    """Say yes to what the bot has asked."""
    return await answer_yes(call, number)


@command("no", who=EVERYONE, where=IN_DIRECT_CHAT)
async def say_no(call: Call, number: CaseNumber | None = None) -> list[Saying]:
    """Say no to what the bot has asked."""
    return await answer_no(call, number)


@hears(Kind.REACTION, where=IN_DIRECT_CHAT)
async def hear_reaction(call: Call) -> list[Saying] | None:
    """Take a thumb up or down on one of the bot's questions as its answer."""
    said = call.incoming.body
    if call.incoming.target is None or not (is_yes(said) or is_no(said)):
        return None
    name = await call.work.outbox.post_of(call.incoming.target, call.incoming.room.number)
    question = await _named(call, _QUESTIONS.sub("", name, count=1)) if name else None
    if question is None:
        return None
    if isinstance(question, Written):
        return await (_register(call, question) if is_yes(said) else _drop(call, question))
    return await (confirmed(call, question) if is_yes(said) else reopened(call, question))


@hears(Kind.VOTE, where=IN_DIRECT_CHAT)
async def hear_button(call: Call) -> list[Saying] | None:
    """Take an answer to the poll beside one of the bot's questions as its answer."""
    return await hear_reaction.handler(call)


async def answer_yes(call: Call, number: int | None = None) -> list[Saying]:
    """Carry out a yes.

    Raises:
        Refusal: nothing has been asked, more than one thing, or what is confirmed by its code.
    """
    question = await _asked(call, number)
    return await (_register(call, question) if isinstance(question, Written) else confirmed(call, question))


async def answer_no(call: Call, number: int | None = None) -> list[Saying]:
    """Carry out a no.

    Raises:
        Refusal: nothing has been asked, or more than one thing.
    """
    question = await _asked(call, number)
    return await (_drop(call, question) if isinstance(question, Written) else reopened(call, question))


async def _asked(call: Call, number: int | None) -> Written | Case:
    person = call.incoming.sender
    written = await call.work.drafts.unconfirmed(person)
    if written and number is None:
        return written
    asked = await _resolved(call, number)
    if number is not None:
        asked = [case for case in asked if case.number == number]
    if not asked:
        code = await call.work.proposals.waiting_for(person, call.now)
        raise Refusal("confirm-by-code", code=str(code)) if code else Refusal("nothing-asked")
    if len(asked) > 1:
        raise Refusal("which-case", labels=tuple(Text("label", label=label(call, case)) for case in asked))
    return asked[0]


async def _named(call: Call, name: str) -> Written | Case | None:
    kind, _, rest = name.partition(":")
    if kind == "draft" and rest.isdigit():
        written = await call.work.drafts.get(int(rest))
        return written if written and written.person == call.incoming.sender else None
    asked = await _resolved(call) if kind == "question" else []
    return next((case for case in asked if question_name(call, case.number) == name), None)


async def _resolved(call: Call, number: int | None = None) -> list[Case]:
    """Return the cases that somebody is asked about: her own, and one that the secretary names for who has no chat."""
    own = await call.work.reporters.cases_of(call.incoming.sender)
    named = await call.work.cases.all([number]) if number is not None and number not in own else []
    cases = [*await call.work.cases.all(own), *(case for case in named if acts_for(call, case))]
    return [case for case in cases if case.is_asked]


async def _register(call: Call, written: Written) -> list[Saying]:
    draft = written.draft
    await call.work.drafts.remove([draft.number])
    sayings = await taken_in(
        call,
        Telling(
            draft.words,
            written.person,
            call.language,
            category=draft.category,
            area=draft.area,
            origin=written.origin,
        ),
    )
    return [*sayings, *await poll_over(call, draft_poll(draft))]


async def _drop(call: Call, written: Written) -> list[Saying]:
    await call.work.drafts.remove([written.draft.number])
    await call.work.pictures.forget(written.person)
    return [
        call.reply(Text("draft-dropped"), sharing=Sharing.OWN),
        *await poll_over(call, draft_poll(written.draft)),
    ]

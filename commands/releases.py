"""What everybody may read of a case: the secretary looks at the very words, and then releases them."""

from commands.arguments import CaseNumber, Rest, Word
from commands.call import Call
from commands.cases import IN_CASEWORK
from commands.courses.intake import look
from commands.declare import command
from commands.posts.cases import label, to_resident
from council.case import Case
from council.detect import IDENTIFYING, WORTH_A_LOOK, Sign
from council.passage import SECRETARY as THE_SECRETARY
from council.passage import Kind, Passage
from council.people import SECRETARY
from council.release import Release, seal_of
from council.steps import State
from council.text import Line, Quote, Refusal, Saying, Text, Words
from council.words import accept

NEVER_PUBLIC = frozenset({State.RECEIVED, State.DUPLICATE, State.WITHDRAWN})
"""Nobody has taken it on yet, another case speaks for it, or its resident has taken it back."""
_TELLING = IDENTIFYING | WORTH_A_LOOK | {Sign.SUSPECT}


@command("case publish", who=SECRETARY, where=IN_CASEWORK)
async def publish_case(call: Call, number: CaseNumber, code: Word | None = None) -> list[Saying]:
    """Show what would stand on the public page about a case; with the code of that preview, put it there."""
    case = await call.work.cases.get(number)
    if case.state in NEVER_PUBLIC:
        raise Refusal("case-publish-not-yet", label=label(call, case), state=Text("case-state", state=case.state.value))
    summary = await call.work.passages.latest(number, Kind.SUMMARY)
    if summary is None:
        raise Refusal("case-publish-no-summary", number=f"{number:04d}")
    answer = await _answer(call, number)
    seal = seal_of(summary.words, answer.words if answer else "")
    if code is None:
        return [
            call.reply(
                *_preview(call, case, summary, answer), Text("case-publish-how", number=f"{number:04d}", code=seal)
            )
        ]
    if code.casefold() != seal:
        raise Refusal("case-publish-changed", number=f"{number:04d}")
    return await _published(call, case, summary, answer)


@command("case unpublish", who=SECRETARY, where=IN_CASEWORK)
async def unpublish_case(call: Call, number: CaseNumber) -> list[Saying]:
    """Take a case off the public page. That something was removed is shown there, and not what."""
    case = await call.work.cases.get(number)
    release = await call.work.releases.of(number)
    if release is None:
        raise Refusal("case-not-public", number=f"{number:04d}")
    await call.work.releases.save(release.withdraw(call.now))
    await call.work.journal.write(call.now, THE_SECRETARY, "case-unpublished", f"case:{number}")
    return [
        call.reply(Text("case-unpublished", label=label(call, case))),
        *to_resident(case, Text("your-case-unpublished", label=label(call, case))),
    ]


@command("case edit-answer", who=SECRETARY, where=IN_CASEWORK, again=True)
async def edit_answer(call: Call, number: CaseNumber, words: Rest) -> list[Saying]:
    """Write what everybody is to read in place of the resident's answer."""
    case = await call.work.cases.get(number)
    if await call.work.passages.latest(number, Kind.ANSWER) is None:
        raise Refusal("case-answer-none", label=label(call, case))
    said = accept(words, call.charter.limits.message_characters)
    await call.work.passages.add(number, Kind.PUBLIC_ANSWER, said, THE_SECRETARY, call.now)
    await call.work.journal.write(call.now, THE_SECRETARY, "answer-edited", f"case:{number}")
    return [call.reply(Text("answer-edited", label=label(call, case), number=f"{number:04d}"))]


async def _answer(call: Call, number: int) -> Passage | None:
    """Return the answer as everybody may read it: the edited one, if it is no older than the resident's."""
    given = await call.work.passages.latest(number, Kind.ANSWER)
    edited = await call.work.passages.latest(number, Kind.PUBLIC_ANSWER)
    return edited if given and edited and edited.at >= given.at else given


def _preview(call: Call, case: Case, summary: Passage, answer: Passage | None) -> list[Line]:
    category = Text("case-category", category=case.category.value)
    about = Text("case-about", category=category, area=case.area) if case.area else category
    lines: list[Line] = [
        Text("case-publish-preview", label=label(call, case), about=about),
        Quote(Words(summary.words)),
    ]
    if answer:
        lines += [Text("case-publish-answer"), Quote(Words(answer.words))]
    signs = look(call, summary.words) | look(call, answer.words if answer else "")
    seen = tuple(Text("case-sign", sign=sign.value) for sign in Sign if sign in signs & _TELLING)
    return [*lines, Text("case-publish-warning", signs=seen)] if seen else lines


async def _published(call: Call, case: Case, summary: Passage, answer: Passage | None) -> list[Saying]:
    earlier = await call.work.releases.of(case.number)
    release = Release(
        case.number,
        1 + (earlier.turn if earlier else 0),
        call.now,
        summary.version,
        answer.version if answer else None,
        answer.kind if answer else Kind.ANSWER,
    )
    await call.work.releases.save(release)
    await call.work.journal.write(
        call.now, THE_SECRETARY, "case-published", f"case:{case.number}", f"turn {release.turn}"
    )
    return [
        call.reply(Text("case-published", label=label(call, case), number=f"{case.number:04d}")),
        *to_resident(case, Text("your-case-published", label=label(call, case)), Quote(Words(summary.words))),
    ]

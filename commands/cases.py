"""The secretary's triage: who answers for a case, what it is about, and how it ends."""

from dataclasses import replace

from commands.arguments import CaseNumber, Code, Rest
from commands.call import Call
from commands.courses.intake import look
from commands.declare import command
from commands.posts.cases import (
    council_thread,
    in_council,
    in_secretariat,
    label,
    look_alikes,
    moved,
    resident_told,
    subject_of,
    to_contacts,
    to_resident,
)
from commands.posts.polls_over import solved_poll_over
from council.case import Case
from council.concern import read_category
from council.detect import TELLING, Sign
from council.passage import SECRETARY as THE_SECRETARY
from council.passage import Kind
from council.people import IN_SECRETARIAT, SECRETARY, Contacts, Place
from council.text import Line, Message, Quote, Refusal, Saying, Sharing, Text, Words
from council.words import accept
from storage.reporters import Raising

IN_CASEWORK = IN_SECRETARIAT | {Place.COUNCIL}


@command("case assign", who=SECRETARY, where=IN_CASEWORK)
async def assign_case(call: Call, number: CaseNumber, organisation: Code) -> list[Saying]:
    """Name the organisation that answers for a case."""
    owner = await call.work.people.organisation(organisation)
    before = await call.work.cases.get(number)
    after = before.assign(owner.code, call.now)
    await _saved(call, after, "case-assigned", owner.code)
    told = Text("your-case-assigned", label=label(call, after), owner=owner, day=after.answer_due)
    yours = Text("case-is-yours", label=label(call, after), about=subject_of(after), day=after.answer_due)
    return [
        call.reply(Text("case-assigned", label=label(call, after), owner=owner, told=resident_told(after))),
        *await moved(call, before, after),
        *to_resident(after, told),
        *to_contacts(before, Text("case-yours-given", label=label(call, after), owner=owner)),
        *_given_to(after, yours, *await _summary(call, after), Text("case-how-to-answer", number=f"{number:04d}")),
    ]


@command("case close", who=SECRETARY, where=IN_CASEWORK)
async def close_case(call: Call, number: CaseNumber, outcome: Rest | None = None) -> list[Saying]:
    """Close a case, and tell its resident how it ended."""
    before = await call.work.cases.get(number)
    after = before.close(call.now)
    await _saved(call, after, "case-closed")
    words = await _kept(call, after, Kind.OUTCOME, outcome)
    closed = Text("your-case-closed", label=label(call, after), days=call.charter.targets.reopen_days)
    done = Text("case-closed", label=label(call, after), told=resident_told(after))
    return [
        call.reply(done),
        *await moved(call, before, after),
        in_secretariat(after, done, *words),
        *to_resident(after, closed, *words),
        *(await solved_poll_over(call, number) if before.is_asked else []),
    ]


@command("case duplicate", who=SECRETARY, where=IN_CASEWORK)
async def merge_case(call: Call, number: CaseNumber, other: CaseNumber) -> list[Saying]:
    """Let another case speak for this one: whoever raised it follows the other from now on."""
    before, of = await call.work.cases.get(number), await call.work.cases.get(other)
    after = before.duplicate(of, call.now)
    people = await call.work.reporters.of(number)
    for person in people:
        await call.work.reporters.link(other, person, Raising(call.now, raised=False))
    await _saved(call, after, "case-merged", f"case:{other}")
    told = Text(
        "your-case-merged",
        label=label(call, after),
        other=label(call, of),
        about=subject_of(of),
        state=Text("case-state", state=of.state.value),
    )
    merged = Text("case-merged", label=label(call, after), other=label(call, of))
    return [
        call.reply(merged),
        *await moved(call, before, after),
        in_secretariat(of, merged),
        *in_council(of, merged),
        *to_resident(after, told),
        *to_contacts(after, Text("case-yours-merged", label=label(call, after), other=label(call, of))),
    ]


@command("case redirect", who=SECRETARY, where=IN_CASEWORK)
async def redirect_case(call: Call, number: CaseNumber, whom: Rest) -> list[Saying]:
    """Note that another body than the council's has the case now, and tell its resident whom to ask."""
    before = await call.work.cases.get(number)
    after = before.redirect(call.now)
    await _saved(call, after, "case-redirected")
    words = await _kept(call, after, Kind.REDIRECTION, whom)
    done = Text("case-redirected", label=label(call, after), told=resident_told(after))
    return [
        call.reply(done),
        *await moved(call, before, after),
        in_secretariat(after, done, *words),
        *to_resident(after, Text("your-case-redirected", label=label(call, after)), *words),
        *to_contacts(after, Text("case-yours-redirected", label=label(call, after))),
    ]


@command("case edit-summary", who=SECRETARY, where=IN_CASEWORK, again=True)
async def edit_summary(call: Call, number: CaseNumber, summary: Rest) -> list[Saying]:
    """Write what the council is shown of a case instead of its resident's words."""
    case = await call.work.cases.get(number)
    signs = look(call, summary)
    await _kept(call, case, Kind.SUMMARY, summary)
    await call.work.journal.write(call.now, THE_SECRETARY, "case-summarised", f"case:{number}")
    seen = tuple(Text("case-sign", sign=sign.value) for sign in Sign if sign in signs & TELLING)
    warned: tuple[Line, ...] = (Text("summary-warning", signs=seen),) if seen else ()
    return [
        call.reply(Text("case-summarised", label=label(call, case)), *warned, sharing=Sharing.COUNCIL),
        *await moved(call, case, case),
    ]


@command("case category", who=SECRETARY, where=IN_CASEWORK, again=True)
async def set_category(call: Call, number: CaseNumber, name: Rest) -> list[Saying]:
    """Say what kind of concern a case is."""
    category = read_category(name)
    before = await call.work.cases.get(number)
    return await _about(call, before, replace(before, category=category))


@command("case area", who=SECRETARY, where=IN_CASEWORK, again=True)
async def set_area(call: Call, number: CaseNumber, name: Rest) -> list[Saying]:
    """Say what part of the district a case is about."""
    known = {area.casefold(): area for area in call.charter.areas}
    area = known.get(name.casefold()) if known else str(name)[:80]
    if area is None:
        raise Refusal("area-unknown", typed=Words(name[:40]), areas=", ".join(call.charter.areas))
    before = await call.work.cases.get(number)
    return await _about(call, before, replace(before, area=area))


@command("case drafts", who=SECRETARY, where=IN_SECRETARIAT, again=True)
async def show_drafts(call: Call) -> list[Saying]:
    """Show what waits because somebody wrote unusually much, without who wrote it."""
    waiting = await call.work.drafts.held()
    if not waiting:
        return [call.reply(Text("no-drafts-held"), sharing=Sharing.SECRETARIAT)]
    quotes = [Quote(Words(each.draft.words)) for each in waiting]
    return [call.reply(Text("flood-waiting", count=len(waiting)), *quotes, sharing=Sharing.SECRETARIAT)]


async def _saved(call: Call, case: Case, what: str, note: str | None = None) -> None:
    await call.work.cases.save(case)
    await call.work.journal.write(call.now, THE_SECRETARY, what, f"case:{case.number}", note)


async def _kept(call: Call, case: Case, kind: Kind, words: Rest | None) -> tuple[Line, ...]:
    if words is None:
        return ()
    said = accept(words, call.charter.limits.message_characters)
    await call.work.passages.add(case.number, kind, said, THE_SECRETARY, call.now)
    return (Quote(Words(said)),)


async def _summary(call: Call, case: Case) -> tuple[Line, ...]:
    summary = await call.work.passages.latest(case.number, Kind.SUMMARY)
    return (Quote(Words(summary.words)),) if summary else ()


def _given_to(case: Case, *lines: Line) -> list[Saying]:
    """Tell the contacts of its owner that a case is theirs, with a link to its thread once that stands there."""
    thread = council_thread(case.number)
    return [Message(Contacts(case.owner or ""), lines, Sharing.COUNCIL, case=case.number, leads_to=thread)]


async def _about(call: Call, before: Case, after: Case) -> list[Saying]:
    await _saved(call, after, "case-sorted", after.category.value)
    return [
        call.reply(Text("case-sorted", label=label(call, after), about=subject_of(after))),
        *await moved(call, before, after),
        *await look_alikes(call, after),
    ]

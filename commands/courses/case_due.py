"""What is done and said when something in casework falls due: a reminder, the end of a silence, a question."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from commands.desk import Desk
from commands.posts.cases import (
    in_council,
    in_secretariat,
    label,
    moved,
    owner_of,
    question_name,
    solved_poll,
    subject_of,
    to_contacts,
    to_resident,
    way_to_resident,
)
from commands.posts.polls_over import solved_poll_over
from council.case import Case
from council.people import Holders, Role
from council.reminders import Kind
from council.text import Fact, Message, Saying, Sharing, Text

BOT = "bot"


async def said_of_case(desk: Desk, kind: Kind, number: int) -> list[Saying]:
    """Do what falls due in a case and return what is to be said of it."""
    case = await desk.work.cases.get(number)
    return await _DONE[kind](desk, case)


async def _triage(desk: Desk, case: Case) -> list[Saying]:
    return [in_secretariat(case, Text("case-triage-today", label=label(desk, case), number=f"{case.number:04d}"))]


async def _triage_late(desk: Desk, case: Case) -> list[Saying]:
    """Tell the secretariat, and the resident, who was promised a name by yesterday."""
    name, day = label(desk, case), case.triage_due
    return [
        in_secretariat(case, Text("case-triage-late", label=name, day=day, number=f"{case.number:04d}")),
        *to_resident(case, Text("your-case-triage-late", label=name, day=day)),
    ]


async def _triage_chair(desk: Desk, case: Case) -> list[Saying]:
    return [_to_chair(case, Text("case-triage-chair", label=label(desk, case), day=case.triage_due))]


async def _answer_soon(desk: Desk, case: Case) -> list[Saying]:
    return to_contacts(case, Text("case-answer-soon", **_facts(desk, case)))


async def _answer_today(desk: Desk, case: Case) -> list[Saying]:
    return to_contacts(case, Text("case-answer-today", **_facts(desk, case)))


async def _answer_late(desk: Desk, case: Case) -> list[Saying]:
    """Tell the owner's contact, and the resident, who was promised an answer by yesterday."""
    owner = await owner_of(desk, case)
    told = Text("your-case-answer-late", label=label(desk, case), owner=owner, day=case.answer_due)
    late = Text("case-answer-late", how=way_to_resident(case), **_facts(desk, case))
    return [*to_contacts(case, late), *to_resident(case, told)]


async def _answer_secretary(desk: Desk, case: Case) -> list[Saying]:
    owner = await owner_of(desk, case)
    return [in_secretariat(case, Text("case-answer-secretary", owner=owner, **_facts(desk, case)))]


async def _answer_chair(desk: Desk, case: Case) -> list[Saying]:
    owner = await owner_of(desk, case)
    return [_to_chair(case, Text("case-answer-chair", owner=owner, **_facts(desk, case)))]


async def _silence(desk: Desk, before: Case) -> list[Saying]:
    """Close a case whose resident was asked whether it is solved and has said nothing."""
    after = before.close(desk.now)
    await desk.work.cases.save(after)
    await desk.work.journal.write(desk.now, BOT, "case-closed-in-silence", f"case:{after.number}")
    facts: dict[str, Fact] = {"label": label(desk, after), "days": desk.charter.targets.reopen_days}
    told = Text("case-closed-in-silence", label=label(desk, after))
    return [
        *await moved(desk, before, after),
        in_secretariat(after, told),
        *in_council(after, told),
        *to_contacts(after, told),
        *to_resident(after, Text("your-case-closed-in-silence", **facts)),
        *await solved_poll_over(desk, after.number),
    ]


async def _ask_again(desk: Desk, case: Case) -> list[Saying]:
    """Ask the resident, some weeks after the end, whether it is still solved."""
    if await desk.work.reporters.count(case.number) == 0:
        return []
    await desk.work.cases.save(case.ask_again(desk.now))
    await desk.work.journal.write(desk.now, BOT, "resident-asked-again", f"case:{case.number}")
    facts: dict[str, Fact] = {"label": label(desk, case), "about": subject_of(case)}
    asked = Text("your-case-asked-again", **facts)
    return [*to_resident(case, asked, key=question_name(desk, case.number)), solved_poll(desk, case)]


def _to_chair(case: Case, text: Text) -> Message:
    return Message(Holders(Role.CHAIR), (text,), Sharing.COUNCIL, case=case.number)


def _facts(desk: Desk, case: Case) -> dict[str, Fact]:
    return {
        "label": label(desk, case),
        "about": subject_of(case),
        "day": case.answer_due,
        "number": f"{case.number:04d}",
    }


_DONE: Mapping[Kind, Callable[[Desk, Case], Awaitable[list[Saying]]]] = MappingProxyType(
    {
        Kind.CASE_TRIAGE: _triage,
        Kind.CASE_TRIAGE_LATE: _triage_late,
        Kind.CASE_TRIAGE_CHAIR: _triage_chair,
        Kind.CASE_ANSWER_SOON: _answer_soon,
        Kind.CASE_ANSWER_TODAY: _answer_today,
        Kind.CASE_ANSWER_LATE: _answer_late,
        Kind.CASE_ANSWER_SECRETARY: _answer_secretary,
        Kind.CASE_ANSWER_CHAIR: _answer_chair,
        Kind.CASE_SILENCE: _silence,
        Kind.CASE_ASK_AGAIN: _ask_again,
    }
)
CASE_KINDS = frozenset(_DONE)
"""The kinds of due thing that are about a case."""

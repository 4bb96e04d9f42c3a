"""What residents want taken up at a meeting, under the item where it is: by the secretary's summaries."""

from commands.desk import Desk
from commands.posts.cases import label, owner_of
from council.case import Case
from council.passage import Kind
from council.text import Heading, Line, Quote, Text
from council.text import Item as Bullet


async def asked_at(desk: Desk, meeting: str, slot: int) -> list[Case]:
    """Return the live cases that the council may see and that are taken up under an item, the oldest first."""
    cases = await desk.work.cases.at_meeting(meeting)
    return [case for case in cases if case.item == slot and case.triaged_at and case.is_live]


async def asked_lines(desk: Desk, cases: list[Case]) -> list[Line]:
    """Return what is asked, who answers for it, and how the answer gets back to whoever asked; nothing for no cases."""
    if not cases:
        return []
    lines: list[Line] = [Heading(Text("asked-here", count=len(cases)))]
    for case in cases:
        lines += await question_lines(desk, case)
    return [*lines, Text("asked-how-to-answer", number=f"{cases[0].number:04d}")]


async def question_lines(desk: Desk, case: Case) -> list[Line]:
    """Return a case as the council may see it, with who answers for it."""
    summary = await desk.work.passages.latest(case.number, Kind.SUMMARY)
    return [
        Bullet(Text("question-line", label=label(desk, case), owner=await owner_of(desk, case))),
        Quote(summary.words) if summary else Text("case-summary-missing"),
    ]

"""Cases looked at: lists of them, one of them, and, for the secretary alone and with a reason, who raised it."""

from dataclasses import dataclass
from datetime import timedelta

from commands.arguments import CaseNumber, Number, Rest
from commands.at_hand.agenda import hand_of
from commands.call import Call
from commands.courses.intake import Telling, receipt, registered
from commands.declare import command
from commands.posts.cases import label, lateness_of, owner_of, root_lines, state_of, subject_of, to_resident
from council.case import Case
from council.passage import SECRETARY as THE_SECRETARY
from council.passage import Kind
from council.people import COUNCIL, IN_COUNCIL, IN_SECRETARIAT, SECRETARY, Direct, Place
from council.steps import Lateness
from council.text import Fact, Heading, Item, Line, Message, Quote, Refusal, Saying, Sharing, Text, Words

ON_A_PAGE = 20
"""More cases than this are not read on a phone."""

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 30
"""Whoever works with cases looks at fewer; whoever copies them all looks at more."""


@command("case list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_cases(call: Call, page: Number | None = None) -> list[Saying]:
    """List the cases that somebody still has to do something about, a page at a time."""
    return await listed(call, Text("cases-live"), await visible(call), Page("case-list", page))


@command("case waiting", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_waiting_cases(call: Call, page: Number | None = None) -> list[Saying]:
    """List the cases without an answer, the longest waiting first, a page at a time."""
    waiting = [case for case in await visible(call) if case.is_open and case.awaits]
    waiting.sort(key=lambda case: case.clocks[-1].started_at)
    return await listed(call, Text("cases-waiting"), waiting, Page("case-waiting", page))


@command("case late", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_late_cases(call: Call, page: Number | None = None) -> list[Saying]:
    """List the cases that are late, the latest first, a page at a time."""
    late = [case for case in await visible(call) if lateness_of(call, case) is not Lateness.ON_TIME]
    late.sort(key=lambda case: case.awaits or case.answer_due)
    return await listed(call, Text("cases-late"), late, Page("case-late", page))


@command("case show", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_case(call: Call, number: CaseNumber) -> list[Saying]:
    """Show one case: to the council its state and summary, in the secretariat the resident's words as well."""
    case = await call.work.cases.get(number)
    inside = call.incoming.room.place is Place.SECRETARIAT
    if case.triaged_at is None and not call.who.holds(SECRETARY):
        raise Refusal("case-unknown", number=f"{number:04d}")
    told = await _noted(call, number)
    lines: list[Line] = list(await root_lines(call, case))
    summary = await call.work.passages.latest(number, Kind.SUMMARY)
    if summary:
        lines += [Text("case-summary"), Quote(Words(summary.words))]
    if inside:
        for passage in await call.work.passages.of(number, Kind.TELLING, Kind.NOTE):
            key = "case-words" if passage.kind is Kind.TELLING else "case-note"
            lines += [Text(key, label=label(call, case)), Quote(Words(passage.words))]
    for passage in await call.work.passages.of(number, Kind.ANSWER):
        lines += [Text("case-answered", label=label(call, case), owner=await owner_of(call, case))]
        lines += [Quote(Words(passage.words))]
    return [call.reply(*lines, sharing=Sharing.SECRETARIAT if inside else Sharing.COUNCIL), *told]


async def _noted(call: Call, number: int) -> list[Saying]:
    """Note who looks at a case; say so where it is more than anybody looks at within an hour."""
    who = hand_of(call.who)
    reader = f"reader:{who}"
    await call.work.journal.write(call.now, who, "case-shown", reader, f"case:{number}")
    if await call.work.journal.count(reader, call.now - AN_HOUR) != MOST_AN_HOUR + 1:
        return []
    text = Text("many-cases-shown", who=Words(who), most=MOST_AN_HOUR)
    return [Message(Place.OPERATORS, (text,), Sharing.OPEN)]


@command("case reporter", who=SECRETARY, where=IN_SECRETARIAT)
async def show_reporter(call: Call, number: CaseNumber, reason: Rest) -> list[Saying]:
    """Tell the secretary, in a direct chat, who raised a case. The reason is noted."""
    case = await call.work.cases.get(number)
    people = await call.work.reporters.of(number)
    await call.work.passages.add(number, Kind.DISCLOSURE, reason, THE_SECRETARY, call.now)
    await call.work.journal.write(call.now, THE_SECRETARY, "reporter-shown", f"case:{number}")
    if not people:
        return [call.reply(Text("no-reporter", label=label(call, case)), sharing=Sharing.SECRETARIAT)]
    names = [Item(Text("reporter", person=Words(person))) for person in people]
    told = Message.of(
        Direct(call.incoming.sender),
        Text("reporters", label=label(call, case)),
        *names,
        Text("reporter-care"),
        sharing=Sharing.SECRETARIAT,
    )
    if call.incoming.room.place is Place.DIRECT:
        return [told]
    return [call.reply(Text("reporter-told-apart", label=label(call, case)), sharing=Sharing.SECRETARIAT), told]


@command("case admit", who=SECRETARY, where=IN_SECRETARIAT)
async def admit_drafts(call: Call) -> list[Saying]:
    """Register everything that waits because somebody wrote unusually much."""
    waiting = await call.work.drafts.held()
    sayings: list[Saying] = []
    for each in waiting:
        draft = each.draft
        telling = Telling(
            draft.words,
            each.person,
            draft.language,
            category=draft.category,
            area=draft.area,
            origin=each.origin,
            received_at=draft.written_at,
        )
        case, posts = await registered(call, telling)
        sayings += [*posts, *to_resident(case, *receipt(call, case))]
    await call.work.drafts.remove(each.draft.number for each in waiting)
    return [call.reply(Text("drafts-admitted", count=len(waiting)), sharing=Sharing.SECRETARIAT), *sayings]


async def visible(call: Call) -> list[Case]:
    """Return the live cases that the person may see: before its triage a case is the secretary's alone."""
    live = await call.work.cases.live()
    return live if call.who.holds(SECRETARY) else [case for case in live if case.triaged_at]


@dataclass(frozen=True)
class Page:
    """Which part of a long list is asked for, and the command that shows the next.

    Args:
        slug: of the command.
        number: counted from 1; None for the first.
    """

    slug: str
    number: int | None

    def of(self, cases: list[Case]) -> tuple[list[Case], tuple[Line, ...]]:
        """Return the cases on this page, and what is said of the others.

        Raises:
            Refusal: there are not so many pages.
        """
        number, pages = 1 if self.number is None else self.number, -(-len(cases) // ON_A_PAGE)
        if not 1 <= number <= pages:
            raise Refusal("page-beyond", pages=pages)
        if pages == 1:
            return cases, ()
        first, last = (number - 1) * ON_A_PAGE + 1, min(number * ON_A_PAGE, len(cases))
        facts: dict[str, Fact] = {"first": first, "last": last, "count": len(cases)}
        if number == pages:
            return cases[first - 1 : last], (Text("page-last", **facts),)
        command = Text(f"command-{self.slug}.shown")
        return cases[first - 1 : last], (Text("page-goes-on", command=command, next=number + 1, **facts),)


async def listed(call: Call, heading: Text, cases: list[Case], page: Page, *after: Line) -> list[Saying]:
    """Return a page of some cases under a heading, with their state, owner and date."""
    if not cases:
        return [call.reply(Text("no-cases"))]
    shown, others = page.of(cases)
    return [call.reply(Heading(heading), *[Item(await _line(call, case)) for case in shown], *others, *after)]


async def _line(call: Call, case: Case) -> Text:
    facts = {"label": label(call, case), "late": lateness_of(call, case).value}
    about, state, owner = subject_of(case), state_of(case), await owner_of(call, case)
    if case.awaits is None:
        return Text("case-line", about=about, state=state, owner=owner, **facts)
    return Text("case-line-due", about=about, state=state, owner=owner, day=case.awaits, **facts)

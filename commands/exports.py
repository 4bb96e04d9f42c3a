"""The registrar takes records out: one case, the register of a period, or all of a period. Each is journalled."""

from datetime import datetime, time, timedelta

from commands.arguments import CaseNumber, Day, Rest
from commands.at_hand.sitting import sitting_of
from commands.call import Call
from commands.case_search import history_lines
from commands.declare import command
from commands.posts.cases import label, owner_of, state_of, subject_of
from commands.posts.exported import cases_sheet, council_sheets, events_sheet, journal_sheet
from commands.posts.minutes import version_lines
from commands.posts.papers import document
from council.case import Case
from council.passage import Kind
from council.people import IN_SECRETARIAT, REGISTRAR, SECRETARY, Here
from council.period import Period
from council.text import Bundle, Document, Format, Heading, Item, Line, Quote, Refusal, Saying, Sharing, Text, Words
from council.words import clean

REDACTED = frozenset({"redacted", "maskat", "maskad", "avidentifierat", "utan namn"})
LONGEST_DIARY_NO = 60
LONGEST_PERIOD = timedelta(days=366 * 5)


@command("export case", who=REGISTRAR, where=IN_SECRETARIAT)
async def export_case(call: Call, number: CaseNumber, how: Rest | None = None) -> list[Saying]:
    """Take one case out: what happened, its state and edited summary; the words as well, unless it is redacted."""
    redacted = how is not None
    if how is not None and how.casefold().strip(" .") not in REDACTED:
        raise Refusal("export-how", typed=Words(how[:40]))
    case = await call.work.cases.get(number)
    sharing = Sharing.COUNCIL if redacted else Sharing.SECRETARIAT
    lines = await _case_lines(call, case, redacted=redacted)
    name = f"{label_of(call, case)}{'-redacted' if redacted else ''}"
    paper = document(name, lines, Here(), Format.PDF, sharing)
    sheets = (await cases_sheet(call, [case]), await events_sheet(call, [case]))
    await call.work.journal.write(
        call.now, "registrar", "case-exported", f"case:{number}", "redacted" if redacted else "whole"
    )
    facts = {"council": call.charter.slug, "case": label_of(call, case), "redacted": str(redacted).lower()}
    key = "export-case-redacted" if redacted else "export-case-whole"
    return [
        call.reply(Text(key, label=label(call, case), events=len(sheets[1].rows)), sharing=sharing),
        Bundle(Here(), name, call.now, (paper,), sheets, facts, sharing),
    ]


@command("export register", who=REGISTRAR, where=IN_SECRETARIAT, heavy=True)
async def export_register(call: Call, first: Day, last: Day) -> list[Saying]:
    """Take out the register of cases that came in between two days, with every event of each."""
    period = _period(call, first, last)
    cases = await call.work.cases.received(period.since, period.until)
    lines: list[Line] = [Text("export-register-title", first=first, last=last)]
    for case in cases:
        lines += [Heading(Text("export-line", label=label(call, case), received=case.received_at))]
        lines += [Item(each) for each in await _facts(call, case)]
        lines += await history_lines(call, case)
    paper = document("register", lines, Here(), Format.PDF, Sharing.COUNCIL)
    sheets = (await cases_sheet(call, cases), await events_sheet(call, cases))
    await _noted(call, "register-exported", first, last)
    return [
        call.reply(Text("export-register", first=first, last=last, count=len(cases)), sharing=Sharing.COUNCIL),
        Bundle(Here(), f"register-{first}-{last}", call.now, (paper,), sheets, _facts_of(call, first, last)),
    ]


@command("export all", who=REGISTRAR, where=IN_SECRETARIAT, heavy=True)
async def export_all(call: Call, first: Day, last: Day) -> list[Saying]:
    """Take out everything that the council's record holds of a period, with a manifest and checksums."""
    period = _period(call, first, last)
    cases = await call.work.cases.received(period.since, period.until)
    papers = await _minutes(call, period)
    sheets = (
        await cases_sheet(call, cases),
        await events_sheet(call, cases),
        *await council_sheets(call, period),
        await journal_sheet(call, period),
    )
    await _noted(call, "all-exported", first, last)
    told = Text("export-all", first=first, last=last, sheets=len(sheets), papers=len(papers))
    facts = _facts_of(call, first, last)
    return [
        call.reply(told, sharing=Sharing.SECRETARIAT),
        Bundle(Here(), f"record-{first}-{last}", call.now, tuple(papers), sheets, facts, Sharing.SECRETARIAT),
    ]


@command("case diary", who=REGISTRAR | SECRETARY, where=IN_SECRETARIAT, again=True)
async def set_diary_number(call: Call, number: CaseNumber, diary_no: Rest) -> list[Saying]:
    """Note the number under which a case stands in the authority's own register."""
    case = await call.work.cases.get(number)
    noted = clean(diary_no)[:LONGEST_DIARY_NO]
    await call.work.cases.save(case.entered(noted))
    await call.work.journal.write(call.now, "registrar", "case-entered", f"case:{number}")
    return [call.reply(Text("case-entered", label=label(call, case), diary_no=Words(noted)))]


def label_of(call: Call, case: Case) -> str:
    """Return a case's public name, as it stands in file names."""
    return case.label(call.charter.case_prefix)


async def _case_lines(call: Call, case: Case, *, redacted: bool) -> list[Line]:
    lines: list[Line] = [Text("export-title", label=label(call, case))]
    lines += [Item(each) for each in await _facts(call, case)]
    summary = await call.work.passages.latest(case.number, Kind.SUMMARY)
    if summary:
        lines += [Heading(Text("export-summary")), Quote(Words(summary.words))]
    lines += [Heading(Text("export-events")), *await history_lines(call, case)]
    if not redacted:
        for kind, key in (
            (Kind.TELLING, "telling"),
            (Kind.NOTE, "note"),
            (Kind.ANSWER, "answer"),
            (Kind.OUTCOME, "outcome"),
        ):
            for passage in await call.work.passages.of(case.number, kind):
                lines += [Heading(Text("export-words", kind=key, at=passage.at)), Quote(Words(passage.words))]
    return lines


async def _facts(call: Call, case: Case) -> list[Text]:
    facts = [
        Text("export-received", received=case.received_at),
        Text("export-about", about=subject_of(case)),
        Text("export-state", state=state_of(case), since=case.since),
        Text("export-owner", owner=await owner_of(call, case)),
        Text("export-answer-due", day=case.answer_due),
    ]
    return [*facts, Text("export-diary", diary_no=Words(case.diary_no))] if case.diary_no else facts


async def _minutes(call: Call, period: Period) -> list[Document]:
    papers = []
    for meeting in await call.work.meetings.all():
        version = await call.work.minutes.last(meeting.number)
        if version is None or not period.since <= meeting.starts_at < period.until:
            continue
        lines = version_lines(version, await sitting_of(call.work, meeting), Sharing.COUNCIL)
        papers.append(document(f"minutes-{meeting.number}", lines, Here(), Format.PDF, Sharing.SECRETARIAT))
    return papers


def _period(call: Call, first: Day, last: Day) -> Period:
    if last < first or last - first > LONGEST_PERIOD:
        raise Refusal("export-days")
    zone = call.charter.zone
    start = datetime.combine(first, time(), zone)
    end = datetime.combine(last + timedelta(days=1), time(), zone)
    return Period(start, end, first, last)


def _facts_of(call: Call, first: Day, last: Day) -> dict[str, str]:
    return {"council": call.charter.slug, "first": first.isoformat(), "last": last.isoformat()}


async def _noted(call: Call, what: str, first: Day, last: Day) -> None:
    await call.work.journal.write(call.now, "registrar", what, "register", f"{first} {last}")

"""What an export holds, as rows: cases, what happened to them, and the rest of the record. No person's name.

Residents are nowhere in it. Members appear as what they speak for.
"""

from collections.abc import Iterable
from datetime import datetime

from commands.call import Call
from council.case import Case
from council.passage import Kind
from council.people import Role
from council.period import Period
from council.text import Cell, Sheet
from storage.journal import Entry

CASE_COLUMNS = (
    "case", "diary_no", "received_at", "channel", "language", "category", "area", "state", "since", "owner",
    "triage_due", "triaged_at", "answer_due", "answered_at", "closed_at", "reason", "same_as", "summary",
)  # fmt: skip


def stamp(moment: datetime | None) -> str | None:
    """Return a moment as it stands in sheets."""
    return moment.isoformat(timespec="seconds") if moment else None


async def cases_sheet(call: Call, cases: Iterable[Case]) -> Sheet:
    """Return where each case stands, with its edited summary."""
    rows = []
    for case in cases:
        summary = await call.work.passages.latest(case.number, Kind.SUMMARY)
        same_as = f"{case.same_as:04d}" if case.same_as else None
        rows.append(
            (
                case.label(call.charter.case_prefix), case.diary_no, stamp(case.received_at), case.channel.value,
                case.language, case.category.value, case.area, case.state.value, stamp(case.since), case.owner,
                case.triage_due.isoformat(), stamp(case.triaged_at), case.answer_due.isoformat(),
                stamp(case.answered_at), stamp(case.closed_at), case.reason.value if case.reason else None, same_as,
                summary.words if summary else None,
            )
        )  # fmt: skip
    return Sheet("cases", CASE_COLUMNS, tuple(rows))


async def events_sheet(call: Call, cases: Iterable[Case]) -> Sheet:
    """Return all that happened to some cases: when, in which direction, what, and in which capacity somebody did it."""
    rows: list[tuple[Cell, ...]] = []
    for case in cases:
        for entry in await call.work.journal.about(f"case:{case.number}"):
            label = case.label(call.charter.case_prefix)
            rows.append((label, stamp(entry.at), direction(entry), capacity(entry.who), entry.what))
    return Sheet("case-events", ("case", "at", "direction", "by", "what"), tuple(rows))


_TOLD = frozenset(
    {
        "case-assigned", "case-answered", "case-translated", "case-extended", "case-resolved", "case-closed",
        "case-closed-in-silence", "case-cannot-answer", "case-merged", "case-redirected", "resident-asked-again",
    }
)  # fmt: skip
"""What the resident is told of."""


def direction(entry: Entry) -> str:
    """Say whether something came in from a resident, went out to her, or happened inside."""
    if entry.who == "resident":
        return "in"
    return "in" if entry.what == "case-received" else "out" if entry.what in _TOLD else "inside"


def capacity(who: str) -> str:
    """Return in which capacity somebody did something: a role or an organisation, never a Matrix ID."""
    return "officer" if who.startswith("@") else who


async def journal_sheet(call: Call, period: Period) -> Sheet:
    """Return the journal of a period, each entry with its place in the chain."""
    entries = await call.work.journal.between(period.since, period.until)
    rows = tuple(
        (step, stamp(entry.at), capacity(entry.who), entry.what, entry.subject)
        for step, entry in entries
        if not entry.subject.startswith("device:")
    )
    return Sheet("journal", ("step", "at", "by", "what", "subject"), rows)


async def council_sheets(call: Call, period: Period) -> list[Sheet]:
    """Return what the council decided, undertook, promised and shared in a period, and when it met."""
    return [
        await _meetings(call, period),
        await _decisions(call, period),
        await _actions(call, period),
        await _promises(call, period),
        await _shares(call, period),
    ]


async def _meetings(call: Call, period: Period) -> Sheet:
    rows = tuple(
        (each.number, stamp(each.starts_at), stamp(each.ends_at), each.state.value)
        for each in await call.work.meetings.all()
        if period.since <= each.starts_at < period.until
    )
    return Sheet("meetings", ("meeting", "starts_at", "ends_at", "state"), rows)


async def _decisions(call: Call, period: Period) -> Sheet:
    rows = tuple(
        (f"D{each.number}", each.meeting, each.item, stamp(each.made_at), each.text, str(each.votes or ""))
        for each in await call.work.decisions.between(period.since, period.until)
    )
    return Sheet("decisions", ("decision", "meeting", "item", "made_at", "text", "yes_no_abstain"), rows)


async def _actions(call: Call, period: Period) -> Sheet:
    rows = tuple(
        (
            f"X{each.number}", each.owner, each.due.isoformat(), each.what, each.state.value, stamp(each.made_at),
            stamp(each.accepted_at), stamp(each.done_at), each.evidence, " ".join(each.sources),
        )
        for each in await call.work.actions.between(period.since, period.until)
    )  # fmt: skip
    columns = (
        "action", "owner", "due", "what", "state", "made_at", "accepted_at", "done_at", "evidence", "from"
    )  # fmt: skip
    return Sheet("actions", columns, rows)


async def _promises(call: Call, period: Period) -> Sheet:
    rows = tuple(
        (
            f"L{each.number}", each.organisation, each.text, each.due.isoformat(), each.state.value,
            stamp(each.made_at), stamp(each.settled_at), each.words, f"{each.case:04d}" if each.case else None,
        )
        for each in await call.work.promises.all()
        if period.since <= each.made_at < period.until
    )  # fmt: skip
    columns = ("promise", "organisation", "text", "due", "state", "made_at", "settled_at", "words", "case")
    return Sheet("promises", columns, rows)


async def _shares(call: Call, period: Period) -> Sheet:
    rows = tuple(
        (
            each.id,
            stamp(each.at),
            each.organisation or Role.SECRETARY.value,
            each.sharing.value,
            each.state.value,
            each.text,
        )
        for each in await call.work.shares.between(period.since, period.until)
    )
    return Sheet("shared", ("id", "at", "from", "class", "state", "text"), rows)

"""The record as tables for spreadsheets (CSV, RFC 4180), with no cell that a spreadsheet would take for a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from council.measures import Measures
from council.record import Record
from papers.data import tame
from web.feeds.plain import plain
from web.render import Tongue

MIMETYPE = "text/csv; charset=utf-8; header=present"
Row = Sequence[object]
Table = Callable[[Record, Tongue], Iterable[Row]]


def made(rows: Iterable[Row]) -> str:
    """Return rows as CSV."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([_cell(each) for each in row] for row in rows)
    return written.getvalue()


def _cell(value: object) -> str:
    """Return a value as a cell."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return tame(str(value))


def _meetings(record: Record, _tongue: Tongue) -> Iterable[Row]:
    yield ("meeting", "starts", "ends", "state", "open_items", "closed_items", "minutes_adjusted")
    for each in (*record.ahead, *record.held):
        starts, ends = each.starts_at.isoformat(), each.ends_at.isoformat()
        yield (each.number, starts, ends, each.state.value, len(each.agenda), each.closed, each.adjusted_on)


def _decisions(record: Record, _tongue: Tongue) -> Iterable[Row]:
    yield ("id", "date", "meeting", "item", "text", "yes", "no", "abstain", "final", "actions")
    for each in record.decisions:
        votes = (each.votes.yes, each.votes.no, each.votes.abstain) if each.votes else ("", "", "")
        yield (
            each.id, each.made_on, each.meeting, each.item, each.text, *votes,
            "yes" if each.is_final else "no", " ".join(each.actions),
        )  # fmt: skip


def _actions(record: Record, tongue: Tongue) -> Iterable[Row]:
    yield ("id", "what", "owners", "due", "state", "done", "days_late", "from")
    for each in record.actions:
        owners = ", ".join(tongue.name(owner) for owner in each.owners)
        sources = " ".join(each.sources)
        yield (each.id, each.what, owners, each.due, each.standing.value, each.done_on, each.late_days, sources)


def _promises(record: Record, tongue: Tongue) -> Iterable[Row]:
    yield ("id", "organisation", "promise", "due", "state", "made", "settled", "evidence_or_reason", "back", "case")
    for each in record.promises:
        yield (
            each.id, tongue.name(each.organisation), each.text, each.due, each.state.value, each.made_on,
            each.settled_on, each.words, each.back_on, each.case,
        )  # fmt: skip


def _questions(record: Record, tongue: Tongue) -> Iterable[Row]:
    yield ("case", "category", "area", "state", "responsible", "received", "answer_due", "answered", "workdays_late",
           "summary", "answer")  # fmt: skip
    for each in record.matters:
        owner = tongue.name(each.owner) if each.owner else ""
        yield (
            each.label, each.category.value, each.area, each.state.value, owner, each.received_on, each.due_on,
            each.answered_on, each.late_workdays, each.summary, each.answer,
        )  # fmt: skip


def _removals(record: Record, _tongue: Tongue) -> Iterable[Row]:
    yield ("date", "kind", "id")
    for each in record.removals:
        yield (each.on, each.kind.value, each.id)


def _figures(record: Record, _tongue: Tongue) -> Iterable[Row]:
    yield ("measure", "of", "value", "n", "first", "last")
    if record.measures:
        for row in _measured(record.measures):
            yield (*row, record.measures.first, record.measures.last)


def _measured(found: Measures) -> Iterable[Row]:
    n = plain(found.registered)
    yield ("registered", "", n, n)
    yield ("M1", "owner named on time", found.triaged.part, found.triaged.whole)
    yield ("M2", "answered on time", found.answered.part, found.answered.whole)
    yield ("M2", "median working days", found.answered_workdays, found.answered.whole)
    yield ("M2", "late and without an answer", found.overdue, n)
    for row in found.waiting:
        for age, count in zip(("30", "60", "90"), row.older, strict=True):
            yield ("M3", f"{row.organisation or 'nobody'}: open more than {age} days", count, row.open)
    made = {"kept": found.promises.kept, "broken": found.promises.broken, "open": found.promises.open}
    yield from (("M4", name, count, sum(made.values())) for name, count in made.items())
    yield ("M5", "actions done on time", found.actions.part, found.actions.whole)
    yield ("M6", "reopened", found.reopened.part, found.reopened.whole)
    yield ("M7", "cannot be answered", found.unanswerable.part, n)
    yield from (("M7", reason.value, count, found.unanswerable.part) for reason, count in found.reasons.items())
    for seat in found.seats:
        came = {"present": seat.present, "excused": seat.excused, "absent": seat.absent}
        yield from (("M8", f"{seat.organisation}: {name}", count, found.meetings) for name, count in came.items())
    yield ("M9", "came to a decision", found.decided.part, found.decided.whole)
    yield from (("M10", f"language {each}", plain(count), n) for each, count in found.languages.items())
    yield from (("M10", f"channel {each.value}", plain(count), n) for each, count in found.channels.items())
    yield ("M11", "referred to 112 or 114 14", found.referred, found.contacts)
    yield ("M12", "privacy incidents", found.incidents, found.incidents)
    yield ("M12", "removals of what was public", found.removals.part, found.removals.whole)
    yield from (("category", each.value, plain(count), n) for each, count in found.categories.items())


TABLES: Mapping[str, Table] = {
    "meetings": _meetings,
    "decisions": _decisions,
    "actions": _actions,
    "promises": _promises,
    "questions": _questions,
    "figures": _figures,
    "removals": _removals,
}

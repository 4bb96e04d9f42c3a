"""The yearly report as a tagged PDF and as a page that stands by itself, from the same record as its public page."""

from collections.abc import Iterable
from datetime import date

from council.digest import Ratio
from council.measures import AGES, Measures
from council.record import Record
from council.yearly import Year
from papers import Paper, pdf, web
from papers.pdf import Block
from web.figures import called, done_late, in_year, not_done
from web.render import Tongue
from web.shown import counted, whole_or_half


def made(record: Record, year: Year, tongue: Tongue) -> bytes:
    """Return a year's report as a PDF file.

    Raises:
        papers.pdf.Unprintable: it would not be accessible.
    """
    return pdf.set_blocks(_title(record, year, tongue), list(_blocks(record, year, tongue)), tongue.language)


def page(record: Record, year: Year, tongue: Tongue) -> str:
    """Return a year's report as an HTML page that stands by itself."""
    return web.set_blocks(_title(record, year, tongue), list(_blocks(record, year, tongue)), tongue.language)


def files(record: Record, year: Year, tongue: Tongue) -> list[Paper]:
    """Return a year's report as files: the page, and the PDF where the extra that makes it is installed."""
    name = f"{record.council.slug}-{year.year}-{tongue.language}"
    found = [Paper(f"{name}.html", "text/html", page(record, year, tongue).encode())]
    if pdf.is_available():
        found.append(Paper(f"{name}.pdf", "application/pdf", made(record, year, tongue)))
    return found


def _title(record: Record, year: Year, tongue: Tongue) -> str:
    return f"{record.council.name(tongue.language)}: {tongue.say('web-report', year=str(year.year))}"


def _blocks(record: Record, year: Year, tongue: Tongue) -> Iterable[Block]:
    say = tongue.say
    yield _text(say("web-purpose"))
    yield _text(say("web-controller", name=record.council.controller.name))
    if not year.is_over:
        yield _text(say("web-so-far", day=year.last))
    yield _heading(say("web-year-meetings"))
    counts = {"held": year.held, "moved": year.moved, "cancelled": year.cancelled, "lost": year.without_quorum}
    yield _text(say("web-year-counts", **counts))
    yield from _attendance(record, year, tongue)
    if year.measures:
        yield from _measures(record, year.measures, tongue)
    yield from _outcomes(record, year, tongue)
    yield from _pleas(record, year, tongue)


def _attendance(record: Record, year: Year, tongue: Tongue) -> Iterable[Block]:
    say = tongue.say
    head = ["web-col-organisation", "web-col-present", "web-col-excused", "web-col-absent"]
    rows = [
        [called(record, tongue, each.organisation), str(each.present), str(each.excused), str(each.absent)]
        for each in year.seats
    ]
    yield from _table(
        f"{say('web-m8')}. {_basis(tongue, year.first, year.last, 'meetings', year.held)}",
        [say(each) for each in head],
        rows,
    )


def _measures(record: Record, found: Measures, tongue: Tongue) -> Iterable[Block]:
    say = tongue.say
    yield _heading(say("web-menu-figures"))
    yield _text(say("web-figures-period", first=found.first, last=found.last))
    yield _text(say("web-figures-base", count=counted(found.registered)))
    rows = [
        [name, f"{words} {_basis(tongue, found.first, found.last, of, n)}"]
        for name, words, of, n in (*_ratios(record, found, tongue), *_counts(found, tongue))
    ]
    yield from _table(say("web-measures-caption"), [say("web-col-measure"), say("web-col-value")], rows, turned=True)
    head = [say("web-col-responsible"), say("web-col-open"), *(say("web-col-older", days=days) for days in AGES)]
    waiting = [
        [called(record, tongue, each.organisation), str(each.open), *map(str, each.older)] for each in found.waiting
    ]
    basis = _basis(tongue, found.first, found.last, "open", sum(each.open for each in found.waiting))
    yield from _table(f"{say('web-m3')}. {say('web-m3-caption', day=found.last)} {basis}", head, waiting)


def _ratios(record: Record, found: Measures, tongue: Tongue) -> Iterable[tuple[str, str, str, int]]:
    """Yield the measures that are parts of a whole: what each is called, its words, and what it is counted from."""
    say, aims, promises = tongue.say, record.council.targets, found.promises
    made = promises.kept + promises.broken + promises.open
    yield "M1", _share(tongue, "web-m1", found.triaged, days=aims.triage_workdays), "cases", found.triaged.whole
    yield "M2", _share(tongue, "web-m2", found.answered, days=aims.answer_workdays), "answers", found.answered.whole
    if found.answered_workdays is not None:
        median = say("web-m2-median", days=whole_or_half(found.answered_workdays))
        yield "M2", f"{median} {say('web-m2-overdue', count=found.overdue)}", "answers", found.answered.whole
    tally = say("web-promises-tally", kept=promises.kept, broken=promises.broken, open=promises.open)
    yield "M4", tally, "promises", made
    yield "M5", _share(tongue, "web-m5", found.actions), "actions", found.actions.whole
    yield "M6", _share(tongue, "web-m6", found.reopened), "ended", found.reopened.whole
    yield "M7", _share(tongue, "web-m7", found.unanswerable), "cases", found.unanswerable.whole
    decided = say("web-ratio", part=found.decided.part, whole=found.decided.whole) if found.decided.whole else "–"
    yield "M9", f"{decided} {say('web-m9', whole=found.decided.whole)}", "items", found.decided.whole


def _counts(found: Measures, tongue: Tongue) -> Iterable[tuple[str, str, str, int]]:
    """Yield the measures that are numbers: what each is called, its words, and what it is counted from."""
    say, n = tongue.say, found.unanswerable.whole
    taken_back = say("web-m12", incidents=found.incidents, removals=found.removals.part)
    yield "M11", f"{found.referred} {say('web-m11')}", "contacts", found.contacts
    yield "M12", f"{found.incidents} {taken_back}", "published", found.removals.whole
    for reason, count in found.reasons.items():
        yield "M7", say("web-m7-reason", reason=reason.value, count=count), "cases", n
    for language, spoken in found.languages.items():
        yield "M10", f"{say('web-language', language=language)}: {counted(spoken)}.", "cases", n
    for channel, used in found.channels.items():
        yield "M10", f"{say('web-channel', channel=channel.value)}: {counted(used)}.", "cases", n


def _basis(tongue: Tongue, first: date, last: date, of: str, n: int) -> str:
    return tongue.say("web-basis", of=of, n=n, first=first, last=last)


def _share(tongue: Tongue, key: str, found: Ratio, **more: int) -> str:
    percent = tongue.say("web-percent", percent=found.percent) if found.whole else "–"
    return f"{percent} {tongue.say(key, part=found.part, whole=found.whole, **more)}"


def _outcomes(record: Record, year: Year, tongue: Tongue) -> Iterable[Block]:
    say = tongue.say
    yield _heading(say("web-menu-promises"))
    for promise in in_year(record.promises, year):
        state = say("web-promise", state=promise.state.value, back="yes" if promise.back_on else "no")
        due = say("web-due-by", day=promise.due)
        line = f"{promise.id}, {tongue.name(promise.organisation)}: {promise.text}, {due}: {state}. {promise.words}"
        yield _item(line.strip())
    yield _heading(say("web-decisions"))
    for decision in in_year(record.decisions, year):
        follows = f" ({', '.join(decision.actions)})" if decision.actions else ""
        yield _item(f"{decision.id}, {say('web-day', day=decision.made_on)}: {decision.text}{follows}")
    yield _heading(say("web-not-done"))
    left = not_done(record.actions, year)
    for action in left:
        owners = ", ".join(tongue.name(each) for each in action.owners)
        state = f"{say('web-action', state=action.standing.value)}{done_late(action, tongue)}"
        yield _item(f"{action.id}, {owners}, {say('web-due-by', day=action.due)}: {action.what}: {state}")
    if not left:
        yield _text(say("web-all-done"))


def _pleas(record: Record, year: Year, tongue: Tongue) -> Iterable[Block]:
    say = tongue.say
    yield _heading(say("web-asked-of-board"))
    asked = in_year(record.pleas, year)
    for plea in asked:
        answer = say("web-board-silent")
        if plea.answered_on is not None:
            answer = f"{say('web-board-answer')} {say('web-day', day=plea.answered_on)}: {plea.answer}"
        yield _item(f"{plea.id}, {say('web-day', day=plea.made_on)}: {plea.text} ({answer})")
    if not asked:
        yield _text(say("web-nothing-asked"))


def _heading(words: str) -> Block:
    return {"kind": "heading", "text": words}


def _text(words: str) -> Block:
    return {"kind": "text", "text": words}


def _item(words: str) -> Block:
    return {"kind": "item", "text": words}


def _table(caption: str, head: list[str], rows: list[list[str]], *, turned: bool = False) -> Iterable[Block]:
    if rows:
        yield {"kind": "table", "text": caption, "head": head, "rows": rows, "first": "narrow" if turned else "wide"}

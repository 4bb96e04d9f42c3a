"""The monthly picture: what residents raised and how it was answered, and what was shared."""

from datetime import datetime

from commands.call import Call
from commands.declare import command
from commands.period import period_of, period_until
from council.charter import Charter
from council.digest import Digest, digest, in_public, summary
from council.meeting import Meeting
from council.people import COUNCIL, IN_COUNCIL, SECRETARY, Place
from council.period import Period
from council.promise import tally
from council.report import council_lines, public_lines, summary_lines
from council.text import Item, Line, Message, Saying, Sharing, Text
from storage.work import Work


@command("digest", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_digest(call: Call) -> list[Saying]:
    """Show the council the residents' concerns since the last meeting, in exact figures."""
    return [call.reply(*await _for_council(call.work, call.charter, call.now))]


@command("digest open", who=SECRETARY, where=IN_COUNCIL)
async def publish_digest(call: Call) -> list[Saying]:
    """Post the digest in the open room, with small counts hidden."""
    period = await period_until(call.work, call.charter, call.now)
    figures = in_public(await _figures(call.work, call.charter, period))
    promises = tally(await call.work.promises.all())
    lines = public_lines(figures, promises, period.first, period.last)
    return [
        Message.of(Place.OPEN, *lines, sharing=Sharing.OPEN),
        call.reply(Text("digest-published"), sharing=Sharing.OPEN),
    ]


async def digest_post(work: Work, charter: Charter, now: datetime) -> Message:
    """Return the digest as the council's room gets it on the working day before the meeting."""
    return Message.of(Place.COUNCIL, *await _for_council(work, charter, now))


async def shared_post(work: Work, charter: Charter, meeting: Meeting) -> list[Message]:
    """Return the summary of what was shared openly since the meeting before, as the open room gets it."""
    period = await period_of(work, charter, meeting)
    shown = summary(await work.shares.between(period.since, period.until))
    organisations = {each.code: each for each in await work.people.organisations()}
    lines = summary_lines(shown, organisations, period.first, period.last)
    return [Message.of(Place.OPEN, *lines, sharing=Sharing.OPEN)]


async def _for_council(work: Work, charter: Charter, now: datetime) -> list[Line]:
    period = await period_until(work, charter, now)
    figures = await _figures(work, charter, period)
    promises = tally(await work.promises.all())
    labels = {case.number: case.label(charter.case_prefix) for case in await work.cases.all(figures.overdue)}
    lines = council_lines(figures, promises, period.first, period.last, labels.__getitem__)
    return [*lines, *await _live_cases(work, charter)]


async def _figures(work: Work, charter: Charter, period: Period) -> Digest:
    cases = await work.cases.received(period.since, period.until)
    referred = await work.referrals.between(period.first, period.last)
    return digest(cases, referred, period.until, charter.zone)


async def _live_cases(work: Work, charter: Charter) -> list[Line]:
    """Return the cases that somebody still has to do something about: ids, subjects and owners, no names."""
    lines: list[Line] = []
    for case in await work.cases.live():
        subject = Text("case-category", category=case.category.value)
        about = Text("case-about", category=subject, area=case.area) if case.area else subject
        state = Text("case-state", state=case.state.value)
        lines.append(Item(Text("digest-case", label=case.label(charter.case_prefix), about=about, state=state)))
    return [Text("digest-cases"), *lines] if lines else []

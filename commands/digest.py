"""The monthly picture: what residents raised and how it was answered, and what was shared."""

from datetime import datetime

from commands.arguments import Rest
from commands.at_hand.period import period_from, period_of, period_until
from commands.call import Call
from commands.declare import command
from commands.posts.digest_sources import compared, live_lines, shared_lines
from commands.posts.reports import report_lines
from council.calendar import day_of
from council.charter import Charter
from council.digest import Digest, digest, in_public, summary
from council.meeting import Meeting
from council.people import COUNCIL, IN_COUNCIL, SECRETARY, Address, Here, Place
from council.period import Period
from council.picturing import answers, charts, concerns
from council.promise import tally
from council.quest import read_span
from council.report import council_lines, public_lines, summary_lines
from council.text import Chart, Line, Message, Refusal, Saying, Sharing, Text, Words
from storage.work import Work


@command("digest", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_digest(call: Call, when: Rest | None = None) -> list[Saying]:
    """Show the council the residents' concerns since the last meeting, or of a month or year, in exact figures."""
    return [call.reply(*await _for_council(call.work, call.charter, await _period(call, when), call.now))]


@command("digest pictures", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_pictures(call: Call, when: Rest | None = None) -> list[Saying]:
    """Show the same as pictures, each with all that it shows in words: concerns, answers on time, promises."""
    pictures = await _pictures(call.work, call.charter, await _period(call, when), Here())
    return list(pictures) or [call.reply(Text("digest-no-pictures"))]


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


async def digest_post(work: Work, charter: Charter, now: datetime) -> list[Saying]:
    """Return the digest as the council's room gets it on the working day before the meeting, with its pictures."""
    return await _posted(work, charter, await period_until(work, charter, now), now)


async def digest_of(work: Work, charter: Charter, meeting: Meeting, now: datetime) -> list[Saying]:
    """Return the digest of the time up to a meeting as the council's room gets it after the meeting."""
    return await _posted(work, charter, await period_of(work, charter, meeting), now)


async def shared_post(work: Work, charter: Charter, meeting: Meeting) -> list[Message]:
    """Return the summary of what was shared openly since the meeting before, as the open room gets it."""
    period = await period_of(work, charter, meeting)
    shown = summary(await work.shares.between(period.since, period.until))
    organisations = {each.code: each for each in await work.people.organisations()}
    lines = summary_lines(shown, organisations, period.first, period.last)
    return [Message.of(Place.OPEN, *lines, sharing=Sharing.OPEN)]


async def _posted(work: Work, charter: Charter, period: Period, now: datetime) -> list[Saying]:
    lines = await _for_council(work, charter, period, now)
    return [Message.of(Place.COUNCIL, *lines), *await _pictures(work, charter, period, Place.COUNCIL)]


async def _for_council(work: Work, charter: Charter, period: Period, now: datetime) -> list[Line]:
    figures = await _figures(work, charter, period)
    promises = tally(await work.promises.all())
    labels = {case.number: case.label(charter.case_prefix) for case in await work.cases.all(figures.overdue)}
    return [
        *council_lines(figures, promises, period.first, period.last, labels.__getitem__),
        *await compared(work, period, figures.registered),
        *await report_lines(work, period),
        *await shared_lines(work, period),
        *(await live_lines(work, charter) if period.until >= now else ()),
    ]


async def _pictures(work: Work, charter: Charter, period: Period, to: Address) -> list[Chart]:
    cases = await work.cases.received(period.since, period.until)
    promises = tally(await work.promises.all())
    found, answered = concerns(cases, charter.zone), answers(cases, charter.zone)
    return charts(to, found, answered, promises, period.first, period.last)


async def _period(call: Call, when: str | None) -> Period:
    """Return the time that is meant: since the last meeting, or a month or a year.

    Raises:
        Refusal: it can be read as neither.
    """
    if not when:
        return await period_until(call.work, call.charter, call.now)
    today = day_of(call.now, call.charter.zone)
    span = read_span(when, today)
    if span is None or span.first > today:
        raise Refusal("digest-period-unknown", typed=Words(when[:40]))
    return period_from(span, call.charter.zone, call.now)


async def _figures(work: Work, charter: Charter, period: Period) -> Digest:
    cases = await work.cases.received(period.since, period.until)
    referred = await work.referrals.between(period.first, period.last)
    return digest(cases, referred, period.until, charter.zone)

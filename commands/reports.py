"""The organisations' monthly reports: answered in plain words in a direct chat, previewed, handed in, corrected."""

import re

from commands.arguments import Number, Rest
from commands.at_hand.agenda import hand_of
from commands.call import Call, Kind
from commands.courses.share_guard import covering, looked_at, named_signs
from commands.declare import command, hears
from commands.posts.reports import answer_lines, asked, report_post
from council.monthly import QUESTIONS, Question, Report
from council.people import COUNCIL, IN_DIRECT_CHAT
from council.plain import is_no, is_skip, is_yes
from council.text import Line, Quote, Refusal, Saying, Sharing, Text
from council.words import clean

_CORRECTION = re.compile(r"(?P<place>[1-4])\s*[.:)]\s*(?P<words>.+)", re.DOTALL)


@command("report", who=COUNCIL, where=IN_DIRECT_CHAT)
async def write_report(call: Call, question: Number | None = None, words: Rest | None = None) -> list[Saying]:
    """Show your organisation's report before the next meeting and what is asked next, or correct one of its answers."""
    report = await _own(call)
    if question is None:
        return [call.reply(*answer_lines(report), _next(report), sharing=Sharing.COUNCIL)]
    if not 1 <= question <= len(QUESTIONS):
        raise Refusal("report-question-unknown", most=len(QUESTIONS))
    return await _answered(call, report, QUESTIONS[question - 1], clean(words or ""))


@command("report done", who=COUNCIL, where=IN_DIRECT_CHAT)
async def hand_in_report(call: Call) -> list[Saying]:
    """Hand your organisation's report in: the council reads it."""
    return await _handed_in(call, await _own(call))


@hears(Kind.MESSAGE, where=IN_DIRECT_CHAT, order=10)
async def hear_answer(call: Call) -> list[Saying] | None:
    """Take a contact's plain words as the answer to what her organisation was asked last."""
    report = await _running(call) if call.who.holds(COUNCIL) else None
    if report is None or report.handed_in_at is not None or not report.is_written_by(call.who.user_id):
        return None
    said = clean(call.incoming.body)
    if report.asks is not None:
        return await _answered(call, report, report.asks, "" if is_skip(said) else said)
    return await _confirmed(call, report, said)


async def _confirmed(call: Call, report: Report, said: str) -> list[Saying]:
    """Take the answer to the preview: yes, no, or a correction."""
    if is_yes(said):
        return await _handed_in(call, report)
    correction = _CORRECTION.fullmatch(said)
    if correction is None:
        asks = Text("report-correct") if is_no(said) else Text("report-confirm")
        return [call.reply(asks, sharing=Sharing.COUNCIL)]
    return await _answered(call, report, QUESTIONS[int(correction["place"]) - 1], correction["words"].strip())


async def _own(call: Call) -> Report:
    """Return the report that somebody may write.

    Raises:
        Refusal: none is asked for, or another contact of hers writes it.
    """
    report = await _running(call)
    if report is None:
        raise Refusal("report-none")
    if report.handed_in_at is None and not report.is_written_by(call.who.user_id):
        raise Refusal("report-another-writes")
    return report


async def _running(call: Call) -> Report | None:
    """Return the report that somebody's organisation is asked for, while its meeting is not over."""
    if call.who.organisation is None:
        return None
    report = await call.work.reports.newest_of(call.who.organisation)
    if report is None or (await call.work.meetings.get(report.meeting)).ends_at <= call.now:
        return None
    return report


async def _answered(call: Call, report: Report, question: Question, words: str) -> list[Saying]:
    signs = looked_at(call, words, Sharing.COUNCIL)
    if signs.forbid or signs.doubt:
        lines = (Text("report-points"), *named_signs(signs), Quote(covering(call, words)), asked(question))
        return [call.reply(*lines, sharing=Sharing.COUNCIL)]
    after = report.answer(question, words, call.who.user_id)
    await call.work.reports.save(after)
    if after.handed_in_at is not None:
        await _note(call, "report-corrected", after)
        corrected = call.reply(Text("report-corrected"), sharing=Sharing.COUNCIL)
        return [await report_post(call.work, after), corrected]
    if after.asks is not None:
        return [call.reply(asked(after.asks), sharing=Sharing.COUNCIL)]
    return [call.reply(Text("report-preview"), *answer_lines(after), _next(after), sharing=Sharing.COUNCIL)]


async def _handed_in(call: Call, report: Report) -> list[Saying]:
    done = report.hand_in(call.now)
    await call.work.reports.save(done)
    await _note(call, "report-handed-in", done)
    thanks = call.reply(Text("report-handed-in"), sharing=Sharing.COUNCIL)
    return [await report_post(call.work, done), thanks]


def _next(report: Report) -> Line:
    if report.handed_in_at is not None:
        return Text("report-handed-in")
    return asked(report.asks) if report.asks else Text("report-confirm")


async def _note(call: Call, what: str, report: Report) -> None:
    await call.work.journal.write(call.now, hand_of(call.who), what, f"report:{report.meeting}:{report.organisation}")

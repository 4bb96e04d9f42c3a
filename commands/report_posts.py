"""How a monthly report is asked for, shown and missed."""

from commands.case_posts import Desk
from commands.permalink import links_to
from council.meeting import Meeting
from council.monthly import QUESTIONS, Question, Report
from council.people import Contacts, Place
from council.period import Period
from council.text import Heading, Item, Line, Message, Quote, Saying, Sharing, Text, Words
from storage.work import Work


async def reports_begun(desk: Desk, meeting: Meeting) -> list[Saying]:
    """Ask every organisation that has a contact for its report; the first contact who answers writes it."""
    sayings: list[Saying] = []
    for body in await desk.work.people.organisations():
        if await desk.work.people.contacts(body.code):
            await desk.work.reports.save(Report(meeting.number, body.code, desk.now))
            begun = Text("report-begun", starts=meeting.starts_at, organisation=body)
            lines = (begun, Text("report-how"), asked(QUESTIONS[0]))
            sayings.append(Message.of(Contacts(body.code), *lines, sharing=Sharing.COUNCIL))
    return sayings


async def reports_missed(desk: Desk, meeting: Meeting) -> list[Saying]:
    """Remind those, and only those, whose report is missing, with the question that they have come to."""
    sayings: list[Saying] = []
    for report in await desk.work.reports.of_meeting(meeting.number):
        if report.handed_in_at is None:
            missing = Text("report-missing", starts=meeting.starts_at)
            next_step = asked(report.asks) if report.asks else Text("report-confirm")
            sayings.append(Message.of(Contacts(report.organisation), missing, next_step, sharing=Sharing.COUNCIL))
    return sayings


def asked(question: Question) -> Text:
    """Return a question, with its number."""
    return Text("report-question", place=1 + QUESTIONS.index(question), most=len(QUESTIONS), question=question.value)


def answer_lines(report: Report) -> list[Line]:
    """Return the answers, each under what it answers; what was skipped is shown as skipped."""
    lines: list[Line] = []
    for place, question in enumerate(QUESTIONS, 1):
        words = report.answers.get(question, "")
        lines.append(Text("report-part", place=place, question=question.value, said="yes" if words else "no"))
        if words:
            lines.append(Quote(Words(words)))
    return lines


async def report_post(work: Work, report: Report) -> Message:
    """Return the report as the council's room shows it; a corrected one takes the place of the former."""
    key = key_of(report)
    meeting = await work.meetings.get(report.meeting)
    body = await work.people.organisation(report.organisation)
    lines = (Heading(Text("report-heading", organisation=body, starts=meeting.starts_at)), *answer_lines(report))
    if await work.outbox.rooms_of(key):
        return Message(Place.COUNCIL, lines, edits=key)
    return Message(Place.COUNCIL, lines, key=key)


async def report_lines(work: Work, period: Period) -> list[Line]:
    """Return who has reported, with the way to each report, and who has not: silence is shown as silence."""
    reports = await work.reports.begun_between(period.since, period.until)
    if not reports:
        return []
    bodies = {each.code: each.in_short() for each in await work.people.organisations()}
    links = await links_to(work, Place.COUNCIL, map(key_of, reports))
    handed_in = sum(each.handed_in_at is not None for each in reports)
    lines: list[Line] = [Text("digest-reports", part=handed_in, whole=len(reports))]
    for each in sorted(reports, key=lambda one: bodies[one.organisation].order if one.organisation in bodies else 0):
        if each.organisation in bodies:
            state = "yes" if each.handed_in_at else "no"
            facts = {"state": state, "link": links.get(key_of(each), "none")}
            lines.append(Item(Text("digest-report", organisation=bodies[each.organisation], **facts)))
    return lines


def key_of(report: Report) -> str:
    """Return the name of the post that shows a report."""
    return f"report:{report.meeting}:{report.organisation}"

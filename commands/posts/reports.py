"""How a monthly report is asked for, shown and missed."""

from commands.desk import Desk
from commands.posts.permalink import links_to
from council.item import Item as AgendaItem
from council.item import Raiser
from council.meeting import Meeting
from council.monthly import QUESTIONS, Question, Report
from council.people import Contacts, Direct, Organisation, Place
from council.period import Period
from council.text import Heading, Item, Line, Message, Quote, Saying, Sharing, Text, Words
from storage.work import Work


async def reports_begun(desk: Desk, meeting: Meeting) -> list[Saying]:
    """Ask every organisation that has a contact for its report; the first contact who answers writes it."""
    sayings: list[Saying] = []
    for body in await desk.work.people.organisations():
        contacts = await desk.work.people.contacts(body.code)
        if contacts:
            await desk.work.reports.save(Report(meeting.number, body.code, desk.now))
        begun = Text("report-begun", starts=meeting.starts_at, organisation=body)
        for each in contacts:
            lines = (*await _who_asks(desk, each.user_id, body), begun, Text("report-how"), asked(QUESTIONS[0]))
            sayings.append(Message.of(Direct(each.user_id), *lines, sharing=Sharing.COUNCIL))
    return sayings


async def _who_asks(desk: Desk, contact: str, body: Organisation) -> tuple[Line, ...]:
    """Return the line that says who writes, for a contact to whom the bot has not written before."""
    if await desk.work.rooms.has_chat_with(contact):
        return ()
    return (Text("report-who", council=desk.charter.itself, organisation=body),)


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


async def told_under(work: Work, meeting: str, item: AgendaItem) -> list[Line]:
    """Return what was reported before the meeting and belongs to an item that begins.

    Under an organisation's standing item that is its own report, word for word; under the round of organisations who
    has reported, with the way to each report, and who has not. All of it is the council's, as its room is.
    """
    reports = await work.reports.of_meeting(meeting) if item.standing else []
    if item.raised_by == Raiser.EVERYONE:
        return await _summed(work, reports)
    own = next((each for each in reports if each.organisation == item.raised_by), None)
    if own is None:
        return []
    if own.handed_in_at is None:
        return await _listed(work, [own])
    body = await work.people.organisation(own.organisation)
    return [Text("report-under-item", organisation=body), *answer_lines(own)]


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
    return await _summed(work, await work.reports.begun_between(period.since, period.until))


async def _summed(work: Work, reports: list[Report]) -> list[Line]:
    if not reports:
        return []
    handed_in = sum(each.handed_in_at is not None for each in reports)
    return [Text("digest-reports", part=handed_in, whole=len(reports)), *await _listed(work, reports)]


async def _listed(work: Work, reports: list[Report]) -> list[Line]:
    """Return a line for each report: the way to it, or that there is none."""
    bodies = {each.code: each.in_short() for each in await work.people.organisations()}
    links = await links_to(work, Place.COUNCIL, map(key_of, reports))
    lines: list[Line] = []
    for each in sorted(reports, key=lambda one: bodies[one.organisation].order if one.organisation in bodies else 0):
        if each.organisation in bodies:
            state = "yes" if each.handed_in_at else "no"
            facts = {"state": state, "link": links.get(key_of(each), "none")}
            lines.append(Item(Text("digest-report", organisation=bodies[each.organisation], **facts)))
    return lines


def key_of(report: Report) -> str:
    """Return the name of the post that shows a report."""
    return f"report:{report.meeting}:{report.organisation}"

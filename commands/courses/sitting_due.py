"""What is said when something falls due around a meeting as it is held: silence before it, and items that run over."""

from datetime import datetime

from commands.at_hand.sitting import running, sitting_of
from commands.between import poll_over
from commands.courses.decided_told import residents_told
from commands.courses.left_over import carried_over
from commands.courses.raised import unanswered_again
from commands.desk import Desk
from commands.posts.minutes import file_name, version_lines
from commands.posts.papers import document
from council.charter import Charter
from council.meeting import Meeting
from council.people import Contacts, Place
from council.proceedings import Act, Entry
from council.text import Document, Format, Message, Saying, Sharing, Text
from council.vote import Ballot
from storage.work import Work


async def ask_the_silent(work: Work, meeting: Meeting) -> list[Message]:
    """Ask those, and only those, who have not said whether they come."""
    said = {each.organisation for each in await work.records.intentions(meeting.number)}
    text = Text("attend-ask", starts=meeting.starts_at)
    return [
        Message.of(Contacts(each.code), text, sharing=Sharing.OWN)
        for each in await work.people.organisations()
        if each.votes and each.code not in said
    ]


async def say_overrun(work: Work, now: datetime) -> list[Message]:
    """Say quietly that the item at hand has taken longer than planned."""
    sitting = await running(work)
    if sitting is None or sitting.proceedings.current is None:
        return []
    item = sitting.agenda.find(sitting.proceedings.current)
    minutes = round(sitting.proceedings.spent(now)[item.id].total_seconds() / 60)
    text = Text("item-overrun", id=item.id, spent=minutes, planned=item.minutes)
    return [Message(Place.COUNCIL, (text,), quiet=True)]


async def close_forgotten(desk: Desk, meeting: Meeting) -> list[Saying]:
    """Close a meeting that nobody closed, at the moment of the last thing that was written down."""
    work, now = desk.work, desk.now
    if await work.records.running() != meeting.number:
        return []
    record = await work.records.of(meeting.number)
    last = max(each.at for each in record.standing)
    record, _ = record.adding(Entry(0, Act.ENDED, last, now))
    unsettled = await _votes_dropped(desk, meeting)
    for ballot in unsettled:
        record, _ = record.adding(Entry(0, Act.POSTPONED, last, now, item=ballot.item))
    after = await work.meetings.after(meeting)
    sitting = await sitting_of(work, meeting)
    left = record.left_over(sitting.agenda)
    for item in left if after else ():
        record, _ = record.adding(Entry(0, Act.POSTPONED, last, now, item=item.id))
    await work.records.save(record)
    await work.meetings.save((await work.meetings.get(meeting.number)).hold(max(last, meeting.starts_at)))
    await work.journal.write(now, "bot", "meeting-ended", f"meeting:{meeting.number}")
    decisions = await work.decisions.of_meeting(meeting.number)
    sitting = await sitting_of(work, meeting)
    lines, private = await carried_over(work, sitting, left, after)
    lines = [*map(_dropped, unsettled), *lines]
    told = [Message.of(Place.COUNCIL, *lines)] if lines else []
    ends = [poll_over(ballot, _dropped(ballot)) for ballot in unsettled if not ballot.is_secret]
    heard = [*await residents_told(desk, sitting, decisions), *await unanswered_again(desk, meeting)]
    return [*told, *ends, *private, *heard]


async def _votes_dropped(desk: Desk, meeting: Meeting) -> list[Ballot]:
    """Drop the votes that nobody closed, and return them."""
    ballots = [each for each in await desk.work.ballots.open() if each.meeting == meeting.number]
    for ballot in ballots:
        await desk.work.ballots.save(ballot.annul(desk.now))
    return ballots


def _dropped(ballot: Ballot) -> Text:
    return Text("vote-never-closed", id=ballot.id, item=ballot.item)


async def carry_unopened(desk: Desk, called: Meeting) -> list[Saying]:
    """Queue for the meeting that items are called for now what the one before it left, if nobody ever opened that."""
    work, before = desk.work, await desk.work.meetings.before(called)
    if before is None or not before.is_ahead or before.ends_at > desk.now:
        return []
    sitting = await sitting_of(work, before)
    lines, private = await carried_over(work, sitting, sitting.proceedings.left_over(sitting.agenda), called)
    if not lines:
        return []
    await work.journal.write(desk.now, "bot", "items-carried", f"meeting:{before.number}")
    return [Message.of(Place.COUNCIL, Text("meeting-never-opened", day=before.day), *lines), *private]


async def public_minutes(work: Work, charter: Charter, meeting: Meeting) -> list[Message | Document]:
    """Show everybody the minutes that are verified, and give them as a file."""
    version = await work.minutes.adjusted(meeting.number)
    if version is None:
        return []
    lines = version_lines(version, await sitting_of(work, meeting), Sharing.OPEN)
    file = document(file_name(charter, meeting), lines, Place.OPEN, Format.PDF, Sharing.OPEN)
    return [Message.of(Place.OPEN, *lines, sharing=Sharing.OPEN), file]

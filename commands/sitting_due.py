"""What is said when something falls due around a meeting as it is held: silence before it, and items that run over."""

from datetime import datetime

from commands.sitting import running
from council.meeting import Meeting
from council.people import Contacts, Place
from council.text import Message, Sharing, Text
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

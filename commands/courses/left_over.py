"""What a meeting did not deal with: it queues for the next one, and whoever raised it is told."""

from collections.abc import Sequence
from datetime import datetime

from commands.at_hand.sitting import Sitting
from commands.courses.carrying import carry
from council.item import Item, Raiser
from council.meeting import Meeting
from council.people import Address, Contacts, Holders, Role
from council.text import Item as Bullet
from council.text import Line, Message, Saying, Text
from storage.work import Work


async def carried_over(
    work: Work, sitting: Sitting, left: Sequence[Item], after: Meeting | None
) -> tuple[list[Line], list[Saying]]:
    """Put what is left on the next agenda; return what is said of it to all, and to those who raised it."""
    if not left:
        return [], []
    if after is None:
        return [Text("items-left-nowhere", ids=tuple(Text("agenda-id", id=item.id) for item in left))], []
    agenda, following = sitting.agenda, await work.agenda.of(after.number)
    lines: list[Line] = [Text("items-carried", starts=after.starts_at)]
    private: list[Saying] = []
    for item in left:
        agenda, following, moved = await carry(work, item, agenda, following, queued=True)
        lines.append(Bullet(Text("item-carried", id=item.id, title=item.heading, new=moved.id)))
        private += _raiser_told(item, moved, sitting.meeting, after.starts_at)
    await work.agenda.save(agenda)
    await work.agenda.save(following)
    return lines, private


def _raiser_told(item: Item, moved: Item, meeting: Meeting, starts: datetime) -> list[Saying]:
    if item.raised_by in Raiser.ALL - {Raiser.SECRETARY}:
        return []
    to: Address = Holders(Role.SECRETARY) if item.raised_by == Raiser.SECRETARY else Contacts(item.raised_by)
    text = Text("your-item-carried", id=item.id, title=item.heading, day=meeting.day, new=moved.id, starts=starts)
    return [Message.of(to, text)]

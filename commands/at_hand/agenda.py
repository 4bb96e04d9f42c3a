"""The agenda that people talk about: that of the meeting going on, else of the next one; and its items in words."""

from dataclasses import dataclass, replace
from datetime import datetime

from commands.call import Call
from council.agenda import Agenda, Timed
from council.item import Item, Raiser
from council.meeting import Meeting
from council.people import CHAIR, COUNCIL, Person, Place
from council.plan import ReminderPlan
from council.text import Sharing, Text, Words
from storage.work import Work


@dataclass(frozen=True)
class AtHand:
    """A meeting and its agenda."""

    meeting: Meeting
    agenda: Agenda
    closes_at: datetime

    def is_closed(self, now: datetime) -> bool:
        """Say whether further items are for the meeting after."""
        return self.agenda.is_frozen or now >= self.closes_at

    def starting(self, item: Item) -> Timed:
        """Return an item with when it begins."""
        return next(each for each in self.agenda.timetable(self.meeting.starts_at) if each.item.slot == item.slot)

    def subject(self, item: Item) -> str:
        """Return what the journal calls an item."""
        return f"agenda:{self.meeting.number}:{item.slot}"


async def agenda_of(work: Work, meeting: Meeting, plan: ReminderPlan) -> AtHand:
    """Return a meeting with its agenda."""
    return AtHand(meeting, await work.agenda.of(meeting.number), plan.closes_at(meeting))


async def at_hand(call: Call) -> AtHand:
    """Return the meeting that is going on, else the next one, with its agenda.

    Raises:
        Refusal: none is planned.
    """
    return await agenda_of(call.work, await call.work.meetings.next(call.now), call.charter.plan)


async def following(call: Call, meeting: Meeting) -> AtHand | None:
    """Return the meeting after another, with its agenda, if one is planned."""
    after = await call.work.meetings.after(meeting)
    return await agenda_of(call.work, after, call.charter.plan) if after else None


def sees_all(call: Call) -> bool:
    """Say whether the council's own items may be shown here: in its rooms, and in its people's direct chats."""
    place = call.incoming.room.place
    return place in (Place.COUNCIL, Place.SECRETARIAT) or (place is Place.DIRECT and call.who.holds(COUNCIL))


def sharing_here(call: Call) -> Sharing:
    """Return how far an answer may go that shows what `sees_all` allows."""
    return Sharing.COUNCIL if sees_all(call) else Sharing.OPEN


def heading_for(call: Call, item: Item) -> Text | Words:
    """Return an item's title, or that there is one the open room is not shown."""
    return item.heading if item.sharing is Sharing.OPEN or sees_all(call) else Text("agenda-item-not-open")


def hand_of(who: Person) -> str:
    """Return how the journal names who did something: the organisation, else the office."""
    return who.organisation or (Raiser.CHAIR if who.holds(CHAIR) else Raiser.SECRETARY)


async def freeze(work: Work, meeting: Meeting, plan: ReminderPlan, now: datetime) -> AtHand:
    """Fix the agenda of a meeting: by command, or at the moment of its notice.

    Raises:
        Refusal: it is fixed already, or the meeting is held or called off.
    """
    hand = await agenda_of(work, meeting, plan)
    fixed = replace(hand, meeting=meeting.freeze(), agenda=hand.agenda.freeze(now))
    await work.meetings.save(fixed.meeting)
    await work.agenda.save(fixed.agenda)
    return fixed

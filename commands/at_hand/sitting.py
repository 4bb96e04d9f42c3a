"""A meeting as it is held: the one that is running, or that people are gathering for, with its record."""

from dataclasses import dataclass, replace
from datetime import datetime

from commands.at_hand.agenda import hand_of
from commands.call import Call
from council.agenda import Agenda
from council.attendance import BEFOREHAND, Quorum, quorum
from council.meeting import Meeting
from council.people import Organisation, Person, Place, Role
from council.proceedings import Act, Entry, Proceedings
from council.text import Line, Message, Refusal, Saying, Text
from storage.work import Work

VOTERS = frozenset({Role.MEMBER, Role.DEPUTY})
SPEAKERS = frozenset({Role.MEMBER, Role.DEPUTY, Role.CONTACT, Role.CO_OPTED})
STEPS = frozenset({Act.OPENED, Act.SKIPPED, Act.POSTPONED, Act.ENDED})
"""What takes a meeting on, from item to item."""


@dataclass(frozen=True)
class Sitting:
    """A meeting, its agenda, its record so far, and who takes part in the council."""

    meeting: Meeting
    agenda: Agenda
    proceedings: Proceedings
    organisations: tuple[Organisation, ...]

    @property
    def voting(self) -> tuple[Organisation, ...]:
        """Return the organisations that have a vote."""
        return tuple(each for each in self.organisations if each.votes)

    def quorum(self, at: datetime) -> Quorum:
        """Return the quorum at a moment."""
        return quorum(self.proceedings.present(at), self.organisations)

    def named(self, code: str) -> Organisation:
        """Return an organisation by its code.

        Raises:
            Refusal: there is none of that code.
        """
        found = next((each for each in self.organisations if each.code == code.upper()), None)
        if found is None:
            raise Refusal("organisation-unknown", code=code, codes=", ".join(each.code for each in self.organisations))
        return found


async def sitting_of(work: Work, meeting: Meeting) -> Sitting:
    """Return a meeting with its agenda and record."""
    return Sitting(
        meeting,
        await work.agenda.of(meeting.number),
        await work.records.of(meeting.number),
        tuple(await work.people.organisations()),
    )


async def running(work: Work) -> Sitting | None:
    """Return the meeting that is opened and not closed, however late it has become."""
    number = await work.records.running()
    return await sitting_of(work, await work.meetings.get(number)) if number else None


async def must_run(call: Call) -> Sitting:
    """Return the meeting that is running.

    Raises:
        Refusal: none is.
    """
    sitting = await running(call.work)
    if sitting is None:
        raise Refusal("sitting-none")
    return sitting


async def gathering(call: Call) -> Sitting | None:
    """Return the meeting that is running, else the one that is about to begin or going on by the clock."""
    sitting = await running(call.work)
    if sitting is not None:
        return sitting
    ahead = await call.work.meetings.ahead(call.now)
    if ahead and ahead[0].starts_at - BEFOREHAND <= call.now:
        return await sitting_of(call.work, ahead[0])
    return None


async def last_held(call: Call) -> Sitting:
    """Return the meeting that is running, else the last that has begun.

    Raises:
        Refusal: there has been none.
    """
    sitting = await running(call.work)
    if sitting is not None:
        return sitting
    begun = [each for each in await call.work.meetings.all() if not each.is_cancelled and each.starts_at <= call.now]
    if not begun:
        raise Refusal("decision-no-meeting")
    return await sitting_of(call.work, begun[-1])


async def write(call: Call, sitting: Sitting, act: Act, **told: str | datetime) -> Sitting:
    """Write an entry into the record, in the open item unless another is named; return the sitting with it.

    Args:
        told: `item`, `organisation`, `subject`, `words` of the entry; `at` if it does not hold from now.
    """
    blank = Entry(0, act, call.now, call.now, item=sitting.proceedings.current or "", person=call.who.user_id)
    return await add(call, sitting, replace(blank, origin=call.origin, **told))  # type: ignore[arg-type]


async def add(call: Call, sitting: Sitting, entry: Entry) -> Sitting:
    """Put an entry into the record."""
    _show(call, sitting, entry)
    proceedings, _ = sitting.proceedings.adding(entry)
    return await keep(call, replace(sitting, proceedings=proceedings))


async def strike(call: Call, sitting: Sitting, number: int) -> Sitting:
    """Strike an entry of the record."""
    for entry in sitting.proceedings.entries:
        if entry.number == number:
            _show(call, sitting, entry)
    return await keep(call, replace(sitting, proceedings=sitting.proceedings.striking(number, call.now)))


async def keep(call: Call, sitting: Sitting) -> Sitting:
    """Store the record as it now stands."""
    await call.work.records.save(sitting.proceedings)
    return sitting


def _show(call: Call, sitting: Sitting, entry: Entry) -> None:
    """Have the live agenda show how far the meeting is, where an entry changes that."""
    if entry.act in STEPS:
        call.work.agenda.changed.add(sitting.meeting.number)


def own_organisation(who: Person, roles: frozenset[Role] = SPEAKERS) -> str:
    """Return the code of the organisation that a person speaks for in one of some roles.

    Raises:
        Refusal: she speaks for none.
    """
    if who.organisation is None or not who.holds(roles):
        raise Refusal("attend-for-whom", example=Text("command-attend.example"))
    return who.organisation


def told(call: Call, *lines: Line, key: str | None = None) -> list[Saying]:
    """Say something in the council's room, and to whoever said it elsewhere."""
    if call.incoming.room.place is Place.COUNCIL:
        return [call.reply(*lines, key=key)]
    return [call.reply(*lines), Message(Place.COUNCIL, lines, key=key)]


async def journal(call: Call, what: str, meeting: Meeting, note: str | None = None) -> None:
    """Note in the journal what somebody did about a meeting."""
    await call.work.journal.write(call.now, hand_of(call.who), what, f"meeting:{meeting.number}", note)

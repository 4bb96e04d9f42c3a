"""A case that is taken up at a meeting: under the residents' item, or under one of its own."""

from dataclasses import replace

from commands.desk import Desk
from commands.posts.cases import label, to_resident
from council.agenda import Agenda
from council.case import Case
from council.item import Raiser
from council.meeting import Meeting
from council.text import Line, Refusal, Saying, Text

RESIDENTS_ITEM = "standing-residents"


async def for_residents_item(desk: Desk, case: Case) -> Case:
    """Queue a question for the residents' item of the next meeting; without a meeting it is a case like any other."""
    ahead = [each for each in await desk.work.meetings.ahead(desk.now) if each.starts_at > desk.now]
    for meeting in ahead:
        slot = residents_slot(await desk.work.agenda.of(meeting.number))
        if slot is not None:
            return replace(case, meeting=meeting.number, item=slot)
    return case


async def taken_up_told(desk: Desk, case: Case) -> tuple[Line, ...]:
    """Return what a resident is told of the meeting that takes her case up, if one does."""
    if case.meeting is None:
        return ()
    try:
        meeting = await desk.work.meetings.get(case.meeting)
    except Refusal:
        return ()
    return (Text("case-taken-up-at", starts=meeting.starts_at),)


async def residents_handed_over(desk: Desk, old: str, new: str) -> None:
    """Take up under another meeting's standing items what was to be taken up under those of one that is called off."""
    before, after = [await desk.work.agenda.of(each) for each in (old, new)]
    places = {item.standing: item.slot for item in after.running if item.standing}
    names: dict[int | None, str] = {item.slot: item.standing for item in before.running}
    for case in await desk.work.cases.at_meeting(old):
        place = places.get(names.get(case.item, ""), residents_slot(after))
        if place is not None:
            await desk.work.cases.save(replace(case, meeting=new, item=place))


async def unanswered_again(desk: Desk, held: Meeting) -> list[Saying]:
    """Take up at the next meeting what residents asked at one that is over and have no answer to; tell them so."""
    after = await desk.work.meetings.after(held)
    if after is None:
        return []
    old, new = [residents_slot(await desk.work.agenda.of(each.number)) for each in (held, after)]
    told: list[Saying] = []
    for case in await desk.work.cases.at_meeting(held.number):
        if new is None or case.item != old or not case.is_open or case.awaits is None:
            continue
        await desk.work.cases.save(replace(case, meeting=after.number, item=new))
        told += to_resident(case, Text("your-case-asked-again-at", label=label(desk, case), starts=after.starts_at))
    return told


def residents_slot(agenda: Agenda) -> int | None:
    """Return the place of the item under which residents' questions are dealt with, if the agenda has one."""
    found = (each.slot for each in agenda.running if each.standing == RESIDENTS_ITEM or each.raised_by == Raiser.DIGEST)
    return next(found, None)

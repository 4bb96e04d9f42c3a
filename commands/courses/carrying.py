"""An item that goes from one meeting's agenda to another's, with the cases that are taken up under it."""

from dataclasses import replace

from council.agenda import Agenda
from council.item import Item
from storage.work import Work


async def carry(
    work: Work, item: Item, source: Agenda, target: Agenda, *, queued: bool, is_left: bool = True
) -> tuple[Agenda, Agenda, Item]:
    """Return two agendas, to be stored, with an item moved from one to the other, and the item in its new place.

    Args:
        queued: it waits in the queue there; else it is numbered at once.
        is_left: whether it was left over, and is not let in early.
    """
    moved_on, moved = target.take(item, queued=queued, carried=f"{source.meeting} {item.id}" if is_left else "")
    for case in await work.cases.at_meeting(source.meeting):
        if case.item == item.slot:
            await work.cases.save(replace(case, meeting=target.meeting, item=moved.slot))
    return source.hand_over(item.id)[0], moved_on, moved

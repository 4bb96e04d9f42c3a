"""Those whose cases a meeting took up hear what it decided about them, once it is over and nothing is undone."""

from collections.abc import Sequence

from commands.at_hand.sitting import Sitting
from commands.desk import Desk
from commands.posts.cases import label, to_resident
from council.case import Case
from council.decision import Decision
from council.item import Item
from council.text import Fact, Line, Saying, Sharing, Text, Words


async def residents_told(desk: Desk, sitting: Sitting, decisions: Sequence[Decision]) -> list[Saying]:
    """Tell residents what was decided on the items of their cases; of a closed item only that something was."""
    told: list[Saying] = []
    for case in await desk.work.cases.at_meeting(sitting.meeting.number):
        item = next((each for each in sitting.agenda.items if each.slot == case.item), None)
        own = [each for each in decisions if item is not None and each.item in item.names]
        if item is not None and own:
            told += to_resident(case, *_lines(desk, case, item, own, sitting))
    return told


def _lines(desk: Desk, case: Case, item: Item, decisions: Sequence[Decision], sitting: Sitting) -> list[Line]:
    facts: dict[str, Fact] = {"label": label(desk, case), "held": sitting.meeting.starts_at}
    if item.sharing is not Sharing.OPEN:
        return [Text("decision-about-your-case-closed", **facts)]
    return [Text("decision-about-your-case", id=each.id, text=Words(each.text), **facts) for each in decisions]

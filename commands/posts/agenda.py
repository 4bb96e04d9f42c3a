"""The agenda in lines: the same in an answer, in the live post and on paper, as far as who reads it may know."""

from collections.abc import Iterable

from council.agenda import Agenda, Timed
from council.item import Item
from council.meeting import Meeting
from council.people import Organisation
from council.proceedings import Act, Proceedings
from council.text import Heading, Line, Sharing, Text, Words
from council.text import Item as Bullet


def facts_of(item: Item) -> dict[str, Text | str | int]:
    """Return the facts that the texts about an item share."""
    return {"id": item.id, "title": item.heading, "kind": item.kind.text, "minutes": item.minutes}


def agenda_lines(meeting: Meeting, agenda: Agenda, notes: "Notes", audience: Sharing) -> list[Line]:
    """Return the heading, the items with when each begins, and their sum."""
    timed = agenda.timetable(meeting.starts_at)
    lines: list[Line] = [Heading(Text("agenda-heading", meets_at=meeting.starts_at))]
    lines += [Bullet(item_line(each, notes, audience)) for each in timed]
    lines.append(Text("agenda-sum", items=len(timed), minutes=agenda.minutes))
    return lines


def item_line(timed: Timed, notes: "Notes", audience: Sharing) -> Text:
    """Return an item in one line; whom it is not for learns only that there is one."""
    item = timed.item
    is_told = item.sharing is Sharing.OPEN or audience is not Sharing.OPEN
    facts = facts_of(item) | {"title": item.heading if is_told else Text("agenda-item-not-open")}
    key = "agenda-line" if item.id else "agenda-line-unnumbered"
    line = Text(key, starts_at=timed.starts_at, raiser=item.raiser, **facts)
    for note in notes.of(item) if audience is not Sharing.OPEN else ():
        line = Text("agenda-line-with", line=line, note=note)
    return line


class Notes:
    """What the council is told of an item besides: where it comes from, who supports it, how far the meeting is."""

    def __init__(self, organisations: Iterable[Organisation] = (), proceedings: Proceedings | None = None) -> None:
        self._names = {each.code: each for each in organisations}
        self._proceedings = proceedings

    def of(self, item: Item) -> list[Text]:
        """Return what there is to say of an item."""
        found = [self._source(item), self._support(item), self._state(item)]
        return [each for each in found if each is not None]

    def _source(self, item: Item) -> Text | None:
        if item.carried:
            return Text("agenda-item-carried", meeting=item.carried)
        return Text("agenda-item-source", source=Words(item.source)) if item.source else None

    def _support(self, item: Item) -> Text | None:
        named = [self._names[each.organisation] for each in item.support if each.organisation in self._names]
        texts = tuple(Text("organisation-name", organisation=each) for each in named)
        return Text("agenda-item-support", organisations=texts) if texts else None

    def _state(self, item: Item) -> Text | None:
        record = self._proceedings
        if record is None or record.started_at is None or not item.id:
            return None
        if item.id == record.current:
            return Text("agenda-item-now")
        if item.id in {each.item for each in record.of(Act.SKIPPED, Act.POSTPONED)} - record.dealt_with():
            return Text("agenda-item-put-off")
        return Text("agenda-item-dealt-with") if item.id in record.dealt_with() else None

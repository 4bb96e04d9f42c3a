"""What happens at a meeting, written down as it happens, entry by entry. All that is known of it follows from these.

An entry is never changed: it is struck, and perhaps another one takes its place. So the record shows its own history.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from council.agenda import Agenda
from council.item import Item, Kind, Part
from council.text import Refusal

LONGEST_NOTE = 2_000
EARLY_START = timedelta(minutes=60)


class Act(Enum):
    """What an entry says."""

    STARTED = "started"
    CALLED = "called"
    ARRIVED = "arrived"
    LEFT = "left"
    ADJUSTER = "adjuster"
    OPENED = "opened"
    SKIPPED = "skipped"
    POSTPONED = "postponed"
    NOTED = "noted"
    RECUSED = "recused"
    DISSENTED = "dissented"
    BALLOT = "ballot"
    DECIDED = "decided"
    ASSIGNED = "assigned"
    PROMISED = "promised"
    ENDED = "ended"
    CORRECTED = "corrected"
    AGREED = "agreed"
    DECLINED = "declined"


@dataclass(frozen=True)
class Entry:
    """One thing that happened.

    Args:
        number: its place in the record, from 1, given once.
        at: the moment it holds for.
        noted_at: when it was written down.
        item: the id of the item it belongs to, if any.
        organisation: the code of the one it is about, if any.
        subject: what it made: D5, X4, L2, or the number of a ballot.
        words: the words of a note or a reservation.
        person: the Matrix ID of who wrote it down.
        struck_at: when it was undone or replaced.
    """

    number: int
    act: Act
    at: datetime
    noted_at: datetime
    item: str = ""
    organisation: str = ""
    subject: str = ""
    words: str = ""
    person: str | None = None
    origin: str = ""
    struck_at: datetime | None = None


@dataclass(frozen=True)
class Proceedings:
    """The record of one meeting. Every change returns a new one.

    Args:
        meeting: the number of its meeting.
        entries: all there ever were, the struck ones too, by number.
    """

    meeting: str
    entries: tuple[Entry, ...] = ()

    @property
    def standing(self) -> tuple[Entry, ...]:
        """Return the entries that hold, in the order of what they tell."""
        return tuple(sorted((each for each in self.entries if each.struck_at is None), key=_place))

    @property
    def started_at(self) -> datetime | None:
        """Return when the meeting was opened."""
        return next((each.at for each in self.of(Act.STARTED)), None)

    @property
    def ended_at(self) -> datetime | None:
        """Return when the meeting was closed."""
        return next((each.at for each in self.of(Act.ENDED)), None)

    @property
    def is_running(self) -> bool:
        """Whether the meeting is opened and not closed."""
        return self.started_at is not None and self.ended_at is None

    @property
    def is_called(self) -> bool:
        """Whether a roll has been called: before, nobody can say whether there is a quorum."""
        return bool(self.of(Act.CALLED))

    @property
    def adjuster(self) -> str | None:
        """Return the code of the organisation that is to adjust the minutes."""
        return next((each.organisation for each in reversed(self.of(Act.ADJUSTER))), None)

    @property
    def current(self) -> str | None:
        """Return the id of the item that is being dealt with."""
        at_hand = None
        for each in self.standing:
            if each.act is Act.OPENED:
                at_hand = each.item
            elif (each.act is Act.SKIPPED and each.item == at_hand) or each.act is Act.ENDED:
                at_hand = None
        return at_hand

    def of(self, *acts: Act) -> tuple[Entry, ...]:
        """Return the entries of some kinds that hold, in order."""
        return tuple(each for each in self.standing if each.act in acts)

    def about(self, item: str) -> tuple[Entry, ...]:
        """Return what holds about one item, in order."""
        return tuple(each for each in self.standing if each.item == item)

    def made_by(self, origin: str) -> Entry | None:
        """Return the entry that a message made, if it holds."""
        return next((each for each in reversed(self.standing) if each.origin and each.origin == origin), None)

    def present(self, at: datetime) -> frozenset[str]:
        """Return the codes of the organisations that are there at a moment."""
        there: set[str] = set()
        for each in self.of(Act.ARRIVED, Act.LEFT):
            if each.at <= at:
                (there.add if each.act is Act.ARRIVED else there.discard)(each.organisation)
        return frozenset(there)

    def spans(self, organisation: str, until: datetime) -> tuple[tuple[datetime, datetime], ...]:
        """Return from when until when an organisation was there, each time."""
        spans: list[tuple[datetime, datetime]] = []
        came: datetime | None = None
        for each in self.of(Act.ARRIVED, Act.LEFT):
            if each.organisation != organisation:
                continue
            if each.act is Act.ARRIVED and came is None:
                came = each.at
            elif each.act is Act.LEFT and came is not None:
                spans.append((came, each.at))
                came = None
        return tuple(spans if came is None else [*spans, (came, max(came, until))])

    def spent(self, until: datetime) -> dict[str, timedelta]:
        """Return how long each item has taken, by its id."""
        taken: dict[str, timedelta] = {}
        item, since = None, until
        for each in self.of(Act.OPENED, Act.SKIPPED, Act.ENDED):
            if item is not None and (each.act is not Act.SKIPPED or each.item == item):
                taken[item] = taken.get(item, timedelta()) + (each.at - since)
                item = None
            if each.act is Act.OPENED:
                item, since = each.item, each.at
        if item is not None:
            taken[item] = taken.get(item, timedelta()) + max(until - since, timedelta())
        return taken

    def dealt_with(self) -> frozenset[str]:
        """Return the ids of the items that were opened and not skipped since, or under which something was written."""
        dealt: set[str] = set()
        for each in self.standing:
            if each.act in (Act.SKIPPED, Act.POSTPONED):
                dealt.discard(each.item)
            elif each.item:
                dealt.add(each.item)
        return frozenset(dealt)

    def following(self, agenda: Agenda) -> Item | None:
        """Return the item that comes next: the first untouched one after the last opened, else the first untouched."""
        running = agenda.running
        touched = {each.item for each in self.of(Act.OPENED, Act.SKIPPED)}
        last = next((each.item for each in reversed(self.of(Act.OPENED))), None)
        here = next((index for index, item in enumerate(running) if item.id == last), -1)
        return next((item for item in (*running[here + 1 :], *running[: here + 1]) if item.id not in touched), None)

    def left_over(self, agenda: Agenda) -> tuple[Item, ...]:
        """Return the raised items that go to the next meeting: not dealt with, or not decided for want of a quorum.

        Where nobody led through the agenda, an item that asked for no decision counts as dealt with.
        """
        dealt = self.dealt_with()
        raised = [item for item in agenda.running if item.part is Part.RAISED]
        was_led = any(each.item in {item.id for item in raised} for each in self.of(Act.OPENED))
        put_off = {each.item for each in self.of(Act.SKIPPED, Act.POSTPONED)}
        return tuple(
            item
            for item in raised
            if item.id not in dealt and (was_led or item.id in put_off or item.kind is Kind.DECISION)
        )

    def adding(self, entry: Entry) -> tuple["Proceedings", Entry]:
        """Return the record with one more entry, and the entry with its number."""
        numbered = replace(entry, number=1 + max((each.number for each in self.entries), default=0))
        return replace(self, entries=(*self.entries, numbered)), numbered

    def striking(self, number: int, at: datetime) -> "Proceedings":
        """Return the record with an entry struck."""
        return replace(
            self,
            entries=tuple(replace(each, struck_at=at) if each.number == number else each for each in self.entries),
        )

    def last(self, person: str | None = None) -> Entry:
        """Return the entry written down last, by anybody or by one person.

        Raises:
            Refusal: there is none.
        """
        own = [each for each in self.entries if each.struck_at is None and person in (None, each.person)]
        if not own:
            raise Refusal("undo-nothing")
        return max(own, key=lambda each: each.number)


def fitting_note(words: str) -> str:
    """Return the words of a note or a reservation.

    Raises:
        Refusal: there are none, or too many.
    """
    words = words.strip()
    if not words:
        raise Refusal("note-words-missing")
    if len(words) > LONGEST_NOTE:
        raise Refusal("note-words-many", most=LONGEST_NOTE)
    return words


def times_lost(proceedings: Proceedings, voting: Iterable[str]) -> int:
    """Count how often a quorum was lost after the roll had been called."""
    codes = frozenset(voting)
    there: set[str] = set()
    called, was_met, lost = False, False, 0
    for each in proceedings.of(Act.ARRIVED, Act.LEFT, Act.CALLED, Act.ENDED):
        if each.act is Act.ENDED:
            break
        if each.act is Act.CALLED:
            called = True
        elif each.organisation in codes:
            (there.add if each.act is Act.ARRIVED else there.discard)(each.organisation)
        is_met = 2 * len(there) > len(codes)
        lost += called and was_met and not is_met
        was_met = called and is_met
    return lost


def _place(entry: Entry) -> tuple[datetime, int]:
    return entry.at, entry.number

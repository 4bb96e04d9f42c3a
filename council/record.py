"""What the public may know of a council. These values have no place for a person, and none for what is closed.

They hold numbers of things, days, organisations, figures, and words that were said in public or that the secretary
has released: never an account, a name, a room, a message or the moment at which a resident wrote. What is not open is
not taken out of them; it is never put in (council.publishing).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from council.action import Standing
from council.charter import Controller
from council.concern import Category
from council.decision import Votes
from council.item import Kind
from council.measures import Measures
from council.meeting import State as MeetingState
from council.people import Organisation
from council.promise import State as PromiseState
from council.promise import Tally
from council.steps import State as CaseState
from council.terms import Targets
from council.text import Line, Text, Words
from council.yearly import Year

NO_WORDS = Words()
NOTHING_PROMISED = Tally(0, 0, 0)


@dataclass(frozen=True)
class Body:
    """The council itself, as it is called and as it can be held to account.

    Args:
        names: language -> name.
        language: the one that the council works in, and that people's words in its record are in.
        zone: the IANA name of its time zone.
    """

    slug: str
    names: Mapping[str, str] = field(hash=False)
    language: str
    zone: str
    controller: Controller
    targets: Targets
    organisations: tuple[Organisation, ...] = ()

    def name(self, language: str) -> str:
        """Return its name in a language, else in its own."""
        return self.names.get(language) or self.names.get(self.language) or self.slug


@dataclass(frozen=True)
class Point:
    """An item of an agenda that everybody may know of.

    Args:
        title: in the raiser's words, or the name of a standing item.
        raised_by: an organisation, or the chair, the secretary and so on.
        begins_at: as planned.
    """

    id: str
    title: Text | Words
    kind: Kind
    minutes: int
    raised_by: Organisation | Text
    begins_at: datetime


@dataclass(frozen=True)
class Gathering:
    """A meeting, ahead or held.

    Args:
        number: what it is called for good: 2026-04.
        agenda: its open items.
        closed: how many items are for the council alone.
        is_fixed: whether the agenda will not change any more.
        items_close_at: until when items can be raised; None once the notice is out.
        minutes: what the public minutes say; empty until they are adjusted.
    """

    number: str
    starts_at: datetime
    ends_at: datetime
    state: MeetingState
    sequence: int
    scheduled_at: datetime
    agenda: tuple[Point, ...] = ()
    closed: int = 0
    is_fixed: bool = False
    items_close_at: datetime | None = None
    adjusted_on: date | None = None
    minutes: tuple[Line, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not be, or was not, held."""
        return self.state is MeetingState.CANCELLED


@dataclass(frozen=True)
class Resolve:
    """A decision on an open item, or one made between meetings.

    Args:
        meeting: the number of the meeting; empty between meetings.
        item: the id of the item: A8.
        is_final: whether the minutes that tell of it are adjusted.
        actions: the ids of what follows from it.
    """

    id: str
    meeting: str
    item: str
    text: Words
    made_on: date
    votes: Votes | None = None
    is_final: bool = False
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deed:
    """An action that follows from what is open.

    Args:
        owners: who is to do it, the first answering for it.
        sources: what it comes from: D2, L4, TR-2026-0031.
        late_days: how many days past its day it was done, or is today; 0 in time.
    """

    id: str
    what: Words
    owners: tuple[Organisation | Text, ...]
    due: date
    standing: Standing
    made_on: date
    sources: tuple[str, ...] = ()
    done_on: date | None = None
    late_days: int = 0


@dataclass(frozen=True)
class Pledge:
    """A promise that an organisation has made in public.

    Args:
        words: the evidence that it was kept, or the reason why not.
        case: the public name of the case that it answers.
        late_days: how many days past its day it is, unsettled.
        back_on: the day the problem came back.
    """

    id: str
    organisation: Organisation
    text: Words
    due: date
    state: PromiseState
    made_on: date
    settled_on: date | None = None
    words: Words = NO_WORDS
    case: str = ""
    late_days: int = 0
    back_on: date | None = None


@dataclass(frozen=True)
class Matter:
    """A resident's concern or question, in the words that the secretary has released.

    Args:
        label: TR-2026-0042.
        received_on: the day; the moment might tell who wrote.
        due_on: the day by which an answer was promised first.
        late_workdays: how many working days past that day the answer came, or has not come yet.
        promises: the ids of what was promised about it.
        ended_on: the day it was closed, in whatever way; None while it is open.
    """

    label: str
    category: Category
    area: str
    state: CaseState
    is_open: bool
    owner: Organisation | None
    received_on: date
    due_on: date
    summary: Words
    released_on: date
    changed_on: date
    answered_on: date | None = None
    answer: Words = NO_WORDS
    expected_on: date | None = None
    late_workdays: int = 0
    promises: tuple[str, ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True)
class Plea:
    """A change that the council asks of the board that set it up.

    Args:
        id: H2.
    """

    id: str
    text: Words
    made_on: date
    answer: Words = NO_WORDS
    answered_on: date | None = None


class Removed(Enum):
    """What kind of thing was taken out of the public record."""

    SHARED = "shared"
    CASE = "case"


@dataclass(frozen=True)
class Removal:
    """Something that was taken out of the public record. That it was is never taken out.

    Args:
        id: what it was called: I7, TR-2026-0042.
    """

    on: date
    kind: Removed
    id: str


@dataclass(frozen=True)
class Record:
    """All that the public may know, on a day.

    Args:
        ahead: the meetings that are not over, the next one first.
        held: those that are over or called off, the latest first.
        matters: the latest first.
        years: the latest first.
    """

    council: Body
    today: date
    ahead: tuple[Gathering, ...] = ()
    held: tuple[Gathering, ...] = ()
    decisions: tuple[Resolve, ...] = ()
    actions: tuple[Deed, ...] = ()
    promises: tuple[Pledge, ...] = ()
    kept: Tally = NOTHING_PROMISED
    matters: tuple[Matter, ...] = ()
    measures: Measures | None = None
    removals: tuple[Removal, ...] = ()
    pleas: tuple[Plea, ...] = ()
    years: tuple[Year, ...] = ()

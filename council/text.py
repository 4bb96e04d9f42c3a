"""What the bot has to say, before it is put into anybody's language.

A handler returns Messages made of Texts: a key of locales/*.ftl and the facts it needs.
No sentence that a person reads stands in Python.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from types import MappingProxyType
from typing import Union

from council.people import Address, Organisation, Place


class Words(str):
    """A person's own words: shown as they are, never read as markup, never as a mention."""

    __slots__ = ()


Fact = Union[str, int, date, datetime, time, Organisation, "Text", tuple["Text", ...]]


@dataclass(frozen=True, init=False)
class Text:
    """One sentence to say: its key in the locales and the facts that belong in it.

    A fact may itself be a Text ("discussion"), or a tuple of Texts, shown as a list "a, b and c".
    Datetimes are aware; they are shown on the wall clock of the council. An Organisation is
    shown by its name in the language of the reader.
    """

    key: str
    facts: Mapping[str, Fact]

    def __init__(self, key: str, **facts: Fact) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "facts", MappingProxyType(facts))

    def __hash__(self) -> int:
        return hash((self.key, tuple(sorted(self.facts))))


@dataclass(frozen=True)
class Heading:
    """A line that heads the lines below it."""

    text: Text


@dataclass(frozen=True)
class Item:
    """A line of a list."""

    text: Text


@dataclass(frozen=True)
class Quote:
    """Somebody's words, quoted as a block of their own."""

    words: str


Line = Text | Heading | Item | Quote


class Sharing(Enum):
    """How far something may be told.

    OWN is what concerns the very person it is told to, and stands outside the ladder.
    """

    OPEN = "open"
    COUNCIL = "council"
    SECRETARIAT = "secretariat"
    OWN = "own"


CEILING: Mapping[Place, frozenset[Sharing]] = MappingProxyType(
    {
        Place.OPEN: frozenset({Sharing.OPEN}),
        Place.COUNCIL: frozenset({Sharing.OPEN, Sharing.COUNCIL}),
        Place.SECRETARIAT: frozenset({Sharing.OPEN, Sharing.COUNCIL, Sharing.SECRETARIAT}),
        Place.OPERATORS: frozenset({Sharing.OPEN}),
        Place.DIRECT: frozenset({Sharing.OPEN, Sharing.OWN}),
    }
)
"""What may be said in each kind of room. A direct chat with a member may hold more: see people.may_hear."""


@dataclass(frozen=True)
class Message:
    """Something to say somewhere.

    Args:
        to: whom or where to; an Address that the bot resolves to a room.
        sharing: how far the content may be told; a room below that class is refused.
        key: a name for the post, so that later ones may edit it, stand in its thread or remove it.
        edits: the key of the post that this one replaces in place.
        thread: the key of the post whose thread this one stands in.
        leads_to: the key of a post in the council's room that this one has a link to; it waits for that post.
        reply: whether the post answers the very event that caused it (shown as a reply).
        pinned: pin the post in its room.
        mentions: Matrix IDs that are to be notified.
        case: the number of the case whose words it may hold; sealed under that case's key until sent.
        slot: hold the post to the next slot of the council's room, so that its moment
            does not betray who wrote to the bot a minute before.
        quiet: does not ring where it arrives.
    """

    to: Address
    lines: tuple[Line, ...]
    sharing: Sharing = Sharing.COUNCIL
    key: str | None = None
    edits: str | None = None
    thread: str | None = None
    leads_to: str | None = None
    reply: bool = False
    pinned: bool = False
    mentions: tuple[str, ...] = ()
    case: int | None = None
    slot: bool = False
    quiet: bool = False

    @classmethod
    def of(cls, to: Address, *lines: Line, sharing: Sharing = Sharing.COUNCIL) -> "Message":
        """Return a plain message of some lines."""
        return cls(to=to, lines=tuple(lines), sharing=sharing)


@dataclass(frozen=True)
class Removal:
    """Take back a post of our own, named by its key, or somebody's event, where we have the power.

    Args:
        to: the room it stands in.
        key: the key of our own post; or
        event: the Matrix event ID of anybody's.
    """

    to: Address
    key: str | None = None
    event: str | None = None


@dataclass(frozen=True)
class Unpinning:
    """Take a post of ours, named by its key, off the wall of its room. The post itself stays."""

    to: Address
    key: str


@dataclass(frozen=True)
class Reaction:
    """Answer an event with a reaction. Never the only answer: screen readers cannot use them."""

    to: Address
    event: str
    symbol: str


@dataclass(frozen=True)
class Poll:
    """A question that clients show with buttons. Never the only way to answer: not all clients show it.

    Args:
        answers: the id that an answer comes back as, and its words.
        key: a name for it, so that answers can be understood and it can be closed.
    """

    to: Address
    question: Text
    answers: tuple[tuple[str, Text], ...]
    key: str
    sharing: Sharing = Sharing.COUNCIL


@dataclass(frozen=True)
class PollEnd:
    """Close a poll of ours, named by its key, with a line that says how it ended."""

    to: Address
    key: str
    result: Text
    sharing: Sharing = Sharing.COUNCIL


@dataclass(frozen=True)
class Admission:
    """Invite somebody into a room of the council's."""

    to: Address
    person: str


@dataclass(frozen=True)
class Dismissal:
    """Close a room of the council's to somebody."""

    to: Address
    person: str


class Format(Enum):
    """The kinds of file that a document can be."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True)
class Document:
    """Lines as a file, to keep or to print.

    Args:
        name: of the file, without the ending.
    """

    to: Address
    name: str
    title: Text
    lines: tuple[Line, ...]
    format: Format
    sharing: Sharing = Sharing.COUNCIL


@dataclass(frozen=True)
class Invitation:
    """A meeting as a file that calendars open.

    Args:
        uid: the same for good, whatever becomes of the meeting.
        sequence: goes up with each change.
        stamp: when it was last decided.
        zone: the IANA name of the time zone that the wall time was decided in.
        organiser: a mail address; calendars ask for one.
    """

    to: Address
    name: str
    uid: str
    sequence: int
    stamp: datetime
    starts: datetime
    ends: datetime
    zone: str
    title: Text
    words: Text
    organiser: str
    is_cancelled: bool = False
    sharing: Sharing = Sharing.OPEN


class Tone(Enum):
    """What a part of a bar means to whoever draws it; never told by colour alone."""

    EARLIEST = "earliest"
    EARLIER = "earlier"
    LATEST = "latest"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True)
class Bar:
    """One bar of a chart.

    Args:
        counts: one for each part; none where there is nothing to draw.
        value: what stands at its end.
    """

    label: Text
    counts: tuple[int, ...]
    value: Text


@dataclass(frozen=True)
class Chart:
    """Figures as a picture of bars, with all it shows in words beside it.

    Args:
        name: of the file, without the ending.
        note: n and the period.
        parts: what each part of a bar stands for.
    """

    to: Address
    name: str
    title: Text
    note: Text
    parts: tuple[tuple[Text, Tone], ...]
    bars: tuple[Bar, ...]
    sharing: Sharing = Sharing.COUNCIL


@dataclass(frozen=True)
class YearBook:
    """The yearly report as files, made of the public record and of nothing else."""

    to: Address
    year: int
    sharing: Sharing = Sharing.OPEN


@dataclass(frozen=True)
class Photo:
    """A resident's picture, painted anew, in the thread of its case.

    Args:
        name: of the file; ours, and not what its sender called it.
        thread, key, case: as in Message.
    """

    to: Address
    name: str
    mimetype: str
    data: bytes = field(repr=False)
    thread: str
    key: str
    case: int
    sharing: Sharing = Sharing.SECRETARIAT


Cell = str | int | None


@dataclass(frozen=True)
class Sheet:
    """Rows of plain values, for other programs: becomes name.csv and name.json.

    Args:
        columns: their names, in code words.
        rows: as many values in each as there are columns; moments as ISO 8601 in UTC.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Bundle:
    """Documents and sheets as one archive, with a manifest and checksums.

    Args:
        name: of the archive, without the ending.
        made_at: stands in the manifest and on every file.
        facts: what the manifest says of it besides: the council, the period.
    """

    to: Address
    name: str
    made_at: datetime
    documents: tuple[Document, ...]
    sheets: tuple[Sheet, ...]
    facts: Mapping[str, str] = field(hash=False)
    sharing: Sharing = Sharing.COUNCIL


@dataclass(frozen=True)
class Letter:
    """The same by e-mail, to those who take part and are not in the chat. Nothing above the class council.

    Args:
        organisation: whose people it goes to; everybody's if none is named.
        enclosed: what goes with it.
        case: the number of the case whose words it may hold; sealed under that case's key until sent.
    """

    subject: Text
    lines: tuple[Line, ...]
    organisation: str | None = None
    enclosed: tuple[Document | Invitation, ...] = ()
    case: int | None = None


Saying = (
    Message
    | Removal
    | Unpinning
    | Reaction
    | Admission
    | Dismissal
    | Poll
    | PollEnd
    | Document
    | Invitation
    | Photo
    | Chart
    | YearBook
    | Bundle
    | Letter
)


@dataclass(eq=False)
class Refusal(Exception):
    """A rule says no. The person is told why, what would be right, and nothing has been changed."""

    text: Text = field(init=False)
    more: tuple[Line, ...] = field(init=False)

    def __init__(self, key: str, *more: Line, **facts: Fact) -> None:
        super().__init__(key)
        self.text = Text(key, **facts)
        self.more = more

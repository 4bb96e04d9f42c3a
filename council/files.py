"""What the bot has to say as files: documents, calendar entries, pictures, archives; and by letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from council.lines import Line, Sharing, Text
from council.people import Address


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

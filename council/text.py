"""What the bot has to say, before it is put into anybody's language.

A handler returns Messages made of Texts: a key of locales/*.ftl and the facts it needs.
No sentence that a person reads stands in Python. The sentences themselves are in `lines`, files in `files`;
whoever speaks finds all of it here.
"""

from dataclasses import dataclass

from council.files import Bar, Bundle, Cell, Chart, Document, Format, Invitation, Letter, Photo, Sheet, Tone, YearBook
from council.lines import CEILING, Fact, Heading, Item, Line, Quote, Refusal, Sharing, Text, Words
from council.people import Address

__all__ = [
    "CEILING",
    "Admission",
    "Bar",
    "Bundle",
    "Cell",
    "Chart",
    "Dismissal",
    "Document",
    "Fact",
    "Format",
    "Heading",
    "Invitation",
    "Item",
    "Letter",
    "Line",
    "Message",
    "Photo",
    "Poll",
    "PollEnd",
    "Quote",
    "Reaction",
    "Refusal",
    "Removal",
    "Saying",
    "Sharing",
    "Sheet",
    "Text",
    "Tone",
    "Unpinning",
    "Words",
    "YearBook",
]


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

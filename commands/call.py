"""What a handler is given: what somebody said, when, and the open transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from council.charter import Charter
from council.people import Here, Person, Room
from council.picture import Attached
from council.text import Line, Message, Sharing

if TYPE_CHECKING:
    from commands.reading.catalogue import Catalogue
    from storage.work import Work


class Kind(Enum):
    """The ways a person can say something to the bot."""

    MESSAGE = "message"
    EDIT = "edit"
    REMOVAL = "removal"
    REACTION = "reaction"
    VOTE = "vote"
    FILE = "file"
    JOINED = "joined"


@dataclass(frozen=True)
class Incoming:
    """One thing somebody said, after the wire's oddities have been taken off it.

    Args:
        event: its Matrix event ID.
        at: the server's time of it, in UTC, never later than now and never before the last sync.
        body: the words, without reply fallback; a reaction's symbol; a vote's answers, one a line.
        target: the event that it replies to, edits, removes, reacts to or votes in.
        thread: the root event of the thread it stands in.
        trusted: whether it surely comes from the sender: in an encrypted room, that it was decrypted
            and sent by a device known as hers.
        replied: whose words the person answered, when `target` is a reply and the words are at hand.
        linked: of a command with a link to a message in a room of the council's: that message's words, likewise.
        file: what came with the message, of a FILE; None if it is malformed.
    """

    event: str
    room: Room
    sender: str
    at: datetime
    kind: Kind
    body: str
    target: str | None = None
    thread: str | None = None
    trusted: bool = True
    replied: str | None = None
    linked: str | None = None
    file: Attached | None = None


@dataclass(frozen=True)
class Setting:
    """One setting of the council's, as it is shown.

    Args:
        name: its path in the settings file: targets.answer_workdays.
        value: as it stands now.
        usual: its default; "-" where it has none.
    """

    name: str
    value: str
    usual: str


class Rulebook(Protocol):
    """Knows the council's settings: what they are called, how they stand and what they may be."""

    def settings(self, stored: Mapping[str, Any]) -> list[Setting]:
        """Return every setting that can be changed in chat, in the order of the file."""
        ...

    def changed(self, stored: Mapping[str, Any], name: str, typed: str) -> dict[str, Any]:
        """Return what is to be stored once a setting is something else.

        Raises:
            Refusal: there is no such setting, or it cannot be that.
        """
        ...

    def charter(self, stored: Mapping[str, Any]) -> Charter:
        """Return what the rest of the program goes by."""
        ...


@dataclass(frozen=True)
class Call:
    """One call of a handler.

    Args:
        now: the moment that counts: when the person said it.
        origin: an opaque name of the message that began this: the same for a command, its edits and
            its removal, so that a handler can find what the first one made. Holds no Matrix ID.
        language: of the person, else of the room, else of the council.
        rulebook: where the council's settings are.
    """

    incoming: Incoming
    now: datetime
    who: Person
    work: "Work"
    charter: Charter
    catalogue: "Catalogue"
    origin: str
    language: str
    rulebook: "Rulebook"

    def reply(self, *lines: Line, sharing: Sharing = Sharing.COUNCIL, key: str | None = None) -> Message:
        """Answer in the room the person spoke in, in the thread she spoke in if any."""
        return Message(to=Here(), lines=tuple(lines), sharing=sharing, key=key, reply=True)

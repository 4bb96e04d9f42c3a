"""What one sync response brought, as plain values: no type of the Matrix library gets past here.

A Batch is handled in one transaction, in this order:

    async with database.work(council) as work:
        batch = await record(work, batch, now)   # bot.matrix.record: rooms, replays, the sync token
        ... batch.rooms, then each of batch.events in a savepoint of its own ...

`record` commits nothing itself, so effects and token stand or fall together. It returns the batch again because only
the database knows whether a message that looks good was sent once before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from council.people import Place


class Kind(Enum):
    """What sort of thing a person did in a room. Names agree with commands.call.Said where both have one."""

    MESSAGE = "message"
    """A typed line or lines: `body`; `target` is the message it replies to, `thread` the root of its thread."""
    EDIT = "edit"
    """`body` replaces the text of `target`. Only the original's sender may: compare before you obey."""
    REMOVAL = "removal"
    """`target` was redacted, by its sender or by a moderator."""
    REACTION = "reaction"
    """`body` is the key (an emoji, as a rule), `target` what it is about."""
    VOTE = "vote"
    """`choices` are the ids of the answers chosen (none: the vote is taken back), `target` is the poll."""
    FILE = "file"
    """A picture, sound, film or file; `body` is its name or caption. Never a command."""
    UNREADABLE = "unreadable"
    """Encrypted with a key that we do not have (yet). Do not claim the event: it may come again, readable."""
    LOST = "lost"
    """It was UNREADABLE and its key has not come in time: its chat is to be told, once, and it will not come again."""


class Doubt(Enum):
    """Why an event must not be obeyed, though it stands in the room."""

    IN_CLEAR = "in_clear"
    """Not encrypted, in an encrypted room. Clients never encrypt reactions and removals, so those always have it."""
    UNKNOWN_DEVICE = "unknown_device"
    """Encrypted by a device that is not known as one of the sender's."""
    REPLAYED = "replayed"
    """The very ciphertext was delivered before, as another event."""
    UNREADABLE = "unreadable"
    """We could not read it."""
    NEW_DEVICE = "new_device"
    """From a device of an office holder that nobody has confirmed. Decided by the dispatcher, not in bot.matrix."""


@dataclass(frozen=True)
class Device:
    """The device that an encrypted event was sent from, as the sender's own keys prove it.

    Args:
        device_id: the name its homeserver knows it by.
        fingerprint: its Ed25519 key, which a person can compare; what a pin holds on to.
        identity: public master key of the identity that vouches for the device, if one does.
        vouches_back: whether the device itself has signed that identity: its owner's doing, not the homeserver's.
    """

    device_id: str
    fingerprint: str
    identity: str | None = None
    vouches_back: bool = False


@dataclass(frozen=True)
class Attachment:
    """A file that somebody sent, and what it takes to fetch and open it.

    Args:
        mxc: where it lies, mxc://server/name.
        name: what its sender called it; never to be used as a path.
        mimetype: what its sender says it is.
        size: how many bytes its sender says it has; None if not said.
        key: 32 bytes, if it is encrypted; likewise `iv`, 16 bytes, and `sha256`, of what lies there.
        caption: the words that stand below it; empty where there is only its name.
    """

    mxc: str
    name: str
    mimetype: str
    size: int | None = None
    key: bytes | None = field(default=None, repr=False)
    iv: bytes | None = field(default=None, repr=False)
    sha256: bytes | None = None
    caption: str = ""


@dataclass(frozen=True)
class Seal:
    """Which message of which encryption session an event was: the same seal twice is a replay."""

    sender_key: str
    session_id: str
    index: int


@dataclass(frozen=True)
class Arrived:
    """One thing that somebody else did in a room that we are in. Own events and notices never get here.

    Args:
        event: Matrix event ID, the key to claim.
        room_id: Matrix room ID.
        sender: full Matrix ID, as vouched for by the homeserver and, if `encrypted`, by the device's keys.
        server_ms: the sender's homeserver's time in milliseconds; nothing forces it to be true.
        kind: what sort of thing.
        body: see Kind; fallbacks of replies are cut off, and it can be stored (no NUL, no half surrogates).
        target: event ID that it is about, see Kind.
        thread: event ID of the root of the thread that it stands in.
        choices: answers of a VOTE.
        encrypted: whether this event came encrypted and was read.
        device: the device it came from, where that is proved.
        seal: its place in its encryption session.
        doubt: why it must not be obeyed; None for what may be.
        replied: of a reply that begins with "!": the words that it answers, where they are at hand.
        linked: of a command with a link into a room of the council's: the words that it leads to, likewise.
        file: of a FILE: how to fetch it.
        raw: of an UNREADABLE: the event as it came, to be tried again.
    """

    event: str
    room_id: str
    sender: str
    server_ms: int
    kind: Kind
    body: str = ""
    target: str | None = None
    thread: str | None = None
    choices: tuple[str, ...] = ()
    encrypted: bool = False
    device: Device | None = None
    seal: Seal | None = None
    doubt: Doubt | None = None
    replied: str | None = None
    linked: str | None = None
    file: Attachment | None = None
    raw: Mapping[str, Any] | None = field(default=None, repr=False)

    @property
    def trusted(self) -> bool:
        """Whether it may be obeyed as its sender's, as far as Matrix can tell."""
        return self.doubt is None


class Change(Enum):
    """What happened to a room."""

    INVITED = "invited"
    """We are invited by `user`; whether to accept is decided in bot.matrix, nothing need be done."""
    JOINED = "joined"
    """We are in. `user` is whose direct chat it is, if `place` is DIRECT."""
    LEFT = "left"
    """We are out: left, kicked or banned (`banned`) by `user`, who may be ourselves."""
    ENCRYPTED = "encrypted"
    """From now on, and for ever, encrypted."""
    MEMBER = "member"
    """`user` is now `membership` ("join", "invite", "leave", "ban")."""
    CROWDED = "crowded"
    """A third person is in what was a direct chat: it is one no longer, and we leave it."""
    CLOSED = "closed"
    """The room was upgraded by somebody with the power to; `replacement` takes its place once we are in."""
    MOVED = "moved"
    """`replacement` is now the room; our own number of it stays the same."""


@dataclass(frozen=True)
class RoomChange:
    """Something that happened to a room itself.

    Args:
        room_id: Matrix room ID.
        kind: what happened.
        user: see Change.
        membership: new membership of `user`, for MEMBER.
        place: what kind of room it is to the council, for INVITED and JOINED.
        banned: whether we may not come back, for LEFT.
        replacement: the room that follows, for CLOSED and MOVED.
        event: Matrix event ID of the change, where there is one: a key to claim.
        server_ms: as in Arrived; 0 where there is none.
    """

    room_id: str
    kind: Change
    user: str | None = None
    membership: str | None = None
    place: Place | None = None
    banned: bool = False
    replacement: str | None = None
    event: str | None = None
    server_ms: int = 0

    @property
    def direct(self) -> bool:
        """Whether it is about a direct chat."""
        return self.place is Place.DIRECT


@dataclass(frozen=True)
class Stranger:
    """A device of our own account that is not ours.

    Args:
        device: the name that the homeserver knows it by.
        is_signed: whether our identity vouches for it: then whoever uses it has the recovery key.
    """

    device: str
    is_signed: bool


@dataclass(frozen=True)
class Batch:
    """One sync response, gaps filled, oldest first within each room.

    Args:
        next_batch: the token to go on from once all of this is committed.
        rooms: what happened to rooms.
        events: what people did.
        cleared: event IDs that were UNREADABLE and need wait no longer.
        age: how often our encryption store had changed by then.
        strangers: devices of our own account that are not ours, as far as they were not told of before.
    """

    next_batch: str
    rooms: tuple[RoomChange, ...] = ()
    events: tuple[Arrived, ...] = field(default=())
    cleared: tuple[str, ...] = ()
    age: int = 0
    strangers: tuple[Stranger, ...] = ()

    @property
    def holds_something(self) -> bool:
        """Whether there is anything in it to deal with, beside how far we have read."""
        return bool(self.rooms or self.events or self.cleared or self.strangers)

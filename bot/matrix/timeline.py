"""From a room's events, oldest first, to what people did and what became of the room."""

from collections.abc import Iterable, Sequence

from bot.matrix.batch import Arrived, Change, Device, Doubt, Kind, RoomChange
from bot.matrix.book import Book
from bot.matrix.cipher import Cipher, Opened
from bot.matrix.events import Deed, Envelope, an_id, deed
from bot.matrix.media import attachment
from bot.matrix.quoted import Quoted
from council.people import Place

ENCRYPTED = "m.room.encrypted"
RULES = frozenset({"m.room.encryption", "m.room.history_visibility"})
MEMBERSHIPS = frozenset({"join", "invite", "leave", "ban", "knock"})


class Timeline:
    """Reads rooms' events, in order, in the light of what is known of the rooms."""

    def __init__(self, cipher: Cipher, book: Book, quoted: Quoted) -> None:
        self._cipher = cipher
        self._book = book
        self._quoted = quoted

    def changes(self, room_id: str, events: Iterable[Envelope]) -> list[RoomChange]:
        """Return what state events make of a room that we are in, and note it at once.

        Closing by an upgrade is left out: whether to believe it takes asking (upgrade.py).
        """
        return [change for event in events for change in self._change(room_id, event)]

    async def read(self, room_id: str, events: Sequence[Envelope]) -> tuple[list[RoomChange], list[Arrived]]:
        """Return what became of a room and what people did there, from events that count as new.

        Raises:
            Trouble: a writer's devices could not be asked for; nothing is lost if all is read again.
        """
        changes: list[RoomChange] = []
        before_encryption: set[str] = set()
        read: list[Envelope] = []
        for event in events:
            read.append(event)
            found = self._change(room_id, event)
            changes += found
            if not self._book.is_encrypted(room_id):
                before_encryption.add(event.event)
            if any(change.kind is Change.CROWDED for change in found):
                # From here on a third person may have written, or made somebody write.
                break
        return changes, await self._deeds(room_id, read, before_encryption)

    async def _deeds(self, room_id: str, events: Sequence[Envelope], before_encryption: set[str]) -> list[Arrived]:
        theirs = [event for event in events if event.sender != self._book.user_id and event.state_key is None]
        opened = {event.event: self._cipher.open(room_id, event.content) for event in theirs if event.type == ENCRYPTED}
        writers = {event.sender for event in theirs if opened.get(event.event) is not None}
        if writers:
            await self._cipher.learn(writers)
        arrived = (
            self._sealed(room_id, event, opened[event.event])
            if event.type == ENCRYPTED
            # A homeserver, or who breaks into it, can write in anybody's name what is not encrypted.
            else self._in_clear(room_id, event, None if event.event in before_encryption else Doubt.IN_CLEAR)
            for event in theirs
        )
        return await self._quoted.fill([each for each in arrived if each is not None])

    def _change(self, room_id: str, event: Envelope) -> list[RoomChange]:
        if event.type in RULES and event.state_key == "":
            self._cipher.note_rules(room_id)
        if event.type == "m.room.encryption" and event.state_key == "":
            return self._encrypted(room_id, event)
        if event.type == "m.room.member" and event.state_key != self._book.user_id:
            return self._member(room_id, event)
        return []

    def _sealed(self, room_id: str, event: Envelope, opened: Opened | None) -> Arrived | None:
        if opened is None:
            return Arrived(
                event.event,
                room_id,
                event.sender,
                event.server_ms,
                Kind.UNREADABLE,
                doubt=Doubt.UNREADABLE,
                raw=event.raw,
            )
        done = deed(opened.type, opened.content, {})
        if done is None:
            return None
        device = self._cipher.device_of(event.sender, opened)
        return _assembled(room_id, event, done, opened, device, None if device else Doubt.UNKNOWN_DEVICE)

    def _in_clear(self, room_id: str, event: Envelope, doubt: Doubt | None) -> Arrived | None:
        done = deed(event.type, event.content, event.raw)
        if done is None:
            return None
        return _assembled(room_id, event, done, None, None, doubt)

    def _encrypted(self, room_id: str, event: Envelope) -> list[RoomChange]:
        # T3: from this very moment, whatever may fail below.
        self._book.joined[room_id].encrypted = True
        return [RoomChange(room_id, Change.ENCRYPTED, event=event.event, server_ms=event.server_ms)]

    def _member(self, room_id: str, event: Envelope) -> list[RoomChange]:
        user, membership = an_id("@", event.state_key), event.content.get("membership")
        if user is None or not isinstance(membership, str) or membership not in MEMBERSHIPS:
            return []
        self._cipher.note_member(room_id, user, membership)
        found = [
            RoomChange(
                room_id, Change.MEMBER, user, membership=membership, event=event.event, server_ms=event.server_ms
            )
        ]
        entry = self._book.joined[room_id]
        if entry.place is Place.DIRECT and membership in ("join", "invite") and user != entry.person:
            found.append(RoomChange(room_id, Change.CROWDED, user, event=event.event, server_ms=event.server_ms))
        return found


def _assembled(
    room_id: str, event: Envelope, done: Deed, opened: Opened | None, device: Device | None, doubt: Doubt | None
) -> Arrived:
    return Arrived(
        event=event.event,
        room_id=room_id,
        sender=event.sender,
        server_ms=event.server_ms,
        kind=done.kind,
        body=done.body,
        target=done.target,
        thread=done.thread,
        choices=done.choices,
        encrypted=opened is not None,
        device=device,
        seal=opened.seal if opened else None,
        doubt=doubt,
        file=attachment(opened.content if opened else event.content) if done.kind is Kind.FILE else None,
    )

"""Which encrypted messages were seen, and which devices of office holders are trusted.

Seals are never pruned: a session is accepted for as long as its key is kept, and so could be its messages again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Integer, String, bindparam, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable

AT_ONCE = 200
"""Rows in one statement, well below what SQLite binds."""


class SealRow(CouncilTable):
    """One message of one encryption session, and the opaque name of the event that it was."""

    __tablename__ = "seals"

    sender_key: Mapped[str] = mapped_column(String(64), primary_key=True)
    session_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    event: Mapped[str] = mapped_column(String(32))


class PinRow(CouncilTable):
    """One device of an office holder: one that the holder is known by, or one that waits to be confirmed."""

    __tablename__ = "pins"

    user_id: Mapped[str] = mapped_column(String(255), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    pinned_at: Mapped[datetime]
    device: Mapped[str] = mapped_column(String(255), server_default="")
    identity: Mapped[str | None] = mapped_column(String(64))
    confirmed: Mapped[bool] = mapped_column(server_default=true())


class OwnDeviceRow(CouncilTable):
    """The bot's own device as it was last at work."""

    __tablename__ = "own_device"

    device: Mapped[str] = mapped_column(String(255))
    fingerprint: Mapped[str] = mapped_column(String(64))
    identity: Mapped[str] = mapped_column(String(64))
    age: Mapped[int] = mapped_column(Integer)


@dataclass(frozen=True)
class Pin:
    """A device of an office holder.

    Args:
        fingerprint: its Ed25519 key.
        device: the name that its homeserver knows it by.
        identity: the public master key that vouched for it, if any did.
        confirmed: whether its holder is known by it; else it waits to be confirmed.
    """

    user_id: str
    fingerprint: str
    device: str = ""
    identity: str | None = None
    confirmed: bool = True


@dataclass(frozen=True)
class OwnDevice:
    """The bot's own device.

    Args:
        identity: our public master key: what people compare.
        age: how often its encryption store had changed; one that is younger is a restored copy.
    """

    device: str
    fingerprint: str
    identity: str
    age: int

    @property
    def shown(self) -> str:
        """The identity as people compare it."""
        return in_groups(self.identity)


Position = tuple[str, str, int]
"""Sender key, session ID, index."""


class Devices:
    """What one council's bot remembers of other people's devices."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def first_seen(self, events: Mapping[Position, str]) -> set[Position]:
        """Note messages of encryption sessions, and return those that are, or always were, the event given.

        Args:
            events: position in a session -> opaque name of the event that it arrived as.
        """
        rows = [
            {"council": self._council, "sender_key": key, "session_id": session, "position": index, "event": event}
            for (key, session, index), event in events.items()
        ]
        good: set[Position] = set()
        for start in range(0, len(rows), AT_ONCE):
            good |= await self._note(rows[start : start + AT_ONCE])
        for position in events.keys() - good:
            if await self._event_of(position) == events[position]:
                good.add(position)
        return good

    async def pins(self, user_id: str) -> list[Pin]:
        """Return the devices of an office holder, those that wait to be confirmed as well; none before the first."""
        rows = await self._session.scalars(
            select(PinRow)
            .where(PinRow.council == self._council, PinRow.user_id == user_id)
            .order_by(PinRow.pinned_at, PinRow.fingerprint)
        )
        return [_pin(row) for row in rows]

    async def unconfirmed(self) -> list[Pin]:
        """Return every device that waits to be confirmed, the longest waiting first."""
        rows = await self._session.scalars(
            select(PinRow)
            .where(PinRow.council == self._council, PinRow.confirmed.is_(False))
            .order_by(PinRow.pinned_at, PinRow.fingerprint)
        )
        return [_pin(row) for row in rows]

    async def pin(self, pin: Pin, at: datetime) -> None:
        """Know somebody by one more device, or note one that waits to be confirmed."""
        await self._session.merge(
            PinRow(
                council=self._council,
                user_id=pin.user_id,
                fingerprint=pin.fingerprint,
                pinned_at=at,
                device=pin.device,
                identity=pin.identity,
                confirmed=pin.confirmed,
            )
        )
        await self._session.flush()

    async def unpin(self, user_id: str, fingerprint: str) -> None:
        """Know somebody by that device no longer."""
        row = await self._session.get(PinRow, (self._council, user_id, fingerprint))
        if row is not None:
            await self._session.delete(row)
            await self._session.flush()

    async def own(self) -> OwnDevice | None:
        """Return the bot's own device, or None before its first start."""
        row = await self._session.get(OwnDeviceRow, self._council)
        return OwnDevice(row.device, row.fingerprint, row.identity, row.age) if row else None

    async def be(self, own: OwnDevice) -> None:
        """Note which device the bot has."""
        await self._session.merge(OwnDeviceRow(council=self._council, **asdict(own)))
        await self._session.flush()

    async def grow(self, age: int) -> None:
        """Note the age of the bot's encryption store."""
        connection = await self._session.connection()
        await connection.execute(_GROW, {"the_council": self._council, "age": age})

    async def _note(self, rows: Sequence[Mapping[str, object]]) -> set[Position]:
        insert = postgresql.insert if self._session.get_bind().dialect.name == "postgresql" else sqlite.insert
        noted = (
            insert(SealRow)
            .values(rows)
            .on_conflict_do_nothing()
            .returning(SealRow.sender_key, SealRow.session_id, SealRow.position)
        )
        return {(key, session, index) for key, session, index in await self._session.execute(noted)}

    async def _event_of(self, position: Position) -> str | None:
        return await self._session.scalar(
            select(SealRow.event).where(
                SealRow.council == self._council,
                SealRow.sender_key == position[0],
                SealRow.session_id == position[1],
                SealRow.position == position[2],
            )
        )


_OWN_DEVICE = OwnDeviceRow.metadata.tables[OwnDeviceRow.__tablename__]
# Built once: it is carried out for each batch.
_GROW = (
    update(_OWN_DEVICE)
    .where(_OWN_DEVICE.c.council == bindparam("the_council"), _OWN_DEVICE.c.age < bindparam("age"))
    .values(age=bindparam("age"))
)


def _pin(row: PinRow) -> Pin:
    return Pin(row.user_id, row.fingerprint, row.device, row.identity, row.confirmed)


def in_groups(fingerprint: str) -> str:
    """Return a fingerprint as people compare it: in groups of four."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))

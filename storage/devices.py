"""Which encrypted messages were seen, and which devices of office holders are trusted.

Seals are never pruned: a session is accepted for as long as its key is kept, and so could be its messages again.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Integer, String, select
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
    """One device that an office holder is known by."""

    __tablename__ = "pins"

    user_id: Mapped[str] = mapped_column(String(255), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    pinned_at: Mapped[datetime]


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

    async def pins(self, user_id: str) -> set[str]:
        """Return the fingerprints that somebody is known by; empty before the first."""
        found = await self._session.scalars(
            select(PinRow.fingerprint).where(PinRow.council == self._council, PinRow.user_id == user_id)
        )
        return set(found)

    async def pin(self, user_id: str, fingerprint: str, at: datetime) -> None:
        """Know somebody by one more device."""
        await self._session.merge(PinRow(council=self._council, user_id=user_id, fingerprint=fingerprint, pinned_at=at))

    async def unpin(self, user_id: str, fingerprint: str) -> None:
        """Know somebody by that device no longer."""
        row = await self._session.get(PinRow, (self._council, user_id, fingerprint))
        if row is not None:
            await self._session.delete(row)

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

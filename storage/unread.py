"""Encrypted messages that could not be read yet: kept, sealed, until their key comes or they are given up.

A message that was given up stays as a name for a while, so that its chat is told once and not for each message.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, LargeBinary, String, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable
from storage.seal import Vault


class UnreadRow(CouncilTable):
    """One message, by the opaque name of its event."""

    __tablename__ = "unread"

    event: Mapped[str] = mapped_column(String(32), primary_key=True)
    room: Mapped[int] = mapped_column(Integer)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    since: Mapped[datetime]
    told_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Unread:
    """A message that waits for its key.

    Args:
        room_id: Matrix ID of its room.
        raw: the event as the homeserver gave it.
    """

    room_id: str
    raw: dict[str, Any]


class Unreads:
    """What one council's bot could not read yet."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def add(self, event: str, room: int, unread: Unread, at: datetime) -> None:
        """Keep a message, if it is not kept already."""
        name = self._name(event)
        if await self._session.get(UnreadRow, (self._council, name)) is None:
            content = self._vault.own.seal({"room_id": unread.room_id, "raw": unread.raw})
            self._session.add(UnreadRow(council=self._council, event=name, room=room, content=content, since=at))

    async def waiting(self) -> list[Unread]:
        """Return what waits, the oldest first."""
        rows = await self._session.scalars(
            select(UnreadRow.content)
            .where(UnreadRow.council == self._council, UnreadRow.content.is_not(None))
            .order_by(UnreadRow.since, UnreadRow.event)
        )
        return [Unread(**self._vault.own.open(content)) for content in rows if content]

    async def count(self) -> int:
        """Return how many messages wait."""
        return len(await self.waiting())

    async def forget(self, events: Iterable[str]) -> None:
        """Keep messages no longer: they have been read, or do not concern us any more."""
        names = [self._name(event) for event in events]
        if names:
            await self._session.execute(
                delete(UnreadRow).where(UnreadRow.council == self._council, UnreadRow.event.in_(names))
            )

    async def give_up(self, event: str, at: datetime) -> None:
        """Note that a message will not be read, and that its room knows."""
        await self._session.flush()
        await self._session.execute(
            update(UnreadRow)
            .where(UnreadRow.council == self._council, UnreadRow.event == self._name(event))
            .values(content=None, told_at=at)
        )

    async def is_told(self, room: int, since: datetime) -> bool:
        """Whether a room was told, since some moment, that something in it could not be read."""
        found = await self._session.scalar(
            select(UnreadRow.event)
            .where(UnreadRow.council == self._council, UnreadRow.room == room, UnreadRow.told_at >= since)
            .limit(1)
        )
        return found is not None

    async def prune(self, before: datetime) -> None:
        """Forget what was given up long ago."""
        await self._session.execute(
            delete(UnreadRow).where(UnreadRow.council == self._council, UnreadRow.told_at < before)
        )

    def _name(self, event: str) -> str:
        return self._vault.name("event", event)

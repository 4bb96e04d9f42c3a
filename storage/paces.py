"""How fast somebody writes: so many messages in one minute, under an opaque name, kept for an hour."""

from datetime import datetime

from sqlalchemy import Integer, String, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable
from storage.seal import Vault


class PaceRow(CouncilTable):
    """How many messages somebody has sent in one minute."""

    __tablename__ = "paces"

    contact: Mapped[str] = mapped_column(String(32), primary_key=True)
    minute: Mapped[datetime] = mapped_column(primary_key=True)
    messages: Mapped[int] = mapped_column(Integer)


class Paces:
    """How fast one council's residents write."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def count(self, person: str, at: datetime) -> int:
        """Count a message; return how many there have been in its minute, this one too."""
        minute = at.replace(second=0, microsecond=0)
        name = self._vault.name("contact", self._council, person)
        row = await self._session.get(PaceRow, (self._council, name, minute))
        if row is None:
            row = PaceRow(council=self._council, contact=name, minute=minute, messages=0)
            self._session.add(row)
        row.messages += 1
        await self._session.flush()
        return row.messages

    async def prune(self, before: datetime) -> None:
        """Forget what was counted before a moment."""
        await self._session.execute(delete(PaceRow).where(PaceRow.council == self._council, PaceRow.minute < before))

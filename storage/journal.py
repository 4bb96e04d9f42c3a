"""Who did what and when: appended in the transaction of the change itself. No words of people, no residents."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Identity, Index, Integer, String, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import Table


class JournalRow(Table):
    """One entry."""

    __tablename__ = "journal"
    __table_args__ = (Index(None, "council", "subject"),)

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(80))
    what: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(String(400))


@dataclass(frozen=True)
class Entry:
    """What happened.

    Args:
        who: "bot", a role ("resident", "secretary") or an organisation's code; never a resident's name.
        what: a verb and noun in code words, as "case-assigned".
        subject: what it happened to, as "case:42" or "meeting:2026-04".
        note: further code words; never a person's words.
    """

    at: datetime
    who: str
    what: str
    subject: str
    note: str | None = None


class Journal:
    """One council's journal: it can be added to and read, nothing else."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def write(self, at: datetime, who: str, what: str, subject: str, note: str | None = None) -> None:
        """Append an entry."""
        await self._session.execute(
            insert(JournalRow).values(council=self._council, at=at, who=who, what=what, subject=subject, note=note)
        )

    async def about(self, subject: str) -> list[Entry]:
        """Return all that happened to something, the oldest first."""
        rows = await self._session.scalars(
            select(JournalRow)
            .where(JournalRow.council == self._council, JournalRow.subject == subject)
            .order_by(JournalRow.number)
        )
        return [Entry(row.at, row.who, row.what, row.subject, row.note) for row in rows]

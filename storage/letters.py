"""Those who take part by e-mail, and the letters to them until they are sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Identity, Index, Integer, LargeBinary, String, Text, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable, Table
from storage.seal import Key

NEW, SENT, DEAD = "new", "sent", "dead"


class CorrespondentRow(CouncilTable):
    """Somebody who takes part by e-mail. The address is an office holder's, never a resident's."""

    __tablename__ = "correspondents"

    address: Mapped[str] = mapped_column(String(254), primary_key=True)
    organisation: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(16))


class LetterRow(Table):
    """One letter. Its words are sealed and go when it has been sent."""

    __tablename__ = "letters"
    __table_args__ = (Index(None, "council", "state"),)

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(64), unique=True)
    address: Mapped[str] = mapped_column(String(254))
    case: Mapped[int | None] = mapped_column("case_number", Integer)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    queued_at: Mapped[datetime]
    not_before: Mapped[datetime]
    tries: Mapped[int] = mapped_column(Integer, default=0)
    state: Mapped[str] = mapped_column(String(8), default=NEW)
    reason: Mapped[str | None] = mapped_column(Text)


@dataclass(frozen=True)
class Correspondent:
    """Somebody who takes part by e-mail."""

    address: str
    organisation: str
    language: str


@dataclass(frozen=True)
class Posted:
    """One letter to one person.

    Args:
        name: always the same for the same letter, so that whoever gets it twice sees it once.
        content: subject, body and files.
    """

    name: str
    address: str
    content: dict[str, Any]
    queued_at: datetime
    case: int | None = None


class Letters:
    """The e-mail of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def correspondents(self, organisation: str | None = None) -> list[Correspondent]:
        """Return who takes part by e-mail, for one organisation or all."""
        query = select(CorrespondentRow).where(CorrespondentRow.council == self._council)
        if organisation is not None:
            query = query.where(CorrespondentRow.organisation == organisation)
        rows = await self._session.scalars(query.order_by(CorrespondentRow.organisation, CorrespondentRow.address))
        return [Correspondent(row.address, row.organisation, row.language) for row in rows]

    async def take_in(self, correspondent: Correspondent) -> None:
        """Let somebody take part by e-mail."""
        await self._session.merge(
            CorrespondentRow(
                council=self._council,
                address=correspondent.address,
                organisation=correspondent.organisation,
                language=correspondent.language,
            )
        )
        await self._session.flush()

    async def let_go(self, address: str) -> bool:
        """Let somebody take part by e-mail no longer, and what is still to be sent there go; say whether she did."""
        row = await self._session.get(CorrespondentRow, (self._council, address))
        if row is None:
            return False
        await self._session.delete(row)
        await self._session.execute(
            delete(LetterRow).where(
                LetterRow.council == self._council, LetterRow.address == address, LetterRow.state == NEW
            )
        )
        return True

    async def add(self, posted: Iterable[Posted], keys: dict[int | None, Key]) -> None:
        """Queue letters.

        Args:
            keys: case number (or None) -> the key to seal the words under.
        """
        rows = [
            {
                "council": self._council,
                "name": each.name,
                "address": each.address,
                "case": each.case,
                "content": keys[each.case].seal(each.content),
                "queued_at": each.queued_at,
                "not_before": each.queued_at,
            }
            for each in posted
        ]
        if rows:
            await self._session.execute(insert(LetterRow), rows)

    async def waiting(self, now: datetime, limit: int = 20) -> list[LetterRow]:
        """Return letters that may be sent now, the oldest first."""
        rows = await self._session.scalars(
            select(LetterRow)
            .where(LetterRow.council == self._council, LetterRow.state == NEW, LetterRow.not_before <= now)
            .order_by(LetterRow.number)
            .limit(limit)
        )
        return list(rows)

    async def next_moment(self) -> datetime | None:
        """Return when the earliest letter may be sent."""
        moment: datetime | None = await self._session.scalar(
            select(func.min(LetterRow.not_before)).where(LetterRow.council == self._council, LetterRow.state == NEW)
        )
        return moment

    async def sent(self, number: int) -> None:
        """Note that a letter has been taken, and let its words go."""
        await self._settle(number, state=SENT, content=None, case=None)

    async def dead(self, number: int, reason: str) -> None:
        """Note that a letter will never be taken, and let its words go."""
        await self._settle(number, state=DEAD, content=None, case=None, reason=reason)

    async def later(self, number: int, tries: int, not_before: datetime, reason: str) -> None:
        """Note that a letter was not taken yet."""
        await self._settle(number, tries=tries, not_before=not_before, reason=reason)

    async def prune(self, before: datetime) -> None:
        """Forget letters that were dealt with long ago."""
        await self._session.execute(
            delete(LetterRow).where(
                LetterRow.council == self._council, LetterRow.state != NEW, LetterRow.queued_at < before
            )
        )

    async def _settle(self, number: int, **what: Any) -> None:
        await self._session.execute(update(LetterRow).where(LetterRow.number == number).values(**what))

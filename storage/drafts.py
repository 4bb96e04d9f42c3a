"""Drafts: words that nobody but their writer has seen. Sealed, and gone without a trace when they lapse."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Identity, Integer, LargeBinary, String, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.concern import Category, Draft, Holding
from storage.schema import Table
from storage.seal import Vault


class DraftRow(Table):
    """One draft. Its words and its writer are sealed together under the installation's key."""

    __tablename__ = "drafts"

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64), index=True)
    contact: Mapped[str] = mapped_column(String(32), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    language: Mapped[str] = mapped_column(String(16))
    category: Mapped[str] = mapped_column(String(32))
    area: Mapped[str | None] = mapped_column(String(80))
    why: Mapped[str] = mapped_column(String(16))
    origin: Mapped[str | None] = mapped_column(String(64))
    written_at: Mapped[datetime]


@dataclass(frozen=True)
class Written:
    """A draft with what only the storage may tell of it.

    Args:
        person: the Matrix ID of its writer.
        origin: the opaque name of the message it was written in.
    """

    draft: Draft
    person: str
    origin: str | None = None


class Drafts:
    """The drafts of one council's residents."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def add(self, written: Written) -> Draft:
        """Store a new draft and return it with its number."""
        row = DraftRow(council=self._council, contact=self._contact(written.person))
        self._fill(row, written)
        self._session.add(row)
        await self._session.flush()
        return self._written(row).draft

    async def save(self, written: Written) -> None:
        """Store a changed draft."""
        row = await self._session.get(DraftRow, written.draft.number)
        if row is not None and row.council == self._council:
            self._fill(row, written)
            await self._session.flush()

    async def get(self, number: int) -> Written | None:
        """Return a draft, if it is still there."""
        row = await self._session.get(DraftRow, number)
        return self._written(row) if row and row.council == self._council else None

    async def unconfirmed(self, person: str) -> Written | None:
        """Return the newest draft that waits for somebody's own yes."""
        found = [each for each in await self.of(person) if each.draft.why is Holding.UNCONFIRMED]
        return found[-1] if found else None

    async def of(self, person: str) -> list[Written]:
        """Return somebody's drafts, the oldest first."""
        return await self._where(DraftRow.contact == self._contact(person))

    async def held(self) -> list[Written]:
        """Return the drafts that wait for the secretary after a flood, the oldest first."""
        return await self._where(DraftRow.why == Holding.FLOOD.value)

    async def count_held(self) -> int:
        """Return how many drafts wait for the secretary."""
        query = select(func.count()).select_from(DraftRow)
        query = query.where(DraftRow.council == self._council, DraftRow.why == Holding.FLOOD.value)
        return await self._session.scalar(query) or 0

    async def remove(self, numbers: Iterable[int]) -> None:
        """Keep nothing of some drafts."""
        await self._session.execute(
            delete(DraftRow).where(DraftRow.council == self._council, DraftRow.number.in_(list(numbers)))
        )

    async def lapse(self, before: datetime) -> int:
        """Delete the drafts written before a moment that nobody has confirmed; return how many."""
        lapsed = await self._where(DraftRow.written_at < before)
        await self.remove(each.draft.number for each in lapsed)
        return len(lapsed)

    async def oldest(self) -> datetime | None:
        """Return when the oldest draft was written."""
        at: datetime | None = await self._session.scalar(
            select(DraftRow.written_at).where(DraftRow.council == self._council).order_by(DraftRow.written_at).limit(1)
        )
        return at

    async def _where(self, *conditions: object) -> list[Written]:
        query = select(DraftRow).where(DraftRow.council == self._council, *conditions)  # type: ignore[arg-type]
        return [self._written(row) for row in await self._session.scalars(query.order_by(DraftRow.number))]

    def _fill(self, row: DraftRow, written: Written) -> None:
        draft = written.draft
        row.sealed = self._vault.own.seal([draft.words, written.person])
        row.language, row.category, row.area = draft.language, draft.category.value, draft.area
        row.why, row.origin, row.written_at = draft.why.value, written.origin, draft.written_at

    def _written(self, row: DraftRow) -> Written:
        words, person = self._vault.own.open(row.sealed)
        draft = Draft(
            number=row.number,
            words=words,
            language=row.language,
            category=Category(row.category),
            area=row.area,
            why=Holding(row.why),
            written_at=row.written_at,
        )
        return Written(draft, person, row.origin)

    def _contact(self, person: str) -> str:
        return self._vault.name("contact", self._council, person)

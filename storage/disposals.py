"""Destroying records, and the list of what was destroyed: a kind, a number and a decision, never whose or what.

A row says that something was destroyed in the database; `cleaned_at` says since when no file holds it any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Identity, Integer, Select, String, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from council.disposal import Disposable, Rule
from council.share import State as ShareState
from council.steps import OPEN, State
from storage.case_keys import CaseKeyRow
from storage.cases import CaseRow
from storage.chain import moment
from storage.journal import Journal, JournalRow
from storage.letters import LetterRow
from storage.outbox import NEW, OutboxRow
from storage.passages import PassageRow
from storage.pictures import PictureRow
from storage.reporters import ReporterRow
from storage.schema import Table
from storage.shares import ShareRow

_WORDS_OF_SHARES = ("text", "proposed", "folded")
LIVE = {state.value for state in (*OPEN, State.RESOLVED)}


class DisposalRow(Table):
    """That records of a kind were destroyed."""

    __tablename__ = "disposals"

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(16))
    count: Mapped[int] = mapped_column(Integer)
    reference: Mapped[str] = mapped_column(String(200))
    cleaned_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Disposal:
    """That records of a kind were destroyed.

    Args:
        reference: the decision, or whose wish it was.
        cleaned_at: since when no file holds them; None while a file may.
    """

    at: datetime
    kind: str
    count: int
    reference: str
    cleaned_at: datetime | None


class Disposals:
    """What one council has destroyed, and may destroy."""

    def __init__(self, session: AsyncSession, council: str, journal: Journal) -> None:
        self._session = session
        self._council = council
        self._journal = journal

    async def due(self, rule: Rule) -> list[int]:
        """Return the numbers of what a rule lets be destroyed now: cases, shared information or journal entries."""
        return list(await self._session.scalars(self._query(rule)))

    async def carry_out(self, rule: Rule, now: datetime) -> int:
        """Destroy what a rule lets be destroyed; return how many records that was."""
        numbers = await self.due(rule)
        if not numbers:
            return 0
        match rule.kind:
            case Disposable.IDENTITY:
                await self._unlink(numbers, now)
            case Disposable.CASE_TEXT:
                await self._unlink(numbers, now)
                await self._destroy_words(numbers)
            case Disposable.SHARED:
                await self._session.execute(
                    update(ShareRow)
                    .where(ShareRow.council == self._council, ShareRow.number.in_(numbers))
                    .values(**dict.fromkeys(_WORDS_OF_SHARES, ""), state=ShareState.WITHDRAWN.value, changed_at=now)
                )
            case Disposable.JOURNAL:
                await self._journal.dispose(rule.before)
        await self._note(rule.kind.value, len(numbers), rule.reference, now)
        return len(numbers)

    async def wished(self, kind: str, count: int, now: datetime) -> None:
        """Note that records were destroyed because the person they were about wished so."""
        await self._note(kind, count, "wish", now)

    async def uncleaned(self) -> int:
        """Return how many disposals there are that a file may still hold something of."""
        query = select(DisposalRow.number).where(DisposalRow.council == self._council, DisposalRow.cleaned_at.is_(None))
        return len((await self._session.scalars(query)).all())

    async def cleaned(self, now: datetime) -> None:
        """Note that no file holds anything of what was destroyed until now."""
        await self._session.execute(
            update(DisposalRow)
            .where(DisposalRow.council == self._council, DisposalRow.cleaned_at.is_(None))
            .values(cleaned_at=now)
        )

    async def all(self) -> Sequence[Disposal]:
        """Return all that was destroyed, the oldest first."""
        rows = await self._session.scalars(
            select(DisposalRow).where(DisposalRow.council == self._council).order_by(DisposalRow.number)
        )
        return [Disposal(row.at, row.kind, row.count, row.reference, row.cleaned_at) for row in rows]

    def _query(self, rule: Rule) -> Select[int]:
        original = aliased(CaseRow)
        lives_on = select(original.number).where(
            original.council == CaseRow.council, original.number == CaseRow.same_as, original.state.in_(LIVE)
        )
        settled = (
            CaseRow.council == self._council,
            CaseRow.state.not_in(LIVE),
            CaseRow.since < rule.before,
            # Whoever raised the same thing hears of the case that speaks for hers.
            ~lives_on.exists(),
        )
        match rule.kind:
            case Disposable.IDENTITY:
                return select(CaseRow.number).where(*settled, CaseRow.unlinked_at.is_(None)).order_by(CaseRow.number)
            case Disposable.CASE_TEXT:
                has_key = (CaseKeyRow.council == CaseRow.council) & (CaseKeyRow.case == CaseRow.number)
                return select(CaseRow.number).join(CaseKeyRow, has_key).where(*settled).order_by(CaseRow.number)
            case Disposable.SHARED:
                has_words = or_(*(getattr(ShareRow, name) != "" for name in _WORDS_OF_SHARES))
                return (
                    select(ShareRow.number)
                    .where(ShareRow.council == self._council, ShareRow.at < rule.before, has_words)
                    .order_by(ShareRow.number)
                )
            case Disposable.JOURNAL:
                return select(JournalRow.step).where(
                    JournalRow.council == self._council, JournalRow.at < moment(rule.before)
                )

    async def _unlink(self, cases: list[int], now: datetime) -> None:
        await self._session.execute(
            delete(ReporterRow).where(ReporterRow.council == self._council, ReporterRow.case.in_(cases))
        )
        await self._session.execute(
            update(CaseRow).where(CaseRow.council == self._council, CaseRow.number.in_(cases)).values(unlinked_at=now)
        )

    async def _destroy_words(self, cases: list[int]) -> None:
        """Destroy the keys of cases, and delete what they open: words, pictures, letters, what was about to be said."""
        for table in (CaseKeyRow, PassageRow, PictureRow, LetterRow):
            await self._session.execute(delete(table).where(table.council == self._council, table.case.in_(cases)))
        await self._session.execute(
            delete(OutboxRow).where(
                OutboxRow.council == self._council, OutboxRow.case.in_(cases), OutboxRow.state == NEW
            )
        )

    async def _note(self, kind: str, count: int, reference: str, now: datetime) -> None:
        self._session.add(DisposalRow(council=self._council, at=now, kind=kind, count=count, reference=reference[:200]))
        await self._session.flush()
        await self._journal.write(now, "bot", "disposed", f"retention:{kind}", f"{count} {reference}"[:400])

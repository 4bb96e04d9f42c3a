"""Months of cases that have been counted: kept until one of their cases changes, in the same transaction.

Numbers only. What they are counted from stays, and is counted anew whenever there is no number.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.count import Count, Span
from storage.councils import CouncilRow
from storage.schema import CouncilTable


class CountRow(CouncilTable):
    """One month, in which no case is open.

    Args:
        basis: what it was counted by; by another, it does not hold.
        marks: what is told, which of it, of how many cases, the number of the first.
    """

    __tablename__ = "case_counts"

    since: Mapped[datetime] = mapped_column(primary_key=True)
    until: Mapped[datetime]
    basis: Mapped[str] = mapped_column(String(100))
    marks: Mapped[list[Any]] = mapped_column(JSON)


class Counts:
    """The months of one council that have been counted."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def kept(self, basis: str) -> Mapping[Span, Count]:
        """Return the months that were counted by a basis and have not changed since."""
        query = select(CountRow.since, CountRow.until, CountRow.marks).where(
            CountRow.council == self._council, CountRow.basis == basis
        )
        return {
            (since, until): Count({(what, which): (times, first) for what, which, times, first in marks})
            for since, until, marks in await self._session.execute(query)
        }

    async def alone(self) -> None:
        """Let no other transaction change a case until this one ends. Comes before a case is read to be counted."""
        await self._session.execute(_COUNCIL.with_for_update(), {"council": self._council})

    async def keep(self, month: Span, basis: str, count: Count) -> None:
        """Keep a month's count. No case of it may be open, for time alone changes what is told of those."""
        since, until = month
        await self._session.execute(
            delete(CountRow).where(CountRow.council == self._council, CountRow.since < until, CountRow.until > since)
        )
        marks = [[*mark, *times] for mark, times in count.marks.items()]
        row = {"council": self._council, "since": since, "until": until, "basis": basis, "marks": marks}
        await self._session.execute(insert(CountRow), [row])

    async def forget(self, received_at: datetime) -> None:
        """Let go of the month in which a case was received that has changed, after whoever counts it now."""
        await self._session.execute(_COUNCIL.with_for_update(read=True), {"council": self._council})
        await self._session.execute(
            delete(CountRow).where(
                CountRow.council == self._council, CountRow.since <= received_at, CountRow.until > received_at
            )
        )


# SQLite has one writer, and nothing to lock.
_COUNCIL = select(CouncilRow.slug).where(CouncilRow.slug == bindparam("council"))

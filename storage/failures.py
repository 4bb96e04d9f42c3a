"""Events that a bug kept us from handling: never skipped in silence, never with a person's words."""

from datetime import datetime

from sqlalchemy import Identity, Integer, String, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import Table


class FailureRow(Table):
    """One event or due item that failed."""

    __tablename__ = "failures"

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    reference: Mapped[str] = mapped_column(String(16))
    cause: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(80))
    place: Mapped[str] = mapped_column(String(200))


class Failures:
    """What one council's bot could not do."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def add(self, at: datetime, reference: str, cause: str, kind: str, place: str) -> None:
        """Note a failure.

        Args:
            reference: what the person is told, so that the operator can find this row.
            cause: the claim key of what failed.
            kind: the exception's type.
            place: file and line; never a value.
        """
        await self._session.execute(
            insert(FailureRow).values(
                council=self._council, at=at, reference=reference, cause=cause, kind=kind, place=place
            )
        )

    async def count(self) -> int:
        """Return how many there are."""
        counted = select(func.count()).select_from(FailureRow).where(FailureRow.council == self._council)
        return await self._session.scalar(counted) or 0

"""When the secretary is away and nobody stands in."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable


class AbsenceRow(CouncilTable):
    """The secretary is away from one day to another, both counted."""

    __tablename__ = "absences"

    first: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[date]


@dataclass(frozen=True)
class Absence:
    """The secretary is away from one day to another, both counted."""

    first: date
    last: date


class Absences:
    """When one council's secretary is away."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def on(self, day: date) -> Absence | None:
        """Return the absence that a day falls in, if it does."""
        row: AbsenceRow | None = await self._session.scalar(
            select(AbsenceRow)
            .where(AbsenceRow.council == self._council, AbsenceRow.first <= day, AbsenceRow.last >= day)
            .order_by(AbsenceRow.last.desc())
            .limit(1)
        )
        return Absence(row.first, row.last) if row else None

    async def note(self, absence: Absence) -> None:
        """Note that the secretary will be away; what overlaps with it is replaced."""
        await self.forget(absence.first, absence.last)
        self._session.add(AbsenceRow(council=self._council, first=absence.first, last=absence.last))
        await self._session.flush()

    async def forget(self, first: date, last: date | None = None) -> bool:
        """Forget what overlaps with some days, or ends later than a day; say whether there was anything."""
        overlaps = [AbsenceRow.council == self._council, AbsenceRow.last >= first]
        if last is not None:
            overlaps.append(AbsenceRow.first <= last)
        found = await self._session.scalar(select(AbsenceRow.first).where(*overlaps).limit(1))
        await self._session.execute(delete(AbsenceRow).where(*overlaps))
        return found is not None

"""How often somebody was sent on at once, to 112 or the police's tip line. A count a day, and nothing else."""

from datetime import date

from sqlalchemy import Integer, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable

DANGER, TIP = "112", "tip"


class ReferralRow(CouncilTable):
    """How many in one day, of one kind."""

    __tablename__ = "referrals"

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    times: Mapped[int] = mapped_column(Integer)


class Referrals:
    """How often one council's bot has sent somebody on."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def count(self, kind: str, day: date) -> None:
        """Add one."""
        row = await self._session.get(ReferralRow, (self._council, day, kind))
        if row is None:
            row = ReferralRow(council=self._council, day=day, kind=kind, times=0)
            self._session.add(row)
        row.times += 1
        await self._session.flush()

    async def between(self, first: date, last: date) -> int:
        """Return how many there were from one day to another, both counted."""
        query = select(func.sum(ReferralRow.times)).where(
            ReferralRow.council == self._council, ReferralRow.day >= first, ReferralRow.day <= last
        )
        return await self._session.scalar(query) or 0

    async def by_day(self) -> dict[date, int]:
        """Return how many there were on each day that had any."""
        query = select(ReferralRow.day, func.sum(ReferralRow.times)).where(ReferralRow.council == self._council)
        rows = await self._session.execute(query.group_by(ReferralRow.day))
        return {row[0]: row[1] for row in rows}

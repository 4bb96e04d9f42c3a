"""What the council asks of the board."""

from datetime import datetime

from sqlalchemy import Integer, String, Text, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.petition import Petition
from council.text import Refusal
from storage.schema import CouncilTable


class PetitionRow(CouncilTable):
    """One change that the board is asked for."""

    __tablename__ = "petitions"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    origin: Mapped[str] = mapped_column(String(64))


class Petitions:
    """The petitions of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def next_number(self) -> int:
        """Return the number of the next one."""
        query = select(func.max(PetitionRow.number)).where(PetitionRow.council == self._council)
        return 1 + (await self._session.scalar(query) or 0)

    async def get(self, number: int) -> Petition:
        """Return one.

        Raises:
            Refusal: there is none of that number.
        """
        row = await self._session.get(PetitionRow, (self._council, number))
        if row is None:
            raise Refusal("petition-unknown", id=f"H{number}")
        return _petition(row)

    async def made_by(self, origin: str) -> Petition | None:
        """Return the one that a message made."""
        query = select(PetitionRow).where(PetitionRow.council == self._council, PetitionRow.origin == origin)
        row = await self._session.scalar(query)
        return _petition(row) if row else None

    async def all(self) -> list[Petition]:
        """Return every one, the oldest first."""
        query = select(PetitionRow).where(PetitionRow.council == self._council).order_by(PetitionRow.number)
        return [_petition(row) for row in await self._session.scalars(query)]

    async def save(self, petition: Petition) -> None:
        """Store one as it now stands, whether new or known."""
        await self._session.merge(PetitionRow(council=self._council, **vars(petition)))
        await self._session.flush()


def _petition(row: PetitionRow) -> Petition:
    return Petition(row.number, row.text, row.asked_at, row.answer, row.answered_at, row.withdrawn_at, row.origin)

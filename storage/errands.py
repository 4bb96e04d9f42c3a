"""Heavy work that was put off: what was said is kept sealed until it has been carried out, and then not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Identity, Integer, LargeBinary, String, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import Table
from storage.seal import Vault

DONE, FAILED, GONE = "done", "failed", "gone"
REMEMBERED = timedelta(days=30)
"""For so long it is known that something was carried out, or could not be."""


class Ended(Exception):
    """Somebody else has brought it to an end meanwhile."""


class ErrandRow(Table):
    """One thing that was put off."""

    __tablename__ = "errands"

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64), index=True)
    said: Mapped[bytes | None] = mapped_column(LargeBinary)
    asked_at: Mapped[datetime]
    tries: Mapped[int]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(10))


@dataclass(frozen=True)
class Errand:
    """Something that is being carried out.

    Args:
        tries: how often that has been begun, this time included.
    """

    number: int
    said: Mapping[str, Any]
    tries: int


@dataclass(frozen=True)
class Standing:
    """How the errands of a council stand.

    Args:
        since: when the first of those that have not ended was asked for.
    """

    waiting: int
    running: int
    failed: int
    since: datetime | None


class Errands:
    """What one council's bot has put off."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def put_off(self, said: Mapping[str, Any], at: datetime) -> int:
        """Keep what was said, to be carried out soon; return its number."""
        sealed = self._vault.own.seal(said)
        row = insert(ErrandRow).values(council=self._council, said=sealed, asked_at=at, tries=0)
        number: int = (await self._session.execute(row.returning(ErrandRow.number))).scalar_one()
        return number

    async def begin(self, number: int) -> Errand | None:
        """Count a further try and return what is to be done; None if it has ended."""
        begun = update(ErrandRow).where(*self._open(number)).values(tries=ErrandRow.tries + 1)
        row = (await self._session.execute(begun.returning(ErrandRow.said, ErrandRow.tries))).one_or_none()
        return Errand(number, self._vault.own.open(row.said), row.tries) if row else None

    async def end(self, number: int, at: datetime, outcome: str) -> None:
        """Bring it to its end and forget what was said, in the transaction that says what came of it.

        Raises:
            Ended: that has been done; whatever else the transaction did has to be undone.
        """
        ended = update(ErrandRow).where(*self._open(number)).values(said=None, ended_at=at, outcome=outcome)
        if await self._session.scalar(ended.returning(ErrandRow.number)) is None:
            raise Ended(str(number))
        old = delete(ErrandRow).where(ErrandRow.council == self._council, ErrandRow.ended_at < at - REMEMBERED)
        await self._session.execute(old)

    async def open(self) -> list[int]:
        """Return the numbers of all that have not ended, the oldest first."""
        rows = select(ErrandRow.number).where(*self._open()).order_by(ErrandRow.number)
        return list(await self._session.scalars(rows))

    async def standing(self, now: datetime) -> Standing:
        """Count, of what could not be done as far back as it is remembered."""
        is_open, is_begun = ErrandRow.ended_at.is_(None), ErrandRow.tries > 0
        counted = select(
            func.count().filter(is_open, ~is_begun),
            func.count().filter(is_open, is_begun),
            func.count().filter(ErrandRow.outcome == FAILED, ErrandRow.ended_at >= now - REMEMBERED),
            func.min(ErrandRow.asked_at).filter(is_open),
        ).where(ErrandRow.council == self._council)
        return Standing(*(await self._session.execute(counted)).one())

    def _open(self, number: int | None = None) -> list[Any]:
        own = [ErrandRow.council == self._council, ErrandRow.ended_at.is_(None)]
        return own if number is None else [*own, ErrandRow.number == number]

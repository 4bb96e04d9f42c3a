"""Who raised which case. The only table that knows; only the secretary may ask it.

A person stands here under an opaque name and, sealed under the case's own key, by Matrix ID.
Whoever holds the database but not the installation's secret learns neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, LargeBinary, String, delete, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.people import Room
from storage.case_keys import CaseKeys
from storage.rooms import Rooms
from storage.schema import CouncilTable
from storage.seal import Vault


class ReporterRow(CouncilTable):
    """One person's link to one case."""

    __tablename__ = "reporters"

    case: Mapped[int] = mapped_column("case_number", Integer, primary_key=True, autoincrement=False)
    contact: Mapped[str] = mapped_column(String(32), primary_key=True, index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    since: Mapped[datetime]
    raised: Mapped[bool]
    origin: Mapped[str | None] = mapped_column(String(64))
    wording: Mapped[str | None] = mapped_column(String(32))
    asks: Mapped[str | None] = mapped_column(String(16))


class IntroductionRow(CouncilTable):
    """That somebody has been told what the bot is, and which version of it."""

    __tablename__ = "introductions"

    contact: Mapped[str] = mapped_column(String(32), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime]
    business: Mapped[bool] = mapped_column(server_default=false())
    trade_name: Mapped[bytes | None] = mapped_column(LargeBinary)


@dataclass(frozen=True)
class Raising:
    """How somebody came to a case.

    Args:
        origin: the opaque name of the message it was raised with, so that an edit of it is understood.
        wording: the opaque name of the text, so that the same text from many accounts is noticed.
        raised: False for somebody who follows a case that another raised.
    """

    at: datetime
    origin: str | None = None
    wording: str | None = None
    raised: bool = True


@dataclass(frozen=True)
class Trade:
    """The business that somebody writes for.

    Args:
        name: if she chose to give it.
    """

    name: str | None = None


class Reporters:
    """Who raised or follows the cases of one council."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault
        self._keys = CaseKeys(session, council, vault)

    async def link(self, case: int, user_id: str, how: Raising) -> None:
        """Note who raised a case, or follows it. Somebody linked already stays as she is.

        Raises:
            Refusal: the case's key has been destroyed.
        """
        contact = self._contact(user_id)
        if await self._session.get(ReporterRow, (self._council, case, contact)) is None:
            self._session.add(
                ReporterRow(
                    council=self._council,
                    case=case,
                    contact=contact,
                    sealed=(await self._keys.get(case)).seal(user_id),
                    since=how.at,
                    raised=how.raised,
                    origin=how.origin,
                    wording=how.wording,
                )
            )
            await self._session.flush()

    async def unlink(self, case: int, user_id: str) -> None:
        """Forget that somebody had to do with a case."""
        await self._session.execute(
            delete(ReporterRow).where(
                ReporterRow.council == self._council,
                ReporterRow.case == case,
                ReporterRow.contact == self._contact(user_id),
            )
        )

    async def unlink_all(self, case: int) -> None:
        """Forget everybody who had to do with a case."""
        await self._session.execute(
            delete(ReporterRow).where(ReporterRow.council == self._council, ReporterRow.case == case)
        )

    async def of(self, case: int) -> list[str]:
        """Return the Matrix IDs of those who raised or follow a case, the first first.

        Raises:
            Refusal: the case's key has been destroyed.
        """
        rows = await self._rows(case)
        if not rows:
            return []
        key = await self._keys.get(case)
        return [key.open(row.sealed) for row in rows]

    async def count(self, case: int) -> int:
        """Return how many raised or follow a case."""
        return len(await self._rows(case))

    async def cases_of(self, user_id: str) -> list[int]:
        """Return the numbers of the cases that somebody raised or follows, the oldest first."""
        numbers = await self._session.scalars(
            select(ReporterRow.case)
            .where(ReporterRow.council == self._council, ReporterRow.contact == self._contact(user_id))
            .order_by(ReporterRow.case)
        )
        return list(numbers)

    async def raised_with(self, user_id: str, origin: str) -> int | None:
        """Return the case that somebody raised with a message, by the message's opaque name."""
        number: int | None = await self._session.scalar(
            select(ReporterRow.case).where(
                ReporterRow.council == self._council,
                ReporterRow.contact == self._contact(user_id),
                ReporterRow.origin == origin,
            )
        )
        return number

    async def has_raised(self, user_id: str, case: int) -> bool:
        """Say whether somebody raised a case, and does not only follow it."""
        row = await self._session.get(ReporterRow, (self._council, case, self._contact(user_id)))
        return row is not None and row.raised

    async def ask(self, user_id: str, case: int, what: str | None) -> None:
        """Note what somebody is being asked about her case; None once she has answered."""
        row = await self._session.get(ReporterRow, (self._council, case, self._contact(user_id)))
        if row is not None:
            row.asks = what
            await self._session.flush()

    async def asked(self, user_id: str) -> tuple[int, str] | None:
        """Return the newest case that somebody is being asked something about, and what."""
        found = await self._session.execute(
            select(ReporterRow.case, ReporterRow.asks)
            .where(
                ReporterRow.council == self._council,
                ReporterRow.contact == self._contact(user_id),
                ReporterRow.asks.is_not(None),
            )
            .order_by(ReporterRow.case.desc())
            .limit(1)
        )
        row = found.first()
        return (row[0], row[1]) if row and row[1] else None

    async def chats_of(self, case: int) -> list[Room]:
        """Return the direct chats of those who raised or follow a case."""
        rooms = Rooms(self._session, self._council)
        chats = [await rooms.chat_with(user_id) for user_id in await self.of(case)]
        return [chat for chat in chats if chat]

    async def raised_since(self, moment: datetime, user_id: str | None = None) -> int:
        """Return how many cases somebody, or everybody together, has raised since a moment."""
        query = select(func.count()).select_from(ReporterRow)
        query = query.where(ReporterRow.council == self._council, ReporterRow.since > moment, ReporterRow.raised)
        if user_id is not None:
            query = query.where(ReporterRow.contact == self._contact(user_id))
        return await self._session.scalar(query) or 0

    async def others_with(self, wording: str, since: datetime, user_id: str) -> int:
        """Return how many other accounts have raised the same text since a moment."""
        query = select(func.count(ReporterRow.contact.distinct())).where(
            ReporterRow.council == self._council,
            ReporterRow.wording == wording,
            ReporterRow.since > since,
            ReporterRow.contact != self._contact(user_id),
        )
        return await self._session.scalar(query) or 0

    async def introduced(self, user_id: str) -> int:
        """Return which version of the introduction somebody has been shown; 0 for none."""
        row = await self._session.get(IntroductionRow, (self._council, self._contact(user_id)))
        return row.version if row else 0

    async def introduce(self, user_id: str, version: int, at: datetime) -> None:
        """Note that somebody has been shown the introduction."""
        row = await self._introduction(user_id, at)
        row.version, row.at = version, at
        await self._session.flush()

    async def trade(self, user_id: str) -> Trade | None:
        """Return the business that somebody writes for, if she has said so."""
        row = await self._session.get(IntroductionRow, (self._council, self._contact(user_id)))
        if row is None or not row.business:
            return None
        return Trade(self._vault.own.open(row.trade_name) if row.trade_name else None)

    async def set_trade(self, user_id: str, trade: Trade | None, at: datetime) -> None:
        """Note that somebody writes for a business, or, with None, for herself."""
        row = await self._introduction(user_id, at)
        row.business = trade is not None
        row.trade_name = self._vault.own.seal(trade.name) if trade and trade.name else None
        await self._session.flush()

    async def _introduction(self, user_id: str, at: datetime) -> IntroductionRow:
        name = self._contact(user_id)
        row = await self._session.get(IntroductionRow, (self._council, name))
        if row is None:
            row = IntroductionRow(council=self._council, contact=name, version=0, at=at, business=False)
            self._session.add(row)
        return row

    def wording(self, words: str) -> str:
        """Return the opaque name of a text: the same for texts that differ only in case and space."""
        return self._vault.name("wording", self._council, " ".join(words.casefold().split()))

    def _contact(self, user_id: str) -> str:
        return self._vault.name("contact", self._council, user_id)

    async def _rows(self, case: int) -> Sequence[ReporterRow]:
        rows = await self._session.scalars(
            select(ReporterRow)
            .where(ReporterRow.council == self._council, ReporterRow.case == case)
            .order_by(ReporterRow.raised.desc(), ReporterRow.since)
        )
        return rows.all()

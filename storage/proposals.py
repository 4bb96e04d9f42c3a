"""Changes of weight that somebody has asked for and not confirmed yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Integer, String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable

FIRST, LAST = 1000, 9999
"""Four digits: enough to be copied with care, short enough to be typed."""


class ProposalRow(CouncilTable):
    """One change that waits to be confirmed."""

    __tablename__ = "proposals"

    code: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    person: Mapped[str] = mapped_column(String(255))
    change: Mapped[dict[str, Any]] = mapped_column(JSON)
    until: Mapped[datetime]


@dataclass(frozen=True)
class Proposal:
    """One change that waits to be confirmed.

    Args:
        code: what is typed to confirm it.
        kind: which change it is.
        person: the only one who can confirm it.
        change: what the change needs to know.
        until: the last moment for it.
    """

    code: int
    kind: str
    person: str
    change: dict[str, Any]
    until: datetime


class Proposals:
    """What waits to be confirmed in one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def add(self, wanted: int, proposal: Proposal) -> Proposal:
        """Store a change under a code near the wanted one that is free, and return it with that code."""
        taken = set(await self._session.scalars(select(ProposalRow.code).where(ProposalRow.council == self._council)))
        span = LAST - FIRST + 1
        code = next(each for each in ((wanted + step) % span + FIRST for step in range(span)) if each not in taken)
        self._session.add(
            ProposalRow(
                council=self._council,
                code=code,
                kind=proposal.kind,
                person=proposal.person,
                change=proposal.change,
                until=proposal.until,
            )
        )
        await self._session.flush()
        return Proposal(code, proposal.kind, proposal.person, proposal.change, proposal.until)

    async def take(self, code: int, person: str, now: datetime) -> Proposal | None:
        """Return the change of a code that a person may confirm now, and forget it."""
        row = await self._session.get(ProposalRow, (self._council, code))
        if row is None or row.person != person or row.until < now:
            return None
        await self._session.delete(row)
        return Proposal(row.code, row.kind, row.person, row.change, row.until)

    async def waiting_for(self, person: str, now: datetime) -> int | None:
        """Return the code of what a person may confirm now, the last that was shown, if anything."""
        mine = (ProposalRow.council == self._council, ProposalRow.person == person, ProposalRow.until >= now)
        code: int | None = await self._session.scalar(
            select(ProposalRow.code).where(*mine).order_by(ProposalRow.until.desc()).limit(1)
        )
        return code

    async def withdraw(self, kind: str, change: dict[str, Any]) -> None:
        """Forget changes of a kind that are the very same."""
        rows = await self._session.scalars(
            select(ProposalRow).where(ProposalRow.council == self._council, ProposalRow.kind == kind)
        )
        for row in rows.all():
            if row.change == change:
                await self._session.delete(row)

    async def prune(self, now: datetime) -> None:
        """Forget what nobody confirmed in time."""
        await self._session.execute(
            delete(ProposalRow).where(ProposalRow.council == self._council, ProposalRow.until < now)
        )

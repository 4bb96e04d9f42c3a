"""Every version of every meeting's minutes."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Integer, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.minutes import State, Version
from storage.lines import read, written
from storage.schema import CouncilTable


class MinutesRow(CouncilTable):
    """One version."""

    __tablename__ = "minutes"

    meeting: Mapped[str] = mapped_column(String(16), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(String(255))
    for_council: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    for_public: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16))
    adjusted_at: Mapped[datetime | None]
    adjusted_by: Mapped[str | None] = mapped_column(String(255))
    adjusted_for: Mapped[str | None] = mapped_column(String(16))


class Minutes:
    """The minutes of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def versions(self, meeting: str) -> list[Version]:
        """Return every version of a meeting's minutes, the oldest first."""
        rows = await self._session.scalars(
            select(MinutesRow)
            .where(MinutesRow.council == self._council, MinutesRow.meeting == meeting)
            .order_by(MinutesRow.number)
        )
        return [_version(row) for row in rows]

    async def last(self, meeting: str) -> Version | None:
        """Return the newest version, if there is one."""
        versions = await self.versions(meeting)
        return versions[-1] if versions else None

    async def adjusted(self, meeting: str) -> Version | None:
        """Return the newest version that has been verified, if there is one."""
        verified = [each for each in await self.versions(meeting) if each.state is State.ADJUSTED]
        return verified[-1] if verified else None

    async def every_adjusted(self) -> dict[str, Version]:
        """Return the newest verified version of each meeting's minutes, by the meeting's number."""
        rows = await self._session.scalars(
            select(MinutesRow)
            .where(MinutesRow.council == self._council, MinutesRow.state == State.ADJUSTED.value)
            .order_by(MinutesRow.meeting, MinutesRow.number)
        )
        return {row.meeting: _version(row) for row in rows}

    async def save(self, version: Version) -> None:
        """Store a version. Of one that is there already only its verification can change."""
        row = await self._session.get(MinutesRow, (self._council, version.meeting, version.number))
        if row is None:
            row = MinutesRow(
                council=self._council,
                meeting=version.meeting,
                number=version.number,
                made_at=version.made_at,
                made_by=version.made_by,
                for_council=written(version.council),
                for_public=written(version.public),
            )
            self._session.add(row)
        row.state = version.state.value
        row.adjusted_at, row.adjusted_by = version.adjusted_at, version.adjusted_by
        row.adjusted_for = version.adjusted_for
        await self._session.flush()


def _version(row: MinutesRow) -> Version:
    return Version(
        meeting=row.meeting,
        number=row.number,
        made_at=row.made_at,
        made_by=row.made_by,
        council=read(row.for_council),
        public=read(row.for_public),
        state=State(row.state),
        adjusted_at=row.adjusted_at,
        adjusted_by=row.adjusted_by,
        adjusted_for=row.adjusted_for,
    )

"""Each council's own settings, seeded once from config.yaml and owned by the database from then on."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import Table


class CouncilRow(Table):
    """One council."""

    __tablename__ = "councils"

    slug: Mapped[str] = mapped_column(String(64), primary_key=True)
    seeded_at: Mapped[datetime]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    dates_made_until: Mapped[datetime | None]


class Councils:
    """One council's own settings."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council
        self.changed: dict[str, Any] | None = None
        """What this transaction has changed the settings to; None where it has left them alone."""

    async def seeded_at(self) -> datetime | None:
        """Return when this council was first set up here, or None."""
        at: datetime | None = await self._session.scalar(
            select(CouncilRow.seeded_at).where(CouncilRow.slug == self._council)
        )
        return at

    async def settings(self) -> dict[str, Any]:
        """Return what the database owns of this council's settings: language, zone, rule, plan and such."""
        row = await self._session.get(CouncilRow, self._council)
        return dict(row.settings) if row else {}

    async def change(self, settings: dict[str, Any]) -> None:
        """Store settings that have been changed."""
        row = await self._session.get(CouncilRow, self._council)
        assert row is not None, "a council that speaks has been seeded"
        row.settings = settings
        await self._session.flush()
        self.changed = settings

    async def save(self, settings: dict[str, Any], seeded_at: datetime) -> None:
        """Store the settings as they now stand."""
        await self._session.merge(CouncilRow(slug=self._council, seeded_at=seeded_at, settings=settings))

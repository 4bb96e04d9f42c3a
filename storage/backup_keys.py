"""The keys of backup sets, until they are destroyed; and when the records here came out of a set themselves.

Neither belongs to a council, and the keys go into no set: destroying one here destroys what its set holds.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import LargeBinary, String, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import Table
from storage.seal import Vault

READ_BACK_SINCE_RESTORED = timedelta(hours=48)
"""So long after a restoration what is to be said may have been said, by the bot that the records have forgotten."""


class BackupKeyRow(Table):
    """The key of one set, sealed."""

    __tablename__ = "backup_keys"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    made_at: Mapped[datetime]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class RestorationRow(Table):
    """That the records were restored, and how old they were; or that the bot has another device than before."""

    __tablename__ = "restorations"

    at: Mapped[datetime] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]


@dataclass(frozen=True)
class Restoration:
    """A restoration of the records.

    Args:
        at: when it was done.
        made_at: when the set was made that they came from.
    """

    at: datetime
    made_at: datetime


class BackupKeys:
    """The keys of the sets there are."""

    def __init__(self, session: AsyncSession | AsyncConnection, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def add(self, name: str, key: str, at: datetime) -> None:
        """Keep the key of a new set."""
        values = {"name": name, "made_at": at, "sealed": self._vault.own.seal(key)}
        await self._session.execute(BackupKeyRow.__table__.insert().values(values))  # type: ignore[attr-defined]

    async def all(self) -> dict[str, str]:
        """Return the key of each set."""
        rows = await self._session.execute(select(BackupKeyRow.name, BackupKeyRow.sealed).order_by(BackupKeyRow.name))
        return {name: self._vault.own.open(sealed) for name, sealed in rows}

    async def destroy(self, before: datetime, but: str) -> list[str]:
        """Destroy the keys of sets made before a moment, one set excepted; return their names."""
        which = (BackupKeyRow.made_at < before, BackupKeyRow.name != but)
        names = list((await self._session.execute(select(BackupKeyRow.name).where(*which))).scalars())
        await self._session.execute(delete(BackupKeyRow).where(*which))
        return names


async def last_restoration(session: AsyncSession) -> Restoration | None:
    """Return when the records were last restored, if ever."""
    row = await session.scalar(select(RestorationRow).order_by(RestorationRow.at.desc()).limit(1))
    return Restoration(row.at, row.made_at) if row else None


async def note_other_device(session: AsyncSession, at: datetime) -> None:
    """Note that the bot has another device than before: no homeserver knows again what the old one has said.

    As after a restoration, what is to be said may have been said. One that is not long past counts further back.
    """
    last = await last_restoration(session)
    made_at = last.made_at if last and at - last.at < READ_BACK_SINCE_RESTORED else at
    await session.merge(RestorationRow(at=at, made_at=min(made_at, at)))

"""What has been dealt with: each event and each due item is claimed once, and never again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable


def event_key(name: str) -> str:
    """Return the key that an event is claimed under, by its opaque name."""
    return f"event:{name}"


class ClaimRow(CouncilTable):
    """One thing dealt with. Events and people are kept under opaque names only."""

    __tablename__ = "claims"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(20), default="done")
    command: Mapped[str | None] = mapped_column(String(80))
    sender: Mapped[str | None] = mapped_column(String(32))


@dataclass(frozen=True)
class Claim:
    """What became of something claimed.

    Args:
        outcome: done, refused, unknown, failed, ignored, skipped or undone.
        command: the name of the command that was carried out.
        sender: the opaque name of who said it.
    """

    key: str
    at: datetime
    outcome: str
    command: str | None = None
    sender: str | None = None


class Claims:
    """Everything one council's bot has dealt with."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council
        self._noted: dict[str, Claim] = {}

    async def take(self, keys: Iterable[str], at: datetime) -> set[str]:
        """Claim several keys at once; return those that had not been claimed before."""
        rows = [{"council": self._council, "key": key, "at": at, "outcome": "done"} for key in keys]
        if not rows:
            return set()
        claimed = await self._session.scalars(_CLAIM[self._session.get_bind().dialect.name], rows)
        return set(claimed)

    async def known(self, keys: Iterable[str]) -> set[str]:
        """Return which of the keys have been claimed."""
        found = select(ClaimRow.key).where(ClaimRow.council == self._council, ClaimRow.key.in_(list(keys)))
        return set(await self._session.scalars(found))

    async def get(self, key: str) -> Claim | None:
        """Return what became of a key, if it has been claimed."""
        if key in self._noted:
            return self._noted[key]
        row = await self._session.get(ClaimRow, (self._council, key), populate_existing=True)
        return Claim(row.key, row.at, row.outcome, row.command, row.sender) if row else None

    async def settle(self, key: str, outcome: str, command: str | None = None, sender: str | None = None) -> None:
        """Write what became of a claimed key."""
        self._noted.pop(key, None)
        await self._session.execute(
            update(ClaimRow)
            .where(ClaimRow.council == self._council, ClaimRow.key == key)
            .values(outcome=outcome, command=command, sender=sender)
        )

    def note(self, claim: Claim) -> None:
        """Note what became of something just claimed; written with all others by `flush`."""
        self._noted[claim.key] = claim

    async def flush(self) -> None:
        """Write what was noted, in one statement."""
        rows: list[dict[str, str | None]] = [
            {
                "the_council": self._council,
                "the_key": each.key,
                "outcome": each.outcome,
                "command": each.command,
                "sender": each.sender,
            }
            for each in self._noted.values()
        ]
        self._noted.clear()
        if rows:
            connection = await self._session.connection()
            await connection.execute(_NOTE, rows)


_CLAIMS = ClaimRow.metadata.tables["claims"]
# Built once: they are carried out for each batch.
_CLAIM = {
    engine.dialect.name: engine.insert(_CLAIMS).on_conflict_do_nothing().returning(_CLAIMS.c.key)
    for engine in (postgresql, sqlite)
}
_CHANGED: dict[str, Any] = {name: bindparam(name) for name in ("outcome", "command", "sender")}
_NOTE = (
    update(_CLAIMS)
    .where(_CLAIMS.c.council == bindparam("the_council"), _CLAIMS.c.key == bindparam("the_key"))
    .values(_CHANGED)
)

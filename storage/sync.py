"""How far we have read: the homeserver's token of the last response that is wholly dealt with."""

from sqlalchemy import Executable, Text, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.schema import CouncilTable


class SyncRow(CouncilTable):
    """One council's place in the stream of events."""

    __tablename__ = "sync"

    token: Mapped[str] = mapped_column(Text)


class Sync:
    """One council's place in the stream of events."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def token(self) -> str | None:
        """Return the token to go on from, or None if nothing was ever read."""
        token: str | None = await self._session.scalar(select(SyncRow.token).where(SyncRow.council == self._council))
        return token

    async def save(self, token: str) -> None:
        """Store the token, in the transaction of what it covers."""
        await self._session.execute(
            _SAVE[self._session.get_bind().dialect.name], {"council": self._council, "token": token}
        )


_SYNC = SyncRow.metadata.tables["sync"]
# Built once: it is carried out for each batch.
_SAVE: dict[str, Executable] = {}
for _engine in (postgresql, sqlite):
    _insert = _engine.insert(_SYNC)
    _SAVE[_engine.dialect.name] = _insert.on_conflict_do_update(
        index_elements=["council"], set_={"token": _insert.excluded.token}
    )

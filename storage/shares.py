"""What organisations have shared. What was withdrawn keeps its number and has no words."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Index, Integer, String, Text, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.people import Place
from council.share import Share, State
from council.text import Refusal, Sharing
from storage.schema import CouncilTable

LONGEST_STEM, MOST_STEMS = 100, 20
"""Of what is looked for; SQLite refuses patterns of fifty thousand bytes, and a thousand conditions."""


class ShareRow(CouncilTable):
    """One piece of shared information."""

    __tablename__ = "shares"
    __table_args__ = (Index(None, "council", "origin"), Index(None, "council", "at"))

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column("shared_by", String(255))
    organisation: Mapped[str | None] = mapped_column(String(16))
    sharing: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column("words", Text)
    state: Mapped[str] = mapped_column(String(16))
    changed_at: Mapped[datetime | None]
    origin: Mapped[str] = mapped_column(String(64))
    proposed: Mapped[str] = mapped_column(Text, default="")
    asked_at: Mapped[datetime | None]
    asked_in: Mapped[str | None] = mapped_column(String(16))
    approved_by: Mapped[str | None] = mapped_column(String(255))
    folded: Mapped[str] = mapped_column(Text, default="")
    """The words in lower case, to be searched: SQLite folds only ASCII by itself."""


class Shares:
    """What the organisations of one council have shared."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def next_number(self) -> int:
        """Return the next number of the series, which never restarts."""
        last = await self._session.scalar(select(func.max(ShareRow.number)).where(ShareRow.council == self._council))
        return 1 + (last or 0)

    async def get(self, number: int) -> Share:
        """Return one.

        Raises:
            Refusal: there is none of that number.
        """
        row = await self._session.get(ShareRow, (self._council, number))
        if row is None:
            raise Refusal("share-unknown", id=f"I{number}")
        return _share(row)

    async def of_origin(self, origin: str) -> Share | None:
        """Return what a message shared, the last if more than one."""
        row = await self._session.scalar(
            select(ShareRow)
            .where(ShareRow.council == self._council, ShareRow.origin == origin)
            .order_by(ShareRow.number.desc())
            .limit(1)
        )
        return _share(row) if row else None

    async def between(self, start: datetime, end: datetime) -> list[Share]:
        """Return what was shared from a moment and before another, withdrawn or not, the oldest first."""
        rows = await self._session.scalars(
            select(ShareRow)
            .where(ShareRow.council == self._council, ShareRow.at >= start, ShareRow.at < end)
            .order_by(ShareRow.number)
        )
        return [_share(row) for row in rows]

    async def waiting(self) -> list[Share]:
        """Return what waits for a second person, the oldest first."""
        rows = await self._session.scalars(
            select(ShareRow)
            .where(ShareRow.council == self._council, ShareRow.asked_at.is_not(None))
            .order_by(ShareRow.number)
        )
        return [_share(row) for row in rows]

    async def holding(self, stems: Sequence[str], classes: Iterable[Sharing], most: int) -> list[Share]:
        """Return what is published in some classes and holds every one of some stems, the newest first."""
        few = list(dict.fromkeys(stem[:LONGEST_STEM] for stem in stems))[:MOST_STEMS]
        held = [ShareRow.folded.contains(stem, autoescape=True) for stem in few]
        rows = await self._session.scalars(
            select(ShareRow)
            .where(
                ShareRow.council == self._council,
                ShareRow.state == State.PUBLISHED.value,
                ShareRow.sharing.in_([each.value for each in classes]),
                *held,
            )
            .order_by(ShareRow.number.desc())
            .limit(most)
        )
        return [_share(row) for row in rows]

    async def withdrawn(self) -> list[Share]:
        """Return what was shared and taken back, the oldest first."""
        rows = await self._session.scalars(
            select(ShareRow)
            .where(ShareRow.council == self._council, ShareRow.state == State.WITHDRAWN.value)
            .order_by(ShareRow.number)
        )
        return [_share(row) for row in rows]

    async def published_at(self, classes: Iterable[Sharing]) -> list[datetime]:
        """Return when everything of the named classes was shared, what was taken back since too."""
        known = [State.PUBLISHED.value, State.WITHDRAWN.value]
        moments = await self._session.scalars(
            select(ShareRow.at).where(
                ShareRow.council == self._council,
                ShareRow.state.in_(known),
                ShareRow.sharing.in_([each.value for each in classes]),
            )
        )
        return list(moments)

    async def save(self, share: Share) -> None:
        """Store one as it now stands, whether new or known."""
        asked_in = share.asked_in.value if share.asked_in else None
        columns = asdict(share) | {"sharing": share.sharing.value, "state": share.state.value, "asked_in": asked_in}
        columns["folded"] = share.text.casefold()
        await self._session.merge(ShareRow(council=self._council, **columns))


def _share(row: ShareRow) -> Share:
    return Share(
        number=row.number,
        at=row.at,
        by=row.by,
        organisation=row.organisation,
        sharing=Sharing(row.sharing),
        text=row.text,
        state=State(row.state),
        changed_at=row.changed_at,
        origin=row.origin,
        proposed=row.proposed,
        asked_at=row.asked_at,
        asked_in=Place(row.asked_in) if row.asked_in else None,
        approved_by=row.approved_by,
    )

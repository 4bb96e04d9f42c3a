"""The agendas of all meetings, and who made which item with which message."""

from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import JSON, Boolean, Index, Integer, Row, String, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.agenda import Agenda
from council.item import LONGEST_TITLE, Item, Kind, Part, Support
from council.standing import TEMPLATE, Standing
from council.text import Sharing
from storage.memory import once
from storage.schema import CouncilTable, columns


class AgendaRow(CouncilTable):
    """What is known of an agenda as a whole."""

    __tablename__ = "agendas"

    meeting: Mapped[str] = mapped_column(String(16), primary_key=True)
    frozen_at: Mapped[datetime | None]


class ItemRow(CouncilTable):
    """One item, the withdrawn ones too."""

    __tablename__ = "agenda_items"
    __table_args__ = (Index(None, "council", "origin"),)

    meeting: Mapped[str] = mapped_column(String(16), primary_key=True)
    slot: Mapped[int] = mapped_column(Integer, primary_key=True)
    number: Mapped[int | None] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    kind: Mapped[str] = mapped_column(String(16))
    minutes: Mapped[int] = mapped_column(Integer)
    raised_by: Mapped[str] = mapped_column(String(16))
    person: Mapped[str | None] = mapped_column(String(255))
    sharing: Mapped[str] = mapped_column(String(16))
    source: Mapped[str] = mapped_column(String(40))
    part: Mapped[str] = mapped_column(String(16))
    standing: Mapped[str] = mapped_column(String(80))
    position: Mapped[int] = mapped_column("place", Integer)
    queued: Mapped[int | None] = mapped_column(Integer)
    withdrawn: Mapped[bool] = mapped_column(Boolean)
    origin: Mapped[str] = mapped_column(String(64))
    carried: Mapped[str | None] = mapped_column(String(24))
    support: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))


class Agendas:
    """The agendas of one council's meetings."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council
        self.changed: set[str] = set()
        """The meetings whose agenda, or whose way through it, was changed in this transaction."""

    async def of(self, meeting: str, template: tuple[Standing, ...] = TEMPLATE) -> Agenda:
        """Return the agenda of a meeting; one that nothing has been done to is its standing items."""
        agenda = await once(self._session, ("agenda", meeting), partial(self._of, meeting))
        return agenda or Agenda.opened(meeting, template)

    async def every(self) -> dict[str, Agenda]:
        """Return the agendas that anything has been done to, by the number of their meeting."""
        items: dict[str, list[Item]] = {}
        query = select(ItemRow).where(ItemRow.council == self._council).order_by(ItemRow.meeting, ItemRow.slot)
        for row in await self._session.scalars(query):
            items.setdefault(row.meeting, []).append(_item(row))
        heads = await self._session.scalars(select(AgendaRow).where(AgendaRow.council == self._council))
        return {
            each.meeting: Agenda(each.meeting, tuple(items.get(each.meeting, ())), each.frozen_at) for each in heads
        }

    async def save(self, agenda: Agenda) -> None:
        """Store an agenda as it now stands."""
        self.changed.add(agenda.meeting)
        await self._session.merge(AgendaRow(council=self._council, meeting=agenda.meeting, frozen_at=agenda.frozen_at))
        for item in agenda.items:
            await self._session.merge(ItemRow(council=self._council, meeting=agenda.meeting, **_columns(item)))

    async def meeting_of(self, origin: str) -> str | None:
        """Return the meeting whose agenda holds the item that a message made, if it still stands on one."""
        meeting: str | None = await self._session.scalar(
            select(ItemRow.meeting)
            .where(ItemRow.council == self._council, ItemRow.origin == origin, ItemRow.withdrawn.is_(False))
            .limit(1)
        )
        return meeting

    async def _of(self, meeting: str) -> Agenda | None:
        asked = {"council": self._council, "meeting": meeting}
        head = (await self._session.execute(_HEAD, asked)).first()
        if head is None:
            return None
        items = await self._session.execute(_ITEMS, asked)
        return Agenda(meeting, tuple(_item(row) for row in items), head.frozen_at)


# Built once: they are asked for each batch.
_HEAD = select(*columns(AgendaRow)).where(
    AgendaRow.__table__.c.council == bindparam("council"), AgendaRow.__table__.c.meeting == bindparam("meeting")
)
_ITEMS = (
    select(*columns(ItemRow))
    .where(ItemRow.__table__.c.council == bindparam("council"), ItemRow.__table__.c.meeting == bindparam("meeting"))
    .order_by(ItemRow.__table__.c.slot)
)


def _columns(item: Item) -> dict[str, Any]:
    values = {"kind": item.kind.value, "sharing": item.sharing.value, "part": item.part.value}
    return asdict(item) | values | {"support": [asdict(each) for each in item.support] or None}


def _item(row: ItemRow | Row[Any]) -> Item:
    return Item(
        slot=row.slot,
        number=row.number,
        title=row.title,
        kind=Kind(row.kind),
        minutes=row.minutes,
        raised_by=row.raised_by,
        person=row.person,
        sharing=Sharing(row.sharing),
        source=row.source,
        part=Part(row.part),
        standing=row.standing,
        position=row.position,
        queued=row.queued,
        withdrawn=row.withdrawn,
        origin=row.origin,
        carried=row.carried or "",
        support=tuple(Support(**each) for each in row.support or ()),
    )

"""What the bot has decided to say, in order, until it has been said.

A row is written in the transaction of the change it tells of. Its transaction ID is fixed, so that
however often it is sent, the homeserver keeps one. Its content is sealed and goes when it has been sent;
what stays is which event it became, so that it can be edited, answered in a thread or taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    Identity,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from storage.schema import Table, Utc
from storage.seal import Key

NEW, SENT, DEAD = "new", "sent", "dead"
LINK = "link"
"""The act of a post that shows where another one stands, perhaps in another room."""


class OutboxRow(Table):
    """One thing to do in one room."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "state", "not_before"), Index(None, "council", "key", "room"))

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    room: Mapped[int] = mapped_column(Integer)
    act: Mapped[str] = mapped_column(String(16))
    transaction: Mapped[str] = mapped_column("txn", String(64), unique=True)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    case: Mapped[int | None] = mapped_column("case_number", Integer)
    key: Mapped[str | None] = mapped_column(String(120))
    about: Mapped[str | None] = mapped_column(String(120))
    queued_at: Mapped[datetime]
    not_before: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(8), default=NEW)
    event: Mapped[str | None] = mapped_column(String(255))
    reason: Mapped[str | None] = mapped_column(Text)


@dataclass(frozen=True)
class Queued:
    """One thing to do in one room.

    Args:
        room: our own number of the room.
        act: post, edit, thread, link, remove, react or pin.
        transaction: the fixed ID that makes sending it twice the same as sending it once.
        content: for post, edit and thread: the event's content but for its relation; for remove and
            react: {"event": …} where it is about somebody's event and not a post of ours.
        case: the case under whose key the content is sealed.
        key: a name for what it becomes.
        about: the key of the post of ours that it edits, stands under, leads to, removes or pins.
    """

    room: int
    act: str
    transaction: str
    content: dict[str, Any]
    queued_at: datetime
    not_before: datetime
    case: int | None = None
    key: str | None = None
    about: str | None = None
    number: int = 0
    council: str = ""


class Said(NamedTuple):
    """What became of one thing: an event in a room, and when it was queued."""

    room: int
    event: str
    at: datetime


class Outbox:
    """What one council's bot has still to say, and what became of what it said."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def add(self, queued: Iterable[Queued], keys: dict[int | None, Key]) -> None:
        """Queue things to say, in order.

        Args:
            keys: case number (or None) -> the key to seal the content under.
        """
        rows = [
            {
                "council": self._council,
                "room": each.room,
                "act": each.act,
                "transaction": each.transaction,
                "content": keys[each.case].seal(each.content),
                "case": each.case,
                "key": each.key,
                "about": each.about,
                "queued_at": each.queued_at,
                "not_before": each.not_before,
            }
            for each in queued
        ]
        if rows:
            await self._session.execute(_ADD, rows)

    async def waiting(
        self, now: datetime, busy: Iterable[int] = (), said: Iterable[int] = (), limit: int = 500
    ) -> list[OutboxRow]:
        """Return what may be said now, in order, but for rooms that are busy.

        A row that is about a post of ours waits until that one is out.

        Args:
            said: rows that are out, whatever they still look like.
        """
        asked = {"council": self._council, "now": now, "busy": list(busy), "said": list(said), "most": limit}
        return list(await self._session.scalars(_WAITING, asked))

    async def holds_more(self, now: datetime, known: Iterable[int]) -> bool:
        """Say whether anything else may be said now, or waits for nothing but what is about to be said."""
        asked = {"council": self._council, "now": now, "known": list(known)}
        return await self._session.scalar(_MORE, asked) is not None

    async def next_moment(self, now: datetime) -> datetime | None:
        """Return when the next thing to say may be said that may not yet; what waits for a post goes with that post."""
        ahead = (OutboxRow.council == self._council, OutboxRow.state == NEW, OutboxRow.not_before > now)
        moment: datetime | None = await self._session.scalar(
            select(OutboxRow.not_before).where(*ahead, _WAITS_FOR_NOTHING).order_by(OutboxRow.not_before).limit(1)
        )
        return moment

    async def backlog(self, now: datetime) -> tuple[int, datetime | None]:
        """Return how many things could be said by now and are not, and since when the first of them could."""
        count, since = (
            await self._session.execute(
                select(func.count(), func.min(OutboxRow.not_before)).where(
                    OutboxRow.council == self._council, OutboxRow.state == NEW, OutboxRow.not_before <= now
                )
            )
        ).one()
        return count, since

    async def event_of(self, key: str, room: int) -> str | None:
        """Return the event that a named post became in a room, the last one of that name."""
        event: str | None = await self._session.scalar(
            select(OutboxRow.event)
            .where(
                OutboxRow.council == self._council,
                OutboxRow.key == key,
                OutboxRow.room == room,
                OutboxRow.state == SENT,
            )
            .order_by(OutboxRow.number.desc())
            .limit(1)
        )
        return event

    async def events_of(self, keys: Iterable[str], room: int) -> dict[str, str]:
        """Return the events that named posts became in a room, by name, of those that are out."""
        rows = await self._session.execute(
            select(OutboxRow.key, OutboxRow.event)
            .where(
                OutboxRow.council == self._council,
                OutboxRow.key.in_(list(keys)),
                OutboxRow.room == room,
                OutboxRow.state == SENT,
            )
            .order_by(OutboxRow.number)
        )
        return {key: event for key, event in rows if key and event}

    async def newest(self) -> Said | None:
        """Return the newest thing that is known to be said."""
        row = (
            await self._session.execute(
                select(OutboxRow.room, OutboxRow.event, OutboxRow.queued_at)
                .where(OutboxRow.council == self._council, OutboxRow.state == SENT, OutboxRow.event.is_not(None))
                .order_by(OutboxRow.number.desc())
                .limit(1)
            )
        ).one_or_none()
        return Said(row.room, row.event, row.queued_at) if row and row.event else None

    async def post_of(self, event: str, room: int) -> str | None:
        """Return the name of the post of ours that an event is, so that a reaction to it can be understood."""
        key: str | None = await self._session.scalar(
            select(OutboxRow.key).where(
                OutboxRow.council == self._council, OutboxRow.event == event, OutboxRow.room == room
            )
        )
        return key

    async def rooms_of(self, key: str) -> Sequence[int]:
        """Return the rooms that a post of a name stands in or is to stand in."""
        rooms = await self._session.scalars(
            select(OutboxRow.room)
            .where(OutboxRow.council == self._council, OutboxRow.key == key, OutboxRow.state != DEAD)
            .distinct()
        )
        return rooms.all()

    async def settle(self, sent: Iterable[tuple[int, str | None]], dead: Iterable[tuple[int, str]] = ()) -> None:
        """Note what became of rows, and let their content go.

        Args:
            sent: row number, the event it became.
            dead: row number, why it will never be said.
        """
        rows = [{"the_number": number, "state": SENT, "event": event, "reason": None} for number, event in sent]
        rows += [{"the_number": number, "state": DEAD, "event": None, "reason": reason} for number, reason in dead]
        if rows:
            connection = await self._session.connection()
            await connection.execute(_SETTLE, rows)

    async def prune(self, before: datetime) -> None:
        """Forget posts without a name that were dealt with long ago."""
        await self._session.execute(
            delete(OutboxRow).where(
                OutboxRow.council == self._council,
                OutboxRow.state != NEW,
                OutboxRow.key.is_(None),
                OutboxRow.queued_at < before,
            )
        )


_OUTBOX = OutboxRow.metadata.tables["outbox"]
_ROOT = aliased(OutboxRow)
_WAITS_FOR_NOTHING = or_(
    OutboxRow.about.is_(None),
    ~select(_ROOT.number)
    .where(
        _ROOT.council == OutboxRow.council,
        or_(_ROOT.room == OutboxRow.room, OutboxRow.act == LINK),
        _ROOT.key == OutboxRow.about,
        _ROOT.state == NEW,
        _ROOT.number < OutboxRow.number,
    )
    .exists(),
)
# Built once: they are carried out for each thing said.
_ADD = insert(OutboxRow)
_DONE: dict[str, Any] = {name: bindparam(name) for name in ("state", "event", "reason")}
_SETTLE = (
    update(_OUTBOX)
    .where(_OUTBOX.c.number == bindparam("the_number"))
    .values({**_DONE, "content": None, "case_number": None})
)
_WAITING = (
    select(OutboxRow)
    .where(
        OutboxRow.council == bindparam("council"),
        OutboxRow.state == NEW,
        OutboxRow.not_before <= bindparam("now", type_=Utc()),
        OutboxRow.room.not_in(bindparam("busy", expanding=True)),
        OutboxRow.number.not_in(bindparam("said", expanding=True)),
        _WAITS_FOR_NOTHING,
    )
    .order_by(OutboxRow.number)
    .limit(bindparam("most", type_=Integer()))
)
_MORE = (
    select(OutboxRow.number)
    .where(
        OutboxRow.council == bindparam("council"),
        OutboxRow.state == NEW,
        OutboxRow.not_before <= bindparam("now", type_=Utc()),
        OutboxRow.number.not_in(bindparam("known", expanding=True)),
    )
    .limit(1)
)

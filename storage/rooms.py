"""The rooms the bot is in, is invited to, or was in. Who else is in them is for the homeserver to say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Identity, Integer, Row, Select, String, UniqueConstraint, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.people import Place, Room
from storage.memory import once
from storage.schema import Table, columns

INVITED, JOINED, LEFT, WANTED = "invited", "joined", "left", "wanted"


class RoomRow(Table):
    """One room, known by a number of our own because its Matrix ID changes when it is upgraded."""

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("council", "matrix_id"),)

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    matrix_id: Mapped[str | None] = mapped_column(String(255))
    origin: Mapped[str | None] = mapped_column(String(255))
    state: Mapped[str] = mapped_column(String(8))
    place: Mapped[str] = mapped_column(String(16))
    encrypted: Mapped[bool] = mapped_column(default=False)
    person: Mapped[str | None] = mapped_column(String(255), index=True)
    language: Mapped[str | None] = mapped_column(String(16))
    successor: Mapped[str | None] = mapped_column(String(255))
    since: Mapped[datetime]


@dataclass(frozen=True)
class Standing:
    """How we stand to a room.

    Args:
        room: the room.
        state: invited, joined or left.
        successor: Matrix ID of the room that is to follow it, once somebody with the power has closed it.
        since: when the state became so.
        origin: Matrix ID that the room had before any upgrade: what the operator may have written down.
    """

    room: Room
    state: str
    since: datetime
    successor: str | None = None
    origin: str | None = None


class Rooms:
    """The rooms of one council's bot."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def get(self, number: int) -> Room | None:
        """Return a room by our own number of it, whether we are still in it or not."""
        row = await self._session.get(RoomRow, number)
        return _room(row) if row and row.council == self._council else None

    async def at(self, matrix_id: str) -> Room | None:
        """Return a room that we are in, by its Matrix ID."""
        row = await self._row(matrix_id)
        return _room(row) if row and row.state == JOINED else None

    async def of(self, place: Place) -> Room | None:
        """Return the council's room of a kind, if we are in it; the newest, should there be several."""
        return await once(self._session, ("room", place), partial(self._newest, _IN_PLACE, place=place.value))

    async def chat_with(self, user_id: str) -> Room | None:
        """Return the direct chat with somebody: an encrypted one before a plain one, then the newest."""
        return await once(self._session, ("chat", user_id), partial(self._newest, _CHAT_WITH, person=user_id))

    async def wanted_chat(self, user_id: str, at: datetime) -> Room:
        """Return the direct chat with somebody; if there is none, a room still to be opened, without a Matrix ID."""
        room = await self.chat_with(user_id)
        if room is not None:
            return room
        row = await self._wanted(user_id)
        if row is None:
            row = RoomRow(council=self._council, state=WANTED, place=Place.DIRECT.value, person=user_id, since=at)
            row.encrypted = True
            self._session.add(row)
            await self._session.flush()
        return _room(row)

    async def has_chat_with(self, user_id: str) -> bool:
        """Say whether there is a direct chat with somebody, be it one that is still to be opened."""
        return await self.chat_with(user_id) is not None or await self._wanted(user_id) is not None

    async def opened(self, number: int, matrix_id: str, at: datetime) -> None:
        """Note that a wanted chat has been opened."""
        row = await self._session.get(RoomRow, number)
        if row is not None and row.state == WANTED:
            await self.forget(matrix_id)
            row.matrix_id, row.state, row.since = matrix_id, JOINED, at
            await self._session.flush()

    async def by_matrix_ids(self, matrix_ids: Iterable[str]) -> dict[str, Room]:
        """Return those rooms that we are in, by Matrix ID."""
        rows = await self._session.scalars(_BY_MATRIX_IDS, {"council": self._council, "matrix_ids": list(matrix_ids)})
        return {room.matrix_id: room for room in map(_room, rows)}

    async def by_numbers(self, numbers: Iterable[int]) -> dict[int, Room]:
        """Return rooms that we are in or want to open, by our own numbers."""
        rows = await self._session.scalars(_BY_NUMBERS, {"council": self._council, "numbers": list(numbers)})
        return {row.number: _room(row) for row in rows}

    async def joined(self) -> list[Room]:
        """Return every room that we are in."""
        return [each.room for each in await self.standings() if each.state == JOINED]

    async def standings(self) -> list[Standing]:
        """Return every room we know of, those we were invited to or have left as well."""
        rows = await self._session.scalars(
            select(RoomRow).where(RoomRow.council == self._council).order_by(RoomRow.number)
        )
        return [Standing(_room(row), row.state, row.since, row.successor, row.origin) for row in rows]

    async def set_language(self, number: int, language: str | None) -> None:
        """Note the language chosen in a room; None follows the council's."""
        row = await self._session.get(RoomRow, number)
        if row is not None and row.council == self._council:
            row.language = language
            await self._session.flush()

    async def invite(self, matrix_id: str, place: Place, at: datetime, *, person: str | None = None) -> None:
        """Note that we are invited, until we have accepted or refused.

        Args:
            person: by whom, if it is to be a direct chat.
        """
        await self._put(matrix_id, at, state=INVITED, place=place, person=person)

    async def enter(
        self, matrix_id: str, place: Place, at: datetime, *, person: str | None = None, encrypted: bool = False
    ) -> Room:
        """Note that we are in a room, and return it. A room once encrypted stays so."""
        row = await self._put(matrix_id, at, state=JOINED, place=place, person=person)
        row.encrypted = row.encrypted or encrypted
        await self._session.flush()
        return _room(row)

    async def leave(self, matrix_id: str, at: datetime) -> None:
        """Note that we are out of a room. An invitation that has lapsed is forgotten."""
        row = await self._row(matrix_id)
        if row is None:
            return
        if row.state == INVITED:
            await self.forget(matrix_id)
            return
        row.state, row.since = LEFT, at
        await self._session.flush()

    async def encrypt(self, matrix_id: str) -> None:
        """Note that a room is encrypted. There is no way back."""
        row = await self._row(matrix_id)
        if row is not None:
            row.encrypted = True
            await self._session.flush()

    async def close(self, matrix_id: str, successor: str) -> None:
        """Note which room is to follow a room that was closed by an upgrade."""
        row = await self._row(matrix_id)
        if row is not None:
            row.successor = successor
            await self._session.flush()

    async def move(self, matrix_id: str, replacement: str, at: datetime) -> None:
        """Go on under the Matrix ID of the replacement, with our own number, language and encryption kept."""
        row = await self._row(matrix_id)
        if row is None:
            return
        arrived = await self._row(replacement)
        encrypted = row.encrypted or bool(arrived and arrived.encrypted)
        await self.forget(replacement)
        row.origin = row.origin or matrix_id
        row.matrix_id, row.state, row.since, row.successor, row.encrypted = replacement, JOINED, at, None, encrypted
        await self._session.flush()

    async def forget(self, matrix_id: str) -> None:
        """Keep nothing of a room."""
        await self._session.execute(
            delete(RoomRow).where(RoomRow.council == self._council, RoomRow.matrix_id == matrix_id)
        )

    async def _put(self, matrix_id: str, at: datetime, *, state: str, place: Place, person: str | None) -> RoomRow:
        row = await self._row(matrix_id) or (await self._wanted(person) if person and state == JOINED else None)
        if row is None:
            row = RoomRow(council=self._council, encrypted=False)
            self._session.add(row)
        row.matrix_id = matrix_id
        row.state, row.place, row.person, row.since = state, place.value, person, at
        await self._session.flush()
        return row

    async def _row(self, matrix_id: str) -> RoomRow | None:
        row: RoomRow | None = await self._session.scalar(
            select(RoomRow).where(RoomRow.council == self._council, RoomRow.matrix_id == matrix_id)
        )
        return row

    async def _wanted(self, user_id: str) -> RoomRow | None:
        row: RoomRow | None = await self._session.scalar(
            select(RoomRow).where(RoomRow.council == self._council, RoomRow.state == WANTED, RoomRow.person == user_id)
        )
        return row

    async def _newest(self, question: Select[Any], **asked: str) -> Room | None:
        row = (await self._session.execute(question, {"council": self._council, **asked})).first()
        return _room(row) if row else None


# Built once: they are asked for each thing that is said.
_ROOMS = RoomRow.__table__.c
_NEWEST = (
    select(*columns(RoomRow))
    .where(_ROOMS.council == bindparam("council"), _ROOMS.state == JOINED)
    .order_by(_ROOMS.encrypted.desc(), _ROOMS.number.desc())
    .limit(1)
)
_IN_PLACE = _NEWEST.where(_ROOMS.place == bindparam("place"))
_CHAT_WITH = _NEWEST.where(_ROOMS.person == bindparam("person"), _ROOMS.place == Place.DIRECT.value)
_BY_MATRIX_IDS = select(RoomRow).where(
    RoomRow.council == bindparam("council"),
    RoomRow.state == JOINED,
    RoomRow.matrix_id.in_(bindparam("matrix_ids", expanding=True)),
)
_BY_NUMBERS = select(RoomRow).where(
    RoomRow.council == bindparam("council"),
    RoomRow.state.in_((JOINED, WANTED)),
    RoomRow.number.in_(bindparam("numbers", expanding=True)),
)


def _room(row: RoomRow | Row[Any]) -> Room:
    return Room(row.number, row.matrix_id or "", Place(row.place), row.encrypted, row.person, row.language)

"""Pictures from residents: first only where they lie, then what they show, sealed; who sent one is forgotten soon.

While a picture waits to be fetched, or for a case, it is sealed with its sender under the installation's key.
Once it belongs to a case it lies under that case's key, and nothing here tells whose it was.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Identity, Integer, LargeBinary, String, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.picture import Awaited, Picture
from storage.case_keys import CaseKeys
from storage.schema import Table
from storage.seal import Vault

AWAITED, KEPT = "awaited", "kept"


class PictureRow(Table):
    """One picture."""

    __tablename__ = "pictures"

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    council: Mapped[str] = mapped_column(String(64), index=True)
    case: Mapped[int | None] = mapped_column("case_number", Integer)
    contact: Mapped[str | None] = mapped_column(String(32), index=True)
    origin: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(8))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]


class Pictures:
    """The pictures that one council's residents have sent."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault
        self._keys = CaseKeys(session, council, vault)

    async def expect(self, person: str, place: Mapping[str, str], origin: str, at: datetime) -> None:
        """Note a picture that is to be fetched.

        Args:
            place: where it lies and what opens it.
            origin: the opaque name of the message it came with.
        """
        sealed = self._vault.own.seal([person, dict(place)])
        row = PictureRow(council=self._council, origin=origin, state=AWAITED, sealed=sealed, at=at)
        row.contact = self._contact(person)
        self._session.add(row)
        await self._session.flush()

    async def awaited(self) -> list[Awaited]:
        """Return the pictures that are to be fetched, the oldest first."""
        rows = await self._rows(PictureRow.state == AWAITED)
        opened = [(row, *self._vault.own.open(row.sealed)) for row in rows]
        return [Awaited(row.number, person, place, row.at) for row, person, place in opened]

    async def keep(self, awaited: Awaited, data: bytes) -> bool:
        """Keep what a picture shows; say whether it is still wanted: its sender may have taken it back."""
        row = await self._session.get(PictureRow, awaited.number)
        if row is None:
            return False
        row.state, row.sealed = KEPT, self._vault.own.seal([awaited.person, _text(data)])
        await self._session.flush()
        return True

    async def waiting_of(self, person: str) -> list[Picture]:
        """Return somebody's pictures that belong to no case yet, the oldest first."""
        rows = await self._rows(PictureRow.contact == self._contact(person), PictureRow.state == KEPT)
        return [Picture(row.number, None, _bytes(self._vault.own.open(row.sealed)[1]), row.at) for row in rows]

    async def count_of(self, person: str) -> int:
        """Return how many of somebody's pictures wait to be fetched or for a case."""
        return len(await self._rows(PictureRow.contact == self._contact(person)))

    async def give(self, picture: Picture, case: int) -> Picture:
        """Let a waiting picture belong to a case; from now on nothing tells who sent it.

        Raises:
            Refusal: the case's key has been destroyed.
        """
        key = await self._keys.get(case)
        row = await self._session.get_one(PictureRow, picture.number)
        row.case, row.contact, row.sealed = case, None, key.seal(_text(picture.data))
        await self._session.flush()
        return Picture(picture.number, case, picture.data, picture.at)

    async def of(self, case: int) -> list[Picture]:
        """Return the pictures of a case, the oldest first.

        Raises:
            Refusal: the case's key has been destroyed.
        """
        rows = await self._rows(PictureRow.case == case)
        if not rows:
            return []
        key = await self._keys.get(case)
        return [Picture(row.number, case, _bytes(key.open(row.sealed)), row.at) for row in rows]

    async def count_in(self, case: int) -> int:
        """Return how many pictures a case has."""
        query = select(func.count()).select_from(PictureRow)
        query = query.where(PictureRow.council == self._council, PictureRow.case == case)
        return await self._session.scalar(query) or 0

    async def came_with(self, origin: str) -> tuple[int, int | None] | None:
        """Return the number of the picture that came with a message, and its case if it has one."""
        rows = await self._rows(PictureRow.origin == origin)
        return (rows[0].number, rows[0].case) if rows else None

    async def remove(self, numbers: Iterable[int]) -> None:
        """Keep nothing of some pictures."""
        await self._session.execute(
            delete(PictureRow).where(PictureRow.council == self._council, PictureRow.number.in_(list(numbers)))
        )

    async def forget(self, person: str) -> int:
        """Keep nothing of somebody's pictures that belong to no case; return how many there were."""
        rows = await self._rows(PictureRow.contact == self._contact(person))
        await self.remove(row.number for row in rows)
        return len(rows)

    async def lapse(self, before: datetime) -> None:
        """Keep nothing of the pictures that came before a moment and belong to no case."""
        await self._session.execute(
            delete(PictureRow).where(
                PictureRow.council == self._council, PictureRow.case.is_(None), PictureRow.at < before
            )
        )

    async def _rows(self, *conditions: object) -> list[PictureRow]:
        query = select(PictureRow).where(PictureRow.council == self._council, *conditions)  # type: ignore[arg-type]
        return list(await self._session.scalars(query.order_by(PictureRow.number)))

    def _contact(self, person: str) -> str:
        return self._vault.name("contact", self._council, person)


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return b64decode(text)

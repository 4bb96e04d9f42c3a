"""The words of cases: sealed under each case's own key, every version kept."""

from datetime import datetime

from sqlalchemy import Integer, LargeBinary, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.passage import Kind, Passage
from storage.case_keys import CaseKeyRow, CaseKeys
from storage.schema import CouncilTable
from storage.seal import Vault


class PassageRow(CouncilTable):
    """Some words of a case."""

    __tablename__ = "case_words"

    case: Mapped[int] = mapped_column("case_number", Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    by: Mapped[str] = mapped_column("said_by", String(16))
    at: Mapped[datetime]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    origin: Mapped[str | None] = mapped_column(String(64))
    hand: Mapped[str | None] = mapped_column(String(32))


class Passages:
    """What was said in one council's cases."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault
        self._keys = CaseKeys(session, council, vault)

    async def add(  # noqa: PLR0913 - words, and all that is noted of them
        self,
        case: int,
        kind: Kind,
        words: str,
        by: str,
        at: datetime,
        *,
        origin: str | None = None,
        hand: str | None = None,
    ) -> Passage:
        """Store words of a case as the next version of their kind.

        Raises:
            Refusal: the case's key has been destroyed.
        """
        key = await self._keys.get(case)
        last: int | None = await self._session.scalar(
            select(func.max(PassageRow.version)).where(
                PassageRow.council == self._council, PassageRow.case == case, PassageRow.kind == kind.value
            )
        )
        passage = Passage(case, kind, (last or 0) + 1, words, by, at, origin, hand)
        self._session.add(
            PassageRow(
                council=self._council,
                case=case,
                kind=kind.value,
                version=passage.version,
                by=by,
                at=at,
                sealed=key.seal(words),
                origin=origin,
                hand=hand,
            )
        )
        await self._session.flush()
        return passage

    async def of(self, case: int, *kinds: Kind) -> list[Passage]:
        """Return what was said in a case, of some kinds or of all, the oldest first.

        Raises:
            Refusal: the case's key has been destroyed.
        """
        query = select(PassageRow).where(PassageRow.council == self._council, PassageRow.case == case)
        if kinds:
            query = query.where(PassageRow.kind.in_([kind.value for kind in kinds]))
        rows = (await self._session.scalars(query.order_by(PassageRow.at, PassageRow.version))).all()
        if not rows:
            return []
        key = await self._keys.get(case)
        return [
            Passage(case, Kind(row.kind), row.version, key.open(row.sealed), row.by, row.at, row.origin, row.hand)
            for row in rows
        ]

    async def newest(self, kind: Kind) -> dict[int, str]:
        """Return the newest words of a kind of every case whose key there is, by the case's number."""
        rows = await self._session.execute(
            select(PassageRow.case, PassageRow.sealed, CaseKeyRow.wrapped)
            .join(CaseKeyRow, (CaseKeyRow.council == PassageRow.council) & (CaseKeyRow.case == PassageRow.case))
            .where(PassageRow.council == self._council, PassageRow.kind == kind.value)
            .order_by(PassageRow.case, PassageRow.version)
        )
        last = {case: (sealed, wrapped) for case, sealed, wrapped in rows}
        return {case: self._vault.unwrap(wrapped).open(sealed) for case, (sealed, wrapped) in last.items()}

    async def written_in(self, origin: str, kind: Kind) -> tuple[int, int] | None:
        """Return the case and the newest version of the words of a kind that were written in a message."""
        found = await self._session.execute(
            select(PassageRow.case, PassageRow.version)
            .where(PassageRow.council == self._council, PassageRow.origin == origin, PassageRow.kind == kind.value)
            .order_by(PassageRow.version.desc())
            .limit(1)
        )
        row = found.first()
        return (row[0], row[1]) if row else None

    async def latest(self, case: int, kind: Kind) -> Passage | None:
        """Return the newest words of a kind.

        Raises:
            Refusal: the case's key has been destroyed.
        """
        passages = await self.of(case, kind)
        return max(passages, key=lambda each: each.version, default=None)

"""What has been released of cases for everybody to read. The words lie with the cases; here stand their versions."""

from datetime import datetime

from sqlalchemy import Integer, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.passage import Kind
from council.release import Release, Worded
from storage.case_keys import CaseKeyRow
from storage.passages import PassageRow
from storage.schema import CouncilTable
from storage.seal import Vault


class ReleaseRow(CouncilTable):
    """One release of one case."""

    __tablename__ = "releases"

    case: Mapped[int] = mapped_column("case_number", Integer, primary_key=True, autoincrement=False)
    turn: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    summary: Mapped[int] = mapped_column(Integer)
    answer: Mapped[int | None] = mapped_column(Integer)
    answer_kind: Mapped[str] = mapped_column(String(16))
    withdrawn_at: Mapped[datetime | None]


class Releases:
    """What one council has released of its cases."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def of(self, case: int) -> Release | None:
        """Return the newest release of a case, taken back or not, if there is one."""
        row = await self._session.scalar(
            select(ReleaseRow)
            .where(ReleaseRow.council == self._council, ReleaseRow.case == case)
            .order_by(ReleaseRow.turn.desc())
            .limit(1)
        )
        return _release(row) if row else None

    async def all(self) -> list[Release]:
        """Return every release there was, in the order of cases."""
        rows = await self._session.scalars(
            select(ReleaseRow).where(ReleaseRow.council == self._council).order_by(ReleaseRow.case, ReleaseRow.turn)
        )
        return [_release(row) for row in rows]

    async def worded(self, releases: list[Release]) -> list[Worded]:
        """Return releases with their words; those whose words have been destroyed are left out."""
        if not releases:
            return []
        cases = [each.case for each in releases]
        kinds = [Kind.SUMMARY.value, Kind.ANSWER.value, Kind.PUBLIC_ANSWER.value]
        keys = await self._session.scalars(
            select(CaseKeyRow).where(CaseKeyRow.council == self._council, CaseKeyRow.case.in_(cases))
        )
        known = {row.case: self._vault.unwrap(row.wrapped) for row in keys}
        rows = await self._session.scalars(
            select(PassageRow).where(
                PassageRow.council == self._council, PassageRow.case.in_(cases), PassageRow.kind.in_(kinds)
            )
        )
        passages = {(row.case, row.kind, row.version): row.sealed for row in rows}

        def words(release: Release, kind: Kind, version: int | None) -> str:
            sealed = passages.get((release.case, kind.value, version or 0))
            return str(known[release.case].open(sealed)) if sealed is not None else ""

        return [
            Worded(each, words(each, Kind.SUMMARY, each.summary), words(each, each.answer_kind, each.answer))
            for each in releases
            if each.case in known
        ]

    async def save(self, release: Release) -> None:
        """Store a release as it now stands, whether new or known."""
        await self._session.merge(
            ReleaseRow(
                council=self._council,
                case=release.case,
                turn=release.turn,
                at=release.at,
                summary=release.summary,
                answer=release.answer,
                answer_kind=release.answer_kind.value,
                withdrawn_at=release.withdrawn_at,
            )
        )
        await self._session.flush()


def _release(row: ReleaseRow) -> Release:
    return Release(row.case, row.turn, row.at, row.summary, row.answer, Kind(row.answer_kind), row.withdrawn_at)

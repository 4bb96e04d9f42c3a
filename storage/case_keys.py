"""One key for each case. Destroying it destroys the case's words and people in every copy there is."""

from sqlalchemy import Integer, LargeBinary, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.text import Refusal
from storage.schema import CouncilTable
from storage.seal import Key, Vault


class CaseKeyRow(CouncilTable):
    """A case's data key, wrapped under the installation's secret."""

    __tablename__ = "case_keys"

    case: Mapped[int] = mapped_column("case_number", Integer, primary_key=True, autoincrement=False)
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)


class CaseKeys:
    """The keys of one council's cases."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def make(self, case: int) -> None:
        """Give a new case its key."""
        self._session.add(CaseKeyRow(council=self._council, case=case, wrapped=self._vault.new_key()))
        await self._session.flush()

    async def get(self, case: int) -> Key:
        """Return the key of a case.

        Raises:
            Refusal: it has been destroyed, or there was no such case.
        """
        row = await self._session.get(CaseKeyRow, (self._council, case))
        if row is None:
            raise Refusal("case-words-gone", number=f"{case:04d}")
        return self._vault.unwrap(row.wrapped)

    async def destroy(self, case: int) -> None:
        """Make a case's words and people unreadable for good."""
        await self._session.execute(
            delete(CaseKeyRow).where(CaseKeyRow.council == self._council, CaseKeyRow.case == case)
        )

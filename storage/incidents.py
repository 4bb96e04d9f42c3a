"""Personal-data incidents. The post that an incident is about is kept sealed under a key that its closing destroys."""

from datetime import datetime

from sqlalchemy import JSON, Integer, LargeBinary, String, Text, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.incident import Cause, Incident, Step
from council.text import Refusal
from storage.schema import CouncilTable
from storage.seal import Vault


class IncidentRow(CouncilTable):
    """One incident."""

    __tablename__ = "incidents"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    noticed_at: Mapped[datetime]
    cause: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(String(200))
    share: Mapped[int | None] = mapped_column(Integer)
    steps: Mapped[dict[str, str]] = mapped_column(JSON)
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(Text)
    wrapped: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class Incidents:
    """The incidents of one council."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def open(self, at: datetime, cause: Cause, what: str, share: int | None, words: str) -> Incident:
        """Store a new incident, with a sealed copy of the words it is about if there are any."""
        last = await self._session.scalar(
            select(func.max(IncidentRow.number)).where(IncidentRow.council == self._council)
        )
        incident = Incident(1 + (last or 0), at, cause, what, share)
        if cause is not Cause.REPORTED:
            incident = incident.tick(Step.HIDE, at)
        row = IncidentRow(council=self._council, number=incident.number)
        _fill(row, incident)
        if words:
            row.wrapped = self._vault.new_key()
            row.sealed = self._vault.unwrap(row.wrapped).seal(words)
        self._session.add(row)
        await self._session.flush()
        return incident

    async def get(self, number: int) -> Incident:
        """Return one.

        Raises:
            Refusal: there is none of that number.
        """
        return _incident(await self._row(number))

    async def all(self) -> list[Incident]:
        """Return every incident, the oldest first."""
        query = select(IncidentRow).where(IncidentRow.council == self._council).order_by(IncidentRow.number)
        return [_incident(row) for row in await self._session.scalars(query)]

    async def running(self) -> list[Incident]:
        """Return those that are not closed, the oldest first."""
        query = select(IncidentRow).where(IncidentRow.council == self._council, IncidentRow.closed_at.is_(None))
        return [_incident(row) for row in await self._session.scalars(query.order_by(IncidentRow.number))]

    async def save(self, incident: Incident) -> None:
        """Store one as it now stands; of a closed one the sealed words are destroyed."""
        row = await self._row(incident.number)
        _fill(row, incident)
        if incident.closed_at is not None:
            row.wrapped = row.sealed = None
        await self._session.flush()

    async def words_of(self, number: int) -> str | None:
        """Return the words that an incident is about, as long as they are kept.

        Raises:
            Refusal: there is no incident of that number.
        """
        row = await self._row(number)
        if row.wrapped is None or row.sealed is None:
            return None
        return str(self._vault.unwrap(row.wrapped).open(row.sealed))

    async def _row(self, number: int) -> IncidentRow:
        row = await self._session.get(IncidentRow, (self._council, number))
        if row is None:
            raise Refusal("incident-unknown", id=f"P{number}")
        return row


def _fill(row: IncidentRow, incident: Incident) -> None:
    row.noticed_at, row.cause, row.what, row.share = (
        incident.noticed_at,
        incident.cause.value,
        incident.what,
        incident.share,
    )
    row.steps = {step.value: at.isoformat() for step, at in incident.steps.items()}
    row.closed_at, row.outcome = incident.closed_at, incident.outcome


def _incident(row: IncidentRow) -> Incident:
    steps = {Step(step): datetime.fromisoformat(at) for step, at in row.steps.items()}
    return Incident(
        row.number, row.noticed_at, Cause(row.cause), row.what, row.share, steps, row.closed_at, row.outcome
    )

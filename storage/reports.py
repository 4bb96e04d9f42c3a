"""What organisations report before the meetings."""

from datetime import datetime

from sqlalchemy import JSON, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.monthly import Question, Report
from storage.schema import CouncilTable


class ReportRow(CouncilTable):
    """One organisation's report before one meeting."""

    __tablename__ = "reports"

    meeting: Mapped[str] = mapped_column(String(16), primary_key=True)
    organisation: Mapped[str] = mapped_column(String(16), primary_key=True)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    writer: Mapped[str | None] = mapped_column(String(255))
    begun_at: Mapped[datetime]
    handed_in_at: Mapped[datetime | None]


class Reports:
    """The reports of one council's organisations."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def of_meeting(self, meeting: str) -> list[Report]:
        """Return the reports asked for before a meeting, handed in or not, by organisation."""
        rows = await self._session.scalars(
            select(ReportRow)
            .where(ReportRow.council == self._council, ReportRow.meeting == meeting)
            .order_by(ReportRow.organisation)
        )
        return [_report(row) for row in rows]

    async def newest_of(self, organisation: str) -> Report | None:
        """Return the report that an organisation was asked for last."""
        row = await self._session.scalar(
            select(ReportRow)
            .where(ReportRow.council == self._council, ReportRow.organisation == organisation)
            .order_by(ReportRow.begun_at.desc(), ReportRow.meeting.desc())
            .limit(1)
        )
        return _report(row) if row else None

    async def begun_between(self, start: datetime, end: datetime) -> list[Report]:
        """Return the reports asked for from a moment and before another, by organisation."""
        rows = await self._session.scalars(
            select(ReportRow)
            .where(ReportRow.council == self._council, ReportRow.begun_at >= start, ReportRow.begun_at < end)
            .order_by(ReportRow.organisation)
        )
        return [_report(row) for row in rows]

    async def save(self, report: Report) -> None:
        """Store one as it now stands, whether new or known."""
        await self._session.merge(
            ReportRow(
                council=self._council,
                meeting=report.meeting,
                organisation=report.organisation,
                answers={question.value: words for question, words in report.answers.items()},
                writer=report.writer,
                begun_at=report.begun_at,
                handed_in_at=report.handed_in_at,
            )
        )
        await self._session.flush()


def _report(row: ReportRow) -> Report:
    answers = {Question(question): words for question, words in row.answers.items()}
    return Report(row.meeting, row.organisation, row.begun_at, answers, row.writer, row.handed_in_at)

"""Every meeting the council has planned, held or called off."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, Date, Integer, Row, String, Time, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.meeting import AHEAD, Meeting, State
from council.text import Refusal
from storage.memory import once
from storage.schema import CouncilTable, columns


class MeetingRow(CouncilTable):
    """One meeting."""

    __tablename__ = "meetings"

    number: Mapped[str] = mapped_column(String(16), primary_key=True)
    day: Mapped[date] = mapped_column(Date)
    clock: Mapped[time] = mapped_column(Time)
    zone: Mapped[str] = mapped_column(String(64))
    minutes: Mapped[int] = mapped_column(Integer)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    scheduled_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(16))
    series_day: Mapped[date | None] = mapped_column(Date)
    previous: Mapped[list[str]] = mapped_column(JSON)
    adjusted_on: Mapped[date | None] = mapped_column(Date)


class Meetings:
    """The meetings of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def get(self, number: str) -> Meeting:
        """Return a meeting by its number, as 2026-04.

        Raises:
            Refusal: there is none of that number.
        """
        meeting = next((each for each in await self.all() if each.number == number), None)
        if meeting is None:
            raise Refusal("meeting-unknown", number=number)
        return meeting

    async def all(self) -> list[Meeting]:
        """Return every meeting there ever was or is planned, the earliest first."""
        return list(await once(self._session, "meetings", self._all))

    async def ahead(self, now: datetime) -> list[Meeting]:
        """Return the meetings that are not over, the one going on too, the earliest first."""
        ahead = await once(self._session, "meetings ahead", self._ahead)
        return [meeting for meeting in ahead if meeting.ends_at > now]

    async def next(self, now: datetime) -> Meeting:
        """Return the meeting that is going on, else the next one.

        Raises:
            Refusal: none is planned.
        """
        ahead = await self.ahead(now)
        if not ahead:
            raise Refusal("meeting-none-planned")
        return ahead[0]

    async def after(self, meeting: Meeting) -> Meeting | None:
        """Return the planned meeting that follows another, if there is one."""
        return next((each for each in await self.ahead(meeting.ends_at) if each.number != meeting.number), None)

    async def before(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting before another, as it was held or is planned; those called off do not count."""
        earlier = [
            each
            for each in await self.all()
            if each.starts_at < meeting.starts_at and each.state is not State.CANCELLED
        ]
        return earlier[-1] if earlier else None

    async def save(self, meeting: Meeting) -> None:
        """Store a meeting as it now stands, whether new or known."""
        await self._session.merge(
            MeetingRow(
                council=self._council,
                number=meeting.number,
                day=meeting.day,
                clock=meeting.clock,
                zone=meeting.zone,
                minutes=meeting.minutes,
                starts_at=meeting.starts_at,
                scheduled_at=meeting.scheduled_at,
                state=meeting.state.value,
                series_day=meeting.series_day,
                previous=[each.isoformat() for each in meeting.previous],
                adjusted_on=meeting.adjusted_on,
            )
        )

    async def _all(self) -> list[Meeting]:
        return [_meeting(row) for row in await self._session.execute(_ALL, {"council": self._council})]

    async def _ahead(self) -> list[Meeting]:
        return [_meeting(row) for row in await self._session.execute(_AHEAD, {"council": self._council})]


# Built once: they are asked for each batch.
_MEETINGS = MeetingRow.__table__
_ALL = select(*columns(MeetingRow)).where(_MEETINGS.c.council == bindparam("council")).order_by(_MEETINGS.c.starts_at)
_AHEAD = _ALL.where(_MEETINGS.c.state.in_([state.value for state in AHEAD]))


def _meeting(row: Row[Any]) -> Meeting:
    return Meeting(
        number=row.number,
        day=row.day,
        clock=row.clock,
        zone=row.zone,
        minutes=row.minutes,
        scheduled_at=row.scheduled_at,
        state=State(row.state),
        series_day=row.series_day,
        previous=tuple(datetime.fromisoformat(each) for each in row.previous),
        adjusted_on=row.adjusted_on,
    )

"""Residents' cases: where they stand. Not their words (storage.passages) nor who raised them (storage.reporters)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Index, Integer, Row, String, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.case import Card, Case
from council.concern import Category
from council.people import Room
from council.steps import OPEN, Channel, Reason, State
from council.terms import Clock
from council.text import Refusal
from storage.case_keys import CaseKeys
from storage.counts import Counts
from storage.reporters import Reporters
from storage.schema import CouncilTable
from storage.seal import Key, Vault

MOST_NAMED = 10_000
"""So many numbers at most in one statement: a database takes some thirty thousand."""


class CaseRow(CouncilTable):
    """One case, as it now stands."""

    __tablename__ = "cases"
    __table_args__ = (
        Index(None, "council", "state"),
        Index(None, "council", "received_at"),
        Index(None, "council", "closed_at"),
    )

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    year: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime]
    category: Mapped[str] = mapped_column(String(32))
    area: Mapped[str | None] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(16))
    owner: Mapped[str | None] = mapped_column(String(16))
    received_at: Mapped[datetime]
    triage_due: Mapped[date]
    triaged_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    unlinked_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(16))
    same_as: Mapped[int | None] = mapped_column(Integer)
    follows: Mapped[int | None] = mapped_column(Integer)
    confirmed_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    business: Mapped[bool] = mapped_column(server_default=false())
    meeting: Mapped[str | None] = mapped_column(String(32))
    item: Mapped[int | None] = mapped_column(Integer)
    diary_no: Mapped[str | None] = mapped_column(String(60))


class ClockRow(CouncilTable):
    """One promise of an answer: the first, or one made by a reopening."""

    __tablename__ = "case_clocks"

    case: Mapped[int] = mapped_column("case_number", Integer, primary_key=True, autoincrement=False)
    turn: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    started_at: Mapped[datetime]
    due: Mapped[date]
    answered_at: Mapped[datetime | None]
    extended_to: Mapped[date | None]


_COLUMNS = tuple(CaseRow.__table__.c)
_PROMISE = (ClockRow.case, ClockRow.started_at, ClockRow.due, ClockRow.answered_at, ClockRow.extended_to)
_UNASKED = (
    CaseRow.state == State.CLOSED.value,
    CaseRow.channel == Channel.CHAT.value,
    CaseRow.unlinked_at.is_(None),
    CaseRow.asked_at.is_(None),
    # Whoever answers that it is still solved is not asked any more, and says so after the end.
    or_(CaseRow.confirmed_at.is_(None), CaseRow.confirmed_at <= CaseRow.closed_at),
)
"""What holds of a case whose resident is still to be asked whether it stays solved."""


class Cases:
    """Every case one council has been told of."""

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self._session = session
        self._council = council
        self._vault = vault

    async def next_number(self, first: int) -> int:
        """Return the number of the next case: the series runs on over the years.

        Args:
            first: where the series starts.
        """
        last: int | None = await self._session.scalar(
            select(func.max(CaseRow.number)).where(CaseRow.council == self._council)
        )
        return first if last is None else max(first, last + 1)

    async def get(self, number: int) -> Case:
        """Return one case.

        Raises:
            Refusal: there is no case of that number.
        """
        found = await self._found(CaseRow.number == number)
        if not found:
            raise Refusal("case-unknown", number=f"{number:04d}")
        return found[0]

    async def all(self, numbers: Iterable[int] | None = None) -> list[Case]:
        """Return every case, or those of some numbers, the oldest first."""
        if numbers is None:
            return await self._found()
        some = _parts(sorted(set(numbers)))
        return [case for each in some for case in await self._found(CaseRow.number.in_(each))]

    async def cards(self) -> list[Card]:
        """Return what each case is looked up by, the oldest first: of many thousands in a moment."""
        rows = await self._session.execute(
            select(CaseRow.number, CaseRow.year, CaseRow.category, CaseRow.area, CaseRow.triaged_at.is_not(None))
            .where(CaseRow.council == self._council)
            .order_by(CaseRow.number)
        )
        categories = {each.value: each for each in Category}
        return [
            Card(number, year, categories[category], area, is_triaged)
            for number, year, category, area, is_triaged in rows
        ]

    async def live(self) -> list[Case]:
        """Return the cases that somebody still has to do something about, the oldest first."""
        return await self.standing_at({*OPEN, State.RESOLVED})

    async def live_among(self, numbers: Iterable[int]) -> list[Case]:
        """Return those of some cases that somebody still has to do something about, the oldest first."""
        return [case for case in await self.all(numbers) if case.is_live]

    async def standing_at(self, states: Iterable[State]) -> list[Case]:
        """Return the cases in some states, the oldest first."""
        return await self._found(CaseRow.state.in_([state.value for state in states]))

    async def at_meeting(self, meeting: str) -> list[Case]:
        """Return the cases that are to be taken up at a meeting, the oldest first."""
        return await self._found(CaseRow.meeting == meeting)

    async def unasked(self, since: datetime, until: datetime) -> list[Case]:
        """Return the cases closed from one moment to before another whose residents are to be asked again.

        Those who have been asked since are not, nor is anybody of whom there is no chat any more.
        """
        return await self._found(*_UNASKED, CaseRow.closed_at >= since, CaseRow.closed_at < until)

    async def first_unasked(self, since: datetime) -> list[Case]:
        """Return those of them that were closed first from a moment on, at one and the same time."""
        first: datetime | None = await self._session.scalar(
            select(func.min(CaseRow.closed_at)).where(
                CaseRow.council == self._council, *_UNASKED, CaseRow.closed_at >= since
            )
        )
        return await self._found(*_UNASKED, CaseRow.closed_at == first) if first else []

    async def taken_up(self) -> list[Case]:
        """Return the cases that were to be taken up at a meeting, the oldest first."""
        return await self._found(CaseRow.meeting.is_not(None))

    async def first_received(self) -> datetime | None:
        """Return when the first case came; None if none has."""
        first: datetime | None = await self._session.scalar(
            select(func.min(CaseRow.received_at)).where(CaseRow.council == self._council)
        )
        return first

    async def received(self, since: datetime, until: datetime) -> list[Case]:
        """Return the cases received from one moment to before another, the oldest first."""
        return await self._found(CaseRow.received_at >= since, CaseRow.received_at < until)

    async def save(self, case: Case) -> None:
        """Store the case as it now stands. A new one gets its key."""
        if await self._session.get(CaseRow, (self._council, case.number)) is None:
            await CaseKeys(self._session, self._council, self._vault).make(case.number)
        await self._session.merge(_row(self._council, case))
        for turn, clock in enumerate(case.clocks):
            await self._session.merge(
                ClockRow(
                    council=self._council,
                    case=case.number,
                    turn=turn,
                    started_at=clock.started_at,
                    due=clock.due,
                    answered_at=clock.answered_at,
                    extended_to=clock.extended_to,
                )
            )
        await self._session.flush()
        await Counts(self._session, self._council).forget(case.received_at)

    async def key(self, number: int) -> Key:
        """Return the key that a case's words and people are sealed under.

        Raises:
            Refusal: it has been destroyed, or there was no such case.
        """
        return await CaseKeys(self._session, self._council, self._vault).get(number)

    async def chats_of(self, number: int) -> list[Room]:
        """Return the direct chats of those who raised or follow a case; none once they are gone."""
        return await Reporters(self._session, self._council, self._vault).chats_of(number)

    async def _found(self, *conditions: ColumnElement[bool]) -> list[Case]:
        """Return the cases that meet some conditions, the oldest first."""
        # Rows and not objects of the session, and not in order: that would have a database look through all there are.
        query = select(*_COLUMNS).where(CaseRow.council == self._council, *conditions)
        rows = sorted(await self._session.execute(query), key=lambda row: row.number)
        clocks = await self._clocks([row.number for row in rows])
        return [_case(row, tuple(clocks[row.number])) for row in rows]

    async def _clocks(self, numbers: list[int]) -> dict[int, list[Clock]]:
        """Return the promises of some cases, each case's in their order."""
        found: dict[int, list[Clock]] = {number: [] for number in numbers}
        for some in _parts(numbers):
            query = select(*_PROMISE).where(ClockRow.council == self._council, ClockRow.case.in_(some))
            rows = await self._session.execute(query.order_by(ClockRow.case, ClockRow.turn))
            for case, started_at, due, answered_at, extended_to in rows:
                found[case].append(Clock(started_at, due, answered_at, extended_to))
        return found


def _parts(numbers: list[int]) -> list[list[int]]:
    """Return numbers in as many parts as there must be statements to name them all."""
    return [numbers[first : first + MOST_NAMED] for first in range(0, len(numbers), MOST_NAMED)]


def _row(council: str, case: Case) -> CaseRow:
    return CaseRow(
        council=council,
        number=case.number,
        year=case.year,
        state=case.state.value,
        since=case.since,
        category=case.category.value,
        area=case.area,
        language=case.language,
        channel=case.channel.value,
        owner=case.owner,
        received_at=case.received_at,
        triage_due=case.triage_due,
        triaged_at=case.triaged_at,
        resolved_at=case.resolved_at,
        closed_at=case.closed_at,
        unlinked_at=case.unlinked_at,
        reason=case.reason.value if case.reason else None,
        same_as=case.same_as,
        follows=case.follows,
        confirmed_at=case.confirmed_at,
        asked_at=case.asked_at,
        business=case.business,
        meeting=case.meeting,
        item=case.item,
        diary_no=case.diary_no,
    )


def _case(row: Row[Any], clocks: tuple[Clock, ...]) -> Case:
    return Case(
        number=row.number,
        year=row.year,
        received_at=row.received_at,
        triage_due=row.triage_due,
        clocks=clocks,
        since=row.since,
        state=State(row.state),
        category=Category(row.category),
        area=row.area,
        language=row.language,
        channel=Channel(row.channel),
        owner=row.owner,
        triaged_at=row.triaged_at,
        resolved_at=row.resolved_at,
        closed_at=row.closed_at,
        unlinked_at=row.unlinked_at,
        reason=Reason(row.reason) if row.reason else None,
        same_as=row.same_as,
        follows=row.follows,
        confirmed_at=row.confirmed_at,
        asked_at=row.asked_at,
        business=row.business,
        meeting=row.meeting,
        item=row.item,
        diary_no=row.diary_no,
    )

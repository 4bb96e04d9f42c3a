"""What the council's organisations are to do, have promised, and what the council has decided.

Three series of numbers that run on and never restart: X, L and D.
"""

from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import JSON, Date, Index, Integer, Row, String, Text, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from council import action, promise
from council.action import Action, Partner, Report
from council.decision import Decision, Votes
from council.promise import Promise
from council.stems import holds
from council.text import Refusal
from storage.memory import once, remember
from storage.schema import CouncilTable, columns


class ActionRow(CouncilTable):
    """One action."""

    __tablename__ = "actions"
    __table_args__ = (Index(None, "council", "origin"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    owner: Mapped[str] = mapped_column(String(16))
    due: Mapped[date] = mapped_column(Date)
    what: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    answer_due: Mapped[date] = mapped_column(Date)
    sources: Mapped[list[str]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16))
    accepted_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    evidence: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(String(64))
    partners: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    reports: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))


class PromiseRow(CouncilTable):
    """One promise."""

    __tablename__ = "promises"
    __table_args__ = (Index(None, "council", "origin"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    organisation: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column("words_promised", Text)
    due: Mapped[date] = mapped_column(Date)
    made_at: Mapped[datetime]
    case: Mapped[int | None] = mapped_column("case_number", Integer)
    state: Mapped[str] = mapped_column(String(16))
    claimed_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(Text)
    back_on: Mapped[date | None] = mapped_column(Date)
    origin: Mapped[str] = mapped_column(String(64))


class DecisionRow(CouncilTable):
    """One decision."""

    __tablename__ = "decisions"
    __table_args__ = (Index(None, "council", "origin"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    meeting: Mapped[str] = mapped_column(String(16))
    item: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column("words", Text)
    made_at: Mapped[datetime]
    votes: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    origin: Mapped[str] = mapped_column(String(64))
    undone_at: Mapped[datetime | None]


class Actions:
    """The actions of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council
        self.changed = False
        """Whether any was stored in this transaction."""

    async def next_number(self) -> int:
        """Return the next number of the series."""
        return await _next(self._session, self._council, ActionRow.number)

    async def get(self, number: int) -> Action:
        """Return an action.

        Raises:
            Refusal: there is none of that number.
        """
        action = await once(self._session, ("action", number), partial(self._get, number))
        if action is None:
            raise Refusal("action-unknown", id=f"X{number}")
        return action

    async def of_origin(self, origin: str) -> Action | None:
        """Return the action that a message made."""
        row = await self._session.scalar(
            select(ActionRow).where(ActionRow.council == self._council, ActionRow.origin == origin).limit(1)
        )
        return _action(row) if row else None

    async def open(self) -> list[Action]:
        """Return the actions that are not done, the first due first."""
        return list(await once(self._session, "actions open", self._open))

    async def open_among(self, numbers: Iterable[int]) -> list[Action]:
        """Return those of some actions that are not done, and know them when they are asked for one by one."""
        found = await self._session.execute(_SOME_OPEN, {"council": self._council, "numbers": list(numbers)})
        actions = [_action(row) for row in found]
        for each in actions:
            remember(self._session, ("action", int(each.id[1:])), each)
        return actions

    async def all(self) -> list[Action]:
        """Return every action that holds, by number."""
        rows = await self._session.scalars(
            select(ActionRow)
            .where(ActionRow.council == self._council, ActionRow.state != action.State.WITHDRAWN.value)
            .order_by(ActionRow.number)
        )
        return [_action(row) for row in rows]

    async def between(self, start: datetime, end: datetime) -> list[Action]:
        """Return the actions made from a moment and before another, by number."""
        rows = await self._session.scalars(
            select(ActionRow)
            .where(
                ActionRow.council == self._council,
                ActionRow.made_at >= start,
                ActionRow.made_at < end,
                ActionRow.state != action.State.WITHDRAWN.value,
            )
            .order_by(ActionRow.number)
        )
        return [_action(row) for row in rows]

    async def save(self, action: Action) -> None:
        """Store an action as it now stands, whether new or known."""
        self.changed = True
        partners = [_partner_columns(each) for each in action.partners]
        reports = [asdict(each) | {"at": each.at.isoformat()} for each in action.reports] or None
        lists = {"sources": list(action.sources), "partners": partners, "reports": reports}
        columns = asdict(action) | {"state": action.state.value} | lists
        await self._session.merge(ActionRow(council=self._council, **columns))

    async def _get(self, number: int) -> Action | None:
        row = (await self._session.execute(_ONE, {"council": self._council, "number": number})).first()
        return _action(row) if row else None

    async def _open(self) -> list[Action]:
        return [_action(row) for row in await self._session.execute(_OPEN, {"council": self._council})]


# Built once: they are asked for each reminder, of all there are.
_ACTIONS = ActionRow.__table__.c
_ONE = select(*columns(ActionRow)).where(
    _ACTIONS.council == bindparam("council"), _ACTIONS.number == bindparam("number")
)
_OPEN = (
    select(*columns(ActionRow))
    .where(
        _ACTIONS.council == bindparam("council"),
        _ACTIONS.state.not_in([action.State.DONE.value, action.State.WITHDRAWN.value]),
    )
    .order_by(_ACTIONS.due, _ACTIONS.number)
)
_SOME_OPEN = _OPEN.where(_ACTIONS.number.in_(bindparam("numbers", expanding=True)))


class Promises:
    """The promises made in public by the organisations of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def next_number(self) -> int:
        """Return the next number of the series."""
        return await _next(self._session, self._council, PromiseRow.number)

    async def get(self, number: int) -> Promise:
        """Return a promise.

        Raises:
            Refusal: there is none of that number.
        """
        row = await self._session.get(PromiseRow, (self._council, number))
        if row is None:
            raise Refusal("promise-unknown", id=f"L{number}")
        return _promise(row)

    async def all(self) -> list[Promise]:
        """Return every promise that holds, by number."""
        rows = await self._session.scalars(
            select(PromiseRow)
            .where(PromiseRow.council == self._council, PromiseRow.state != promise.State.WITHDRAWN.value)
            .order_by(PromiseRow.number)
        )
        return [_promise(row) for row in rows]

    async def for_case(self, case: int) -> list[Promise]:
        """Return the promises that answer a case, by number."""
        return [promise for promise in await self.all() if promise.case == case]

    async def save(self, promise: Promise) -> None:
        """Store a promise as it now stands, whether new or known."""
        await self._session.merge(PromiseRow(council=self._council, **asdict(promise) | {"state": promise.state.value}))


class Decisions:
    """The decisions of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def next_number(self) -> int:
        """Return the next number of the series."""
        return await _next(self._session, self._council, DecisionRow.number)

    async def get(self, number: int) -> Decision:
        """Return a decision.

        Raises:
            Refusal: there is none of that number.
        """
        row = await self._session.get(DecisionRow, (self._council, number))
        if row is None:
            raise Refusal("decision-unknown", id=f"D{number}")
        return _decision(row)

    async def of_meeting(self, meeting: str) -> list[Decision]:
        """Return what was decided at a meeting and holds, by number."""
        return [each for each in await self.all() if each.meeting == meeting]

    async def between(self, start: datetime, end: datetime) -> list[Decision]:
        """Return what was decided outside any meeting, from a moment and before another."""
        return [each for each in await self.all() if not each.meeting and start <= each.made_at < end]

    async def holding(self, words: str) -> list[Decision]:
        """Return the decisions of all years that hold all of some words in whatever form, the newest first."""
        return [each for each in reversed(await self.all()) if holds(f"{each.id} {each.text}", words)]

    async def all(self) -> list[Decision]:
        """Return every decision that holds, by number."""
        rows = await self._session.scalars(
            select(DecisionRow)
            .where(DecisionRow.council == self._council, DecisionRow.undone_at.is_(None))
            .order_by(DecisionRow.number)
        )
        return [_decision(row) for row in rows]

    async def save(self, decision: Decision) -> None:
        """Store a decision."""
        await self._session.merge(DecisionRow(council=self._council, **asdict(decision)))


async def _next(session: AsyncSession, council: str, number: InstrumentedAttribute[int]) -> int:
    last = await session.scalar(select(func.max(number)).where(number.class_.council == council))
    return 1 + (last or 0)


def _action(row: ActionRow | Row[Any]) -> Action:
    partners = tuple(_partner(each) for each in row.partners or ())
    reports = tuple(_report(each) for each in row.reports or ())
    values = {"state": action.State(row.state), "sources": tuple(row.sources), "partners": partners, "reports": reports}
    return Action(**_values(row, Action) | values)


def _partner_columns(partner: Partner) -> dict[str, Any]:
    accepted_at = partner.accepted_at.isoformat() if partner.accepted_at else None
    return {"organisation": partner.organisation, "accepted_at": accepted_at}


def _partner(columns: dict[str, Any]) -> Partner:
    accepted_at = columns["accepted_at"]
    return Partner(columns["organisation"], datetime.fromisoformat(accepted_at) if accepted_at else None)


def _report(columns: dict[str, Any]) -> Report:
    return Report(columns["organisation"], datetime.fromisoformat(columns["at"]), columns["words"])


def _promise(row: PromiseRow) -> Promise:
    return Promise(**_values(row, Promise) | {"state": promise.State(row.state)})


def _decision(row: DecisionRow) -> Decision:
    decision = Decision(**_values(row, Decision))
    return replace(decision, votes=Votes(**row.votes) if row.votes else None)


def _values(row: CouncilTable | Row[Any], value: type[Action | Promise | Decision]) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(value)}

"""What was put to the vote, and how each organisation voted."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Index, Integer, String, Text, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.decision import Votes
from council.text import Refusal
from council.vote import Ballot, Choice, Vote
from storage.schema import CouncilTable


class BallotRow(CouncilTable):
    """One question."""

    __tablename__ = "ballots"
    __table_args__ = (Index(None, "council", "meeting"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    meeting: Mapped[str] = mapped_column(String(16))
    item: Mapped[str] = mapped_column(String(16))
    proposal: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[datetime]
    is_secret: Mapped[bool] = mapped_column(Boolean)
    closes_at: Mapped[datetime | None]
    recused: Mapped[list[str]] = mapped_column(JSON)
    closed_at: Mapped[datetime | None]
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    decision: Mapped[int | None] = mapped_column(Integer)
    annulled_at: Mapped[datetime | None]
    origin: Mapped[str] = mapped_column(String(64))


class VoteRow(CouncilTable):
    """One organisation's vote: its key makes sure that there is only one."""

    __tablename__ = "ballot_votes"

    ballot: Mapped[int] = mapped_column(Integer, primary_key=True)
    organisation: Mapped[str] = mapped_column(String(16), primary_key=True)
    choice: Mapped[str | None] = mapped_column(String(8))
    person: Mapped[str] = mapped_column(String(255))
    at: Mapped[datetime]


class Ballots:
    """The votes of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def next_number(self) -> int:
        """Return the next number of the series."""
        last = await self._session.scalar(select(func.max(BallotRow.number)).where(BallotRow.council == self._council))
        return 1 + (last or 0)

    async def get(self, number: int) -> Ballot:
        """Return a vote.

        Raises:
            Refusal: there is none of that number.
        """
        row = await self._session.get(BallotRow, (self._council, number))
        if row is None:
            raise Refusal("vote-unknown", id=f"V{number}")
        return await self._ballot(row)

    async def of_meeting(self, meeting: str) -> list[Ballot]:
        """Return what was put to the vote at a meeting and holds, by number; "" for those between meetings."""
        rows = await self._session.scalars(
            select(BallotRow)
            .where(BallotRow.council == self._council, BallotRow.meeting == meeting, BallotRow.annulled_at.is_(None))
            .order_by(BallotRow.number)
        )
        return [await self._ballot(row) for row in rows.all()]

    async def open(self) -> list[Ballot]:
        """Return what one can vote on now, by number."""
        rows = await self._session.scalars(
            select(BallotRow)
            .where(BallotRow.council == self._council, BallotRow.closed_at.is_(None), BallotRow.annulled_at.is_(None))
            .order_by(BallotRow.number)
        )
        return [await self._ballot(row) for row in rows.all()]

    async def save(self, ballot: Ballot) -> None:
        """Store a vote as it now stands."""
        row = BallotRow(
            council=self._council,
            number=ballot.number,
            meeting=ballot.meeting,
            item=ballot.item,
            proposal=ballot.proposal,
            opened_at=ballot.opened_at,
            is_secret=ballot.is_secret,
            closes_at=ballot.closes_at,
            recused=list(ballot.recused),
            closed_at=ballot.closed_at,
            result=asdict(ballot.result) if ballot.result else None,
            decision=ballot.decision,
            annulled_at=ballot.annulled_at,
            origin=ballot.origin,
        )
        await self._session.merge(row)
        await self._save_votes(ballot)

    async def _save_votes(self, ballot: Ballot) -> None:
        kept = [each.organisation for each in ballot.votes]
        await self._session.execute(
            delete(VoteRow).where(
                VoteRow.council == self._council,
                VoteRow.ballot == ballot.number,
                VoteRow.organisation.not_in(kept),
            )
        )
        for each in ballot.votes:
            choice = each.choice.value if each.choice else None
            await self._session.merge(
                VoteRow(
                    council=self._council,
                    ballot=ballot.number,
                    organisation=each.organisation,
                    choice=choice,
                    person=each.person,
                    at=each.at,
                )
            )

    async def _ballot(self, row: BallotRow) -> Ballot:
        votes = await self._session.scalars(
            select(VoteRow)
            .where(VoteRow.council == self._council, VoteRow.ballot == row.number)
            .order_by(VoteRow.at, VoteRow.organisation)
        )
        return Ballot(
            number=row.number,
            meeting=row.meeting,
            item=row.item,
            proposal=row.proposal,
            opened_at=row.opened_at,
            is_secret=row.is_secret,
            closes_at=row.closes_at,
            votes=tuple(_vote(each) for each in votes),
            recused=tuple(row.recused),
            closed_at=row.closed_at,
            result=Votes(**row.result) if row.result else None,
            decision=row.decision,
            annulled_at=row.annulled_at,
            origin=row.origin,
        )


def _vote(row: VoteRow) -> Vote:
    return Vote(row.organisation, Choice(row.choice) if row.choice else None, row.person, row.at)

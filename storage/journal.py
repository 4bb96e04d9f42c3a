"""Who did what and when: appended in the transaction of the change itself. No words of people, no residents.

Nothing in it can be changed: the database refuses it, and the chain of seals (chain.py) shows what was changed
all the same. Only the oldest entries may go, by decision, and then the place that the rest begins at is kept.
"""

from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import DDL, Index, Integer, String, delete, event, func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.chain import Entry, Fields, Head, Linked, faults, first, following, moment
from storage.councils import CouncilRow
from storage.schema import CouncilTable

__all__ = ["Entry", "Head", "Journal"]


class JournalRow(CouncilTable):
    """One entry."""

    __tablename__ = "journal"
    __table_args__ = (Index(None, "council", "subject"),)

    step: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(32))
    who: Mapped[str] = mapped_column(String(255))
    what: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(String(400))
    seal: Mapped[str] = mapped_column(String(64))


class JournalHeadRow(CouncilTable):
    """Where a journal begins and ends: the last entry that was disposed of, and the last there is."""

    __tablename__ = "journal_heads"

    base: Mapped[int] = mapped_column(Integer)
    base_seal: Mapped[str] = mapped_column(String(64))
    step: Mapped[int] = mapped_column(Integer)
    seal: Mapped[str] = mapped_column(String(64))


GUARDS = {
    "sqlite": (
        (
            "CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
        ),
        (
            "CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal WHEN OLD.step > "
            "coalesce((SELECT base FROM journal_heads WHERE council = OLD.council), 0) "
            "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF TG_OP = 'DELETE' AND OLD.step <= "
            "coalesce((SELECT base FROM journal_heads WHERE council = OLD.council), 0) THEN RETURN OLD; END IF; "
            "RAISE EXCEPTION 'the journal is only added to'; END $$"
        ),
        (
            "CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE ON journal "
            "FOR EACH ROW EXECUTE FUNCTION keep_journal()"
        ),
        "CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON journal EXECUTE FUNCTION keep_journal()",
    ),
}
"""Statements that make the table refuse changes, for each engine. A migration repeats them as they were then."""

for _engine, _statements in GUARDS.items():
    for _statement in _statements:
        _guard: Any = DDL(_statement).execute_if(dialect=_engine)  # type: ignore[no-untyped-call]
        event.listen(JournalHeadRow.__table__, "after_create", _guard)


class Journal:
    """One council's journal: it can be added to and read, nothing else.

    What a transaction adds is linked at its end, at once: then the head is held for a moment only.
    """

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council
        self._pending: list[Entry] = []

    async def write(self, at: datetime, who: str, what: str, subject: str, note: str | None = None) -> None:
        """Append an entry."""
        self._pending.append(Entry(at, who, what, subject, note))

    @property
    def pending(self) -> int:
        """How many entries wait for the end of the transaction."""
        return len(self._pending)

    def forget_since(self, pending: int) -> None:
        """Take back the entries of something that is undone."""
        del self._pending[pending:]

    async def flush(self) -> None:
        """Link and store what this transaction has added; its last act."""
        if not self._pending:
            return
        row = await self._held()
        head, rows = Head(row.step, row.seal), []
        for entry in self._pending:
            link = following(head, self._council, entry)
            head = Head(link.step, link.seal)
            rows.append({"council": self._council, "step": link.step, "seal": link.seal, **_named(link.fields)})
        await self._session.execute(insert(JournalRow), rows)
        row.step, row.seal = head.step, head.seal
        self._pending.clear()
        await self._session.flush()

    async def about(self, subject: str) -> list[Entry]:
        """Return all that happened to something, the oldest first."""
        rows = await self._session.scalars(
            select(JournalRow)
            .where(JournalRow.council == self._council, JournalRow.subject == subject)
            .order_by(JournalRow.step)
        )
        return [*(_link(row).entry for row in rows), *(entry for entry in self._pending if entry.subject == subject)]

    async def count(self, subject: str, since: datetime) -> int:
        """Return how much has happened to something from a moment on."""
        stored = await self._session.scalar(
            select(func.count()).where(
                JournalRow.council == self._council, JournalRow.subject == subject, JournalRow.at >= moment(since)
            )
        )
        return (stored or 0) + sum(entry.subject == subject and entry.at >= since for entry in self._pending)

    async def between(self, start: datetime, end: datetime) -> list[tuple[int, Entry]]:
        """Return what happened in a span, as (step, entry), the oldest first."""
        return [(link.step, link.entry) async for link in self._links() if start <= link.entry.at < end]

    async def head(self) -> Head:
        """Return the last link that is stored."""
        row = await self._session.get(JournalHeadRow, (self._council,))
        return Head(row.step, row.seal) if row else first(self._council)

    async def faults(self, written: Iterable[Head] = ()) -> list[str]:
        """Compute every seal again and return what is wrong, a sentence each; nothing if all is well.

        Args:
            written: heads that were written down outside the database.
        """
        row = await self._session.get(JournalHeadRow, (self._council,), populate_existing=True)
        base = Head(row.base, row.base_seal) if row else first(self._council)
        heads = [*written, *([Head(row.step, row.seal)] if row else [])]
        try:
            links = [link async for link in self._links()]
        except (SQLAlchemyError, ValueError, TypeError):
            return ["an entry cannot be read"]
        known = select(CouncilRow.slug).where(CouncilRow.slug == self._council)
        if row is None and not links and await self._session.scalar(known):
            return ["all of it is gone"]
        return list(faults(self._council, base, links, heads))

    async def dispose(self, before: datetime) -> int:
        """Destroy the entries older than a moment, and keep the place that the rest begins at; return how many."""
        newer = await self._session.scalar(
            select(func.min(JournalRow.step)).where(
                JournalRow.council == self._council, JournalRow.at >= moment(before)
            )
        )
        row = await self._held()
        last = row.step if newer is None else newer - 1
        kept = await self._session.get(JournalRow, (self._council, last))
        if kept is None:
            return 0
        gone = last - row.base
        row.base, row.base_seal = last, kept.seal
        await self._session.flush()
        await self._session.execute(
            delete(JournalRow).where(JournalRow.council == self._council, JournalRow.step <= last)
        )
        return gone

    async def _held(self) -> JournalHeadRow:
        """Return the head, held until the transaction ends, so that two of them do not link to the same entry."""
        query = select(JournalHeadRow).where(JournalHeadRow.council == self._council).with_for_update()
        row: JournalHeadRow | None = await self._session.scalar(query.execution_options(populate_existing=True))
        if row is None:
            start = first(self._council)
            row = JournalHeadRow(council=self._council, base=0, base_seal=start.seal, step=0, seal=start.seal)
            self._session.add(row)
            await self._session.flush()
        return row

    async def _links(self) -> AsyncIterator[Linked]:
        query = select(JournalRow).where(JournalRow.council == self._council).order_by(JournalRow.step)
        async for row in await self._session.stream_scalars(query.execution_options(yield_per=1000)):
            yield _link(row)


def _link(row: JournalRow) -> Linked:
    return Linked(row.step, (row.at, row.who, row.what, row.subject, row.note), row.seal)


def _named(fields: Fields) -> dict[str, str | None]:
    return dict(zip(("at", "who", "what", "subject", "note"), fields, strict=True))

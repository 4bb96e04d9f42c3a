"""What happened at each meeting, entry by entry, and what organisations said beforehand."""

from datetime import datetime, time
from functools import partial

from sqlalchemy import Index, Integer, String, Text, Time, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from council.attendance import Intention, Word
from council.proceedings import Act, Entry, Proceedings
from storage.memory import once
from storage.schema import CouncilTable


class EntryRow(CouncilTable):
    """One entry of the record of a meeting, the struck ones too."""

    __tablename__ = "proceedings"
    __table_args__ = (Index(None, "council", "act"),)

    meeting: Mapped[str] = mapped_column(String(16), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    act: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    noted_at: Mapped[datetime]
    item: Mapped[str] = mapped_column(String(16))
    organisation: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str] = mapped_column(String(16))
    words: Mapped[str] = mapped_column(Text)
    person: Mapped[str | None] = mapped_column(String(255))
    origin: Mapped[str] = mapped_column(String(64))
    struck_at: Mapped[datetime | None]


class IntentionRow(CouncilTable):
    """What one organisation said last about one meeting."""

    __tablename__ = "intentions"

    meeting: Mapped[str] = mapped_column(String(16), primary_key=True)
    organisation: Mapped[str] = mapped_column(String(16), primary_key=True)
    word: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    clock: Mapped[time | None] = mapped_column(Time)
    person: Mapped[str | None] = mapped_column(String(255))
    origin: Mapped[str] = mapped_column(String(64))


class Records:
    """The records of one council's meetings."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def of(self, meeting: str) -> Proceedings:
        """Return the record of a meeting, empty before anything has happened."""
        return await once(self._session, ("record", meeting), partial(self._of, meeting))

    async def every(self) -> dict[str, Proceedings]:
        """Return the record of each meeting at which anything has happened, by its number."""
        entries: dict[str, list[Entry]] = {}
        query = select(EntryRow).where(EntryRow.council == self._council).order_by(EntryRow.meeting, EntryRow.number)
        for row in await self._session.scalars(query):
            entries.setdefault(row.meeting, []).append(_entry(row))
        return {meeting: Proceedings(meeting, tuple(each)) for meeting, each in entries.items()}

    async def running(self) -> str | None:
        """Return the number of the meeting that is opened and not closed, the last one opened."""
        return await once(self._session, "meeting running", self._running)

    async def adjusted_by(self) -> dict[str, datetime]:
        """Return when each organisation was last chosen to adjust minutes, by its code."""
        rows = await self._session.scalars(
            select(EntryRow)
            .where(EntryRow.council == self._council, EntryRow.act == Act.ADJUSTER.value, EntryRow.struck_at.is_(None))
            .order_by(EntryRow.at)
        )
        return {row.organisation: row.at for row in rows}

    async def save(self, proceedings: Proceedings) -> None:
        """Store a record as it now stands. Of an entry that is there already only the striking can change."""
        known = {
            row.number: row
            for row in await self._session.scalars(
                select(EntryRow).where(EntryRow.council == self._council, EntryRow.meeting == proceedings.meeting)
            )
        }
        for entry in proceedings.entries:
            if entry.number in known:
                known[entry.number].struck_at = entry.struck_at
            else:
                self._session.add(_row(self._council, proceedings.meeting, entry))
        await self._session.flush()

    async def intentions(self, meeting: str) -> list[Intention]:
        """Return what organisations have said about a meeting, the first to answer first."""
        rows = await self._session.scalars(
            select(IntentionRow)
            .where(IntentionRow.council == self._council, IntentionRow.meeting == meeting)
            .order_by(IntentionRow.at, IntentionRow.organisation)
        )
        return [_intention(row) for row in rows]

    async def every_intention(self) -> dict[str, tuple[Intention, ...]]:
        """Return what organisations have said about each meeting, by its number."""
        said: dict[str, list[Intention]] = {}
        for row in await self._session.scalars(select(IntentionRow).where(IntentionRow.council == self._council)):
            said.setdefault(row.meeting, []).append(_intention(row))
        return {meeting: tuple(each) for meeting, each in said.items()}

    async def intend(self, meeting: str, intention: Intention) -> None:
        """Store what an organisation says about a meeting, in place of what it said before."""
        await self._session.merge(
            IntentionRow(
                council=self._council,
                meeting=meeting,
                organisation=intention.organisation,
                word=intention.word.value,
                at=intention.at,
                clock=intention.clock,
                person=intention.person,
                origin=intention.origin,
            )
        )

    async def forget_intention(self, meeting: str, origin: str) -> bool:
        """Take back what a message said about a meeting; say whether it still held."""
        gone = await self._session.execute(
            delete(IntentionRow)
            .where(
                IntentionRow.council == self._council, IntentionRow.meeting == meeting, IntentionRow.origin == origin
            )
            .returning(IntentionRow.organisation)
        )
        return bool(gone.all())

    async def _of(self, meeting: str) -> Proceedings:
        rows = await self._session.scalars(
            select(EntryRow)
            .where(EntryRow.council == self._council, EntryRow.meeting == meeting)
            .order_by(EntryRow.number)
        )
        return Proceedings(meeting, tuple(_entry(row) for row in rows))

    async def _running(self) -> str | None:
        meeting: str | None = await self._session.scalar(_RUNNING, {"council": self._council})
        return meeting


def _intention(row: IntentionRow) -> Intention:
    return Intention(row.organisation, Word(row.word), row.at, row.clock, row.person, row.origin)


def _row(council: str, meeting: str, entry: Entry) -> EntryRow:
    return EntryRow(
        council=council,
        meeting=meeting,
        number=entry.number,
        act=entry.act.value,
        at=entry.at,
        noted_at=entry.noted_at,
        item=entry.item,
        organisation=entry.organisation,
        subject=entry.subject,
        words=entry.words,
        person=entry.person,
        origin=entry.origin,
        struck_at=entry.struck_at,
    )


_ENDED = aliased(EntryRow)
# Built once: it is asked for each command about meetings.
_RUNNING = (
    select(EntryRow.meeting)
    .where(
        EntryRow.council == bindparam("council"),
        EntryRow.act == Act.STARTED.value,
        EntryRow.struck_at.is_(None),
        ~select(_ENDED.number)
        .where(
            _ENDED.council == EntryRow.council,
            _ENDED.meeting == EntryRow.meeting,
            _ENDED.act == Act.ENDED.value,
            _ENDED.struck_at.is_(None),
        )
        .exists(),
    )
    .order_by(EntryRow.at.desc())
    .limit(1)
)


def _entry(row: EntryRow) -> Entry:
    return Entry(
        number=row.number,
        act=Act(row.act),
        at=row.at,
        noted_at=row.noted_at,
        item=row.item,
        organisation=row.organisation,
        subject=row.subject,
        words=row.words,
        person=row.person,
        origin=row.origin,
        struck_at=row.struck_at,
    )

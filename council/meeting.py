"""One meeting of the council: when it is, how long, and what has become of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from council.calendar import exists, instant
from council.text import Refusal


class State(Enum):
    """What has become of a meeting. Frozen: its agenda is fixed and the notice is out."""

    PLANNED = "planned"
    FROZEN = "frozen"
    HELD = "held"
    CANCELLED = "cancelled"


AHEAD = frozenset({State.PLANNED, State.FROZEN})


@dataclass(frozen=True)
class Meeting:
    """A meeting. The wall time is what was decided; the instant follows from it. Every change returns a new value.

    Args:
        number: what it is called for good, also after a move: 2026-04.
        day: the date on the council's wall.
        clock: the time of day on the council's wall.
        zone: the IANA name of the time zone it was decided in.
        minutes: how long it lasts.
        scheduled_at: when its present time was decided; no reminder of an earlier moment is sent for it.
        series_day: the day that the council's rule gave it; None if it was added by hand. A moved or cancelled
            meeting keeps it, so that the rule does not make the same one again.
        previous: the instants it was at before, the first one first.
        adjusted_on: the day its minutes were adjusted.
    """

    number: str
    day: date
    clock: time
    zone: str
    minutes: int
    scheduled_at: datetime
    state: State = State.PLANNED
    series_day: date | None = None
    previous: tuple[datetime, ...] = ()
    adjusted_on: date | None = None

    @property
    def starts_at(self) -> datetime:
        """Return the instant it begins, in UTC."""
        return instant(self.day, self.clock, ZoneInfo(self.zone))

    @property
    def ends_at(self) -> datetime:
        """Return the instant it is to end, in UTC."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_ahead(self) -> bool:
        """Whether it has neither been held nor cancelled."""
        return self.state in AHEAD

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not be, or was not, held."""
        return self.state is State.CANCELLED

    def freeze(self) -> "Meeting":
        """Return it with its agenda fixed.

        Raises:
            Refusal: it is fixed already, held or cancelled.
        """
        self._must_be_ahead()
        if self.state is State.FROZEN:
            raise Refusal("meeting-already-frozen", meeting=self.number, starts=self.starts_at)
        return replace(self, state=State.FROZEN)

    def move(self, day: date, clock: time, at: datetime, minutes: int | None = None) -> "Meeting":
        """Return it at another time. Its agenda is open again until the new closing date.

        Args:
            day: the new date.
            clock: the new time of day.
            at: the moment of the decision.
            minutes: the new length; None keeps it.

        Raises:
            Refusal: it is held, cancelled or begun; the new time is past, the same, or skipped by the clock.
        """
        self._must_not_have_begun(at)
        moved = replace(
            self,
            day=day,
            clock=clock,
            minutes=minutes or self.minutes,
            scheduled_at=at,
            state=State.PLANNED,
            previous=(*self.previous, self.starts_at),
        )
        if (day, clock, moved.minutes) == (self.day, self.clock, self.minutes):
            raise Refusal("meeting-already-then", meeting=self.number, starts=self.starts_at)
        if not exists(day, clock, ZoneInfo(self.zone)):
            raise Refusal("time-is-skipped", day=day, clock=clock)
        if moved.starts_at <= at:
            raise Refusal("meeting-in-the-past", starts=moved.starts_at)
        return moved

    def cancel(self, at: datetime) -> "Meeting":
        """Return it cancelled, before it has begun.

        Raises:
            Refusal: it is held, cancelled already or begun.
        """
        self._must_not_have_begun(at)
        return replace(self, state=State.CANCELLED, scheduled_at=at)

    def hold(self, at: datetime) -> "Meeting":
        """Return it as held, once it has begun.

        Raises:
            Refusal: it is held already, cancelled, or has not begun.
        """
        self._must_be_ahead()
        if at < self.starts_at:
            raise Refusal("meeting-not-begun", meeting=self.number, starts=self.starts_at)
        return replace(self, state=State.HELD)

    def adjust(self, day: date) -> "Meeting":
        """Return it with the day its minutes were adjusted; a later version keeps the first day.

        Raises:
            Refusal: it is cancelled.
        """
        if self.is_cancelled:
            raise Refusal("meeting-cancelled", meeting=self.number, starts=self.starts_at)
        return replace(self, adjusted_on=self.adjusted_on or day)

    def _must_be_ahead(self) -> None:
        if self.state is State.HELD:
            raise Refusal("meeting-held", meeting=self.number, starts=self.starts_at)
        if self.is_cancelled:
            raise Refusal("meeting-cancelled", meeting=self.number, starts=self.starts_at)

    def _must_not_have_begun(self, at: datetime) -> None:
        self._must_be_ahead()
        if at >= self.starts_at:
            raise Refusal("meeting-begun", meeting=self.number, starts=self.starts_at)


def number_for(day: date, taken: frozenset[str]) -> str:
    """Return a free number for a meeting of a month: 2026-04, then 2026-04b, 2026-04c and so on.

    Raises:
        Refusal: there are 26 of that month already.
    """
    month = f"{day:%Y-%m}"
    numbers = (month, *(month + letter for letter in "bcdefghijklmnopqrstuvwxyz"))
    free = next((number for number in numbers if number not in taken), None)
    if free is None:
        raise Refusal("meeting-too-many", month=month)
    return free


def planned(day: date, clock: time, zone: str, minutes: int, at: datetime, taken: frozenset[str]) -> Meeting:
    """Return an extra meeting, outside the series.

    Args:
        day: its date.
        clock: its time of day.
        zone: the council's time zone.
        minutes: how long it lasts.
        at: the moment of the decision.
        taken: the numbers of all meetings there are, cancelled ones too.

    Raises:
        Refusal: its time is past or skipped by the clock.
    """
    meeting = Meeting(number_for(day, taken), day, clock, zone, minutes, at)
    if not exists(day, clock, ZoneInfo(zone)):
        raise Refusal("time-is-skipped", day=day, clock=clock)
    if meeting.starts_at <= at:
        raise Refusal("meeting-in-the-past", starts=meeting.starts_at)
    return meeting

"""A council's year, as it accounts for it: the meetings, who came, the measures, and what was not done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from council.attendance import Intention, Word
from council.measures import Measures, Seat
from council.meeting import Meeting, State
from council.people import Organisation
from council.proceedings import Proceedings, times_lost


@dataclass(frozen=True)
class Assembly:
    """A meeting as it went.

    Args:
        intentions: what organisations said beforehand.
    """

    meeting: Meeting
    proceedings: Proceedings
    intentions: tuple[Intention, ...] = ()

    @property
    def was_held(self) -> bool:
        """Whether a roll was called or the meeting opened."""
        return self.proceedings.is_called or self.proceedings.started_at is not None


@dataclass(frozen=True)
class Year:
    """One year.

    Args:
        is_over: whether nothing of it is to come.
        held, moved, cancelled: how many meetings.
        without_quorum: at how many meetings the quorum was missing or lost.
        measures: None while nothing could be measured.
    """

    year: int
    first: date
    last: date
    is_over: bool
    held: int
    moved: int
    cancelled: int
    without_quorum: int
    seats: tuple[Seat, ...]
    measures: Measures | None


def seats(assemblies: Iterable[Assembly], organisations: Sequence[Organisation]) -> tuple[Seat, ...]:
    """Return how often each organisation was there, had said that it could not come, or was missing."""
    held = [each for each in assemblies if each.was_held]
    present: dict[str, int] = {}
    excused: dict[str, int] = {}
    for each in held:
        ends = each.proceedings.ended_at or each.meeting.ends_at
        said_no = {said.organisation for said in each.intentions if said.word is Word.NO}
        for code in (organisation.code for organisation in organisations):
            if each.proceedings.spans(code, ends):
                present[code] = present.get(code, 0) + 1
            elif code in said_no:
                excused[code] = excused.get(code, 0) + 1
    return tuple(
        Seat(code, came := present.get(code, 0), away := excused.get(code, 0), len(held) - came - away)
        for code in (organisation.code for organisation in organisations)
    )


def year_of(
    year: int, assemblies: Sequence[Assembly], organisations: Sequence[Organisation], now: datetime, figures: Measures
) -> Year:
    """Return what is to be told of a year.

    Args:
        assemblies: the meetings of that year, whatever became of them.
        figures: the year's measures.
    """
    of_year = [each for each in assemblies if each.meeting.day.year == year]
    over = [each for each in of_year if each.meeting.ends_at <= now]
    voting = [each.code for each in organisations if each.votes]
    return Year(
        year=year,
        first=figures.first,
        last=figures.last,
        is_over=figures.last == date(year, 12, 31) and now.year > year,
        held=sum(each.was_held for each in over),
        moved=sum(bool(each.meeting.previous) for each in of_year),
        cancelled=sum(each.meeting.state is State.CANCELLED for each in of_year),
        without_quorum=sum(each.was_held and times_lost(each.proceedings, voting) > 0 for each in over),
        seats=seats(over, organisations),
        measures=figures,
    )


def by_meeting(
    meetings: Iterable[Meeting],
    proceedings: Mapping[str, Proceedings],
    intentions: Mapping[str, tuple[Intention, ...]],
) -> tuple[Assembly, ...]:
    """Return each meeting with its record."""
    return tuple(
        Assembly(each, proceedings.get(each.number, Proceedings(each.number)), intentions.get(each.number, ()))
        for each in meetings
    )

"""The spans that figures are counted over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from council.calendar import day_of, instant
from council.meeting import Meeting

YEAR = timedelta(days=365)
MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Period:
    """From the end of one meeting to a later moment.

    Args:
        first: the first whole day of it, as it is shown.
        last: the day it ends on.
    """

    since: datetime
    until: datetime
    first: date
    last: date


def measured(meetings: Iterable[Meeting], began_at: datetime, now: datetime, zone: ZoneInfo) -> Period | None:
    """Return what the public figures are of: the twelve months up to the end of the last meeting; None before it.

    Args:
        meetings: all of them, the earliest first.
        began_at: when the council was set up here; nothing is counted from before it.
        now: the present moment.
        zone: of the council's wall clock.
    """
    over = [each for each in meetings if not each.is_cancelled and each.ends_at <= now]
    if not over or over[-1].ends_at <= began_at:
        return None
    until = over[-1].ends_at
    since = max(until - YEAR, began_at)
    return Period(since, until, day_of(since, zone), day_of(until, zone))


def of_year(year: int, meetings: Iterable[Meeting], began_at: datetime, now: datetime, zone: ZoneInfo) -> Period:
    """Return a calendar year, from the council's beginning at the earliest; while it runs, up to its last meeting."""
    ends = _new_year(year + 1, zone)
    over = [each.ends_at for each in meetings if not each.is_cancelled and each.ends_at <= min(now, ends)]
    since = max(_new_year(year, zone), began_at)
    until = ends if ends <= now else max([since, *over])
    return Period(since, until, day_of(since, zone), day_of(max(since, until - MOMENT), zone))


def _new_year(year: int, zone: ZoneInfo) -> datetime:
    return instant(date(year, 1, 1), datetime.min.time(), zone)

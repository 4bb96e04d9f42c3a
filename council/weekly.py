"""Something that falls due every week: when it last did, and when it does next."""

from datetime import datetime
from zoneinfo import ZoneInfo

from council.calendar import DAY, day_of, instant
from council.plan import Weekly
from council.reminders import TOO_LATE, Due, Kind


def weekly_due(weekly: Weekly | None, zone: ZoneInfo, since: datetime, now: datetime) -> list[Due]:
    """Return the newest of the weekly moments after `since` and until `now`; what came before it is of no use."""
    if weekly is None:
        return []
    at = next_week(weekly, zone, now - 8 * DAY)
    # A week is an hour longer or shorter where the clocks change, so look whether a later moment has come too.
    while (following := next_week(weekly, zone, at)) <= now:
        at = following
    if not since < at <= now:
        return []
    day = day_of(at, zone)
    return [Due(f"{Kind.TODO.value}:{day}", at, at + TOO_LATE, Kind.TODO, str(day))]


def next_week(weekly: Weekly, zone: ZoneInfo, after: datetime) -> datetime:
    """Return the first weekly moment after an instant."""
    day = day_of(after, zone)
    day += (weekly.weekday - day.weekday()) % 7 * DAY
    at = instant(day, weekly.clock, zone)
    return at if at > after else instant(day + 7 * DAY, weekly.clock, zone)

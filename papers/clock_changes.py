"""A time zone written out for calendars (VTIMEZONE of RFC 5545): when its clocks change, read from the zone itself.

The library's own definition sets the clocks an hour wrong.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
LONG_AGO = datetime(1970, 1, 1)  # noqa: DTZ001 - a wall time of the zone that it defines
SINCE = 2020
"""From this year at least: some programs keep the first definition of a zone that they meet, for earlier days too."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """One change of a zone's clocks.

    Args:
        onset: what the clocks show when they are changed.
        before: the distance from UTC until then.
        after: the distance from then on.
    """

    onset: datetime
    before: timedelta
    after: timedelta

    @property
    def at(self) -> datetime:
        """Return the instant."""
        return (self.onset - self.before).replace(tzinfo=UTC)


def definition(name: str, first: datetime, last: datetime) -> "Timezone":
    """Return a zone as calendars read it, right from the first of some moments to the last."""
    from icalendar import Timezone  # noqa: PLC0415 - takes long to load, and is seldom needed

    zone = Timezone()
    zone.add("tzid", name)
    begins = min(first.astimezone(UTC).year - 1, SINCE)
    changes = _changes(name, begins, last.astimezone(UTC).year + 1)
    if not changes or changes[0].at > first:
        held = _distance(ZoneInfo(name), datetime(begins, 1, 1, tzinfo=UTC))
        zone.add_component(_observance([Change(LONG_AGO, held, held)]))
    for _kind, alike in groupby(sorted(changes, key=_kind_of), key=_kind_of):
        zone.add_component(_observance(list(alike)))
    return zone


@cache
def _changes(name: str, first_year: int, last_year: int) -> tuple[Change, ...]:
    """Return the changes of the clocks from the beginning of one year to the end of another."""
    zone, begins = ZoneInfo(name), datetime(first_year, 1, 1, tzinfo=UTC)
    days = [begins + DAY * ahead for ahead in range((datetime(last_year + 1, 1, 1, tzinfo=UTC) - begins).days + 1)]
    changes = []
    for earlier, later in pairwise(days):
        before, after = _distance(zone, earlier), _distance(zone, later)
        if before != after:
            moment = next(at for at in _minutes(earlier) if _distance(zone, at) != before)
            changes.append(Change(moment.replace(tzinfo=None) + before, before, after))
    return tuple(changes)


def _minutes(begins: datetime) -> "list[datetime]":
    return [begins + MINUTE * ahead for ahead in range(1, 24 * 60 + 1)]


def _distance(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _kind_of(change: Change) -> tuple[timedelta, timedelta]:
    return change.before, change.after


def _observance(alike: list[Change]) -> "TimezoneDaylight | TimezoneStandard":
    """Return changes of one kind: as a rule of each year where there is one, else day by day."""
    from icalendar import TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 - as above

    first = alike[0]
    part = TimezoneDaylight() if first.after > first.before else TimezoneStandard()
    part.add("dtstart", first.onset)
    part.add("tzoffsetfrom", first.before)
    part.add("tzoffsetto", first.after)
    place = _place(alike)
    if place:
        part.add("rrule", {"freq": "yearly", "bymonth": first.onset.month, "byday": place})
    else:
        part.add("rdate", [change.onset for change in alike])
    return part


def _place(alike: list[Change]) -> str | None:
    """Return the place in its month that a change has every year, as -1SU, if it has one."""
    years = [change.onset.year for change in alike]
    if len(alike) < 2 or years != list(range(years[0], years[0] + len(years))):
        return None
    if len({(each.onset.month, each.onset.weekday(), each.onset.time()) for each in alike}) > 1:
        return None
    weekday = WEEKDAYS[alike[0].onset.weekday()]
    if all((each.onset + 7 * DAY).month != each.onset.month for each in alike):
        return f"-1{weekday}"
    places = {(each.onset.day - 1) // 7 + 1 for each in alike}
    return f"{places.pop()}{weekday}" if len(places) == 1 else None

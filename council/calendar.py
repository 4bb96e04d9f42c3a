"""Days and the wall clock: which days are red, which are working days, and what instant a clock shows.

Red days follow lag 1989:253; a working day is also neither a Saturday nor midsommarafton, julafton
or nyårsafton (lag 1930:173). Skärtorsdagen and valborg are ordinary weekdays in law.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dateutil import tz

from council.text import Text

if TYPE_CHECKING:
    from holidays import HolidayBase

DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6

_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "Nyårsdagen": "holiday-new-year",
        "Trettondedag jul": "holiday-epiphany",
        "Långfredagen": "holiday-good-friday",
        "Påskdagen": "holiday-easter",
        "Annandag påsk": "holiday-easter-monday",
        "Första maj": "holiday-first-of-may",
        "Kristi himmelsfärdsdag": "holiday-ascension",
        "Pingstdagen": "holiday-whit-sunday",
        "Nationaldagen": "holiday-national-day",
        "Midsommardagen": "holiday-midsummer",
        "Alla helgons dag": "holiday-all-saints",
        "Juldagen": "holiday-christmas",
        "Annandag jul": "holiday-boxing-day",
        "Midsommarafton": "eve-midsummer",
        "Julafton": "eve-christmas",
        "Nyårsafton": "eve-new-year",
    }
)
_UNNAMED = "holiday-unnamed"


def holiday(day: date) -> Text | None:
    """Return the name of a red day. A plain Sunday has none."""
    return _name(day, "public")


def eve(day: date) -> Text | None:
    """Return the name of midsommarafton, julafton or nyårsafton, on which no deadline ends."""
    return _name(day, "de_facto")


def is_red(day: date) -> bool:
    """Say whether a day is a Sunday or a public holiday."""
    return day.weekday() == SUNDAY or holiday(day) is not None


def is_working_day(day: date) -> bool:
    """Say whether a day is a "helgfri vardag"."""
    return day.weekday() < SATURDAY and holiday(day) is None and eve(day) is None


def is_squeezed(day: date) -> bool:
    """Say whether a working day stands alone between days off (klämdag), when few would come."""
    return is_working_day(day) and not is_working_day(day - DAY) and not is_working_day(day + DAY)


def clash(day: date) -> Text | None:
    """Say why a meeting on this day deserves a second thought: it is red, an eve, or the day before a red one.

    The day before a plain Sunday is no reason: whoever meets on Saturdays means it.
    """
    name = holiday(day) or eve(day)
    if name is not None:
        return Text("clash-red-day", day=day, name=name)
    name = holiday(day + DAY)
    if name is not None:
        return Text("clash-day-before", day=day, name=name)
    return None


def working_day_after(day: date, count: int) -> date:
    """Return the working day that comes a number of working days after a day; 0 is the day itself."""
    return _counted(day, count, DAY)


def working_day_before(day: date, count: int) -> date:
    """Return the working day that comes a number of working days before a day; 0 is the day itself."""
    return _counted(day, count, -DAY)


def working_day_from(day: date) -> date:
    """Return the day itself, or the next working day if a deadline may not end on it (lag 1930:173)."""
    while not is_working_day(day):
        day += DAY
    return day


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start`, up to and including `end`; none if `end` is not later."""
    return sum(is_working_day(start + DAY * ahead) for ahead in range(1, (end - start).days + 1))


def instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the one instant, in UTC, that a wall clock means.

    What the clock skips in spring is taken by the offset that was: 02:30 happens when the clock shows 03:30.
    What it shows twice in autumn is the first time.
    """
    return datetime.combine(day, clock.replace(fold=0), zone).astimezone(UTC)


def exists(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Say whether the wall clock ever shows this time on this day."""
    return tz.datetime_exists(datetime.combine(day, clock), zone)


def ambiguous(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Say whether the wall clock shows this time twice on this day."""
    # dateutil takes what the clock skips in spring for shown twice.
    return exists(day, clock, zone) and tz.datetime_ambiguous(datetime.combine(day, clock), zone)


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """Return the date that the wall calendar shows at an instant."""
    return at.astimezone(zone).date()


def _counted(day: date, count: int, step: timedelta) -> date:
    while count > 0:
        day += step
        count -= is_working_day(day)
    return day


@lru_cache(maxsize=4096)
def _name(day: date, category: str) -> Text | None:
    names = _year(day.year, category).get_list(day)
    return Text(_KEYS.get(names[0], _UNNAMED)) if names else None


@cache
def _year(year: int, category: str) -> "HolidayBase":
    # Importing it takes longer than all else in this package together.
    from holidays.countries.sweden import Sweden  # noqa: PLC0415

    return Sweden(years=year, categories=(category,), language="sv", include_sundays=False, expand=False)

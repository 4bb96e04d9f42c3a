"""Days and times as people write them, in Swedish and English, read strictly or not at all.

The longest form that fits the front of the text counts, and what it says must be so: a weekday must be
that of its date, "nästa tisdag" must mean one day only. Where it does not, the person is told, not guessed at.
"""

import re
import unicodedata
from calendar import isleap
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from council.almanac import MONTHS, NUMBERS, WEEKDAYS, any_of, number_of
from council.calendar import DAY, day_of, exists, instant
from council.text import Refusal, Text, Words

Reader = Callable[[re.Match[str], date], date]

_END = r"(?=\s|$|[,;!?)]|[.:](?:\s|$))"
_WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})"
_NAMED = rf"(?:(?:på|on)\s+)?(?:{_WEEKDAY}(?:,\s*|\s+))?(?:(?:den|the)\s+)?"
_MONTH = rf"(?P<month>{any_of(MONTHS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?::?[ea]|st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>20[0-9]{2}))?"
_COUNT = rf"(?P<count>[0-9]{{1,3}}|{any_of(NUMBERS)})"
_NEAR: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("i dag", "idag", "i kväll", "ikväll", "today", "tonight"), 0),
        **dict.fromkeys(("i morgon", "imorgon", "i morron", "tomorrow"), 1),
        **dict.fromkeys(("i övermorgon", "övermorgon", "the day after tomorrow", "day after tomorrow"), 2),
    }
)
_UNITS: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("dag", "dagar", "dygn", "day", "days"), 1),
        **dict.fromkeys(("vecka", "veckor", "week", "weeks"), 7),
        **dict.fromkeys(("månad", "månader", "month", "months"), 0),
    }
)
"""Word -> days; months have no fixed number of them."""
_CLOCK = re.compile(
    r"(?:(?P<word>kl\.?|klockan|at)\s*)?(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?"
    rf"(?:\s*(?P<half>am|pm|a\.m\.|p\.m\.))?{_END}",
    re.IGNORECASE,
)
_ISO_MOMENT = re.compile(r"(?P<day>20[0-9]{2}-[0-9]{2}-[0-9]{2})T(?P<clock>[0-9]{2}:[0-9]{2})(?::00)?" + _END)
_SOON = re.compile(rf"(?:om|in)\s+{_COUNT}\s+(?P<unit>timm(?:e|ar)|minut(?:er)?|hours?|minutes?){_END}", re.IGNORECASE)
_WEEK_TAIL = re.compile(r"\s*\((?:v\.?|vecka|week)\s*(?P<week>[0-9]{1,2})\)")


def read_day(text: str, now: datetime, zone: ZoneInfo, language: str) -> tuple[date, str]:  # noqa: ARG001 - any is read
    """Take a day from the front of a text; return it and what is left.

    Raises:
        Refusal: the text does not begin with a day, or with one that cannot be or could be two.
    """
    text = unicodedata.normalize("NFC", text).strip()
    day, rest = _day(text, day_of(now, zone))
    return day, _trimmed(_without_week(rest, day))


def read_moment(text: str, now: datetime, zone: ZoneInfo, language: str) -> tuple[datetime, str]:  # noqa: ARG001 - as above
    """Take a day and a time of day from the front of a text; return the instant, in UTC, and what is left.

    Raises:
        Refusal: the day or the time is missing or cannot be, or the wall clock skips it.
    """
    text = unicodedata.normalize("NFC", text).strip()
    soon = _SOON.match(text)
    if soon:
        return _later(now, soon), _trimmed(text[soon.end() :])
    day, clock, rest = _day_and_clock(text, day_of(now, zone))
    if not exists(day, clock, zone):
        raise Refusal("time-is-skipped", day=day, clock=clock)
    return instant(day, clock, zone), _trimmed(_without_week(rest, day))


def read_clock(text: str) -> tuple[time, str]:
    """Take a time of day from the front of a text: 18:00, 18.00, kl. 18, 6 pm.

    Raises:
        Refusal: the text does not begin with one. A bare number is none.
    """
    found = _CLOCK.match(text)
    if not found or not (found["minute"] or found["word"] or found["half"]):
        raise Refusal("time-missing")
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "")[:1].lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half:
        hour = 24
    if hour > 23 or minute > 59:
        raise Refusal("time-impossible", typed=_typed(found[0]))
    return time(hour, minute), text[found.end() :]


def echo(day: date) -> Text:
    """Return a day as it was understood, so that the person can see it."""
    return Text("day-echo", day=day, week=day.isocalendar().week)


def echo_moment(at: datetime, zone: ZoneInfo) -> Text:
    """Return a moment as it was understood, so that the person can see it."""
    return Text("moment-echo", at=at, week=day_of(at, zone).isocalendar().week)


def _day_and_clock(text: str, today: date) -> tuple[date, time, str]:
    iso = _ISO_MOMENT.match(text)
    if iso:
        clock, _ = read_clock(iso["clock"])
        return _day(iso["day"], today)[0], clock, text[iso.end() :]
    try:
        clock, rest = read_clock(text)
    except Refusal:
        day, rest = _day(text, today)
        clock, rest = read_clock(_trimmed(rest))
    else:
        day, rest = _day(_trimmed(rest), today)
    return day, clock, rest


def _day(text: str, today: date) -> tuple[date, str]:
    matches = [(found, reader) for form, reader in _FORMS if (found := form.match(text))]
    if not matches:
        raise Refusal("day-unreadable", typed=_typed(text))
    found, reader = max(matches, key=lambda match: match[0].end())
    named = found.groupdict().get("weekday")
    try:
        day = reader(found, today)
        weekday = number_of(named, WEEKDAYS) if named else day.weekday()
    except (ValueError, OverflowError):
        raise Refusal("day-impossible", typed=_typed(found[0])) from None
    if day.weekday() != weekday:
        raise Refusal("day-on-other-weekday", typed=_typed(named or ""), day=day)
    return day, text[found.end() :]


def _iso(found: re.Match[str], _today: date) -> date:
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _dated(found: re.Match[str], today: date) -> date:
    month = int(found["month"]) if found["month"].isdigit() else number_of(found["month"], MONTHS)
    return _coming(found["year"], month, int(found["day"]), today)


def _coming(year: str | None, month: int, day: int, today: date) -> date:
    if year:
        return date(int(year), month, day)
    for year_ahead in (today.year, today.year + 1):
        leap_day_missing = (month, day) == (2, 29) and not isleap(year_ahead)
        if not leap_day_missing and (coming := date(year_ahead, month, day)) >= today:
            return coming
    raise ValueError("no such day this year or next")


def _of_month(found: re.Match[str], today: date) -> date:
    number = int(found["day"])
    if number >= today.day:
        return today.replace(day=number)
    following = today.replace(day=1) + 31 * DAY
    return following.replace(day=number)


def _near(found: re.Match[str], today: date) -> date:
    return today + number_of(found["near"], _NEAR) * DAY


def _ahead(found: re.Match[str], today: date) -> date:
    count, days = _number(found["count"]), number_of(found["unit"], _UNITS)
    if days:
        return today + count * days * DAY
    month = today.month - 1 + count
    first = date(today.year + month // 12, month % 12 + 1, 1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    return min(first + (today.day - 1) * DAY, last)


def _weekday(found: re.Match[str], today: date) -> date:
    return _after(today, number_of(found["weekday"], WEEKDAYS))


def _next_weekday(found: re.Match[str], today: date) -> date:
    weekday = number_of(found["weekday"], WEEKDAYS)
    return _one_of(found, _after(today, weekday), _in_week(today, weekday, 1))


def _weekday_weeks_ahead(found: re.Match[str], today: date) -> date:
    weekday, weeks = number_of(found["weekday"], WEEKDAYS), _number(found["count"])
    return _one_of(found, _in_week(today, weekday, weeks), _after(today, weekday) + timedelta(weeks=weeks))


def _weekday_of_week(found: re.Match[str], today: date) -> date:
    ahead = 1 if found["which"].lower() in {"nästa", "next"} else 0
    return _in_week(today, number_of(found["weekday"], WEEKDAYS), ahead)


def _numbered_week(found: re.Match[str], today: date) -> date:
    weekday = 1 + (number_of(found["weekday"], WEEKDAYS) if found["weekday"] else 0)
    year = int(found["year"]) if found["year"] else today.isocalendar().year
    day = date.fromisocalendar(year, int(found["week"]), weekday)
    if found["year"] or day.isocalendar()[:2] >= today.isocalendar()[:2]:
        return day
    return date.fromisocalendar(year + 1, int(found["week"]), weekday)


def _one_of(found: re.Match[str], first: date, second: date) -> date:
    if first != second:
        raise Refusal("day-ambiguous", typed=_typed(found[0]), first=min(first, second), second=max(first, second))
    return first


def _after(today: date, weekday: int) -> date:
    return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY


def _in_week(today: date, weekday: int, weeks: int) -> date:
    return today + (weekday - today.weekday()) * DAY + timedelta(weeks=weeks)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return number_of(word, NUMBERS)


def _later(now: datetime, found: re.Match[str]) -> datetime:
    try:
        count = _number(found["count"])
    except ValueError:
        raise Refusal("day-impossible", typed=_typed(found[0])) from None
    delay = timedelta(minutes=count) if found["unit"].lower().startswith("min") else timedelta(hours=count)
    return now.astimezone(UTC).replace(second=0, microsecond=0) + delay


def _without_week(rest: str, day: date) -> str:
    """Take off the number of the week that we show with a day, if it is there."""
    found = _WEEK_TAIL.match(rest)
    if not found:
        return rest
    if int(found["week"]) != day.isocalendar().week:
        raise Refusal("day-in-other-week", week=day.isocalendar().week, day=day)
    return rest[found.end() :]


def _trimmed(rest: str) -> str:
    return re.sub(r"^[,;:.!?)\s]+", "", rest)


def _typed(text: str) -> Words:
    return Words(" ".join(text.split()[:4])[:40])


def _form(pattern: str, reader: Reader) -> tuple[re.Pattern[str], Reader]:
    return re.compile(pattern + _END, re.IGNORECASE), reader


_FORMS = (
    _form(_NAMED + r"(?P<year>20[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})", _iso),
    _form(_NAMED + rf"{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}", _dated),
    _form(_NAMED + rf"{_MONTH}\s+{_DAY}{_YEAR}", _dated),
    _form(_NAMED + r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:[/\s]\s*(?P<year>20[0-9]{2}))?", _dated),
    _form(_NAMED + r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>20[0-9]{2})", _dated),
    _form(rf"(?:(?:på|on)\s+)?(?:{_WEEKDAY}\s+)?(?:den|the)\s+{_DAY}", _of_month),
    _form(rf"(?P<near>{any_of(_NEAR)})(?:,?\s+{_WEEKDAY})?", _near),
    _form(rf"(?:om|in)\s+{_COUNT}\s+(?P<unit>{any_of(_UNITS)})", _ahead),
    _form(rf"(?:(?:på|on|this|nu\s+på|kommande|the\s+coming|coming)\s+)?{_WEEKDAY}", _weekday),
    _form(rf"(?:nästa|next)\s+{_WEEKDAY}", _next_weekday),
    _form(rf"(?:(?:på|on)\s+)?{_WEEKDAY}\s+(?:om|in)\s+{_COUNT}\s+(?:veckor|vecka|weeks|week)", _weekday_weeks_ahead),
    _form(
        rf"(?:(?:på|on)\s+)?{_WEEKDAY}\s+(?:i\s+)?(?P<which>nästa|denna|next|this)\s+(?:vecka|week)", _weekday_of_week
    ),
    _form(
        rf"(?:(?:på|on)\s+)?(?:{_WEEKDAY}\s+)?(?:(?:i|in)\s+)?(?:v\.?|vecka|week)\s*(?P<week>[0-9]{{1,2}}){_YEAR}",
        _numbered_week,
    ),
)

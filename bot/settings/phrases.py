"""The reminder plan in plain words: "7 working days before, 12:00", "2 hours before", "Mondays 09:00"."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from bot.settings.values import expected

WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_CLOCK = r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])"
_DAYS = re.compile(rf"([0-9]{{1,3}}) (working )?days? (before|after)(?:,? (?:at )?{_CLOCK})?", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2}) hours? before", re.IGNORECASE)
_WEEKLY = re.compile(rf"({'|'.join(WEEKDAYS)}),? (?:at )?{_CLOCK}", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """So many days from the meeting's day.

    Args:
        count: negative before the meeting, positive after it.
        working: count working days only.
        at: wall-clock time; None means the meeting's own.
    """

    count: int
    working: bool
    at: time | None


@dataclass(frozen=True)
class Hours:
    """So many hours before the meeting begins."""

    count: int


@dataclass(frozen=True)
class Weekly:
    """Every week; weekday 0 is Monday."""

    weekday: int
    at: time


def days(phrase: str) -> Days | None:
    """Read "5 working days before, 12:00"; None if it is none of this kind."""
    found = _DAYS.fullmatch(" ".join(phrase.split()))
    if not found:
        return None
    count, working, side, hour, minute = found.groups()
    at = time(int(hour), int(minute)) if hour else None
    return Days(int(count) * (-1 if side.lower() == "before" else 1), bool(working), at)


def hours(phrase: str) -> Hours | None:
    """Read "2 hours before"; None if it is none of this kind."""
    found = _HOURS.fullmatch(" ".join(phrase.split()))
    return Hours(int(found[1])) if found else None


def weekly(phrase: str) -> Weekly | None:
    """Read "Mondays 09:00"; None if it is none of this kind."""
    found = _WEEKLY.fullmatch(" ".join(phrase.split()))
    if not found:
        return None
    return Weekly([each.lower() for each in WEEKDAYS].index(found[1].lower()), time(int(found[2]), int(found[3])))


def _before(value: str) -> str:
    moment = days(value)
    if not moment or moment.count >= 0 or moment.at is None:
        expected('words such as "21 days before, 09:00" or "7 working days before, 12:00"')
    return value


def _after(value: str) -> str:
    moment = days(value)
    if not moment or moment.count <= 0 or moment.at is None:
        expected('words such as "5 working days after, 09:00"')
    return value


def _reminder(value: str) -> str:
    moment = days(value)
    if not hours(value) and (not moment or moment.count >= 0):
        expected('words such as "14 days before", "1 working day before, 09:00" or "2 hours before"')
    return value


def _every_week(value: str) -> str:
    if not weekly(value):
        expected('words such as "Mondays 09:00"')
    return value


def _schema(example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "examples": [example]})


Before = Annotated[str, AfterValidator(_before), _schema("7 working days before, 12:00")]
After = Annotated[str, AfterValidator(_after), _schema("5 working days after, 09:00")]
ReminderTime = Annotated[str, AfterValidator(_reminder), _schema("1 working day before, 09:00")]
EveryWeek = Annotated[str, AfterValidator(_every_week), _schema("Mondays 09:00")]

"""The reminder plan in plain words: "7 working days before, 12:00", "2 hours before", "Mondays 09:00", "never"."""

import re
from datetime import time
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from bot.settings.values import expected
from council.plan import Offset, Weekly

NEVER = "never"
WEEKDAYS = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
_CLOCK = r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])"
_DAYS = re.compile(rf"([0-9]{{1,3}}) (working )?days? (before|after)(?:,? (?:at )?{_CLOCK})?", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2}) hours? before", re.IGNORECASE)
_WEEKLY = re.compile(rf"({'|'.join(WEEKDAYS)}),? (?:at )?{_CLOCK}", re.IGNORECASE)


def offset(phrase: str) -> Offset | None:
    """Read "5 working days before, 12:00"; None if it is nothing of the kind."""
    found = _DAYS.fullmatch(_spaced(phrase))
    if not found:
        return None
    count, working, side, hour, minute = found.groups()
    days = int(count) * (-1 if side.lower() == "before" else 1)
    return Offset(days, bool(working), time(int(hour), int(minute)) if hour else None)


def hours_before(phrase: str) -> int | None:
    """Read "2 hours before"; None if it is nothing of the kind."""
    found = _HOURS.fullmatch(_spaced(phrase))
    return int(found[1]) if found else None


def weekly(phrase: str) -> Weekly | None:
    """Read "Mondays 09:00"; None if it is nothing of the kind."""
    found = _WEEKLY.fullmatch(_spaced(phrase))
    return Weekly(WEEKDAYS.index(found[1].lower()), time(int(found[2]), int(found[3]))) if found else None


def _spaced(phrase: str) -> str:
    return " ".join(phrase.split())


def _is_before(value: str) -> bool:
    moment = offset(value)
    return moment is not None and moment.days < 0 and moment.clock is not None


def _is_after(value: str) -> bool:
    moment = offset(value)
    return moment is not None and moment.days > 0 and moment.clock is not None


def _before(value: str) -> str:
    if not _is_before(value):
        expected('words such as "21 days before, 09:00" or "7 working days before, 12:00"')
    return value


def _after(value: str) -> str:
    if not _is_after(value):
        expected('words such as "5 working days after, 09:00"')
    return value


def _before_or_never(value: str) -> str:
    if value != NEVER and not _is_before(value):
        expected('words such as "21 days before, 09:00" or "7 working days before, 12:00", or never')
    return value


def _after_or_never(value: str) -> str:
    if value != NEVER and not _is_after(value):
        expected('words such as "5 working days after, 09:00", or never')
    return value


def _reminder(value: str) -> str:
    moment = offset(value)
    if not hours_before(value) and (not moment or moment.days >= 0):
        expected('words such as "14 days before", "1 working day before, 09:00" or "2 hours before"')
    return value


def _every_week(value: str) -> str:
    if value != NEVER and not weekly(value):
        expected('words such as "Mondays 09:00", or never')
    return value


def _schema(example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "examples": [example]})


Before = Annotated[str, AfterValidator(_before), _schema("7 working days before, 12:00")]
BeforeOrNever = Annotated[str, AfterValidator(_before_or_never), _schema("21 days before, 09:00")]
After = Annotated[str, AfterValidator(_after), _schema("14 days after, 09:00")]
AfterOrNever = Annotated[str, AfterValidator(_after_or_never), _schema("5 working days after, 09:00")]
ReminderTime = Annotated[str, AfterValidator(_reminder), _schema("1 working day before, 09:00")]
EveryWeek = Annotated[str, AfterValidator(_every_week), _schema("Mondays 09:00")]

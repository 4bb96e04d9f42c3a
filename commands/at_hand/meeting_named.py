"""Which meeting is meant: people name it by its number, its day or its month."""

import re

from commands.arguments import Day, Reading
from commands.call import Call
from council.almanac import MONTHS
from council.meeting import Meeting
from council.text import Refusal, Text

NUMBER = re.compile(r"(?P<month>\d{4}-\d{2})(?P<letter>[a-z]?)(?![\w-])", re.IGNORECASE)


async def meeting_named(call: Call, typed: str) -> Meeting:
    """Return the one meeting that is meant by 2026-05, by 14 May or by May; cancelled ones count too.

    Raises:
        Refusal: none or several are meant, or the words name no meeting.
    """
    typed = typed.strip(" .,:")
    number = NUMBER.fullmatch(typed)
    if number:
        return await call.work.meetings.get(number["month"] + number["letter"].lower())
    month = MONTHS.get(typed.casefold().removeprefix("i ").removeprefix("in "))
    coming = [each for each in await call.work.meetings.all() if each.ends_at > call.now]
    if month:
        year = next((each.day.year for each in coming if each.day.month == month), None)
        return only([each for each in coming if (each.day.year, each.day.month) == (year, month)], coming)
    day = _day(call, typed)
    on_day = [each for each in coming if each.day == day]
    if not on_day:
        raise Refusal("meeting-none-on-day", day=day)
    return only(on_day, coming)


async def next_to_come(call: Call) -> Meeting:
    """Return the next meeting that has not begun.

    Raises:
        Refusal: none is planned.
    """
    ahead = [meeting for meeting in await call.work.meetings.ahead(call.now) if meeting.starts_at > call.now]
    if not ahead:
        raise Refusal("meeting-none-planned")
    return ahead[0]


def only(meant: list[Meeting], coming: list[Meeting]) -> Meeting:
    """Return the one meeting that can be meant.

    Raises:
        Refusal: it could be another one too, or none.
    """
    if len(meant) == 1:
        return meant[0]
    numbers = tuple(Text("meeting-number", number=each.number) for each in (meant or coming)[:6] if each.is_ahead)
    raise Refusal("meeting-which", numbers=numbers) if numbers else Refusal("meeting-none-planned")


def _day(call: Call, typed: str) -> Day:
    unclear = Refusal("meeting-number-unclear", example=Text("command-meeting-show.example"))
    try:
        day, rest = Day.read(typed, Reading(call.now, call.charter.zone, call.language))
    except Refusal:
        raise unclear from None
    if rest:
        raise unclear
    return day

"""Twenty years of meetings, under a bot that is up and down by chance: each reminder is said once, or was too late.

What should be said is worked out here apart, from the wall calendar; what is said comes from asking what is due,
claiming, and asking again, as the ticker does.
"""

import random
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from council.calendar import is_working_day
from council.meeting import Meeting
from council.reminders import LOOK_BACK, Due, ReminderPlan, due
from council.rule import read_rule
from council.text import Refusal

STOCKHOLM = ZoneInfo("Europe/Stockholm")
PLAN = ReminderPlan()
FIRST, LAST = date(2025, 3, 1), date(2045, 1, 31)
PAST, AHEAD = timedelta(days=50), timedelta(days=45)
"""Nothing is due of a meeting that is farther away than this."""
RULES = [
    "second Thursday 18:00, not in July",
    "every Tuesday 02:30",
    "every Sunday 02:30",
    "every Friday 23:45",
    "every Monday 00:15",
    "every Wednesday 12:00",
    "every Saturday 09:00",
    "every Thursday 17:30",
    "first and third Monday 17:00",
    "last working day 16:00",
    "every Sunday 03:00",
    "every Monday 08:59",
]


def meetings_of(rule: str, last: date) -> list[Meeting]:
    read = read_rule(rule)
    made = datetime(2024, 1, 1, tzinfo=UTC)
    days = read.days(FIRST, last - timedelta(days=20))
    return [Meeting(f"{day}", day, read.clock, "Europe/Stockholm", 120, made) for day in days]


def wall(day: date, clock: time) -> datetime:
    """Return the instant of a wall clock; one that the clock skips is taken by the offset that was."""
    return datetime.combine(day, clock, STOCKHOLM).astimezone(UTC)


def back(day: date, working_days: int) -> date:
    while working_days:
        day -= timedelta(days=1)
        working_days -= is_working_day(day)
    return day


@dataclass(frozen=True)
class Wanted:
    """A reminder, and until when it may come late."""

    at: datetime
    until: datetime


def wanted(meeting: Meeting) -> dict[str, Wanted]:
    """Return what is to be said before a meeting, by the end of its key."""
    start = wall(meeting.day, meeting.clock)
    closes = wall(back(meeting.day, 7), time(12))
    day = timedelta(days=1)

    def until(at: datetime, points_at: datetime) -> Wanted:
        return Wanted(at, min(at + day, points_at))

    def days_before(count: int, clock: time) -> datetime:
        return wall(meeting.day - timedelta(days=count), clock)

    return {
        "call": until(days_before(21, time(9)), closes),
        "close-items": Wanted(closes, start),
        "notice": Wanted(wall(back(meeting.day, 5), time(12)), start),
        "remind-14d": until(days_before(14, meeting.clock), start),
        "remind-7d": until(days_before(7, meeting.clock), start),
        "remind-1wd-0900": until(wall(back(meeting.day, 1), time(9)), start),
        "remind-2h": until(start - timedelta(hours=2), start),
    }


@dataclass
class Bot:
    """Asks what is due, claims it, and notes when it was said; as forgetful between two looks as after a restart."""

    meetings: list[Meeting]
    claimed: set[str] = field(default_factory=set)
    said: dict[str, datetime] = field(default_factory=dict)

    def looks(self, now: datetime) -> None:
        for each in self._due(now):
            if each.key not in self.claimed:
                self.claimed.add(each.key)
                if not each.is_useless(now):
                    self.said[each.key] = now

    def _due(self, now: datetime) -> list[Due]:
        near = [each for each in self.meetings if now - PAST < each.starts_at < now + AHEAD]
        return due(near, (), PLAN, STOCKHOLM, now, now - LOOK_BACK)


def looks(chance: random.Random, last: date) -> Iterator[datetime]:
    """Yield the moments at which the bot looks: awake every so often, and now and then gone for days."""
    now = datetime(2025, 1, 1, tzinfo=UTC)
    while now.date() <= last:
        asleep = chance.random() < 0.2
        now += timedelta(minutes=chance.randint(1, 60 * 96 if asleep else 60 * 36))
        yield now


def test_each_reminder_of_three_years_is_said_once_or_was_too_late() -> None:
    attend(RULES[0], date(2028, 3, 31))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("rule", RULES)
def test_each_reminder_of_twenty_years_is_said_once_or_was_too_late(rule: str) -> None:
    attend(rule, LAST)


def attend(rule: str, last: date) -> None:
    """Let a bot go through all meetings of a rule, and compare what it said with what should be said."""
    chance, meetings = random.Random(rule), meetings_of(rule, last)
    bot, moments = Bot(meetings), []
    for now in looks(chance, last):
        moments.append(now)
        bot.looks(now)

    for meeting in meetings:
        for name, each in wanted(meeting).items():
            key = f"meeting:{meeting.number}:{meeting.starts_at:%Y%m%dT%H%MZ}:{name}"
            first = moments[bisect_left(moments, each.at)]
            assert bot.said.get(key) == (first if first < each.until else None), key


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_meeting_moved_again_and_again_is_never_announced_for_a_time_that_no_longer_holds() -> None:
    chance = random.Random(20)
    meetings = meetings_of(RULES[0], LAST)
    bot = Bot(meetings)
    for now in looks(chance, LAST):
        if chance.random() < 0.05:
            soon = now + timedelta(days=40)
            ahead = [at for at, each in enumerate(meetings) if now < each.starts_at < soon and not each.is_cancelled]
            if ahead:
                at = chance.choice(ahead)
                day = now.date() + timedelta(days=chance.randint(2, 45))
                with suppress(Refusal):  # it is on that day already, or the clock skips that hour
                    moved = meetings[at].move(day, meetings[at].clock, now)
                    meetings[at] = moved if chance.random() < 0.8 else meetings[at].cancel(now)
        said = set(bot.said)
        bot.looks(now)
        holds = {f"{each.number}:{each.starts_at:%Y%m%dT%H%MZ}" for each in meetings if not each.is_cancelled}
        assert {
            key.split(":", 1)[1].rsplit(":", 1)[0] for key in bot.said.keys() - said if "announce" not in key
        } <= holds

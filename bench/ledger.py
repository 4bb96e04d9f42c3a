"""What a simulated year must come to: kept by hand beside the bot, and counted by other rules than the bot's own.

The working days are written out from the calendar of the law, and every figure is counted from a list of what
happened; nothing is asked of `council`.
"""

import statistics
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import holidays

from council.digest import Digest

ZONE = ZoneInfo("Europe/Stockholm")
TRIAGE_DAYS = 2
ANSWER_DAYS = 10
FRIDAY = 4


@dataclass
class Told:
    """One concern, whose business it is, and when what was done about it."""

    number: int
    at: datetime
    owner: str
    sorted_at: datetime | None = None
    answered_at: datetime | None = None


@dataclass
class Ledger:
    """All concerns of one council, and how many were sent on at once, a day each."""

    first: int
    told: list[Told] = field(default_factory=list)
    sent_on: list[date] = field(default_factory=list)

    def hear(self, at: datetime, usually: str) -> Told:
        """Write a concern down, and whose business such a one usually is."""
        self.told.append(Told(self.first + len(self.told), at, usually))
        return self.told[-1]

    def figures(self, first: date, last: date, now: datetime) -> dict[str, Any]:
        """Count the concerns received on some days, as they stand now."""
        counted = [each for each in self.told if first <= _day(each.at) <= last]
        today = _day(now)
        answered = [each for each in counted if each.answered_at]
        took = [_between(_day(each.at), _day(each.answered_at)) for each in answered if each.answered_at]
        unsorted = [each for each in counted if each.sorted_at is None]
        waiting = [each for each in unsorted if _after(_day(each.at), TRIAGE_DAYS) >= today]
        due = [each for each in counted if each not in waiting]
        in_time = [each for each in due if each.sorted_at and _is_within(each.at, each.sorted_at, TRIAGE_DAYS)]
        kept = [each for each in answered if each.answered_at and _is_within(each.at, each.answered_at, ANSWER_DAYS)]
        late = [each for each in counted if not each.answered_at and _after(_day(each.at), ANSWER_DAYS) < today]
        return {
            "registered": len(counted),
            "referred": sum(first <= day <= last for day in self.sent_on),
            "triaged": (len(in_time), len(due)),
            "not_due": len(waiting),
            "answered": (len(kept), len(answered)),
            "answered_workdays": statistics.median(took) if took else None,
            "unanswered": len(counted) - len(answered),
            "overdue": tuple(each.number for each in late),
            "owners": dict(Counter(each.owner for each in counted)),
        }


def shown(digest: Digest) -> dict[str, Any]:
    """Return the bot's figures in the shape of the ledger's."""
    whole: Mapping[str, Any] = asdict(digest)
    plain = ("registered", "referred", "not_due", "answered_workdays", "unanswered", "overdue")
    ratios = {name: (whole[name]["part"], whole[name]["whole"]) for name in ("triaged", "answered")}
    return {name: whole[name] for name in plain} | ratios | {"owners": dict(digest.owners)}


def is_free(day: date) -> bool:
    """Say whether nobody works on a day: weekends, red days, and the eves of midsummer, Christmas and New Year."""
    red = day in holidays.country_holidays("SE", years=day.year, include_sundays=False)
    midsummer = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == FRIDAY
    return day.weekday() > FRIDAY or red or midsummer or (day.month, day.day) in ((12, 24), (12, 31))


def _after(day: date, working_days: int) -> date:
    while working_days:
        day += timedelta(days=1)
        working_days -= not is_free(day)
    return day


def _between(first: date, last: date) -> int:
    return sum(not is_free(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))


def _is_within(came: datetime, done: datetime, days: int) -> bool:
    return _day(done) <= _after(_day(came), days)


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()

"""The meeting rule in plain words: "andra torsdagen i månaden kl. 18, inte i juli", "first Tuesday 18:00".

Every word must have been understood, or the rule is refused: a rule half read makes a year of wrong dates.
"""

import re
import unicodedata
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from council.almanac import MONTHS, PLACES, PLURAL_WEEKDAYS, WEEKDAYS, any_of, number_of
from council.dates import read_clock, read_day
from council.schedule import ALL_YEAR, ALWAYS, WORKING_DAY, Monthly, Rule, Weekly
from council.text import Refusal, Text, Words

UTC = ZoneInfo("UTC")
LONGEST_RULE = 200
_LIST = rf"{any_of(MONTHS)}(?:(?:\s*,\s*|\s+(?:och|eller|samt|and|or|i|in)\s+|\s*&\s*)+{any_of(MONTHS)})*"
_OFF = re.compile(rf"(?:inte|ej|utom|förutom|not|except|but\s+not)\s+(?:(?:i|in|för|for)\s+)?(?P<months>{_LIST})\b")
_OFF_AFTER = re.compile(rf"\b(?P<months>{_LIST})\s+(?:undantagen|undantagna|undantaget|none|excepted|off)\b")
_ON = re.compile(rf"(?:\b(?:bara|endast|only)\s+)?\b(?:i|in)\s+(?P<months>{_LIST})\b")
_CLOCK = re.compile(r"(?:(?:kl\.?|klockan|at)\s*[0-9]{1,2}|[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,2}\s*[ap]\.?m)[^\s,;]*")
_START = re.compile(r"\b(?:från|fr\.?o\.?m\.?|med\s+start|starting|from)\s+(?:och\s+med\s+|on\s+)?(?P<rest>.+)$")
_PLACE = rf"{any_of(PLACES)}(?:\s*,\s*|\s+(?:och|and|&)\s+)?"
_IN_MONTH = r"(?:\s+(?:i|in|of|varje|every|each)\s+(?:(?:varje|the|every|each)\s+)?(?:månaden|månad|month))"
_WORKDAY = r"(?:vardagen|vardag|arbetsdagen|arbetsdag|working\s+day|weekday|workday)"
_MONTHLY = re.compile(
    rf"(?:(?:den|the|varje|every)\s+)?(?P<places>(?:{_PLACE})+)\s*"
    rf"(?:(?P<weekday>{any_of(WEEKDAYS)})|{_WORKDAY}){_IN_MONTH}?"
)
_OTHER = re.compile(
    rf"(?:varannan|every\s+other|(?P<second>varje\s+andra|every\s+second))\s+(?P<weekday>{any_of(WEEKDAYS)})\b"
    rf"(?!{_IN_MONTH})"
)
_WEEKLY = re.compile(
    rf"(?:varje|var|every|each)\s+(?P<weekday>{any_of(WEEKDAYS)})\b|(?:på\s+|on\s+)?(?P<plural>{any_of(PLURAL_WEEKDAYS)})\b"
)
_FILLING = re.compile(
    r"[\s,;.]+|\b(?:varje\s+månad|every\s+month|each\s+month|monthly|månadsvis|och|and|den|the|på|on)\b"
)


def read_rule(text: str) -> Rule:
    """Read a meeting rule, in Swedish or English, all of it.

    Raises:
        Refusal: no day or no time is said, every other week lacks a start, or some of it is not understood.
    """
    words = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    if len(words) > LONGEST_RULE:
        raise Refusal("rule-unreadable", typed=Words(words[:60]))
    left, start = _start(words)
    left, months = _months(left)
    left, clock = _clock(left)
    left, pattern = _pattern(left, start)
    left = _FILLING.sub(" ", left).strip()
    if pattern is None or left or (start and not isinstance(pattern, Weekly)):
        raise Refusal("rule-unreadable", typed=Words((left or words)[:60]))
    if clock is None:
        raise Refusal("rule-without-time")
    return Rule(pattern, clock, months)


def rule_text(rule: Rule) -> Text:
    """Return a rule in words, so that the person can see how it was understood. The words can be read again."""
    pattern, off = _pattern_text(rule.pattern), ALL_YEAR - rule.months
    if not off:
        return Text("rule-all-year", pattern=pattern, clock=rule.clock)
    key, named = ("rule-not-in", off) if len(off) <= len(rule.months) else ("rule-only-in", rule.months)
    months = tuple(Text("month-name", month=month) for month in sorted(named))
    return Text(key, pattern=pattern, clock=rule.clock, months=months)


def _start(words: str) -> tuple[str, date | None]:
    found = _START.search(words)
    if not found:
        return words, None
    if not re.search(r"\b20[0-9]{2}\b", found["rest"]):
        # Read again next year, a start without its year would be another one.
        raise Refusal("rule-without-start", typed=Words(found[0][:60]))
    day, rest = read_day(found["rest"], datetime(2000, 1, 1, tzinfo=UTC), UTC, "")
    return f"{words[: found.start()]} {rest}", day


def _months(words: str) -> tuple[str, frozenset[int]]:
    for form in (_OFF, _OFF_AFTER):
        found = form.search(words)
        if found:
            return _cut(words, found), ALL_YEAR - _named(found["months"])
    found = _ON.search(words)
    return (_cut(words, found), _named(found["months"])) if found else (words, ALL_YEAR)


def _named(months: str) -> frozenset[int]:
    return frozenset(number_of(word, MONTHS) for word in re.findall(rf"\b{any_of(MONTHS)}\b", months))


def _clock(words: str) -> tuple[str, time | None]:
    found = _CLOCK.search(words)
    if not found:
        return words, None
    clock, rest = read_clock(words[found.start() :])
    return f"{words[: found.start()]} {rest}", clock


def _pattern(words: str, start: date | None) -> tuple[str, Monthly | Weekly | None]:
    other = _OTHER.search(words)
    if other:
        if start is None:
            raise Refusal("rule-without-start", typed=Words(other[0]))
        return _cut(words, other), Weekly(number_of(other["weekday"], WEEKDAYS), 2, start)
    monthly = _MONTHLY.search(words)
    if monthly:
        places = re.findall(any_of(PLACES), monthly["places"])
        weekday = number_of(monthly["weekday"], WEEKDAYS) if monthly["weekday"] else WORKING_DAY
        return _cut(words, monthly), Monthly(tuple(dict.fromkeys(number_of(each, PLACES) for each in places)), weekday)
    weekly = _WEEKLY.search(words)
    if weekly:
        weekday = number_of(weekly["weekday"] or weekly["plural"], {**WEEKDAYS, **PLURAL_WEEKDAYS})
        return _cut(words, weekly), Weekly(weekday, first=start or ALWAYS)
    return words, None


def _cut(words: str, found: re.Match[str]) -> str:
    return f"{words[: found.start()]} {words[found.end() :]}"


def _pattern_text(pattern: Monthly | Weekly) -> Text:
    if isinstance(pattern, Monthly):
        places = tuple(
            Text("rule-place", place=place) for place in sorted(pattern.places, key=lambda each: (each < 0, each))
        )
        return Text("rule-monthly", places=places, weekday=pattern.weekday)
    if pattern.first == ALWAYS:
        return Text("rule-weekly", weekday=pattern.weekday)
    key = "rule-weekly-from" if pattern.every == 1 else "rule-every-other"
    return Text(key, weekday=pattern.weekday, first=pattern.first)

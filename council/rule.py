"""The meeting rule in plain words: "andra torsdagen i månaden kl. 18, inte i juli", "first Tuesday 18:00".

Every word must have been understood, or the rule is refused: a rule half read makes a year of wrong dates.
"""

import re
import unicodedata
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from council.almanac import MONTHS, NUMBERS, PLACES, PLURAL_WEEKDAYS, WEEKDAYS, any_of, number_of
from council.dates import read_clock, read_day
from council.schedule import ALL_YEAR, ALWAYS, ANY_DAY, WORKING_DAY, Monthly, Rule, Weekly
from council.text import Fact, Refusal, Text, Words

UTC = ZoneInfo("UTC")
LONGEST_RULE = 200
_MONTH = any_of({word: month for word, month in MONTHS.items() if word != "jul"})
"""The words of months, but for one that is Christmas in Swedish."""
_UNTIL = r"\s*(?:[-\u2010-\u2015]|till\s+och\s+med|till|t\.?o\.?m\.?|through|to)\s*"
_SPAN = rf"{_MONTH}(?:{_UNTIL}{_MONTH})?"
_LIST = rf"{_SPAN}(?:(?:\s*,\s*|\s+(?:och|eller|samt|and|or|i|in)\s+|\s*&\s*)+{_SPAN})*"
_NO = (
    r"(?:inte|ej|utom|förutom|undantaget|(?:med\s+)?undantag|(?:sommar)?uppehåll|inget\s+möte|inga\s+möten|"
    r"not|no|no\s+meetings?|except|excluding|but\s+not|skip|skipping|summer\s+break)"
)
_OFF = re.compile(rf"\b{_NO}\s+(?:(?:i|in|för|av|for|under|during)\s+)?(?P<months>{_LIST})\b")
_OFF_AFTER = re.compile(
    rf"\b(?P<months>{_LIST})\s+(?:undantagen|undantagna|undantaget|uppehåll|inställt|none|excepted|off)\b"
)
_ON = re.compile(
    rf"(?:\b(?:bara|endast|only)\s+)?\b(?:i|in|of)\s+(?P<months>{_LIST})\b"
    rf"|(?:\b(?:bara|endast|only|från|from)\s+)?\b(?P<span>{_MONTH}{_UNTIL}{_MONTH})\b"
)
_CLOCK = re.compile(r"(?:(?:kl\.?|klockan|at)\s*[0-9]{1,2}|[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,2}\s*[ap]\.?m)[^\s,;]*")
_EARLY_HOUR = re.compile(
    r"(?:(?:kl\.?|klockan|at)\s*)?(?P<hour>[1-7])(?:[:.](?P<minute>[0-5][0-9]))?(?![:.]?[0-9]|\s*[ap]\.?m)"
)
"""An hour as a clock with twelve hours shows it; no council meets so early, and many mean the evening."""
_NOON = re.compile(r"\b(?:at\s+)?(?:noon|midday)\b")
_BARE_HOUR = re.compile(r"[0-9]{1,2}")
_CLOCKS = re.compile(
    r"[0-9]{1,2}(?:[:.][0-9]{2})?\s*(?:[-\u2010-\u2015]|till|to|och|and)\s*[0-9]{1,2}(?:[:.][0-9]{2})?(?![0-9:])\s*$"
)
_START = re.compile(
    rf"\b(?:från|fr\.?o\.?m\.?|med\s+start|starting|from)\s+(?!{_MONTH}{_UNTIL}{_MONTH})"
    r"(?:och\s+med\s+|on\s+)?(?P<rest>.+)$"
)
_PLACE = rf"{any_of(PLACES)}(?:\s*,\s*|\s+(?:och|and|&)\s+)?"
_IN_MONTH = r"(?:\s+(?:i|in|of|varje|every|each)\s+(?:(?:varje|the|every|each)\s+)?(?:månaden|månad|month))"
_WORKDAY = r"(?:vardagen|vardag|arbetsdagen|arbetsdag|working\s+day|weekday|workday)"
_MONTHLY = re.compile(
    rf"(?:(?:den|the|varje|every)\s+)?(?P<places>(?:{_PLACE})+)\s*"
    rf"(?:(?P<weekday>{any_of({**WEEKDAYS, **PLURAL_WEEKDAYS})})\b|{_WORKDAY}){_IN_MONTH}?"
)
_DAY = r"(?:[12]?[0-9]|3[01])(?::?[ea]|st|nd|rd|th)"
_DATED = re.compile(
    rf"\b(?:den|the)\s+(?P<days>{_DAY}(?:(?:\s*,\s*|\s+(?:och|and|&)\s+){_DAY})*|(?:[12]?[0-9]|3[01])\b)"
    rf"{_IN_MONTH}?(?![^\W\d_])|\b(?P<bare>{_DAY}){_IN_MONTH}"
)
_OTHER = re.compile(
    rf"(?:varannan|every\s+other|(?P<second>varje\s+andra|every\s+second))\s+(?P<weekday>{any_of(WEEKDAYS)})\b"
    rf"(?!{_IN_MONTH})"
)
_TURNS = {"andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8}
_SEVERAL = re.compile(
    rf"(?:varannan\s+vecka|(?:var|varje)\s+(?P<turn>{any_of(_TURNS)})\s+vecka"
    rf"|every\s+(?:other\s+week|(?P<count>[0-9]|{any_of(NUMBERS)})\s+weeks))"
    rf"\s*,?\s*(?:på\s+|on\s+)?(?P<weekday>{any_of({**WEEKDAYS, **PLURAL_WEEKDAYS})})\b"
)
_PARITY = re.compile(r"\b(?:jämna?|udda|even|odd)\s+(?:veckor|vecka|weeks?)\b")
_WEEKLY = re.compile(
    r"(?:\b(?:varje\s+vecka|every\s+week|weekly)\s*,?\s*)?"
    rf"(?:(?:varje|var|every|each)\s+(?P<weekday>{any_of(WEEKDAYS)})\b"
    rf"|(?:på\s+|on\s+)?(?:alla\s+|all\s+)?(?P<plural>{any_of(PLURAL_WEEKDAYS)})\b)"
    rf"|\b(?:varje\s+vecka|every\s+week|weekly)\s*,?\s*(?:på\s+|on\s+)?(?P<each>{any_of(WEEKDAYS)})\b"
)
_FILLING = re.compile(
    r"[\s,;.()]+|\b(?:varje\s+månad|every\s+month|each\s+month|monthly|månadsvis|och|and|dock|men|but|den|the|på|on"
    r"|vi\s+(?:träffas|ses|möts|har\s+möte)|rådet\s+(?:träffas|möts)|möten?|we\s+meet|the\s+council\s+meets|meetings?)\b"
)
MOST_WEEKS = 8


def read_rule(text: str) -> Rule:
    """Read a meeting rule, in Swedish or English, all of it.

    Raises:
        Refusal: no day or no time is said, an hour may be of the morning or the evening, every other week lacks a
            start, or some of it is not understood.
    """
    words = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    if len(words) > LONGEST_RULE:
        raise Refusal("rule-unreadable", typed=Words(words[:60]))
    odd = _PARITY.search(words)
    if odd:
        raise Refusal("rule-without-start", typed=Words(odd[0]))
    left, start = _start(words)
    left, months = _months(left)
    left, clock = _clock(left)
    left, pattern = _pattern(left, start)
    left = " ".join(_FILLING.sub(" ", left).split())
    if pattern is not None and clock is None and _BARE_HOUR.fullmatch(left):
        raise Refusal("rule-without-time")
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
    key, named = ("rule-not-in", off) if len(off) < len(rule.months) else ("rule-only-in", rule.months)
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
    return (_cut(words, found), _named(found["months"] or found["span"])) if found else (words, ALL_YEAR)


def _named(months: str) -> frozenset[int]:
    named: set[int] = set()
    for found in re.finditer(rf"\b(?P<first>{_MONTH})(?:{_UNTIL}(?P<last>{_MONTH}))?\b", months):
        first = number_of(found["first"], MONTHS)
        last = number_of(found["last"], MONTHS) if found["last"] else first
        named |= {(first + ahead - 1) % 12 + 1 for ahead in range((last - first) % 12 + 1)}
    return frozenset(named)


def _clock(words: str) -> tuple[str, time | None]:
    words = _NOON.sub("at 12:00", words)
    found = _CLOCK.search(words)
    if not found:
        return words, None
    if _CLOCKS.search(words[found.start() :].split(",", maxsplit=1)[0]):
        raise Refusal("rule-with-end", typed=Words(words[found.start() :][:60]))
    early = _EARLY_HOUR.match(words, found.start())
    if early:
        hour, minute = int(early["hour"]), int(early["minute"] or 0)
        raise Refusal(
            "rule-hour-unclear", typed=Words(early[0]), early=time(hour, minute), late=time(hour + 12, minute)
        )
    clock, rest = read_clock(words[found.start() :])
    return f"{words[: found.start()]} {rest}", clock


def _pattern(words: str, start: date | None) -> tuple[str, Monthly | Weekly | None]:
    for form, read in ((_OTHER, _every_other), (_SEVERAL, _every_so_many), (_MONTHLY, _monthly), (_DATED, _dated)):
        found = form.search(words)
        if found:
            return _cut(words, found), read(found, start)
    found = _WEEKLY.search(words)
    if found:
        named = found["weekday"] or found["plural"] or found["each"]
        weekday = number_of(named, {**WEEKDAYS, **PLURAL_WEEKDAYS})
        return _cut(words, found), Weekly(weekday, first=start or ALWAYS)
    return words, None


def _every_other(found: re.Match[str], start: date | None) -> Weekly:
    if start is None:
        raise Refusal("rule-without-start", typed=Words(found[0]))
    return Weekly(number_of(found["weekday"], WEEKDAYS), 2, start)


def _every_so_many(found: re.Match[str], start: date | None) -> Weekly:
    if start is None:
        raise Refusal("rule-without-start", typed=Words(found[0]))
    count = 2
    if found["turn"]:
        count = number_of(found["turn"], _TURNS)
    elif found["count"]:
        count = int(found["count"]) if found["count"].isdigit() else number_of(found["count"], NUMBERS)
    if not 1 <= count <= MOST_WEEKS:
        raise Refusal("rule-unreadable", typed=Words(found[0]))
    return Weekly(number_of(found["weekday"], {**WEEKDAYS, **PLURAL_WEEKDAYS}), count, start)


def _monthly(found: re.Match[str], _start: date | None) -> Monthly:
    places = re.findall(any_of(PLACES), found["places"])
    days = {**WEEKDAYS, **PLURAL_WEEKDAYS}
    weekday = number_of(found["weekday"], days) if found["weekday"] else WORKING_DAY
    return Monthly(tuple(dict.fromkeys(number_of(each, PLACES) for each in places)), weekday)


def _dated(found: re.Match[str], _start: date | None) -> Monthly:
    days = [int(each) for each in re.findall(r"[0-9]+", found["days"] or found["bare"])]
    if 0 in days:
        raise Refusal("rule-unreadable", typed=Words(found[0]))
    return Monthly(tuple(dict.fromkeys(days)), ANY_DAY)


def _cut(words: str, found: re.Match[str]) -> str:
    return f"{words[: found.start()]} {words[found.end() :]}"


def _pattern_text(pattern: Monthly | Weekly) -> Text:
    if isinstance(pattern, Monthly):
        ordered = sorted(pattern.places, key=lambda each: (each < 0, each))
        if pattern.weekday == ANY_DAY:
            return Text("rule-dated", days=tuple(Text("rule-day", day=day) for day in ordered))
        places = tuple(Text("rule-place", place=place) for place in ordered)
        return Text("rule-monthly", places=places, weekday=pattern.weekday)
    if pattern.first == ALWAYS:
        return Text("rule-weekly", weekday=pattern.weekday)
    facts: dict[str, Fact] = {"weekday": pattern.weekday, "first": pattern.first}
    match pattern.every:
        case 1:
            return Text("rule-weekly-from", **facts)
        case 2:
            return Text("rule-every-other", **facts)
    return Text("rule-every-so-many", every=pattern.every, **facts)

"""What must not come to the council, seen in somebody's words.

The detectors are helpers: they say what kind of thing a text seems to hold, never where or what,
so that nothing can echo it. Danger goes before everything else and is never held up by another find.
People decide.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from council.signs import (
    ALWAYS_DANGER,
    CRIME,
    DANGER_NOW,
    GROUP_WORDS,
    HABIT,
    NOT_A_NAME,
    NOW,
    NOW_FIRMLY,
    NUMBER_WORDS,
    PLACE_ENDINGS,
    STREET_ENDINGS,
    SUSPICION,
    UNITS,
)


class Sign(Enum):
    """A kind of thing that a text seems to hold."""

    DANGER = "danger"
    CRIME = "crime"
    SUSPECT = "suspect"
    NAME = "name"
    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    PLATE = "plate"
    EMAIL = "email"
    ADDRESS = "address"
    SMALL_GROUP = "small_group"


IDENTIFYING = frozenset({Sign.NAME, Sign.PERSONAL_NUMBER, Sign.PHONE, Sign.PLATE, Sign.EMAIL})
"""Points to one person. A resident is asked to write it differently before anything is registered."""

WORTH_A_LOOK = frozenset({Sign.ADDRESS, Sign.SMALL_GROUP})
"""May stay in a resident's words, but not in what the council is shown: the secretary is told."""


def detect(words: str, *, places: Iterable[str] = (), min_group_size: int = 6) -> frozenset[Sign]:
    """Return the kinds of thing that a text seems to hold.

    Args:
        words: as somebody wrote them.
        places: names that are known to be of places or bodies, never of people.
        min_group_size: fewer persons than this can be recognised.
    """
    text = _readable(words)
    low = text.casefold()
    found = {
        Sign.DANGER: _danger(low),
        Sign.CRIME: _has(low, CRIME),
        Sign.PERSONAL_NUMBER: has_personal_number(text),
        Sign.PHONE: _phone(text),
        Sign.PLATE: _plate(text),
        Sign.EMAIL: bool(_EMAIL.search(low)),
        Sign.ADDRESS: _address(low),
        Sign.SMALL_GROUP: _small_group(low, min_group_size),
    }
    return frozenset(sign for sign, is_there in found.items() if is_there) | _people(text, places)


def has_personal_number(text: str) -> bool:
    """Say whether a text holds a personal or co-ordination number: a possible birth date and a right check digit."""
    return any(
        _is_birth_date(match["month"], match["day"])
        and luhn(match["year"] + match["month"] + match["day"] + match["rest"])
        for match in _PERSONAL_NUMBER.finditer(text)
    )


def luhn(digits: str) -> bool:
    """Say whether the last digit is the right check digit of those before it (the Luhn method)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0


_PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:(?:18|19|20)[ .-]?)?(?P<year>\d\d)[ ./-]?(?P<month>\d\d)[ ./-]?(?P<day>\d\d)"
    r" ?[-+ .]? ?(?P<rest>\d{4})(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]|snabel-?a) ?[\w-]{1,64}\.\w{2}|@[\w.=/+-]{1,64}:[\w.-]{1,64}")
_ABROAD = re.compile(r"(?<![\d+-])(?:\+|00)[1-9](?:[ ()-]{0,2}\d){7,13}(?!\d)")
# 020 numbers are of helplines, never of a person.
_AT_HOME = re.compile(r"(?<![\d-])0(?!20[ -])[1-9]\d{0,2}[ /-]{0,3}\d(?:[ -]?\d){4,8}(?![\d:])")
_PLATE = re.compile(r"\b[A-HJ-PR-UW-Z]{3}[ -]?\d\d[A-HJ-NPR-UW-Z0-9]\b")
_PLATE_CLOSE = re.compile(r"\b[a-hj-pr-uw-z]{3}\d\d[a-hj-npr-uw-z0-9]\b", re.IGNORECASE)
_PLATE_NAMED = re.compile(
    r"\b(?:reg\w*|skylt\w*|nummerplåt\w*|plate|licen[cs]e)\W{1,3}(?:\w{1,8}\W{1,2}){0,3}[a-z]{3} ?\d\d[a-z0-9]\b",
    re.IGNORECASE,
)
_BUS = ("BUS", "SMS")
_STREET = re.compile(
    rf"\b\w{{0,40}}(?:{'|'.join(STREET_ENDINGS)})\s{{1,3}}\d{{1,4}}\s?[a-h]?\b(?!\s?(?:{'|'.join(UNITS)}))"
)
_FLAT = re.compile(r"\b(?:lgh|lägenhet|lägenhetsnummer|flat|apartment|apt)\.?\s{1,3}(?:nr\.?\s?|no\.?\s?)?\d{1,4}\b")
_GROUP = re.compile(rf"\b(\d{{1,3}}|{'|'.join(NUMBER_WORDS)})\s(?:\w{{1,30}}\s){{0,2}}?(?:{'|'.join(GROUP_WORDS)})\b")
_CALLED = re.compile(
    r"\b(?:(?P<before>\w{1,40})\s)?(?P<verb>heter|hette|vid namn|named|called|whose name is|is called|name is|kallas)"
    r"\s(?:är\s)?(?P<name>[A-ZÅÄÖÉÜ]\w+|[a-zåäöéü]{2,}\s[a-zåäöéü]+(?:sson|ström|berg|gren))",
)
_TWO_NAMES = re.compile(r"\b([A-ZÅÄÖÉÜ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)\s([A-ZÅÄÖÉÜ][a-zåäöéü]{2,})\b")


def _readable(words: str) -> str:
    """Return the text as it reads: no invisible characters, plain digits, one kind of dash, single spaces."""
    folded = unicodedata.normalize("NFKC", words)
    shown = (
        _plain(character)
        for character in folded
        if unicodedata.category(character) not in ("Cf", "Cs", "Cc") or character in "\n\t"
    )
    return re.sub(r"\s+", " ", "".join(shown))


def _plain(character: str) -> str:
    if unicodedata.category(character) == "Pd" or character == "\u2212":
        return "-"
    return str(unicodedata.decimal(character, character))


def _has(low: str, beginnings: Iterable[str]) -> bool:
    return any(_begins_a_word(low, beginning) for beginning in beginnings)


def _begins_a_word(low: str, beginning: str) -> bool:
    at = low.find(beginning)
    while at > 0 and low[at - 1].isalnum():
        at = low.find(beginning, at + 1)
    return at >= 0


def _danger(low: str) -> bool:
    if _has(low, ALWAYS_DANGER):
        return True
    if not _has(low, DANGER_NOW):
        return False
    return _has_word(low, NOW_FIRMLY) or (_has_word(low, NOW) and not _has(low, HABIT))


def _has_word(low: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low) for word in words)


def _is_birth_date(month: str, day: str) -> bool:
    # A co-ordination number has 60 added to its day.
    return 1 <= int(month) <= 12 and (1 <= int(day) <= 31 or 61 <= int(day) <= 91)


def _phone(text: str) -> bool:
    return bool(_ABROAD.search(text)) or any(
        8 <= sum(character.isdigit() for character in match.group()) <= 11 for match in _AT_HOME.finditer(text)
    )


def _plate(text: str) -> bool:
    if _PLATE_CLOSE.search(text) or _PLATE_NAMED.search(text):
        return True
    return any(not match.group().startswith(_BUS) for match in _PLATE.finditer(text))


def _address(low: str) -> bool:
    return bool(_STREET.search(low) or _FLAT.search(low))


def _small_group(low: str, min_group_size: int) -> bool:
    counts = (NUMBER_WORDS.get(number) or int(number) for number in _GROUP.findall(low))
    return any(1 < count < min_group_size for count in counts)


def _people(text: str, places: Iterable[str]) -> frozenset[Sign]:
    known = {word.casefold() for place in places for word in place.split()}
    accuses = _has(text.casefold(), SUSPICION)
    for match in _CALLED.finditer(text):
        before = (match["before"] or "").casefold()
        if _is_place(match["name"], known) or before.endswith(PLACE_ENDINGS):
            continue
        return frozenset({Sign.NAME if before in ("jag", "my", "i", "mitt") else Sign.SUSPECT})
    if accuses and any(_is_full_name(match, known) for match in _TWO_NAMES.finditer(text)):
        return frozenset({Sign.SUSPECT})
    return frozenset()


def _is_full_name(match: re.Match[str], known: set[str]) -> bool:
    first, last = match.groups()
    return first.casefold() not in NOT_A_NAME and not (_is_place(first, known) or _is_place(last, known))


def _is_place(name: str, known: set[str]) -> bool:
    low = name.casefold()
    return low in known or low.removesuffix("s") in known or low.endswith(PLACE_ENDINGS)

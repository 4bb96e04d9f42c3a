"""Where somebody's words point to a person: numbers, addresses, names, groups so small that one is recognised.

A find is a kind and a span, so that a preview can cover it. Nothing here returns what stands there.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from council.addresses import NO_UNIT, addresses
from council.groups import small_groups
from council.names import FIRST_NAMES
from council.signs import (
    CASE_WORDS,
    NO_PLATE,
    NO_PLATE_AFTER,
    NO_PLATE_WORDS,
    NO_THINGS,
    NOT_A_NAME,
    NOT_CALLED,
    PARTICLES,
    PLACE_ENDINGS,
    SOMEBODY,
    SUSPICION,
    THINGS,
    TIMES,
    VEHICLES,
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


@dataclass(frozen=True)
class Find:
    """Something that points to a person, from one place in a text up to another."""

    sign: Sign
    start: int
    end: int


COVER = "▇▇▇"
"""What stands in a preview in place of a find."""


def readable(words: str) -> str:
    """Return a text as it reads: no invisible characters, plain digits, one kind of dash, single spaces."""
    folded = unicodedata.normalize("NFKC", words)
    shown = (
        _plain(character)
        for character in folded
        if unicodedata.category(character) not in ("Cf", "Cs", "Cc") or character in "\n\t"
    )
    return re.sub(r"\s+", " ", "".join(shown))


def finds(text: str, places: Iterable[str] = (), min_group_size: int = 6) -> Iterator[Find]:
    """Yield what points to a person in a readable text.

    Args:
        text: from `readable`.
        places: names that are known to be of places or bodies, never of people.
        min_group_size: fewer persons than this can be recognised.
    """
    yield from _spans(Sign.PERSONAL_NUMBER, (each for each in _PERSONAL_NUMBER.finditer(text) if _is_number(each)))
    yield from _spans(Sign.EMAIL, _EMAIL.finditer(text))
    yield from _spans(Sign.PHONE, _phones(text))
    yield from _spans(Sign.PLATE, _plates(text))
    yield from _spans(Sign.ADDRESS, addresses(text))
    yield from _spans(Sign.SMALL_GROUP, small_groups(text, min_group_size))
    yield from _names(text, places)


def covered(words: str, places: Iterable[str] = (), min_group_size: int = 6) -> str:
    """Return a text with a bar over everything in it that points to a person."""
    text = readable(words)
    shown, end = "", 0
    for find in sorted(finds(text, places, min_group_size), key=lambda each: (each.start, -each.end)):
        if find.start >= end:
            shown += text[end : find.start] + COVER
        end = max(end, find.end)
    return shown + text[end:]


def has_personal_number(text: str) -> bool:
    """Say whether a text holds a personal or co-ordination number: a possible birth date and a right check digit."""
    return any(_is_number(each) for each in _PERSONAL_NUMBER.finditer(text))


def luhn(digits: str) -> bool:
    """Say whether the last digit is the right check digit of those before it (the Luhn method)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0


_PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:(?:18|19|20)[ .-]?)?(?P<year>\d\d)[ ./-]?(?P<month>\d\d)[ ./-]?(?P<day>\d\d)"
    r" ?[-+ ./]? ?(?P<rest>\d\d ?\d\d)(?!\d)"
)
_EMAIL = re.compile(
    r"[\w.+-]{1,64} ?(?:@|[(\[{] ?at ?[)\]}]|snabel[- ]?a) ?[\w-]{1,64}"
    r"(?:\.| \. | ?[(\[{] ?(?:dot|punkt) ?[)\]}] ?| (?:dot|punkt) )\w{2}[\w.-]*|@[\w.=/+-]{1,64}:[\w.-]{1,64}"
    r"|[\w.+-]{1,64} at [\w-]{1,64} (?:dot|punkt) \w{2,10}",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"(?<![\d+-])(?:\+|00)[1-9](?:[ ()-]{0,2}\d){7,13}(?!\d)")
_WITHOUT_PLUS = re.compile(r"(?<![\d+-])46[ -]?(?:\(0\) ?)?7[02369](?:[ -]?\d){7}(?!\d)")
# 020, 0200 and 077 numbers are of helplines and switchboards, never of a person.
_AT_HOME = re.compile(r"(?<![\w-])\(?0(?!200?[ -]|77\d[ -])[1-9]\d{0,2}\)?[ /-]{0,3}\d(?:[ -]?\d){4,8}(?![\d:]|-K)")
_DOTTED = re.compile(r"(?<![\d.])0\d{1,3}(?:\.\d{2,3}){3}(?![\d.])")
_HOURS = re.compile(r"0\d ?[0-5]\d ?- ?[012]\d ?[0-5]\d$")
_DAY = re.compile(r"(?:[0-3]\d([ /-])[01]\d\1(?:19|20)\d\d|(?:19|20)\d\d([ /-])[01]\d\2[0-3]\d)$")
_CALL = re.compile(
    r"\b(?:tel|telefon|telefonnummer|mobil|mobilnummer|ring|sms:a|nås på|phone|mobile|call|text)\b\W{0,3}"
    r"(?:\w{1,8}\W{1,2}){0,3}?(?P<number>[1-9]\d{1,3}(?:[ -]?\d{2,3}){2,3})(?![\d:])" + NO_UNIT,
    re.IGNORECASE,
)
_CASE_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join(CASE_WORDS)})s?\.?(?:[ -]?(?:nr|nummer|no|number|id))?\b[ .:#-]{{0,3}}|\d[/-])$",
    re.IGNORECASE,
)
_NO_PLATE_BEFORE = re.compile(
    rf"\b(?:{'|'.join(NO_PLATE_AFTER)})(?:\s(?:nr|no|nummer|number)\b)?\W{{1,3}}$", re.IGNORECASE
)
_PLATE = re.compile(r"\b[A-HJ-PR-UW-Z]{3}[ -]?\d\d(?:\d|[ -]?[A-HJ-NPR-UW-Z])\b")
_PLATE_CLOSE = re.compile(r"\b[a-hj-pr-uw-z]{3}\d\d[a-hj-npr-uw-z0-9]\b", re.IGNORECASE)
_PLATE_NAMED = re.compile(
    r"\b(?:reg\w*|skylt\w*|nummerplåt\w*|plate|licen[cs]e)\W{1,3}(?:\w{1,8}\W{1,2}){0,3}"
    r"[a-z]{3}[ .·-]?(?=[a-z]?\d)[\do]{2}[a-z0-9]\b",
    re.IGNORECASE,
)
_PLATE_OF_A_CAR = re.compile(
    rf"\b(?:{'|'.join(VEHICLES)})\w*\W{{1,3}}(?!(?:{'|'.join(NO_PLATE_WORDS)})\b)[a-z]{{3}} \d\d[a-z0-9]\b{NO_UNIT}",
    re.IGNORECASE,
)
_CALLED_IN_SMALL = re.compile(
    rf"\b(?:(?:{'|'.join(SOMEBODY)})\s(?:heter|hette|kallas(?:\sför)?)|(?:hans|hennes|hens)\snamn\sär|(?:his|her|their)\sname\sis)"
    rf"\s(?P<name>(?!(?:{'|'.join(NOT_CALLED)})\b)[a-zåäöéü]{{2,}})",
    re.IGNORECASE,
)
_NAMED_IN_SMALL = re.compile(r"\b(?:som heter|vid namn|med namnet|named|called)\s(?P<name>[a-zåäöéü]{2,})")
_PARTICLE = rf"(?i:{'|'.join(PARTICLES)})[\s-]"
_CALLED = re.compile(
    r"\b(?:(?P<before>\w{1,40})\s(?:som\s|that\s|which\s)?)?"
    r"(?P<verb>(?i:heter|hette|hetat|heta|(?:vid|med|under) namn(?:et)?|namn(?:et)? är"
    r"|named|called|whose name is|is called|name is|name's|kallas|kallade?|känd som|known as))"
    r"(?::\s?|\s)(?:är\s|för\s)?[\"'”“’‘«»*_]{0,3}"
    rf"(?P<name>(?:{_PARTICLE}){{0,2}}[A-ZÅÄÖÉÜ][\w'-]+(?:\s(?:{_PARTICLE}){{0,2}}[A-ZÅÄÖÉÜ][\w'-]+){{0,2}}"
    r"|[a-zåäöéü]{2,}\s[a-zåäöéü]+(?:sson|ström|berg|gren))",
)
_TWO_NAMES = re.compile(
    rf"\b([A-ZÅÄÖÉÜ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)\s(?:{_PARTICLE}){{0,2}}([A-ZÅÄÖÉÜ][a-zåäöéü]{{2,}})\b"
)
_WORD = re.compile(r"\b[^\W\d_]{3,}\b(?=(?:\s(?P<next>[A-ZÅÄÖ]?\w+))?(?:\s(?P<second>\w+))?)")
_OWN = ("jag", "my", "i", "mitt")


def _spans(sign: Sign, matches: Iterable[re.Match[str]]) -> Iterator[Find]:
    for match in matches:
        yield Find(sign, *match.span())


def _plain(character: str) -> str:
    if unicodedata.category(character) == "Pd" or character == "\u2212":
        return "-"
    return str(unicodedata.decimal(character, character))


def _is_number(match: re.Match[str]) -> bool:
    # A co-ordination number has 60 added to its day.
    day = int(match["day"])
    is_date = 1 <= int(match["month"]) <= 12 and (1 <= day <= 31 or 61 <= day <= 91)
    return is_date and luhn(match["year"] + match["month"] + match["day"] + match["rest"].replace(" ", ""))


def _phones(text: str) -> Iterator[re.Match[str]]:
    yield from _ABROAD.finditer(text)
    yield from (each for each in _WITHOUT_PLUS.finditer(text) if not _CASE_BEFORE.search(text[: each.start()]))
    for match in _AT_HOME.finditer(text):
        is_long = 8 <= sum(character.isdigit() for character in match[0]) <= 11
        if is_long and not _CASE_BEFORE.search(text[: match.start()]) and not _is_time(match[0]):
            yield match
    yield from _DOTTED.finditer(text)
    for match in _CALL.finditer(text):
        if not _CASE_BEFORE.search(text[: match.start("number")]) and not _is_time(match["number"]):
            yield match


def _is_time(number: str) -> bool:
    return bool(_HOURS.match(number) or _DAY.match(number))


def _plates(text: str) -> Iterator[re.Match[str]]:
    yield from _PLATE_NAMED.finditer(text)
    yield from _PLATE_OF_A_CAR.finditer(text)
    for match in (*_PLATE_CLOSE.finditer(text), *_PLATE.finditer(text)):
        # Where everything is in capitals, a word before a number looks like a plate.
        is_word = match[0].upper().startswith(NO_PLATE) or (
            text.isupper() and match[0][:3].casefold() in NO_PLATE_WORDS and not match[0].isalnum()
        )
        if not is_word and not _NO_PLATE_BEFORE.search(text[: match.start()]):
            yield match


def _names(text: str, places: Iterable[str]) -> Iterator[Find]:
    known = {word.casefold() for place in places for word in place.split()}
    for match in _CALLED.finditer(text):
        before = (match["before"] or "").casefold()
        last = match["name"].split()[-1]
        if _is_place(last, known) or last.casefold() in TIMES or _is_thing(before):
            continue
        yield Find(Sign.NAME if before in _OWN else Sign.SUSPECT, *match.span("name"))
    for match in _CALLED_IN_SMALL.finditer(text):
        yield Find(Sign.SUSPECT, *match.span("name"))
    for match in _NAMED_IN_SMALL.finditer(text):
        if match["name"].casefold() in FIRST_NAMES:
            yield Find(Sign.SUSPECT, *match.span("name"))
    if _accuses(text.casefold()):
        yield from _spans(Sign.SUSPECT, (each for each in _TWO_NAMES.finditer(text) if _is_full_name(each, known)))
        yield from _spans(Sign.SUSPECT, (each for each in _WORD.finditer(text) if _is_first_name(each, known)))


def _is_thing(before: str) -> bool:
    """Say whether what is called something is no person; in Swedish what ends in -et hardly ever is."""
    return before.endswith((*PLACE_ENDINGS, *THINGS)) or (before.endswith("et") and before not in NO_THINGS)


def _accuses(low: str) -> bool:
    return begins_a_word(low, SUSPICION)


def begins_a_word(low: str, beginnings: Iterable[str]) -> bool:
    """Say whether some word of a text in lower case begins in one of some ways."""
    return any(_has_beginning(low, beginning) for beginning in beginnings)


def _has_beginning(low: str, beginning: str) -> bool:
    at = low.find(beginning)
    while at > 0 and low[at - 1].isalnum():
        at = low.find(beginning, at + 1)
    return at >= 0


def _is_full_name(match: re.Match[str], known: set[str]) -> bool:
    first, last = match.groups()
    after = match.string[match.end() :].split(maxsplit=1)[:1]
    return first.casefold() not in NOT_A_NAME and not any(_is_place(word, known) for word in (first, last, *after))


def _is_first_name(match: re.Match[str], known: set[str]) -> bool:
    """Say whether a word is a first name, and not part of what a place is called: Karl Johans torg."""
    low = match[0].casefold()
    after = [match["next"] or "", match["second"] or ""]
    return low in FIRST_NAMES and not any(_is_place(word, known) for word in (low, *after) if word)


def _is_place(name: str, known: set[str]) -> bool:
    low = name.casefold()
    return low in known or low.removesuffix("s") in known or low.endswith(PLACE_ENDINGS)

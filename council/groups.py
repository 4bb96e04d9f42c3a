"""Groups so small, and persons so described, that one can be recognised."""

import re
from collections.abc import Iterator
from itertools import chain

from council.addresses import AT_ITS_END, NO_UNIT
from council.signs import BETWEEN_NOT, GROUP_WORDS, LABELS, NUMBER_WORDS, ONE_PERSON, UNITS


def small_groups(text: str, least: int) -> Iterator[re.Match[str]]:
    """Yield the groups of fewer than some number of persons, and single persons with their age, in a readable text."""
    for match in chain(_COUNTED.finditer(text), _BAND.finditer(text)):
        if 1 < _count(match["count"]) < least and not _LABEL_BEFORE.search(text[: match.start()]):
            yield match
    yield from _ONE.finditer(text)


def _count(number: str) -> int:
    return NUMBER_WORDS.get(number.casefold()) or int(number)


_NUMBER = rf"[1-9]\d{{0,2}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
# Of a range the last number counts, of a share (three of ten pupils) the whole.
_FROM = rf"(?:(?:{_NUMBER})(?:\s?-\s?|,\s|\s(?:till|to|or|eller|av|of|out of|in)\s))?"
_BETWEEN = rf"(?:(?!\d+\s|(?:{'|'.join(BETWEEN_NOT)})\b|{'|'.join(UNITS)})[\w-]{{1,30}}\s){{0,2}}?"
_LABEL_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(LABELS)})[ .:]{{0,2}}$", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?<!\d[.,:/-])\b{_FROM}(?P<count>{_NUMBER})(?:\s?(?:st\.?|stycken))?\s(?:(?:av|of)\s(?:de|dessa|the|these)\s)?"
    rf"{_BETWEEN}(?:{'|'.join(GROUP_WORDS)})\b",
    re.IGNORECASE,
)
_BAND = re.compile(
    rf"\b(?:(?P<bodies>grupp|gruppen|group)|gäng|gänget|familj|familjen|gang|family)\s(?:på|om|of|av)\s"
    rf"(?P<count>{_NUMBER})\b{NO_UNIT}(?(bodies){AT_ITS_END})",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"\b\d{{1,2}}[- ]?årig\w*\s(?:{'|'.join(ONE_PERSON)})\b"
    rf"|\b(?:{'|'.join(ONE_PERSON)})\s(?:på\s)?\d{{1,2}}\s?år\b"
    rf"|\b(?:{'|'.join(ONE_PERSON)})\s(?:aged|of)\s\d{{1,2}}\b|\b(?:{'|'.join(ONE_PERSON)})\si\s\d0[- ]?årsåldern\b"
    r"|\b(?:en|ett|a|an)\s\d{1,2}-(?:åring|year-old)\b",
    re.IGNORECASE,
)

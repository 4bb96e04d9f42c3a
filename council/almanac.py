"""The words people use for weekdays, months and numbers, in Swedish and English."""

import re
from collections.abc import Mapping
from types import MappingProxyType


def _table(*rows: str) -> Mapping[str, int]:
    return MappingProxyType({word: number for number, row in enumerate(rows) for word in row.split()})


WEEKDAYS = _table(
    "måndag måndagen mån monday mon",
    "tisdag tisdagen tis tuesday tue tues",
    "onsdag onsdagen ons wednesday wed",
    "torsdag torsdagen tors tor thursday thu thur thurs",
    "fredag fredagen fre friday fri",
    "lördag lördagen lör saturday sat",
    "söndag söndagen sön sunday sun",
)
"""Word -> weekday, Monday 0."""

PLURAL_WEEKDAYS = _table(
    "måndagar mondays",
    "tisdagar tuesdays",
    "onsdagar wednesdays",
    "torsdagar thursdays",
    "fredagar fridays",
    "lördagar saturdays",
    "söndagar sundays",
)

MONTHS = _table(
    "",
    "januari jan january",
    "februari feb february",
    "mars mar march",
    "april apr",
    "maj may",
    "juni jun june",
    "juli jul july",
    "augusti aug august",
    "september sep sept",
    "oktober okt october oct",
    "november nov",
    "december dec",
)
"""Word -> month, January 1."""

NUMBERS = _table(
    "",
    "en ett one a an",
    "två two",
    "tre three",
    "fyra four",
    "fem five",
    "sex six",
    "sju seven",
    "åtta eight",
    "nio nine",
    "tio ten",
    "elva eleven",
    "tolv twelve",
    "tretton thirteen",
    "fjorton fourteen",
    "femton fifteen",
)

PLACES: Mapping[str, int] = MappingProxyType(
    {
        **_table("", "första 1:a 1a 1:e 1st first", "andra 2:a 2a 2nd second", "tredje 3:e 3e 3rd third"),
        **dict.fromkeys(("fjärde", "4:e", "4e", "4th", "fourth"), 4),
        **dict.fromkeys(("femte", "5:e", "5e", "5th", "fifth"), 5),
        **dict.fromkeys(("sista", "last"), -1),
        **dict.fromkeys(("näst sista", "nästsista", "second last", "second to last", "next to last"), -2),
    }
)
"""Word -> place within the month; the last is -1."""


def any_of(words: Mapping[str, int]) -> str:
    """Return a pattern for any of the words, the longest first so that "thursday" is not read as "thu"."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) + ")"


def number_of(word: str, words: Mapping[str, int]) -> int:
    """Return what a word stands for, however it is spelt in case and spaces.

    Raises:
        ValueError: it only looks like one of the words, as with a dotless i.
    """
    try:
        return words[" ".join(word.casefold().split())]
    except KeyError:
        raise ValueError("no such word") from None

"""What must not come to the council, seen in somebody's words.

The detectors are helpers: they say what kind of thing a text seems to hold, never where or what,
so that nothing can echo it. Danger goes before everything else and is never held up by another find.
People decide.
"""

import re
from collections.abc import Iterable

from council.pointers import Sign, begins_a_word, finds, has_personal_number, luhn, readable
from council.signs import ALWAYS_DANGER, CRIME, DANGER_NOW, HABIT, HASTE, NOW, NOW_FIRMLY

__all__ = ["IDENTIFYING", "TELLING", "WORTH_A_LOOK", "Sign", "detect", "has_personal_number", "luhn"]

IDENTIFYING = frozenset({Sign.NAME, Sign.PERSONAL_NUMBER, Sign.PHONE, Sign.PLATE, Sign.EMAIL})
"""Points to one person. A resident is asked to write it differently before anything is registered."""

WORTH_A_LOOK = frozenset({Sign.ADDRESS, Sign.SMALL_GROUP})
"""May stay in a resident's words, but not in what the council is shown: the secretary is told."""

TELLING = IDENTIFYING | WORTH_A_LOOK | {Sign.SUSPECT}
"""What has no place in the summary that the council reads."""


def detect(words: str, *, places: Iterable[str] = (), min_group_size: int = 6) -> frozenset[Sign]:
    """Return the kinds of thing that a text seems to hold.

    Args:
        words: as somebody wrote them.
        places: names that are known to be of places or bodies, never of people.
        min_group_size: fewer persons than this can be recognised.
    """
    text = readable(words)
    low = _spelt(text.casefold())
    found = {find.sign for find in finds(text, places, min_group_size)}
    if _danger(low):
        found.add(Sign.DANGER)
    if begins_a_word(low, CRIME):
        found.add(Sign.CRIME)
    return frozenset(found)


def _spelt(low: str) -> str:
    """Return a text with the words that people write in haste spelt out."""
    return re.sub(r"\w+", lambda match: HASTE.get(match[0], match[0]), low)


def _danger(low: str) -> bool:
    if begins_a_word(low, ALWAYS_DANGER):
        return True
    if not begins_a_word(low, DANGER_NOW):
        return False
    return _has_word(low, NOW_FIRMLY) or (_has_word(low, NOW) and not begins_a_word(low, HABIT))


def _has_word(low: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low) for word in words)

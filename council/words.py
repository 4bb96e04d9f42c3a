"""People's own words on their way in: what is invisible, misleading or endless is taken out, nothing else."""

import re
import unicodedata

from council.text import Refusal

MARKS_PER_LETTER = 8
LINES = {"\r\n": "\n", "\r": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"}
JOINERS = "\u200c\u200d"
PLAIN_VARIANTS = "\ufe0e\ufe0f"
# Letters and signs that have no width, or that look like nothing at all.
BLANK = {"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0", "\u2800"}
# Joiners mean something between these: scripts that join letters, and pictures put together from parts.
JOINING_SCRIPTS = ((0x0600, 0x08FF), (0x0900, 0x0DFF), (0x0E80, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x18AF))


def clean(words: str) -> str:
    """Return somebody's words in composed form, without control, bidi, zero-width or stray characters.

    Cleaning twice gives what cleaning once gives.
    """
    for other, newline in LINES.items():
        words = words.replace(other, newline)
    visible = "".join(character for character in words if _shows(character))
    composed = unicodedata.normalize("NFC", visible)
    calm = _without_stray_joiners(_without_storms(composed))
    lines = "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", calm).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def accept(words: str, limit_characters: int) -> str:
    """Return the cleaned words of a message that means to say something.

    Raises:
        Refusal: nothing is left, or it is longer than the limit.
    """
    cleaned = clean(words)
    if not cleaned:
        raise Refusal("words-missing")
    if len(cleaned) > limit_characters:
        raise Refusal("words-too-long", limit=limit_characters, length=len(cleaned))
    return cleaned


def _shows(character: str) -> bool:
    if character in "\n\t" or character in JOINERS or character in PLAIN_VARIANTS:
        return True
    if character in BLANK or 0xFE00 <= ord(character) <= 0xFE0D or 0xE0100 <= ord(character) <= 0xE01EF:
        return False
    # Cc control, Cf format (bidi, zero width, tags), Cs lone surrogate, Co private use, Cn not a character
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _without_stray_joiners(words: str) -> str:
    kept = []
    for at, character in enumerate(words):
        if character in JOINERS and not (_joins(words[at - 1 : at]) and _joins(words[at + 1 : at + 2])):
            continue
        kept.append(character)
    return "".join(kept)


def _joins(character: str) -> bool:
    if not character:
        return False
    picture = unicodedata.category(character) in ("So", "Sk") or character in PLAIN_VARIANTS
    return picture or any(first <= ord(character) <= last for first, last in JOINING_SCRIPTS)


def _without_storms(words: str) -> str:
    kept = []
    marks = 0
    for character in words:
        if character not in JOINERS:
            marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MARKS_PER_LETTER:
            kept.append(character)
    return "".join(kept)

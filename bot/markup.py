"""From lines to what Matrix shows: a plain text that says everything, and HTML built from our own tree.

People's words are escaped, never read as markup, and cannot notify anybody.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from council.text import Heading, Item, Line, Quote, Text
from locales import Texts

WORD_JOINER = "\u2060"
_MENTION = re.compile(r"@(?=room\b)|@(?=[^\s:@]{1,200}:[^\s:]+)", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What turns a line around, or ends the isolation of one; controls; and half letters, which cannot be sent."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
BODY_CHARACTERS = 12_000
"""Beyond this a message is divided: an event may hold 65,536 bytes, plain and HTML and ciphertext together."""
SEALED_BYTES = 40_000
"""Likewise, as it is sealed: six bytes for a letter that is not ASCII, and a third more once it is ciphertext."""


def plain(line: Line, texts: Texts) -> str:
    """Return a line as plain text."""
    match line:
        case Text():
            return _harmless(texts.render(line))
        case Heading(text):
            return _harmless(texts.render(text))
        case Item(text):
            return "- " + _harmless(texts.render(text))
        case Quote(words):
            return "\n".join("> " + _harmless(each) for each in words.splitlines() or [""])


def plain_text(lines: Iterable[Line], texts: Texts) -> str:
    """Return lines as a plain text that says everything."""
    return "\n".join(plain(line, texts) for line in lines)


def html_text(lines: Iterable[Line], texts: Texts) -> str:
    """Return lines as HTML of the few tags that every client shows."""
    parts: list[str] = []
    in_list = False
    for line in lines:
        if isinstance(line, Item) is not in_list:
            in_list = not in_list
            parts.append("<ul>" if in_list else "</ul>")
        match line:
            case Text():
                parts.append(f"<p>{_escaped(texts.render(line))}</p>")
            case Heading(text):
                parts.append(f"<h4>{_escaped(texts.render(text))}</h4>")
            case Item(text):
                parts.append(f"<li>{_escaped(texts.render(text))}</li>")
            case Quote(words):
                parts.append(f"<blockquote>{'<br>'.join(map(_escaped, words.splitlines()))}</blockquote>")
    if in_list:
        parts.append("</ul>")
    return "".join(parts)


def divided(lines: tuple[Line, ...], texts: Texts) -> list[tuple[Line, ...]]:
    """Return the lines in portions that each fit an event."""
    portions: list[tuple[Line, ...]] = []
    portion: list[Line] = []
    length = 0.0
    for line in _fitting(lines, texts):
        size = _fraction(line, texts)
        if portion and length + size > 1:
            portions.append(tuple(portion))
            portion, length = [], 0.0
        portion.append(line)
        length += size
    return [*portions, tuple(portion)] if portion else portions


def _fitting(lines: Iterable[Line], texts: Texts) -> Iterator[Line]:
    """Yield the lines, with quotes that no event could hold in parts that it can."""
    for line in lines:
        if isinstance(line, Quote) and _fraction(line, texts) > 1:
            yield from _fitting(map(Quote, _halves(line.words)), texts)
        else:
            yield line


def _halves(words: str) -> tuple[str, str]:
    """Part words near the middle, between two of them if that is possible."""
    middle = len(words) // 2
    gap = max(words.rfind(between, middle // 2, middle) for between in "\n ")
    cut = gap if gap > 0 else middle
    return words[:cut].rstrip(), words[cut:].lstrip()


def _fraction(line: Line, texts: Texts) -> float:
    """Return how much of an event a line takes."""
    text = plain(line, texts)
    return max(len(text) / BODY_CHARACTERS, len(json.dumps([text, html_text([line], texts)])) / SEALED_BYTES)


def _escaped(text: str) -> str:
    return html.escape(_harmless(text), quote=False).replace("\n", "<br>")


def _harmless(text: str) -> str:
    broken = _MENTION.sub("@" + WORD_JOINER, _UNSEEN.sub("", text))
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in broken):
        return "\n".join(f"\u2068{line}\u2069" if line else line for line in broken.split("\n"))
    return broken

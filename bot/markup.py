"""From lines to what Matrix shows: a plain text that says everything, and HTML built from our own tree.

People's words are escaped, never read as markup, and cannot notify anybody.
"""

import html
import re
import unicodedata
from collections.abc import Iterable

from council.text import Heading, Item, Line, Quote, Text
from locales import Texts

WORD_JOINER = "\u2060"
_MENTION = re.compile(r"@(?=room\b)|@(?=[^\s:@]{1,200}:[^\s:]+)", re.IGNORECASE)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
BODY_CHARACTERS = 12_000
"""Beyond this a message is divided: an event may hold 65,536 bytes, plain and HTML and ciphertext together."""


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
                parts.append(f"<blockquote>{_escaped(words)}</blockquote>")
    if in_list:
        parts.append("</ul>")
    return "".join(parts)


def divided(lines: tuple[Line, ...], texts: Texts) -> list[tuple[Line, ...]]:
    """Return the lines in portions that each fit an event."""
    portions: list[tuple[Line, ...]] = []
    portion: list[Line] = []
    length = 0
    for line in lines:
        size = len(plain(line, texts))
        if portion and length + size > BODY_CHARACTERS:
            portions.append(tuple(portion))
            portion, length = [], 0
        portion.append(line)
        length += size
    return [*portions, tuple(portion)] if portion else portions


def _escaped(text: str) -> str:
    return html.escape(_harmless(text), quote=False).replace("\n", "<br>")


def _harmless(text: str) -> str:
    broken = _MENTION.sub("@" + WORD_JOINER, text)
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in broken):
        return "\n".join(f"\u2068{line}\u2069" if line else line for line in broken.split("\n"))
    return broken

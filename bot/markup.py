"""From lines to what Matrix shows: a plain text that says everything, and HTML built from our own tree.

People's words are escaped, never read as markup, and cannot notify anybody.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from council.text import Heading, Item, Line, Quote, Text
from locales import Texts

WORD_JOINER = "\u2060"
_MENTION = re.compile(r"@(?=room\b)|@(?=[^\s:@]{1,200}:[^\s:]+)", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What turns a line around, or ends the isolation of one; controls; and half letters, which cannot be sent."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ELSEWHERE = re.compile("[\u0590-\u08ff\ufb1d-\ufeff\U00010800-\U0001efff]")
"""Where the letters that run from right to left are, and others; most words have none, and need not be looked at."""
BODY_CHARACTERS = 12_000
"""Beyond this a message is divided: an event may hold 65,536 bytes, plain and HTML and ciphertext together."""
SEALED_BYTES = 40_000
"""Likewise, as it is sealed: six bytes for a letter that is not ASCII, and a third more once it is ciphertext."""


@dataclass(frozen=True)
class Written:
    """A message as Matrix shows it."""

    plain: str
    html: str

    @property
    def fits(self) -> bool:
        """Whether an event holds it."""
        return len(self.plain) <= BODY_CHARACTERS and len(json.dumps([self.plain, self.html])) <= SEALED_BYTES


def written(lines: tuple[Line, ...], texts: Texts) -> list[Written]:
    """Return lines as one message, or as several where an event could not hold them; as none if there are none."""
    whole = _written(lines, texts)
    if whole.fits:
        return [whole] if lines else []
    return [_written(portion, texts) for portion in divided(lines, texts)]


def plain_text(lines: Iterable[Line], texts: Texts) -> str:
    """Return lines as a plain text that says everything."""
    return "\n".join(_plain(line, said) for line, said in _said(lines, texts))


def html_text(lines: Iterable[Line], texts: Texts) -> str:
    """Return lines as HTML of the few tags that every client shows."""
    return _html(_said(lines, texts))


def _written(lines: Iterable[Line], texts: Texts) -> Written:
    said = _said(lines, texts)
    return Written("\n".join(_plain(*each) for each in said), _html(said))


def _said(lines: Iterable[Line], texts: Texts) -> list[tuple[Line, str]]:
    """Return each line with its words; those of a person are not ours to put."""
    return [(line, _words(line, texts)) for line in lines]


def _words(line: Line, texts: Texts) -> str:
    match line:
        case Text():
            return _harmless(texts.render(line))
        case Heading(text) | Item(text):
            return _harmless(texts.render(text))
        case Quote(words):
            return words


def _plain(line: Line, said: str) -> str:
    match line:
        case Item():
            return "- " + said
        case Quote():
            return "\n".join("> " + _harmless(each) for each in said.splitlines() or [""])
        case _:
            return said


def _html(lines: Iterable[tuple[Line, str]]) -> str:
    parts: list[str] = []
    in_list = False
    for line, said in lines:
        if isinstance(line, Item) is not in_list:
            in_list = not in_list
            parts.append("<ul>" if in_list else "</ul>")
        match line:
            case Text():
                parts.append(f"<p>{_escaped(said)}</p>")
            case Heading():
                parts.append(f"<h4>{_escaped(said)}</h4>")
            case Item():
                parts.append(f"<li>{_escaped(said)}</li>")
            case Quote():
                parts.append(
                    f"<blockquote>{'<br>'.join(_escaped(_harmless(each)) for each in said.splitlines())}</blockquote>"
                )
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
    alone = _written([line], texts)
    return max(len(alone.plain) / BODY_CHARACTERS, len(json.dumps([alone.plain, alone.html])) / SEALED_BYTES)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _harmless(text: str) -> str:
    broken = _MENTION.sub("@" + WORD_JOINER, _UNSEEN.sub("", text))
    if _ELSEWHERE.search(broken) and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in broken
    ):
        return "\n".join(f"\u2068{line}\u2069" if line else line for line in broken.split("\n"))
    return broken

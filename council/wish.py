"""What is typed about an agenda item: "Belysning i Parkstråket (beslut, 10 min)".

Never raises. Of a closing parenthesis, what is understood is taken and the rest stays in the title.
"""

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from council.item import Kind, Wish
from council.text import Sharing

_OPEN, _SHUT = "([\N{FULLWIDTH LEFT PARENTHESIS}", ")]\N{FULLWIDTH RIGHT PARENTHESIS}"
_PARENTHESIS = re.compile(
    rf"[{re.escape(_OPEN)}](?P<inside>[^{re.escape(_OPEN + _SHUT)}]*)[{re.escape(_SHUT)}]?[\s.!]*$"
)
_SEPARATOR = re.compile(r"\s*(?:,(?!5\s*(?:h|tim))|[;/|·])\s*|\s+[-\u2010-\u2015]\s+", re.IGNORECASE)
_UNPARTED = re.compile(
    r"(?P<before>\D*?)\s*(?P<length>[0-9]+\s*(?:min\w*|h|tim\w*)\.?)\s*(?P<after>\D*)", re.IGNORECASE
)
_MINUTES = re.compile(
    r"(?:ca|cirka|c:a|about)?\.?\s*(?P<count>[0-9]{1,4})\s*(?:m|min|minut|minuter|mins|minute|minutes)?\.?",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?P<count>[0-9]{1,2})(?:[.,](?P<half>5))?\s*(?:h|tim|timme|timmar|hour|hours)\.?", re.IGNORECASE)
_SOURCE = re.compile(r"[A-ZÅÄÖ]{2,4}-[0-9]{4}-[0-9]{4,6}|[LXD][0-9]{1,5}", re.IGNORECASE)
_KINDS = {
    Kind.INFO: ("info", "information", "informationspunkt", "informera", "inform"),
    Kind.DISCUSSION: ("diskussion", "diskussionspunkt", "diskutera", "samtal", "discussion", "discuss"),
    Kind.DECISION: ("beslut", "beslutspunkt", "beslutsärende", "besluta", "decision", "decide"),
    Kind.FOLLOW_UP: ("uppföljning", "uppföljningspunkt", "följa upp", "follow-up", "follow up", "followup"),
}
_KIND_BY_WORD = {word: kind for kind, words in _KINDS.items() for word in words}
_SHARING_BY_WORD = {
    **dict.fromkeys(("öppen", "öppet", "öppna", "offentlig", "open", "public"), Sharing.OPEN),
    **dict.fromkeys(
        ("rådet", "bara rådet", "endast rådet", "sluten", "stängd", "council", "council only", "closed"),
        Sharing.COUNCIL,
    ),
}
_LEAST_LIKENESS = 0.8


def read_wish(text: str, organisations: Collection[str] = ()) -> Wish:
    """Return what a line asks for.

    Args:
        text: what follows the command.
        organisations: the codes that may be named, in upper case.
    """
    found = _PARENTHESIS.search(text)
    title = text[: found.start()] if found else text
    wish, left_over = Wish(title=""), []
    for part in _parts(found["inside"]) if found else ():
        understood = _understood(wish, part, organisations)
        left_over += [] if understood else [part]
        wish = understood or wish
    if found and wish == Wish(title=""):
        title = text
    elif left_over:
        title = f"{title} ({', '.join(left_over)})"
    return replace(wish, title=" ".join(title.split()))


def _parts(inside: str) -> Iterator[str]:
    """Yield what the commas part, and "10 min" beside a word without a comma."""
    for part in _SEPARATOR.split(inside.strip()):
        unparted = None if _MINUTES.fullmatch(part) or part.startswith("-") else _UNPARTED.fullmatch(part)
        yield from filter(None, unparted.groups() if unparted else (part,))


def _understood(wish: Wish, part: str, organisations: Collection[str]) -> Wish | None:
    """Return the wish with one part of the parenthesis taken in, or None if it says nothing known, or twice."""
    for read in (_minutes, _kind, _sharing, _source):
        changed = read(wish, part)
        if changed:
            return changed
    code = part.upper()
    return replace(wish, organisation=code) if wish.organisation is None and code in organisations else None


def _minutes(wish: Wish, part: str) -> Wish | None:
    if wish.minutes is not None:
        return None
    if found := _MINUTES.fullmatch(part):
        return replace(wish, minutes=int(found["count"]))
    if found := _HOURS.fullmatch(part):
        return replace(wish, minutes=int(found["count"]) * 60 + (30 if found["half"] else 0))
    return None


def _kind(wish: Wish, part: str) -> Wish | None:
    word = part.casefold()
    near = difflib.get_close_matches(word[:30], _KIND_BY_WORD, n=1, cutoff=_LEAST_LIKENESS)
    kind = _KIND_BY_WORD.get(word) or (_KIND_BY_WORD[near[0]] if near else None)
    return replace(wish, kind=kind) if kind and wish.kind is None else None


def _sharing(wish: Wish, part: str) -> Wish | None:
    sharing = _SHARING_BY_WORD.get(part.casefold())
    return replace(wish, sharing=sharing) if sharing and wish.sharing is None else None


def _source(wish: Wish, part: str) -> Wish | None:
    return replace(wish, source=part.upper()) if wish.source is None and _SOURCE.fullmatch(part) else None

"""Lines of a message as they are kept: keys and facts, in no language yet."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from council.people import Organisation
from council.text import Fact, Heading, Item, Line, Quote, Text, Words


def written(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Return lines as JSON can hold them."""
    return [_line(each) for each in lines]


def read(kept: Sequence[Mapping[str, Any]]) -> tuple[Line, ...]:
    """Return lines as they were written."""
    return tuple(_read_line(each) for each in kept)


def _line(line: Line) -> dict[str, Any]:
    match line:
        case Quote(words):
            return {"quote": words}
        case Heading(text):
            return {"heading": _text(text)}
        case Item(text):
            return {"item": _text(text)}
        case Text():
            return {"text": _text(line)}


def _text(text: Text) -> dict[str, Any]:
    return {"key": text.key, "facts": {name: _fact(fact) for name, fact in text.facts.items()}}


def _fact(fact: Fact) -> Any:
    if isinstance(fact, tuple):
        return {"list": [_text(each) for each in fact]}
    if isinstance(fact, Organisation):
        return {"organisation": fact.code, "names": dict(fact.names), "votes": fact.votes, "order": fact.order}
    for kind, (sort, write, _read) in _KINDS.items():
        if isinstance(fact, sort):
            return {kind: write(fact)}
    return fact


def _read_line(kept: Mapping[str, Any]) -> Line:
    (kind, value) = next(iter(kept.items()))
    match kind:
        case "quote":
            return Quote(Words(value))
        case "heading":
            return Heading(_read_text(value))
        case "item":
            return Item(_read_text(value))
    return _read_text(value)


def _read_text(kept: Mapping[str, Any]) -> Text:
    return Text(kept["key"], **{name: _read_fact(fact) for name, fact in kept["facts"].items()})


def _read_fact(kept: Any) -> Fact:
    if not isinstance(kept, dict):
        plain: Fact = kept
        return plain
    if "organisation" in kept:
        return Organisation(kept["organisation"], kept["names"], kept["votes"], kept["order"])
    (kind, value) = next(iter(kept.items()))
    if kind == "list":
        return tuple(_read_text(each) for each in value)
    _sort, _write, read_kind = _KINDS[kind]
    fact: Fact = read_kind(value)
    return fact


_KINDS: Mapping[str, tuple[type[Any], Callable[[Any], Any], Callable[[Any], Any]]] = {
    "text": (Text, _text, _read_text),
    "words": (Words, str, Words),
    "at": (datetime, datetime.isoformat, datetime.fromisoformat),
    "day": (date, date.isoformat, date.fromisoformat),
    "clock": (time, time.isoformat, time.fromisoformat),
}
"""Kind -> what it is, and how it is written and read; a datetime is a date too, and comes first."""

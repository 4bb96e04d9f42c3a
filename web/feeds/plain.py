"""The record in values that JSON knows: each of its values as an object, its fields by their own names."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from council.digest import Ratio, Shown
from council.people import Organisation
from council.record import Record
from council.text import Heading, Item, Quote, Text
from web.render import Tongue

MIMETYPE = "application/json; charset=utf-8"
HIDDEN = {Shown.FEW: "<5", Shown.HELD: "not shown"}


def made(record: Record, tongue: Tongue) -> str:
    """Return the whole record as JSON, with what has a wording in one language."""
    return json.dumps(_plain(record, tongue), ensure_ascii=False, indent=1) + "\n"


def plain(count: int | Shown) -> int | str:
    """Return a count as it is shown."""
    return HIDDEN[count] if isinstance(count, Shown) else count


def _plain(value: Any, tongue: Tongue) -> Any:
    for kinds, shown in _SHOWN:
        if isinstance(value, kinds):
            return shown(value, tongue)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name), tongue) for field in fields(value)}
    return value


def _mapping(value: Mapping[Any, Any], tongue: Tongue) -> dict[str, Any]:
    return {str(_plain(key, tongue)): _plain(each, tongue) for key, each in value.items()}


_SHOWN: tuple[tuple[type[Any] | tuple[type[Any], ...], Callable[[Any, Tongue], Any]], ...] = (
    (Shown, lambda value, _tongue: HIDDEN[value]),
    (Enum, lambda value, _tongue: value.value),
    (date, lambda value, _tongue: value.isoformat()),
    (Text, lambda value, tongue: tongue.texts.render(value)),
    (Organisation, lambda value, tongue: {"code": value.code, "name": tongue.name(value)}),
    ((Heading, Item), lambda value, tongue: {type(value).__name__.lower(): tongue.texts.render(value.text)}),
    (Quote, lambda value, _tongue: {"quote": value.words}),
    (Ratio, lambda value, _tongue: {"part": value.part, "whole": value.whole, "percent": value.percent}),
    (Mapping, _mapping),
    ((tuple, list), lambda value, tongue: [_plain(each, tongue) for each in value]),
)
"""How each kind of value is shown; the first that fits counts."""

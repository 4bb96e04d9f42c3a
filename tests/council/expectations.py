"""Large values in plain lines, held against a file that was read and approved by a person.

When a rule is changed on purpose: delete the file, run the test once, read what it wrote, and commit it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any

from council.text import Text

FOLDER = Path(__file__).with_name("expected")


def is_as_expected(name: str, value: object) -> bool:
    """Hold a value against its file; where there is none yet, write it and say no."""
    file = FOLDER / f"{name}.txt"
    said = "\n".join(told(value)) + "\n"
    if not file.exists():
        file.write_text(said, encoding="utf-8")
        return False
    assert said == file.read_text(encoding="utf-8")
    return True


def told(value: object, indent: str = "") -> Iterator[str]:
    """Yield a value in lines: what it is, then its parts, those that are as always left out."""
    if isinstance(value, Text):
        yield f"{indent}{_plain(value)}"
    elif is_dataclass(value) and not isinstance(value, type):
        yield f"{indent}{type(value).__name__}"
        for field in fields(value):
            part = getattr(value, field.name)
            if field.default is MISSING or part != field.default:
                yield from _part(field.name, part, indent + "  ")
    elif isinstance(value, list | tuple):
        for each in value:
            yield from told(each, indent)
    else:
        yield f"{indent}{_plain(value)}"


def _part(name: str, value: object, indent: str) -> Iterator[str]:
    nested = isinstance(value, list | tuple) and bool(value)
    if nested or (is_dataclass(value) and not isinstance(value, Text)):
        yield f"{indent}{name}:"
        yield from told(value, indent + "  ")
    else:
        yield f"{indent}{name}: {_plain(value)}"


def _plain(value: Any) -> str:
    if isinstance(value, Text):
        facts = ", ".join(f"{name}={_plain(fact)}" for name, fact in value.facts.items())
        return f"{value.key}({facts})"
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_plain(key)}: {_plain(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple | set | frozenset):
        return "[" + ", ".join(_plain(each) for each in value) + "]"
    return str(getattr(value, "code", value))

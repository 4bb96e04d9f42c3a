"""A YAML file as plain values, with the line and column of each.

A strict reading of YAML 1.2's core: only true and false are booleans (`no` is a word), numbers are
decimal, `18:30` is text. Duplicate keys, tags and aliases that repeat themselves are mistakes.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.settings.mistake import Mistake, Mistakes, Path

LONGEST_BYTES = 1024 * 1024
DEEPEST = 20
MOST_VALUES = 50_000
PLAIN_TAGS = frozenset({"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
TAGGED = 'found a value that begins with "!"; put it in quotes, as "!abc:example.org"'
TOO_MUCH = f"more than {MOST_VALUES} values, or nested more than {DEEPEST} deep"

HINTS = {
    r"character '\\t'": "a tab; indent with spaces",
    r"character '@'": 'a value that begins with "@"; put it in quotes, as "@anna:example.org"',
    r"character '`'": "a value that begins with a backtick; put it in quotes",
    "undefined alias|expected alphabetic or numeric": 'a value that begins with "*" or "&"; put it in quotes',
    r"mapping values are not allowed|could not find expected ':'": "a line that is not `key: value`; "
    "look for a missing colon, a wrong indentation, or a value with a colon that needs quotes",
    r"expected <block end>": "a line that does not fit its neighbours; "
    "look for another indentation, or a quote above that is never closed",
    r"expected ',' or": "a bracket that is never closed",
    r"directive|'%'": 'a value that begins with "%"; put it in quotes',
    r"unexpected end of stream|while scanning a quoted scalar": "a quote that is never closed",
    r"expected a single document": "a second document (`---`); keep it all in one",
}


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader without the surprises of YAML 1.1."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  as PyYAML declares it


for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]{0,17})$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]{1,17}\.[0-9]{1,17}$", "-+0123456789"),
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


@dataclass
class Document:
    """What a file says.

    Args:
        name: the file's name, as it is shown.
        values: the settings as plain values.
        places: path -> line and column (from 1) of the value.
        keys: path -> line and column of the key that leads to it.
    """

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def where(self, path: Path, *, key: bool = False) -> str:
        """Return file:line:column of a value or its key, or of the nearest block that holds it."""
        line, column = self.place(path, key=key)
        return f"{self.name}:{line}:{column}"

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return line and column of a value or its key, or of the nearest block that holds it."""
        if not key and path in self.places:
            return self.places[path]
        above = (path[:length] for length in range(len(path), 0, -1))
        return next((self.keys[part] for part in above if part in self.keys), (1, 1))


def read(name: str, raw: bytes) -> Document:
    """Read a file's bytes.

    Raises:
        Mistakes: it is no YAML, or YAML that is likely to be meant otherwise.
    """
    text = _text(name, raw)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as wrong:
        raise Mistakes([_syntax(name, wrong)]) from None
    except yaml.reader.ReaderError as wrong:
        line = text.count("\n", 0, wrong.position) + 1
        raise Mistakes([Mistake(f"{name}:{line}:1", (), "found a control character; remove it")]) from None
    except RecursionError:
        raise Mistakes([Mistake(f"{name}:1:1", (), TOO_MUCH)]) from None
    if node is None:
        raise Mistakes([Mistake(f"{name}:1:1", (), "the file is empty; begin with config.example.yaml")])
    reading = _Reading(Document(name))
    values = reading.value(node, ())
    if not isinstance(node, yaml.MappingNode):
        reading.complain(node, (), "expected `key: value` lines; begin with config.example.yaml")
    if reading.mistakes:
        raise Mistakes(reading.mistakes)
    reading.document.values = values
    return reading.document


def _text(name: str, raw: bytes) -> str:
    if len(raw) > LONGEST_BYTES:
        raise Mistakes([Mistake(name, (), "more than 1 MiB; this is not a settings file")])
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Mistakes([Mistake(f"{name}:1:1", (), "saved as UTF-16; save it as UTF-8")])
    try:
        # A byte order mark before UTF-8 is what some editors write; it does no harm.
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        says = "found a character that is not UTF-8; save the file as UTF-8"
        raise Mistakes([Mistake(f"{name}:{line}:1", (), says)]) from None


def _syntax(name: str, wrong: yaml.MarkedYAMLError) -> Mistake:
    mark = wrong.problem_mark or wrong.context_mark
    where = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else f"{name}:1:1"
    told = f"{wrong.context or ''} {wrong.problem or ''}"
    for pattern, hint in HINTS.items():
        if re.search(pattern, told):
            return Mistake(where, (), f"found {hint}")
    # The parser's own words quote what it met, and that may be part of a secret.
    return Mistake(where, (), "not valid YAML here or shortly before")


class _Reading:
    """One walk through the nodes of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mistakes: list[Mistake] = []
        self._count = 0

    def value(self, node: yaml.Node, path: Path) -> Any:
        """Return a node as a plain value, and note where it stands."""
        self._count += 1
        if len(path) > DEEPEST or self._count > MOST_VALUES:
            raise Mistakes([Mistake(f"{self.document.name}:{node.start_mark.line + 1}:1", (), TOO_MUCH)])
        self.document.places[path] = _at(node)
        if not isinstance(node, yaml.ScalarNode) and node.tag not in PLAIN_TAGS:
            self.complain(node, path, TAGGED)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*path, index)) for index, each in enumerate(node.value)]
        return self._scalar(node, path)

    def complain(self, node: yaml.Node, path: Path, says: str) -> None:
        """Note a mistake."""
        line, column = _at(node)
        self.mistakes.append(Mistake(f"{self.document.name}:{line}:{column}", path, says))

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.complain(key_node, path, "a key must be a word")
                continue
            key: str = key_node.value
            if key in found:
                first = self.document.keys[*path, key][0]
                self.complain(key_node, (*path, key), f"stands twice, first on line {first}; keep one of them")
            else:
                self.document.keys[*path, key] = _at(key_node)
                found[key] = self.value(value_node, (*path, key))
        return found

    def _scalar(self, node: yaml.Node, path: Path) -> str | float | None:
        match node.tag.removeprefix("tag:yaml.org,2002:"):
            case "str":
                return str(node.value)
            case "int":
                return int(node.value)
            case "float":
                return float(node.value)
            case "bool":
                return str(node.value).lower() == "true"
            case "null":
                return None
        self.complain(node, path, TAGGED)
        return None


def _at(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1

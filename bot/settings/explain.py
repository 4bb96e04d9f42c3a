"""What the validator found, in one sentence for the operator: the path, what was found, what would be valid."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic_core import ErrorDetails

from bot.settings.mistake import Mistake, Path, nearest, shown
from bot.settings.overlay import Places
from bot.settings.shape import Settings

KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "dict_type": "a block of `key: value` lines",
    "model_type": "a block of `key: value` lines",
    "tuple_type": "a list, each line beginning with a hyphen",
    "path_type": "the path of a folder",
    "too_short": "at least one",
}


def explained(error: ErrorDetails, places: Places) -> Mistake:
    """Turn one finding of the validator into a mistake."""
    path: Path = error["loc"]
    if path and path[-1] == "[key]":
        path = path[:-1]
        return Mistake(places.of_key(path), path, f"not a valid key here; expected {_valid_key(error, path)}")
    if error["type"] == "extra_forbidden":
        return Mistake(places.of_key(path), path, _unknown_key(path))
    if error["type"] == "missing":
        return Mistake(places.of_key(path), path, f"missing; expected {_wanted(path)}")
    return Mistake(places.of_value(path), path, f"found {_found(error['input'], path)}; expected {_valid(error, path)}")


def _valid_key(error: ErrorDetails, path: Path) -> str:
    if error["type"] == "literal_error":
        return _one_of(path[-1], _schema_at(path[:-1]).get("propertyNames", {}))
    return _valid(error, path)


def keys_at(path: Path) -> tuple[str, ...]:
    """Return the keys that a block may hold."""
    return tuple(_schema_at(path).get("properties", ()))


def _unknown_key(path: Path) -> str:
    valid = keys_at(path[:-1])
    if path[-1] == "<<":
        return "merged blocks (<<) are not taken; write the lines out"
    if not str(path[-1]).isprintable():
        return "unknown key, with a character that cannot be seen; type the line anew, indented with plain spaces"
    meant = nearest(str(path[-1]), valid)
    return f'unknown key; did you mean "{meant}"?' if meant else f"unknown key; valid here: {', '.join(valid)}"


def _found(value: object, path: Path) -> str:
    """Say what stands there, but never a secret, nor what may hold one."""
    schema = _schema_at(path)
    if value is None:
        return "nothing"
    if isinstance(value, dict | list | tuple):
        kind = "block" if isinstance(value, dict) else "list"
        return f"a {kind}" if value else f"an empty {kind}"
    if schema.get("format") == "password":
        return "a secret that does not fit"
    if not schema or _is_block(schema):
        return "text or a number"
    return str(value).lower() if isinstance(value, bool) else _quoted(value)


def _quoted(value: object) -> str:
    if isinstance(value, str):
        # What stands before the @ of an address may be a password.
        return f'"{shown(re.sub(r"(?<=://)[^/]*@", "…@", value))}"'
    return shown(str(value))


def _valid(error: ErrorDetails, path: Path) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "expected":
            return str(context["expected"])
        case "literal_error":
            return _one_of(error["input"], _schema_at(path))
        case "greater_than_equal" | "less_than_equal":
            schema = _schema_at(path)
            return f"a whole number from {schema['minimum']} to {schema['maximum']}"
    wanted = KINDS.get(error["type"])
    return f"{wanted}{_example(path)}" if wanted else error["msg"].removeprefix("Input should be ")


def _one_of(found: object, schema: Mapping[str, Any]) -> str:
    words = [str(each) for each in schema.get("enum", ())]
    meant = nearest(str(found), words)
    return f'"{meant}" or another of: {", ".join(words)}' if meant else f"one of: {', '.join(words)}"


def _wanted(path: Path) -> str:
    schema = _schema_at(path)
    kind = "a block" if _is_block(schema) else "a value"
    use = str(schema.get("description", "")).partition(". ")[0].rstrip(".").replace("\n", " ")
    return kind + _example(path) + (f" ({use[0].lower()}{use[1:]})" if use else "")


def _is_block(schema: Mapping[str, Any]) -> bool:
    return not schema.keys().isdisjoint({"properties", "patternProperties", "additionalProperties"})


def _example(path: Path) -> str:
    examples = _schema_at(path).get("examples")
    return f', such as "{examples[0]}"' if examples else ""


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of the settings, for editors and for our own sentences."""
    return Settings.model_json_schema()


def _schema_at(path: Path) -> Mapping[str, Any]:
    at: Mapping[str, Any] = schema()
    for part in path:
        at = _plain(at)
        if isinstance(part, int):
            at = at.get("items", {})
        else:
            patterns = [*at.get("patternProperties", {}).values(), at.get("additionalProperties")]
            inner = next((each for each in patterns if isinstance(each, dict)), {})
            at = at.get("properties", {}).get(part, inner)
    return _plain(at)


def _plain(at: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references and take the part of a choice that is not null, keeping the nearest description."""
    around = {key: value for key, value in at.items() if key in {"description", "examples"}}
    if "anyOf" in at:
        at = next(each for each in at["anyOf"] if each.get("type") != "null")
    if "$ref" in at:
        at = _plain(schema()["$defs"][at["$ref"].removeprefix("#/$defs/")])
    return {**at, **around}

"""The settings that a council changes in chat: shown by their names in the file, and checked as the file would be."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.settings.charter import charter
from bot.settings.consistency import disagreements
from bot.settings.council import Council
from bot.settings.seeding import SEEDED, as_stored, seeded
from commands.call import Setting
from council.charter import Charter
from council.text import Refusal, Text, Words

FIXED = frozenset({"first_case"})
"""What cannot be changed once there are cases."""
NOTHING = frozenset({"-", "inget", "ingen", "nothing", "none"})
YES = frozenset({"ja", "yes", "på", "on", "true"})
NO = frozenset({"nej", "no", "av", "off", "false"})


class Rulebook:
    """One council's settings, as the file and the database together give them."""

    def __init__(self, slug: str, council: Council) -> None:
        self._slug = slug
        self._council = council

    def charter(self, stored: Mapping[str, Any]) -> Charter:
        """Return what the rest of the program goes by."""
        return charter(self._slug, as_stored(self._council, stored))

    def settings(self, stored: Mapping[str, Any]) -> list[Setting]:
        """Return every setting that can be changed in chat, in the order of the file."""
        now = as_stored(self._council, stored)
        usual = dict(_leaves(_usual(), ()))
        found = dict(_leaves(seeded(now), ()))
        return [Setting(".".join(path), _shown(value), _shown(usual.get(path))) for path, value in found.items()]

    def changed(self, stored: Mapping[str, Any], name: str, typed: str) -> dict[str, Any]:
        """Return what is to be stored once a setting is something else.

        Raises:
            Refusal: there is no such setting, or it cannot be that.
        """
        before = seeded(as_stored(self._council, stored))
        path = tuple(name.split("."))
        leaves = dict(_leaves(before, ()))
        if path not in leaves:
            near = [".".join(each) for each in leaves if path[-1] in each]
            raise Refusal("setting-unknown", typed=Words(name[:60]), near=", ".join(near[:3]) or "meetings.rule")
        for value in _readings(typed, leaves[path]):
            try:
                after = seeded(as_stored(self._council, _with(before, path, value)))
            except ValidationError:
                continue
            self._check(before, after)
            return after
        now = Text("setting-value", value=_shown(leaves[path]))
        raise Refusal("setting-wrong", name=name, typed=Words(typed[:200]), now=now)

    def _check(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Look at what one setting alone does not show: that it agrees with the others."""
        new = _disagreeing(self._slug, after) - _disagreeing(self._slug, before)
        for path in new:
            if path[-1] == "decision_ref":
                raise Refusal("setting-needs-decision", name=".".join(path))
        if new:
            raise Refusal("setting-disagrees", name=".".join(next(iter(new))))


def _disagreeing(slug: str, values: Mapping[str, Any]) -> set[tuple[str, ...]]:
    # Which organisations there are is for the database to say by now.
    found = (path[2:] for path, _says in disagreements({"councils": {slug: values}}) if "answers" not in path)
    return {tuple(map(str, path)) for path in found}


def _usual() -> dict[str, Any]:
    """Return the defaults of those settings that have one."""
    fields = {name: Council.model_fields[name] for name in SEEDED}
    given = {name: field.get_default() for name, field in fields.items() if not field.is_required()}
    plain: dict[str, Any] = TypeAdapter(dict[str, Any]).dump_python(
        {name: value.model_dump() if isinstance(value, BaseModel) else value for name, value in given.items()},
        mode="json",
    )
    return plain


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in FIXED:
                yield from _leaves(inner, (*path, key))
    else:
        yield path, value


def _readings(typed: str, before: Any) -> Iterator[Any]:
    """Yield what somebody may have meant, likeliest first, judged by what stands there now."""
    plain = typed.strip()
    if isinstance(before, bool):
        if plain.casefold() in YES | NO:
            yield plain.casefold() in YES
        return
    if plain.isdecimal() and not isinstance(before, str):
        yield int(plain)
    if isinstance(before, list):
        yield [] if plain.casefold() in NOTHING else [each.strip() for each in plain.split(";") if each.strip()]
        return
    if plain.casefold() in NOTHING:
        yield None
    yield plain


def _with(values: Mapping[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    first, rest = path[0], path[1:]
    return {**values, first: _with(values[first], rest, value) if rest else value}


def _shown(value: Any) -> str:
    if value is None or value == []:
        return "-"
    if isinstance(value, bool):
        return "ja / yes" if value else "nej / no"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)

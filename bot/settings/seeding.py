"""What of a council's settings the database owns after the first start, and where the two differ by now."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.settings.charter import organisations, people
from bot.settings.council import Council
from bot.settings.mistake import Path, dotted
from council.people import Organisation, Person, Role

SEEDED = (
    "name",
    "language",
    "time_zone",
    "case_prefix",
    "first_case",
    "meetings",
    "reminders",
    "areas",
    "targets",
    "case_reminders",
    "answers",
    "sharing",
    "case_posts",
    "retention",
)
"""Kept as they stand in the file. Organisations, people and rooms have tables of their own."""


def seeded(council: Council) -> dict[str, Any]:
    """Return what the database keeps of the settings, in the very shape of the file."""
    return council.model_dump(mode="json", include=set(SEEDED))


def as_stored(council: Council, stored: Mapping[str, Any]) -> Council:
    """Return the settings with what the database owns in place of what the file says.

    Args:
        council: what the file says.
        stored: what `seeded` gave, and commands have changed since. What it lacks, the file gives.
    """
    own = {key: value for key, value in stored.items() if key in SEEDED}
    return Council.model_validate({**council.model_dump(), **own})


def differences(
    slug: str,
    council: Council,
    stored: Mapping[str, Any],
    bodies: Iterable[Organisation],
    officers: Iterable[Person],
) -> list[str]:
    """Say, line by line, where the file differs from what the database owns by now.

    Args:
        slug: the council's short name.
        council: what the file says.
        stored: the settings in the database.
        bodies: the organisations in the database.
        officers: who holds an office, in the database.
    """
    ours, theirs = _flat((), seeded(council)), _flat((), {key: stored[key] for key in SEEDED if key in stored})
    # Settings that are newer than the seeding are given by the file.
    there = {path[0] for path in theirs}
    ours = {path: value for path, value in ours.items() if path[0] in there}
    ours |= {("organisations", each.code): _body(each) for each in organisations(council)}
    theirs |= {("organisations", each.code): _body(each) for each in bodies}
    ours |= {("people", each.user_id): _offices(each) for each in people(council)}
    theirs |= {("people", each.user_id): _offices(each) for each in officers}
    return list(_told(("councils", slug), ours, theirs))


def _told(at: Path, ours: Mapping[Path, str], theirs: Mapping[Path, str]) -> Iterator[str]:
    for path in dict.fromkeys((*ours, *theirs)):
        here, there = ours.get(path, "nothing"), theirs.get(path, "nothing")
        if here != there:
            yield f"{dotted((*at, *path))}: {here} in the file, {there} in the database"


def _flat(path: Path, value: Any) -> dict[Path, str]:
    if isinstance(value, dict):
        return {deep: each for key, inner in value.items() for deep, each in _flat((*path, key), inner).items()}
    if isinstance(value, list | tuple):
        return {path: f"[{', '.join(map(str, value))}]"}
    return {path: "nothing" if value is None else f'"{value}"' if isinstance(value, str) else str(value)}


def _body(each: Organisation) -> str:
    short = f" (short: {_by_language(each.short)})" if each.short else ""
    return f"{_by_language(each.names)}{short}; votes: {each.votes}"


def _by_language(names: Mapping[str, str]) -> str:
    return ", ".join(f"{language}: {name}" for language, name in sorted(names.items()))


def _offices(person: Person) -> str:
    roles = ", ".join(sorted(role.value for role in person.roles - {Role.RESIDENT})) or "no office"
    return f"{roles} ({person.organisation})" if person.organisation else roles

"""The operator's settings: config.yaml, secret files and the environment, checked as a whole."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.settings.consistency import disagreements
from bot.settings.council import Council
from bot.settings.document import LONGEST_BYTES, Document, read
from bot.settings.explain import explained, keys_at
from bot.settings.mistake import Mistake, Mistakes, Path, at, shown
from bot.settings.overlay import Given, Places, from_environment, from_folder
from bot.settings.shape import Settings
from bot.settings.values import folder_beside

__all__ = ["Council", "Loaded", "Mistake", "Mistakes", "Settings", "load"]


@dataclass(frozen=True)
class Loaded:
    """Settings that are valid.

    Args:
        settings: what they say.
        warnings: what is allowed and still unwise, a sentence each.
    """

    settings: Settings
    warnings: tuple[str, ...] = ()


def load(file: FilePath, environment: Mapping[str, str] = os.environ) -> Loaded:
    """Read and check the settings.

    Args:
        file: config.yaml.
        environment: RADSLAG_… variables, and systemd's CREDENTIALS_DIRECTORY.

    Raises:
        Mistakes: every mistake found, each with its place and what would be valid.
    """
    document = read(str(file), _bytes(file))
    places = Places(document)
    inside = _secrets(document.values)
    given, mistakes = _from_outside(document, file.parent, environment)
    mistakes += [wrong for each in given if (wrong := places.lay_over(each))]
    settings, found = _validated(places, file.parent)
    if mistakes or found or settings is None:
        raise Mistakes([*mistakes, *found])
    inline = [path for path in inside if path not in places.sources]
    return Loaded(settings, tuple(_warnings(file, inline)))


def _bytes(file: FilePath) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LONGEST_BYTES + 1)
    except FileNotFoundError:
        raise Mistakes([Mistake(str(file), (), "there is no such file; copy config.example.yaml")]) from None
    except OSError as wrong:
        raise Mistakes([Mistake(str(file), (), f"cannot be read: {wrong.strerror}")]) from None


def _from_outside(
    document: Document, beside: FilePath, environment: Mapping[str, str]
) -> tuple[list[Given], list[Mistake]]:
    """Return secret files first, so that what the environment says is laid over them."""
    given: list[Given] = []
    mistakes: list[Mistake] = []
    from_variables = from_environment(document, environment)
    told = next((each.value for each in from_variables if each.path == ("secrets_dir",)), None)
    own = told or document.values.get("secrets_dir")
    credentials = environment.get("CREDENTIALS_DIRECTORY")
    for name in (credentials, own):
        if not isinstance(name, str) or not name:
            continue
        folder = folder_beside(beside, name)
        if folder and folder.is_dir():
            files, wrong = from_folder(document, folder, frozenset(keys_at(())))
            given += files
            mistakes += wrong
            # systemd lets its credentials be read by an access list, which shows as the group's right.
            mistakes += _open_secrets(files, stat.S_IROTH if name == credentials else stat.S_IROTH | stat.S_IRGRP)
        elif name == credentials:
            says = f"there is no folder {shown(name)}"
            mistakes.append(Mistake("environment variable CREDENTIALS_DIRECTORY", (), says))
        elif folder and not folder.is_file():
            mistakes.append(Mistake(document.where(("secrets_dir",)), ("secrets_dir",), f"there is no folder {folder}"))
    return given + from_variables, mistakes


def _validated(places: Places, folder: FilePath) -> tuple[Settings | None, list[Mistake]]:
    values = _filled(places.document.values)
    settings: Settings | None = None
    mistakes: list[Mistake] = []
    try:
        settings = Settings.model_validate(values, context={"folder": folder})
    except ValidationError as wrong:
        mistakes = [explained(error, places) for error in _first_causes(wrong)]
    told = {mistake.path for mistake in mistakes}
    mistakes += [Mistake(places.of_value(path), path, says) for path, says in disagreements(values) if path not in told]
    return settings, sorted(mistakes, key=lambda each: places.document.place(each.path))


def _first_causes(wrong: ValidationError) -> list[ErrorDetails]:
    """Leave out the lists that are too short only because what they hold is wrong."""
    errors = wrong.errors(include_url=False)
    held = {error["loc"][:-1] for error in errors if error["loc"]}
    return [error for error in errors if error["type"] != "too_short" or error["loc"] not in held]


def _filled(values: Any) -> Any:
    """Leave out what is empty: a block whose every line is a comment is a block left out."""
    if isinstance(values, dict):
        return {key: _filled(value) for key, value in values.items() if value is not None}
    return values


def _secrets(values: dict[str, Any]) -> list[Path]:
    """Return where the file itself holds secrets."""
    found: list[Path] = [("master_secret",), ("storage", "url")]
    councils = values.get("councils")
    for slug in councils if isinstance(councils, dict) else ():
        found += [("councils", slug, "account", key) for key in ("password", "access_token")]
        found.append(("councils", slug, "mail", "password"))
    return [path for path in found if at(values, path)]


def _warnings(file: FilePath, inline: list[Path]) -> Iterator[str]:
    if inline and file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        yield f"{file}: holds secrets and others may read it: chmod 600 {file}"


def _open_secrets(files: list[Given], others: int) -> list[Mistake]:
    return [
        Mistake(each.source, each.path, f"others may read this secret; close it with: chmod 600 {each.file}")
        for each in files
        if each.file and each.file.stat().st_mode & others
    ]

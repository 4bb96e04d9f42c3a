"""What stands outside the file, laid over it: secret files first, environment variables last."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from bot.settings.document import Document
from bot.settings.mistake import Mistake, Path, nearest

PREFIX = "RADSLAG_"
NOT_SETTINGS = frozenset({"RADSLAG_CONFIG", "RADSLAG_COPY_TO"})
"""What the command line takes by itself."""
LONGEST_SECRET_BYTES = 64 * 1024


@dataclass(frozen=True)
class Given:
    """One value from outside the file.

    Args:
        source: the variable or file it comes from, as it is shown.
        path: where it belongs.
        value: as text; its kind is decided by the settings.
        file: the secret file, if it is one.
    """

    source: str
    path: Path
    value: str
    file: FilePath | None = None


class Places:
    """Where each value stands: in the file, or outside it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sources: dict[Path, str] = {}

    def of_value(self, path: Path) -> str:
        """Return where a value stands, or where it would have to."""
        return self._outside(path) or self.document.where(path)

    def of_key(self, path: Path) -> str:
        """Return where the key of a value stands."""
        return self._outside(path) or self.document.where(path, key=True)

    def _outside(self, path: Path) -> str | None:
        """Return what put a value there, or made the block there in order to put one into it."""
        if path in self.sources:
            return self.sources[path]
        inside = (source for where, source in self.sources.items() if where[: len(path)] == path)
        return None if path in self.document.keys else next(inside, None)

    def lay_over(self, given: Given) -> Mistake | None:
        """Put a value from outside where it belongs, making the blocks on the way. A council is never made so."""
        block = self.document.values
        if given.path[0] == "councils" and len(given.path) > 1:
            councils = block.get("councils")
            if not isinstance(councils, dict):
                return None  # which is told already
            if given.path[1] not in councils:
                return Mistake(given.source, given.path[:2], _no_such_council(str(given.path[1]), councils))
        for part in given.path[:-1]:
            if block.get(str(part)) is None:
                block[str(part)] = {}
            block = block[str(part)]
            if not isinstance(block, dict):
                return Mistake(given.source, given.path, "leads into a value that is not a block of settings")
        block[str(given.path[-1])] = given.value
        self.sources[given.path] = given.source
        return None


def from_environment(document: Document, environment: Mapping[str, str]) -> list[Given]:
    """Return the settings among the environment variables.

    RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD is councils.lindvassa.account.password;
    an underscore also stands for a hyphen, and case does not count.
    """
    return [
        Given(f"environment variable {name}", _matched(document.values, name.removeprefix(PREFIX).split("__")), value)
        for name, value in sorted(environment.items())
        if name.startswith(PREFIX) and name not in NOT_SETTINGS
    ]


def from_folder(document: Document, folder: FilePath, top_level: frozenset[str]) -> tuple[list[Given], list[Mistake]]:
    """Return the settings among the files of a folder, each named by its path.

    councils.lindvassa.account.password is a file's whole name. Files whose first word is no
    setting are somebody else's and left alone.
    """
    given: list[Given] = []
    mistakes: list[Mistake] = []
    for file in sorted(folder.iterdir()):
        parts = file.name.split(".")
        if parts[0] not in top_level or not file.is_file():
            continue
        source, path = f"secret file {file}", _matched(document.values, parts)
        try:
            raw = file.read_bytes()
            if len(raw) > LONGEST_SECRET_BYTES:
                mistakes.append(Mistake(source, path, "more than 64 KiB; this is not a secret"))
            else:
                given.append(Given(source, path, raw.decode("utf-8").rstrip("\r\n"), file))
        except UnicodeDecodeError:
            mistakes.append(Mistake(source, path, "is not UTF-8 text"))
        except OSError as wrong:
            mistakes.append(Mistake(source, path, f"cannot be read: {wrong.strerror}"))
    return given, mistakes


def _no_such_council(slug: str, councils: Mapping[str, Any]) -> str:
    meant = nearest(slug, councils)
    return "the file has no such council; " + (
        f'did you mean "{meant}"?' if meant else f"it has: {', '.join(councils) or 'none'}"
    )


def _matched(values: Any, parts: list[str]) -> Path:
    """Spell each part as the file spells it, where the file has it."""
    path: list[str] = []
    for part in parts:
        known = {_plain(key): key for key in values} if isinstance(values, dict) else {}
        key = known.get(_plain(part), part.lower())
        path.append(key)
        values = values.get(key) if isinstance(values, dict) else None
    return tuple(path)


def _plain(key: str) -> str:
    return key.casefold().replace("-", "_")

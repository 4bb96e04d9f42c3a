"""A mistake in the settings: where it stands, what was found and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

Path = tuple[str | int, ...]
"""The way to a value: ("councils", "lindvassa", "rooms", "open")."""


LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Mistake:
    """One thing to put right.

    Args:
        where: file:line:column, or the name of an environment variable or secret file.
        path: the way to the value; empty for the whole file.
        says: what was found and what would be valid; never a secret's value.
    """

    where: str
    path: Path
    says: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.where, dotted(self.path), self.says) if part)


class Mistakes(Exception):
    """The settings cannot be used: every mistake at once."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(dict.fromkeys(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))


def dotted(path: Path) -> str:
    """Write a path as councils.lindvassa.people."@anna:example.org".roles[0]."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        else:
            plain = part.replace("_", "").replace("-", "").isalnum() and len(part) <= LONGEST_SHOWN
            written += "." + (part if plain else f'"{shown(part)}"')
    return written.removeprefix(".")


def at(values: Any, path: Path) -> Any:
    """Return what plain values hold at a path, or None."""
    for part in path:
        values = values.get(part) if isinstance(values, dict) else None
    return values


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a text that is safe on a terminal: no control characters, not too long."""
    safe = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
    return safe if len(safe) <= longest else safe[:longest] + "…"


def nearest(wrong: str, valid: Iterable[str]) -> str | None:
    """Return the valid word that was probably meant, or None."""
    words = {each.casefold(): each for each in valid}
    close = get_close_matches(wrong.casefold(), words, n=1, cutoff=0.6)
    return words[close[0]] if close else None

"""Every command and listener there is, found by looking through this package."""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from commands.call import Kind
from commands.declare import Command, Listener
from commands.parse import Found, Unknown, longer, parse, phrases
from council.people import Person, Place


@dataclass(frozen=True)
class Catalogue:
    """The declared commands, and the words each can be called by.

    Args:
        words: command slug -> its phrases in every language.
    """

    commands: tuple[Command, ...]
    listeners: tuple[Listener, ...]
    words: Mapping[str, Iterable[str]] = field(default_factory=dict)
    _phrases: Mapping[tuple[str, ...], Command] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_phrases", phrases(self.commands, self.words))

    def find(self, body: str) -> Found | Unknown:
        """Return the command that a message calls."""
        return parse(body, self._phrases)

    def meant(self, body: str, found: Found) -> tuple[str, ...]:
        """Return the phrases that were perhaps meant, where a command was found and the rest makes no sense to it."""
        return longer(body, found, self._phrases)

    def about(self, word: str) -> list[Command]:
        """Return the commands that can be called by a phrase that begins with a word, by name."""
        known = {id(each): each for phrase, each in self._phrases.items() if phrase[0] == word.casefold()}
        return sorted(known.values(), key=lambda each: each.name)

    def named(self, name: str) -> Command | None:
        """Return the command of a name."""
        return next((each for each in self.commands if each.name == name), None)

    def open_to(self, who: Person, place: Place) -> list[Command]:
        """Return the commands that somebody may say in a place, by name."""
        return [each for each in self.commands if who.holds(each.who) and place in each.where]

    def listeners_for(self, kind: Kind, place: Place) -> list[Listener]:
        """Return who listens to a kind of saying in a place, in order."""
        return [each for each in self.listeners if each.kind is kind and place in each.where]


@cache
def _discovered() -> tuple[tuple[Command, ...], tuple[Listener, ...]]:
    package = importlib.import_module("commands")
    found: dict[int, object] = {}
    for module in pkgutil.iter_modules(package.__path__):
        for declared in vars(importlib.import_module(f"commands.{module.name}")).values():
            if isinstance(declared, Command | Listener):
                found[id(declared)] = declared
    commands = sorted((each for each in found.values() if isinstance(each, Command)), key=lambda each: each.name)
    listeners = sorted((each for each in found.values() if isinstance(each, Listener)), key=lambda each: each.order)
    return tuple(commands), tuple(listeners)


def catalogue(words: Mapping[str, Iterable[str]] | None = None) -> Catalogue:
    """Return everything declared in this package, callable by the given words.

    Raises:
        ValueError: two commands answer to the same words.
    """
    commands, listeners = _discovered()
    return Catalogue(commands, listeners, words or {})

"""From a line somebody typed to a command and the rest of the line. Pure, and never raises but a Refusal.

Forgiving: upper or lower case, smart quotes, the dashes that phones make of two hyphens, spaces of
every kind, and a word that is nearly right is answered with the right one.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from commands.arguments import Argument, Reading
from commands.declare import Command
from council.text import Refusal, Text, Words

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_MARK = re.compile(r"\s*[!！]\s*(?=[^\W\d_])")
LONGEST_PHRASE_WORDS = 5
LEAST_LIKENESS = 0.75
_NOTHING_TO_SEE = re.compile("[\u200b\u2060\ufeff\u00ad]")


@dataclass(frozen=True)
class Found:
    """A command, the words typed for it, and what followed them."""

    command: Command
    rest: str


@dataclass(frozen=True)
class Unknown:
    """No command: what was typed, and the phrases that come nearest to it."""

    typed: str
    near: tuple[str, ...]


Phrases = Mapping[tuple[str, ...], Command]


def is_command(body: str) -> bool:
    """Say whether a message is meant as a command: an exclamation mark and then a letter."""
    return _MARK.match(_visible(body[:200])) is not None


def phrases(commands: Iterable[Command], words: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], Command]:
    """Return every phrase a command can be called by.

    Args:
        words: command slug -> phrases in any language.

    Raises:
        ValueError: the same phrase calls two commands.
    """
    known: dict[tuple[str, ...], Command] = {}
    for each in commands:
        for phrase in (each.name, *words.get(each.slug, ())):
            key = tuple(_folded(phrase).split())
            if known.setdefault(key, each) is not each:
                raise ValueError(f"«{phrase}» calls both {known[key].name} and {each.name}")
    return known | {phrase: each for phrase, each in _mixed(known).items() if phrase not in known}


def _mixed(known: Phrases) -> dict[tuple[str, ...], Command]:
    """Return what comes of beginning a phrase in one language and ending it in another: !agenda lägg till.

    What two commands could be called by in this way calls neither.
    """
    parted = [(phrase, command) for phrase, command in known.items() if len(phrase) > 1]
    mixed: dict[tuple[str, ...], set[Command]] = {}
    for first, command in parted:
        for second, other in parted:
            if command is other:
                mixed.setdefault((first[0], *second[1:]), set()).add(command)
    return {phrase: next(iter(each)) for phrase, each in mixed.items() if len(each) == 1}


def parse(body: str, known: Phrases) -> Found | Unknown:
    """Return the command that a message calls, by its longest phrase, and the rest of the message."""
    line = _MARK.sub("", _visible(body), count=1)
    words = list(islice(re.finditer(r"\S+", line), LONGEST_PHRASE_WORDS))
    for count in range(len(words), 0, -1):
        phrase = tuple(_folded(word[0]).strip(".,:;?!") for word in words[:count])
        if phrase in known:
            return Found(known[phrase], line[words[count - 1].end() :].strip())
    return _unknown([_folded(word[0]) for word in words], known)


def arguments(command: Command, rest: str, reading: Reading) -> dict[str, Argument | None]:
    """Return what a command is told, by the name of each parameter.

    Raises:
        Refusal: something is missing, cannot be read, or is left over.
    """
    told: dict[str, Any] = {}
    for parameter in command.parameters:
        if rest:
            told[parameter.name], rest = parameter.kind.read(rest, reading)
        elif parameter.required:
            raise Refusal(
                "argument-missing",
                wanted=Text(f"argument-{parameter.kind.label}"),
                example=Text(f"command-{command.slug}.example"),
            )
    if rest:
        raise Refusal(
            "argument-left-over",
            typed=Words(" ".join(rest.split())[:60]),
            example=Text(f"command-{command.slug}.example"),
        )
    return told


def longer(typed: str, found: Found, known: Phrases) -> tuple[str, ...]:
    """Return the phrases of other commands that come near to what was typed: "agenda add" for "!agenda ad x"."""
    words = [_folded(word) for word in _MARK.sub("", _visible(typed), count=1).split()]
    if len(words) - len(found.rest.split()) > 1:
        return ()
    tails = {
        " ".join(phrase[1:]) for phrase, each in known.items() if phrase[0] == words[0] and each is not found.command
    }
    return tuple(
        f"{words[0]} {tail}"
        for count in range(min(len(words), LONGEST_PHRASE_WORDS), 1, -1)
        for tail in difflib.get_close_matches(" ".join(words[1:count]), tails, n=1, cutoff=LEAST_LIKENESS)
    )


def _unknown(words: list[str], known: Phrases) -> Unknown:
    beginnings = sorted(
        (" ".join(phrase) for phrase in known if words and phrase[0] == words[0]),
        key=lambda phrase: -_likeness(words, phrase),
    )
    all_phrases = {" ".join(phrase): phrase for phrase in known}
    near = beginnings or [
        match
        for count in (3, 2, 1)
        for match in difflib.get_close_matches(" ".join(words[:count]), all_phrases, n=2, cutoff=LEAST_LIKENESS)
    ]
    return Unknown(" ".join(words[:2])[:60], tuple(dict.fromkeys(near)))


def _likeness(words: list[str], phrase: str) -> float:
    """Return how near what follows the first word comes to what follows it in a phrase."""
    tail = phrase.split()[1:]
    return difflib.SequenceMatcher(None, " ".join(words[1 : len(tail) + 1]), " ".join(tail)).ratio()


def _visible(text: str) -> str:
    return _NOTHING_TO_SEE.sub("", text).strip()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_DASHES).translate(_QUOTES)).casefold()

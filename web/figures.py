"""Figures and lines as pages show them: small counts hidden, halves said as halves, organisations by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from council.action import Standing
from council.digest import Shown
from council.record import Deed, Record
from council.text import Heading, Item, Line, Quote, Text
from council.yearly import Year
from web.render import Tongue


class Made(Protocol):
    """Something that was made on a day."""

    @property
    def made_on(self) -> date:
        """Return the day."""


Thing = TypeVar("Thing", bound=Made)


@dataclass(frozen=True)
class Counts:
    """Counts with their names in words: those that are shown, those that are few, and those held back.

    Args:
        sum: what a whole bar stands for.
    """

    shown: tuple[tuple[str, int], ...]
    few: tuple[str, ...]
    held: tuple[str, ...]
    sum: int


def counts(
    found: Mapping[object, int | Shown], key: str, fact: str, registered: int | Shown, *, tongue: Tongue
) -> Counts:
    """Return counts, the most first.

    Args:
        key: of the text that names one.
        fact: which fact of that text it is.
        registered: what they add up to.
    """
    named = [(tongue.say(key, **{fact: str(getattr(each, "value", each))}), count) for each, count in found.items()]
    return Counts(
        tuple((name, count) for name, count in named if isinstance(count, int)),
        tuple(name for name, count in named if count is Shown.FEW),
        tuple(name for name, count in named if count is Shown.HELD),
        registered if isinstance(registered, int) else 1,
    )


def called(record: Record, tongue: Tongue, code: str) -> str:
    """Return an organisation's name, or that nobody is named."""
    found = next((each for each in record.council.organisations if each.code == code), None)
    return tongue.name(found) if found else code or tongue.say("web-nobody")


def in_year(things: Iterable[Thing], year: Year) -> list[Thing]:
    """Return what was made in a year, the first first."""
    return sorted((each for each in things if each.made_on.year == year.year), key=lambda each: each.made_on)


def not_done(actions: Iterable[Deed], year: Year) -> list[Deed]:
    """Return what should have been done in a year and was not, or late, or was never accepted."""
    left = (Standing.OVERDUE, Standing.NOT_ACCEPTED)
    return [each for each in actions if each.due.year == year.year and (each.standing in left or each.late_days)]


def done_late(action: Deed, tongue: Tongue) -> str:
    """Return how late an action was, as the end of a sentence; nothing if it was not."""
    return f", {tongue.say('web-days-late', days=action.late_days)}" if action.late_days else ""


def blocks(lines: Sequence[Line], tongue: Tongue) -> list[tuple[str, list[str]]]:
    """Return lines as blocks of one kind each; lines of a list that follow each other are one block.

    The first heading is left out: the page has it already.
    """
    found: list[tuple[str, list[str]]] = []
    for line in lines[1:] if lines and isinstance(lines[0], Heading) else lines:
        kind, words = _block(line, tongue)
        if kind == "item" and found and found[-1][0] == "item":
            found[-1][1].append(words)
        else:
            found.append((kind, [words]))
    return found


def _block(line: Line, tongue: Tongue) -> tuple[str, str]:
    match line:
        case Heading(text):
            return "heading", tongue.texts.render(text)
        case Item(text):
            return "item", tongue.texts.render(text)
        case Quote(words):
            return "quote", words
        case Text():
            return "text", tongue.texts.render(line)

"""A registrar who asks for what is heavy, of a process that puts it off."""

from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from typing import Any

import pytest

from bot.dispatch import Dispatcher
from bot.errands import Clerk, HandOver, Tell, tell_nobody
from bot.matrix.batch import Arrived, Batch, Kind
from bot.settings.rulebook import Rulebook
from commands import catalogue
from council.charter import Charter
from council.text import Saying
from locales import command_words
from storage.database import Database
from storage.errands import Standing
from tests.town import REGISTRAR, RULEBOOK, Town

LINE = "!export register 2026-03-01 2026-03-31"
TAKEN = "That takes a moment. What you asked for comes here as soon as it is done."
DONE = "The register Sunday 1 March-Tuesday 31 March is taken out: no cases."
GIVEN_UP = "I could not do what you asked for, though I tried several times."
NOTHING = Standing(0, 0, 0, None)
WORDS = catalogue(command_words())
_EVENTS = count(1)


class Book(Rulebook):
    """The settings of the town, as its charter has them."""

    def __init__(self, town: Town) -> None:
        self.town = town

    def charter(self, stored: Mapping[str, Any]) -> Charter:
        return self.town.charter


def clerk(town: Town, database: Database | None = None, tell: Tell = tell_nobody) -> Clerk:
    """Return whoever carries out what the town puts off."""
    return Clerk(database or town.database, {"lindvassa": Book(town)}, WORDS, town.clock, tell)


async def asks(town: Town, hand_over: HandOver, line: str = LINE, edits: str | None = None) -> str:
    """Let the registrar say something, or edit what she said; return its event."""
    number = next(_EVENTS)
    room = await town._room_id(REGISTRAR, REGISTRAR)
    kind = Kind.EDIT if edits else Kind.MESSAGE
    said = Arrived(f"$asked-{number}", room, REGISTRAR, town._ms(None), kind, line, target=edits)
    dispatcher = Dispatcher(town.database, town.charter, WORDS, town.clock, RULEBOOK, hand_over=hand_over)
    await dispatcher.handle(Batch(f"q{number}", events=(said,)))
    return said.event


async def standing(town: Town) -> Standing:
    """Count the town's errands."""
    async with town.database.work("lindvassa") as work:
        return await work.errands.standing(town.clock.now())


def does(monkeypatch: pytest.MonkeyPatch, handler: Callable[..., Awaitable[list[Saying]]]) -> None:
    """Let the registrar's command do something else."""
    command = WORDS.named("export register")
    assert command
    monkeypatch.setattr(command, "handler", handler)

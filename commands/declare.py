"""How a command is declared: its name, who may say it, where, and what it is to be told.

    @command("case close", who=SECRETARY, where=IN_COUNCIL)
    async def close_case(call: Call, number: CaseNumber, outcome: Rest) -> list[Saying]:

The words that people type for it, in each language, stand in locales/*/…ftl as
`command-case-close`, with a `.summary` and an `.example`.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, Union, get_args, get_origin, get_type_hints

from commands.arguments import Argument
from commands.call import Call, Kind
from council.people import Place, Role
from council.text import Saying

Told = ParamSpec("Told")
Handler = Callable[Concatenate[Call, Told], Awaitable[list[Saying]]]
Hearer = Callable[[Call], Awaitable[list[Saying] | None]]


@dataclass(frozen=True)
class Parameter:
    """One thing a command is to be told."""

    name: str
    kind: type[Argument]
    required: bool


@dataclass(eq=False)
class Command:
    """A declared command.

    Args:
        name: its English words, which also name its texts.
        again: carrying it out a second time changes nothing, so an edited one is simply answered again.
        heavy: it may take seconds, and is left to a queue where there is one.
    """

    name: str
    who: frozenset[Role]
    where: frozenset[Place]
    again: bool
    handler: Callable[..., Awaitable[list[Saying]]]
    heavy: bool = False
    parameters: tuple[Parameter, ...] = field(init=False)
    edit_handler: Callable[..., Awaitable[list[Saying]]] | None = None
    removal_handler: Callable[[Call], Awaitable[list[Saying]]] | None = None

    def __post_init__(self) -> None:
        self.parameters = _parameters(self.handler)

    @property
    def slug(self) -> str:
        """Return the part of its text keys that is its own: case-close."""
        return self.name.replace(" ", "-")

    def edited(self, handler: Callable[..., Awaitable[list[Saying]]]) -> Callable[..., Awaitable[list[Saying]]]:
        """Declare what an edit of the command's message does. Told the same things as the command."""
        self.edit_handler = handler
        return handler

    def removed(self, handler: Callable[[Call], Awaitable[list[Saying]]]) -> Callable[[Call], Awaitable[list[Saying]]]:
        """Declare what the deletion of the command's message does."""
        self.removal_handler = handler
        return handler


@dataclass(frozen=True)
class Listener:
    """A handler for what is said without a command: plain words, reactions, votes, a chat just opened."""

    kind: Kind
    where: frozenset[Place]
    order: int
    handler: Hearer


def command(
    name: str, *, who: frozenset[Role], where: frozenset[Place], again: bool = False, heavy: bool = False
) -> Callable[[Callable[..., Awaitable[list[Saying]]]], Command]:
    """Declare a command. Who may say it and where stands here and nowhere else."""

    def declare(handler: Callable[..., Awaitable[list[Saying]]]) -> Command:
        return Command(name, who, where, again, handler, heavy)

    return declare


def hears(kind: Kind, *, where: frozenset[Place], order: int = 50) -> Callable[[Hearer], Listener]:
    """Declare a listener. The first, by order, that returns a list has taken the matter; None passes it on."""

    def declare(handler: Hearer) -> Listener:
        return Listener(kind, where, order, handler)

    return declare


def _parameters(handler: Callable[..., Any]) -> tuple[Parameter, ...]:
    hints = get_type_hints(handler)
    return tuple(
        Parameter(name, _kind(hints[name]), parameter.default is inspect.Parameter.empty)
        for name, parameter in list(inspect.signature(handler).parameters.items())[1:]
    )


def _kind(hint: Any) -> type[Argument]:
    if get_origin(hint) is Union or str(get_origin(hint)).endswith("UnionType'>"):
        hint = next(choice for choice in get_args(hint) if choice is not type(None))
    if not (isinstance(hint, type) and issubclass(hint, Argument)):
        raise TypeError(f"{hint!r} is no kind of argument")
    return hint

"""Who is who: roles, organisations, places, and what each may do and hear.

Roles are not a ladder: a registrar is not "above" a chair.
Authority follows the full Matrix ID alone, never a display name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Role(Enum):
    """What somebody is in a council. Whoever is nothing else is a resident."""

    RESIDENT = "resident"
    MEMBER = "member"
    DEPUTY = "deputy"
    CONTACT = "contact"
    CO_OPTED = "co_opted"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    STAND_IN = "stand_in"
    REGISTRAR = "registrar"
    DPO = "dpo"
    OPERATOR = "operator"


EVERYONE = frozenset(Role)
COUNCIL = frozenset(
    {Role.MEMBER, Role.DEPUTY, Role.CONTACT, Role.CO_OPTED, Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY, Role.STAND_IN}
)
CHAIR = frozenset({Role.CHAIR, Role.VICE_CHAIR})
SECRETARY = frozenset({Role.SECRETARY, Role.STAND_IN})
REGISTRAR = frozenset({Role.REGISTRAR})


class Place(Enum):
    """A kind of room."""

    OPEN = "open"
    COUNCIL = "council"
    SECRETARIAT = "secretariat"
    OPERATORS = "operators"
    DIRECT = "direct"


EVERYWHERE = frozenset({Place.OPEN, Place.COUNCIL, Place.SECRETARIAT, Place.DIRECT})
IN_DIRECT_CHAT = frozenset({Place.DIRECT})
IN_COUNCIL = frozenset({Place.COUNCIL, Place.SECRETARIAT, Place.DIRECT})
"""Where the council's own commands work: its two rooms, and a member's direct chat."""
IN_SECRETARIAT = frozenset({Place.SECRETARIAT, Place.DIRECT})


@dataclass(frozen=True)
class Here:
    """The room that the person spoke in."""


@dataclass(frozen=True)
class Reporter:
    """The direct chat of the resident who raised a case. Only the secretary may learn who that is."""

    case: int


@dataclass(frozen=True)
class Direct:
    """The direct chat with one person."""

    user_id: str


@dataclass(frozen=True)
class Chat:
    """A room that is known by its number, as a rule the direct chat of a resident who has no case yet."""

    room: int


@dataclass(frozen=True)
class Contacts:
    """The direct chats with an organisation's contact persons."""

    organisation: str


@dataclass(frozen=True)
class Holders:
    """The direct chats with everybody who holds a role."""

    role: Role


Address = Place | Here | Reporter | Direct | Chat | Contacts | Holders


@dataclass(frozen=True)
class Room:
    """A room that the bot is in, as far as the council is concerned.

    Args:
        number: our own number of it; what other tables point at.
        matrix_id: its Matrix room ID (opaque), which changes with an upgrade.
        person: in a direct chat, the Matrix ID of whom we talk with.
        encrypted: once true, never false again.
        language: chosen by the person or set for the room; None follows the council's.
    """

    number: int
    matrix_id: str
    place: Place
    encrypted: bool = False
    person: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Organisation:
    """A body that takes part in the council.

    Args:
        code: short and stable, as POL.
        names: language -> name in running text, as {"sv": "polisen"}.
        votes: 1 for a voting organisation, 0 for a co-opted one.
        order: its place in lists.
        short: language -> name in a list of counts, as {"sv": "stadsdelen"}, where that differs.
    """

    code: str
    names: Mapping[str, str] = field(hash=False)
    votes: int = 1
    order: int = 0
    short: Mapping[str, str] = field(default_factory=dict, hash=False)

    def name(self, language: str) -> str:
        """Return its name in a language, else in any it has, else its code."""
        return self.names.get(language) or next(iter(self.names.values()), self.code)

    def is_called(self, typed: str) -> bool:
        """Say whether somebody means it by a word: its name, or its name in a list of counts, in any language."""
        names = {name.casefold().removeprefix("the ") for name in (*self.names.values(), *self.short.values())}
        return typed.casefold() in names

    def in_short(self) -> "Organisation":
        """Return it as it is called in a list of counts."""
        return replace(self, names={**self.names, **self.short})


@dataclass(frozen=True)
class Person:
    """Somebody who speaks to the bot, known by full Matrix ID."""

    user_id: str
    roles: frozenset[Role] = frozenset({Role.RESIDENT})
    organisation: str | None = None

    def holds(self, roles: frozenset[Role]) -> bool:
        """Say whether the person holds any of the roles."""
        return bool(self.roles & roles)

    @property
    def is_resident(self) -> bool:
        """Whether the person holds no office in the council."""
        return not self.roles - {Role.RESIDENT}

"""Who plays: the council, its organisations and people, and the residents, from april/cast.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from rehearsal.wording import read_moment

APRIL = Path(__file__).parent / "april"
BOT = "bot"


@dataclass(frozen=True)
class Player:
    """One person of the cast.

    Args:
        key: how the script calls them.
        account: the local part of their Matrix ID.
        language: their own, or None if the council's.
        plays: whether they act; the others only have an account that anyone may sign in with.
    """

    key: str
    name: str
    account: str
    roles: tuple[str, ...] = ()
    organisation: str | None = None
    language: str | None = None
    plays: bool = True

    @property
    def is_resident(self) -> bool:
        """Whether they hold no office."""
        return not self.roles


@dataclass(frozen=True)
class Cast:
    """Everybody and everything that the play needs before it begins."""

    council: Mapping[str, Any]
    rooms: Mapping[str, Mapping[str, Any]]
    organisations: Mapping[str, Mapping[str, Any]]
    people: Mapping[str, Player]

    @property
    def opens(self) -> datetime:
        """The first played moment."""
        return read_moment(self.council["opens"])

    @property
    def closes(self) -> datetime:
        """The last played moment."""
        return read_moment(self.council["closes"])

    def only(self, *keys: str) -> "Cast":
        """Return the cast with some people alone; the others have no account, and their offices are vacant."""
        return replace(self, people={key: self.people[key] for key in keys})

    def members(self) -> list[Player]:
        """Return who acts for the council, the secretary first."""
        acting = [player for player in self.people.values() if player.plays and not player.is_resident]
        return sorted(acting, key=lambda player: "secretary" not in player.roles)

    def residents(self) -> list[Player]:
        """Return the residents who act."""
        return [player for player in self.people.values() if player.is_resident and player.plays]


def read_cast(folder: Path = APRIL) -> Cast:
    """Return the cast of a month's folder."""
    written = yaml.safe_load((folder / "cast.yaml").read_text())
    people = {key: Player(key=key, **_tupled(facts)) for key, facts in written["people"].items()}
    return Cast(written["council"], written["rooms"], written["organisations"], people)


def _tupled(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in facts.items()}

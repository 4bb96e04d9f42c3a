"""Whose rooms the bot enters, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from council.people import Place


@dataclass(frozen=True)
class Policy:
    """What an operator allows.

    Args:
        rooms: Matrix room ID -> what kind of room it is to the council. Whoever invites us there, we come.
        servers: names of homeservers whose people may open a direct chat with us.
        people: full Matrix IDs who may do so from anywhere, and past the cap.
        accepts_per_hour: how many direct chats of strangers are accepted in an hour; the others wait.
    """

    rooms: Mapping[str, Place]
    servers: frozenset[str]
    people: frozenset[str] = field(default=frozenset())
    accepts_per_hour: int = 20

    def admits(self, user_id: str) -> bool:
        """Say whether somebody may open a direct chat with us at all."""
        return user_id in self.people or server_of(user_id) in self.servers

    @property
    def known_servers(self) -> frozenset[str]:
        """The homeservers of everybody who may open a direct chat with us."""
        return self.servers | {server_of(person) for person in self.people}


def server_of(user_id: str) -> str:
    """Return the homeserver that a Matrix ID belongs to."""
    return user_id.partition(":")[2]

"""The only place that asks the system for the time."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is, and what time it was when the server saw something."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...

    def at(self, server_ms: int) -> datetime:
        """Return the moment of a server's time stamp, milliseconds since 1970."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)

    def at(self, server_ms: int) -> datetime:
        """Return the moment of a server's time stamp."""
        return datetime.fromtimestamp(server_ms / 1000, UTC)

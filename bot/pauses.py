"""How long to wait after a failure: a second, then twice as long each time, up to a minute, never in step."""

import asyncio
import random
from collections.abc import Awaitable, Callable

import structlog

from storage.failing import is_failing

SHORTEST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0

log = structlog.get_logger()
Rest = Callable[[float], Awaitable[None]]


class Pauses:
    """The pauses of one thing that is tried again for as long as it fails."""

    def __init__(self, rest: Rest = asyncio.sleep) -> None:
        """Begin with the shortest.

        Args:
            rest: how to wait some seconds.
        """
        self._rest = rest
        self._next = SHORTEST_PAUSE_SECONDS

    async def pause(self, at_least: float | None = None) -> None:
        """Wait; longer than the last time."""
        jittered = self._next * random.uniform(0.75, 1.25)  # noqa: S311 - not a secret
        self._next = min(self._next * 2, LONGEST_PAUSE_SECONDS)
        await self._rest(max(min(jittered, LONGEST_PAUSE_SECONDS), at_least or 0.0))

    def over(self) -> None:
        """It went well: the next failure begins with a short pause again."""
        self._next = SHORTEST_PAUSE_SECONDS

    async def survives(self, what: str, attempt: Callable[[], Awaitable[object]]) -> bool:
        """Do something and return True; where the database fails, wait a while and return False: to be tried again."""
        try:
            await attempt()
        except Exception as trouble:
            if not is_failing(trouble):
                raise
            # Without its words, which may be a resident's.
            log.error("database failing", what=what, error=type(trouble).__name__)  # noqa: TRY400
            await self.pause()
            return False
        self.over()
        return True

"""A homeserver that was put back to a backup: found out, so that what was said there since is heard all the same.

Its stream is behind our place in it then, and it does not say so: it answers as if nothing had been said, and what has
been said since is passed over for good. So at each start, and each time that it was out of reach, we look whether the
newest post of ours is still there.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.matrix.client import HardenedClient
from bot.matrix.events import Envelope
from bot.matrix.http import Said, path

MARGIN = timedelta(hours=1)
"""A homeserver's clock and ours may differ by that; what comes twice is dealt with once."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Landmark:
    """The newest post of ours."""

    room_id: str
    event: str
    at: datetime


class PutBack:
    """Finds out whether the homeserver has forgotten what it had."""

    def __init__(
        self, client: HardenedClient, clock: Clock, landmark: Callable[[], Awaitable[Landmark | None]]
    ) -> None:
        """Prepare; `landmark` returns the newest post of ours, if there is one."""
        self._client = client
        self._clock = clock
        self._landmark = landmark
        self._since: datetime | None = None

    async def is_found(self) -> bool:
        """Say whether the newest post of ours is gone. In a room that we are out of, it looks as if it were.

        Raises:
            Trouble: the homeserver did not answer.
        """
        mark = await self._landmark()
        if mark is None:
            return False
        try:
            await self._client.call("GET", path("rooms", mark.room_id, "event", mark.event))
        except Said as said:
            if said.may_pass:
                raise
            if said.errcode != "M_NOT_FOUND":
                return False
            self._since = mark.at - MARGIN
            log.warning("homeserver-put-back")
            return True
        return False

    def is_older(self, event: Envelope) -> bool:
        """Whether something was said before that post, and so read before, if it was there to be read."""
        return self._since is not None and self._clock.at(event.server_ms) < self._since

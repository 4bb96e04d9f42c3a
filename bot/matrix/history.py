"""What happened while we were not looking: fetched backwards from the homeserver, handed on oldest first."""

import json
from collections.abc import AsyncIterator, Callable

import structlog

from bot.matrix.client import HardenedClient
from bot.matrix.events import Envelope
from bot.matrix.http import path
from bot.matrix.reading import DEEDS, STATE, a_list, envelopes

PAGE = 250
"""Events in one request: even if each is as large as an event may be, a page stays below what we read."""

MOST_PAGES = 2_000

log = structlog.get_logger(__name__)


class History:
    """Reads rooms backwards."""

    def __init__(self, client: HardenedClient) -> None:
        self._client = client

    async def gap(self, room_id: str, prev_batch: str, until: str) -> list[Envelope]:
        """Return everything between two places in the stream, oldest first (T9).

        Args:
            prev_batch: the later place, where a limited timeline starts.
            until: the earlier place: the token that we had read up to.

        Raises:
            Trouble: the homeserver did not answer; nothing of it is known then.
        """
        _, events = await self._back_to(room_id, prev_batch, self._is_our_entry, until)
        return events

    async def until(self, room_id: str, now: str, is_older: Callable[[Envelope], bool]) -> list[Envelope]:
        """Return everything from a place in the stream back to what is older than wanted, oldest first.

        Raises:
            Trouble: the homeserver did not answer; nothing of it is known then.
        """
        _, events = await self._back_to(room_id, now, lambda event: is_older(event) or self._is_our_entry(event), None)
        return events

    async def since_entry(
        self, room_id: str, now: str, *, by_invitation: bool
    ) -> tuple[Envelope | None, list[Envelope]]:
        """Return how we were let into a room, and what happened there since, oldest first (T19).

        Args:
            now: the place in the stream to read backwards from.
            by_invitation: start with our invitation, not with our joining: in a direct chat people
                begin to type as soon as they have invited us.

        Raises:
            Trouble: the homeserver did not answer; nothing of it is known then.
        """
        started = self._is_our_invitation if by_invitation else self._is_our_entry
        return await self._back_to(room_id, now, started, None)

    async def _back_to(
        self, room_id: str, start: str, is_entry: Callable[[Envelope], bool], until: str | None
    ) -> tuple[Envelope | None, list[Envelope]]:
        newest_first: list[Envelope] = []
        entry = None
        async for event in self._backwards(room_id, start, until):
            if is_entry(event):
                entry = event
                break
            newest_first.append(event)
        return entry, newest_first[::-1]

    async def _backwards(self, room_id: str, start: str, until: str | None) -> AsyncIterator[Envelope]:
        query = {"dir": "b", "limit": str(PAGE), "filter": json.dumps({"types": [*DEEDS, *STATE]})}
        if until is not None:
            query["to"] = until
        place, seen = start, {start}
        for _ in range(MOST_PAGES):
            answer = await self._client.call(
                "GET", path("rooms", room_id, "messages", query={**query, "from": place}), seconds=60
            )
            for event in envelopes(a_list(answer.get("chunk"))):
                yield event
            end = answer.get("end")
            if not isinstance(end, str) or end in seen:
                return
            seen.add(end)
            place = end
        log.error("history-too-long", pages=MOST_PAGES)

    def _is_our_entry(self, event: Envelope) -> bool:
        """Whether an event is our joining, and not a mere change of our name."""
        return self._is_ours(event, "join") and _membership_before(event) != "join"

    def _is_our_invitation(self, event: Envelope) -> bool:
        if self._is_ours(event, "invite"):
            return True
        # Who was not invited came by themselves, and saw nothing before.
        return self._is_our_entry(event) and _membership_before(event) != "invite"

    def _is_ours(self, event: Envelope, membership: str) -> bool:
        return (
            event.type == "m.room.member"
            and event.state_key == self._client.user_id
            and event.content.get("membership") == membership
        )


def _membership_before(event: Envelope) -> object:
    unsigned = event.raw.get("unsigned")
    before = unsigned.get("prev_content") if isinstance(unsigned, dict) else None
    return before.get("membership") if isinstance(before, dict) else None

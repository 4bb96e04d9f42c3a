"""Whoever asks the bots: one account in many rooms, and a watch."""

import asyncio
import contextlib
import json
import time
from collections import Counter, defaultdict
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import aiohttp

from rehearsal.api import part
from rehearsal.homeserver import Account
from rehearsal.plain import PlainActor

PATIENCE_SECONDS = 60.0
COMMAND = "!next"
FILTER = json.dumps(
    {
        "presence": {"types": []},
        "account_data": {"types": []},
        "room": {
            "ephemeral": {"types": []},
            "account_data": {"types": []},
            "state": {"types": []},
            "timeline": {"types": ["m.room.message", "m.room.encrypted"], "limit": 100},
        },
    }
)


class Asker(PlainActor):
    """Asks a bot in rooms that are not encrypted, and notes when it answers.

    Answers are counted for each room: who has asked three times waits for the third answer.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str, account: Account) -> None:
        super().__init__(session, url, account)
        self.answered: dict[tuple[str, str], list[float]] = defaultdict(list)
        self.replies: Counter[str] = Counter()
        """How often each question was replied to; everything else said under the empty name."""
        self._changed = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        query = {"filter": FILTER, "timeout": "0"}
        self._since = (await self.api.get("/sync", **query))["next_batch"]
        self._task = asyncio.create_task(self._listen())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def ask(self, room_id: str, bot: str) -> float:
        """Ask once and return how long the answer took, in seconds."""
        before = len(self.answered[room_id, bot])
        began = time.perf_counter()
        await self.ask_only(room_id)
        await self.heard(room_id, bot, before + 1)
        return self.answered[room_id, bot][before] - began

    async def ask_for_reply(self, room_id: str) -> float:
        """Ask once and return how long the reply to that very question took, in seconds.

        Raises:
            TimeoutError: nobody replied, in a minute after the last thing that was said anywhere.
        """
        began = time.perf_counter()
        event = await self._put(room_id)
        while event not in self.replies:
            async with asyncio.timeout(PATIENCE_SECONDS), self._changed:
                await self._changed.wait()
        return time.perf_counter() - began

    async def ask_only(self, room_id: str) -> None:
        """Ask and do not wait."""
        await self._put(room_id)

    async def _put(self, room_id: str) -> str:
        path = f"/rooms/{part(room_id)}/send/m.room.message/{uuid4().hex}"
        answer = await self.api.put(path, {"msgtype": "m.text", "body": COMMAND, "m.mentions": {}})
        return str(answer["event_id"])

    async def heard(self, room_id: str, bot: str, count: int) -> None:
        """Wait until a bot has said so many things in a room.

        Raises:
            TimeoutError: it did not, in a minute after the last thing it said anywhere.
        """
        while len(self.answered[room_id, bot]) < count:
            async with asyncio.timeout(PATIENCE_SECONDS), self._changed:
                await self._changed.wait()

    async def quiet(self, seconds: float) -> None:
        """Wait until nobody has said anything for a while."""
        while True:
            try:
                async with asyncio.timeout(seconds), self._changed:
                    await self._changed.wait()
            except TimeoutError:
                return

    async def _listen(self) -> None:
        while True:
            query = {"filter": FILTER, "timeout": "20000", "set_presence": "offline", "since": str(self._since)}
            sync = await self.api.get("/sync", **query)
            at = time.perf_counter()
            for room_id, room in sync.get("rooms", {}).get("join", {}).items():
                self._note(room_id, room["timeline"]["events"], at)
            self._since = sync["next_batch"]
            async with self._changed:
                self._changed.notify_all()

    def _note(self, room_id: str, events: list[dict[str, Any]], at: float) -> None:
        for event in events:
            if event["sender"] != self.user_id:
                self.answered[room_id, event["sender"]].append(at)
                related = event["content"].get("m.relates_to", {}).get("m.in_reply_to", {})
                self.replies[related.get("event_id", "")] += 1

"""The floor: the least that can answer over HTTP. It parses nothing, keeps nothing, and answers rooms side by side."""

import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp

V3 = "/_matrix/client/v3"
SYNC_FILTER = json.dumps(
    {
        "presence": {"types": []},
        "account_data": {"types": []},
        "room": {
            "ephemeral": {"types": []},
            "account_data": {"types": []},
            "state": {"types": []},
            "timeline": {"types": ["m.room.message"], "limit": 100},
        },
    }
)
ANSWER = "Nästa möte: torsdag 9 april 2026 kl. 18.00."


class Floor:
    """Reads /sync and sends an answer to whatever begins with an exclamation mark."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str, user_id: str) -> None:
        self._session = session
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._user_id = user_id
        self._tasks: set[asyncio.Task[None]] = set()
        self.since: str | None = None

    async def run(self) -> None:
        """Answer until cancelled."""
        while True:
            query = {"filter": SYNC_FILTER, "timeout": "30000", "set_presence": "offline"}
            sync = await self._get("/sync", query | ({"since": self.since} if self.since else {}))
            for room_id, room in sync.get("rooms", {}).get("join", {}).items():
                commands = [event["event_id"] for event in room["timeline"]["events"] if self._asks(event)]
                if commands:
                    task = asyncio.create_task(self._answer(room_id, commands))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
            self.since = sync["next_batch"]

    def _asks(self, event: dict[str, Any]) -> bool:
        return event["sender"] != self._user_id and str(event["content"].get("body", "")).startswith("!")

    async def _answer(self, room_id: str, commands: list[str]) -> None:
        for event_id in commands:
            path = f"/rooms/{quote(room_id, safe='')}/send/m.room.message/{event_id.strip('$')}"
            content = {"msgtype": "m.notice", "body": ANSWER, "m.relates_to": {"m.in_reply_to": {"event_id": event_id}}}
            async with self._session.put(self._url + V3 + path, json=content, headers=self._headers) as response:
                await response.read()

    async def _get(self, path: str, query: dict[str, str]) -> dict[str, Any]:
        async with self._session.get(self._url + V3 + path, params=query, headers=self._headers) as response:
            answer: dict[str, Any] = await response.json()
            return answer


async def _serve(url: str, token: str, user_id: str, since: str | None) -> str | None:
    """Answer until asked to end; return where it had come to."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        floor = Floor(session, url, token, user_id)
        floor.since = since
        task = asyncio.create_task(floor.run())
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        await asyncio.wait({task})
        return floor.since


def _main(url: str, token: str, user_id: str, place: Path) -> None:
    """Run until asked to end; where it had come to is kept from one run to the next."""
    since = asyncio.run(_serve(url, token, user_id, place.read_text() if place.exists() else None))
    place.write_text(since or "")


if __name__ == "__main__":
    _main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))

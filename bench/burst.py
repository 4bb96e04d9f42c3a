"""The floor of a burst: the least that can send so many messages, rooms side by side, one after the other in each.

`python -m bench.burst URL TOKEN`: reads lines of JSON, a room and a text each, from standard input; ends when all are
sent.
"""

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from uuid import uuid4

import aiohttp

from rehearsal.api import Api, part


async def _send(url: str, token: str, posts: Sequence[tuple[str, str]]) -> None:
    by_room: dict[str, list[str]] = defaultdict(list)
    for room_id, text in posts:
        by_room[room_id].append(text)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        api = Api(session, url, token)

        async def one_room(room_id: str, texts: Sequence[str]) -> None:
            for text in texts:
                path = f"/rooms/{part(room_id)}/send/m.room.message/{uuid4().hex}"
                await api.put(path, {"msgtype": "m.notice", "body": text})

        await asyncio.gather(*(one_room(*each) for each in by_room.items()))


if __name__ == "__main__":
    asyncio.run(_send(sys.argv[1], sys.argv[2], [(room, text) for room, text in map(json.loads, sys.stdin)]))

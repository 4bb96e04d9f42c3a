"""Requests of every odd kind, sent as they are: each is answered decently, with its guards, and none does harm."""

import asyncio
from typing import Any

from tests.corpus import cases
from tests.town import Town
from tests.web.visitor import Visitor, visiting

LONGEST_SECONDS = 60.0
GUARDS = (b"content-security-policy: default-src 'none'", b"x-content-type-options: nosniff")
OURS = (200, 304, 308, 404, 405)
NEVER = (b"traceback", b"set-cookie", b"/site-packages/", b"root:x:0")


async def answered(visitor: Visitor, request: str) -> bytes:
    """Send a request as it is, say nothing more, and return all that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", visitor.client.server.port)
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            writer.write(request.encode("latin-1"))
            await writer.drain()
            return await reader.read()
    except TimeoutError:
        return b"HTTP/1.1 999 waits"
    finally:
        writer.close()


def wrong_with(case: dict[str, Any], answer: bytes) -> str | None:
    """Say what is wrong with an answer, if anything is."""
    head = answer.partition(b"\r\n\r\n")[0]
    status = int(head.split(b" ", 2)[1]) if head.startswith(b"HTTP/") else 0
    wanted = case["status"] if isinstance(case["status"], list) else [case["status"]]
    if status not in wanted:
        return f"{status}, not {wanted}"
    if any(word in answer.lower() for word in NEVER) or (status in OURS and b"aiohttp" in head.lower()):
        return "tells of what is inside"
    if status in OURS and not all(guard in head.lower() for guard in GUARDS):
        return "without its guards"
    return None


async def test_odd_requests_are_answered_decently_and_harm_nobody(town: Town) -> None:
    found: dict[str, str] = {}
    async with visiting(town) as visitor:
        for case in (each.values[0] for each in cases("web")):
            wrong = wrong_with(case, await answered(visitor, case["request"]))
            if wrong:
                found[case["id"]] = wrong

        assert (await visitor.asks("/en/lindvassa/")).status == 200
    assert not found, "\n".join(f"{name}: {wrong}" for name, wrong in found.items())

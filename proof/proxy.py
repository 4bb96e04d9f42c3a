"""Stands between the bot and a real homeserver, and breaks what a test tells it to break."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

Break = Callable[[str, bytes], web.Response | None]
"""From "METHOD path" and the homeserver's answer to another answer, or None to leave it as it is."""
Hold = Callable[[str], Awaitable[None]]
"""Returns when the answer to "METHOD path" may go back."""
TORN = "torn"
"""The header of an answer that is cut off in its middle."""


@dataclass
class Proxy:
    """Passes requests on and answers back.

    Args:
        breaks: what is done to answers; the first that has something to say is heard.
        stops: what is answered in the homeserver's place, which never hears of the request.
        befores: what is waited for before a request is passed on.
        holds: what keeps answers back for a while, or for ever.
        asked: "METHOD path" of everything that came.
    """

    homeserver: str
    breaks: list[Break] = field(default_factory=list)
    stops: list[Break] = field(default_factory=list)
    befores: list[Hold] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def count(self, request: str) -> int:
        """Return how many requests hold these words."""
        return sum(request in each for each in self.asked)

    async def handle(self, session: aiohttp.ClientSession, request: web.Request) -> web.Response:
        """Pass one request on."""
        name = f"{request.method} {request.path}"
        self.asked.append(name)
        if (stopped := _first(self.stops, name, b"")) is not None:
            return stopped
        for before in self.befores:
            await before(name)
        try:
            return await self._passed_on(session, request, name)
        except aiohttp.ClientError:
            return web.Response(status=502, text="<html>Bad gateway</html>", content_type="text/html")

    async def _passed_on(self, session: aiohttp.ClientSession, request: web.Request, name: str) -> web.Response:
        headers = {key: request.headers[key] for key in ("Authorization", "Content-Type") if key in request.headers}
        where = self.homeserver + request.raw_path
        async with session.request(request.method, where, data=await request.read(), headers=headers) as answer:
            body = await answer.read()
            for hold in self.holds:
                await hold(name)
            return _first(self.breaks, name, body) or web.Response(
                status=answer.status, body=body, content_type=answer.content_type
            )


def _first(breaks: list[Break], name: str, body: bytes) -> web.Response | None:
    return next((made for each in breaks if (made := each(name, body)) is not None), None)


async def _cut_off(request: web.Request, answer: web.Response) -> web.StreamResponse:
    """Begin to answer, and let the connection go in the middle."""
    body = answer.body if isinstance(answer.body, bytes) else b""
    begun = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body) + 1)})
    await begun.prepare(request)
    await begun.write(body)
    if request.transport:
        request.transport.abort()
    return begun


def fails(words: str, times: int) -> Break:
    """Return what makes the first requests that hold some words fail, as a proxy whose homeserver is gone does."""
    left = times

    def broken(name: str, _body: bytes) -> web.Response | None:
        nonlocal left
        if words not in name or left <= 0:
            return None
        left -= 1
        return web.Response(status=502, text="<html>Bad gateway</html>", content_type="text/html")

    return broken


@asynccontextmanager
async def proxy(homeserver: str) -> AsyncIterator[Proxy]:
    """Run one on the loopback until the end of the block."""
    between = Proxy(homeserver)
    async with aiohttp.ClientSession() as session:
        app = web.Application(client_max_size=64 * 1024 * 1024)

        async def handle(request: web.Request) -> web.StreamResponse:
            answer = await between.handle(session, request)
            return await _cut_off(request, answer) if TORN in answer.headers else answer

        app.router.add_route("*", "/{any:.*}", handle)
        async with TestServer(app) as server:
            between.url = str(server.make_url("")).rstrip("/")
            yield between

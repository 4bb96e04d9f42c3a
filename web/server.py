"""Serves the pages: GET and HEAD, no cookies, nothing from elsewhere, and no record of who has read what."""

from collections.abc import Awaitable, Callable
from urllib.parse import unquote

from aiohttp import web

from web.sheet import Sheet
from web.shelf import Shelf

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=(), geolocation=(), camera=(), microphone=()",
}
FOR_A_WHILE = "public, max-age=60"
FOR_EVER = "public, max-age=31536000, immutable"
READS = ("GET", "HEAD")
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application(shelf: Shelf) -> web.Application:
    """Return the pages as something that can be run."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", _answering(shelf))
    app.on_response_prepare.append(_secure)
    return app


def _answering(shelf: Shelf) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        if request.method not in READS:
            return _plain(405, "Only GET and HEAD are answered here.", Allow=", ".join(READS))
        path = unquote(request.rel_url.raw_path).removeprefix("/")
        found = await shelf.sheet(path)
        if found is None and not path.endswith("/") and await shelf.sheet(f"{path}/"):
            return web.Response(status=308, headers={"Location": f"{request.rel_url.raw_path.rpartition('/')[2]}/"})
        return _sent(request, found) if found else _plain(404, "There is nothing here.")

    return answer


def _sent(request: web.Request, found: Sheet) -> web.Response:
    packs = found.packed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    tag = f'"{found.tag}{"-gz" if packs else ""}"'
    headers = {"ETag": tag, "Cache-Control": FOR_EVER if found.lasting else FOR_A_WHILE, "Vary": "Accept-Encoding"}
    if tag in request.headers.get("If-None-Match", ""):
        return web.Response(status=304, headers=headers)
    headers["Content-Type"] = found.mimetype
    if packs:
        headers["Content-Encoding"] = "gzip"
    return web.Response(body=found.packed if packs else found.body, headers=headers)


def _plain(status: int, words: str, **headers: str) -> web.Response:
    return web.Response(status=status, text=f"{words}\n", headers=headers)


async def _secure(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    response.headers["Server"] = "radslag"

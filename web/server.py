"""Serves the pages: GET and HEAD, no cookies, nothing from elsewhere, and no record of who has read what."""

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import unquote

from aiohttp import web

from web.feeds import open311
from web.sheet import Sheet, sheet
from web.shelf import Shelf

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
FOR_A_WHILE = "public, max-age=60"
FOR_EVER = "public, max-age=31536000, immutable"
READS = ("GET", "HEAD")
LONGEST_PATH = 200
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
            words = "Only GET and HEAD are answered here.\n"
            return web.Response(status=405, text=words, headers={"Allow": ", ".join(READS)})
        path = unquote(request.rel_url.raw_path, errors="replace").removeprefix("/")
        if len(path) > LONGEST_PATH:
            return await _nothing(shelf, request, path[:LONGEST_PATH])
        try:
            found = await shelf.answer(path, _query(request)) if request.query_string else None
        except open311.Wrong as wrong:
            return _refused(request, path, wrong)
        found = found or await shelf.sheet(path)
        if found is None and not path.endswith("/") and await shelf.sheet(f"{path}/"):
            return web.Response(status=308, headers={"Location": f"{request.rel_url.raw_path.rpartition('/')[2]}/"})
        return _sent(request, found) if found else await _nothing(shelf, request, path)

    return answer


def _query(request: web.Request) -> Mapping[str, str]:
    """Return what is asked; of what is named more than once, all of it, with commas between."""
    return {name: ",".join(request.query.getall(name)) for name in request.query}


def _sent(request: web.Request, found: Sheet, status: int = 200) -> web.Response:
    packs = found.packed is not None and _takes_gzip(request.headers.get("Accept-Encoding", ""))
    tag = f'"{found.tag}{"-gz" if packs else ""}"'
    headers = {"ETag": tag, "Cache-Control": FOR_EVER if found.lasting else FOR_A_WHILE, "Vary": "Accept-Encoding"}
    if status == 200 and _has_already(tag, request.headers.get("If-None-Match", "")):
        return web.Response(status=304, headers=headers)
    headers["Content-Type"] = found.mimetype
    if packs:
        headers["Content-Encoding"] = "gzip"
    if not found.mimetype.startswith("text/html"):
        # What is data may be fetched by anybody's page; it says nothing that is not public.
        headers |= {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
    return web.Response(status=status, body=found.packed if packs else found.body, headers=headers)


async def _nothing(shelf: Shelf, request: web.Request, path: str) -> web.Response:
    if "/open311/" in path:
        return _refused(request, path, open311.Wrong(404, "There is nothing of that kind here."))
    return _sent(request, await shelf.missing(path), status=404)


def _refused(request: web.Request, path: str, wrong: open311.Wrong) -> web.Response:
    kind = "xml" if path.endswith(".xml") else "json"
    body = open311.written(kind, "errors", open311.error(wrong.code, wrong.description))
    return _sent(request, sheet(open311.MIMETYPES[kind], body), status=wrong.code)


def _takes_gzip(accepted: str) -> bool:
    """Say whether a visitor takes packed pages: gzip is named, and not with a weight of nothing."""
    for each in accepted.lower().split(","):
        name, _, weight = each.partition(";")
        if name.strip() in ("gzip", "x-gzip"):
            return weight.replace(" ", "").removeprefix("q=").strip("0.") != "" or not weight
    return False


def _has_already(tag: str, known: str) -> bool:
    return known.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in known.split(","))


async def _secure(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    # The library would name itself and its version.
    response.headers["Server"] = "radslag"

"""What a visitor's program sends to the public pages."""

import asyncio
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from aiohttp.test_utils import TestServer
from hypothesis import example, given
from hypothesis import strategies as st

from storage.database import Database
from storage.migrate import migrate
from storage.reading import ReadOnly
from storage.seal import Vault
from tests.corpus.test_web import wrong_with
from tests.fuzzing.typed import ANY
from tests.town import CHARTER, TownClock
from tests.web.visitor import FRONT
from web.server import application
from web.shelf import Shelf

LONGEST_SECONDS = 60.0
DECENT = (100, 101, 200, 304, 308, 400, 404, 405, 413, 414, 417, 431, 501, 505)
VAULT = Vault(b"a master secret for the pages, long and odd")
AFTERWARDS = b"\r\n\r\nGET /en/ HTTP/1.1\r\nHost: town.example\r\nConnection: close\r\n\r\n"
"""Whatever came before is over then, or goes on as what it said it was."""

_NAMES = (
    *("Accept-Encoding", "Connection", "Content-Length", "Cookie", "Expect"),
    *("Host", "If-None-Match", "Range", "Transfer-Encoding", "Upgrade"),
)
_PAGES = ("", "cases.csv", "news.atom", "open311/v2/services.xml", "open311/v2/requests.json")
_QUESTIONS = ("status", "start_date", "end_date", "service_code", "service_request_id", "page", "page_size")
_VALUES = st.sampled_from(["open", "open,closed", "1", "0", "-1", "2026-03-24", "2026-03-24T11:00:00Z"]) | ANY
_MOSTLY_ESCAPED = st.sampled_from([True] * 9 + [False])
_METHODS = st.sampled_from(["GET"] * 5 + ["HEAD", "POST", "OPTIONS", "CONNECT"])
_VERSIONS = st.sampled_from(["1.1"] * 5 + ["1.0", "2"])


@st.composite
def _target(draw: st.DrawFn) -> str:
    """What stands between the method and the version: most of it escaped as it should be."""
    path = draw(st.sampled_from(["/", "/sv/", *(f"/en/lindvassa/{page}" for page in _PAGES)]) | ANY)
    query = draw(st.dictionaries(st.sampled_from(_QUESTIONS) | ANY, _VALUES, max_size=4))
    asked = [(path, "/"), *((f"{name}={value}", "=") for name, value in query.items())]
    parts = [quote(part, safe, errors="replace") if draw(_MOSTLY_ESCAPED) else part for part, safe in asked]
    return parts[0] + "?" * bool(query) + "&".join(parts[1:])


_LINE = st.builds(lambda method, target, version: f"{method} {target} HTTP/{version}", _METHODS, _target(), _VERSIONS)
_HEADER = st.builds(lambda name, value: f"{name}: {value}", st.sampled_from(_NAMES) | ANY, ANY)
_REQUEST = st.builds(
    lambda line, more: "\r\n".join([line, *more]).encode("utf-8", errors="surrogatepass"),
    _LINE,
    st.just(["Host: town.example"]) | st.lists(_HEADER, max_size=4),
)


@dataclass
class Window:
    """The pages of a council, open as long as this process lives.

    Args:
        loop: where they are served: only while something is asked.
    """

    loop: asyncio.AbstractEventLoop
    server: TestServer
    folder: TemporaryDirectory[str]

    async def answer(self, request: bytes) -> bytes:
        """Send a request as it is and return the head of the first answer; nothing if it hangs up."""
        reader, writer = await asyncio.open_connection(self.server.host, self.server.port)
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                writer.write(request + AFTERWARDS)
                return await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return b""
        finally:
            writer.transport.abort()


@cache
def _window() -> Window:
    loop, folder = asyncio.new_event_loop(), TemporaryDirectory()
    return Window(loop, loop.run_until_complete(_served(Path(folder.name))), folder)


async def _served(folder: Path) -> TestServer:
    database = Database(f"sqlite:///{folder}/pages.db", VAULT)
    await migrate(database)
    await database.close()
    shelf = Shelf(ReadOnly(str(database.url), VAULT), {CHARTER.slug: (CHARTER, FRONT)}, TownClock().now)
    server = TestServer(application(shelf))
    await server.start_server()
    return server


@given(_REQUEST | st.binary())
@example(b"GET /en/lindvassa/open311/v2/requests.json?start_date=\xff HTTP/1.1")
def requests(request: bytes) -> None:
    """A request is answered decently and with our guards, or hung up on; it is never left to wait."""
    window = _window()
    head = window.loop.run_until_complete(window.answer(request))
    assert not head or not wrong_with({"status": [*DECENT]}, head), (request, head)

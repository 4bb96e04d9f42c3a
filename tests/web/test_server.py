"""Odd visitors are answered decently; ordinary ones quickly, and nobody is followed."""

import asyncio
import gzip
from urllib.parse import quote

import pytest

from tests.town import SECRETARY, Town
from tests.web.visitor import Visitor, visiting
from web.shelf import FRESH

START = "/en/lindvassa/"


async def raw(visitor: Visitor, request: bytes) -> bytes:
    """Send bytes as they are and return what comes back."""
    port = visitor.client.server.port
    assert port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    await writer.drain()
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize("path", [START, "/", "/en/lindvassa/news.atom", "/nowhere", "/en/lindvassa/figures.csv"])
async def test_every_answer_carries_the_same_guards(town: Town, path: str) -> None:
    async with visiting(town) as visitor:
        answer = await visitor.asks(path)

    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'")
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "aiohttp" not in answer.headers["Server"]
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
async def test_only_reading_is_answered(town: Town, method: str) -> None:
    async with visiting(town) as visitor:
        answer = await visitor.asks(START, method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


async def test_head_tells_the_same_as_get_and_sends_nothing(town: Town) -> None:
    async with visiting(town) as visitor:
        whole, head = await visitor.asks(START), await visitor.asks(START, "HEAD")

        assert head.headers["ETag"] == whole.headers["ETag"]
        assert head.headers["Content-Length"] == whole.headers["Content-Length"]
        assert await head.read() == b""


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/en/lindvassa/meetings/1999-01/",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/en/lindvassa/..%2f..%2fconfig.yaml",
        "/en/lindvassa/%00",
        "/en/lindvassa/%ff%fe",
        "/sv/lindvassa/" + "a" * 5_000,
        "/" + quote("<script>alert(1)</script>"),
        "//example.org/en/lindvassa",
        "/en//lindvassa/",
        "/EN/LINDVASSA/",
    ],
)
async def test_where_there_is_nothing_a_page_says_so_and_repeats_no_address(town: Town, path: str) -> None:
    async with visiting(town) as visitor:
        answer = await raw(visitor, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())

    assert answer.startswith(b"HTTP/1.1 404")
    assert "Det som har tagits bort" in answer.decode() or "has been removed" in answer.decode()
    assert b"alert(1)" not in answer
    assert b"Traceback" not in answer


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"b" * 20_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nabcd",
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /åäö HTTP/1.1\r\nHost: x\r\n\r\n".encode("latin-1"),
    ],
)
async def test_what_is_no_request_is_never_answered_with_a_traceback(town: Town, request_bytes: bytes) -> None:
    async with visiting(town) as visitor:
        answer = await raw(visitor, request_bytes)
        still = await visitor.asks(START)

    assert b"Traceback" not in answer
    assert b"/site-packages/" not in answer
    assert b" 500 " not in answer.split(b"\r\n", 1)[0]
    assert still.status == 200


async def test_a_page_is_packed_for_whoever_takes_it_and_for_nobody_else(town: Town) -> None:
    async with visiting(town) as visitor:
        plain = await raw(visitor, f"GET {START} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        refused = await visitor.asks(START, headers={"Accept-Encoding": "gzip;q=0, identity"})
        answer = await raw(
            visitor,
            f"GET {START} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.8\r\nConnection: close\r\n\r\n".encode(),
        )

    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"Content-Encoding: gzip" in head
    assert gzip.decompress(body) == plain.partition(b"\r\n\r\n")[2]
    assert "Content-Encoding" not in refused.headers


async def test_whoever_has_the_page_already_is_not_sent_it_again_until_it_changes(town: Town) -> None:
    await town.becomes(town.clock.now())
    agenda = "/en/lindvassa/agenda/"

    async with visiting(town) as visitor:
        known = {"If-None-Match": (await visitor.asks(agenda)).headers["ETag"]}
        again = await visitor.asks(agenda, headers=known)
        weak = await visitor.asks(agenda, headers={"If-None-Match": f'"other", W/{known["If-None-Match"]}'})
        await town.says(SECRETARY, "!agenda add Lighting in the park (decision, 10 min)")
        town.clock.time += FRESH
        changed = await visitor.asks(agenda, headers=known)

    assert (again.status, weak.status, changed.status) == (304, 304, 200)


async def test_parts_of_a_page_are_not_sent_but_the_whole(town: Town) -> None:
    async with visiting(town) as visitor:
        answer = await visitor.asks(START, headers={"Range": "bytes=0-10"})

        assert answer.status == 200
        assert (await answer.text()).endswith("</html>\n")


async def test_an_address_without_its_last_slash_leads_to_the_page(town: Town) -> None:
    async with visiting(town) as visitor:
        answer = await visitor.asks("/en/lindvassa/agenda")

    assert (answer.status, answer.headers["Location"]) == (308, "agenda/")


async def test_what_pages_are_drawn_with_may_be_kept_for_ever_and_its_address_changes_with_it(town: Town) -> None:
    async with visiting(town) as visitor:
        page = await visitor.reads(START)
        address = page.partition('rel="stylesheet" href="')[2].partition('"')[0].removeprefix("../..")
        answer = await visitor.asks(address)

    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["Cache-Control"]


async def test_nothing_can_be_changed_through_what_the_pages_read_with(town: Town) -> None:
    async with visiting(town) as visitor:
        with pytest.raises(Exception, match=r"readonly|read-only"):
            async with visitor.shelf._database.work("lindvassa") as work:
                await work.referrals.count("112", town.clock.now().date())

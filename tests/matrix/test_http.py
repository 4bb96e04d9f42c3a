"""One request and its answer: whatever comes that is no answer is an exception, and soon."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix import http
from bot.matrix.http import LoggedOut, NoAnswer, Said, Server, path, shallow
from tests.matrix.faults import Asked, FaultServer, page, refusal


@pytest.fixture
async def server(faults: FaultServer) -> AsyncIterator[Server]:
    server = Server(faults.url)
    yield server
    await server.close()


async def test_an_answer_is_returned(faults: FaultServer, server: Server) -> None:
    faults.on("GET sync", {"next_batch": "s1"})

    assert await server.ask("GET", path("sync")) == {"next_batch": "s1"}


def raw(body: bytes, status: int = 200, kind: str = "application/json") -> web.Response:
    return web.Response(status=status, body=body, content_type=kind)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"null", b'"text"', b"{", b'{"a": "\xff"}', b"\x00", b'{"a": 1', b"[" * 100_000],
    ids=["empty", "html", "list", "null", "text", "cut", "not utf-8", "nul", "cut later", "very deep"],
)
async def test_a_body_that_is_no_object_is_no_answer(faults: FaultServer, server: Server, body: bytes) -> None:
    faults.on("GET sync", lambda _: raw(body))

    with pytest.raises(NoAnswer):
        await server.ask("GET", path("sync"))


async def test_a_page_with_status_200_is_no_success_t14(faults: FaultServer, server: Server) -> None:
    faults.on("POST rooms", lambda _: page(200))

    with pytest.raises(NoAnswer):
        await server.ask("POST", path("rooms", "!a", "leave"), {})


@pytest.mark.parametrize("status", [301, 302, 404, 408, 500, 502, 503, 504])
async def test_a_page_of_a_proxy_is_a_no_that_may_pass(faults: FaultServer, server: Server, status: int) -> None:
    faults.on("GET sync", lambda _: page(status))

    with pytest.raises(Said) as no:
        await server.ask("GET", path("sync"))

    assert no.value.may_pass


async def test_a_redirect_is_not_followed(faults: FaultServer, server: Server) -> None:
    faults.on("GET sync", lambda _: web.Response(status=302, headers={"Location": f"{faults.url}/elsewhere"}))

    with pytest.raises(Said):
        await server.ask("GET", path("sync"))

    assert len(faults.asked) == 1


async def test_a_refusal_of_the_homeserver_is_final(faults: FaultServer, server: Server) -> None:
    faults.on("PUT rooms", lambda _: refusal(403, "M_FORBIDDEN"))

    with pytest.raises(Said) as no:
        await server.ask("PUT", path("rooms", "!a"), {})

    assert (no.value.errcode, no.value.may_pass) == ("M_FORBIDDEN", False)


@pytest.mark.parametrize(
    ("more", "headers", "seconds"),
    [
        ({"retry_after_ms": 1500}, {}, 1.5),
        ({"retry_after_ms": 10**12}, {}, 300.0),
        ({"retry_after_ms": 10**400}, {}, 300.0),
        ({"retry_after_ms": -5}, {}, None),
        ({"retry_after_ms": "soon"}, {}, None),
        ({"retry_after_ms": None}, {}, None),
        ({"retry_after_ms": True}, {}, None),
        ({}, {"Retry-After": "7"}, 7.0),
        ({}, {"Retry-After": "86400"}, 300.0),
        ({}, {"Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"}, None),
        ({}, {}, None),
    ],
)
async def test_how_long_to_wait_is_honoured_up_to_five_minutes_t15(
    faults: FaultServer, server: Server, more: Mapping[str, Any], headers: dict[str, str], seconds: float | None
) -> None:
    def limited(_: Asked) -> web.Response:
        body = json.dumps({"errcode": "M_LIMIT_EXCEEDED", **more}).encode()
        return web.Response(status=429, body=body, content_type="application/json", headers=headers)

    faults.on("PUT rooms", limited)

    with pytest.raises(Said) as no:
        await server.ask("PUT", path("rooms", "!a"), {})

    assert no.value.may_pass
    assert no.value.after_seconds == seconds
    assert len(faults.asked) == 1


async def test_nothing_is_asked_with_a_token_that_was_refused(faults: FaultServer, server: Server) -> None:
    faults.on("GET sync", lambda _: refusal(401, "M_UNKNOWN_TOKEN", soft_logout=True))

    for _ in range(3):
        with pytest.raises(LoggedOut):
            await server.ask("GET", path("sync"), token="old")

    assert len(faults.asked) == 1


async def test_a_body_that_is_too_large_is_not_read_to_its_end(
    faults: FaultServer, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "LARGEST_BODY", 1000)
    faults.on("GET told", lambda _: raw(json.dumps({"a": "x" * 2000}).encode()))

    async def untold(_: Asked) -> web.Response:
        return web.Response(body=_parts(), content_type="application/json")

    async def _parts() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 100

    faults.on("GET untold", untold)

    for where in ("told", "untold"):
        with pytest.raises(NoAnswer, match="too large"):
            await server.ask("GET", path(where))


async def test_a_compressed_body_is_not_unpacked(faults: FaultServer, server: Server) -> None:
    faults.on("GET sync", lambda _: web.Response(body=b"\x1f\x8b", headers={"Content-Encoding": "gzip"}))

    with pytest.raises(NoAnswer):
        await server.ask("GET", path("sync"))


async def test_a_homeserver_that_stalls_is_given_up_on(faults: FaultServer, server: Server) -> None:
    never = asyncio.Event()

    async def stall(_: Asked) -> Mapping[str, Any]:
        await never.wait()
        return {}

    faults.on("GET sync", stall)

    with pytest.raises(NoAnswer):
        await server.ask("GET", path("sync"), seconds=0.05)
    never.set()


async def test_nobody_there_is_no_answer(server: Server) -> None:
    nobody = Server("http://127.0.0.1:1")

    with pytest.raises(NoAnswer):
        await nobody.ask("GET", path("sync"))
    await nobody.close()


async def test_one_event_that_is_nested_too_deep_does_not_hide_the_others(faults: FaultServer, server: Server) -> None:
    deep = b"[" * 50_000 + b"1" + b"]" * 50_000
    faults.on(
        "GET sync", lambda _: raw(b'{"next_batch": "s1", "to_device": {"events": [' + deep + b', {"type": "a"}]}}')
    )

    answer = await server.ask("GET", path("sync"))

    assert answer["next_batch"] == "s1"
    assert answer["to_device"]["events"][1] == {"type": "a"}


async def test_a_number_of_thousands_of_digits_does_not_hide_the_rest(faults: FaultServer, server: Server) -> None:
    faults.on("GET sync", lambda _: raw(b'{"next_batch": "s1", "n": ' + b"9" * 6000 + b"}"))

    assert (await server.ask("GET", path("sync")))["next_batch"] == "s1"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=30,
)


def cut(value: Any, left: int) -> Any:
    if isinstance(value, dict | list) and left == 0:
        return None
    if isinstance(value, dict):
        return {key: cut(each, left - 1) for key, each in value.items()}
    return [cut(each, left - 1) for each in value] if isinstance(value, list) else value


@given(VALUES, st.integers(min_value=1, max_value=5))
def test_cutting_off_what_is_too_deep_leaves_the_rest_as_it_was(value: Any, deepest: int) -> None:
    whole = json.dumps(value).encode()

    assert json.loads(shallow(whole, deepest)) == cut(value, deepest)


def test_every_part_of_a_path_is_quoted() -> None:
    assert path("rooms", "!a/../b:c", "send", "x?y#z", query={"via": "a&b"}).endswith(
        "/rooms/%21a%2F..%2Fb%3Ac/send/x%3Fy%23z?via=a%26b"
    )

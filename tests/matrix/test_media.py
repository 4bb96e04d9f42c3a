"""Files are what their senders sent, of a bearable size, and nothing of them is shown to who must not see it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix import media
from bot.matrix.batch import Attachment
from bot.matrix.client import HardenedClient
from bot.matrix.http import NoAnswer, Said
from bot.matrix.media import Unfetchable, attachment, download, upload
from tests.matrix.faults import Answer, Asked, FaultServer, Told, page, refusal

SECRET = "a pickle key for tests, long enough to pass"
PLACE = "mxc://town/abc"
SERVERS = frozenset({"town"})
PLAIN = Attachment(PLACE, "lamp.jpg", "image/jpeg")
FIELDS = st.sampled_from(["url", "file", "key", "k", "alg", "iv", "hashes", "sha256", "info", "size", "body"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(FIELDS, inner, max_size=4),
)


@pytest.fixture
async def client(faults: FaultServer, tmp_path: Path) -> AsyncIterator[HardenedClient]:
    client = HardenedClient(faults.url, tmp_path, SECRET)
    client.user_id, client.access_token = "@bot:town", "token"
    yield client
    await client.close()


def keeps(faults: FaultServer) -> list[bytes]:
    """Have the homeserver keep what it is given, and give it back."""
    kept: list[bytes] = []

    def take(asked: Asked) -> Answer:
        kept.append(asked.raw)
        return {"content_uri": PLACE}

    faults.on("POST /_matrix/media/v3/upload", take)
    faults.on("GET /_matrix/client/v1/media/download/town/abc", lambda _: Told(200, kept[-1], "image/jpeg"))
    return kept


async def test_a_sealed_file_comes_back_as_it_was_and_shows_the_homeserver_nothing(
    faults: FaultServer, client: HardenedClient
) -> None:
    kept = keeps(faults)
    content = await upload(client, "lamp.jpg", b"the lamp is broken", "image/jpeg", sealed=True)
    found = attachment(content)

    assert found is not None
    assert (found.name, found.mimetype, found.size) == ("lamp.jpg", "image/jpeg", 18)
    assert "url" not in content
    assert b"lamp" not in kept[0]
    assert await download(client, found, 1000, SERVERS) == b"the lamp is broken"


async def test_a_plain_file_comes_back_as_it_was(faults: FaultServer, client: HardenedClient) -> None:
    keeps(faults)
    found = attachment(await upload(client, "minutes.txt", b"decided", "text/plain", sealed=False))

    assert found is not None
    assert await download(client, found, 1000, SERVERS) == b"decided"


async def test_a_file_that_was_changed_on_its_way_is_not_had(faults: FaultServer, client: HardenedClient) -> None:
    kept = keeps(faults)
    found = attachment(await upload(client, "lamp.jpg", b"the lamp", "image/jpeg", sealed=True))
    kept.append(b"another!")

    assert found is not None
    with pytest.raises(Unfetchable, match="not what was sent"):
        await download(client, found, 1000, SERVERS)


async def test_a_file_that_is_too_large_is_not_fetched(faults: FaultServer, client: HardenedClient) -> None:
    faults.on("GET /_matrix/client/v1/media/download/town/abc", Told(200, b"x" * 2000, "image/jpeg"))

    with pytest.raises(Unfetchable, match="too large"):
        await download(client, replace(PLAIN, size=2000), 1000, SERVERS)
    assert faults.count("GET") == 0
    with pytest.raises(Unfetchable, match="too large"):
        await download(client, replace(PLAIN, size=3), 1000, SERVERS)


async def test_a_file_that_is_gone_is_gone_and_one_that_is_late_may_come(
    faults: FaultServer, client: HardenedClient
) -> None:
    faults.on("GET /_matrix/client/v1/media/download", refusal(404, "M_NOT_FOUND"))
    with pytest.raises(Unfetchable):
        await download(client, PLAIN, 1000, SERVERS)
    faults.on("GET /_matrix/client/v1/media/download", page(502))
    with pytest.raises(Exception, match="502"):
        await download(client, PLAIN, 1000, SERVERS)


async def test_a_file_that_breaks_off_is_no_file_and_may_come_whole_later(
    faults: FaultServer, client: HardenedClient
) -> None:
    async def breaks_off(asked: Asked) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(asked.request)
        await response.write(b"half of it")
        assert asked.request.transport is not None
        asked.request.transport.close()
        return response

    faults.on("GET /_matrix/client/v1/media/download", breaks_off)
    with pytest.raises(NoAnswer):
        await download(client, PLAIN, 1000, SERVERS)


async def test_a_file_without_end_is_fetched_no_further_than_is_allowed(
    faults: FaultServer, client: HardenedClient
) -> None:
    given = 0

    async def never_ends(asked: Asked) -> web.StreamResponse:
        nonlocal given
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(asked.request)
        with suppress(ConnectionError):
            while True:
                await response.write(b"x" * 65_536)
                given += 65_536
        return response

    faults.on("GET /_matrix/client/v1/media/download", never_ends)
    with pytest.raises(Unfetchable, match="too large"):
        await download(client, PLAIN, 200_000, SERVERS)
    await client.close()

    assert given < 50_000_000


async def test_a_file_that_comes_too_slowly_is_given_up_for_now(
    faults: FaultServer, client: HardenedClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = asyncio.Event()

    async def trickles(asked: Asked) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(asked.request)
        await response.write(b"x")
        await ended.wait()
        return response

    monkeypatch.setattr(media, "SECONDS", 0.3)
    faults.on("GET /_matrix/client/v1/media/download", trickles)
    with pytest.raises(NoAnswer):
        await download(client, PLAIN, 1000, SERVERS)
    ended.set()


@pytest.mark.parametrize(
    "place", ["mxc://elsewhere/abc", "mxc://town:8448/abc", "mxc://127.0.0.1/abc", "mxc://[::1]/a"]
)
async def test_no_server_is_asked_for_a_file_because_a_sender_names_it(
    faults: FaultServer, client: HardenedClient, place: str
) -> None:
    with pytest.raises(Unfetchable, match="on a foreign server"):
        await download(client, replace(PLAIN, mxc=place), 1000, SERVERS)

    assert faults.count("GET") == 0


async def test_nowhere_else_is_gone_for_a_file(faults: FaultServer, client: HardenedClient) -> None:
    async def elsewhere(_asked: Asked) -> web.StreamResponse:
        return web.Response(status=307, headers={"Location": f"{faults.url}/elsewhere"})

    faults.on("GET /_matrix/client/v1/media/download", elsewhere)
    with pytest.raises(Said):
        await download(client, PLAIN, 1000, SERVERS)

    assert faults.count("GET /elsewhere") == 0


NAMES = {
    "a path": ("../../etc/passwd", "passwd"),
    "a path of another system": ("C:\\x\\lamp.jpg", "lamp.jpg"),
    "what does not show": ("a\u202egpj.exe\n", "agpj.exe"),
    "nothing": ("...", "file"),
    "too long": ("x" * 999, "x" * 200),
}


@pytest.mark.parametrize(("told", "kept"), NAMES.values(), ids=NAMES)
def test_a_name_is_only_a_name(told: str, kept: str) -> None:
    found = attachment({"body": told, "url": PLACE})

    assert found is not None
    assert found.name == kept


@pytest.mark.parametrize("url", ["https://evil/x", "mxc://town/../x", "mxc://town/a/b", "mxc:///x", None, 7])
def test_only_a_place_for_files_is_one(url: object) -> None:
    assert attachment({"body": "x", "url": url}) is None


@given(JSON)
def test_whatever_is_malformed_is_no_file_and_raises_nothing(content: Any) -> None:
    if isinstance(content, dict):
        found = attachment(content)
        assert found is None or found.mxc.startswith("mxc://")


@pytest.mark.parametrize("answer", [{}, {"content_uri": 5}, {"content_uri": "https://town/abc"}])
async def test_a_file_that_got_no_place_was_not_handed_over(
    faults: FaultServer, client: HardenedClient, answer: dict[str, Any]
) -> None:
    faults.on("POST /_matrix/media/v3/upload", answer)

    with pytest.raises(NoAnswer, match="no content_uri"):
        await upload(client, "a.pdf", b"%PDF", "application/pdf", sealed=False)


async def test_a_place_that_is_none_is_not_asked_for(faults: FaultServer, client: HardenedClient) -> None:
    with pytest.raises(Unfetchable, match="no such place"):
        await download(client, replace(PLAIN, mxc="https://town/abc"), 100, SERVERS)

    assert faults.asked == []


@pytest.mark.parametrize(
    ("part", "value"),
    [("iv", "AAAA"), ("iv", "no base64!"), ("hashes", {"sha256": "AAAA"}), ("hashes", {}), ("key", {"alg": "A256CTR"})],
)
async def test_a_sealed_file_whose_key_is_cut_short_is_none(
    faults: FaultServer, client: HardenedClient, part: str, value: object
) -> None:
    keeps(faults)
    content = await upload(client, "a.jpg", b"jpeg", "image/jpeg", sealed=True)
    assert attachment(content) is not None

    assert attachment({**content, "file": {**content["file"], part: value}}) is None

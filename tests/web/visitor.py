"""The town's pages, as a visitor is sent them."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from storage.reading import ReadOnly
from tests.town import Town
from web.front import Front
from web.server import application
from web.shelf import Shelf

FRONT = Front("@radslag:town.example", "!open:town.example", "https://trygghet.example")


@dataclass
class Visitor:
    """Somebody who asks for pages."""

    client: TestClient[Any, Any]
    shelf: Shelf

    async def asks(self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> ClientResponse:
        """Ask for an address, as it stands, and go nowhere else."""
        return await self.client.request(method, path, headers=headers, allow_redirects=False)

    async def reads(self, path: str) -> str:
        """Return the text at an address that is there."""
        answer = await self.asks(path)
        assert answer.status == 200, path
        return await answer.text()


@asynccontextmanager
async def visiting(town: Town, front: Front = FRONT) -> AsyncIterator[Visitor]:
    """Open the window of the town for somebody."""
    database = ReadOnly(town.database.url.render_as_string(hide_password=False), town.database.vault)
    shelf = Shelf(database, {town.charter.slug: (town.charter, front)}, town.clock.now)
    try:
        async with TestClient(TestServer(application(shelf))) as client:
            yield Visitor(client, shelf)
    finally:
        await database.close()

"""The few requests of the Matrix client API that the rehearsal makes by hand."""

import asyncio
from typing import Any
from urllib.parse import quote

import aiohttp

V3 = "/_matrix/client/v3"
UPLOAD = "/_matrix/media/v3/upload"
DOWNLOAD = "/_matrix/client/v1/media/download/"


class ApiError(RuntimeError):
    """The homeserver refused a request."""

    def __init__(self, method: str, path: str, status: int, code: str) -> None:
        super().__init__(f"{method} {path}: {status} {code}")
        self.status = status
        self.code = code


class Api:
    """Requests in the name of one account, through a session that all accounts share.

    A rate limit is waited out: people try again too.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str) -> None:
        self._session = session
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}

    async def get(self, path: str, **query: str) -> dict[str, Any]:
        """Ask for something below /_matrix/client/v3."""
        return await self.call("GET", path, query=query)

    async def put(self, path: str, body: object) -> dict[str, Any]:
        """Put something below /_matrix/client/v3."""
        return await self.call("PUT", path, body)

    async def post(self, path: str, body: object = None) -> dict[str, Any]:
        """Post something below /_matrix/client/v3."""
        return await self.call("POST", path, {} if body is None else body)

    async def upload(self, data: bytes, mimetype: str) -> str:
        """Hand a file over and return where it lies."""
        headers = {**self._headers, "Content-Type": mimetype}
        async with self._session.post(self._url + UPLOAD, data=data, headers=headers) as response:
            return str((await response.json())["content_uri"])

    async def download(self, mxc: str) -> bytes:
        """Fetch a file from where it lies."""
        where = self._url + DOWNLOAD + mxc.removeprefix("mxc://")
        async with self._session.get(where, headers=self._headers) as response:
            return await response.read()

    async def call(
        self, method: str, path: str, body: object = None, query: dict[str, str] | None = None
    ) -> dict[str, Any]:
        """Make one request, again and again while the homeserver asks us to slow down.

        Raises:
            ApiError: the homeserver answered with anything but success or a rate limit.
        """
        while True:
            async with self._session.request(
                method, self._url + V3 + path, json=body, params=query, headers=self._headers
            ) as response:
                answer: dict[str, Any] = await response.json(content_type=None)
                if response.status == 200:
                    return answer
                if response.status != 429:
                    raise ApiError(method, path, response.status, str(answer.get("errcode")))
            await asyncio.sleep(answer.get("retry_after_ms", 1000) / 1000)


def part(text: str) -> str:
    """Return an identifier as one part of a path."""
    return quote(text, safe="")

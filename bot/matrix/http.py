"""One request to the homeserver and its answer, or an exception: nothing that is not an answer passes for one."""

import asyncio
import json
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
import structlog
from yarl import URL

LARGEST_BODY = 32 * 1024 * 1024
DEEPEST = 64
LONGEST_WAIT = 300.0
CONNECT_SECONDS = 10.0
ROUNDED_OFF_MS = 1_000
"""A date in a header leaves out the fraction of its second."""

log = structlog.get_logger(__name__)

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


class Trouble(Exception):
    """A request that did not succeed. Its text holds no body, no token and no Matrix ID."""

    after_seconds: float | None = None

    @property
    def may_pass(self) -> bool:
        """Whether the same request may succeed later."""
        return True


class NoAnswer(Trouble):
    """Nobody there, too slow, or what came is not an answer of a homeserver."""


class Said(Trouble):
    """The homeserver, or something before it, said no.

    Args:
        status: HTTP status.
        errcode: Matrix error code; empty if there was none, and then it may not have been the homeserver that spoke.
        after_seconds: how long it asked us to wait; never more than five minutes (T15).
        answer: the body, for the few places that must look into it.
    """

    def __init__(
        self,
        status: int,
        errcode: str = "",
        after_seconds: float | None = None,
        answer: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(f"{status} {errcode}".strip())
        self.status = status
        self.errcode = errcode
        self.after_seconds = after_seconds
        self.answer = answer or {}

    @property
    def may_pass(self) -> bool:
        """Whether the same request may succeed later: too many, a broken server, or a stranger in its place."""
        return self.status in (408, 429) or self.status >= 500 or not self.errcode


class LoggedOut(Trouble):
    """The homeserver does not know our device any more. Only a person can mend that."""

    @property
    def may_pass(self) -> bool:
        """Never by itself."""
        return False


def path(*parts: str, query: Mapping[str, str] | None = None, root: str = "/_matrix/client/v3") -> str:
    """Return the path of a request, every part of it quoted."""
    plain = root + "/" + "/".join(quote(part, safe="") for part in parts)
    return f"{plain}?{urlencode(query)}" if query else plain


class Server:
    """A homeserver, spoken to with limits on time, size and depth, and without following where it may point us.

    No request is repeated here (T13, T15): whoever asks decides whether and when to ask again.
    """

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None
        self._logged_out = False
        self._dated: tuple[int, float] | None = None

    def time_ms(self) -> int | None:
        """Return what the homeserver's clock shows by now, in milliseconds since 1970; None before it has answered.

        Counted on from its last answer by the machine's uptime, which nobody sets.
        """
        if self._dated is None:
            return None
        said, heard_at = self._dated
        return said + round((time.monotonic() - heard_at) * 1000)

    @property
    def session(self) -> aiohttp.ClientSession:
        """The connections, made when first needed."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=32),
                cookie_jar=aiohttp.DummyCookieJar(),
                # Compressed bodies are not asked for and not unpacked: no bomb can go off.
                auto_decompress=False,
                headers={"Accept-Encoding": "identity", "User-Agent": "Radslag"},
            )
        return self._session

    async def ask(
        self, method: str, where: str, body: object = None, *, token: str | None = None, seconds: float = 30.0
    ) -> dict[str, Any]:
        """Return the homeserver's answer, a JSON object that came with a status of success.

        Raises:
            LoggedOut: it does not know our token; nothing is asked with it ever after.
            Said: it said no.
            NoAnswer: anything else.
            ValueError, TypeError: the body is nothing that JSON can hold.
        """
        data = None if body is None else _encoded(body)
        return self._answer(*await self._tried(method, where, data, token, seconds), token)

    async def fetch(self, where: str, most: int, *, token: str | None, seconds: float) -> bytes | None:
        """Return what lies somewhere, or None if it is larger than allowed. Raises what `ask` does."""
        status, headers, raw = await self._tried("GET", where, None, token, seconds, most=most)
        if 200 <= status < 300:
            return raw
        raise self._refusal(status, headers, _parsed(raw or b"") or {}, token)

    async def give(self, where: str, data: bytes, kind: str, *, token: str | None, seconds: float) -> dict[str, Any]:
        """Hand bytes over and return the answer. Raises what `ask` does."""
        return self._answer(*await self._tried("POST", where, data, token, seconds, kind=kind), token)

    def forget_refusal(self) -> None:
        """Ask with a token again, after it was another token that was refused."""
        self._logged_out = False

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()

    def _answer(self, status: int, headers: Mapping[str, str], raw: bytes | None, token: str | None) -> dict[str, Any]:
        if raw is None:
            raise NoAnswer("body too large")
        answer = _parsed(raw)
        if 200 <= status < 300:
            if answer is None:
                raise NoAnswer(f"{status} without a JSON object")
            return answer
        raise self._refusal(status, headers, answer or {}, token)

    async def _tried(  # noqa: PLR0913 - what makes a request
        self,
        method: str,
        where: str,
        data: bytes | None,
        token: str | None,
        seconds: float,
        *,
        kind: str = "application/json",
        most: int | None = None,
    ) -> tuple[int, Mapping[str, str], bytes | None]:
        if self._logged_out and token:
            raise LoggedOut("logged out")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if data is not None:
            headers["Content-Type"] = kind
        try:
            async with asyncio.timeout(seconds):
                return await self._exchange(method, where, data, headers, LARGEST_BODY if most is None else most)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            # TimeoutError is an OSError; aiohttp wraps neither all of its own nor the system's.
            raise NoAnswer(type(error).__name__) from error

    async def _exchange(
        self, method: str, where: str, data: bytes | None, headers: Mapping[str, str], most: int
    ) -> tuple[int, Mapping[str, str], bytes | None]:
        async with self.session.request(
            method,
            URL(self._url + where, encoded=True),
            data=data,
            headers=headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
        ) as response:
            self._note_time(response.headers.get("Date", ""))
            return response.status, response.headers, await _read(response, most)

    def _note_time(self, header: str) -> None:
        # Whoever writes no date, or none that can be read, tells us nothing.
        with suppress(ValueError, TypeError, OverflowError):
            said = parsedate_to_datetime(header).astimezone(UTC)
            self._dated = round(said.timestamp() * 1000) + ROUNDED_OFF_MS, time.monotonic()

    def _refusal(
        self, status: int, headers: Mapping[str, str], answer: Mapping[str, Any], token: str | None
    ) -> Trouble:
        errcode = answer.get("errcode")
        errcode = errcode if isinstance(errcode, str) else ""
        if token and (errcode in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED")):
            self._logged_out = True
            return LoggedOut(f"{status} {errcode}")
        return Said(status, errcode, _wait(headers, answer), answer)


def _encoded(body: object) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes | None:
    """Return the body, or None if it is larger than allowed; no more than that of it is ever held."""
    if (response.content_length or 0) > most:
        return None
    parts, size = [], 0
    async for part in response.content.iter_any():
        size += len(part)
        if size > most:
            return None
        parts.append(part)
    return b"".join(parts)


def _parsed(raw: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(raw)
    except RecursionError:
        # One event nested ten thousand deep must not keep us from reading everything else.
        return _parsed(shallow(raw))
    except ValueError:
        try:
            # Python refuses numbers of thousands of digits; nobody means them, but anybody may send one.
            value = json.loads(raw, parse_int=_small)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) else None


def _small(digits: str) -> int:
    return int(digits) if len(digits) < 20 else 0


def shallow(raw: bytes, deepest: int = DEEPEST) -> bytes:
    """Return JSON with everything nested deeper than a limit replaced by null."""
    kept, depth, start = [], 0, 0
    for token in _TOKEN.finditer(raw):
        symbol = token.group()
        if symbol in b"[{":
            depth += 1
            if depth == deepest + 1:
                kept += [raw[start : token.start()], b"null"]
        elif symbol in b"]}":
            if depth == deepest + 1:
                start = token.end()
            depth -= 1
    kept.append(raw[start:] if depth <= deepest else b"")
    return b"".join(kept)


def _wait(headers: Mapping[str, str], answer: Mapping[str, Any]) -> float | None:
    """Return how long to wait by the body's or the header's word, if it is a sensible one."""
    told = answer.get("retry_after_ms")
    seconds = min(told, 10**9) / 1000 if isinstance(told, int | float) and not isinstance(told, bool) else None
    if seconds is None:
        header = headers.get("Retry-After", "")
        seconds = float(header) if header.isascii() and header.isdigit() and len(header) < 12 else None
    if seconds is None or not seconds >= 0:
        return None
    return min(seconds, LONGEST_WAIT)

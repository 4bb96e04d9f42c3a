"""A homeserver that does what a test tells it, over a real socket: answers, breaks, stalls, lies."""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

V3 = "/_matrix/client/v3/"


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    method: str
    path: str
    query: Mapping[str, str]
    body: Any
    token: str = ""
    raw: bytes = b""
    connection: web.Request | None = field(default=None, repr=False)

    @property
    def request(self) -> web.Request:
        """The connection itself, for those who answer in pieces."""
        assert self.connection is not None
        return self.connection

    @property
    def device(self) -> tuple[str, str]:
        """User and device, which a token of these tests spells out."""
        user, _, device = self.token.partition("|")
        return user, device


@dataclass(frozen=True)
class Told:
    """An answer that is more than a plain JSON object; may be given any number of times."""

    status: int
    body: bytes
    kind: str = "application/json"

    def response(self) -> web.Response:
        """Return it for sending."""
        return web.Response(status=self.status, body=self.body, content_type=self.kind)


Answer = web.StreamResponse | Told | Mapping[str, Any] | None
Behaviour = Callable[[Asked], Answer | Awaitable[Answer]]


@dataclass
class FaultServer:
    """Answers by the longest rule whose beginning fits "METHOD path"; knows what it was asked."""

    rules: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    url: str = ""

    def on(self, request: str, answer: Behaviour | Mapping[str, Any] | Told) -> None:
        """Answer requests that begin so, as "GET sync", in this way."""
        self.rules[request] = answer if callable(answer) else (lambda _asked: answer)

    def count(self, request: str) -> int:
        """Return how many requests began so."""
        return sum(f"{each.method} {each.path}".startswith(request) for each in self.asked)

    def bodies(self, request: str) -> list[Any]:
        """Return the bodies of the requests that began so."""
        return [each.body for each in self.asked if f"{each.method} {each.path}".startswith(request)]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        raw = await request.read()
        is_json = request.content_type == "application/json"
        asked = Asked(
            request.method,
            request.path.removeprefix(V3),
            dict(request.query),
            json.loads(raw) if raw and is_json else None,
            request.headers.get("Authorization", "").removeprefix("Bearer "),
            raw,
            request,
        )
        self.asked.append(asked)
        name = f"{asked.method} {asked.path}"
        rule = max((each for each in self.rules if name.startswith(each)), key=len, default=None)
        if rule is None:
            return refusal(404, "M_UNRECOGNIZED").response()
        answer = self.rules[rule](asked)
        if isinstance(answer, Awaitable):
            answer = await answer
        if isinstance(answer, Told):
            return answer.response()
        return answer if isinstance(answer, web.StreamResponse) else web.json_response(answer)


def refusal(status: int, errcode: str, **more: object) -> Told:
    """Return a homeserver's no."""
    return Told(status, json.dumps({"errcode": errcode, "error": "no", **more}).encode())


def page(status: int, text: str = "<html>Bad gateway</html>") -> Told:
    """Return what a proxy says when the homeserver behind it is gone."""
    return Told(status, text.encode(), "text/html")


@asynccontextmanager
async def fault_server() -> AsyncIterator[FaultServer]:
    """Run one on the loopback until the end of the block."""
    faults = FaultServer()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{any:.*}", faults.handle)
    async with TestServer(app) as server:
        faults.url = str(server.make_url("")).rstrip("/")
        yield faults


class KeyDesk:
    """The part of a homeserver that keeps devices' keys and carries messages between devices."""

    def __init__(self, faults: FaultServer) -> None:
        self.devices: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self.one_time: defaultdict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
        self.inbox: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        self.account_data: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self.members: set[str] = set()
        self.invited: set[str] = set()
        faults.on("POST keys/upload", self._upload)
        faults.on("POST keys/query", self._query)
        faults.on("POST keys/claim", self._claim)
        faults.on("PUT sendToDevice", self._deliver)
        faults.on("GET user/", self._read_data)
        faults.on("PUT user/", self._write_data)
        faults.on("GET rooms/!room:town/members", self._members)
        self.state: dict[str, Any] = {}
        for kind in ("m.room.encryption", "m.room.history_visibility"):
            faults.on(f"GET rooms/!room:town/state/{kind}", self._state)

    def _upload(self, asked: Asked) -> Mapping[str, Any]:
        user, device = asked.device
        if "device_keys" in asked.body:
            self.devices[user][device] = asked.body["device_keys"]
        self.one_time[user, device] |= asked.body.get("one_time_keys", {})
        return {"one_time_key_counts": {"signed_curve25519": len(self.one_time[user, device])}}

    def _query(self, asked: Asked) -> Mapping[str, Any]:
        return {"device_keys": {user: self.devices[user] for user in asked.body["device_keys"]}, "failures": {}}

    def _claim(self, asked: Asked) -> Mapping[str, Any]:
        found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for user, devices in asked.body["one_time_keys"].items():
            for device in devices:
                if keys := self.one_time[user, device]:
                    name = next(iter(keys))
                    found[user][device] = {name: keys.pop(name)}
        return {"one_time_keys": found, "failures": {}}

    def _deliver(self, asked: Asked) -> Mapping[str, Any]:
        kind = asked.path.split("/")[1]
        for user, devices in asked.body["messages"].items():
            for device, content in devices.items():
                self.inbox[user, device].append({"type": kind, "sender": asked.device[0], "content": content})
        return {}

    def _state(self, asked: Asked) -> Answer:
        kind = asked.path.split("/")[3]
        return self.state[kind] if kind in self.state else refusal(404, "M_NOT_FOUND")

    def _members(self, _asked: Asked) -> Mapping[str, Any]:
        standings = {user: "invite" if user in self.invited else "join" for user in sorted(self.members)}
        return {"chunk": [{"state_key": user, "content": {"membership": each}} for user, each in standings.items()]}

    def _read_data(self, asked: Asked) -> Answer:
        name = asked.path.rpartition("/")[2]
        kept = self.account_data[asked.device[0]]
        return kept[name] if name in kept else refusal(404, "M_NOT_FOUND")

    def _write_data(self, asked: Asked) -> Answer:
        self.account_data[asked.device[0]][asked.path.rpartition("/")[2]] = asked.body
        return {}

"""The homeserver of nothing, over HTTP: the parts of the client API that a bot needs, and nothing to wait for."""

import asyncio
import json
import sys
from bisect import bisect_right
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bench import stub_keys
from bench.stub import SERVER, Account, Room, Stub

LONGEST_WAIT_MS = 30_000
DEFAULT_LIMIT = 10
V3 = "/_matrix/client/v3"
STUB = web.AppKey("stub", Stub)
Handler = Callable[[Stub, Account, web.Request], Awaitable[web.Response]]


async def sync(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Answer at once if there is anything new, else when there is or the time is out."""
    since = int(request.query.get("since") or 0)
    wait_ms = min(int(request.query.get("timeout", 0)), LONGEST_WAIT_MS) if "since" in request.query else 0
    limit = _limit(account, request.query.get("filter", "{}"))
    body = stub.news(account, since, limit)
    if body is None and wait_ms:
        account.news.clear()
        try:
            async with asyncio.timeout(wait_ms / 1000):
                while body is None:
                    await account.news.wait()
                    account.news.clear()
                    body = stub.news(account, since, limit)
        except TimeoutError:
            pass
    ends = {
        "next_batch": str(stub.position),
        "device_one_time_keys_count": {"signed_curve25519": len(account.one_time_keys)},
        "device_unused_fallback_key_types": ["signed_curve25519"] if account.fallback_keys else [],
    }
    return web.json_response((body or {}) | ends)


async def create_room(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Make a room and invite whoever is to be invited."""
    body = await request.json()
    room = stub.new_room()
    me = account.user_id
    stub.add(room, me, "m.room.create", {"creator": me, "room_version": "10"}, "")
    stub.add(room, me, "m.room.member", {"membership": "join"}, me)
    powers = {"users": {me: 100}, **body.get("power_level_content_override", {})}
    stub.add(room, me, "m.room.power_levels", powers, "")
    stub.add(room, me, "m.room.join_rules", {"join_rule": "invite"}, "")
    stub.add(room, me, "m.room.history_visibility", {"history_visibility": "shared"}, "")
    for state in body.get("initial_state", []):
        stub.add(room, me, state["type"], state["content"], state.get("state_key", ""))
    direct = {"is_direct": True} if body.get("is_direct") else {}
    for user_id in body.get("invite", []):
        stub.add(room, me, "m.room.member", {"membership": "invite", **direct}, user_id)
    return web.json_response({"room_id": room.room_id})


async def join(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Let the account into a room."""
    room = _room(stub, request)
    if account.user_id not in room.joined:
        stub.add(room, account.user_id, "m.room.member", {"membership": "join"}, account.user_id)
    return web.json_response({"room_id": room.room_id})


async def leave(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Let the account out of a room."""
    stub.add(_room(stub, request), account.user_id, "m.room.member", {"membership": "leave"}, account.user_id)
    return web.json_response({})


async def send(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Let an event happen, once for each transaction ID."""
    room, content = _room(stub, request), await request.json()
    kind, transaction = request.match_info["type"], request.match_info["txn"]
    event_id = stub.once(account, transaction, lambda: str(stub.add(room, account.user_id, kind, content)["event_id"]))
    return web.json_response({"event_id": event_id})


async def redact(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Let a redaction happen; nothing is taken away."""
    room, transaction = _room(stub, request), request.match_info["txn"]
    content = {"redacts": request.match_info["event"]}
    event_id = stub.once(
        account, transaction, lambda: str(stub.add(room, account.user_id, "m.room.redaction", content)["event_id"])
    )
    return web.json_response({"event_id": event_id})


async def messages(stub: Stub, _account: Account, request: web.Request) -> web.Response:
    """Return a page of a room's past, backwards."""
    room = _room(stub, request)
    begin, floor = int(request.query.get("from", stub.position)), int(request.query.get("to", 0))
    last = bisect_right(room.positions, begin)
    first = max(bisect_right(room.positions, floor), last - int(request.query.get("limit", DEFAULT_LIMIT)))
    chunk = room.timeline[first:last][::-1]
    end = {"end": str(room.positions[first - 1])} if chunk and first else {}
    return web.json_response({"chunk": chunk, "start": str(begin), "state": [], **end})


async def state(stub: Stub, _account: Account, request: web.Request) -> web.Response:
    """Return a room's state, or one event's content."""
    room = _room(stub, request)
    if "type" not in request.match_info:
        return web.json_response(list(room.state.values()))
    event = room.state.get((request.match_info["type"], request.match_info.get("key", "")))
    return web.json_response(event["content"]) if event else _refused(404, "M_NOT_FOUND")


async def set_state(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Set a piece of a room's state."""
    kind, key = request.match_info["type"], request.match_info.get("key", "")
    event = stub.add(_room(stub, request), account.user_id, kind, await request.json(), key)
    return web.json_response({"event_id": event["event_id"]})


async def members(stub: Stub, _account: Account, request: web.Request) -> web.Response:
    """Return the membership events of a room."""
    events = [event for (kind, _), event in _room(stub, request).state.items() if kind == "m.room.member"]
    return web.json_response({"chunk": events})


async def joined_members(stub: Stub, _account: Account, request: web.Request) -> web.Response:
    """Return who is in a room."""
    return web.json_response({"joined": {user_id: {} for user_id in _room(stub, request).joined}})


async def joined_rooms(stub: Stub, account: Account, _request: web.Request) -> web.Response:
    """Return which rooms the account is in."""
    inside = [room for room in stub.rooms_of[account.user_id] if account.user_id in stub.rooms[room].joined]
    return web.json_response({"joined_rooms": inside})


async def whoami(_stub: Stub, account: Account, _request: web.Request) -> web.Response:
    """Return whose token it is."""
    return web.json_response({"user_id": account.user_id, "device_id": account.device_id})


async def account_data(_stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Keep or return what an account keeps for itself."""
    kind = request.match_info["type"]
    if request.method == "PUT":
        account.account_data[kind] = await request.json()
        return web.json_response({})
    kept = account.account_data.get(kind)
    return _refused(404, "M_NOT_FOUND") if kept is None else web.json_response(kept)


async def keep_filter(_stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Keep what an account wants to be told of, under a number."""
    account.filters.append(await request.json())
    return web.json_response({"filter_id": str(len(account.filters) - 1)})


async def devices(_stub: Stub, account: Account, _request: web.Request) -> web.Response:
    """Return an account's devices: the stub knows one of each."""
    return web.json_response({"devices": [{"device_id": account.device_id}]})


async def upload(_stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Take a file and forget it."""
    await request.read()
    return web.json_response({"content_uri": f"mxc://{SERVER}/{account.device_id}"})


async def nothing(_stub: Stub, _account: Account, _request: web.Request) -> web.Response:
    """Answer what makes no difference."""
    return web.json_response({})


async def login(request: web.Request) -> web.Response:
    """Let anybody in as anybody."""
    body = await request.json()
    user = body.get("identifier", {}).get("user", body.get("user", ""))
    account = request.app[STUB].register(user.removeprefix("@").partition(":")[0])
    account.device_id = body.get("device_id") or account.device_id
    return web.json_response(
        {"user_id": account.user_id, "access_token": account.token, "device_id": account.device_id}
    )


async def versions(_request: web.Request) -> web.Response:
    """Say what is spoken here."""
    return web.json_response({"versions": ["v1.1", "v1.6", "v1.11"], "unstable_features": {}})


async def unknown(request: web.Request) -> web.Response:
    """Refuse what the stub does not know, and say so where whoever measures can see it."""
    sys.stderr.write(f"the stub does not know {request.method} {request.path}\n")
    return _refused(404, "M_UNRECOGNIZED")


def application() -> web.Application:
    """Return the homeserver of nothing, ready to be served."""
    app = web.Application(client_max_size=16 * 1024 * 1024)
    app[STUB] = Stub()
    app.router.add_get("/_matrix/client/versions", versions)
    app.router.add_get("/health", versions)
    app.router.add_post(V3 + "/login", login)
    app.router.add_get(V3 + "/login", versions)
    app.router.add_post("/_matrix/media/v3/upload", _with_account(upload))
    # simplematrixbotlib asks for this by hand, by the name of an older version.
    app.router.add_get("/_matrix/client/r0/account/whoami", _with_account(whoami))
    for method, path, handler in ROUTES:
        app.router.add_route(method, V3 + path, _with_account(handler))
    app.router.add_route("*", "/{anything:.*}", unknown)
    return app


def _with_account(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        stub = request.app[STUB]
        account = stub.accounts.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
        return await handler(stub, account, request) if account else _refused(401, "M_UNKNOWN_TOKEN")

    return handle


def _room(stub: Stub, request: web.Request) -> Room:
    return stub.rooms[request.match_info["room"]]


def _limit(account: Account, written: str) -> int:
    wanted: dict[str, Any] = json.loads(written) if written.startswith("{") else account.filters[int(written)]
    return int(wanted.get("room", {}).get("timeline", {}).get("limit", DEFAULT_LIMIT))


def _refused(status: int, code: str) -> web.Response:
    return web.json_response({"errcode": code, "error": code}, status=status)


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/sync", sync),
    ("GET", "/account/whoami", whoami),
    ("POST", "/createRoom", create_room),
    ("POST", "/join/{room}", join),
    ("POST", "/rooms/{room}/join", join),
    ("POST", "/rooms/{room}/leave", leave),
    ("POST", "/rooms/{room}/forget", nothing),
    ("PUT", "/rooms/{room}/send/{type}/{txn}", send),
    ("PUT", "/rooms/{room}/redact/{event}/{txn}", redact),
    ("GET", "/rooms/{room}/messages", messages),
    ("GET", "/rooms/{room}/state", state),
    ("GET", "/rooms/{room}/state/{type}/{key:.*}", state),
    ("GET", "/rooms/{room}/state/{type}", state),
    ("PUT", "/rooms/{room}/state/{type}/{key:.*}", set_state),
    ("GET", "/rooms/{room}/members", members),
    ("GET", "/rooms/{room}/joined_members", joined_members),
    ("GET", "/joined_rooms", joined_rooms),
    ("POST", "/keys/upload", stub_keys.upload),
    ("POST", "/keys/device_signing/upload", stub_keys.upload_identity),
    ("POST", "/keys/signatures/upload", stub_keys.upload_signatures),
    ("POST", "/keys/query", stub_keys.query),
    ("POST", "/keys/claim", stub_keys.claim),
    ("GET", "/keys/changes", nothing),
    ("PUT", "/sendToDevice/{type}/{txn}", stub_keys.send_to_device),
    ("PUT", "/user/{user}/account_data/{type}", account_data),
    ("GET", "/user/{user}/account_data/{type}", account_data),
    ("POST", "/user/{user}/filter", keep_filter),
    ("GET", "/devices", devices),
    ("PUT", "/profile/{user}/{field}", nothing),
    ("GET", "/profile/{user}", nothing),
    ("GET", "/capabilities", nothing),
)


if __name__ == "__main__":
    # Nobody who still listens for news keeps it from ending.
    web.run_app(
        application(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None, shutdown_timeout=0.1
    )

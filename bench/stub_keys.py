"""Encryption keys at the homeserver of nothing: they are only passed on."""

from typing import Any

from aiohttp import web

from bench.stub import Account, Stub

IDENTITY = ("master", "self_signing", "user_signing")


async def upload(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Keep what a device publishes."""
    body = await request.json()
    if body.get("device_keys"):
        account.device_keys = body["device_keys"]
        stub.device_changed(account.user_id)
    account.one_time_keys |= body.get("one_time_keys", {})
    account.fallback_keys |= body.get("fallback_keys", {})
    return web.json_response({"one_time_key_counts": {"signed_curve25519": len(account.one_time_keys)}})


async def upload_identity(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Keep the keys that a user signs devices with."""
    body = await request.json()
    account.cross_signing = {name: body[f"{name}_key"] for name in IDENTITY if f"{name}_key" in body}
    stub.device_changed(account.user_id)
    return web.json_response({})


async def upload_signatures(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Keep what a user has signed: the device, and the master key."""
    signed = (await request.json()).get(account.user_id, {}).values()
    for each in signed:
        kept = account.device_keys if "device_id" in each else account.cross_signing.get("master", {})
        kept.setdefault("signatures", {}).setdefault(account.user_id, {}).update(each["signatures"][account.user_id])
    stub.device_changed(account.user_id)
    return web.json_response({"failures": {}})


async def query(stub: Stub, _account: Account, request: web.Request) -> web.Response:
    """Return the devices of some users."""
    wanted = (await request.json())["device_keys"]
    known = {user_id: stub.by_user[user_id] for user_id in wanted if user_id in stub.by_user}
    devices = {
        user_id: {account.device_id: account.device_keys} if account.device_keys else {}
        for user_id, account in known.items()
    }
    identities = {
        f"{name}_keys": {
            user_id: account.cross_signing[name] for user_id, account in known.items() if account.cross_signing
        }
        for name in IDENTITY
    }
    return web.json_response({"device_keys": devices, **identities, "failures": {}})


async def claim(stub: Stub, _account: Account, request: web.Request) -> web.Response:
    """Give away one key of each device that is asked for."""
    claimed: dict[str, Any] = {}
    for user_id, devices in (await request.json())["one_time_keys"].items():
        for device_id in devices:
            key = _take_key(stub.by_user[user_id])
            if key:
                claimed.setdefault(user_id, {})[device_id] = key
    return web.json_response({"one_time_keys": claimed, "failures": {}})


async def send_to_device(stub: Stub, account: Account, request: web.Request) -> web.Response:
    """Pass messages on to devices, once for each transaction ID."""
    kind = request.match_info["type"]
    messages = (await request.json())["messages"]

    def happen() -> str:
        for user_id, devices in messages.items():
            other = stub.by_user.get(user_id)
            for device_id, content in devices.items():
                if other is not None and device_id in (other.device_id, "*"):
                    stub.log.append("")
                    event = {"type": kind, "sender": account.user_id, "content": content}
                    other.inbox.append((stub.position, event))
                    other.news.set()
        return "sent"

    stub.once(account, f"device {request.match_info['txn']}", happen)
    return web.json_response({})


def _take_key(account: Account) -> dict[str, Any]:
    if account.one_time_keys:
        name = next(iter(account.one_time_keys))
        return {name: account.one_time_keys.pop(name)}
    return dict(account.fallback_keys)

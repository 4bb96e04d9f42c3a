"""People whose Matrix client is not ours: matrix-js-sdk with its Rust cryptography, led from here line by line.

The client is a program in JavaScript (client.mjs) run by a Node.js that comes with it; both are installed by `npm ci`
from package-lock.json. One process plays all devices of a test.
"""

import asyncio
import base64
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from rehearsal.homeserver import Homeserver

HERE = Path(__file__).parent
NODE = HERE / "node_modules" / ".bin" / "node"
SDK = HERE / "node_modules" / "matrix-js-sdk" / "package.json"
PATIENCE_SECONDS = 45.0
LOOK_EVERY_SECONDS = 0.1
LONGEST_LINE = 64 * 2**20


class Mode(StrEnum):
    """Whom a client gives its keys to, and whose messages it reads."""

    STRICT = "strict"
    """Devices that their owner has signed, and no others."""
    DEFAULT = "default"
    """All devices; it warns of those that are not signed."""


class RealClientError(RuntimeError):
    """The client could not do what was asked of it; its own words are in the message."""


@dataclass(frozen=True)
class Seen:
    """A message as its reader sees it.

    Args:
        unreadable: why it could not be decrypted, or None.
        shield: NONE, GREY or RED as the client would show it beside the message; None if it was not encrypted.
        reason: what the shield warns of.
    """

    event: str
    sender: str
    type: str
    content: dict[str, Any]
    encrypted: bool
    unreadable: str | None
    shield: str | None
    reason: str | None

    @property
    def body(self) -> str:
        """The words, or nothing if there are none to be read."""
        return "" if self.unreadable else str(self.content.get("body", ""))

    @property
    def answers(self) -> str | None:
        """The event that it answers, if any."""
        relation = {} if self.unreadable else self.content.get("m.relates_to") or {}
        answered = relation.get("m.in_reply_to", {}).get("event_id")
        return str(answered) if answered else None

    @property
    def is_safe(self) -> bool:
        """Whether it came encrypted, was read, and the client has nothing to warn of."""
        return self.encrypted and self.unreadable is None and self.shield == "NONE" and self.reason is None


class RealClient:
    """The process that plays the devices."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    @asynccontextmanager
    async def running(cls, log: Path) -> AsyncIterator[Self]:
        """Run the process for as long as the block lasts.

        Args:
            log: where the client's own words go.
        """
        with log.open("ab") as words:
            process = await asyncio.create_subprocess_exec(
                *(NODE, HERE / "client.mjs"),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=words,
                limit=LONGEST_LINE,
            )
        client = cls(process)
        try:
            yield client
        finally:
            await client._end()

    async def sign_in(self, homeserver: Homeserver, user: str, password: str, mode: Mode) -> "Device":
        """Sign a person in on a new device, which nobody has signed yet."""
        name = f"device {next(self._numbers)}"
        who = await self.tell(name, "open", url=homeserver.url, user=user, password=password, mode=mode)
        return Device(self, name, who["user"], who["device"])

    async def tell(self, device: str, task: str, **facts: object) -> Any:
        """Have a device do something; return what came of it.

        Raises:
            RealClientError: it could not.
            TimeoutError: it did not within the time that people have.
        """
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"id": number, "device": device, "task": task, **facts}).encode() + b"\n")
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await answer

    async def _listen(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            said = json.loads(line)
            answer = self._waiting.pop(said["id"])
            if answer.done():
                continue
            if "error" in said:
                answer.set_exception(RealClientError(said["error"]))
            else:
                answer.set_result(said["result"])
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(RealClientError("the client's process has ended"))

    async def _end(self) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening


@dataclass(frozen=True)
class Device:
    """One device of one person."""

    client: RealClient
    name: str
    user_id: str
    device_id: str

    async def introduce(self) -> None:
        """Make an identity for the person and sign the device with it."""
        await self.client.tell(self.name, "introduce")

    async def take_identity(self, other: "Device") -> None:
        """Take the person's identity over from their other device, and sign this one with it."""
        await self.client.tell(self.name, "takeIdentity", **{"from": other.name})

    async def recover_identity(self, key: str) -> None:
        """Take the person's identity over from what the homeserver keeps under a recovery key, and sign this device.

        Raises:
            RealClientError: the key opens nothing, or the identity is another.
        """
        await self.client.tell(self.name, "recoverIdentity", key=key)

    async def chat_with(self, user_id: str) -> str:
        """Open an encrypted direct chat, whether the other comes or not; return the room."""
        return str(await self.client.tell(self.name, "chat", invite=user_id))

    async def join(self, room: str) -> None:
        """Enter an encrypted room."""
        await self.client.tell(self.name, "join", room=room)

    async def meets(self, room: str, user_id: str) -> None:
        """Wait until somebody has come into a room.

        Raises:
            TimeoutError: they did not.
        """
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                if await self.client.tell(self.name, "membership", room=room, user=user_id) == "join":
                    return
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def say(self, room: str, body: str) -> str:
        """Say something; return the event ID."""
        return await self._send(room, "m.room.message", {"msgtype": "m.text", "body": body})

    async def edit(self, room: str, event: str, body: str) -> str:
        """Put other words in the place of what was said."""
        new = {"msgtype": "m.text", "body": body}
        relation = {"rel_type": "m.replace", "event_id": event}
        content = {**new, "body": f"* {body}", "m.new_content": new, "m.relates_to": relation}
        return await self._send(room, "m.room.message", content)

    async def react(self, room: str, event: str, key: str) -> str:
        """React to a message."""
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self._send(room, "m.reaction", {"m.relates_to": relation})

    async def attach(self, room: str, name: str, kind: str, data: bytes) -> str:
        """Send a file, encrypted before it leaves the device."""
        encoded = base64.b64encode(data).decode()
        return str(await self.client.tell(self.name, "attach", room=room, name=name, kind=kind, data=encoded))

    async def fetch(self, room: str, event: str) -> bytes:
        """Return a file that somebody sent, decrypted and compared with what its sender said of it."""
        return base64.b64decode(await self.client.tell(self.name, "fetch", room=room, event=event))

    async def read(self, room: str, *, sender: str | None = None) -> list[Seen]:
        """Return the messages of a room in their order, one sender's or everybody's."""
        read = [_seen(each) for each in await self.client.tell(self.name, "read", room=room) if not each["pending"]]
        messages = [each for each in read if each.type in ("m.room.message", "m.room.encrypted")]
        return [each for each in messages if sender in (None, each.sender)]

    async def until(self, room: str, sender: str, holds: Callable[[list[Seen]], object]) -> list[Seen]:
        """Wait until something holds of what somebody has said in a room; return all that they said.

        Raises:
            AssertionError: it does not after the time that people have.
        """
        seen: list[Seen] = []
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while True:
                    seen = await self.read(room, sender=sender)
                    if holds(seen):
                        return seen
                    await asyncio.sleep(LOOK_EVERY_SECONDS)
        except TimeoutError:
            said = "\n".join(f"- {each.body or each.unreadable!r} ({each.shield})" for each in seen)
            raise AssertionError(f"what was waited for was not said; but:\n{said or '(nothing)'}") from None

    async def devices(self, user_id: str) -> dict[str, dict[str, Any]]:
        """Return somebody's devices by ID: fingerprint, signed_by_owner, verified."""
        return dict(await self.client.tell(self.name, "devices", user=user_id))

    async def identity(self, user_id: str) -> dict[str, Any]:
        """Return what this device knows of somebody's identity: fingerprint, verified, needs_approval."""
        return dict(await self.client.tell(self.name, "identity", user=user_id))

    async def verify(self, user_id: str, fingerprint: str) -> dict[str, Any]:
        """Verify somebody by the fingerprint that was told elsewhere; return what is known of them then.

        Raises:
            RealClientError: the homeserver gave out another one.
        """
        return dict(await self.client.tell(self.name, "verify", user=user_id, fingerprint=fingerprint))

    async def _send(self, room: str, kind: str, content: dict[str, Any]) -> str:
        return str(await self.client.tell(self.name, "send", room=room, type=kind, content=content))


def _seen(read: dict[str, Any]) -> Seen:
    return Seen(
        event=read["event"],
        sender=read["sender"],
        type=read["type"],
        content=read["content"],
        encrypted=read["encrypted"],
        unreadable=read["unreadable"],
        shield=read["shield"],
        reason=read["shield_reason"],
    )

"""A person with a client that knows no encryption: raw HTTP, for the open room and for what the bot must refuse."""

import asyncio
import json
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import aiohttp

from rehearsal.api import Api, ApiError, part
from rehearsal.homeserver import Account
from rehearsal.timeline import MESSAGE, Post, Timeline

LOOK_EVERY_SECONDS = 0.02
# Only what is read: no presence, no receipts, no account data.
SYNC_FILTER: dict[str, Any] = {
    "presence": {"types": []},
    "account_data": {"types": []},
    "room": {"ephemeral": {"types": []}, "account_data": {"types": []}, "timeline": {"limit": 100}},
}
ENCRYPTION = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}


class PlainActor:
    """One account in use. It accepts every invitation when it looks, and looks only when asked to."""

    def __init__(self, session: aiohttp.ClientSession, url: str, account: Account, name: str = "") -> None:
        self.account = account
        self.user_id = account.user_id
        self.name = name or account.user_id
        self.api = Api(session, url, account.token)
        self.timelines: dict[str, Timeline] = {}
        self.invited_by: dict[str, str] = {}
        self._since: str | None = None
        self._chats: dict[str, str] = {}

    async def close(self) -> None:
        """Let go of what the client holds; the account stays."""

    async def say(self, room_id: str, body: str, **more: object) -> str:
        """Send a text message and return its event ID.

        Args:
            room_id: where.
            body: the text.
            more: further fields of the content.
        """
        return await self.send(room_id, MESSAGE, {"msgtype": "m.text", "body": body, "m.mentions": {}, **more})

    async def answer(self, room_id: str, event_id: str, body: str) -> str:
        """Reply to a message, outside any thread."""
        return await self.say(room_id, body, **{"m.relates_to": {"m.in_reply_to": {"event_id": event_id}}})

    async def say_in_thread(self, room_id: str, root: str, body: str) -> str:
        """Send a message in the thread that begins with `root`."""
        related = {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": root},
        }
        return await self.say(room_id, body, **{"m.relates_to": related})

    async def show(self, room_id: str, data: bytes, name: str) -> str:
        """Send a picture, as a phone names it; encrypted by clients that encrypt."""
        where = {"url": await self.api.upload(data, "image/jpeg")}
        return await self.send(room_id, MESSAGE, picture_content(name, data, where))

    async def edit(self, room_id: str, event_id: str, body: str) -> str:
        """Replace the text of one's own message."""
        new = {"msgtype": "m.text", "body": body, "m.mentions": {}}
        related = {"rel_type": "m.replace", "event_id": event_id}
        return await self.say(room_id, f"* {body}", **{"m.new_content": new, "m.relates_to": related})

    async def delete(self, room_id: str, event_id: str) -> str:
        """Remove a message or a reaction."""
        path = f"/rooms/{part(room_id)}/redact/{part(event_id)}/{uuid4().hex}"
        return str((await self.api.put(path, {}))["event_id"])

    async def react(self, room_id: str, event_id: str, key: str) -> str:
        """React to a message."""
        related = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return await self.send_plainly(room_id, "m.reaction", {"m.relates_to": related})

    async def pin(self, room_id: str, event_id: str) -> None:
        """Pin a message, alone, in a room where one may."""
        await self.api.put(f"/rooms/{part(room_id)}/state/m.room.pinned_events", {"pinned": [event_id]})

    async def send(self, room_id: str, event_type: str, content: dict[str, Any]) -> str:
        """Send an event the way this person's client does: here, plainly."""
        return await self.send_plainly(room_id, event_type, content)

    async def send_plainly(self, room_id: str, event_type: str, content: dict[str, Any]) -> str:
        """Send an event unencrypted, whatever the room is."""
        path = f"/rooms/{part(room_id)}/send/{part(event_type)}/{uuid4().hex}"
        return str((await self.api.put(path, content))["event_id"])

    async def open_room(
        self,
        name: str,
        *,
        invite: Iterable[str] = (),
        encrypted: bool = False,
        direct: bool = False,
        **more: object,
    ) -> str:
        """Make a room and return its ID.

        Args:
            name: what it is called; empty for a direct chat.
            invite: user IDs.
            encrypted: whether it is encrypted from the beginning.
            direct: whether the invitations say that it is a direct chat.
            more: further fields of the request.
        """
        body: dict[str, object] = {
            "preset": "trusted_private_chat" if direct else "private_chat",
            "invite": list(invite),
            "is_direct": direct,
            "initial_state": [ENCRYPTION] if encrypted else [],
            **({"name": name} if name else {}),
            **more,
        }
        return str((await self.api.post("/createRoom", body))["room_id"])

    async def chat_with(self, user_id: str, *, encrypted: bool = False) -> str:
        """Return the direct chat with a person or the bot, opened by inviting it if there is none yet."""
        if user_id not in self._chats:
            self._chats[user_id] = await self.open_room("", invite=[user_id], encrypted=encrypted, direct=True)
        return self._chats[user_id]

    async def join(self, room_id: str) -> None:
        """Join a room that one may join."""
        await self.api.post(f"/join/{part(room_id)}")

    async def members(self, room_id: str) -> set[str]:
        """Return who has joined a room that one is in."""
        return set((await self.api.get(f"/rooms/{part(room_id)}/joined_members"))["joined"])

    async def meets(self, room_id: str, user_id: str) -> None:
        """Wait until somebody has joined a room that one is in."""
        while True:
            if user_id in await self.members(room_id):
                return
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def read(self, room_id: str) -> list[Post]:
        """Look, and return all that one has seen of a room, oldest first."""
        await self.look()
        return list(self.timelines.get(room_id, ()))

    async def look(self) -> None:
        """Fetch what is new, and accept invitations."""
        wait = "0"
        while True:
            query = {"filter": json.dumps(SYNC_FILTER), "timeout": wait, "set_presence": "offline"}
            sync = await self.api.get("/sync", **query, **({"since": self._since} if self._since else {}))
            rooms = sync.get("rooms", {})
            for room_id, room in rooms.get("join", {}).items():
                await self._take_room(room_id, room)
            self._since = sync["next_batch"]
            if not await self._accept(rooms.get("invite", {})):
                return
            wait = "1000"

    async def _take_room(self, room_id: str, room: dict[str, Any]) -> None:
        timeline = self.timelines.setdefault(room_id, Timeline(room_id))
        part_of = room["timeline"]
        events = part_of["events"]
        if part_of.get("limited"):
            events = [*await self._missed(room_id, part_of["prev_batch"]), *events]
        for event in events:
            timeline.take(event)

    async def _missed(self, room_id: str, before: str) -> list[dict[str, Any]]:
        """Return what lies between the last look and the token `before`, oldest first."""
        missed: list[dict[str, Any]] = []
        place: str | None = before
        while place:
            query = {"dir": "b", "from": place, "limit": "100", **({"to": self._since} if self._since else {})}
            page = await self.api.get(f"/rooms/{part(room_id)}/messages", **query)
            missed += page["chunk"]
            place = page.get("end") if page["chunk"] else None
        return missed[::-1]

    async def _accept(self, invitations: dict[str, Any]) -> bool:
        for room_id, invitation in invitations.items():
            for event in invitation.get("invite_state", {}).get("events", []):
                if event["type"] == "m.room.member" and event["state_key"] == self.user_id:
                    self.invited_by[room_id] = event["sender"]
                    if event["content"].get("is_direct"):
                        self._chats.setdefault(event["sender"], room_id)
            try:
                await self.join(room_id)
            except ApiError:  # withdrawn in the meantime
                self.invited_by.pop(room_id, None)
        return bool(invitations)


def picture_content(name: str, data: bytes, where: dict[str, Any]) -> dict[str, Any]:
    """Return the content of the message that shows a picture."""
    info = {"mimetype": "image/jpeg", "size": len(data)}
    return {"msgtype": "m.image", "body": name, "filename": name, "info": info, "m.mentions": {}, **where}

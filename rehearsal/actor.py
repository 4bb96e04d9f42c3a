"""A person with a stock Matrix client that encrypts: matrix-nio as it is shipped, with a crypto store of its own."""

from collections.abc import Iterable
from typing import Any, Self, TypeVar
from uuid import uuid4

import aiohttp
import nio
from nio.client.async_client import AsyncClient, AsyncClientConfig
from nio.crypto.attachments import encrypt_attachment
from nio.responses import InviteInfo
from nio.store.database import SqliteMemoryStore

from rehearsal.homeserver import Account
from rehearsal.plain import SYNC_FILTER, PlainActor, picture_content
from rehearsal.timeline import MESSAGE, Timeline

Answer = TypeVar("Answer")
Seen = nio.Event | nio.BadEvent | nio.UnknownBadEvent


class ActorError(RuntimeError):
    """A person's client could not do what was asked of it."""


class Actor(PlainActor):
    """One account whose client encrypts where the room is encrypted.

    The crypto store lives in memory: these people exist for as long as the process does. They trust every device, as
    clients do by default, because what is examined is the bot.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str, account: Account, name: str = "") -> None:
        super().__init__(session, url, account, name)
        config = AsyncClientConfig(store=SqliteMemoryStore, store_sync_tokens=False, encryption_enabled=True)
        self._client = AsyncClient(url, account.user_id, config=config)
        self._client.client_session = session
        self._unreadable: dict[str, nio.MegolmEvent] = {}

    @classmethod
    async def sign_in(cls, session: aiohttp.ClientSession, url: str, account: Account, name: str = "") -> Self:
        """Take an account into use: its device keys are uploaded, so that others can encrypt for it."""
        actor = cls(session, url, account, name)
        actor._client.restore_login(account.user_id, account.device_id, account.token)
        await actor._tend_keys()
        return actor

    async def close(self) -> None:
        """Close the crypto store; the session is shared and stays open."""
        self._client.client_session = None
        if self._client.store is not None:
            self._client.store.database.close()

    async def send(self, room_id: str, event_type: str, content: dict[str, Any]) -> str:
        """Send an event, encrypted where the room is."""
        await self.look()
        answer = await self._client.room_send(
            room_id, event_type, content, tx_id=uuid4().hex, ignore_unverified_devices=True
        )
        return str(_required(answer, nio.RoomSendResponse).event_id)

    async def show(self, room_id: str, data: bytes, name: str) -> str:
        """Send a picture, encrypted as all else."""
        hidden, keys = encrypt_attachment(data)
        file = {**keys, "url": await self.api.upload(hidden, "application/octet-stream")}
        return await self.send(room_id, MESSAGE, picture_content(name, data, {"file": file}))

    async def chat_with(self, user_id: str, *, encrypted: bool = True) -> str:
        """Return the direct chat with a person or the bot; a new one is encrypted unless asked otherwise."""
        return await super().chat_with(user_id, encrypted=encrypted)

    async def look(self) -> None:
        """Fetch what is new, accept invitations, decrypt what can be decrypted and tend the keys."""
        wait_ms = 0
        while True:
            answer = await self._client.sync(timeout=wait_ms, sync_filter=SYNC_FILTER, set_presence="offline")
            sync = _required(answer, nio.SyncResponse)
            for room_id, room in sync.rooms.join.items():
                await self._take_joined(room_id, room.timeline)
            self._since = sync.next_batch
            self._try_again()
            await self._tend_keys()
            invitations = {room_id: _plain_invitation(room) for room_id, room in sync.rooms.invite.items()}
            if not await self._accept(invitations):
                return
            wait_ms = 1000

    async def _take_joined(self, room_id: str, part_of: nio.Timeline) -> None:
        timeline = self.timelines.setdefault(room_id, Timeline(room_id))
        if part_of.limited and part_of.prev_batch:
            self._take(timeline, await self._missed_events(room_id, part_of.prev_batch))
        self._take(timeline, part_of.events)

    async def _missed_events(self, room_id: str, before: str) -> list[Seen]:
        missed: list[Seen] = []
        place: str | None = before
        while place:
            answer = await self._client.room_messages(room_id, start=place, end=self._since, limit=100)
            page = _required(answer, nio.RoomMessagesResponse)
            missed += page.chunk
            place = page.end if page.chunk else None
        return missed[::-1]

    def _take(self, timeline: Timeline, events: Iterable[Seen]) -> None:
        for event in events:
            if isinstance(event, nio.MegolmEvent):
                self._unreadable[event.event_id] = event
            timeline.take(event.source, encrypted=bool(getattr(event, "decrypted", False)))

    def _try_again(self) -> None:
        """Decrypt what came before its key did."""
        for event_id, event in list(self._unreadable.items()):
            try:
                decrypted = self._client.decrypt_event(event)
            except nio.EncryptionError:
                continue
            del self._unreadable[event_id]
            timeline = self.timelines.setdefault(event.room_id, Timeline(event.room_id))
            timeline.take(decrypted.source, encrypted=True)

    async def _tend_keys(self) -> None:
        if self._client.should_upload_keys:
            _required(await self._client.keys_upload(), nio.KeysUploadResponse)
        if self._client.should_query_keys:
            _required(await self._client.keys_query(), nio.KeysQueryResponse)
        if self._client.should_claim_keys:
            await self._client.keys_claim(self._client.get_users_for_key_claiming())
        await self._client.send_to_device_messages()


def _plain_invitation(room: InviteInfo) -> dict[str, Any]:
    """Return an invitation as the homeserver sent it; nio takes the content out of its copy of the event."""
    members = [event for event in room.invite_state if isinstance(event, nio.InviteMemberEvent)]
    return {"invite_state": {"events": [{**event.source, "content": event.content} for event in members]}}


def _required(answer: object, kind: type[Answer]) -> Answer:
    if not isinstance(answer, kind):
        raise ActorError(f"expected {kind.__name__}, got {answer}")
    return answer

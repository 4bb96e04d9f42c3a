"""Whoever asks in encrypted rooms: what is asked is encrypted, and an answer is heard when it comes, still sealed."""

from typing import Any, Self
from uuid import uuid4

import aiohttp

from bench.asker import COMMAND, Asker
from rehearsal.actor import Actor
from rehearsal.homeserver import Account


class Pen(Actor):
    """A client that encrypts, and does not look at what is new each time before it says something."""

    async def send(self, room_id: str, event_type: str, content: dict[str, Any]) -> str:
        """Encrypt and send."""
        return str(
            await self._client.room_send(
                room_id, event_type, content, tx_id=uuid4().hex, ignore_unverified_devices=True
            )
        )


class SealedAsker(Asker):
    """Asks a bot in encrypted rooms."""

    def __init__(self, session: aiohttp.ClientSession, url: str, account: Account, pen: Pen) -> None:
        super().__init__(session, url, account)
        self._pen = pen

    @classmethod
    async def signed_in(cls, session: aiohttp.ClientSession, url: str, account: Account) -> Self:
        """Publish the device's keys."""
        return cls(session, url, account, await Pen.sign_in(session, url, account))

    async def look(self) -> None:
        """Learn who is in the rooms and by which devices."""
        await self._pen.look()

    async def ask_only(self, room_id: str) -> None:
        """Ask and do not wait."""
        await self._pen.send(room_id, "m.room.message", {"msgtype": "m.text", "body": COMMAND, "m.mentions": {}})

    async def close(self) -> None:
        """Close the store of keys."""
        await self._pen.close()

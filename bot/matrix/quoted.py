"""The words that a command answers: looked up where they stand, as far as we may read them."""

from dataclasses import replace

from bot.matrix.batch import Arrived, Kind
from bot.matrix.book import Book
from bot.matrix.cipher import Cipher
from bot.matrix.client import HardenedClient
from bot.matrix.events import Deed, Envelope, deed, envelope
from bot.matrix.http import Said, path
from bot.matrix.reading import a_mapping

LONGEST = 20_000
MOST_IN_A_BATCH = 50


class Quoted:
    """Fetches what replies that are commands reply to. The homeserver shows us only what we may see."""

    def __init__(self, client: HardenedClient, cipher: Cipher, book: Book) -> None:
        self._client = client
        self._cipher = cipher
        self._book = book

    async def fill(self, events: list[Arrived]) -> list[Arrived]:
        """Return events with the words that commands among them reply to.

        Raises:
            Trouble: the homeserver did not answer.
        """
        left, filled = MOST_IN_A_BATCH, []
        for event in events:
            if left and event.kind is Kind.MESSAGE and event.trusted and event.target and event.body[:1] == "!":
                left -= 1
                filled.append(replace(event, replied=await self._words(event.room_id, event.target)))
            else:
                filled.append(event)
        return filled

    async def _words(self, room_id: str, event_id: str) -> str | None:
        try:
            raw = await self._client.call("GET", path("rooms", room_id, "event", event_id))
        except Said as said:
            if said.may_pass:
                raise
            return None
        event = envelope(raw)
        if event is None or event.event != event_id:
            return None
        done = await self._deed(room_id, event)
        if done is None or done.kind is not Kind.MESSAGE:
            return None
        return (await self._edited(room_id, event) or done.body)[:LONGEST]

    async def _edited(self, room_id: str, event: Envelope) -> str | None:
        """Return the words as their writer last changed them, if the homeserver knows of a change."""
        relations = a_mapping(a_mapping(event.raw.get("unsigned")).get("m.relations"))
        edit = envelope(relations.get("m.replace"))
        if edit is None or edit.sender != event.sender:
            return None
        done = await self._deed(room_id, edit)
        return done.body if done and done.kind is Kind.EDIT and done.target == event.event else None

    async def _deed(self, room_id: str, event: Envelope) -> Deed | None:
        if event.type != "m.room.encrypted":
            # What is not encrypted in an encrypted room can be anybody's words under anybody's name.
            return None if self._book.is_encrypted(room_id) else deed(event.type, event.content, event.raw)
        opened = self._cipher.open(room_id, event.content)
        if opened is None:
            return None
        if event.sender != self._client.user_id:
            await self._cipher.learn({event.sender})
            if self._cipher.device_of(event.sender, opened) is None:
                return None
        elif opened.seal.sender_key != self._client.crypto.account.identity_keys["curve25519"]:
            return None
        return deed(opened.type, opened.content, {})

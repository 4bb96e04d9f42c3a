"""The words that a command or a sending reaction is about: looked up where they stand, as far as we may read them.

A command is about what it answers, and about what it links to.
"""

from dataclasses import replace

from bot.matrix.batch import Arrived, Kind
from bot.matrix.book import Book
from bot.matrix.cipher import Cipher
from bot.matrix.client import HardenedClient
from bot.matrix.events import Deed, Envelope, deed, envelope
from bot.matrix.http import Said, path
from bot.matrix.reading import a_mapping
from council.links import read_link
from council.people import Place
from council.plain import is_send, is_share_sign

LONGEST = 20_000
MOST_IN_A_BATCH = 50


class Quoted:
    """Fetches what replies that are commands, and reactions that send, are about: no more than we may see."""

    def __init__(self, client: HardenedClient, cipher: Cipher, book: Book) -> None:
        self._client = client
        self._cipher = cipher
        self._book = book

    async def fill(self, events: list[Arrived]) -> list[Arrived]:
        """Return events with the words that commands among them reply to, and those that are to be sent.

        Raises:
            Trouble: the homeserver did not answer.
        """
        left, filled = MOST_IN_A_BATCH, []
        for event in events:
            if left and _is_about_words(event):
                left -= 1
                filled.append(await self._filled(event))
            elif left and (link := self._link(event)) is not None:
                left -= 1
                said = await self._said(*link)
                filled.append(replace(event, linked=said.body if said else None))
            else:
                filled.append(event)
        return filled

    def _link(self, event: Arrived) -> tuple[str, str] | None:
        """Return what a command links to, if that is a message in a room of the council's; never in a direct chat."""
        link = read_link(event.body) if _is_command(event) else None
        entry = self._book.joined.get(link[0]) if link else None
        return link if entry is not None and entry.place is not Place.DIRECT else None

    async def _filled(self, event: Arrived) -> Arrived:
        """Return an event with the words that it is about; a reaction, with the thread that they stand in too."""
        said = await self._said(event.room_id, event.target or "")
        if event.kind is Kind.MESSAGE or said is None:
            return replace(event, replied=said.body if said else None)
        return replace(event, replied=said.body, thread=said.thread)

    async def _said(self, room_id: str, event_id: str) -> Deed | None:
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
        return replace(done, body=(await self._edited(room_id, event) or done.body)[:LONGEST])

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


def _is_about_words(event: Arrived) -> bool:
    if not event.target:
        return False
    if event.kind is Kind.REACTION:
        # Never encrypted, so never beyond doubt: what it may lead to is for the council's rules to say.
        return is_send(event.body) or is_share_sign(event.body)
    return _is_command(event)


def _is_command(event: Arrived) -> bool:
    return event.kind is Kind.MESSAGE and event.trusted and event.body[:1] == "!"

"""Puts Messages into somebody's language and into the outbox, in the transaction they belong to."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.letters import post
from bot.links import LINK_TO_COME
from bot.markup import Written, written
from bot.polls import poll_content, poll_end_content
from bot.slots import next_slot
from bot.yearbook import year_files
from council.charter import Charter
from council.people import Chat, Contacts, Direct, Here, Holders, Person, Place, Reporter, Role, Room
from council.text import (
    CEILING,
    Admission,
    Bundle,
    Chart,
    Dismissal,
    Document,
    Invitation,
    Letter,
    Line,
    Message,
    Photo,
    Poll,
    PollEnd,
    Reaction,
    Removal,
    Saying,
    Sharing,
    Text,
    Unpinning,
    YearBook,
)
from locales import Texts
from papers import Paper, archive, chart_content, file_content, invitation, paper
from storage.outbox import LINK, Queued
from storage.seal import Key
from storage.work import Work

Apart = Poll | PollEnd | Document | Invitation | Photo | Chart | Bundle
Files = Apart | YearBook
Spoken = Message | Removal | Unpinning | Reaction | Admission | Dismissal | Files
"""What is said in rooms."""


class AboveCeiling(Exception):
    """A message was addressed to a room that may not hear it. A bug: nothing of the event is kept."""


@dataclass(frozen=True)
class Occasion:
    """What caused something to be said.

    Args:
        cause: the claim key of the event or due item; with a count it makes the transaction IDs.
        room: where it happened, if an event caused it.
        event: the event that is answered, if any.
        thread: the root of the thread that it stood in, if any.
        language: of the person who is answered; None for whom nobody in particular is.
    """

    cause: str
    now: datetime
    room: Room | None = None
    event: str | None = None
    thread: str | None = None
    language: str | None = None


class Voice:
    """Speaks for one council."""

    def __init__(self, charter: Charter) -> None:
        self._charter = charter

    async def rendered(self, work: Work, sayings: Sequence[Saying], occasion: Occasion) -> list[Queued]:
        """Return what is to be said, room by room, in words.

        Raises:
            AboveCeiling: a room is not cleared for what was addressed to it.
        """
        queued: list[Queued] = []
        slot = await self._slot(work, occasion)
        if self._charter.has_mail:
            await post(work, self._charter, sayings, occasion.cause, occasion.now)
        for saying in (each for each in sayings if not isinstance(each, Letter)):
            for room in await self._rooms(work, saying, occasion):
                posts = await self._queued(work, saying, room, occasion)
                if slot and room.place is Place.COUNCIL:
                    posts = [replace(each, not_before=slot) for each in posts]
                queued.extend(posts)
        return [
            replace(each, transaction=work.vault.name("txn", work.council, occasion.cause, each.act, str(count)))
            for count, each in enumerate(queued)
        ]

    async def _slot(self, work: Work, occasion: Occasion) -> datetime | None:
        """Return until when the council's room must wait, because a resident has just done something in her chat."""
        room = occasion.room
        if room is None or room.place is not Place.DIRECT or not room.person:
            return None
        if not (await work.people.get(room.person)).is_resident:
            return None
        return next_slot(occasion.now, self._charter.slots, self._charter.zone)

    async def queue(self, work: Work, queued: Sequence[Queued]) -> None:
        """Put what was rendered into the outbox, in order."""
        await work.outbox.add(queued, await self._keys(work, queued))

    async def _rooms(self, work: Work, saying: Spoken, occasion: Occasion) -> list[Room]:
        match saying.to:
            case Here():
                return [occasion.room] if occasion.room else []
            case Place() as place:
                return _some(await work.rooms.of(place))
            case Chat(number):
                return _some(await work.rooms.get(number))
            case Direct(user_id):
                return [await work.rooms.wanted_chat(user_id, occasion.now)]
            case Reporter(case):
                return await work.cases.chats_of(case)
            case Contacts() | Holders():
                people = await _people(work, saying.to)
                return [await work.rooms.wanted_chat(person.user_id, occasion.now) for person in people]

    async def _queued(self, work: Work, saying: Spoken, room: Room, occasion: Occasion) -> list[Queued]:
        blank = Queued(room.number, "post", "", {}, occasion.now, occasion.now)
        if isinstance(saying, Removal):
            return [replace(blank, act="remove", content={"event": saying.event}, about=saying.key)]
        if isinstance(saying, Unpinning):
            return [replace(blank, act="unpin", about=saying.key)]
        if isinstance(saying, Reaction):
            return [replace(blank, act="react", content={"event": saying.event, "symbol": saying.symbol})]
        if isinstance(saying, Admission | Dismissal):
            act = "admit" if isinstance(saying, Admission) else "dismiss"
            return [replace(blank, act=act, content={"person": saying.person})]
        await self._check_ceiling(work, saying, room)
        texts = _texts(room.language or self._language_here(room, occasion), self._charter.zone)
        if not isinstance(saying, Message):
            return await self._files(work, saying, replace(blank, act="file"), texts)
        posts = [
            replace(
                blank,
                act=_act(saying),
                content=_content(saying, portion, room, occasion),
                not_before=next_slot(occasion.now, self._charter.slots, self._charter.zone)
                if saying.slot and room.place is Place.COUNCIL
                else occasion.now,
                case=saying.case,
                key=saying.key if count == 0 else None,
                about=saying.edits or saying.thread or saying.leads_to,
            )
            for count, portion in enumerate(written(_with_link(saying), texts))
        ]
        if saying.pinned and posts:
            posts.append(replace(blank, act="pin", about=saying.key, not_before=posts[0].not_before))
        return posts

    async def _files(self, work: Work, saying: Files, blank: Queued, texts: Texts) -> list[Queued]:
        if isinstance(saying, YearBook):
            made = await year_files(work, self._charter, saying.year, blank.not_before, texts)
            return [replace(blank, content=each) for each in made]
        return [await _apart(saying, blank, texts)]

    def _language_here(self, room: Room, occasion: Occasion) -> str:
        here = occasion.room is not None and room.number == occasion.room.number
        return (occasion.language if here else None) or self._charter.language

    async def _check_ceiling(self, work: Work, message: Message | Files, room: Room) -> None:
        allowed = set(CEILING[room.place])
        if room.place is Place.DIRECT and room.person:
            person = await work.people.get(room.person)
            if not person.is_resident:
                allowed.add(Sharing.COUNCIL)
            if person.holds(frozenset({Role.SECRETARY, Role.STAND_IN, Role.REGISTRAR})):
                allowed.add(Sharing.SECRETARIAT)
        if message.sharing not in allowed:
            keys = [getattr(line, "key", "") for line in getattr(message, "lines", ())]
            raise AboveCeiling(f"{message.sharing.value} to {room.place.value}: {keys}")

    async def _keys(self, work: Work, queued: Sequence[Queued]) -> dict[int | None, Key]:
        keys: dict[int | None, Key] = {None: work.vault.own}
        for each in queued:
            if each.case is not None and each.case not in keys:
                keys[each.case] = await work.cases.key(each.case)
        return keys


def _act(message: Message) -> str:
    if message.edits:
        return "edit"
    if message.thread:
        return "thread"
    return LINK if message.leads_to else "post"


def _with_link(message: Message) -> tuple[Line, ...]:
    """Return the lines, with one for the link that the relay knows once the post it leads to is out."""
    return (*message.lines, Text("link-to-thread", link=LINK_TO_COME)) if message.leads_to else message.lines


async def _apart(saying: Apart, blank: Queued, texts: Texts) -> Queued:
    """Return what is no message: a poll, its end, or a file."""
    match saying:
        case Poll():
            return replace(blank, act="poll", content=poll_content(saying, texts), key=saying.key)
        case PollEnd():
            return replace(blank, act="poll-end", content=poll_end_content(saying, texts), about=saying.key)
        case Photo():
            file = file_content(Paper(saying.name, saying.mimetype, saying.data))
            return replace(blank, act="file", content=file, key=saying.key, about=saying.thread, case=saying.case)
        case _:
            return replace(blank, act="file", content=await _made(saying, texts))


async def _made(saying: Document | Invitation | Chart | Bundle, texts: Texts) -> dict[str, object]:
    match saying:
        case Document():
            return file_content(paper(saying, texts))
        case Invitation():
            return file_content(invitation(saying, texts))
        case Bundle():
            return file_content(await to_thread(archive, saying, texts))
        case Chart():
            return await to_thread(chart_content, saying, texts)


async def _people(work: Work, whom: Contacts | Holders) -> list[Person]:
    if isinstance(whom, Contacts):
        return await work.people.contacts(whom.organisation)
    return await work.people.holding(frozenset({whom.role}))


def _some(room: Room | None) -> list[Room]:
    return [room] if room else []


def _content(message: Message, portion: Written, room: Room, occasion: Occasion) -> dict[str, object]:
    answers_here = message.reply and occasion.room is not None and room.number == occasion.room.number
    content: dict[str, object] = {
        # A notice does not ring: right for the answer somebody is waiting for, wrong for everything else.
        "msgtype": "m.notice" if answers_here or message.quiet else "m.text",
        "body": portion.plain,
        "format": "org.matrix.custom.html",
        "formatted_body": portion.html,
        "m.mentions": {"user_ids": list(message.mentions)} if message.mentions else {},
    }
    if answers_here and occasion.event:
        content["m.relates_to"] = _answer(occasion.event, occasion.thread)
    return content


def _answer(event: str, thread: str | None) -> dict[str, object]:
    if thread:
        return {
            "rel_type": "m.thread",
            "event_id": thread,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": event},
        }
    return {"m.in_reply_to": {"event_id": event}}


@cache
def _texts(language: str, zone: ZoneInfo) -> Texts:
    return Texts(language, zone)

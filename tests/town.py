"""A whole town in memory: the real dispatcher, a real database, a frozen clock. A line in, what is heard out.

await town.says(SECRETARY, "!case assign 0042 SDF")
assert await town.hears() == [(COUNCIL, "…")]
"""

from base64 import b64decode
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.dispatch import Dispatcher
from bot.duties import Duties
from bot.horizon import next_due
from bot.matrix.batch import Arrived, Attachment, Batch, Change, Doubt, Kind, RoomChange
from bot.matrix.media import Unfetchable
from bot.matrix.wire import TryAgain
from bot.porter import Porter
from bot.settings import load
from bot.settings.rulebook import Rulebook
from commands import catalogue
from commands.reading.catalogue import Catalogue
from council.charter import Charter, Controller, Slots
from council.people import Organisation, Person, Place, Role
from council.plan import ReminderPlan
from locales import command_words
from storage.database import Database
from storage.outbox import OutboxRow
from storage.work import Work

OPEN, COUNCIL, SECRETARIAT, OPERATORS = "open", "council", "secretariat", "operators"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 3, 24, 12, 0, tzinfo=STOCKHOLM).astimezone(UTC)
"""Tuesday 24 March 2026, 12:00 in Stockholm: before the items of the April meeting close."""

CHAIR, SECRETARY, REGISTRAR = "@chair:town", "@secretary:town", "@registrar:town"
STAND_IN = "@standin:town"
POL, SDF, TRAF, FAST, BOST, FTG, SKOL, FALT, CIV, BOE, RTJ, SL = (
    f"@{code}:town" for code in ["pol", "sdf", "traf", "fast", "bost", "ftg", "skol", "falt", "civ", "boe", "rtj", "sl"]
)
OPERATOR = "@operator:town"
ANNA, BERTIL, CECILIA = "@anna:town", "@bertil:town", "@cecilia:town"
"""Residents, who hold no office."""

ORGANISATIONS = [
    Organisation(
        "SDF",
        {"sv": "stadsdelsförvaltningen", "en": "the district administration"},
        1,
        1,
        short={"sv": "stadsdelen", "en": "the district"},
    ),
    Organisation("POL", {"sv": "polisen", "en": "the police"}, 1, 2),
    Organisation("FAST", {"sv": "fastighetsägarna", "en": "the property owners"}, 1, 3),
    Organisation("BOST", {"sv": "bostadsbolaget", "en": "the housing company"}, 1, 4),
    Organisation("FTG", {"sv": "företagarna", "en": "the business association"}, 1, 5),
    Organisation("SKOL", {"sv": "skolan", "en": "the school"}, 1, 6),
    Organisation("FALT", {"sv": "fältassistenterna", "en": "the youth field workers"}, 1, 7),
    Organisation("CIV", {"sv": "föreningarna", "en": "the associations"}, 1, 8),
    Organisation("BOE", {"sv": "boenderådet", "en": "the residents' council"}, 1, 9),
    Organisation("TRAF", {"sv": "trafikkontoret", "en": "the transport department"}, 0, 10),
    Organisation("RTJ", {"sv": "brandförsvaret", "en": "the fire service"}, 0, 11),
    Organisation("SL", {"sv": "SL", "en": "SL"}, 0, 12),
]
CHARTER = Charter(
    slug="lindvassa",
    names={"sv": "Lindvassa trygghetsråd", "en": "Lindvassa Safety Council"},
    language="en",
    zone=STOCKHOLM,
    rule="second Thursday 18:00, not in July",
    controller=Controller("Lindvassa stadsdelsnämnd", "trygghet@lindvassa.example", "dso@lindvassa.example"),
    slots=Slots(on=False),
    first_case=31,
    approve_open=False,
    plan=ReminderPlan(reports=None, reports_missing=None),
)

RULEBOOK = Rulebook(
    "lindvassa",
    load(
        Path(__file__).parent.parent / "config.example.yaml",
        {
            "RADSLAG_MASTER_SECRET": "a secret of the town's, long and odd",
            "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "x",
        },
    ).settings.councils["lindvassa"],
)
"""The settings that the example file has; only who changes settings meets them."""


@cache
def _catalogue() -> Catalogue:
    return catalogue(command_words())


class TownClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        """Begin at noon."""
        self.time = NOON

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self.time

    def at(self, server_ms: int) -> datetime:
        """Return the moment of a server's time stamp."""
        return datetime.fromtimestamp(server_ms / 1000, UTC)


@dataclass
class Town:
    """The council, its rooms and its people.

    Rooms go by the names OPEN, COUNCIL, SECRETARIAT, OPERATORS; a direct chat by the Matrix ID of the person.
    """

    database: Database
    charter: Charter
    clock: TownClock = field(default_factory=TownClock)
    files: dict[str, bytes] = field(default_factory=dict)
    out_of_reach: bool = False
    as_the_council_speaks: bool = True
    """Whether everybody is answered in the council's language, as if they had chosen it: many tests write Swedish."""
    files_heard: list[tuple[str, str, bytes]] = field(default_factory=list)
    heard_as: list[str] = field(default_factory=list)
    """The event IDs of what was heard last."""
    _events: "count[int]" = field(default_factory=lambda: count(1))
    _heard: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def dispatcher(self) -> Dispatcher:
        """The real thing."""
        return Dispatcher(self.database, self.charter, _catalogue(), self.clock, RULEBOOK)

    def work(self) -> "AsyncIterator[Work]":
        """Open a transaction, to put something there or to look."""
        return self.database.work(self.charter.slug)  # type: ignore[return-value]

    async def settle_in(self) -> None:
        """Move everybody in."""
        async with self.database.work(self.charter.slug) as work:
            await work.councils.save({}, self.clock.now())
            await work.people.save_organisations(ORGANISATIONS)
            await work.people.save(Person(CHAIR, frozenset({Role.CHAIR, Role.MEMBER}), "SDF"))
            await work.people.save(Person(SECRETARY, frozenset({Role.SECRETARY})))
            await work.people.save(Person(REGISTRAR, frozenset({Role.REGISTRAR})))
            await work.people.save(Person(OPERATOR, frozenset({Role.OPERATOR})))
            for each in ORGANISATIONS:
                seat = Role.MEMBER if each.votes else Role.CO_OPTED
                await work.people.save(Person(f"@{each.code.lower()}:town", frozenset({seat, Role.CONTACT}), each.code))
            for place in (Place.OPEN, Place.COUNCIL, Place.SECRETARIAT, Place.OPERATORS):
                encrypted = place in (Place.COUNCIL, Place.SECRETARIAT)
                await work.rooms.enter(f"!{place.value}:town", place, self.clock.now(), encrypted=encrypted)

    def chat_with(self, person: str) -> str:
        """Return the name of somebody's direct chat."""
        return person

    async def says(
        self,
        sender: str,
        line: str,
        *,
        room: str | None = None,
        event: str | None = None,
        edits: str | None = None,
        reacts_to: str | None = None,
        replies_to: str | None = None,
        thread: str | None = None,
        replied: str | None = None,
        linked: str | None = None,
        at: datetime | None = None,
        doubt: Doubt | None = None,
    ) -> str:
        """Let somebody say something; return its event ID.

        Args:
            room: COUNCIL if the sender holds an office, else the sender's direct chat.
        """
        kind = Kind.EDIT if edits else Kind.REACTION if reacts_to else Kind.MESSAGE
        return await self._arrives(
            Arrived(
                event=event or f"$said-{next(self._events)}",
                room_id=await self._room_id(room, sender),
                sender=sender,
                server_ms=self._ms(at),
                kind=kind,
                body=line,
                target=edits or reacts_to or replies_to,
                thread=thread,
                replied=replied,
                linked=linked,
                doubt=doubt,
            )
        )

    async def answers_poll(self, sender: str, poll: str, *choices: str, room: str | None = None) -> str:
        """Let somebody answer a poll."""
        name, room_id = f"$vote-{next(self._events)}", await self._room_id(room, sender)
        vote = Arrived(name, room_id, sender, self._ms(None), Kind.VOTE, target=poll, choices=choices)
        return await self._arrives(vote)

    async def shows(
        self, sender: str, data: bytes, *, caption: str = "", mimetype: str = "image/jpeg", room: str | None = None
    ) -> str:
        """Let somebody send a file; it is fetched at once unless the homeserver is `out_of_reach`."""
        event, place = f"$file-{next(self._events)}", f"mxc://town/{len(self.files)}"
        self.files[place] = data
        file = Attachment(place, "Annas_trapphus.jpg", mimetype, len(data), caption=caption)
        room_id = await self._room_id(room, sender)
        await self._arrives(
            Arrived(event, room_id, sender, self._ms(None), Kind.FILE, caption or file.name, encrypted=True, file=file)
        )
        await self.fetches()
        return event

    async def fetches(self) -> bool:
        """Let the bot fetch what it awaits; return whether nothing is left."""
        return await Porter(self.database, self.charter, self._fetch, self.clock).carry()

    async def _fetch(self, file: Attachment, most_bytes: int) -> bytes:
        if self.out_of_reach:
            raise TryAgain("the homeserver does not answer")
        data = self.files.get(file.mxc)
        if data is None or len(data) > most_bytes:
            raise Unfetchable("no such place" if data is None else "too large")
        return data

    async def deletes(self, sender: str, event: str, *, room: str | None = None) -> str:
        """Let somebody delete a message."""
        name = f"$gone-{next(self._events)}"
        room_id = await self._room_id(room, sender)
        return await self._arrives(Arrived(name, room_id, sender, self._ms(None), Kind.REMOVAL, target=event))

    async def opens_chat(self, person: str) -> None:
        """Let somebody open a direct chat with the bot."""
        change = RoomChange(
            f"!chat-{person}", Change.JOINED, user=person, place=Place.DIRECT, event=f"$open-{next(self._events)}"
        )
        await self.dispatcher.handle(
            Batch(f"t{next(self._events)}", (change, RoomChange(f"!chat-{person}", Change.ENCRYPTED)))
        )
        async with self.database.work(self.charter.slug) as work:
            await self._choose(work, f"!chat-{person}")

    async def hears(self) -> list[tuple[str, str]]:
        """Return what has been said since the last time, as (room, plain text); an edit begins with "* "."""
        return [(room, body) for room, act, body in await self.hears_all() if act in ("post", "edit", "thread", "link")]

    async def hears_all(self) -> list[tuple[str, str, str]]:
        """Return all that was done since the last time, as (room, act, plain text or what it is about)."""
        heard: dict[int, tuple[str, str, str]] = {}
        events: dict[int, str] = {}
        async with self.database.work(self.charter.slug) as work:
            while rows := await work.outbox.waiting(self.clock.now()):
                for row in rows:
                    heard[row.number] = await self._said(work, row)
                    event = None if row.act in ("pin", "remove") else f"$bot-{next(self._heard)}"
                    events[row.number] = event or ""
                    await work.outbox.settle([(row.number, event)])
                work.session.expire_all()
        self.heard_as = [events[number] for number in sorted(heard)]
        return [heard[number] for number in sorted(heard)]

    async def _said(self, work: Work, row: OutboxRow) -> tuple[str, str, str]:
        key = work.vault.own if row.case is None else await work.cases.key(row.case)
        content = key.open(row.content) if row.content else {}
        room = await work.rooms.get(row.room)
        assert room is not None
        name = room.person if room.place is Place.DIRECT and room.person else room.place.value
        if row.act == "file":
            self.files_heard.append((name, content["name"], b64decode(content["data"])))
        body = (
            content.get("body")
            or content.get("symbol")
            or content.get("name")
            or row.about
            or content.get("event")
            or ""
        )
        return name, row.act, f"* {body}" if row.act == "edit" else body

    async def event_of(self, key: str, room: str) -> str:
        """Return the event that a named post of the bot's became."""
        room_id = await self._room_id(room, "")
        async with self.database.work(self.charter.slug) as work:
            here = await work.rooms.at(room_id)
            assert here is not None
            event = await work.outbox.event_of(key, here.number)
            assert event is not None
            return event

    async def becomes(self, moment: datetime) -> None:
        """Let time pass until a moment, doing everything that falls due on the way, each at its own time."""
        duties = Duties(self.database, self.charter, self.clock)
        await duties.tick()
        while (due := await self._next_due()) is not None and due <= moment:
            self.clock.time = due
            await duties.tick()
        self.clock.time = moment
        await duties.tick()

    async def _next_due(self) -> datetime | None:
        """Return when the next thing falls due; posts that nobody has heard yet do not count."""
        async with self.database.work(self.charter.slug) as work:
            return await next_due(work, self.charter, self.clock.time)

    async def next_moment(self) -> datetime | None:
        """Return when something falls due next, or something already decided may be said."""
        return await Duties(self.database, self.charter, self.clock).next_moment()

    async def speaks(self, language: str) -> None:
        """Let the council speak another language."""
        self.charter = replace(self.charter, language=language)
        async with self.database.work(self.charter.slug) as work:
            for room in await work.rooms.joined():
                await self._choose(work, room.matrix_id)

    async def _choose(self, work: Work, chat: str) -> None:
        room = (await work.rooms.by_matrix_ids([chat]))[chat]
        if self.as_the_council_speaks and room.place is Place.DIRECT:
            await work.rooms.set_language(room.number, self.charter.language)

    async def _arrives(self, arrived: Arrived) -> str:
        await self.dispatcher.handle(Batch(f"t{next(self._events)}", events=(arrived,)))
        return arrived.event

    async def _room_id(self, room: str | None, sender: str) -> str:
        async with self.database.work(self.charter.slug) as work:
            if room is None:
                resident = (await work.people.get(sender)).is_resident
                room = sender if resident else COUNCIL
            if not room.startswith("@"):
                return f"!{room}:town"
            if not await work.rooms.by_matrix_ids([f"!chat-{room}"]):
                await work.rooms.enter(f"!chat-{room}", Place.DIRECT, self.clock.now(), person=room, encrypted=True)
                await self._choose(work, f"!chat-{room}")
            return f"!chat-{room}"

    def _ms(self, at: datetime | None) -> int:
        return int((at or self.clock.now()).timestamp() * 1000)

"""One council of the simulated year: its bot, the people in it, and the ledger that is kept beside."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bench.ledger import Ledger
from bot.dispatch import Dispatcher
from bot.duties import Duties
from bot.matrix.batch import Arrived, Batch, Kind
from bot.seed import seed
from bot.settings import load
from bot.settings.rulebook import Rulebook
from commands import catalogue
from council.people import Place
from locales import command_words
from storage.database import Database

COUNCILS = ("lindvassa", "norrby")
SECRETS = {
    "RADSLAG_MASTER_SECRET": "a secret of the bench's, long and odd",
    "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "x",
}
PEOPLE = {
    "SDF": "@sara.sdf:lindvassa.example",
    "POL": "@petra.polis:lindvassa.example",
    "TRAF": "@tove.trafik:lindvassa.example",
}
CHAIR, SECRETARY = "@karin.ordforande:lindvassa.example", "@mona.sekreterare:lindvassa.example"
RESIDENTS = 200


class SetClock:
    """A clock that stands still until it is set."""

    def __init__(self, moment: datetime) -> None:
        self.time = moment

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self.time

    def at(self, server_ms: int) -> datetime:
        """Return the moment of a server's time stamp."""
        return datetime.fromtimestamp(server_ms / 1000, UTC)


@dataclass
class House:
    """One council's year: its bot, its people, and the ledger that is kept beside.

    Args:
        unheard: what was said while the bot was down.
    """

    database: Database
    dispatcher: Dispatcher
    clock: SetClock
    ledger: Ledger
    chance: random.Random
    said: int = 0
    unheard: list[Arrived] = field(default_factory=list)
    is_down: bool = False
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    @classmethod
    async def founded(cls, database: Database, slug: str, clock: SetClock) -> "House":
        """Found a council, with its rooms and chats."""
        settings = load(Path("config.example.yaml"), SECRETS).settings.councils[COUNCILS[0]]
        charter = await seed(database, slug, settings, clock.now())
        rulebook = Rulebook(slug, settings)
        words = catalogue(command_words())
        dispatcher = Dispatcher(database, charter, words, clock, rulebook, pins_devices=False)
        async with database.work(slug) as work:
            for place in (Place.OPEN, Place.COUNCIL, Place.SECRETARIAT, Place.OPERATORS):
                encrypted = place in (Place.COUNCIL, Place.SECRETARIAT)
                await work.rooms.enter(f"!{place.value}:{slug}", place, clock.now(), encrypted=encrypted)
            for person in (*PEOPLE.values(), CHAIR, SECRETARY, *map(resident, range(RESIDENTS))):
                await work.rooms.enter(f"!{person}:{slug}", Place.DIRECT, clock.now(), person=person, encrypted=True)
        return cls(database, dispatcher, clock, Ledger(charter.first_case), random.Random(slug))  # noqa: S311

    @property
    def slug(self) -> str:
        """The council's name in the database."""
        return self.dispatcher.charter.slug

    async def says(self, sender: str, line: str, place: str | None = None) -> None:
        """Let somebody say something; it waits while the bot is down."""
        number, now = next(self.numbers), int(self.clock.now().timestamp() * 1000)
        room_id = f"!{place or sender}:{self.slug}"
        arrived = Arrived(f"$said-{number}:{self.slug}", room_id, sender, now, Kind.MESSAGE, body=line)
        self.unheard.append(arrived)
        if not self.is_down:
            await self.hear()

    async def hear(self) -> None:
        """Handle what was said; after an outage it comes a second time, since the token was not kept."""
        batch = Batch(self.unheard[-1].event, events=tuple(self.unheard)) if self.unheard else None
        for _ in range(2 if len(self.unheard) > 1 else 1):
            if batch is not None:
                await self.dispatcher.handle(batch)
        self.unheard = []

    def duties(self) -> Duties:
        """Return what does what falls due."""
        return Duties(self.database, self.dispatcher.charter, self.clock)

    async def speak(self) -> None:
        """Let what waits be said, and answered by the homeserver."""
        async with self.database.work(self.slug) as work:
            while rows := await work.outbox.waiting(self.clock.now()):
                self.said += len(rows)
                await work.outbox.settle([(row.number, f"$bot-{row.number}:{self.slug}") for row in rows])
                work.session.expire_all()


def resident(number: int) -> str:
    """Return the Matrix ID of a resident."""
    return f"@boende{number}:lindvassa.example"

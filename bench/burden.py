"""`python -m bench.burden`: what an old council costs its bot, against a young one, in processor time.

Cases lie in the database directly, and the bot's own dispatcher and duties are asked in this process; nothing is sent.
Processor time, and not a watch: it is the same on a busy machine.

Environment: CASES=1000,10000 TIMES=7 OUT=tmp/bench
"""

import asyncio
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from bench.past import remember, summary
from bench.report import write
from bot.dispatch import Dispatcher
from bot.duties import Duties
from bot.matrix.batch import Arrived, Batch, Kind
from bot.seed import seed
from bot.settings import load
from bot.settings.rulebook import Rulebook
from bot.upkeep import count_months, plan_ahead
from commands import catalogue
from council.action import Action
from council.action import State as Standing
from council.case import Case
from council.people import Place
from council.share import Share
from council.steps import Channel, State
from council.terms import Clock
from council.text import Sharing
from council.weekly import next_week
from locales import command_words
from storage.database import Database
from storage.migrate import migrate
from storage.reading import ReadOnly
from storage.seal import Vault
from web.front import Front
from web.shelf import Shelf

COUNCIL = "lindvassa"
CHAIR = "@karin.ordforande:lindvassa.example"
LINES = ("!next", "!digest", "!case list", "!case find lampa", "!find lampa", "!agenda list")
PAGE = f"sv/{COUNCIL}/"
SHARED_OF = 20
"""For so many cases one thing was shared."""
PAST = timedelta(days=4 * 365)
"""So long the council has been there; its cases, what was shared and its meetings lie evenly in it."""
ASKED_AFTER = timedelta(days=28)
"""So long after a case is closed its resident was asked again."""
LIVE = 50
"""So many cases are open, in a young council and in an old one."""
REMINDERS = (100, 1000)
SECRETS = {
    "RADSLAG_MASTER_SECRET": "a secret of the bench's, long and odd",
    "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "x",
}
"""Of a council that does not exist."""


class StillClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.time = datetime.now(UTC)

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self.time

    def at(self, server_ms: int) -> datetime:
        """Return the moment of a server's time stamp."""
        return datetime.fromtimestamp(server_ms / 1000, UTC)


class Town:
    """A council of so many cases, and what it costs to ask its bot something."""

    def __init__(self, database: Database, dispatcher: Dispatcher, clock: StillClock) -> None:
        self.database = database
        self.clock = clock
        self.duties = Duties(database, dispatcher.charter, clock)
        self.plan, self.zone = dispatcher.charter.plan, dispatcher.charter.zone
        self._dispatcher = dispatcher
        self._said = 0

    @classmethod
    async def founded(cls, folder: Path, cases: int) -> "Town":
        """Found it, with its cases of the last years."""
        council = load(Path("config.example.yaml"), SECRETS).settings.councils[COUNCIL]
        database = Database(f"sqlite:///{folder}/radslag.db", Vault(SECRETS["RADSLAG_MASTER_SECRET"].encode()))
        await migrate(database)
        clock = StillClock()
        now = clock.now()
        charter = await seed(database, COUNCIL, council, now - PAST)
        words, rulebook = catalogue(command_words()), Rulebook(COUNCIL, council)
        dispatcher = Dispatcher(database, charter, words, clock, rulebook, pins_devices=False)
        async with database.work(COUNCIL) as work:
            await work.rooms.enter("!council:bench", Place.COUNCIL, now)
            for years in range(4, 0, -1):
                await plan_ahead(work, charter, now - years * timedelta(days=365))
            if cases:
                await remember(work, COUNCIL, [_case(number, cases, now) for number in range(1, cases + 1)], now)
            for number in range(1, cases // SHARED_OF + 1):
                at, text = now - PAST * number * SHARED_OF / cases, summary(number)
                await work.shares.save(Share(number, at, CHAIR, "SDF", Sharing.COUNCIL, text))
            for _hour in range(3):
                await count_months(work, charter, now)
        return cls(database, dispatcher, clock)

    async def page(self) -> None:
        """Make the start page for somebody who comes to it first since something changed."""
        houses = {COUNCIL: (self._dispatcher.charter, Front("@bot:bench", "!open:bench", ""))}
        reading = ReadOnly(str(self.database.url), self.database.vault)
        try:
            assert await Shelf(reading, houses, self.clock.now).sheet(PAGE)
        finally:
            await reading.close()

    async def asked(self, line: str) -> None:
        """Let the chair say something."""
        self._said += 1
        event, now = f"$said-{self._said}", int(self.clock.now().timestamp() * 1000)
        arrived = Arrived(event, "!council:bench", CHAIR, now, Kind.MESSAGE, body=line)
        await self._dispatcher.handle(Batch(event, events=(arrived,)))


def _case(number: int, of: int, now: datetime) -> Case:
    came = now - PAST * (of - number) / of - timedelta(days=1)
    due = came.date() + timedelta(days=30)
    is_live = number > of - LIVE
    clock = Clock(came, due, None if is_live else came + timedelta(days=9))
    closed = None if is_live else came + timedelta(days=20)
    return Case(
        number,
        came.year,
        came,
        came.date(),
        (clock,),
        came,
        state=State.IN_PROGRESS if is_live else State.CLOSED,
        channel=Channel.CHAT,
        owner="POL",
        triaged_at=came,
        closed_at=closed,
        asked_at=closed + ASKED_AFTER if closed and closed + ASKED_AFTER < now else None,
    )


async def _cost(act: Callable[[], Awaitable[object]], times: int) -> float:
    """Return the median processor time of doing something, in milliseconds, once it is warm."""
    await act()
    spent = []
    for _ in range(times):
        began = time.process_time()
        await act()
        spent.append((time.process_time() - began) * 1000)
    return statistics.median(spent)


async def _of_cases(cases: int, times: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        town = await Town.founded(Path(folder), cases)
        costs = {line: await _cost(lambda line=line: town.asked(line), times) for line in LINES}  # type: ignore[misc]
        costs["the public page"] = await _cost(town.page, times)
        await town.duties.tick()
        costs["looking at what is due"] = await _cost(town.duties.tick, times)
        await town.database.close()
    return costs


async def _of_reminders(count: int) -> float:
    """Return the processor time of one of so many reminders that fall due at once, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        town = await Town.founded(Path(folder), 0)
        assert town.plan.nudge is not None
        due = town.clock.time = next_week(town.plan.nudge, town.zone, town.clock.now())
        await town.duties.tick()
        made, now = due - timedelta(days=3), due
        async with town.database.work(COUNCIL) as work:
            for number in range(1, count + 1):
                await work.actions.save(
                    Action(
                        number, "POL", now.date(), "lampa", made, now.date(), state=Standing.ACCEPTED, accepted_at=made
                    )
                )
        began = time.process_time()
        await town.duties.tick()
        spent = time.process_time() - began
        async with town.database.work(COUNCIL) as work:
            assert len(await work.outbox.waiting(due, limit=2 * count)) >= count
        await town.database.close()
    return spent / count * 1000


async def _bench() -> dict[str, object]:
    few, many = (int(each) for each in (os.environ.get("CASES") or "1000,10000").split(","))
    times = int(os.environ.get("TIMES") or 7)
    young, old = await _of_cases(few, times), await _of_cases(many, times)
    sys.stdout.write(f"{'processor time, ms':<26} {few:>9} cases {many:>9} cases      ratio\n")
    for what, cost in young.items():
        sys.stdout.write(f"{what:<26} {cost:>15.2f} {old[what]:>15.2f} {old[what] / cost:>10.2f}\n")
    reminders = {count: await _of_reminders(count) for count in REMINDERS}
    for count, cost in reminders.items():
        sys.stdout.write(f"one of {count} reminders due at once: {cost:.2f} ms\n")
    return {"cases": {few: young, many: old}, "reminders": reminders}


def _main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    write("burden", asyncio.run(_bench()))


if __name__ == "__main__":
    _main()

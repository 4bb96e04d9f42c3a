"""`python -m bench.year`: two councils through a year in one go, with meetings, cases, reminders and outages.

Everything but the wire is the bot's own: dispatcher, duties, database, outbox. The clock is moved from one moment at
which something happens to the next. The bot is down for days now and then and then hears everything at once and twice;
the homeserver is away at other times, and what is to be said piles up. Each month the digest's figures of all months
are compared with a ledger kept by hand, and the memory is weighed.

Environment: WEEKS=52 A_DAY=3 OUT=tmp/bench
"""

import asyncio
import gc
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import psutil
import structlog

from bench.council_year import CHAIR, COUNCILS, PEOPLE, RESIDENTS, SECRETARY, SECRETS, House, SetClock, resident
from bench.ledger import ZONE, Told, is_free, shown
from bench.report import write
from council.digest import digest
from council.people import Place
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault

BEGINS = date(2026, 1, 5)
PLACES = ("i parken", "på torget", "vid lekplatsen", "på parkeringen", "vid stationen")
THINGS = {"En lampa är trasig": "TRAF", "Det är fullt med skräp": "SDF"}
"""What residents tell, and whose business it is while nobody has been named."""
DANGER = "Det brinner i en bil just nu!"


class Drift(AssertionError):
    """A figure is not what the ledger says."""


@dataclass
class Year:
    """The councils through the year, day by day."""

    houses: list[House]
    clock: SetClock
    a_day: int
    weighed: list[tuple[str, float]] = field(default_factory=list)
    compared: int = 0
    is_cut_off: bool = False
    tell: Callable[[str], object] = lambda _line: None

    async def becomes(self, moment: datetime) -> None:
        """Let time pass, and each bot that is up do all that falls due on the way, at its own time."""
        up = [house for house in self.houses if not house.is_down]
        for house in up:
            await house.duties().tick()
        while (due := await _next_due(up)) is not None and due <= moment:
            self.clock.time = due
            for house in up:
                await house.duties().tick()
            await self._speak(up)
        self.clock.time = moment

    async def _speak(self, up: Sequence[House]) -> None:
        for house in up:
            if not self.is_cut_off:
                await house.speak()

    async def day(self, day: date, house: House) -> None:
        """Let a council live through one working day."""
        now = self.clock.now()
        for _ in range(house.chance.randint(0, 2 * self.a_day)):
            person = resident(house.chance.randrange(RESIDENTS))
            thing, place = house.chance.choice(list(THINGS)), house.chance.choice(PLACES)
            await house.says(person, f"!concern {thing} {place}, nummer {len(house.ledger.told)}")
            house.ledger.hear(now, THINGS[thing])
        if house.chance.random() < 0.05:
            await house.says(resident(house.chance.randrange(RESIDENTS)), DANGER)
            house.ledger.sent_on.append(day)
        for told in house.ledger.told:
            await self._work_on(house, told, (now - told.at).days)
        if day.weekday() == 2:
            await self._weekly(house, day)

    async def _work_on(self, house: House, told: Told, age: int) -> None:
        """Do what is to be done about a concern at its age; one in ten is forgotten."""
        forgotten = told.number % 10 == 7
        if told.sorted_at is None and age >= 1 + (told.number % 5 == 0) * 4:
            told.owner = sorted(PEOPLE)[told.number % len(PEOPLE)]
            told.sorted_at = house.clock.now()
            await house.says(SECRETARY, f"!case assign {told.number} {told.owner}", Place.SECRETARIAT.value)
        elif told.sorted_at and told.answered_at is None and not forgotten and age >= 4 + told.number % 14:
            told.answered_at = house.clock.now()
            await house.says(PEOPLE[told.owner], f"!case answer {told.number} Det är åtgärdat.", Place.COUNCIL.value)

    async def _weekly(self, house: House, day: date) -> None:
        """Put something on the agenda, decide on something to be done, share something, and ask for the figures."""
        council = Place.COUNCIL.value
        await house.says(PEOPLE["POL"], f"!agenda add Läget vecka {day:%V} (information, 10 min)", council)
        await house.says(SECRETARY, f"!action add POL {day + timedelta(days=10)} Följ upp vecka {day:%V}", council)
        await house.says(PEOPLE["SDF"], f"!share council Läget är lugnt vecka {day:%V}", council)
        await house.says(CHAIR, "!digest", council)
        await house.says(PEOPLE["POL"], "!todo", council)
        await house.says(PEOPLE["POL"], "!case find skolan", council)

    async def lived(self, weeks: int) -> None:
        """Let so many weeks pass: the bot is down in every seventh of them, the homeserver away in every ninth."""
        for week in range(weeks):
            monday = BEGINS + timedelta(days=7 * week)
            for weekday in range(5):
                day = monday + timedelta(days=weekday)
                await self._outages(week, weekday)
                await self.becomes(_at(day, time(9, 30)))
                if not is_free(day):
                    for house in self.houses:
                        await self.day(day, house)
                    await self._meetings(day)
                await self._speak([house for house in self.houses if not house.is_down])
            if week % 4 == 1:
                await self._compare(monday + timedelta(days=4))
                self._weigh(monday)

    async def _outages(self, week: int, weekday: int) -> None:
        """Begin and end outages: on a Tuesday, until the Thursday."""
        self.is_cut_off = week % 9 == 0 and weekday in (1, 2)
        for house in self.houses:
            was_down, house.is_down = house.is_down, week % 7 == 1 and weekday in (1, 2)
            if was_down and not house.is_down:
                await house.duties().tick()
                await house.hear()

    async def _meetings(self, day: date) -> None:
        """Hold the meetings of the day in the evening."""
        meeting = Place.COUNCIL.value
        await self.becomes(_at(day, time(18, 5)))
        for house in self.houses:
            async with house.database.work(house.slug) as work:
                here = [each for each in await work.meetings.all() if each.day == day and not each.is_cancelled]
            for line in ("!meeting start", "!attend call SDF POL TRAF", "!note Läget gicks igenom.", "!meeting end"):
                if here:
                    await house.says(CHAIR, line, meeting)

    async def _compare(self, day: date) -> None:
        """Count the concerns of each month so far, as they stand now, in the bot's way and in the ledger's.

        Raises:
            Drift: a figure is not the same.
        """
        now = self.clock.now()
        months = {
            date(each.year, each.month, 1) for each in (BEGINS + timedelta(days=n) for n in range((day - BEGINS).days))
        }
        for house in self.houses:
            for first in months:
                last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
                async with house.database.work(house.slug) as work:
                    since, until = _at(first, time()), _at(last + timedelta(days=1), time())
                    cases = await work.cases.received(since, until)
                    referred = await work.referrals.between(first, last)
                found, kept = shown(digest(cases, referred, now, ZONE)), house.ledger.figures(first, last, now)
                wrong = {name: (found[name], kept[name]) for name in kept if found[name] != kept[name]}
                if wrong:
                    raise Drift(f"{house.slug}, {first:%B}, on {day}: {wrong}")
                self.compared += len(kept)

    def _weigh(self, day: date) -> None:
        gc.collect()
        self.weighed.append((day.isoformat(), psutil.Process().memory_info().rss / 1024**2))
        self.tell(f"{day}: {self.weighed[-1][1]:.1f} MiB")


async def _next_due(houses: Sequence[House]) -> datetime | None:
    moments = [await house.duties().next_moment() for house in houses]
    return min((each for each in moments if each is not None), default=None)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZONE).astimezone(UTC)


async def live(folder: Path, weeks: int, a_day: int, tell: Callable[[str], object] = lambda _line: None) -> Year:
    """Let two councils live for some weeks in a database in a folder.

    Raises:
        Drift: a figure is not what the ledger says, or something was lost.
    """
    database = Database(f"sqlite:///{folder}/radslag.db", Vault(SECRETS["RADSLAG_MASTER_SECRET"].encode()))
    await migrate(database)
    clock = SetClock(_at(BEGINS - timedelta(days=30), time(8)))
    houses = [await House.founded(database, slug, clock) for slug in COUNCILS]
    year = Year(houses, clock, a_day, tell=tell)
    try:
        await year.lived(weeks)
        for house in houses:
            await _nothing_lost(house)
    finally:
        await database.close()
    return year


async def _nothing_lost(house: House) -> None:
    """Make sure that every concern became one case, that nothing failed, and that all was said."""
    async with house.database.work(house.slug) as work:
        cases, failures = len(await work.cases.all()), await work.failures.count()
        waiting, _ = await work.outbox.backlog(house.clock.now())
    if (cases, failures, waiting) != (len(house.ledger.told), 0, 0):
        raise Drift(f"{house.slug}: {cases} cases of {len(house.ledger.told)}, {failures} failures, {waiting} unsaid")


def _main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    weeks, a_day = int(os.environ.get("WEEKS") or 52), int(os.environ.get("A_DAY") or 3)
    with tempfile.TemporaryDirectory() as folder:
        year = asyncio.run(live(Path(folder), weeks, a_day, lambda line: sys.stderr.write(line + "\n")))
    first, last = year.weighed[len(year.weighed) // 4][1], year.weighed[-1][1]
    cases, said = (sum(each) for each in zip(*((len(h.ledger.told), h.said) for h in year.houses), strict=True))
    sys.stdout.write(
        f"{len(COUNCILS)} councils, {weeks} weeks: {cases} cases, {said} posts; {year.compared} figures recounted, "
        f"none differed; memory {first:.1f} MiB after a quarter, {last:.1f} at the end, {last / first:.2f} times\n"
    )
    write(
        "year",
        {"weeks": weeks, "cases": cases, "posts": said, "compared": year.compared, "memory_mebibytes": year.weighed},
    )


if __name__ == "__main__":
    _main()

"""`python -m bench.reminders`: so many reminders that fall due in the same second, beside a floor that sends as many.

Fifty organisations, a contact and a direct chat each. The bot runs by a clock that is moved to the second in which
everything falls due. Every reminder is looked for by its number: none may be missing, none may come twice.

Environment: HOMES=synapse,stub DUE=100,1000 CYCLES=1 OUT=tmp/bench
"""

import asyncio
import contextlib
import json
import os
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from pathlib import Path
from string import ascii_uppercase
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp

from bench.asker import PATIENCE_SECONDS, Asker
from bench.contestants import Floor, Radslag
from bench.figures import spread
from bench.home import Home, at_home
from bench.report import folder as report_folder
from bench.report import write
from council.action import Action, State
from rehearsal.homeserver import Account
from rehearsal.stage import StageClock
from storage.database import Database
from storage.seal import Vault

ZONE = ZoneInfo("Europe/Stockholm")
ROOMS = 50
CODES = ["".join(letters) for letters in islice(product(ascii_uppercase, repeat=2), ROOMS)]
NUMBER = re.compile(r"\bX(\d+)\b")
QUIET_SECONDS = 2.0
LOOK_EVERY_SECONDS = 0.05


class Reminded(Asker):
    """A contact who notes which reminders came, and when the last of them did."""

    def __init__(self, session: aiohttp.ClientSession, url: str, account: Account) -> None:
        super().__init__(session, url, account)
        self.numbers: Counter[int] = Counter()
        self.last_at = 0.0

    def _note(self, room_id: str, events: list[dict[str, Any]], at: float) -> None:
        super()._note(room_id, events, at)
        for event in events:
            found = NUMBER.search(str(event["content"].get("body", "")))
            if found and event["sender"] != self.user_id:
                self.numbers[int(found[1])] += 1
                self.last_at = at


@dataclass(frozen=True)
class Burst:
    """How a burst went: the last one's arrival, and what was missing or came twice."""

    home: str
    who: str
    due: int
    cycle: int
    seconds: float
    missing: int
    doubled: int


class Staged(Radslag):
    """Our bot, by a clock that is moved."""

    codes: dict[str, str]

    def command(self) -> list[str]:
        """Return how it is started."""
        settings, clock = self.folder / "config.yaml", self.folder / "clock.json"
        return [sys.executable, "-m", "rehearsal.bot", str(settings), "--clock", str(clock)]

    def settings(self, chair: str, rooms: dict[str, str]) -> dict[str, Any]:
        """Return its config.yaml, with an organisation for each contact."""
        settings = super().settings(chair, rooms)
        council = settings["councils"]["bench"]
        for code, contact in self.codes.items():
            names = {"sv": f"organisationen {code}", "en": f"the organisation {code}"}
            council["organisations"][code] = {"name": names, "contacts": [contact]}
            council["people"][contact] = {"roles": ["contact"], "organisation": code}
        return settings

    async def owe(self, count: int, now: datetime) -> None:
        """Let the organisations owe so many things in all, and none of an earlier time."""
        master = json.loads((self.folder / "config.yaml").read_text())["master_secret"]
        database = Database(f"sqlite:///{self.folder}/data/radslag.db", Vault(master.encode()))
        async with database.work("bench") as work:
            first = 1 + max((int(each.id[1:]) for each in await work.actions.open()), default=0)
            for number in range(first, count + 1):
                code, day = CODES[number % ROOMS], now.date()
                await work.actions.save(
                    Action(number, code, day, "lampa", now, day, state=State.ACCEPTED, accepted_at=now)
                )
        await database.close()


@dataclass
class Scene:
    """Everybody on one homeserver.

    Args:
        chats: each contact's rooms with the floor and with the bot.
    """

    home: Home
    contacts: list[Reminded]
    floor: str
    bot: Staged
    clock: StageClock
    chats: dict[str, list[str]]

    async def floor_sends(self, due: int) -> float:
        """Let the floor send as many messages; return when it began."""
        rooms = self.chats["floor"]
        posts = [(rooms[n % ROOMS], f"X{n} ska vara klar i dag: lampa. Svara när den är klar.") for n in _numbers(due)]
        command = [sys.executable, "-m", "bench.burst", self.home.url, self.floor]
        process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.PIPE)
        self._wipe()
        began = time.perf_counter()
        await process.communicate("\n".join(map(json.dumps, posts)).encode())
        return began

    async def bot_reminds(self, due: int) -> float:
        """Let the time come; return when it did. The bot has run for a while, and nothing else falls due then."""
        eve = _next_monday(self.clock.now()) - timedelta(minutes=10)
        self.clock.move_to(eve)
        await self.bot.owe(due, eve)
        self.bot.start()
        asker = self.contacts[0]
        await asker.ask(self.chats["radslag"][0], self.bot.user_id)
        await asyncio.gather(*(each.quiet(QUIET_SECONDS) for each in self.contacts))
        self._wipe()
        began = time.perf_counter()
        self.clock.move_to(eve + timedelta(minutes=10))
        return began

    async def burst(self, who: str, due: int, cycle: int) -> Burst:
        """Measure one burst: until the last has come, or none has for a minute."""
        try:
            began = await (self.floor_sends(due) if who == "floor" else self.bot_reminds(due))
            await self._all_have_come(due)
            await asyncio.gather(*(each.quiet(QUIET_SECONDS) for each in self.contacts))
        finally:
            await self.bot.stop()
        came = sum((each.numbers for each in self.contacts), Counter())
        doubled = sum(count - 1 for count in came.values())
        last = max(each.last_at for each in self.contacts)
        return Burst(self.home.name, who, due, cycle, last - began, due - len(came), doubled)

    def _wipe(self) -> None:
        for each in self.contacts:
            each.numbers.clear()
            each.last_at = 0.0

    async def _all_have_come(self, due: int) -> None:
        came, looked_at = 0, time.perf_counter()
        while came < due and time.perf_counter() - looked_at < PATIENCE_SECONDS:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            now = sum(len(each.numbers) for each in self.contacts)
            if now != came:
                came, looked_at = now, time.perf_counter()


@contextlib.asynccontextmanager
async def _scene(home: Home, folder: Path) -> AsyncIterator[Scene]:
    async with contextlib.AsyncExitStack() as stack:
        connector = aiohttp.TCPConnector(limit=0)
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
        accounts = [await home.register(f"contact-{code.lower()}", "contact-password") for code in CODES]
        contacts = [await stack.enter_async_context(Reminded(session, home.url, each)) for each in accounts]
        floor = await home.register("floor", "floor-password")
        bot = Staged(session, home, await home.register("radslag", "radslag-password"), folder / "radslag")
        bot.codes = dict(zip(CODES, (each.user_id for each in contacts), strict=True))
        clock = StageClock(_next_monday(datetime.now(UTC)) - timedelta(hours=2), bot.folder / "clock.json")
        chair = Asker(session, home.url, await home.register("chair", "chair-password"))
        await bot.prepare(chair)
        bot.start()
        try:
            chats = {"floor": await _met(contacts, floor.user_id), "radslag": await _met(contacts, bot.user_id)}
            by_hand = Floor(session, home, floor, folder / "floor")
            await by_hand.enter_by_hand(chats["floor"])
            await bot.enter(contacts[0], chats["radslag"][:1])
            for contact, room_id in zip(contacts, chats["radslag"], strict=True):
                await contact.meets(room_id, bot.user_id)
            await asyncio.gather(*(each.quiet(QUIET_SECONDS) for each in contacts))
        finally:
            await bot.stop()
        yield Scene(home, contacts, floor.token, bot, clock, chats)


async def _met(contacts: Sequence[Asker], user_id: str) -> list[str]:
    return [await each.open_room("", invite=[user_id], direct=True) for each in contacts]


def _next_monday(after: datetime) -> datetime:
    """Return the next Monday at 9, when organisations are reminded of what they owe."""
    local = after.astimezone(ZONE)
    nine = local.replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=-local.weekday() % 7)
    return nine if nine > local else nine + timedelta(days=7)


def _numbers(due: int) -> range:
    return range(1, due + 1)


async def _bench(homes: Sequence[str], dues: Sequence[int], cycles: int) -> list[Burst]:
    bursts: list[Burst] = []
    for name in homes:
        folder = report_folder() / f"reminders-{name}"
        shutil.rmtree(folder, ignore_errors=True)
        async with at_home(name, folder / "homeserver") as home, _scene(home, folder) as scene:
            for due in dues:
                for cycle in range(cycles):
                    bursts += [await scene.burst(who, due, cycle) for who in ("floor", "radslag")]
    return bursts


def _lines(bursts: Sequence[Burst]) -> list[str]:
    """Return what people read: how long it took, what was missing or doubled, and the ratio to the floor."""
    lines = [f"{'due at once':<22} {'who':<10} {'until the last, s':<24} {'missing':>8} {'doubled':>8}   / floor"]
    for home, due in dict.fromkeys((each.home, each.due) for each in bursts):
        of = [each for each in bursts if (each.home, each.due) == (home, due)]
        floor = {each.cycle: each.seconds for each in of if each.who == "floor"}
        for who in ("floor", "radslag"):
            own = [each for each in of if each.who == who]
            took, ratio = spread(each.seconds for each in own), spread(e.seconds / floor[e.cycle] for e in own)
            missing, doubled = sum(each.missing for each in own), sum(each.doubled for each in own)
            shown = "" if who == "floor" else str(ratio)
            lines.append(f"{home + f', {due}':<22} {who:<10} {took!s:<24} {missing:>8} {doubled:>8}   {shown}".rstrip())
    return lines


def _main() -> None:
    homes = (os.environ.get("HOMES") or "synapse,stub").split(",")
    dues = [int(each) for each in (os.environ.get("DUE") or "100,1000").split(",")]
    bursts = asyncio.run(_bench(homes, dues, int(os.environ.get("CYCLES") or 1)))
    sys.stdout.writelines(line + "\n" for line in _lines(bursts))
    write("reminders", [asdict(each) for each in bursts])
    if any(each.missing or each.doubled for each in bursts if each.who == "radslag"):
        raise SystemExit("reminders were missing or came twice")


if __name__ == "__main__":
    _main()

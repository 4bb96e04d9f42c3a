"""The measuring: the same loads for each contestant, cycle after cycle, in turn."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bench.asker import Asker
from bench.contestants import Contestant
from bench.figures import SEALED, Results, Run, quantile
from bench.home import Home
from bench.rivals import EVERYBODY
from bench.sealed import SealedAsker

WARM_UP = 3
QUIET_SECONDS = 1.0
PILE_ROOMS = 50
ASKED_AGAIN_SECONDS = 0.1
ENTERED_AT_ONCE = 10


@dataclass(frozen=True)
class Plan:
    """What is to be measured.

    Args:
        commands: asked in all at each number of rooms.
        pile: commands that wait when the bot starts; 0 for none.
        starts: numbers of joined rooms to start with.
        sealed: at so many encrypted rooms the bots that encrypt are asked too.
    """

    contestants: tuple[str, ...] = ("floor", "radslag")
    rooms: tuple[int, ...] = (1, 10, 50)
    commands: int = 150
    cycles: int = 2
    pile: int = 200
    starts: tuple[int, ...] = (10, 50, 200)
    sealed: tuple[int, ...] = (1, 10)


@dataclass
class Entrant:
    """A contestant with the rooms it shares with the askers: plain ones, and encrypted ones."""

    contestant: Contestant
    rooms: list[str] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Askers:
    """Those who ask: one in plain rooms, one in encrypted ones."""

    plain: Asker
    sealed: SealedAsker


async def measure(home: Home, plan: Plan, folder: Path, tell: Callable[[str], None]) -> Results:
    """Measure everybody on one homeserver."""
    results = Results(home.name)
    async with everybody(home, plan, folder) as (askers, entrants):
        for cycle in range(plan.cycles):
            # In turn, and the other way round every second time, so that nobody always has the warmer machine.
            for entrant in entrants if cycle % 2 == 0 else entrants[::-1]:
                tell(f"{home.name}, cycle {cycle + 1} of {plan.cycles}: {entrant.contestant.name}")
                results.runs += await _cycle(askers, entrant, plan, cycle)
        for count in plan.starts:
            for entrant in entrants:
                tell(f"{home.name}: {entrant.contestant.name} starts with {count} rooms")
                results.runs += await _starts(askers.plain, entrant, count, plan.cycles)
    return results


@contextlib.asynccontextmanager
async def everybody(home: Home, plan: Plan, folder: Path) -> AsyncIterator[tuple[Askers, list[Entrant]]]:
    """Have those who ask and those who answer on one homeserver."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        account = await home.register("asker", "asker-password")
        secret = await home.register("sealed-asker", "asker-password")
        sealed = await SealedAsker.signed_in(session, home.url, secret)
        async with Asker(session, home.url, account) as asker, sealed:
            entrants = []
            for name in plan.contestants:
                bot = await home.register(f"bot-{name}", f"password-{name}")
                entrants.append(Entrant(EVERYBODY[name](session, home, bot, folder / name)))
                await entrants[-1].contestant.prepare(asker)
            try:
                yield Askers(asker, sealed), entrants
            finally:
                await sealed.close()


async def _cycle(askers: Askers, entrant: Entrant, plan: Plan, cycle: int) -> list[Run]:
    bot = entrant.contestant
    runs = []
    bot.start()
    try:
        await enter(askers.plain, entrant, max([*plan.rooms, PILE_ROOMS if plan.pile else 0]))
        rooms = [entrant.rooms[:count] for count in plan.rooms]
        runs += [await load_of(askers.plain, bot, each, plan.commands, cycle, named(len(each))) for each in rooms]
        if bot.encrypts and plan.sealed:
            await _enter_sealed(askers.sealed, entrant, max(plan.sealed))
            rooms = [entrant.sealed[:count] for count in plan.sealed]
            for each in rooms:
                load = SEALED + named(len(each))
                runs.append(await load_of(askers.sealed, bot, each, plan.commands, cycle, load))
    finally:
        await bot.stop()
    if plan.pile and bot.hears_what_waited:
        runs.append(await _pile(askers.plain, entrant, plan.pile, cycle))
    return runs


async def enter(asker: Asker, entrant: Entrant, count: int) -> None:
    """Have the bot in so many rooms, and wait until it has said whatever it says on coming in."""
    bot = entrant.contestant
    while len(entrant.rooms) < count:
        few = range(min(ENTERED_AT_ONCE, count - len(entrant.rooms)))
        fresh = await asyncio.gather(*(asker.open_room("", invite=[bot.user_id], direct=True) for _ in few))
        await bot.enter(asker, fresh)
        entrant.rooms += fresh
    await _wake(asker, entrant)
    await asker.quiet(QUIET_SECONDS)
    await asyncio.gather(*(asker.ask(room_id, bot.user_id) for room_id in entrant.rooms[:WARM_UP]))


async def _enter_sealed(asker: SealedAsker, entrant: Entrant, count: int) -> None:
    """Have the bot in so many encrypted rooms."""
    bot = entrant.contestant
    fresh = [
        await asker.open_room("", invite=[bot.user_id], direct=True, encrypted=True)
        for _ in range(count - len(entrant.sealed))
    ]
    await bot.enter(asker, fresh)
    entrant.sealed += fresh
    await asker.look()
    await asker.quiet(QUIET_SECONDS)
    await asyncio.gather(*(asker.ask(room_id, bot.user_id) for room_id in entrant.sealed))


def named(rooms: int) -> str:
    """Return what a load in so many rooms is called."""
    return f"{rooms} room{'s' if rooms > 1 else ''}"


async def _wake(asker: Asker, entrant: Entrant) -> None:
    """Ask again and again until the first answer: other bots do not answer what was asked before they listened."""
    bot, room_id = entrant.contestant, entrant.rooms[0]
    before = len(asker.answered[room_id, bot.user_id])
    while len(asker.answered[room_id, bot.user_id]) == before:
        await asker.ask_only(room_id)
        await asyncio.sleep(ASKED_AGAIN_SECONDS)


async def load_of(asker: Asker, bot: Contestant, rooms: Sequence[str], commands: int, cycle: int, load: str) -> Run:
    """Ask in some rooms side by side, in each room one thing after the other."""
    each = max(1, commands // len(rooms))

    async def one_room(room_id: str) -> list[float]:
        return [await asker.ask(room_id, bot.user_id) for _ in range(each)]

    spent, began = bot.cpu_seconds(), time.perf_counter()
    waits = await asyncio.gather(*(one_room(room_id) for room_id in rooms))
    took, spent = time.perf_counter() - began, bot.cpu_seconds() - spent
    seconds = [wait for room in waits for wait in room]
    return Run(
        bot.name,
        load,
        cycle,
        p50_ms=quantile(seconds, 0.5) * 1000,
        p95_ms=quantile(seconds, 0.95) * 1000,
        per_second=len(seconds) / took,
        cpu_seconds=spent / len(seconds) * 1000,
        memory_mebibytes=bot.memory_mebibytes(),
    )


async def _pile(asker: Asker, entrant: Entrant, commands: int, cycle: int) -> Run:
    """Ask while the bot is away, and see how fast it catches up: from its first answer to its last."""
    bot, rooms = entrant.contestant, entrant.rooms[:PILE_ROOMS]
    before = {room_id: len(asker.answered[room_id, bot.user_id]) for room_id in rooms}
    for number in range(commands):
        await asker.ask_only(rooms[number % len(rooms)])
    bot.start()
    try:
        for room_id in rooms:
            await asker.heard(room_id, bot.user_id, before[room_id] + commands // len(rooms))
    finally:
        await bot.stop()
    times = sorted(at for room_id in rooms for at in asker.answered[room_id, bot.user_id][before[room_id] :])
    return Run(bot.name, "pile", cycle, per_second=(len(times) - 1) / (times[-1] - times[0]))


async def _starts(asker: Asker, entrant: Entrant, count: int, cycles: int) -> list[Run]:
    """Start with so many rooms, after having been in them before; until the first answer.

    Whoever does not answer what was asked meanwhile is asked again and again.
    """
    bot = entrant.contestant
    bot.start()
    try:
        await enter(asker, entrant, count)
    finally:
        await bot.stop()
    return [await _start(asker, entrant, count, cycle) for cycle in range(cycles)]


async def _start(asker: Asker, entrant: Entrant, count: int, cycle: int) -> Run:
    bot, room_id = entrant.contestant, entrant.rooms[0]
    before = len(asker.answered[room_id, bot.user_id])
    await asker.ask_only(room_id)
    began = time.perf_counter()
    bot.start()
    try:
        if not bot.hears_what_waited:
            await _wake(asker, entrant)
        await asker.heard(room_id, bot.user_id, before + 1)
        took = asker.answered[room_id, bot.user_id][before] - began
        memory = bot.memory_mebibytes()
    finally:
        await bot.stop()
    await asker.quiet(QUIET_SECONDS)
    return Run(bot.name, f"start, {count} rooms", cycle, seconds=took, memory_mebibytes=memory)

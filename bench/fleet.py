"""`python -m bench.fleet`: eight councils on one PostgreSQL, shared by 1, 2 and 4 processes; one of two is killed.

On the homeserver of nothing, so that the bots are measured and not it. Whoever asks, the homeserver, PostgreSQL and
the bots share this machine's processors.

Environment: COUNCILS=8 PROCESSES=1,2,4 SECONDS=20 OUT=tmp/bench/fleet.json
"""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import aiohttp

from bench.asker import Asker
from bench.home import at_home
from bench.house import Fleet, meet, settled
from rehearsal.postgres import Postgres

FOLDER = Path("tmp/bench/fleet").resolve()
CHATS = 4
QUIET_SECONDS = 3.0
WAYS = {"killed": signal.SIGKILL, "stopped": signal.SIGSTOP, "asked to end": signal.SIGTERM}


@dataclass
class Tally:
    """What was asked, and what came.

    Args:
        happened: what befell one of the processes meanwhile.
        longest_seconds: the longest that anybody waited for an answer.
    """

    processes: int
    happened: str
    asked: int
    lost: int
    doubled: int
    per_second: float
    p50_ms: float
    longest_seconds: float


async def _asked(fleet: Fleet, asker: Asker, seconds: float, happens: str = "nothing") -> Tally:
    """Ask in every chat, one question after the other, while something happens in the middle."""
    waits: list[float] = []
    lost = 0
    asker.replies.clear()
    began = time.perf_counter()

    async def one(room: str) -> None:
        nonlocal lost
        while time.perf_counter() - began < seconds:
            try:
                waits.append(await asker.ask_for_reply(room))
            except TimeoutError:
                lost += 1

    asking = asyncio.gather(*(one(room) for council in fleet.councils for room in council.rooms))
    await asyncio.sleep(seconds / 3)
    processes = len(fleet.processes)
    if happens in WAYS:
        process = fleet.processes[0]
        process.send_signal(WAYS[happens])
        await asyncio.to_thread(process.wait, 120)
        fleet.processes.remove(process)
    await asking
    took = time.perf_counter() - began
    await asker.quiet(QUIET_SECONDS)
    doubled = sum(count - 1 for question, count in asker.replies.items() if question)
    p50 = statistics.median(waits) * 1000
    return Tally(processes, happens, len(waits) + lost, lost, doubled, len(waits) / took, p50, max(waits))


async def _measured(councils: int, processes: tuple[int, ...], seconds: float) -> list[Tally]:
    found = []
    shutil.rmtree(FOLDER, ignore_errors=True)
    with contextlib.closing(Postgres()) as postgres:
        async with at_home("stub", FOLDER / "homeserver") as home, aiohttp.ClientSession() as session:
            account = await home.register("asker", "password")
            async with (
                Asker(session, home.url, account) as asker,
                settled(home, asker, FOLDER, postgres.url(), councils) as fleet,
            ):
                fleet.start()
                await fleet.spread()
                await meet(fleet, asker, CHATS)
                for count in processes:
                    await _until_there_are(fleet, count)
                    found.append(_told(await _asked(fleet, asker, seconds)))
                for way in WAYS:
                    await _until_there_are(fleet, 2)
                    found.append(_told(await _asked(fleet, asker, 3 * seconds, way)))
    return found


async def _until_there_are(fleet: Fleet, count: int) -> None:
    while len(fleet.processes) > count:
        last = fleet.processes.pop()
        last.terminate()
        await asyncio.to_thread(last.wait, 120)
    while len(fleet.processes) < count:
        fleet.start()
    await fleet.spread()


def _told(tally: Tally) -> Tally:
    sys.stdout.write(
        f"{tally.processes} processes, {tally.happened:<13} {tally.asked:>6} asked  {tally.lost} lost  "
        f"{tally.doubled} doubled  {tally.per_second:>6.1f} a second  p50 {tally.p50_ms:>5.0f} ms  "
        f"longest {tally.longest_seconds:.1f} s\n"
    )
    sys.stdout.flush()
    return tally


def _main() -> None:
    processes = tuple(int(each) for each in (os.environ.get("PROCESSES") or "1,2,4").split(","))
    councils, seconds = int(os.environ.get("COUNCILS") or 8), float(os.environ.get("SECONDS") or 20)
    found = asyncio.run(_measured(councils, processes, seconds))
    kept = {"councils": councils, "processors": os.cpu_count(), "runs": [asdict(each) for each in found]}
    out = Path(os.environ.get("OUT") or "tmp/bench/fleet.json")
    out.write_text(json.dumps(kept, indent=1) + "\n")
    sys.stdout.write(f"{os.cpu_count()} processors. Saved in {out}.\n")


if __name__ == "__main__":
    _main()

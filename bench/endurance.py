"""`python -m bench.endurance`: very many commands on the homeserver of nothing; memory and open files must stay flat.

The bot answers in fifty rooms side by side and is weighed after each tenth. A hundred thousand commands are the real
thing (ENDURE=100000, some twenty minutes); fewer are a sample, and the figures say so.

Environment: ENDURE=5000 OUT=tmp/bench
"""

import asyncio
import os
import shutil
import sys
from dataclasses import asdict, dataclass

from bench.figures import Run
from bench.home import at_home
from bench.measure import Plan, enter, everybody, load_of
from bench.report import folder, write

WHOLE = 100_000
ROOMS = 50
PARTS = 10


@dataclass(frozen=True)
class Weighed:
    """The bot after so many commands."""

    commands: int
    memory_mebibytes: float
    files: int
    cpu_seconds_per_1000: float


async def _bench(commands: int) -> list[Weighed]:
    under = folder() / "endurance"
    shutil.rmtree(under, ignore_errors=True)
    weighed: list[Weighed] = []
    plan = Plan(contestants=("radslag",), sealed=())
    async with at_home("stub", under / "homeserver") as home, everybody(home, plan, under) as (askers, (entrant,)):
        bot = entrant.contestant
        bot.start()
        try:
            await enter(askers.plain, entrant, ROOMS)
            for part in range(PARTS):
                run = await load_of(askers.plain, bot, entrant.rooms, commands // PARTS, part, "endurance")
                weighed.append(_weighed(run, (part + 1) * (commands // PARTS), bot.open_files()))
                sys.stderr.write(f"{weighed[-1]}\n")
        finally:
            await bot.stop()
    return weighed


def _weighed(run: Run, commands: int, files: int) -> Weighed:
    assert run.memory_mebibytes is not None
    assert run.cpu_seconds is not None
    return Weighed(commands, run.memory_mebibytes, files, run.cpu_seconds)


def _main() -> None:
    commands = int(os.environ.get("ENDURE") or 5000)
    weighed = asyncio.run(_bench(commands))
    first, last = weighed[0], weighed[-1]
    sample = "" if commands >= WHOLE else f" (a sample: the whole is {WHOLE})"
    sys.stdout.write(
        f"{commands} commands{sample}: memory {first.memory_mebibytes:.1f} MiB after a tenth, "
        f"{last.memory_mebibytes:.1f} at the end, {last.memory_mebibytes / first.memory_mebibytes:.3f} times; "
        f"open files {first.files} and {last.files}; processor {first.cpu_seconds_per_1000:.2f} and "
        f"{last.cpu_seconds_per_1000:.2f} s per 1,000\n"
    )
    write("endurance", {"commands": commands, "weighed": [asdict(each) for each in weighed]})


if __name__ == "__main__":
    _main()

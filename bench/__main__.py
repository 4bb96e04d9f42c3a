"""`python -m bench`: measure the bot beside the floor, and print ratios.

Environment: HOMES=synapse,stub ONLY=floor,radslag ROOMS=1,10,50 SEALED=1,10 COMMANDS=150 PILE=200 STARTS=10,200
CYCLES=2 PEERS=1
OUT=tmp/bench
"""

import asyncio
import logging
import os
import shutil
import sys

from bench import report
from bench.home import at_home
from bench.measure import Plan, measure
from bench.rivals import RIVALS

HOMES = ("synapse", "stub")
STARTS = {"synapse": (10, 200), "stub": (10, 200, 1000)}


async def _bench(homes: tuple[str, ...]) -> None:
    measured = []
    for name in homes:
        folder, plan = report.folder() / name, _plan(name)
        shutil.rmtree(folder, ignore_errors=True)
        async with at_home(name, folder / "homeserver") as home:
            measured.append(await measure(home, plan, folder, _tell))
        sys.stdout.writelines(line + "\n" for line in report.lines(measured[-1]))
        report.write("results", [results.as_json() for results in measured])
    _tell(f"Saved in {report.folder()}.")


def _plan(home: str) -> Plan:
    usual = Plan(starts=STARTS[home])
    rivals = tuple(RIVALS) if os.environ.get("PEERS") else ()
    return Plan(
        contestants=_names("ONLY", (*usual.contestants, *rivals)),
        rooms=_numbers("ROOMS", usual.rooms),
        commands=int(os.environ.get("COMMANDS") or usual.commands),
        cycles=int(os.environ.get("CYCLES") or usual.cycles),
        pile=int(os.environ.get("PILE") or usual.pile),
        starts=_numbers("STARTS", usual.starts),
        sealed=_numbers("SEALED", usual.sealed),
    )


def _names(variable: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, os.environ[variable].split(","))) if variable in os.environ else usual


def _numbers(variable: str, usual: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(int(each) for each in _names(variable, tuple(map(str, usual))))


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    # The askers in encrypted rooms hear answers that they cannot read, and need not.
    logging.getLogger("nio").setLevel(logging.CRITICAL)
    asyncio.run(_bench(_names("HOMES", HOMES)))

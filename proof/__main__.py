"""`python -m proof`: put the promises to the test for some minutes, print what came of it, and keep it as JSON.

Environment: MINUTES=30 SEED=20260409 OUT=tmp/proof/results.json ONLY="pattern of a fault's name"
"""

import asyncio
import json
import os
import platform
import re
import shutil
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from proof.faults import FAULTS, Fault
from proof.figures import Figures, as_json, is_as_promised, table, verdict
from proof.scenes import SCENES
from proof.series import POSTGRESQL, Series
from rehearsal.homeserver import Homeserver
from rehearsal.postgres import Postgres, can_be_had

FOLDER = Path("tmp/proof")
SEED = 20260409
VERSIONS = ("radslag", "matrix-nio", "vodozemac", "matrix-synapse", "sqlalchemy", "aiosqlite", "asyncpg")
CONTROL_SECONDS = 45.0
"""About so long a control takes: that much is put aside for each."""
CONTROL_ROUNDS = 3
ROUNDS_IN_PEACE = 12
"""Played at first, so that few faults need more of them."""


async def _prove(minutes: float, seed: int, only: str) -> list[Figures]:
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "runs").mkdir(parents=True)
    ends = time.monotonic() + minutes * 60
    figures: list[Figures] = []
    async with Homeserver.start((FOLDER / "homeserver").resolve()) as homeserver, _postgres() as postgres:
        series = Series(homeserver, (FOLDER / "runs").resolve(), seed, postgres)
        for scene in SCENES:
            if re.search(only, scene.name):
                for protected in (True, False):
                    figures += _told(await scene.played(series, minutes, protected=protected))
        faults = [each for each in FAULTS if re.search(only, each.name) and (postgres or each.store != POSTGRESQL)]
        if faults:
            await series.in_peace(ROUNDS_IN_PEACE)
        for turn, fault in enumerate(faults):
            figures += _told(await _played(series, fault, _share(faults[turn:], ends - time.monotonic())))
            bare = fault.control(series)
            figures += _told(
                await series.measured(
                    f"without {fault.without}", bare, rounds=CONTROL_ROUNDS, store=fault.store, must_fail=True
                )
            )
    return figures


async def _played(series: Series, fault: Fault, seconds: float) -> tuple[Figures, Figures]:
    rounds = series.fitting(seconds, fault.fewest)
    return await series.measured(fault.name, fault.begins(series), rounds=rounds, store=fault.store)


def _share(faults: list[Fault], seconds: float) -> float:
    """Return how much of the time that is left belongs to the first of some faults."""
    spent_on_controls = CONTROL_SECONDS * len(faults)
    return (seconds - spent_on_controls) * faults[0].weight / sum(each.weight for each in faults)


@asynccontextmanager
async def _postgres() -> AsyncIterator[Postgres | None]:
    if not can_be_had():
        _tell("There is no PostgreSQL here: what is played on it is left out.")
        yield None
        return
    with closing(Postgres()) as server:
        yield server


def _report(figures: list[Figures], minutes: float, seed: int) -> bool:
    good = is_as_promised(figures)
    kept = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": seed,
        "minutes": minutes,
        "as_promised": good,
        "machine": f"{platform.machine()}, {os.cpu_count()} processors",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in VERSIONS},
        "figures": as_json(figures),
    }
    out = Path(os.environ.get("OUT") or FOLDER / "results.json")
    out.write_text(json.dumps(kept, indent=2) + "\n")
    _tell("")
    _tell("\n".join(table(figures)))
    _tell(f"Seed {seed}. What did not fit into {minutes:g} minutes was left out: see the cycles. Saved in {out}.")
    _tell(verdict(figures))
    return good


def _told(figures: tuple[Figures, ...]) -> tuple[Figures, ...]:
    _tell("\n".join(table(figures)))
    return figures


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    minutes = float(os.environ.get("MINUTES") or 30)
    seed = int(os.environ.get("SEED") or SEED)
    only = os.environ.get("ONLY") or ""
    raise SystemExit(0 if _report(asyncio.run(_prove(minutes, seed, only)), minutes, seed) else 1)

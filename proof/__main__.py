"""`python -m proof`: put the promises to the test for some minutes, print what came of it, and keep it as JSON.

Environment: MINUTES=30 SEED=20260409 OUT=tmp/proof/results.json
"""

import asyncio
import json
import os
import platform
import shutil
import sqlite3
import sys
import time
from importlib.metadata import version
from pathlib import Path

from proof.figures import Figures, as_json, is_as_promised, table, verdict
from proof.series import CONTROLS, FAULTS, Series
from rehearsal.homeserver import Homeserver

FOLDER = Path("tmp/proof")
SEED = 20260409
VERSIONS = ("radslag", "matrix-nio", "vodozemac", "matrix-synapse", "sqlalchemy", "aiosqlite")
SHARE_OF_CONTROLS = 0.2


async def _prove(seconds: float, seed: int) -> list[Figures]:
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "runs").mkdir(parents=True)
    ends = time.monotonic() + seconds * (1 - SHARE_OF_CONTROLS)
    figures: list[Figures] = []
    async with Homeserver.start((FOLDER / "homeserver").resolve()) as homeserver:
        series = Series(homeserver, (FOLDER / "runs").resolve(), seed)
        for turn, (name, fault) in enumerate(FAULTS.items()):
            share = (ends - time.monotonic()) / (len(FAULTS) - turn)
            figures += await series.measured(name, fault(), rounds=series.fitting(share))
            _tell("\n".join(table(figures[-2:])))
        for name, control in CONTROLS.items():
            figures += await series.measured(name, control, rounds=series.fitting(0), must_fail=True)
            _tell("\n".join(table(figures[-2:])))
    return figures


def _report(figures: list[Figures], minutes: float, seed: int) -> bool:
    good = is_as_promised(figures)
    kept = {
        "seed": seed,
        "minutes": minutes,
        "as_promised": good,
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


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    minutes = float(os.environ.get("MINUTES") or 30)
    seed = int(os.environ.get("SEED") or SEED)
    raise SystemExit(0 if _report(asyncio.run(_prove(minutes * 60, seed)), minutes, seed) else 1)

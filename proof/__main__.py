"""`python -m proof`: put the promises to the test for some minutes, print what came of it, and keep it as JSON.

Two lanes, each with a homeserver and a PostgreSQL of its own, play from both ends of the plan until they meet.

Environment: MINUTES=30 SEED=20260409 OUT=tmp/proof/results.json ONLY="pattern of a fault's name"
"""

import asyncio
import json
import logging
import os
import platform
import shutil
import sqlite3
import sys
import time
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from proof.figures import Figures, as_json, is_as_promised, line, table, verdict
from proof.plan import Plan, parts, played
from proof.series import Peace, Series
from rehearsal.homeserver import Homeserver
from rehearsal.postgres import Postgres, can_be_had

FOLDER = Path("tmp/proof")
SEED = 20260409
LANES = 2
VERSIONS = ("radslag", "matrix-nio", "vodozemac", "matrix-synapse", "sqlalchemy", "aiosqlite", "asyncpg")


@dataclass
class Proof:
    """A run of the proof: what it is asked for, and what has come of it so far."""

    minutes: float
    seed: int
    only: str
    out: Path
    figures: list[Figures] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    left_out: list[str] = field(default_factory=list)

    async def run(self) -> None:
        """Play everything there is time for."""
        has_postgres = can_be_had()
        if not has_postgres:
            _tell("There is no PostgreSQL here: what is played on it is left out.")
        plan = Plan(parts(self.only, self.minutes, has_postgres=has_postgres), self.minutes, LANES)
        peace = Peace()
        await asyncio.gather(*(self._lane(number, plan, peace) for number in range(LANES)))
        self.left_out = [f"{part.name}, {part.store}" for part in plan.left]

    async def _lane(self, number: int, plan: Plan, peace: Peace) -> None:
        folder = (FOLDER / f"lane-{number}").resolve()
        (folder / "runs").mkdir(parents=True)
        async with AsyncExitStack() as stack:
            homeserver = await stack.enter_async_context(Homeserver.start(folder / "homeserver"))
            postgres = stack.enter_context(closing(Postgres())) if can_be_had() else None
            series = Series(homeserver, folder / "runs", self.seed, postgres, peace)
            while taken := plan.take(last=bool(number)):
                part, seconds = taken
                _tell(f"[{plan.passed()}] {part.name}, {part.store}: {seconds:.0f} s; {len(plan.left)} parts to come")
                came = await played(part, series, seconds)
                self.figures += came
                self.keep()
                _tell("\n".join(f"[{plan.passed()}]   {line(each)}" for each in came))

    def keep(self) -> None:
        """Write down what has come of it so far."""
        kept = {
            "date": datetime.now(UTC).isoformat(timespec="seconds"),
            "seed": self.seed,
            "minutes": self.minutes,
            "took_minutes": round((time.monotonic() - self.began) / 60, 1),
            "as_promised": is_as_promised(self.figures),
            "left_out": self.left_out,
            "load": os.getloadavg(),
            "machine": f"{platform.machine()}, {os.cpu_count()} processors",
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            **{name: version(name) for name in VERSIONS},
            "figures": as_json(self.figures),
        }
        self.out.write_text(json.dumps(kept, indent=2) + "\n")

    def report(self) -> bool:
        """Say what came of it all; say whether it is as promised."""
        self.keep()
        _tell("")
        _tell("\n".join(table(self.figures)))
        _tell(
            f"Seed {self.seed}; what did not fit into {self.minutes:g} minutes was sampled: see the cycles and notes."
        )
        if self.left_out:
            _tell(f"Not played, for want of time: {'; '.join(self.left_out)}.")
        _tell(f"Saved in {self.out}. It took {(time.monotonic() - self.began) / 60:.1f} minutes.")
        _tell(verdict(self.figures))
        return is_as_promised(self.figures)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    # What people's own clients have to say of themselves is not what is looked for.
    logging.getLogger("nio").addHandler(logging.NullHandler())
    proof = Proof(
        minutes=float(os.environ.get("MINUTES") or 30),
        seed=int(os.environ.get("SEED") or SEED),
        only=os.environ.get("ONLY") or "",
        out=Path(os.environ.get("OUT") or FOLDER / "results.json"),
    )
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    asyncio.run(proof.run())
    raise SystemExit(0 if proof.report() else 1)

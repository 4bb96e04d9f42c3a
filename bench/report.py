"""The figures for a person to read: ratios to the floor, with their spread; absolute times differ from day to day."""

import json
import os
import platform
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.figures import FLOOR, Results

FIGURES = (
    ("p50_ms", "p50, ms"),
    ("p95_ms", "p95, ms"),
    ("per_second", "answers/s"),
    ("cpu_seconds", "CPU s per 1,000"),
    ("memory_mebibytes", "memory, MiB"),
    ("seconds", "start, s"),
)
MEASURED_WITH = ("radslag", "matrix-synapse", "matrix-nio", "aiohttp", "sqlalchemy")


def lines(results: Results) -> Iterator[str]:
    """Yield a table of one homeserver's figures: the median, and from least to most over the cycles."""
    yield ""
    yield f"On {results.home}: median (least-most) over the cycles; the last column is the ratio to the floor,"
    yield "in encrypted rooms to the same bot's figure in as many plain ones."
    yield f"{'load':<22} {'who':<18} {'figure':<16} {'measured':<26} {'/ floor'}"
    for load in results.loads():
        for contestant in results.contestants():
            for figure, words in FIGURES:
                measured = results.spread(contestant, load, figure)
                if measured is None:
                    continue
                ratio = results.ratio(contestant, load, figure) if contestant != FLOOR else None
                yield f"{load:<22} {contestant:<18} {words:<16} {measured!s:<26} {ratio or ''!s}".rstrip()


def folder() -> Path:
    """Return where figures and whatever the measured leave behind are kept: OUT, or tmp/bench."""
    found = Path(os.environ.get("OUT") or "tmp/bench").resolve()
    found.mkdir(parents=True, exist_ok=True)
    return found


def write(name: str, figures: object) -> None:
    """Write figures to a JSON file of a name, with what they were measured on."""
    body = {"measured": _circumstances(), "figures": figures}
    (folder() / f"{name}.json").write_text(json.dumps(body, indent=2) + "\n")


def _circumstances() -> dict[str, Any]:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)  # noqa: S607
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "versions": {name: _version(name) for name in MEASURED_WITH},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except ModuleNotFoundError:
        return None

"""Asks whether any weakness is known of what is pinned: none (exit code 0), some (1), or it could not be found out (3).

`make audit` runs it. pip-audit does the asking; what it could not ask about never counts as well.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

NONE_KNOWN, SOME_KNOWN, NOT_FOUND_OUT = 0, 1, 3
SHOWN = 5


def verdict(report: Mapping[str, Any] | None) -> tuple[int, str]:
    """Return what a report of pip-audit comes to, as an exit code and in words.

    Args:
        report: None if there is none.
    """
    if not report or not report.get("dependencies"):
        return NOT_FOUND_OUT, "NOT AUDITED: the list of known weaknesses could not be reached."
    parts = report["dependencies"]
    known = [f"{each['name']} {each['version']}: {weak['id']}" for each in parts for weak in each.get("vulns", ())]
    unasked = [each["name"] for each in parts if "vulns" not in each]
    if known:
        return SOME_KNOWN, "\n".join(["WEAKNESSES KNOWN:", *known, *_left(unasked, parts)])
    if unasked:
        return NOT_FOUND_OUT, "\n".join(["NOT AUDITED.", *_left(unasked, parts)])
    return NONE_KNOWN, f"No weakness is known of any of {len(parts)} packages."


def _left(unasked: Sequence[str], parts: Sequence[object]) -> list[str]:
    if not unasked:
        return []
    some = ", ".join(unasked[:SHOWN]) + (" …" if len(unasked) > SHOWN else "")
    return [f"The list of known weaknesses says nothing of {len(unasked)} of {len(parts)} packages: {some}"]


def main(tool: str, lock: str, target: Path) -> int:
    """Audit a lock file, and leave the tool's report in a file."""
    target.unlink(missing_ok=True)
    asked = [tool, "--disable-pip", "--require-hashes", "-r", lock, "-f", "json", "-o", str(target)]
    subprocess.run(asked, check=False, capture_output=True)
    code, words = verdict(json.loads(target.read_text(encoding="utf-8")) if target.exists() else None)
    Console(stderr=code != NONE_KNOWN, soft_wrap=True).print(words, markup=False)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))

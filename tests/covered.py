"""What of the code the tests come through, after `coverage run`: `make cover`. Fails below what is promised."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ENOUGH_PERCENT = 90.0
# Where a branch that nobody has tried is one too many.
WHOLE = {
    "permissions": (
        "council/people.py",
        "commands/declare.py",
        "commands/reading/calling.py",
        "bot/matrix/authority.py",
    ),
    "outbox": ("storage/outbox.py", "storage/ledger.py", "bot/relay.py", "bot/acts.py"),
    "retention": ("council/disposal.py", "storage/disposals.py", "commands/retention.py", "bot/cleaning.py"),
}
REPORT = Path("dist/coverage.json")


def told(files: Mapping[str, Any], totals: Mapping[str, Any]) -> tuple[list[str], bool]:
    """Return the figures in lines, and whether they are what is promised."""
    branches = 100 * totals["covered_branches"] / totals["num_branches"]
    lines = [f"branches: {totals['covered_branches']} of {totals['num_branches']}, {branches:.1f} % (goal 90 %)"]
    lines.append(f"lines:    {totals['covered_lines']} of {totals['num_statements']}")
    enough = branches >= ENOUGH_PERCENT
    for part, names in WHOLE.items():
        for name in names:
            file = files[name]
            left = [*file["missing_lines"], *(f"{start}->{end}" for start, end in file["missing_branches"])]
            lines.append(f"{part}: {name}, {file['summary']['percent_covered']:.1f} % {left or ''}".rstrip())
            enough = enough and not left
    return lines, enough


def main() -> int:
    """Print the figures; 0 only if they are what is promised."""
    REPORT.parent.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "coverage", "json", "-q", "-o", str(REPORT)], check=True)
    found = json.loads(REPORT.read_text())
    lines, enough = told(found["files"], found["totals"])
    sys.stdout.write("\n".join(lines) + "\n")
    return not enough


if __name__ == "__main__":
    sys.exit(main())

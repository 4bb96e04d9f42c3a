"""How many small faults in the rules the rules' own tests notice: `make mutants`, a sample of SAMPLE (600; 0: all).

Each fault is one that mutmut makes in `council/` or in the parser (a sign turned, a number one more, an argument
dropped). Only the quick tests of the rules are asked, not the plays of whole months, so what is printed is less than
what the whole suite would notice.
"""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

ENOUGH = 0.85
NOTICED = frozenset({"killed", "timeout", "suspicious", "segfault", "caught by type check"})
MUTMUT = (sys.executable, "-m", "mutmut")


def states() -> dict[str, str]:
    """Each fault's name and what became of it, as far as it was tried."""
    listed = subprocess.run([*MUTMUT, "results", "--all", "true"], capture_output=True, text=True, check=False)
    lines = (line.strip().rpartition(": ") for line in listed.stdout.splitlines() if "__mutmut_" in line)
    return {name: state for name, _, state in lines}


def main() -> int:
    """Make the faults, try a sample of them, print the score; 0 only if enough were noticed."""
    wanted, seed = int(os.environ.get("SAMPLE") or 600), int(os.environ.get("SEED") or 1)
    children = os.environ.get("WORKERS") or "2"
    # A name that no fault has: all are made, none is tried.
    subprocess.run([*MUTMUT, "run", "none"], capture_output=True, check=False)
    names = sorted(states())
    sample = sorted(random.Random(seed).sample(names, min(wanted or len(names), len(names))))
    subprocess.run([*MUTMUT, "run", "--max-children", children, *sample], stdout=subprocess.DEVNULL, check=False)
    found = {name: state for name, state in states().items() if name in set(sample)}
    missed = [name for name, state in found.items() if state not in NOTICED]
    score = 1 - len(missed) / len(found)
    lines = [f"  not noticed: {name} ({found[name]})" for name in missed]
    lines.append(f"{len(found)} of {len(names)} faults tried (seed {seed}): {dict(Counter(found.values()))}")
    lines.append(f"noticed: {score:.1%} (goal {ENOUGH:.0%})")
    sys.stdout.write("\n".join(lines) + "\n")
    Path("dist").mkdir(exist_ok=True)
    figures = {"tried": len(found), "made": len(names), "seed": seed, "noticed": score, "missed": missed}
    Path("dist/mutants.json").write_text(json.dumps(figures, indent=1))
    return score < ENOUGH


if __name__ == "__main__":
    sys.exit(main())

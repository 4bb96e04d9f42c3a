"""How many small faults in the rules the tests notice: `make mutants`, a sample of SAMPLE (600; 0: all) drawn by SEED.

Each fault is one that mutmut makes in `council/` or in the parser (a sign turned, a number one more, an argument
dropped). Asked are the quick tests of the rules, the commands, the papers and the pages. Some faults change nothing
that anybody could notice; they count as not noticed all the same. So do those in what runs only while a module is
read. `python -m tests.mutation NAME...` tries named faults again.
"""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.mutation.warm import NOTICED

ENOUGH = 0.85
CONTROLS = 10
MUTANTS = Path("mutants").resolve()
FAULTS = MUTANTS / "faults.json"
ASKED = ("tests/council", "tests/commands", "tests/papers", "tests/web")
QUICK = "not e2e and not slow and not soak and not postgres"
PYTEST = (sys.executable, "-m", "pytest", "-q", "-s", "--tb=native", "-p", "no:randomly", "-p", "no:cacheprovider")
TRYING = (*PYTEST, "-p", "tests.mutation.warm", "--hypothesis-profile=mutation", "--timeout=60", "-m", QUICK, *ASKED)


def made() -> list[str]:
    """Make the faults anew, and return their names."""
    # A name that no fault has: all are made, none is tried.
    subprocess.run([sys.executable, "-m", "mutmut", "run", "none"], capture_output=True, check=False)
    files = (json.loads(file.read_text()) for file in MUTANTS.rglob("*.py.meta"))
    return sorted(name for file in files for name in file["exit_code_by_key"])


def tried(names: Sequence[str]) -> dict[str, str]:
    """Try some faults; what became of each."""
    FAULTS.write_text(json.dumps(names))
    subprocess.run(TRYING, cwd=MUTANTS, env=os.environ | {"FAULTS": str(FAULTS), "MUTANT_UNDER_TEST": ""}, check=True)
    found: dict[str, str] = json.loads(FAULTS.with_suffix(".found").read_text())
    return found


def controls(sample: Sequence[str]) -> list[str]:
    """Return names like those of the sample that no fault has: a test that fails at one of them fails by itself."""
    return sorted({f"{name.rpartition('__mutmut_')[0]}__mutmut_0" for name in sample[:: len(sample) // CONTROLS + 1]})


def main() -> int:
    """Make the faults, try a sample of them, print the score; 0 only if enough were noticed."""
    wanted, seed = int(os.environ.get("SAMPLE") or 600), int(os.environ.get("SEED") or 1)
    names, sample = made(), sys.argv[1:]
    if not sample:
        FAULTS.with_suffix(".watched").unlink(missing_ok=True)
        sample = random.Random(seed).sample(names, min(wanted or len(names), len(names)))
    without = controls(sample)
    found = tried([*without, *sample])
    if loud := [name for name in without if found.pop(name) == NOTICED]:
        sys.exit(f"Tests fail without a fault, at {', '.join(loud)}: nothing can be said.")
    missed = sorted(name for name, became in found.items() if became != NOTICED)
    score = 1 - len(missed) / len(found)
    lines = [f"  {found[name]}: {name}" for name in missed]
    lines.append(f"{len(found)} of {len(names)} faults tried (seed {seed}): {dict(Counter(found.values()))}")
    lines.append(f"noticed: {score:.1%} (goal {ENOUGH:.0%})")
    sys.stdout.write("\n".join(lines) + "\n")
    Path("dist").mkdir(exist_ok=True)
    figures = {"tried": len(found), "made": len(names), "seed": seed, "noticed": score, "missed": missed}
    Path("dist/mutants.json").write_text(json.dumps(figures, indent=1))
    return score < ENOUGH


if __name__ == "__main__":
    sys.exit(main())

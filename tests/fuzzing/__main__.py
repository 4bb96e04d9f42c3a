"""Feed each target, or those named, for as long as one likes: `python -m tests.fuzzing [minutes] [target ...]`.

A run that finds something stops with the input that did it.
"""

import random
import sys
import time
from collections.abc import Callable

from tests.fuzzing import LONGEST_BYTES, TARGETS


def fuzz(name: str, seconds: float) -> int:
    """Feed a target with random bytes for a while; return how often."""
    feed: Callable[[bytes], bytes | None] = TARGETS[name].hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    ends, times, chance = time.monotonic() + seconds, 0, random.Random()
    while time.monotonic() < ends:
        feed(chance.randbytes(chance.randint(0, LONGEST_BYTES)))
        times += 1
    return times


def main() -> None:
    """Feed each target, or those named."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    for name in sys.argv[2:] or TARGETS:
        sys.stdout.write(f"{name}: {fuzz(name, 60 * minutes)} inputs, nothing found.\n")


if __name__ == "__main__":
    main()

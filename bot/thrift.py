"""Holds no more memory than the bot has a use for."""

import ctypes
import gc
import sys
from contextlib import suppress

UNUSED = ("rich", "pygments", "twisted")
"""What libraries load if it is there, for colours on a terminal and for other people's programs."""


def leave_out_what_is_unused() -> None:
    """Say that some modules are not there, as Python itself does it. Call it before anything that would load them."""
    for name in UNUSED:
        # The entry of a module that is not there; those who load it do without.
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]


def settle() -> None:
    """Give back what starting took, and look no more through what will live as long as the process."""
    gc.collect()
    gc.freeze()
    # glibc keeps what was freed; no other C library has this, or needs it.
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)

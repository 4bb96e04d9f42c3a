"""The bot as one of several processes on one PostgreSQL, with less patience than in life.

`bare`: without what keeps two from working for one council: the terms, the locks, and the look at who holds it.
"""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from bot.fleet import keeper
from rehearsal.bot import follow
from storage import database, tenures

LAPSE_SECONDS, LOOK_EVERY_SECONDS = 6.0, 0.5


def hurry() -> None:
    """Take others for dead after seconds, so that more fits into a proof."""
    setattr(keeper, "LAPSE_SECONDS", LAPSE_SECONDS)  # noqa: B010
    setattr(keeper, "LOOK_EVERY_SECONDS", LOOK_EVERY_SECONDS)  # noqa: B010


def bare() -> None:
    """Let every process take every council, whoever works for it."""

    async def take(_self: Any, _council: str, _name: str, _seen: Any) -> int:
        return 1

    async def hold_to(*_: Any) -> None:
        return None

    def lock_of(_folder: Path, _council: str) -> IO[str]:
        return TemporaryFile("w+")

    for owner, name, without in (
        (tenures.Tenures, "take", take),
        (database, "hold_to", hold_to),
        (keeper, "lock_of", lock_of),
    ):
        setattr(owner, name, without)


if __name__ == "__main__":
    _, settings_file, _, stage_clock_file, *without = sys.argv
    hurry()
    if without:
        bare()
    asyncio.run(follow(Path(settings_file), Path(stage_clock_file)))

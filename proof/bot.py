"""The bot as it is, with what the proof binds to it from outside: named points, a wrong clock, a missing protection.

usage: python -m proof.bot SETTINGS --clock FILE [what a control takes away …]
"""

import asyncio
import sys
from pathlib import Path

import rehearsal.bot
from proof.crashing import FILE, Fate, bind
from proof.skewed import SkewedFollower
from proof.unprotected import WITHOUT

if __name__ == "__main__":
    _, settings_file, _, stage_clock_file, *taken_away = sys.argv
    bind(Fate(Path(settings_file).with_name(FILE)))
    setattr(rehearsal.bot, "Follower", SkewedFollower)  # noqa: B010 - bound from outside
    for protection in taken_away:
        WITHOUT[protection]()
    asyncio.run(rehearsal.bot.follow(Path(settings_file), Path(stage_clock_file)))

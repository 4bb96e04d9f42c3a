"""The bot on a disk that keeps nothing but what it was asked to sync.

usage: python -m proof.powered SETTINGS --clock FILE [what a control takes away …]
"""

import asyncio
import sys
from pathlib import Path

import rehearsal.bot
from proof.power import Disk
from proof.unprotected import WITHOUT

if __name__ == "__main__":
    _, settings_file, _, stage_clock_file, *taken_away = sys.argv
    for protection in taken_away:
        WITHOUT[protection]()
    Disk(Path(settings_file).parent).bind()
    asyncio.run(rehearsal.bot.follow(Path(settings_file), Path(stage_clock_file)))

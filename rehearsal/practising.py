"""The practice council: a second, small one on the homeserver of the demo, for whoever joins it to try things in.

It shares the program with Lindvassa's council and nothing else: its bot has an account, records and a master secret of
its own, so nothing that is tried can reach the month that was played.
"""

import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import yaml

from rehearsal.bot import InProcess
from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from rehearsal.play import Entry, Play
from rehearsal.script import Worded, read_script
from rehearsal.stage import StageClock

PRACTICE = Path(__file__).parent / "practice"
GREETS = "secretary"


@contextlib.asynccontextmanager
async def practising(
    homeserver: Homeserver,
    speak: str,
    clock: StageClock,
    folder: Path,
    on_day: Callable[[datetime, list[Entry]], None] = lambda _day, _entries: None,
) -> AsyncIterator[Play]:
    """Have the practice council for as long as the block lasts; what it begins with has been played.

    Args:
        homeserver: where it meets.
        speak: its language, sv or en.
        clock: what its bot takes for the time.
        folder: where its settings and what its bot keeps lie.
        on_day: told of what was said.
    """
    async with District.settled(homeserver, read_cast(PRACTICE), speak) as district:
        settings = district.write_settings(folder / "practice.yaml", folder / "practice")
        async with InProcess.running(settings, clock) as company:
            await district.bot_has_come()
            await _welcome(district)
            play = Play(district, read_script(PRACTICE), clock, company, on_day)
            await play.perform()
            yield play


def welcome(speak: str, bot: str) -> str:
    """Return what whoever comes to practise is told, with the bot's account."""
    written: Worded = yaml.safe_load((PRACTICE / "welcome.yaml").read_text())
    return written[speak].format(bot=bot)


async def _welcome(district: District) -> None:
    """Pin the welcome in the open room, which also a device that signs in later can read."""
    host, room_id = district.actors[GREETS], district.rooms["open"]
    await host.pin(room_id, await host.say(room_id, welcome(district.speak, district.bot.user_id)))

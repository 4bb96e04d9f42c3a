"""The bot is away for 26 hours, just after a sending and before that was noted: longer than transactions live."""

import asyncio
import json
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from proof.crashing import FILE
from proof.figures import Figures
from proof.house import House, at_work
from proof.play import open_chats
from proof.scene import Asked, ends_by_itself, final
from proof.series import SQLITE, Series
from rehearsal.homeserver import Homeserver

NAME = "down for 26 hours after a sending"
WITHOUT = "reading back"
AWAY = timedelta(hours=26)
DIES_SECONDS = 60.0
PATIENCE_SECONDS = 60.0
MOST_CYCLES, FEWEST = 20, 2
ASKED = (("boe", "council", "!agenda list"), ("onlooker", "open", "!next"), ("k13", None, "!next"))


async def played(series: Series, seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Have the bot die after a sending, let a day pass, and have the homeserver forget what it knew."""
    bot = ("proof.bot",) if protected else ("proof.bot", "no-reading-back")
    ends, cycles = time.monotonic() + seconds, 0
    async with series.district("absence") as (district, folder), at_work(district, folder, *bot) as house:
        await open_chats(district)
        await house.bot.listening()
        asked = Asked(house)
        while cycles < FEWEST or (protected and cycles < MOST_CYCLES and time.monotonic() < ends):
            person, place, body = ASKED[cycles % len(ASKED)]
            cycles += 1
            await asked.all_answered(PATIENCE_SECONDS)
            await _away(house, asked, (person, place, body), series.homeserver)
            await asked.ask("chair", "council", "!agenda list")
            await asked.all_answered(PATIENCE_SECONDS)
        verdict = await final(house, folder / "config.yaml")
        called = NAME if protected else f"without {WITHOUT}"
        plain, encrypted = await asked.figures(Figures(called, SQLITE, cycles=cycles, must_fail=not protected))
    return plain, replace(encrypted, **vars(verdict))


async def _away(house: House, asked: Asked, command: tuple[str, str | None, str], homeserver: Homeserver) -> None:
    house.bot.kill()
    (house.bot.log.parent / FILE).write_text(json.dumps({"point": "after send", "hit": 1}))
    house.bot.start()
    await asked.ask(*command)
    await ends_by_itself(house.bot, DIES_SECONDS)
    await homeserver.stop()
    await asyncio.to_thread(_forget_transactions, homeserver.folder)
    house.clock.move_to(house.clock.now() + AWAY)
    await homeserver.resume()
    house.bot.start()
    await house.bot.listening()


def _forget_transactions(folder: Path) -> None:
    """Do what the homeserver does by itself with transactions older than a day."""
    with closing(sqlite3.connect(folder / "homeserver.db")) as connection:
        connection.execute("DELETE FROM event_txn_id_device_id")
        connection.commit()

"""The homeserver is put back to a backup: what was said since is gone from it, and it knows nothing of it."""

import asyncio
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from proof.devices import PATIENCE_SECONDS, SOON_SECONDS, all_asked
from proof.figures import Figures
from proof.house import at_work
from proof.play import open_chats
from proof.scene import Asked, final
from proof.series import SQLITE, Series
from rehearsal.actor import Actor
from rehearsal.homeserver import Homeserver

NAME, WITHOUT = "homeserver restored from a backup", "a look for what is gone"
DATABASE = "homeserver.db"
ROUNDS_GONE = 2


async def played(series: Series, _seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Put the homeserver back by some minutes while the bot is down, and have people go on before it is back."""
    bot = ("proof.bot",) if protected else ("proof.bot", "no-look-for-what-is-gone")
    async with series.district("restored") as (district, folder), at_work(district, folder, *bot) as house:
        await open_chats(district)
        await all_asked(lasting := Asked(house))
        copy = await _copied(series.homeserver)
        for _ in range(ROUNDS_GONE):
            await all_asked(Asked(house))
        house.bot.kill()
        await _put_back(series.homeserver, copy)
        _begin_anew(district.actors.values())
        await all_asked(lasting, 0)
        house.bot.start()
        await house.bot.listening()
        await all_asked(lasting, PATIENCE_SECONDS if protected else SOON_SECONDS)
        # What is gone is noted as said, and rightly so.
        verdict = replace(await final(house, folder / "config.yaml"), off_record=0)
        called = NAME if protected else f"without {WITHOUT}"
        plain, encrypted = await lasting.figures(Figures(called, SQLITE, cycles=1, must_fail=not protected))
    return plain, replace(encrypted, **vars(verdict))


async def _copied(homeserver: Homeserver) -> Path:
    await homeserver.stop()
    copy = homeserver.folder / f"{DATABASE}.before"
    await asyncio.to_thread(shutil.copy, homeserver.folder / DATABASE, copy)
    await homeserver.resume()
    return copy


async def _put_back(homeserver: Homeserver, copy: Path) -> None:
    await homeserver.stop()
    for beside in homeserver.folder.glob(f"{DATABASE}-*"):
        beside.unlink()
    await asyncio.to_thread(shutil.copy, copy, homeserver.folder / DATABASE)
    await homeserver.resume()


def _begin_anew(people: Iterable[Actor]) -> None:
    """Have people's clients read their rooms from the start, as whoever finds that something is wrong does."""
    for actor in people:
        actor._client.next_batch = ""
        actor._client.loaded_sync_token = ""
        actor.timelines.clear()

"""The council's room: the bot is thrown out of it, banned from it, and it is upgraded."""

import asyncio
from contextlib import suppress
from dataclasses import replace

from proof.figures import Figures
from proof.house import at_work
from proof.play import open_chats
from proof.scene import Asked, final
from proof.series import SQLITE, Series
from rehearsal.api import part
from rehearsal.district import District

NAME = "kicked, banned, room upgraded"
WITHOUT = "following of rooms"
PATIENCE_SECONDS = 60.0
SOON_SECONDS = 15.0
VERSION = "11"


async def played(series: Series, _seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Have the bot thrown out and let in again, twice, and its room upgraded; people go on asking."""
    bot = ("proof.bot",) if protected else ("proof.bot", "no-following-of-rooms")
    patience = PATIENCE_SECONDS if protected else SOON_SECONDS
    async with series.district("rooms") as (district, folder), at_work(district, folder, *bot) as house:
        await open_chats(district)
        asked = Asked(house)
        await _asks(asked, patience)
        for way, back in (("kick", None), ("ban", "unban")):
            await _acts(district, way)
            await asked.ask("onlooker", "open", "!next")
            await asked.all_answered(patience)
            if back:
                await _acts(district, back)
            await _acts(district, "invite")
            await district.bot_has_come()
            await _asks(asked, patience)
        await _upgrade(district)
        await _asks(asked, patience)
        verdict = replace(await final(house, folder / "config.yaml"), off_record=0)
        called = NAME if protected else f"without {WITHOUT}"
        plain, encrypted = await asked.figures(Figures(called, SQLITE, cycles=3, must_fail=not protected))
    return plain, replace(encrypted, **vars(verdict))


async def _asks(asked: Asked, patience: float) -> None:
    await asked.ask("onlooker", "open", "!next")
    await asked.ask("boe", "council", "!help nothing")
    await asked.all_answered(patience)


async def _acts(district: District, way: str) -> None:
    host = district._inside("council")
    await host.api.post(f"/rooms/{part(district.rooms['council'])}/{way}", {"user_id": district.bot.user_id})


async def _upgrade(district: District) -> None:
    """Put another room in the place of the council's, and everybody into it."""
    old = district.rooms["council"]
    host = district._inside("council")
    answer = await host.api.post(f"/rooms/{part(old)}/upgrade", {"new_version": VERSION})
    new = str(answer["replacement_room"])
    for actor in district.actors.values():
        if actor is not host and old in actor.timelines:
            await host.api.post(f"/rooms/{part(new)}/invite", {"user_id": actor.user_id})
            await actor.join(new)
    await host.api.post(f"/rooms/{part(new)}/invite", {"user_id": district.bot.user_id})
    district.rooms["council"] = new
    # A bot that does not follow is found wanting by what it leaves unanswered.
    with suppress(TimeoutError):
        async with asyncio.timeout(SOON_SECONDS):
            await host.meets(new, district.bot.user_id)
    for actor in district.actors.values():
        await actor.look()

"""The bot's device: its encryption store put back to an earlier moment, lost, and its token revoked."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from bot.matrix.login import drop_store
from proof.figures import Figures
from proof.house import House, at_work
from proof.play import open_chats
from proof.proxy import proxy
from proof.scene import Asked, ends_by_itself, final
from proof.series import SQLITE, Series
from rehearsal.api import Api
from rehearsal.district import District

STORE = "crypto.db"
REFUSES_SECONDS = 30.0
PATIENCE_SECONDS = 90.0
SOON_SECONDS = 20.0
MOST_REQUESTS = 3
"""After its token was refused, the bot may ask so often; what was under way counts."""
SPINS_SECONDS = 10.0
ASKED = (("onlooker", "open", "!next"), ("boe", "council", "!help nothing"), ("k13", None, "!next"))

ROLLED_BACK, LOST, REVOKED = "encryption store put back", "encryption store lost", "token revoked"
WITHOUT_AGE, WITHOUT_NEW, WITHOUT_END = "the age of the store", "a new device for a new store", "an end to a token"


async def rolled_back(series: Series, _seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Put an older copy of the store in the place of the one that was last at work."""

    async def play(house: House, asked: Asked, store: Path) -> bool:
        house.bot.kill()
        older = store.with_suffix(".before")
        shutil.copy(store, older)
        house.bot.start()
        await all_asked(asked)
        house.bot.kill()
        shutil.copy(older, store)
        _forget_log(store)
        house.bot.start()
        return await ends_by_itself(house.bot, REFUSES_SECONDS if protected else SOON_SECONDS)

    return await _played(series, play, ROLLED_BACK, WITHOUT_AGE, "no-age-of-the-store", protected=protected)


async def lost(series: Series, _seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Delete the store."""

    async def play(house: House, _asked: Asked, store: Path) -> bool:
        house.bot.kill()
        drop_store(store.parent)
        house.bot.start()
        await house.bot.listening()
        return False

    return await _played(series, play, LOST, WITHOUT_NEW, "no-new-device", protected=protected)


async def revoked(series: Series, _seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Log the bot's device out, as whoever has its password can."""
    bot = ("proof.bot",) if protected else ("proof.bot", "no-end-of-a-token")
    async with series.district("revoked") as (district, folder), proxy(district.homeserver.url) as between:
        district.way_in = between.url
        async with at_work(district, folder, *bot) as house:
            await open_chats(district)
            asked = Asked(house)
            await all_asked(asked)
            await _log_out_everywhere(district)
            before = len(between.asked)
            ended = await ends_by_itself(house.bot, SPINS_SECONDS)
            requests = len(between.asked) - before
            right = ended and requests <= MOST_REQUESTS
            if ended:
                await _recovered(house)
                await all_asked(asked)
            verdict = await final(house, folder / "config.yaml")
            called = REVOKED if protected else f"without {WITHOUT_END}"
            note = f"{requests} requests from the logging out on; {'ended by itself' if ended else 'went on'}"
            started = Figures(called, SQLITE, cycles=1, must_fail=not protected)
            plain, encrypted = await asked.figures(started)
    return plain, replace(encrypted, note=note, astray=int(not right), **vars(verdict))


async def _played(
    series: Series,
    play: Callable[[House, Asked, Path], Awaitable[bool]],
    name: str,
    without: str,
    removal: str,
    *,
    protected: bool,
) -> tuple[Figures, ...]:
    bot = ("proof.bot",) if protected else ("proof.bot", removal)
    async with series.district("device") as (district, folder), at_work(district, folder, *bot) as house:
        await open_chats(district)
        asked = Asked(house)
        await all_asked(asked)
        (store,) = (folder / "data").rglob(STORE)
        refused = await play(house, asked, store)
        if refused:
            await _recovered(house)
        await all_asked(asked, PATIENCE_SECONDS if protected else SOON_SECONDS)
        verdict = await final(house, folder / "config.yaml")
        called = name if protected else f"without {without}"
        plain, encrypted = await asked.figures(Figures(called, SQLITE, cycles=1, must_fail=not protected))
    note = "refused at the start, and recovered by hand" if refused else "began by itself"
    return plain, replace(encrypted, note=note, **vars(verdict))


async def all_asked(asked: Asked, patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Have somebody ask in a plain room, in an encrypted one and in a chat, and wait for the answers."""
    for person, place, body in ASKED:
        await asked.ask(person, place, body)
    await asked.all_answered(patience_seconds)


async def _recovered(house: House) -> None:
    """Do what the bot's last words advise, and start it again."""
    settings = house.bot.log.with_name("config.yaml")
    command = [sys.executable, "-m", "bot", "identity", "recover", "-c", str(settings)]
    await asyncio.to_thread(subprocess.run, command, input=b"y\n", capture_output=True, check=False, timeout=120)
    house.bot.start()
    await house.bot.listening()


async def _log_out_everywhere(district: District) -> None:
    """Do what whoever has the bot's password can do: end all its devices."""
    nobody = Api(district.session, district.homeserver.url, "")
    user = {"type": "m.id.user", "user": district.bot.user_id}
    login = {"type": "m.login.password", "identifier": user, "password": district.bot.password}
    intruder = Api(district.session, district.homeserver.url, (await nobody.post("/login", login))["access_token"])
    await intruder.post("/logout/all")


def _forget_log(store: Path) -> None:
    """Leave nothing beside the store that belongs to another copy of it."""
    for beside in store.parent.glob(f"{store.name}-*"):
        beside.unlink()

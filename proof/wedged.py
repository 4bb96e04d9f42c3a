"""The sessions in which people's devices hand the bot their keys are lost on its side, and not on theirs."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from proof.devices import PATIENCE_SECONDS, SOON_SECONDS, STORE, all_asked
from proof.figures import Figures
from proof.house import House, at_work
from proof.play import open_chats
from proof.scene import Asked, final
from proof.series import SQLITE, Series

NAME, WITHOUT = "encrypted sessions lost on one side", "a word of what could not be read"
UNREAD = "I could not read a message here."


async def played(series: Series, _seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Have a resident write under a key that cannot reach the bot; she is asked to write again, and is answered."""
    bot = ("proof.bot",) if protected else ("proof.bot", "no-waiting-for-keys")
    async with series.district("wedged") as (district, folder), at_work(district, folder, *bot) as house:
        await open_chats(district)
        asked = Asked(house)
        await all_asked(asked)
        house.bot.kill()
        (store,) = (folder / "data").rglob(STORE)
        _lose_sessions(store)
        house.bot.start()
        await house.bot.listening()
        await _new_key(house)
        await house.says("k13", "!next")
        told = await _is_told(house)
        await _new_key(house)
        await all_asked(asked, PATIENCE_SECONDS if protected else SOON_SECONDS)
        verdict = await final(house, folder / "config.yaml")
        called = NAME if protected else f"without {WITHOUT}"
        plain, encrypted = await asked.figures(Figures(called, SQLITE, cycles=1, must_fail=not protected))
    note = "asked to write again, and answered then" if told else "not told"
    # What its writer was asked to write again is noted as never read.
    dark = verdict.undecryptable - int(told)
    return plain, replace(encrypted, **vars(replace(verdict, undecryptable=dark)), astray=int(not told), note=note)


def _lose_sessions(store: Path) -> None:
    with closing(sqlite3.connect(store)) as sessions:
        sessions.execute("DELETE FROM olmsessions")
        sessions.commit()


async def _new_key(house: House) -> None:
    """Have a resident's client make a new key for her chat: handed over in the newest session that it knows."""
    resident, room_id = house.district.actors["k13"], await house.district.chat("k13")
    resident._client.invalidate_outbound_session(room_id)


async def _is_told(house: House) -> bool:
    try:
        await house.until("k13", lambda posts: any(post.body.startswith(UNREAD) for post in posts))
    except TimeoutError:
        return False
    return True

"""A second process on the data folder of one that is at work, as when somebody starts the bot beside the service."""

import asyncio
from dataclasses import replace
from pathlib import Path

from proof.devices import PATIENCE_SECONDS, SOON_SECONDS, all_asked
from proof.figures import Figures
from proof.house import at_work
from proof.play import open_chats
from proof.scene import Asked, ends_by_itself, final
from proof.series import SQLITE, Series
from rehearsal.apart import BotApart

NAME, WITHOUT = "a second process on the same data", "a lock on the data folder"
MOST, FEWEST, OF_CONTROL = 100, 3, 1
REFUSED = "AlreadyRunning"
ENDING_SECONDS = 20.0
"""A share of the time that is kept for the end."""


async def played(series: Series, seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Start a second process again and again, while people ask the first one."""
    bot = ("proof.bot",) if protected else ("proof.bot", "no-lock-on-the-folder")
    ends = asyncio.get_running_loop().time() + seconds - ENDING_SECONDS
    async with series.district("second") as (district, folder), at_work(district, folder, *bot) as house:
        await open_chats(district)
        asked, tries, refused = Asked(house), 0, 0
        while tries < (MOST if protected else OF_CONTROL) and (
            tries < FEWEST or asyncio.get_running_loop().time() < ends
        ):
            tries += 1
            patience = PATIENCE_SECONDS if protected else SOON_SECONDS
            _, was_refused = await asyncio.gather(all_asked(asked, patience), _refused(folder, tries, bot, patience))
            refused += was_refused
        verdict = await final(house, folder / "config.yaml")
        called = NAME if protected else f"without {WITHOUT}"
        plain, encrypted = await asked.figures(Figures(called, SQLITE, cycles=tries, must_fail=not protected))
    note = f"{refused} of {tries} refused"
    return plain, replace(encrypted, **vars(verdict), astray=tries - refused, note=note)


async def _refused(folder: Path, number: int, bot: tuple[str, ...], patience: float) -> bool:
    """Start a second process; say whether it ended by itself, for the reason that it should."""
    second = BotApart(folder / "config.yaml", folder / "clock.json", *bot)
    second.log = folder / f"second-{number}.log"
    second.start()
    try:
        return await ends_by_itself(second, patience) and REFUSED in second.log.read_text(errors="replace")
    finally:
        if second.runs:
            second.kill()

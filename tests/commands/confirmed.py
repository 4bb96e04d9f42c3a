"""Saying a line that is shown first, and confirming it."""

import re

from tests.town import SECRETARIAT, Town

WORD_JOINER = "\u2060"


async def answer(town: Town, sender: str, line: str, room: str = SECRETARIAT) -> str:
    """Say a line and return the first thing that is said of it, without the joiners in Matrix IDs."""
    await town.says(sender, line, room=room)
    (_room, body), *_ = await town.hears()
    return body.replace(WORD_JOINER, "")


async def confirmed(town: Town, sender: str, line: str, room: str = SECRETARIAT) -> list[tuple[str, str, str]]:
    """Say a line, confirm what it shows, and return all that was done."""
    shown = await answer(town, sender, line, room)
    code = re.search(r"!confirm (\d{4})", shown)
    assert code, shown
    await town.says(sender, f"!confirm {code[1]}", room=room)
    return [(room, act, body.replace(WORD_JOINER, "")) for room, act, body in await town.hears_all()]

"""More is said while the bot is down than a timeline of the homeserver holds: read to the last, in order."""

import asyncio
from dataclasses import replace

from proof.figures import Figures
from proof.house import at_work
from proof.judge import claimed
from proof.play import open_chats
from proof.scene import Asked, final
from proof.series import SQLITE, Series

WITHOUT = "filling of gaps"
SHORT, LONG, MOST_PLAIN = 200, 5_000, 1_000
ONE_IN = 25
"""So many of the messages are commands; the others are talk."""
AT_ONCE = 8
MESSAGES_A_SECOND = 30
"""As many as a homeserver takes on a machine that it shares."""
PATIENCE_SECONDS = 300.0
SOON_SECONDS = 20.0


def name(messages: int) -> str:
    """Return what a gap is called."""
    return f"limited timeline of {messages:,}"


async def short(series: Series, _seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Play a gap of 200 messages in each of two rooms."""
    return await _played(series, SHORT, SHORT, protected=protected)


async def long(series: Series, seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Play a gap of 5,000 messages in an encrypted room, or of as many as fit; in a plain one fewer."""
    messages = max(2 * SHORT, min(LONG, round(seconds * MESSAGES_A_SECOND)))
    return await _played(series, LONG, messages if protected else SHORT, protected=protected)


async def _played(series: Series, wanted: int, messages: int, *, protected: bool) -> tuple[Figures, ...]:
    bot = ("proof.bot",) if protected else ("proof.bot", "no-filling-of-gaps")
    async with series.district("gap") as (district, folder), at_work(district, folder, *bot) as house:
        await open_chats(district)
        await house.bot.listening()
        house.bot.kill()
        asked = Asked(house)
        talk: list[str] = []
        for person, place, there in (("onlooker", "open", min(messages, MOST_PLAIN)), ("boe", "council", messages)):
            actor, room_id = district.actors[person], district.rooms[place]
            for _ in range(there // ONE_IN):
                await asked.ask(person, place, "!next" if place == "open" else "!help nothing")
                for _ in range((ONE_IN - 1) // AT_ONCE):
                    talk += await asyncio.gather(*(actor.say(room_id, "Good morning to all") for _ in range(AT_ONCE)))
        house.bot.start()
        await asked.all_answered(PATIENCE_SECONDS if protected else SOON_SECONDS)
        in_order = True
        for (who, where), events in asked.events.items():
            answers = [post.reply_to for post in await house.reads(who, where) if post.reply_to in events]
            in_order = in_order and answers == events
        verdict = await final(house, folder / "config.yaml")
        read = await claimed(folder / "config.yaml", talk)
        started = Figures(
            f"{name(wanted)}" if protected else f"without {WITHOUT} ({wanted:,})",
            SQLITE,
            cycles=1,
            must_fail=not protected,
        )
        plain, encrypted = await asked.figures(started)
    plainly = min(messages, MOST_PLAIN)
    order = "in order" if in_order else "NOT in order"
    note = f"{messages} of {wanted:,} messages (plain: {plainly}); of {len(talk)} unanswered {read} were read; {order}"
    unread = len(talk) - read + (not in_order and protected)
    return plain, replace(encrypted, lost=encrypted.lost + unread, note=note, **vars(verdict))

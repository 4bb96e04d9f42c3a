"""A district with the bot at work in it, and what the tests ask of the two together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rehearsal.apart import BotApart
from rehearsal.district import BotAbsentError, District
from rehearsal.stage import StageClock
from rehearsal.timeline import Post
from rehearsal.wording import ZONE

FEW = ("chair", "secretary", "registrar", "operator", "sdf", "boe", "k01", "k13", "onlooker")
OPENING = datetime(2026, 3, 23, 8, 0, tzinfo=ZONE)
PATIENCE_SECONDS = 60.0
LOOK_EVERY_SECONDS = 0.1


@dataclass
class House:
    """The district, its clock, and the bot's process."""

    district: District
    clock: StageClock
    bot: BotApart

    async def says(self, person: str, body: str, place: str | None = None) -> str:
        """Have somebody say something, in a room or in a direct chat with the bot; return the event ID."""
        room_id = self.district.rooms[place] if place else await self.district.chat(person)
        return await self.district.actors[person].say(room_id, body)

    async def reads(self, person: str, place: str | None = None) -> list[Post]:
        """Return what the bot has said there, as the person reads it."""
        actor = self.district.actors[person]
        room_id = self.district.rooms[place] if place else await actor.chat_with(self.district.bot.user_id)
        return [post for post in await actor.read(room_id) if post.sender == self.district.bot.user_id]

    async def until(self, person: str, holds: Callable[[list[Post]], bool], place: str | None = None) -> list[Post]:
        """Wait until what the bot has said there is so; return it.

        Raises:
            TimeoutError: it is not so after a minute.
            BotDiedError: the bot has ended by itself.
        """
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not holds(posts := await self.reads(person, place)):
                self.bot.must_run()
                await asyncio.sleep(LOOK_EVERY_SECONDS)
        return posts

    async def until_answered(self, person: str, events: list[str], place: str | None = None) -> list[Post]:
        """Wait until each of some messages has an answer; return the answers to them in the order they came."""
        wanted = set(events)
        posts = await self.until(person, lambda posts: wanted <= {answered(post) for post in posts}, place)
        return [post for post in posts if answered(post) in wanted]


@asynccontextmanager
async def at_work(district: District, folder: Path, module: str = "rehearsal.bot", *more: str) -> AsyncIterator[House]:
    """Run the bot in a district for as long as the block lasts."""
    settings = district.write_settings(folder / "config.yaml", folder / "data")
    clock = StageClock(OPENING, folder / "clock.json")
    bot = BotApart(settings, folder / "clock.json", module, *more)
    bot.start()
    try:
        await _until_come(district, bot)
        yield House(district, clock, bot)
    finally:
        await bot.stop()


async def _until_come(district: District, bot: BotApart) -> None:
    try:
        await district.bot_has_come()
    except BotAbsentError:
        bot.must_run()
        raise


def answered(post: Post) -> str | None:
    """Return the event that a post of the bot answers."""
    return post.reply_to

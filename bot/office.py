"""One council at work."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from bot.bookmark import Bookmark
from bot.dispatch import Dispatcher
from bot.duties import Duties
from bot.matrix.account import Account
from bot.matrix.batch import Batch
from bot.porter import Porter
from bot.postman import Postman
from bot.relay import Relay
from bot.ticker import Ticker
from council.charter import Charter
from storage.database import Database

LOOK_AGAIN_SECONDS = 0.1


@dataclass
class Office:
    """One council at work: its account, its dispatcher, its relay, its porter and its ticker."""

    charter: Charter
    account: Account
    database: Database
    dispatcher: Dispatcher
    relay: Relay
    porter: Porter
    duties: Duties
    ticker: Ticker
    postman: Postman | None = None
    changed: Callable[[Charter], None] = lambda _charter: None
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    bookmark: Bookmark = field(default_factory=Bookmark)
    _handled: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def handle(self, batch: Batch) -> None:
        """Carry out what people said; what came of it is on its way when that returns."""
        if self.bookmark.is_due(batch):
            await self._deal_with(batch)
        async with self._handled:
            self._handled.notify_all()

    async def _deal_with(self, batch: Batch) -> None:
        before = self.dispatcher.charter
        await self.dispatcher.handle(batch)
        self.bookmark.written(batch)
        if self.dispatcher.charter is not before:
            self._go_by(self.dispatcher.charter)
        if any(each.file for each in batch.events):
            self.porter.wake()
        if self.postman:
            self.postman.wake()
        self.ticker.touch()

    def _go_by(self, charter: Charter) -> None:
        """Let every part go by settings that have been changed in chat."""
        self.charter = charter
        self.relay.follow(charter)
        self.porter.follow(charter)
        self.duties.follow(charter)
        if self.postman:
            self.postman.follow(charter)
        self.changed(charter)

    def start(self, ended: Callable[[asyncio.Task[None]], None]) -> None:
        """Begin to read, to say and to watch the clock.

        Args:
            ended: told of each part that ends, which none should.
        """
        self.tasks = [
            asyncio.create_task(self.account.run(self.handle), name="sync"),
            asyncio.create_task(self.relay.run(), name="relay"),
            asyncio.create_task(self.porter.run(self.relay.wake), name="porter"),
            asyncio.create_task(self.ticker.run(), name="ticker"),
        ]
        if self.postman:
            self.tasks.append(asyncio.create_task(self.postman.run(), name="postman"))
        for task in self.tasks:
            task.add_done_callback(ended)

    async def settle(self) -> None:
        """Return when all that was said is dealt with, what is due is done, and all that came of it is said."""
        while True:
            await self._become_level()
            done = await self.ticker.tick()
            await self.porter.drained()
            await self.relay.drained()
            if not done and await self.account.is_level():
                return

    async def _become_level(self) -> None:
        while not await self.account.is_level():
            for task in self.tasks:
                if task.done():
                    task.result()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN_SECONDS), self._handled:
                    await self._handled.wait()

    async def stop(self) -> None:
        """End all of it; what was being sent is tried again at the next start."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.account.close()

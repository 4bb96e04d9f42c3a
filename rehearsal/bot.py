"""The bot under the stage's clock: in this process for the play, or as one of its own, to be killed."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Self

import structlog

from bot import log
from bot.app import App
from bot.clock import Clock
from bot.process import end_when_asked
from bot.settings import load
from rehearsal.apart import LISTENS
from rehearsal.stage import Follower

LOOK_AT_CLOCK_SECONDS = 0.03


class InProcess:
    """The bot in this process, which can tell when it has nothing left to do."""

    def __init__(self, app: App) -> None:
        self.app = app

    @classmethod
    @contextlib.asynccontextmanager
    async def running(cls, settings: Path, clock: Clock, log_file: Path | None = None) -> AsyncIterator[Self]:
        """Run the bot for as long as the block lasts.

        Args:
            settings: its config.yaml.
            clock: what it is to take for the time.
            log_file: where it logs to, if not to standard error.
        """
        with contextlib.nullcontext() if log_file is None else _logging_to(log_file):
            app = App(load(settings, environment={}).settings, clock)
            try:
                await app.start()
                yield cls(app)
            finally:
                await app.stop()

    async def settle(self) -> None:
        """Return when the bot has read, done and said everything that there is at this moment."""
        for office in self.app.offices.values():
            await office.settle()

    async def next_moment(self) -> datetime | None:
        """Return when something falls due next."""
        moments = [await office.duties.next_moment() for office in self.app.offices.values()]
        return min((moment for moment in moments if moment is not None), default=None)

    def must_run(self) -> None:
        """Make sure that no part of it has ended; raise what ended it."""
        for office in self.app.offices.values():
            for task in office.tasks:
                if task.done():
                    task.result()

    @property
    def listens(self) -> bool:
        """Whether every council's part has heard the homeserver since it began."""
        return all(office.account.pulse().silent_seconds is not None for office in self.app.offices.values())

    def wake(self) -> None:
        """Have the bot look at the clock."""
        for office in self.app.offices.values():
            office.ticker.wake()


@contextlib.contextmanager
def _logging_to(file: Path) -> Iterator[None]:
    """Have the bot log to a file, and as before once it has ended."""
    before = structlog.get_config()
    with file.open("a", buffering=1) as lines:
        with contextlib.redirect_stderr(lines):
            log.set_up()
        try:
            yield
        finally:
            structlog.configure(**before)


async def follow(settings: Path, clock_file: Path) -> None:
    """Run the bot by a clock that another process moves, until asked to end. It logs as the service does."""
    log.set_up()
    clock = Follower(clock_file)
    clock.moved()
    task = asyncio.current_task()
    assert task
    end_when_asked(asyncio.get_running_loop(), task)
    listens = settings.with_name(LISTENS)
    with contextlib.suppress(asyncio.CancelledError):
        async with InProcess.running(settings, clock) as bot:
            while True:
                bot.must_run()
                if clock.moved():
                    bot.wake()
                if bot.listens and not listens.exists():
                    listens.touch()
                await asyncio.sleep(LOOK_AT_CLOCK_SECONDS)


if __name__ == "__main__":
    _, settings_file, _, stage_clock_file = sys.argv
    asyncio.run(follow(Path(settings_file), Path(stage_clock_file)))

"""A task that is cancelled at any moment leaves neither a lock nor a thread behind."""

import asyncio
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.database import Database
from storage.seal import Vault
from tests.engines import MASTER, with_tables

COUNCIL = "test"
LONGEST_SECONDS = 3.0
"""Well below the time for which SQLite waits for a lock."""


class SteppingLoop(asyncio.SelectorEventLoop):
    """Does something once it has gone round so many times."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self._then: Callable[[], None] | None = None

    def after(self, rounds: int, then: Callable[[], None]) -> None:
        self._left, self._then = rounds, then

    def _run_once(self) -> None:
        super()._run_once()  # type: ignore[misc]
        self._left -= 1
        if self._left <= 0 and self._then is not None:
            then, self._then = self._then, None
            then()


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'radslag.db'}"


async def write(database: Database) -> None:
    async with database.work(COUNCIL) as work:
        await work.sync.save("token")
        await work.sync.token()


async def write_for_ever(database: Database) -> None:
    while True:
        await write(database)


async def write_and_note_the_end(database: Database) -> None:
    """As the relay does: what became of things is written down when it is told to end."""
    try:
        await write_for_ever(database)
    finally:
        await write(database)


async def cancelled_after(loop: SteppingLoop, rounds: int, folder: Path) -> None:
    opened = Database(url(folder), Vault(MASTER))
    tasks = [asyncio.create_task(write_for_ever(opened)), asyncio.create_task(write_and_note_the_end(opened))]
    ending = asyncio.Event()

    def end() -> None:
        for task in tasks:
            task.cancel()
        ending.set()

    loop.after(rounds, end)
    await ending.wait()
    # What ended them is kept until both have ended, as `gather` keeps it.
    await asyncio.gather(*tasks, return_exceptions=True)
    await opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    async def settle_in() -> None:
        empty = await with_tables(url(tmp_path))
        await empty.close()

    asyncio.run(settle_in())
    return tmp_path


@pytest.mark.parametrize("first", range(1, 141, 20))
def test_whoever_is_cancelled_in_a_transaction_holds_nobody_up(folder: Path, first: int) -> None:
    before = set(threading.enumerate())
    for rounds in range(first, first + 20):
        loop = SteppingLoop()
        began = time.monotonic()
        try:
            loop.run_until_complete(cancelled_after(loop, rounds, folder))
        finally:
            loop.close()
        assert time.monotonic() - began < LONGEST_SECONDS, f"after {rounds} rounds"
    for thread in set(threading.enumerate()) - before:
        thread.join(LONGEST_SECONDS)
        assert not thread.is_alive()

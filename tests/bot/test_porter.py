"""A picture that is awaited is fetched once whatever fails meanwhile: the homeserver, or the database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from bot.matrix.batch import Attachment
from bot.matrix.wire import TryAgain
from bot.porter import Porter
from tests.bot.test_failing_database import in_a_file, read_only
from tests.papers.test_picture import photo
from tests.town import ANNA, Town

__all__ = ["in_a_file"]
PHOTO = photo()


class Post:
    """A homeserver that gives a picture, after it has failed so many times."""

    def __init__(self, town: Town, failing: int = 0) -> None:
        self.failing = failing
        self.fetched = 0
        self.meanwhile: Callable[[], Awaitable[None]] | None = None
        self.said = asyncio.Event()
        self.porter = Porter(town.database, town.charter, self.fetch, town.clock, first_pause_seconds=0.0)

    async def fetch(self, _file: Attachment, _most_bytes: int) -> bytes:
        self.fetched += 1
        if self.meanwhile:
            breaks, self.meanwhile = self.meanwhile, None
            await breaks()
        if self.fetched <= self.failing:
            raise TryAgain("the homeserver does not answer")
        return PHOTO

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[asyncio.Task[None]]:
        running = asyncio.create_task(self.porter.run(self.said.set))
        async with asyncio.timeout(30):
            yield running
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def awaits_a_picture(town: Town) -> None:
    """Let a resident with a case send a picture that cannot be fetched yet."""
    await town.opens_chat(ANNA)
    await town.says(ANNA, "!concern Buskarna skymmer gångvägen till skolan")
    town.out_of_reach = True
    await town.shows(ANNA, PHOTO)
    await town.hears()


async def awaited(town: Town) -> int:
    async with town.database.work(town.charter.slug) as work:
        return len(await work.pictures.awaited())


async def test_a_picture_that_cannot_be_had_yet_is_fetched_again_without_being_asked_to(in_a_file: Town) -> None:
    await awaits_a_picture(in_a_file)
    post = Post(in_a_file, failing=2)

    async with post.at_work():
        await post.said.wait()

    assert post.fetched == 3
    assert await awaited(in_a_file) == 0


@pytest.mark.parametrize("when", ["before it is fetched", "while it is fetched"])
async def test_a_database_that_fails_costs_no_picture_and_ends_nothing(in_a_file: Town, when: str) -> None:
    await awaits_a_picture(in_a_file)
    post = Post(in_a_file)
    mends = []

    async def breaks() -> None:
        mends.append(await read_only(in_a_file.database))

    if when == "before it is fetched":
        await breaks()
    else:
        post.meanwhile = breaks
    async with post.at_work() as running:
        await post.porter.drained()
        assert not running.done()
        assert not post.said.is_set()
        await mends[0]()
        await post.said.wait()

    assert await awaited(in_a_file) == 0
    assert len(mends) == 1


async def test_a_mistake_of_ours_in_the_database_is_not_waited_out(in_a_file: Town) -> None:
    await awaits_a_picture(in_a_file)
    post = Post(in_a_file)
    async with in_a_file.database.engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE pictures")

    async with post.at_work() as running:
        await asyncio.wait([running])
        with pytest.raises(Exception, match="no such table: pictures"):
            running.result()

    assert post.fetched == 0

"""A PostgreSQL that is ended for a test is there again for the next, whatever became of the first."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from rehearsal.postgres import Postgres, PostgresError, can_be_had

pytestmark = [pytest.mark.postgres, pytest.mark.slow, pytest.mark.skipif(not can_be_had(), reason="no PostgreSQL")]


@pytest.fixture
def server() -> Iterator[Postgres]:
    with closing(Postgres()) as server:
        yield server


async def answers(server: Postgres) -> bool:
    engine = create_async_engine(server.url(), poolclass=NullPool)
    async with engine.connect() as connection:
        return bool(await connection.scalar(text("SELECT 1")))


async def test_a_server_that_was_ended_for_something_that_breaks_is_back_after_it(server: Postgres) -> None:
    async def breaks() -> None:
        async with server.away():
            assert not (server.folder / "postmaster.pid").exists()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await breaks()

    assert await answers(server)


async def test_a_server_that_does_not_run_is_not_ended_and_says_so_with_its_last_words(server: Postgres) -> None:
    await server.ends_at_once()

    with pytest.raises(PostgresError, match=r"did not run: (?s:.)*immediate shutdown"):
        await server.ends_at_once()

    await server.comes_back()
    await server.comes_back()
    assert await answers(server)


async def test_a_server_without_room_for_its_files_ends_or_refuses_and_goes_on_once_there_is_room(
    server: Postgres,
) -> None:
    server.limit_files(0)
    with pytest.raises((DBAPIError, OSError)):
        await server.make("more")

    await server.has_room_again()

    await server.make("enough")
    assert await answers(server)


async def test_what_was_made_is_gone_once_it_is_cleared_though_somebody_still_asks_it(server: Postgres) -> None:
    engine = create_async_engine(await server.make("used"), poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.scalar(text("SELECT 1"))

        await server.clear()
        await connection.invalidate()

    await server.make("used")
    assert await answers(server)


async def test_a_replica_has_all_that_was_committed_and_is_written_to_once_it_has_taken_over(server: Postgres) -> None:
    with closing(Postgres(server)) as replica:
        await server.waits_for_its_replica()
        await server.make("last")
        await server.ends_at_once()
        await replica.takes_over()

        await replica.make("copied", like="last")
        assert await answers(replica)

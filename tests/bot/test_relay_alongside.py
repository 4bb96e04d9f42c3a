"""An answer is on its way with the transaction that decided it, and is written down with the next one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from bot import relay as relaying
from bot.dispatch import Dispatcher
from bot.matrix.batch import Arrived, Batch, Kind
from bot.relay import Relay
from bot.voice import Occasion, Voice
from council.people import Place
from storage.outbox import NEW, SENT, OutboxRow
from tests.bot.test_relay import Server, _queue, _says
from tests.town import BOE, RULEBOOK, Town, _catalogue

NAMES = count(1)


class Slow(Server):
    """A server that answers when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = asyncio.Event()
        self.may_answer = asyncio.Event()

    async def send(self, *request: Any) -> str:
        self.asked.set()
        await self.may_answer.wait()
        return await super().send(*request)


def _answering(town: Town, relay: Relay) -> Dispatcher:
    return Dispatcher(town.database, town.charter, _catalogue(), town.clock, RULEBOOK, alongside=relay.alongside)


def _asked(town: Town, line: str = "!next") -> Batch:
    name = f"$asked-{next(NAMES)}"
    at_ms = int(town.clock.now().timestamp() * 1000)
    return Batch(name, events=(Arrived(name, "!council:town", BOE, at_ms, Kind.MESSAGE, line),))


@asynccontextmanager
async def _at_work(relay: Relay) -> AsyncIterator[None]:
    task = asyncio.create_task(relay.run())
    try:
        async with asyncio.timeout(30):
            yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _said(server: Server, how_much: int) -> None:
    while len(server.timeline) < how_much:
        server.stored.clear()
        await server.stored.wait()


async def _states(town: Town) -> list[str]:
    async with town.database.work(town.charter.slug) as work:
        return list(await work.session.scalars(select(OutboxRow.state).order_by(OutboxRow.number)))


async def test_an_answer_costs_one_commit(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relaying, "WRITTEN_DOWN_WITHIN_SECONDS", 3600.0)
    server = Server()
    relay = Relay(town.database, town.charter, server, town.clock)
    dispatcher = _answering(town, relay)
    commits: list[object] = []

    def note(connection: object) -> None:
        commits.append(connection)

    async with _at_work(relay):
        await relay.drained()
        event.listen(town.database.engine.sync_engine, "commit", note)
        for answers in range(1, 6):
            await dispatcher.handle(_asked(town))
            await _said(server, answers)
        event.remove(town.database.engine.sync_engine, "commit", note)

    assert len(commits) == 5
    assert set(await _states(town)) == {SENT}


async def test_an_answer_that_nobody_follows_is_written_down_soon(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relaying, "WRITTEN_DOWN_WITHIN_SECONDS", 0.0)
    relay = Relay(town.database, town.charter, Server(), town.clock)
    settled = asyncio.Event()
    async with _at_work(relay):
        await relay.drained()
        await _answering(town, relay).handle(_asked(town))
        event.listen(town.database.engine.sync_engine, "commit", lambda _connection: settled.set(), once=True)
        await settled.wait()

        assert town.database.ledger(town.charter.slug).waiting == 0


async def test_what_a_failed_transaction_had_written_down_the_next_one_does(town: Town) -> None:
    await _queue(town, "a", _says(Place.OPEN, "once"))
    async with town.database.work(town.charter.slug) as work:
        (row,) = await work.outbox.waiting(town.clock.now())
    town.database.ledger(town.charter.slug).note(row.number, "$once")

    async def fails() -> None:
        async with town.database.work(town.charter.slug) as work:
            assert await work.outbox.waiting(town.clock.now()) == []
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    async with town.database.work(town.charter.slug) as work:
        assert await work.outbox.post_of("$once", row.room) is None
        assert list(await work.session.scalars(select(OutboxRow.event))) == ["$once"]
    assert town.database.ledger(town.charter.slug).open == []


async def test_what_is_said_and_in_another_transactions_hands_is_not_said_again(town: Town) -> None:
    await _queue(town, "a", _says(Place.OPEN, "once"))
    async with town.database.work(town.charter.slug) as work:
        (row,) = await work.outbox.waiting(town.clock.now())

        assert await work.outbox.waiting(town.clock.now(), said=[row.number]) == []
        assert row.state == NEW


async def test_what_comes_for_a_room_while_something_is_said_there_follows_at_once(town: Town) -> None:
    server = Slow()
    relay = Relay(town.database, town.charter, server, town.clock)
    dispatcher = _answering(town, relay)
    async with _at_work(relay):
        await relay.drained()
        await dispatcher.handle(_asked(town))
        await server.asked.wait()
        await dispatcher.handle(_asked(town, "!agenda list"))
        server.may_answer.set()
        await _said(server, 2)

    assert [room for room, _type, _content in server.timeline] == ["!council:town", "!council:town"]
    assert set(await _states(town)) == {SENT}


async def test_a_bug_of_the_relays_does_not_undo_what_somebody_did(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    relay = Relay(town.database, town.charter, Server(), town.clock)

    async def breaks(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(relay, "_tasks", breaks)
    await _answering(town, relay).handle(_asked(town, "!agenda add Belysning"))

    assert await _states(town) == [NEW]
    with pytest.raises(ZeroDivisionError):
        await relay.run()


async def test_nothing_is_taken_from_a_transaction_that_fails(town: Town) -> None:
    server = Server()
    relay = Relay(town.database, town.charter, server, town.clock)
    await _queue(town, "a", _says(Place.OPEN, "once"))

    async def fails() -> None:
        async with relay.alongside() as look, town.database.work(town.charter.slug) as work:
            await look(work)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    assert server.requests == 0

    await relay.settle()
    assert server.bodies() == ["> once"]


async def test_a_database_that_fails_as_the_relay_looks_undoes_all_that_was_done_with_it(town: Town) -> None:
    relay = Relay(town.database, town.charter, Server(), town.clock)
    engine = town.database.engine.sync_engine

    def fail(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.lstrip().startswith("SELECT outbox"):
            raise OperationalError(statement, None, OSError("the disk is gone"))

    event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(OperationalError):
        await _answering(town, relay).handle(_asked(town, "!agenda add Belysning"))
    event.remove(engine, "before_cursor_execute", fail)

    assert await _states(town) == []


async def test_what_ends_in_two_rooms_soon_after_another_is_written_down_together(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relaying, "WRITTEN_DOWN_WITHIN_SECONDS", 0.05)
    server = Server()
    relay = Relay(town.database, town.charter, server, town.clock)
    async with _at_work(relay):
        await relay.drained()
        async with relay.alongside() as look, town.database.work(town.charter.slug) as work:
            voice = Voice(town.charter)
            both = [_says(Place.OPEN, "one"), _says(Place.COUNCIL, "two")]
            await voice.queue(work, await voice.rendered(work, both, Occasion("a", town.clock.now())))
            await look(work)
        await _said(server, 2)
        while await _states(town) != [SENT, SENT]:  # noqa: ASYNC110 - looked for in the database
            await asyncio.sleep(0.01)

    assert town.database.ledger(town.charter.slug).waiting == 0


async def test_what_somebody_has_written_down_already_costs_no_transaction_of_its_own(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relaying, "WRITTEN_DOWN_WITHIN_SECONDS", 0.02)
    server = Server()
    relay = Relay(town.database, town.charter, server, town.clock)
    commits: list[object] = []
    async with _at_work(relay):
        await relay.drained()
        await _answering(town, relay).handle(_asked(town))
        await _said(server, 1)
        while await _states(town) != [SENT]:  # noqa: ASYNC110 - looked for in the database
            await asyncio.sleep(0)
        event.listen(town.database.engine.sync_engine, "commit", commits.append)
        await asyncio.sleep(0.1)

    assert commits == []

"""Several processes on one PostgreSQL: every council has one at work, never two; a stale one can write nothing more."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import IO

import pytest

from bot.fleet import keeper as keeping
from bot.fleet.keeper import Keeper
from bot.fleet.place import lock_of
from bot.premises import AlreadyRunning
from storage.database import Database
from storage.seal import Vault
from storage.tenures import Process, Roster, Superseded, Tenure, Tenures
from tests.engines import MASTER

pytestmark = [pytest.mark.postgres, pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)]
COUNCILS = ("lindvassa", "solvik")
OWN = Process("a" * 32, 1, "here", "here:1")
OTHER = Process("b" * 32, 2, "there", "here:1")
LONG = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@dataclass
class Desks:
    """Stands in for the councils' offices: notes who is at work for what, in the whole house."""

    house: Counter[str]
    mine: list[str] = field(default_factory=list)

    async def open(self, council: str) -> None:
        self.house[council] += 1
        assert self.house[council] == 1, "two at work for one council"
        self.mine.append(council)
        await asyncio.sleep(0)

    async def close(self, council: str) -> None:
        if council in self.mine:
            self.mine.remove(council)
            await asyncio.sleep(0)
            self.house[council] -= 1


@dataclass
class Silent:
    """Has not heard of one of the processes for too long."""

    name: str

    def look(self, *_: object) -> frozenset[str]:
        return frozenset({self.name})


@dataclass
class House:
    """One machine, one data folder, one database, and the processes in it."""

    url: str
    folder: Path
    at_work: Counter[str] = field(default_factory=Counter)
    databases: list[Database] = field(default_factory=list)
    processes: list["Running"] = field(default_factory=list)

    async def process(self, councils: tuple[str, ...] = COUNCILS, *, alone: bool = False) -> "Running":
        database = Database(self.url, Vault(MASTER))
        self.databases.append(database)
        desks = Desks(self.at_work)
        ended: list[tuple[int, str]] = []

        def evict(pid: int, _folder: Path, council: str) -> bool:
            ended.append((pid, council))
            return False

        keeper = Keeper(database, self.folder, councils, desks, evict=evict)
        running = Running(keeper, desks, database, ended)
        self.processes.append(running)
        await running.keeper.enter(alone=alone)
        return running

    async def roster(self) -> Roster:
        return await Tenures(self.databases[0]).roster()


@dataclass
class Running:
    """A process at work."""

    keeper: Keeper
    desks: Desks
    database: Database
    ended: list[tuple[int, str]] = field(default_factory=list)

    @property
    def locks(self) -> dict[str, IO[str]]:
        return self.keeper._locks

    def dies(self) -> None:
        """End as by SIGKILL: the system lets go of its locks, and nothing else is done."""
        for council in tuple(self.desks.mine):
            self.desks.house[council] -= 1
        self.desks.mine.clear()
        for lock in self.locks.values():
            lock.close()


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    house = House(database_url, tmp_path)
    yield house
    for process in house.processes:
        process.dies()
    for database in house.databases:
        await database.close()


async def test_a_stale_owner_can_write_nothing_more_and_knows(house: House) -> None:
    old, new = Database(house.url, Vault(MASTER)), Database(house.url, Vault(MASTER))
    house.databases += [old, new]
    old.terms["lindvassa"] = await _taken(old, OWN.name)
    async with old.work("lindvassa") as work:
        await work.sync.save("mine")

    new.terms["lindvassa"] = await _taken(new, OTHER.name)

    with pytest.raises(Superseded):
        async with old.work("lindvassa") as work:
            await work.sync.save("stale")
    assert old.superseded.is_set()
    async with new.work("lindvassa") as work:
        assert await work.sync.token() == "mine"


async def test_whoever_takes_over_waits_for_a_transaction_that_is_under_way_and_none_begins_after(house: House) -> None:
    old, new = Database(house.url, Vault(MASTER)), Database(house.url, Vault(MASTER))
    house.databases += [old, new]
    old.terms["lindvassa"] = await _taken(old, OWN.name)
    async with old.work("lindvassa") as work:
        taking = asyncio.create_task(_taken(new, OTHER.name))
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(taking), 0.2)
        assert not taking.done()
        await work.sync.save("in time")
    new.terms["lindvassa"] = await taking

    async with new.work("lindvassa") as work:
        assert await work.sync.token() == "in time"


async def test_without_the_fence_a_stale_owner_writes_over_its_successor(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: object) -> None:
        """Stand in for the fence."""

    monkeypatch.setattr("storage.database.hold_to", nothing)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        await test_a_stale_owner_can_write_nothing_more_and_knows(house)


async def _taken(database: Database, name: str) -> int:
    tenures = Tenures(database)
    term = await tenures.take("lindvassa", name, (await tenures.roster()).tenures.get("lindvassa"))
    assert term is not None
    return term


async def test_whoever_looked_before_another_took_gets_nothing(house: House) -> None:
    database = Database(house.url, Vault(MASTER))
    house.databases.append(database)
    tenures = Tenures(database)

    terms = await asyncio.gather(*(tenures.take("lindvassa", f"{number}", None) for number in range(8)))

    assert sorted(terms, key=str) == [1, *[None] * 7]
    assert await tenures.take("lindvassa", "late", Tenure("lindvassa", 0, None)) is None


async def test_councils_are_spread_over_the_processes(house: House) -> None:
    first = await house.process()
    await first.keeper.settle()
    assert sorted(first.desks.mine) == [*COUNCILS]

    second = await house.process()
    await first.keeper.settle()
    await second.keeper.settle()

    assert sorted(first.desks.mine + second.desks.mine) == [*COUNCILS]
    assert len(first.desks.mine) == len(second.desks.mine) == 1


async def test_what_a_process_leaves_at_its_end_another_takes_at_once(house: House) -> None:
    first = await house.process()
    await first.keeper.settle()
    second = await house.process()
    for council in COUNCILS:
        await first.desks.close(council)
    await first.keeper.close()

    await second.keeper.settle()

    assert sorted(second.desks.mine) == [*COUNCILS]
    assert list((await house.roster()).processes) == [second.keeper.own.name]


async def test_what_a_killed_process_had_another_takes_at_the_next_look(house: House) -> None:
    first = await house.process()
    await first.keeper.settle()
    second = await house.process()
    first.dies()

    await second.keeper.settle()

    assert sorted(second.desks.mine) == [*COUNCILS]
    with pytest.raises(Superseded):
        await first.keeper.beat()


async def test_a_process_that_hangs_is_ended_before_its_stores_are_opened(house: House) -> None:
    first = await house.process()
    await first.keeper.settle()
    second = await house.process()
    second.keeper._watch = Silent(first.keeper.own.name)  # type: ignore[assignment]
    await second.keeper.settle()

    assert second.ended
    assert second.ended[0][0] == first.keeper.own.pid
    assert not second.desks.mine, "it still has its stores"
    first.dies()
    await second.keeper.settle()
    assert sorted(second.desks.mine) == [*COUNCILS]


@pytest.mark.parametrize("seed", range(3))
async def test_whoever_races_for_a_council_there_are_never_two_at_work(house: House, seed: int) -> None:
    chance = random.Random(seed)
    running = await asyncio.gather(*(house.process() for _ in range(6)))
    for _ in range(12):
        dying = chance.choice(running)
        if chance.random() < 0.3:
            dying.dies()
            running.remove(dying)
            running.append(await house.process())
        # Each asserts, whenever it begins, that nobody else is at work.
        await asyncio.gather(*(each.keeper.settle() for each in chance.sample(running, len(running))))

    await asyncio.gather(*(each.keeper.settle() for each in running))
    await asyncio.gather(*(each.keeper.settle() for each in running))
    assert house.at_work == Counter(COUNCILS)


async def test_without_the_terms_and_the_locks_two_race_for_a_council(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def granted(*_: object) -> int:
        return 1

    monkeypatch.setattr(Tenures, "take", granted)
    monkeypatch.setattr(keeping, "lock_of", lambda folder, council: lock_of(folder, f"{council}-{random.random()}"))
    first, second = await house.process(), await house.process()
    await first.keeper.round()

    with pytest.raises(AssertionError, match="two at work"):
        await second.keeper.round()


async def test_a_process_that_wants_to_be_alone_is_told_who_is_there(house: House, tmp_path: Path) -> None:
    await house.process()
    (tmp_path / "elsewhere").mkdir()
    house.folder = tmp_path / "elsewhere"

    with pytest.raises(AlreadyRunning, match=rf"another radslag works with this database: process {os.getpid()} on "):
        await house.process(alone=True)
    with pytest.raises(AlreadyRunning, match="another radslag works with this database"):
        await house.process()


async def test_a_process_that_is_alone_in_its_folder_does_not_wait_for_the_one_killed_before(house: House) -> None:
    first = await house.process(alone=True)
    await first.keeper.settle()
    first.dies()

    second = await house.process(alone=True)
    await second.keeper.settle()

    assert sorted(second.desks.mine) == [*COUNCILS]


async def test_a_council_that_cannot_be_opened_is_left_to_others(house: House) -> None:
    first, second = await house.process(), await house.process()

    async def refuses(council: str) -> None:
        raise ValueError(council)

    first.desks.open = refuses  # type: ignore[method-assign]
    with pytest.raises(ValueError, match="lindvassa"):
        await first.keeper.settle()

    await second.keeper.settle()
    assert second.desks.mine == ["lindvassa"]
    assert not first.locks

"""A town whose bot dies at commits and hears everything again says, step by step, what it says in peace."""

import asyncio
import shutil
from collections import deque
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.matrix.batch import Arrived
from storage.claims import Claims
from storage.database import Database
from storage.seal import Vault
from storage.work import Work
from tests.engines import MASTER
from tests.town import ANNA, BERTIL, CHARTER, COUNCIL, FTG, POL, SDF, SECRETARY, Town

SAID = (
    (POL, "!agenda add Belysningen i tunneln"),
    (FTG, "!agenda add Inbrott i butikerna | 10 min"),
    (SECRETARY, "!agenda move A8 up"),
    (SECRETARY, "!agenda withdraw A8"),
    (SECRETARY, "!agenda"),
    (ANNA, "!concern Tre lampor är trasiga i tunneln"),
    (BERTIL, "!concern Buskarna skymmer gångvägen"),
    (ANNA, "Nu är det fyra"),
    (SECRETARY, "!case assign 0031 SDF"),
    (SECRETARY, "!case assign 0032 FAST"),
    (SDF, "!case answer 0031 Lamporna är beställda."),
    (SDF, "!case resolve 0031"),
    (SECRETARY, "!case close 0031 Lamporna lyser."),
    (ANNA, "!yes"),
    (ANNA, "!no"),
    (BERTIL, "!withdraw 0032"),
    (SECRETARY, "!action add SDF 2026-04-20 Byt lamporna"),
    (SDF, "!action done 1"),
    (POL, "!agneda ad"),
)
DAYS = (1, 7, 30)
STEPS = st.sampled_from([*SAID, *DAYS])
LIVES, BEFORE, AFTER = "lives", "dies before the commit", "dies after the commit"
FATES = st.sampled_from([LIVES, LIVES, BEFORE, AFTER])
Step = tuple[str, str] | int


class Killed(BaseException):
    """The process is gone; what it had in mind is lost."""


class Mortal(Database):
    """A database whose process dies at some commits, while it is `at_work`."""

    fates: deque[str]
    at_work = False

    @asynccontextmanager
    async def work(self, council: str) -> AsyncIterator[Work]:
        """Open a transaction that the process may not survive."""
        fate = self.fates.popleft() if self.at_work and self.fates else LIVES
        async with super().work(council) as work:
            yield work
            if fate == BEFORE:
                raise Killed
        if fate == AFTER:
            raise Killed


@dataclass
class Ordeal(Town):
    """A town whose bot dies, starts again, is handed what it had not acknowledged, and often all of it once more."""

    again: deque[bool] = field(default_factory=deque)
    """Whether all that was ever said is delivered once more, after each thing that is said."""
    _arrived: list[Arrived] = field(default_factory=list)

    async def _arrives(self, arrived: Arrived) -> str:
        self._arrived.append(arrived)
        for each in [arrived, *(self._arrived if self.again and self.again.popleft() else ())]:
            while not await self._survives(super()._arrives(each)):
                pass
        return arrived.event

    async def becomes(self, moment: datetime) -> None:
        """Let time pass, as often as it takes."""
        while not await self._survives(super().becomes(moment)):
            pass

    async def _survives(self, deed: object) -> bool:
        before = self.database
        assert isinstance(before, Mortal)
        before.at_work = True
        try:
            await deed  # type: ignore[misc]
        except Killed:
            self.database = _mortal(str(before.url), before.fates)
            await before.close()
            return False
        before.at_work = False
        return True


def _mortal(url: str, fates: deque[str]) -> Mortal:
    database = Mortal(url, Vault(MASTER))
    database.fates = fates
    return database


async def _play(town: Town, steps: Sequence[Step]) -> list[list[tuple[str, str, str]]]:
    """Return what is heard after each step."""
    heard = []
    for step in steps:
        if isinstance(step, int):
            await town.becomes(town.clock.time + timedelta(days=step))
        else:
            await town.says(*step, room=None if step[0] in (ANNA, BERTIL) else COUNCIL)
        heard.append(await town.hears_all())
    return heard


def _clear(folder: Path) -> None:
    for file in [*folder.glob("peace.db*"), *folder.glob("ordeal.db*")]:
        file.unlink()


async def _compare(folder: Path, steps: Sequence[Step], fates: Iterable[str], again: Iterable[bool]) -> None:
    for name in ("peace", "ordeal"):
        shutil.copy(folder / "settled.db", folder / f"{name}.db")
    peace = Town(Database(f"sqlite:///{folder}/peace.db", Vault(MASTER)), CHARTER)
    ordeal = Ordeal(_mortal(f"sqlite:///{folder}/ordeal.db", deque(fates)), CHARTER, again=deque(again))
    try:
        assert await _play(ordeal, steps) == await _play(peace, steps)
    finally:
        await peace.database.close()
        await ordeal.database.close()
        _clear(folder)


@pytest.fixture
def settled(_files: Path) -> Path:
    """The folder of a town's database, as it is when everybody has moved in."""
    return _files


@pytest.mark.slow
@pytest.mark.timeout(300)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    steps=st.lists(STEPS, min_size=3, max_size=10),
    fates=st.lists(FATES, max_size=40),
    again=st.lists(st.booleans(), max_size=10),
)
def test_a_bot_that_dies_at_commits_and_hears_all_again_says_what_it_says_in_peace(
    settled: Path, steps: list[Step], fates: list[str], again: list[bool]
) -> None:
    asyncio.run(_compare(settled, steps, fates, again))


DIES_AND_HEARS_AGAIN = (SAID[0], SAID[5], 1), (AFTER,), (False, True)


def test_an_item_is_added_once_though_the_bot_died_just_after_and_is_told_again(settled: Path) -> None:
    asyncio.run(_compare(settled, *DIES_AND_HEARS_AGAIN))


def test_control_without_claims_the_comparison_finds_what_was_done_twice(
    settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def all_of_them(_claims: Claims, names: set[str], _now: datetime) -> set[str]:
        return names

    monkeypatch.setattr(Claims, "take", all_of_them)

    # Done twice it is said twice, or under a name that the outbox has already.
    with pytest.raises((AssertionError, IntegrityError)):
        asyncio.run(_compare(settled, *DIES_AND_HEARS_AGAIN))

"""Plays one fault after the other on one homeserver, each against the same rounds in peace."""

import asyncio
import random
import secrets
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from math import inf
from pathlib import Path

from proof.figures import Figures, figures_of
from proof.house import FEW
from proof.play import Disturbance, History, Round, disturbed, undisturbed
from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from rehearsal.postgres import Postgres

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"


@dataclass(frozen=True)
class Pace:
    """How many rounds are played.

    Args:
        most: no more than these.
        seconds: and no more once so much time has passed.
        fewest: but these in any case.
    """

    most: int
    seconds: float = inf
    fewest: int = 1

    def of(self, rounds: Sequence[Round]) -> Iterator[Round]:
        """Return one round after the other for as long as there is time; it begins to pass with the first."""
        ends = time.monotonic() + self.seconds
        for number, each in enumerate(rounds):
            if number >= self.fewest and time.monotonic() > ends:
                return
            yield each


class Peace:
    """What is said in some rounds that nobody disturbs: played once for all that is compared with it."""

    def __init__(self) -> None:
        self._history = History()
        self._alone = asyncio.Lock()

    async def of(self, series: "Series", rounds: int) -> History:
        """Return what is to be said in some rounds; played anew only where more are asked for than before."""
        async with self._alone:
            if rounds > len(self._history.rounds):
                async with series.district("peace") as (district, folder):
                    self._history = await undisturbed(district, folder, random.Random(series.seed), rounds)
        return self._history.first(rounds)


class Series:
    """One homeserver, one PostgreSQL if there is one, and what was said in peace."""

    def __init__(
        self,
        homeserver: Homeserver,
        folder: Path,
        seed: int,
        postgres: Postgres | None = None,
        peace: Peace | None = None,
    ) -> None:
        self.homeserver = homeserver
        self.folder = folder
        self.seed = seed
        self.postgres = postgres
        self._peace = peace or Peace()
        self._runs = 0
        self._name = secrets.token_hex(3)

    async def measured(
        self,
        name: str,
        disturbance: Disturbance,
        pace: Pace,
        *,
        store: str = SQLITE,
        must_fail: bool = False,
    ) -> tuple[Figures, Figures]:
        """Play a fault; return what came of it in plain and in encrypted rooms."""
        wanted = await self._peace.of(self, pace.most)
        async with self.district("disturbed", store) as (district, folder):
            found = await disturbed(district, folder, random.Random(self.seed), pace.of(wanted.rounds), disturbance)
        wanted = wanted.first(len(found.rounds))
        return figures_of(name, wanted, found, store=store, must_fail=must_fail)

    @asynccontextmanager
    async def district(self, name: str, store: str = SQLITE) -> AsyncIterator[tuple[District, Path]]:
        """Settle a few people in, under names of their own, with a folder for their bot."""
        self._runs += 1
        folder = self.folder / f"{self._runs}-{name}"
        folder.mkdir()
        cast = read_cast().only(*FEW)
        await self.homeserver.resume()
        async with District.settled(self.homeserver, cast, "en", prefix=f"r{self._name}-{self._runs}-") as district:
            if store == POSTGRESQL:
                assert self.postgres
                await self.postgres.comes_back()
                await self.postgres.clear()
                district.database = await self.postgres.make(f"r{self._name}_{self._runs}")
            yield district, folder

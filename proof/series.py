"""Plays one fault after the other on one homeserver, each against the same rounds in peace."""

import random
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from proof.figures import Figures, figures_of
from proof.house import FEW
from proof.play import Disturbance, History, disturbed, undisturbed
from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from rehearsal.postgres import Postgres

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
MOST_ROUNDS = 400
SECONDS_A_ROUND = 14.0
"""A first guess; what was measured is used as soon as there is something."""


class Series:
    """One homeserver, one PostgreSQL if there is one, and what was said in peace."""

    def __init__(self, homeserver: Homeserver, folder: Path, seed: int, postgres: Postgres | None = None) -> None:
        self.homeserver = homeserver
        self.folder = folder
        self.seed = seed
        self.postgres = postgres
        self._peace = History()
        self._runs = 0
        self._name = secrets.token_hex(3)
        self._seconds_a_round = SECONDS_A_ROUND

    def fitting(self, seconds: float, fewest: int) -> int:
        """Return how many rounds fit into some time; never fewer than show something."""
        return max(fewest, min(MOST_ROUNDS, int(seconds / self._seconds_a_round)))

    async def measured(
        self, name: str, disturbance: Disturbance, *, rounds: int, store: str = SQLITE, must_fail: bool = False
    ) -> tuple[Figures, Figures]:
        """Play a fault; return what came of it in plain and in encrypted rooms."""
        began = time.monotonic()
        wanted = await self.in_peace(rounds)
        async with self.district("disturbed", store) as (district, folder):
            found = await disturbed(district, folder, random.Random(self.seed), wanted.rounds, disturbance)
        if not must_fail:
            self._seconds_a_round = max((time.monotonic() - began) / rounds, 1.0)
        return figures_of(name, wanted, found, store=store, must_fail=must_fail)

    async def in_peace(self, rounds: int) -> History:
        """Return what is to be said in some rounds; played anew only where more of them are asked for than before."""
        if rounds > len(self._peace.rounds):
            async with self.district("peace") as (district, folder):
                self._peace = await undisturbed(district, folder, random.Random(self.seed), rounds)
        return self._peace.first(rounds)

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
                district.database = await self.postgres.make(f"r{self._name}_{self._runs}")
            yield district, folder

"""The faults, each played against the same rounds in peace, and the controls that must be found wanting."""

import random
import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from proof.figures import Figures, figures_of
from proof.house import FEW
from proof.kills import Kills, Way
from proof.play import Disturbance, History, disturbed, undisturbed
from proof.points import Points
from proof.weather import Outages, Weather, lost_replies, stale_syncs, storm
from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver

FEWEST_ROUNDS, MOST_ROUNDS = 8, 400
SECONDS_A_ROUND = 14.0
"""A first guess; what was measured is used as soon as there is something."""
FAULTS: Mapping[str, Callable[[], Disturbance]] = {
    "kill -9 and SIGTERM at any moment": Kills,
    "kill -9 at every named point": Points,
    "homeserver killed": Outages,
    "errors, pages and rubbish for answers": lambda: Weather("storm", storm),
    "replies lost after the deed": lambda: Weather("lost replies", lost_replies),
    "stale and doubled syncs": lambda: Weather("stale syncs", stale_syncs),
}
CONTROLS: Mapping[str, Disturbance] = {
    "no fixed transactions": Kills(("proof.unprotected", "transaction"), (Way.SPEAKING,)),
    "a token of its own": Kills(("proof.unprotected", "token"), (Way.HEARING,), patience_seconds=15),
}


class Series:
    """Plays one fault after the other on one homeserver."""

    def __init__(self, homeserver: Homeserver, folder: Path, seed: int) -> None:
        self._homeserver = homeserver
        self._folder = folder
        self._seed = seed
        self._peace: dict[int, History] = {}
        self._runs = 0
        self._name = secrets.token_hex(3)
        self._seconds_a_round = SECONDS_A_ROUND

    def fitting(self, seconds: float) -> int:
        """Return how many rounds fit into some time; never fewer than show something."""
        return max(FEWEST_ROUNDS, min(MOST_ROUNDS, int(seconds / self._seconds_a_round)))

    async def measured(
        self, name: str, disturbance: Disturbance, *, rounds: int, must_fail: bool = False
    ) -> tuple[Figures, Figures]:
        """Play a fault; return what came of it in plain and in encrypted rooms."""
        began = time.monotonic()
        wanted = await self._in_peace(rounds)
        async with self._district("disturbed") as (district, folder):
            found = await disturbed(district, folder, random.Random(self._seed), wanted.rounds, disturbance)
        self._seconds_a_round = max((time.monotonic() - began) / rounds, 1.0)
        return figures_of(name, wanted, found, must_fail=must_fail)

    async def _in_peace(self, rounds: int) -> History:
        """Return what is to be said in some rounds; played once for each number of them."""
        if rounds not in self._peace:
            async with self._district("peace") as (district, folder):
                self._peace[rounds] = await undisturbed(district, folder, random.Random(self._seed), rounds)
        return self._peace[rounds]

    @asynccontextmanager
    async def _district(self, name: str) -> AsyncIterator[tuple[District, Path]]:
        self._runs += 1
        folder = self._folder / f"{self._runs}-{name}"
        folder.mkdir()
        cast = read_cast().only(*FEW)
        async with District.settled(self._homeserver, cast, "en", prefix=f"r{self._name}-{self._runs}-") as district:
            yield district, folder

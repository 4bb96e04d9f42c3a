"""The PostgreSQL that the bot is on is lost for good, and a replica takes its place under the same address."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from rehearsal.district import District
from rehearsal.postgres import Postgres

LONGEST_WAIT_SECONDS = 0.5
AWAY_SECONDS = 2.5
DATABASE = "moving"


@dataclass
class Failover:
    """The server ends at once and never comes back; a replica without which nothing was committed is written to.

    The bot goes on while the next replica is made; so what is told of its recovery is only what took longer than that.
    """

    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    _stack: ExitStack = field(default_factory=ExitStack, repr=False)
    _address: Path = field(default=Path(), repr=False)
    _server: Postgres | None = field(default=None, repr=False)
    _replica: Postgres | None = field(default=None, repr=False)

    @asynccontextmanager
    async def around(self, district: District) -> AsyncIterator[None]:
        """Give the bot a server of its own, under an address that can be given to another."""
        with self._stack:
            self._address = Path(self._stack.enter_context(TemporaryDirectory(prefix="radslag-at-"))) / "now"
            self._server = self._stack.enter_context(closing(await asyncio.to_thread(Postgres)))
            self._address.symlink_to(self._server.folder)
            await self._server.make(DATABASE)
            await self._make_replica(self._server)
            district.database = f"postgresql+asyncpg://postgres@/{DATABASE}?host={self._address}"
            yield

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act while the server is lost, and have its replica take its place."""
        assert self._server
        assert self._replica
        await house.bot.listening()
        typing = asyncio.create_task(hands.do_all(deeds))
        await asyncio.sleep(chance.uniform(0, LONGEST_WAIT_SECONDS))
        await self._server.ends_at_once()
        await typing
        await asyncio.sleep(chance.uniform(0, AWAY_SECONDS))
        await self._replica.takes_over()
        self._address.unlink()
        self._address.symlink_to(self._replica.folder)
        gone, self._server = self._server, self._replica
        await asyncio.to_thread(gone.close)
        await self._make_replica(self._server)
        house.bot.must_run()
        return ["a replica took over"]

    async def _make_replica(self, server: Postgres) -> None:
        self._replica = self._stack.enter_context(closing(await asyncio.to_thread(Postgres, server)))
        await server.waits_for_its_replica()

"""The bot without what makes it do each thing once: the control that the kill test must find wanting.

`transaction`: every attempt to send has a new transaction ID, as if the bot did not know that it tries again.
`token`: what people say counts as read a moment before it has been dealt with, as libraries have it by themselves.
"""

import asyncio
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot.dispatch import Dispatcher
from bot.matrix.batch import Batch
from bot.relay import Relay
from rehearsal.bot import follow

DEALING_SECONDS = 0.2


class Forgetful:
    """A wire that gives every attempt a transaction ID of its own."""

    def __init__(self, wire: Any) -> None:
        self._wire = wire

    def __getattr__(self, name: str) -> Any:
        """Leave everything else as it is."""
        return getattr(self._wire, name)

    async def send(self, room_id: str, event_type: str, content: Any, _transaction: str) -> str:
        """Send an event as if it had never been tried."""
        return str(await self._wire.send(room_id, event_type, content, uuid4().hex))


def forget_transactions() -> None:
    """Take the fixed transaction IDs away."""
    prepare = Relay.__init__

    def prepare_forgetful(self: Relay, database: Any, charter: Any, wire: Any, clock: Any) -> None:
        prepare(self, database, charter, Forgetful(wire), clock)

    setattr(Relay, "__init__", prepare_forgetful)  # noqa: B010


def read_before_dealing() -> None:
    """Take the token out of the transaction that it belongs to."""
    handle = Dispatcher.handle

    async def handle_late(self: Dispatcher, batch: Batch) -> None:
        async with self._database.work(self.charter.slug) as work:
            await work.sync.save(batch.next_batch)
        await asyncio.sleep(DEALING_SECONDS)
        await handle(self, batch)

    setattr(Dispatcher, "handle", handle_late)  # noqa: B010


if __name__ == "__main__":
    _, settings_file, _, stage_clock_file, protection = sys.argv
    {"transaction": forget_transactions, "token": read_before_dealing}[protection]()
    asyncio.run(follow(Path(settings_file), Path(stage_clock_file)))

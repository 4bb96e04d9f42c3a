"""What has been said and is not written down yet: the next transaction, whoever opens it, begins with that.

A commit of its own for each thing said would cost as much as the thing itself. Whoever looks at the outbox sees what
was said all the same, since looking takes a transaction; killed in between, the bot says the same again, as the same.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage.outbox import Outbox


class Ledger:
    """What one council's bot has said, row by row of the outbox, until a transaction has taken it."""

    def __init__(self) -> None:
        self._noted: dict[int, str | None] = {}
        self._in_hand: dict[int, str | None] = {}

    def note(self, number: int, event: str | None) -> None:
        """Note that a row has been said, and which event it became."""
        self._noted[number] = event

    @property
    def open(self) -> list[int]:
        """Return the rows that are said, for which the outbox may not show it yet."""
        return [*self._noted, *self._in_hand]

    @property
    def waiting(self) -> int:
        """Return how many rows wait for a transaction."""
        return len(self._noted)

    @asynccontextmanager
    async def written_into(self, outbox: Outbox) -> AsyncIterator[None]:
        """Begin a transaction, which the block commits, with what is noted; where it fails, the next one does."""
        taken, self._noted = self._noted, {}
        self._in_hand |= taken
        try:
            await outbox.settle(taken.items())
            yield
        except BaseException:
            self._noted = taken | self._noted
            raise
        finally:
            for number in taken:
                del self._in_hand[number]

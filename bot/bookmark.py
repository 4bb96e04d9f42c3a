"""When how far we have read is worth a transaction: with anything that was said, and else now and then.

Half of what a homeserver tells us is our own answers coming back. A place that was not written down costs nothing:
whoever begins again at an earlier one is told the same, and finds it dealt with.
"""

import time

from bot.matrix.batch import Batch

WRITTEN_AT_LEAST_EVERY_SECONDS = 10.0


class Bookmark:
    """How far one council's bot has read, as it is written down."""

    def __init__(self) -> None:
        self._age = 0
        self._written_at: float | None = None

    def is_due(self, batch: Batch) -> bool:
        """Say whether a batch must be written down before the next is read.

        The first always: to begin without a place is to leave out what was said meanwhile.
        """
        if self._written_at is None or batch.holds_something or batch.age != self._age:
            return True
        return time.monotonic() - self._written_at >= WRITTEN_AT_LEAST_EVERY_SECONDS

    def written(self, batch: Batch) -> None:
        """Note that a batch is written down."""
        self._age, self._written_at = batch.age, time.monotonic()

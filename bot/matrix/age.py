"""How old the encryption store is: so that a copy from yesterday is never taken for the one that was last at work.

With an older copy the bot still reads, but nobody can read the bot any more, and nothing tells. So the store counts
its changes; our database and the homeserver each remember the count, and the homeserver hears of a change before any
other device sees something of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import structlog

from bot.matrix.http import LoggedOut, Said, Trouble, path
from bot.matrix.identity import DeviceRefused

if TYPE_CHECKING:
    from bot.matrix.client import HardenedClient

KIND = "radslag.store"
WAY_OUT = (
    "Encryption stores are never restored: with an old copy nobody could read the bot any more. Begin a new device, "
    "trusted as the old one was: radslag identity recover"
)

log = structlog.get_logger(__name__)


class Age:
    """The count of changes of one account's encryption store."""

    def __init__(self, client: "HardenedClient") -> None:
        """Take up the count of an open store."""
        self._client = client
        assert client.store is not None
        self._database = client.store.database
        self._database.execute_sql(
            "CREATE TABLE IF NOT EXISTS radslag_age (one INTEGER PRIMARY KEY CHECK (one = 1), age INTEGER NOT NULL)"
        )
        self._database.execute_sql("INSERT OR IGNORE INTO radslag_age VALUES (1, 0)")
        self.value: int = self._database.execute_sql("SELECT age FROM radslag_age").fetchone()[0]
        self._told = -1

    @contextmanager
    def grows(self) -> Iterator[None]:
        """Count what is done inside as one change, on the disk together with it or not at all."""
        with self._database.atomic():
            self._database.execute_sql("UPDATE radslag_age SET age = age + 1")
            yield
        self.value += 1

    def compare(self, remembered: int | None) -> None:
        """Refuse a store that is older than was remembered.

        Raises:
            DeviceRefused: it is.
        """
        if remembered is not None and self.value < remembered:
            raise DeviceRefused(f"the encryption store is an older copy of the one that was last at work. {WAY_OUT}")

    async def compare_with_homeserver(self) -> None:
        """Refuse a store that is older than the homeserver remembers: the database may be as old as the store is.

        Raises:
            DeviceRefused: it is.
            Trouble: the homeserver did not answer.
        """
        try:
            told = await self._client.call("GET", self._where)
        except Said as said:
            if said.errcode != "M_NOT_FOUND":
                raise
            return
        remembered = told.get(self._client.device_id or "")
        self.compare(remembered if isinstance(remembered, int) else None)

    async def announce(self) -> None:
        """Have the homeserver remember the count, before anybody can see what the change was for.

        Only a count and the name of our device: nothing about anybody.

        Raises:
            Trouble: it does not, or it is not known to.
        """
        value = self.value
        if value == self._told:
            return
        await self._client.call("PUT", self._where, {self._client.device_id or "": value})
        self._told = value

    async def tell_homeserver(self) -> None:
        """Announce the count where nothing hangs on it: that the homeserver does not answer is no reason to stop."""
        try:
            await self.announce()
        except LoggedOut:
            raise
        except Trouble as trouble:
            log.info("age-not-told", reason=str(trouble))

    @property
    def _where(self) -> str:
        return path("user", self._client.user_id, "account_data", KIND)

"""One council's Matrix account: everything of bot.matrix, put together."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from bot.clock import Clock
from bot.matrix.batch import Batch
from bot.matrix.policy import Policy
from bot.matrix.wire import Wire
from storage.database import Database

Handle = Callable[[Batch], Awaitable[None]]


@dataclass(frozen=True)
class Credentials:
    """Who we are and where.

    Args:
        homeserver_url: base URL of the client-server API, https but on loopback.
        user_id: full Matrix ID.
        password: for the first login; not needed with a token, nor ever again.
        token: an access token made beforehand, instead of a password.
        device_name: how our device is called in lists of devices.
        pickle_key: secret that the encryption store is kept under; at least 32 characters.
    """

    homeserver_url: str
    user_id: str
    pickle_key: str = field(repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    device_name: str = "Rådslag"


class Account:
    """A logged-in account, its rooms and its encryption.

    `wire` sends, also before `run` is called; `run` reads. Both are safe to use at once from one event loop.
    """

    wire: Wire

    @classmethod
    async def open(
        cls,
        credentials: Credentials,
        *,
        council: str,
        data_dir: Path,
        database: Database,
        clock: Clock,
        policy: Policy,
    ) -> Self:
        """Log in, the first time, or take up the device that we have; open the encryption store.

        Args:
            data_dir: this account's own folder, made if missing: login.json and the encryption store, 0700 and 0600.

        Raises:
            bot.matrix.login.LoginRefused: wrong password or token, or a folder that others may read.
        """
        raise NotImplementedError

    async def run(self, handle: Handle) -> None:
        """Read for ever, one batch at a time, until cancelled.

        Args:
            handle: deals with a batch in one transaction, starting with `record`. If it raises, the same batch
                comes again after a pause; nothing is skipped.

        Raises:
            bot.matrix.login.LoggedOut: the homeserver does not know our device any more. Never retried.
        """
        raise NotImplementedError

    async def close(self) -> None:
        """Let go of the connection and the store."""
        raise NotImplementedError

"""One council's Matrix account: everything of bot.matrix, put together."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Self, TypeVar

import structlog

from bot.clock import Clock
from bot.matrix.batch import Attachment
from bot.matrix.bearings import Bearings
from bot.matrix.book import Book
from bot.matrix.cipher import Cipher
from bot.matrix.client import HardenedClient
from bot.matrix.cross_signing import CrossSigning
from bot.matrix.delivery import Delivery
from bot.matrix.doorkeeper import Doorkeeper
from bot.matrix.former_device import end
from bot.matrix.http import LoggedOut, NoAnswer, Said, Trouble, path
from bot.matrix.identity import IdentityRefused
from bot.matrix.identity_file import IdentityFile
from bot.matrix.keys import Keys
from bot.matrix.late import PATIENCE, Patience
from bot.matrix.login import Credentials, Login, LoginRefused, check, check_url, log_in, make_store, settle_in
from bot.matrix.media import Unfetchable, download
from bot.matrix.policy import Policy
from bot.matrix.put_back import PutBack
from bot.matrix.sync import Handle, Reader
from bot.matrix.wire import TryAgain, Wire
from bot.pauses import Pauses, Rest
from storage.database import Database
from storage.devices import OwnDevice

Result = TypeVar("Result")
log = structlog.get_logger(__name__)

__all__ = [
    "Account",
    "Credentials",
    "Handle",
    "IdentityRefused",
    "LoggedOut",
    "LoginRefused",
    "Patience",
    "Unfetchable",
]


@dataclass(frozen=True)
class Pulse:
    """How an account is.

    Args:
        silent_seconds: since the homeserver last answered; None before it has.
        one_time_keys: of ours that the homeserver still has to hand out; None before it has said.
        unreadable: messages that wait for their key.
        clock_error: how far our clock is ahead of the homeserver's.
    """

    silent_seconds: float | None
    one_time_keys: int | None
    unreadable: int
    clock_error: timedelta = timedelta()


class Account:
    """A logged-in account, its rooms and its encryption.

    `wire` sends, also before `run` is called (but nothing in clear before the first response was read);
    `run` reads. Both are safe to use at once from one event loop.
    """

    def __init__(
        self, client: HardenedClient, login: Login, book: Book, policy: Policy, clock: Clock, rest: Rest
    ) -> None:
        """Put the parts together; `open` is the way in."""
        self._client = client
        self._clock = clock
        self._login = login
        self._keys = Keys(client)
        self._cipher = Cipher(client, self._keys, book)
        self._doorkeeper = Doorkeeper(client, book, policy, clock)
        self._reader = Reader(client, self._keys, self._cipher, book, self._doorkeeper, rest)
        self._pauses = Pauses(rest)
        self._place: Callable[[], Awaitable[str | None]]
        self.wire: Wire = Delivery(client, self._cipher, book)

    @classmethod
    async def open(  # noqa: PLR0913 - each is a part of the process that only its wiring knows
        cls,
        credentials: Credentials,
        *,
        council: str,
        data_dir: Path,
        database: Database,
        clock: Clock,
        policy: Policy,
        rest: Rest = asyncio.sleep,
        patience: Patience = PATIENCE,
    ) -> Self:
        """Log in, the first time, or take up the device that we have; open the encryption store; be who we are.

        Args:
            data_dir: this account's own folder, made if missing: login.json and the encryption store, 0700 and 0600.
            rest: how to wait some seconds.
            patience: how long a message may wait for its key before its chat is told.

        Raises:
            LoginRefused: wrong password or token, a folder that others may read, an address that is not safe.
            IdentityRefused: the homeserver's identity of ours is not surely ours; the text names the ways out.
        """
        check_url(credentials.homeserver_url)
        settle_in(data_dir)
        client = HardenedClient(credentials.homeserver_url, data_dir, credentials.pickle_key)
        bearings = Bearings(database, council, clock)
        try:
            login = await _patiently(lambda: log_in(client.server, credentials, data_dir), Pauses(rest))
            make_store(data_dir)
            client.restore_login(login.user_id, login.device_id, login.token)
            before = await bearings.device()
            own = await _established(client, login, credentials, data_dir, before, rest)
            if before and before.device != own.device:
                await _patiently(lambda: end(client, before.device, credentials.password), Pauses(rest))
            await bearings.go_on_as(own, before)
            account = cls(client, login, await bearings.rooms(login.user_id), policy, clock, rest)
            account._reader.late.patience = patience
            account._reader.late.load(await bearings.unread())
        except BaseException:
            await client.close()
            raise
        account._place = bearings.place
        account._reader.put_back = PutBack(client, clock, bearings.landmark)
        return account

    async def run(self, handle: Handle) -> None:
        """Read for ever, one batch at a time, until cancelled.

        Args:
            handle: deals with a batch in one transaction, starting with `record`. If it raises, the same batch
                comes again after a pause; nothing is skipped.

        Raises:
            LoggedOut: the homeserver does not know our device any more. Never retried.
        """
        await _patiently(lambda: check(self._client.server, self._login), self._pauses)
        await _patiently(self._resolve_aliases, self._pauses)
        tasks = [
            asyncio.create_task(self._reader.run(handle, await self._place()), name="reader"),
            asyncio.create_task(self._doorkeeper.run(), name="doorkeeper"),
        ]
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError, LoggedOut):
                    await task

    async def is_level(self) -> bool:
        """Say whether the homeserver has nothing for us that was not handled, and no door is left to open."""
        since = self._reader.reached
        if since is None or self._doorkeeper.is_busy or not self._reader.late.is_empty:
            return False
        while True:
            query = {"since": since, "timeout": "0", "filter": self._reader.filter, "set_presence": "offline"}
            answer = await self._client.call("GET", path("sync", query=query))
            if any(answer.get("rooms", {}).values()) or answer.get("to_device", {}).get("events"):
                return False
            # Synapse keeps an answer for minutes and gives it again: only one that leads no further is fresh.
            if answer.get("next_batch") == since:
                return True
            since = str(answer.get("next_batch"))

    async def download(self, file: Attachment, most_bytes: int) -> bytes:
        """Fetch a file that somebody sent, and open it.

        Args:
            most_bytes: what is larger is not fetched.

        Raises:
            Unfetchable: it cannot be had, now or ever.
            TryAgain: it could not be had now.
        """
        try:
            return await download(self._client, file, most_bytes, self._doorkeeper.policy.known_servers)
        except Trouble as trouble:
            raise TryAgain(str(trouble), trouble.after_seconds) from trouble

    def pulse(self) -> Pulse:
        """Return how the account is."""
        heard = self._reader.heard_at
        return Pulse(
            silent_seconds=None if heard is None else time.monotonic() - heard,
            one_time_keys=self._keys.stock,
            unreadable=self._reader.late.waiting,
            clock_error=self.clock_error(),
        )

    def clock_error(self) -> timedelta:
        """Return how far our clock is ahead of the homeserver's; nothing until that has said its time."""
        said = self._client.server.time_ms()
        return timedelta() if said is None else self._clock.now() - self._clock.at(said)

    async def close(self) -> None:
        """Let go of the connection and the store."""
        await self._client.close()

    async def _resolve_aliases(self) -> None:
        policy = self._doorkeeper.policy
        rooms = {}
        for name, place in policy.rooms.items():
            rooms[await self._room_id(name) if name.startswith("#") else name] = place
        self._doorkeeper.policy = replace(policy, rooms=rooms)

    async def _room_id(self, alias: str) -> str:
        try:
            answer = await self._client.call("GET", path("directory", "room", alias))
        except Said as said:
            if said.may_pass:
                raise
            return alias
        return str(answer.get("room_id", alias))


async def _established(
    client: HardenedClient,
    login: Login,
    credentials: Credentials,
    data_dir: Path,
    before: OwnDevice | None,
    rest: Rest,
) -> OwnDevice:
    """Make sure that the device, its store and its identity are still what they were, and return what they are.

    Raises:
        IdentityRefused: as for `Account.open`.
    """
    identity = CrossSigning(client, Keys(client), IdentityFile(data_dir, credentials.pickle_key), credentials.password)
    client.age.compare(before.age if before and before.device == login.device_id else None)
    await _patiently(client.age.compare_with_homeserver, Pauses(rest))
    kept = await _patiently(identity.establish, Pauses(rest))
    fingerprint = client.crypto.account.identity_keys["ed25519"]
    own = OwnDevice(login.device_id, fingerprint, kept.identity.public(), client.age.value)
    await client.age.tell_homeserver()
    return own


async def _patiently(attempt: Callable[[], Awaitable[Result]], pauses: Pauses) -> Result:
    while True:
        try:
            return await attempt()
        except (NoAnswer, Said) as trouble:
            log.warning("homeserver-in-trouble", reason=str(trouble))
            await pauses.pause(trouble.after_seconds)

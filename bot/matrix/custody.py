"""What an operator does about the identity beside the running bot: look, make a recovery key, recover, begin anew."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import structlog

from bot.matrix.client import HardenedClient
from bot.matrix.cross_signing import CrossSigning, published
from bot.matrix.http import LoggedOut
from bot.matrix.identity import MASTER, DeviceRefused, Identity, IdentityRefused
from bot.matrix.identity_file import IdentityFile, Kept
from bot.matrix.keys import Keys
from bot.matrix.login import (
    Credentials,
    Login,
    LoginRefused,
    check,
    check_url,
    drop_store,
    log_in,
    make_store,
    settle_in,
)
from bot.matrix.own_devices import others
from bot.matrix.recovery_key import NotAKey, new_key, read_key, written
from bot.matrix.secret_storage import WrongKey, opened_with, sealed_under, store, stored
from storage.devices import OwnDevice

MOST_TRIES = 4

log = structlog.get_logger(__name__)


class GivenUp(Exception):
    """The operator did not agree, or what was needed is not to be had. Nothing further was changed."""


@dataclass(frozen=True)
class State:
    """How it stands with an account, as far as could be found out.

    Args:
        device: our device; None before the first login.
        is_logged_in: whether the homeserver knows it.
        is_signed: whether strict clients trust it.
        here: public master key of the identity kept here; None if none is, or it cannot be opened.
        trouble: why it cannot be opened.
        there: public master key that the homeserver shows.
        has_recovery_key: whether the homeserver keeps the identity kept here under a recovery key.
        others: names of further devices of the account, and whether they are signed.
    """

    device: str | None = None
    is_logged_in: bool = False
    is_signed: bool = False
    here: str | None = None
    trouble: str | None = None
    there: str | None = None
    has_recovery_key: bool = False
    others: Mapping[str, bool] | None = None


class Custody:
    """One account's identity, in the hands of an operator."""

    def __init__(self, credentials: Credentials, folder: Path, remembered: OwnDevice | None = None) -> None:
        """Say whose.

        Args:
            folder: the account's own.
            remembered: what the database knows of our device.
        """
        self._credentials = credentials
        self._folder = folder
        self._remembered = remembered
        self._file = IdentityFile(folder, credentials.pickle_key)

    async def state(self) -> State:
        """Find out how it stands; change nothing.

        Raises:
            LoginRefused: a file is open to others or damaged.
            Trouble: the homeserver did not answer.
        """
        login = Login.stored(self._folder)
        state = self._state_here(login)
        if login is None:
            return state
        async with self._light(login) as client:
            try:
                await check(client.server, login)
                there = await published(client)
                kept_there = await stored(client)
                strangers = await others(client)
            except LoggedOut:
                return state
        own = self._credentials.user_id
        kept_here = self._file.recovery_of_file() or {}
        return replace(
            state,
            is_logged_in=True,
            is_signed=there.has_signed(own, login.device_id),
            there=there.public(MASTER),
            has_recovery_key=kept_there is not None and kept_there["key"] == kept_here.get("key"),
            others={each.device: each.is_signed for each in strangers},
        )

    async def bootstrap(self, *, may_open_store: bool) -> str:
        """See that there is an identity and our device is signed; make a recovery key, and return it as it is written.

        Args:
            may_open_store: whether nobody else is at work in the folder.

        Raises:
            IdentityRefused, LoginRefused: the identity is not surely ours, or there is none yet.
            Trouble: the homeserver did not answer.
        """
        if may_open_store:
            async with self._device() as signing:
                await signing.establish()
        login, kept = Login.stored(self._folder), self._file.read()
        if login is None or kept is None:
            raise IdentityRefused("there is no identity yet: the bot has to have been started once")
        async with self._light(login) as client:
            return await self._make_recovery_key(client, kept.identity)

    async def recover(self, agree: Callable[[str], bool], ask_key: Callable[[], str]) -> Kept:
        """Get back to a device that is signed by the identity that people know.

        Args:
            agree: asks the operator before anything is dropped.
            ask_key: asks for the recovery key.

        Raises:
            GivenUp: the operator did not agree, or there is nothing to recover from.
            LoginRefused, Trouble: it cannot be done, or not now.
        """
        for _ in range(MOST_TRIES):
            try:
                async with self._device() as signing:
                    try:
                        return await signing.establish()
                    except DeviceRefused:
                        raise
                    except IdentityRefused as refused:
                        await self._take_back(signing.client, ask_key, refused)
            except (DeviceRefused, LoggedOut) as refused:
                self._begin_new_device(agree, refused)
        raise GivenUp("it did not come to an end; look at what radslag identity status says")

    async def reset(self, agree: Callable[[str], bool]) -> str:
        """Make a new identity in place of the one that is lost; return its recovery key.

        Raises:
            GivenUp: the operator did not agree to a new device where one was needed.
            IdentityRefused: the homeserver wants proof that we do not have; the old identity stands.
            LoginRefused, Trouble: it cannot be done, or not now.
        """
        for _ in range(MOST_TRIES):
            try:
                async with self._device() as signing:
                    kept = await signing.replace(Identity.new(self._credentials.user_id))
                    return await self._make_recovery_key(signing.client, kept.identity)
            except (DeviceRefused, LoggedOut) as refused:
                self._begin_new_device(agree, refused)
        raise GivenUp("it did not come to an end; look at what radslag identity status says")

    def _state_here(self, login: Login | None) -> State:
        device = login.device_id if login else None
        try:
            kept = self._file.read()
        except IdentityRefused as refused:
            return State(device, trouble=str(refused))
        return State(device, here=kept.identity.public() if kept else None)

    async def _make_recovery_key(self, client: HardenedClient, identity: Identity) -> str:
        key = new_key()
        kept = sealed_under(key, identity)
        await store(client, kept)
        self._file.note_recovery(kept)
        return written(key)

    async def _take_back(self, client: HardenedClient, ask_key: Callable[[], str], why: IdentityRefused) -> None:
        """Write the identity's file anew from what opens with the recovery key."""
        kept = await stored(client) or self._file.recovery_of_file()
        if kept is None:
            raise GivenUp(f"{why} The homeserver keeps nothing under a recovery key") from why
        identity = self._opened(kept, ask_key)
        there = await published(client)
        if there.public(MASTER) != identity.public():
            raise GivenUp(
                "what the recovery key opens is another identity than the one that the homeserver shows; only "
                "radslag identity reset is left"
            )
        if self._file.path.exists():
            self._file.path.replace(self._file.path.with_name(f"{self._file.path.name}.before-recovery"))
        self._file.write(Kept(identity, kept))
        log.info("identity-recovered")

    def _opened(self, kept: Mapping[str, Any], ask_key: Callable[[], str]) -> Identity:
        last: Exception = NotAKey("no recovery key")
        for _ in range(MOST_TRIES - 1):
            try:
                return opened_with(read_key(ask_key()), kept, self._credentials.user_id)
            except (NotAKey, WrongKey) as wrong:
                last = wrong
        raise GivenUp(str(last))

    def _begin_new_device(self, agree: Callable[[str], bool], why: Exception) -> None:
        if not agree(
            f"{why}. A new device is needed: the encryption store is dropped, and what was written to the old device "
            "and not read yet cannot be read any more; its writers are asked once to write it again."
        ):
            raise GivenUp("nothing was changed")
        drop_store(self._folder)

    @asynccontextmanager
    async def _device(self) -> AsyncIterator[CrossSigning]:
        """Take our device up, or log in as a new one."""
        check_url(self._credentials.homeserver_url)
        settle_in(self._folder)
        async with self._client() as client:
            login = await log_in(client.server, self._credentials, self._folder)
            await check(client.server, login)
            make_store(self._folder)
            client.restore_login(login.user_id, login.device_id, login.token)
            own = self._remembered
            client.age.compare(own.age if own and own.device == login.device_id else None)
            await client.age.compare_with_homeserver()
            yield CrossSigning(client, Keys(client), self._file, self._credentials.password)
            await client.age.tell_homeserver()

    @asynccontextmanager
    async def _light(self, login: Login) -> AsyncIterator[HardenedClient]:
        """Speak as our device without touching its encryption store, which the bot may be using."""
        async with self._client() as client:
            client.user_id, client.device_id, client.access_token = login.user_id, login.device_id, login.token
            yield client

    @asynccontextmanager
    async def _client(self) -> AsyncIterator[HardenedClient]:
        client = HardenedClient(self._credentials.homeserver_url, self._folder, self._credentials.pickle_key)
        try:
            yield client
        finally:
            await client.close()


__all__ = ["Custody", "GivenUp", "IdentityRefused", "LoginRefused", "State"]

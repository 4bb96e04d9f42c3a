"""What an operator's command does about one council's identity: locks, settings and words around bot.matrix.custody."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.app import credentials_of
from bot.matrix.custody import Custody, GivenUp, IdentityRefused, LoginRefused, State
from bot.matrix.http import Trouble
from bot.premises import AlreadyRunning, only_one
from bot.settings import Settings
from storage.database import Database
from storage.devices import OwnDevice, in_groups
from storage.migrate import migrate
from storage.seal import Vault


class Refused(Exception):
    """It was not done. The text says why."""


class Custodian:
    """One council's identity, with the settings and the folder that it lives in."""

    def __init__(self, settings: Settings, slug: str) -> None:
        self.slug = slug
        self._settings = settings
        self._vault = Vault(settings.master_secret.get_secret_value().encode())
        self._credentials = credentials_of(settings, slug, settings.councils[slug], self._vault)

    @property
    def user_id(self) -> str:
        """The account."""
        return self._credentials.user_id

    @property
    def has_password(self) -> bool:
        """Whether the settings hold the account's password."""
        return bool(self._credentials.password)

    def use_password(self, password: str) -> None:
        """Use a password that was typed."""
        self._credentials = replace(self._credentials, password=password)

    async def state(self) -> State:
        """Look, and return how it stands; nothing is changed.

        Raises:
            LoginRefused, IdentityRefused: what is kept here is open to others or damaged.
            Trouble: the homeserver did not answer.
        """
        return await self._custody(None).state()

    async def fingerprint(self) -> str:
        """Return by what people's clients know the bot.

        Raises:
            Refused: it could not be found out, or there is no identity yet.
        """
        async with _refusals():
            published = (await self._custody(None).state()).there
        if published is None:
            raise Refused("there is no identity yet")
        return in_groups(published)

    async def has_recovery_key(self) -> bool:
        """Whether the homeserver keeps the identity under a recovery key.

        Raises:
            Refused: it could not be found out.
        """
        async with _refusals():
            return (await self._custody(None).state()).has_recovery_key

    async def bootstrap(self) -> str:
        """Make a recovery key and return it; also while the bot is at work.

        Raises:
            Refused: it was not done.
        """
        async with _refusals():
            try:
                async with self._alone() as own:
                    return await self._custody(own).bootstrap(may_open_store=True)
            except AlreadyRunning:
                return await self._custody(None).bootstrap(may_open_store=False)

    async def recover(self, agree: Callable[[str], bool], ask_key: Callable[[], str]) -> str:
        """Get back to a signed device and return the fingerprint.

        Raises:
            Refused: it was not done.
            AlreadyRunning: the bot is at work.
        """
        async with _refusals(), self._alone() as own:
            kept = await self._custody(own).recover(agree, ask_key)
            return in_groups(kept.identity.public())

    async def reset(self, agree: Callable[[str], bool]) -> str:
        """Make a new identity and return its recovery key.

        Raises:
            Refused: it was not done.
            AlreadyRunning: the bot is at work.
        """
        async with _refusals(), self._alone() as own:
            return await self._custody(own).reset(agree)

    def _custody(self, own: OwnDevice | None) -> Custody:
        return Custody(self._credentials, self._folder, own)

    @property
    def _folder(self) -> Path:
        return self._settings.data_dir / self.slug

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[OwnDevice | None]:
        """Keep the bot from starting meanwhile; yield what the database knows of our device."""
        lock = only_one(self._settings.data_dir)
        database = Database(self._settings.database_url, self._vault)
        try:
            await migrate(database, self._settings.data_dir / "backups")
            async with database.work(self.slug) as work:
                own = await work.devices.own()
            yield own
        finally:
            await database.close()
            lock.close()


@asynccontextmanager
async def _refusals() -> AsyncIterator[None]:
    try:
        yield
    except (GivenUp, IdentityRefused, LoginRefused) as refused:
        raise Refused(f"{refused}.") from refused
    except Trouble as trouble:
        raise Refused(f"the homeserver does not answer: {trouble}.") from trouble

"""One council is founded: logged in, its rooms made or adopted, its files written, its identity made."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.app import credentials_of, policy_of
from bot.clock import SystemClock
from bot.custodian import Custodian, Refused
from bot.founding.files import CONFIG, SECRETS, config_text, write_config, write_secrets
from bot.founding.rooms import Plan, make_rooms
from bot.matrix.account import Account, IdentityRefused, LoginRefused
from bot.matrix.batch import Batch
from bot.matrix.http import Said, Server, Trouble, path
from bot.matrix.login import Credentials, Login, check_url, log_in, settle_in
from bot.matrix.record import record
from bot.premises import AlreadyRunning, Unusable, only_one
from bot.settings import Settings, load
from council.people import Place
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault


class NotFounded(Exception):
    """It was not done. The text says why and what to do."""


@dataclass(frozen=True)
class Founded:
    """What came of it.

    Args:
        config: the settings file.
        fingerprint: by which people's clients know the bot.
        recovery_key: shown once.
    """

    config: Path
    fingerprint: str
    recovery_key: str


@dataclass(frozen=True)
class Home:
    """Where a council's files are to be.

    Args:
        folder: of config.yaml and the secrets.
        data: of the database and the encryption store.
    """

    folder: Path
    data: Path


async def found(
    home: Home, given: Mapping[str, str], password: str, adopted: Mapping[Place, str], tell: Callable[[str], None]
) -> Founded:
    """Found a council.

    Args:
        given: the answers, by the names of their questions.
        adopted: rooms that there are already; none makes them all.
        tell: hears of each step.

    Raises:
        NotFounded: it was not done.
    """
    try:
        login = await _logged_in(home.data, given, password)
        tell(f"Logged in as {given['account']}.")
        rooms = dict(adopted) or await _rooms(given, login)
        tell("The rooms are adopted." if adopted else "The space and its four rooms are made, and people invited.")
        write_secrets(home.folder, given["council"], password)
        data = home.data.relative_to(home.folder) if home.data.is_relative_to(home.folder) else home.data
        config = write_config(home.folder, config_text(given, rooms, str(data)))
        tell(f"Written: {config} and {home.folder / SECRETS}")
        settings = load(config, {}).settings
        await _introduced(settings, given["council"])
        custodian = Custodian(settings, given["council"])
        key = await custodian.bootstrap()
        tell("The identity is made and published.")
        return Founded(config, await custodian.fingerprint(), key)
    except (LoginRefused, IdentityRefused, Refused, Unusable, AlreadyRunning) as refused:
        raise NotFounded(f"{refused}.") from refused
    except Trouble as trouble:
        raise NotFounded(f"{given['homeserver']} does not do it: {trouble}.") from trouble


async def answers(homeserver: str) -> str | None:
    """Return what is wrong with a homeserver's address, or None if a homeserver answers there."""
    server = Server(homeserver)
    try:
        versions = await server.ask("GET", path("versions", root="/_matrix/client"))
    except Trouble as trouble:
        return f"no homeserver answers there: {trouble}"
    finally:
        await server.close()
    return None if versions.get("versions") else "what answers there is no Matrix homeserver"


def refuse_to_overwrite(folder: Path) -> None:
    """Leave alone what is there.

    Raises:
        NotFounded: the folder holds a council's settings already.
    """
    if (folder / CONFIG).exists():
        raise NotFounded(f"{folder / CONFIG} is there already; name another folder, or move it away")


async def _logged_in(data: Path, given: Mapping[str, str], password: str) -> Login:
    check_url(given["homeserver"])
    own = data / given["council"]
    settle_in(data)
    settle_in(own)
    server = Server(given["homeserver"])
    try:
        return await log_in(server, Credentials(given["homeserver"], given["account"], "", password), own)
    finally:
        await server.close()


async def _rooms(given: Mapping[str, str], login: Login) -> dict[Place, str]:
    chair, secretary, operator = given["chair"], given["secretary"], given["operator"]
    invited = {
        Place.OPEN: tuple(dict.fromkeys((chair, secretary))),
        Place.COUNCIL: tuple(dict.fromkeys((chair, secretary))),
        Place.SECRETARIAT: (secretary,),
        Place.OPERATORS: (operator,),
    }
    server = Server(given["homeserver"])
    try:
        for office in ("chair", "secretary", "operator"):
            await _check_account(server, login.token, office, given[office])
        return await make_rooms(server, login.token, Plan(given["name"], given["language"], login.user_id, invited))
    finally:
        await server.close()


async def _check_account(server: Server, token: str, office: str, user_id: str) -> None:
    try:
        await server.ask("GET", path("profile", user_id), token=token)
    except Said as said:
        # Whoever may not be asked about may still be there.
        if said.status == 404:
            raise NotFounded(f"{office}: there is no account {user_id}; make it first, or correct the name") from said


async def _introduced(settings: Settings, slug: str) -> None:
    """Open the account once, as a start does: its encryption is set up and its identity made."""
    lock = only_one(settings.data_dir)
    vault = Vault(settings.master_secret.get_secret_value().encode())
    database = Database(settings.database_url, vault)
    try:
        await migrate(database, settings.data_dir / "backups")
        account = await Account.open(
            credentials_of(settings, slug, settings.councils[slug], vault),
            council=slug,
            data_dir=settings.data_dir / slug,
            database=database,
            clock=SystemClock(),
            policy=policy_of(settings.councils[slug]),
        )
        try:
            await _has_looked_around(account, database, slug)
        finally:
            await account.close()
    finally:
        await database.close()
        lock.close()


async def _has_looked_around(account: Account, database: Database, slug: str) -> None:
    """Let the bot know its rooms and how far it has read: what is said from now on counts, started or not."""
    looked = asyncio.Event()

    async def note(batch: Batch) -> None:
        async with database.work(slug) as work:
            await record(work, batch, SystemClock().now())
        looked.set()

    reading = asyncio.create_task(account.run(note))
    noted = asyncio.create_task(looked.wait())
    try:
        await asyncio.wait({reading, noted}, return_when=asyncio.FIRST_COMPLETED)
        if reading.done():
            reading.result()
    finally:
        reading.cancel()
        noted.cancel()
        await asyncio.gather(reading, noted, return_exceptions=True)

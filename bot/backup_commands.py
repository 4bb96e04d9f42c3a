"""`radslag backup`, `verify` and `restore`: sets of all that the bot knows, in the operator's hands.

What is heavy is imported where it is used.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.reading import ConfigFile, must_exist, settings_of, told_of_the_database, told_why_not
from bot.showing import shown

if TYPE_CHECKING:
    from bot.sets.keyring import Keyring
    from bot.sets.opening import Opened
    from bot.settings import Settings
    from storage.seal import Vault

Result = TypeVar("Result")
SetFile = Annotated[Path, typer.Argument(help="The set.", exists=True, dir_okay=False, show_default=False)]
KeyringFile = Annotated[
    Path | None, typer.Option("--keyring", help="The keyring, if it does not lie beside the set.", show_default=False)
]
SecretKey = Annotated[
    Path | None,
    typer.Option(
        "--secret-key", help="The file of the age secret key, if backup.recipient was set.", show_default=False
    ),
]


def backup(config: ConfigFile = Path("config.yaml")) -> None:
    """Make an encrypted set of all that the bot knows, and write the keyring anew; also while the bot is at work."""
    settings = settings_of(config)
    must_exist(settings)
    from bot.clock import SystemClock
    from bot.sets.making import make_set

    with shown("Backing up", steps=2) as told:
        made = _done(lambda: make_set(settings, SystemClock().now(), told))
    typer.echo(f"{made.file}\n{made.keyring}")
    for name in made.expired:
        typer.echo(f"The key of {name} was destroyed; no copy of that set opens any more.")
    typer.echo("Copy the set and the keyring to another machine, and let the new keyring replace the old one there.")


def verify(
    file: SetFile,
    keyring: KeyringFile = None,
    secret_key: SecretKey = None,
    config: ConfigFile = Path("config.yaml"),
) -> None:
    """Open a set and check all of it, without changing anything. Exit code 0: it can be restored."""
    settings = settings_of(config)
    from bot.sets.opening import open_set
    from bot.sets.work_place import VERIFYING, work_place

    async def opened() -> "Opened":
        with work_place(file.parent, VERIFYING) as folder:
            return await open_set(file, _keyring(settings, file, keyring, secret_key), folder, _vault(settings), told)

    with shown("Verifying", steps=2) as told:
        found = _done(opened)
    _describe(found)


def restore(
    file: SetFile,
    keyring: KeyringFile = None,
    secret_key: SecretKey = None,
    new_device: Annotated[  # noqa: FBT002 - an option of the command line
        bool, typer.Option("--new-device", help="Begin new devices: the machine was in other hands.")
    ] = False,
    config: ConfigFile = Path("config.yaml"),
) -> None:
    """Put a set in the place of what there is, while the bot is stopped. What was there is put aside."""
    settings = settings_of(config)
    from bot.clock import SystemClock
    from bot.sets.restoring import restore as put_in_place

    ring = _done(lambda: _at_once(lambda: _keyring(settings, file, keyring, secret_key)))
    with shown("Restoring", steps=3) as told:
        done = _done(lambda: put_in_place(settings, file, ring, SystemClock().now(), told, afresh=new_device))
    _describe(done.opened)
    if done.put_aside:
        typer.echo(
            f"What was there before lies in {done.put_aside}. Delete it when all is well: it holds personal data."
        )
    for slug in done.new_devices:
        typer.echo(f"{slug}: logs in as a new device at the next start; the password has to be in the secrets.")
    typer.echo(
        "Start the bot. If another one is at work with the same account, here or on another machine, that one is "
        "logged out and ends."
    )
    typer.echo("It reads again what was said since the set was made, and repeats no answer.")


def _describe(opened: "Opened") -> None:
    rows = sum(opened.manifest.tables.values())
    typer.echo(f"{opened.manifest.name}: whole. Made {opened.manifest.made_at} by version {opened.manifest.program}.")
    typer.echo(f"{len(opened.manifest.tables)} tables, {rows} rows, {len(opened.identities())} identities.")
    typer.echo(f"{opened.cases} cases; the words of {opened.unreadable} were destroyed since and stay unreadable.")


def _keyring(settings: "Settings", file: Path, given: Path | None, secret_key: Path | None) -> "Keyring":
    from bot.sets.keyring import KEYRING_NAME, Keyring

    secret = _secret(secret_key) if secret_key else None
    return Keyring.read(given or file.parent / KEYRING_NAME, secret, _vault(settings))


def _secret(file: Path) -> str:
    """Return the key in a file as age-keygen writes it: lines that begin with # are about it.

    Raises:
        NotOpened: there is none.
    """
    from bot.sets.sealing import NotOpened

    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return next(line for line in lines if line.startswith("AGE-SECRET-KEY-"))
    except (OSError, UnicodeDecodeError, StopIteration) as wrong:
        why = wrong.strerror if isinstance(wrong, OSError) else "no line begins with AGE-SECRET-KEY-"
        raise NotOpened(f"{file} gives no secret key: {why}") from wrong


def _vault(settings: "Settings") -> "Vault":
    from storage.seal import Vault

    return Vault(settings.master_secret.get_secret_value().encode())


async def _at_once(what: Callable[[], Result]) -> Result:
    return what()


def _done(what: Callable[[], Awaitable[Result]]) -> Result:
    """Return what came of it, or say in a sentence why nothing did and leave."""
    from bot.sets.opening import Unsound
    from bot.sets.sealing import NotOpened
    from storage.copying import NotCopied
    from storage.migrate import NewerDatabase

    async def attempt() -> Result:
        return await what()

    with told_why_not(NotOpened, Unsound, NotCopied, NewerDatabase), told_of_the_database():
        return asyncio.run(attempt())

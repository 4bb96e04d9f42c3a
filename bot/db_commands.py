"""`radslag db copy`: from SQLite to PostgreSQL, or the other way. What is heavy is imported where it is used."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.reading import NOT_DONE, WRONG_SETTINGS, ConfigFile, must_exist, settings_of, told_why_not
from bot.showing import shown

if TYPE_CHECKING:
    from bot.settings import Settings


db = typer.Typer(help="The database.", no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
Target = Annotated[
    str,
    typer.Option(
        "--to",
        envvar="RADSLAG_COPY_TO",
        help="The empty database, as in storage.url. With a password in it: give it as the variable.",
        show_default=False,
    ),
]


@db.callback()
def _group() -> None:
    """The database."""


@db.command()
def copy(to: Target, config: ConfigFile = Path("config.yaml")) -> None:
    """Copy all that the bot knows into another, empty database, while the bot is stopped: all of it or nothing."""
    settings = settings_of(config)
    must_exist(settings)
    from sqlalchemy.exc import DBAPIError

    from bot.settings.addresses import address_of
    from storage.copying import NotCopied
    from storage.failing import told_by
    from storage.migrate import NewerDatabase

    try:
        url = address_of(to)
    except ValueError as wrong:
        typer.echo(f"--to: {wrong}", err=True)
        raise typer.Exit(WRONG_SETTINGS) from None
    try:
        with told_why_not(NotCopied, NewerDatabase, OSError):
            asyncio.run(copied(settings, url))
    except DBAPIError as failed:
        typer.echo(f"Not done, and nothing is in the new database: {told_by(failed)}.", err=True)
        raise typer.Exit(NOT_DONE) from None


async def copied(settings: "Settings", url: str) -> None:
    """Copy all that the bot of these settings knows, and say so.

    Raises:
        AlreadyRunning: a bot is at work with it.
        NotCopied, NewerDatabase: nothing was copied.
    """
    from bot.fleet.door import closed_to_others
    from bot.premises import only_one
    from storage.copying import copy as copy_all
    from storage.copying import prepare, tables
    from storage.database import Database
    from storage.migrate import migrate
    from storage.seal import Vault

    lock = only_one(settings.data_dir)
    vault = Vault(settings.master_secret.get_secret_value().encode())
    source, target = Database(settings.database_url, vault), Database(url, vault)
    try:
        async with closed_to_others(source, settings.data_dir):
            await migrate(source, settings.data_dir / "backups")
            await prepare(target)
            with shown("Copying", steps=len(list(tables()))) as told:
                tallies = await copy_all(source, target, lambda table, rows: told(f"{table}, {rows} rows"))
    finally:
        await source.close()
        await target.close()
        lock.close()
    rows = sum(tally.rows for tally in tallies.values())
    typer.echo(f"{rows} rows in {len(tallies)} tables were copied, read back and compared.")
    typer.echo("Put the new address into storage.url, start the bot, and delete the old database when all is well.")

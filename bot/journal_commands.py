"""`radslag journal …`: whether the journal is still as it was written. What is heavy is imported where it is used."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.reading import ConfigFile, must_exist, settings_of, told_of_the_database

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.chain import Head

NOT_WELL = 1

journal = typer.Typer(
    help="Who did what and when, sealed entry by entry.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Written = Annotated[
    list[str] | None,
    typer.Option("--head", help="A seal that was written down outside the database, as 1234:0123456789abcdef…"),
]


@journal.callback()
def _group() -> None:
    """Who did what and when, sealed entry by entry."""


@journal.command()
def verify(head: Written = None, config: ConfigFile = Path("config.yaml")) -> None:
    """Compute every seal again, and compare with those that were written down. Exit code 0: nothing was changed."""
    settings = settings_of(config)
    heads = _heads(head or [])
    if len(settings.councils) > 1 and heads:
        typer.echo("With several councils seals are compared one at a time; use a file with one council.", err=True)
        raise typer.Exit(NOT_WELL)
    must_exist(settings)
    with told_of_the_database():
        is_well = asyncio.run(_told(settings, heads))
    raise typer.Exit(0 if is_well else NOT_WELL)


def _heads(written: list[str]) -> "list[Head]":
    from storage.chain import Head

    try:
        return [Head.read(each) for each in written]
    except ValueError as wrong:
        typer.echo(f"{wrong}", err=True)
        raise typer.Exit(NOT_WELL) from None


async def _told(settings: "Settings", heads: "list[Head]") -> bool:
    from storage.reading import ReadOnly
    from storage.seal import Vault

    database = ReadOnly(settings.database_url, Vault(settings.master_secret.get_secret_value().encode()))
    is_well = True
    try:
        for slug in settings.councils:
            async with database.work(slug) as work:
                found = await work.journal.faults(heads)
                last = await work.journal.head()
            for fault in found:
                typer.echo(f"{slug}: BROKEN {fault}.")
            if not found:
                typer.echo(f"{slug}: ok, {last.step} entries; the last seal is {last.shown()}")
            is_well = is_well and not found
    finally:
        await database.close()
    return is_well

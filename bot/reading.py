"""The settings as every subcommand of `radslag` reads them: valid, or each mistake told and the process left."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

WRONG_SETTINGS = 2
NOT_DONE, HELD_BY_ANOTHER = 1, 75
ConfigFile = Annotated[
    Path, typer.Option("--config", "-c", envvar="RADSLAG_CONFIG", help="The settings file.", show_default=True)
]


def settings_of(config: Path) -> "Settings":
    """Return the settings, or tell every mistake and leave."""
    from bot.settings import Mistakes, load

    try:
        loaded = load(config)
    except Mistakes as wrong:
        typer.echo(wrong, err=True)
        count = len(wrong.mistakes)
        typer.echo(f"{count} {'mistake' if count == 1 else 'mistakes'} in the settings.", err=True)
        raise typer.Exit(WRONG_SETTINGS) from None
    for warning in loaded.warnings:
        typer.echo(f"Warning: {warning}", err=True)
    return loaded.settings


def must_exist(settings: "Settings") -> None:
    """Leave, with a sentence, where there is no database; whoever opened it would make an empty one."""
    file = settings.database_file
    if file is not None and not file.is_file():
        _leave(f"there is no database {file}: start the bot once, or bring a backup back with: radslag restore SET")


@contextmanager
def told_of_the_database() -> Iterator[None]:
    """Say in a sentence what a database or a disk that fails is unwell of, and leave."""
    import sqlite3

    from sqlalchemy.exc import SQLAlchemyError

    from storage.failing import told_by

    try:
        yield
    except OSError as trouble:
        _leave(told_by(trouble) if trouble.filename is None else f"{trouble.filename}: {told_by(trouble)}")
    except (SQLAlchemyError, sqlite3.Error) as trouble:
        _leave(f"the database cannot be used: {told_by(trouble)}. What to do about it says: radslag doctor")


@contextmanager
def told_why_not(*refusals: type[Exception]) -> Iterator[None]:
    """Say in a sentence why nothing is done, and leave: another is at work, the data folder is unusable, or a refusal.

    Args:
        refusals: what else is no fault of the program's.
    """
    from bot.premises import AlreadyRunning, Unusable

    told: tuple[type[Exception], ...] = (Unusable, *refusals)
    try:
        yield
    except AlreadyRunning as held:
        typer.echo(f"Not done: {held}. Stop it first.", err=True)
        raise typer.Exit(HELD_BY_ANOTHER) from None
    except told as refused:
        _leave(str(refused))


def _leave(why: str) -> NoReturn:
    typer.echo(f"Not done: {why}.", err=True)
    raise typer.Exit(NOT_DONE)

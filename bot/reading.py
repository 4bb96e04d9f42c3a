"""The settings as every subcommand of `radslag` reads them: valid, or each mistake told and the process left."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

WRONG_SETTINGS = 2
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

"""The `radslag` command line.

What is heavy is imported where it is used: help, version and check answer at once.
"""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import __version__
from bot.backup_commands import backup, restore, verify
from bot.db_commands import db
from bot.doctor_command import doctor
from bot.identity_commands import identity
from bot.init_command import init
from bot.journal_commands import journal
from bot.reading import WRONG_SETTINGS, ConfigFile, settings_of
from bot.showing import shown

if TYPE_CHECKING:
    from bot.settings import Council

app = typer.Typer(
    help="Rådslag, the secretary of a municipal safety council, in Matrix.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def radslag(
    version: Annotated[bool, typer.Option("--version", help="Show the version and leave.")] = False,  # noqa: FBT002
) -> None:
    """Rådslag, the secretary of a municipal safety council, in Matrix."""
    if version:
        typer.echo(f"radslag {__version__}")
        raise typer.Exit


@app.command()
def run(config: ConfigFile = Path("config.yaml")) -> None:
    """Run the bot until it is told to stop."""
    from bot.thrift import leave_out_what_is_unused

    leave_out_what_is_unused()
    settings = settings_of(config)
    from bot.process import run as run_bot

    raise typer.Exit(run_bot(settings))


@app.command()
def check(config: ConfigFile = Path("config.yaml")) -> None:
    """Check the settings, and say where the database differs."""
    settings = settings_of(config)
    for slug, council in settings.councils.items():
        typer.echo(f"{slug}: {council.account.user_id}, next meetings by its rule: {_next_meetings(council)}")
    typer.echo(f"{config} is valid.")
    file = settings.database_file
    if file is None or file.exists():
        from bot.comparison import compared

        typer.echo("\n".join(compared(settings)))


app.add_typer(identity, name="identity")
app.add_typer(journal, name="journal")
app.add_typer(db, name="db")
app.command()(doctor)
app.command()(backup)
app.command()(verify)
app.command()(restore)
app.command()(init)


@app.command()
def site(
    folder: Annotated[Path, typer.Argument(help="Where the pages go; made if it is not there.")],
    config: ConfigFile = Path("config.yaml"),
) -> None:
    """Write the public pages as files, for any web server; what is no longer public is removed."""
    settings = settings_of(config)
    from bot.printing import NotOurs, NotReadable, print_site

    try:
        with shown("Making the pages"):
            count = print_site(settings, folder)
    except (NotOurs, NotReadable) as refused:
        typer.echo(f"Nothing was written: {refused}.", err=True)
        raise typer.Exit(WRONG_SETTINGS) from None
    typer.echo(f"{count} files in {folder}.")


@app.command()
def report(
    year: Annotated[int, typer.Argument(help="Such as 2026.")],
    folder: Annotated[Path, typer.Argument(help="Where the files go; made if it is not there.")] = Path(),
    config: ConfigFile = Path("config.yaml"),
) -> None:
    """Write the yearly report, as a page and a PDF in each language."""
    settings = settings_of(config)
    from bot.printing import NotReadable, print_report

    try:
        written = print_report(settings, year, folder)
    except NotReadable as refused:
        typer.echo(f"Nothing was written: {refused}.", err=True)
        raise typer.Exit(WRONG_SETTINGS) from None
    typer.echo("\n".join(str(each) for each in written))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the settings, for editors."""
    from bot.settings.editor import editor_schema

    typer.echo(editor_schema(), nl=False)


@app.command()
def commands() -> None:
    """Print the page about the commands that people can write, in Markdown."""
    from bot.handbook import commands_page

    typer.echo(commands_page(), nl=False)


def _next_meetings(council: "Council") -> str:
    """Return three dates, so that the operator sees how the rule was understood."""
    from bot.clock import SystemClock
    from council.rule import read_rule

    today = SystemClock().now().date()
    rule = read_rule(council.meetings.rule)
    days = rule.days(today, today + timedelta(days=366))[:3]
    return ", ".join(f"{day:%a} {day} {rule.clock:%H:%M}" for day in days) or "none within a year"


def main() -> None:
    """Start from the console script."""
    app(prog_name="radslag")


if __name__ == "__main__":
    main()

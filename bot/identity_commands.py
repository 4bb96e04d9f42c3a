"""`radslag identity …`: the bot's cryptographic identity in the operator's hands.

Nothing is destroyed without asking. What is heavy is imported where it is used.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.doctor_command import Speak, show, spoken
from bot.reading import WRONG_SETTINGS, ConfigFile, settings_of, told_why_not

if TYPE_CHECKING:
    from bot.custodian import Custodian
    from bot.settings import Settings

NOT_WELL = 1
Result = TypeVar("Result")

identity = typer.Typer(
    help="The identity by which other people's clients trust the bot.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Which = Annotated[str | None, typer.Argument(help="The council's short name; needed where there are several.")]


@identity.command()
def status(council: Which = None, config: ConfigFile = Path("config.yaml"), language: Speak = None) -> None:
    """Say in words how it stands, and what to do where something is missing. Exit codes as for `radslag doctor`."""
    from bot.doctor.account import of_account

    settings = settings_of(config)
    custodian = _custodian_of(settings, _chosen(settings, council))
    findings = _done(lambda: of_account(custodian))
    raise typer.Exit(show(findings, spoken(language, settings, custodian.slug)))


@identity.command()
def bootstrap(council: Which = None, config: ConfigFile = Path("config.yaml")) -> None:
    """Make a recovery key and show it, this once. A key that was made before opens nothing afterwards."""
    custodian = _custodian(config, council)
    if _done(custodian.has_recovery_key) and not _agrees("There is a recovery key; it will open nothing afterwards."):
        raise typer.Exit(NOT_WELL)
    _show(_done(custodian.bootstrap))


@identity.command()
def recover(council: Which = None, config: ConfigFile = Path("config.yaml")) -> None:
    """Get back what was lost: the identity's file, by the recovery key; the device, by a new one that it signs."""
    custodian = _custodian(config, council)
    fingerprint = _done(lambda: custodian.recover(_agrees, _recovery_key))
    typer.echo(f"The bot's device is signed by its identity: {fingerprint}")
    typer.echo("Start the bot again.")


@identity.command()
def reset(council: Which = None, config: ConfigFile = Path("config.yaml")) -> None:
    """Make a new identity in place of a lost one. Everybody who writes with the bot is warned of the change."""
    custodian = _custodian(config, council)
    typer.echo(
        f"This gives {custodian.user_id} another identity. Everybody's client will warn that it has changed; tell them "
        "before, and publish the new fingerprint. It is needed only where neither identity.json nor the recovery key "
        "is left."
    )
    if typer.prompt("To go on, type the account's full name").strip() != custodian.user_id:
        typer.echo("Nothing was changed.", err=True)
        raise typer.Exit(NOT_WELL)
    if not custodian.has_password:
        custodian.use_password(typer.prompt("The account's password", hide_input=True))
    _show(_done(lambda: custodian.reset(_agrees)))


def _show(key: str) -> None:
    typer.echo("The recovery key. It is shown this once and stored nowhere: write it down, keep it apart from backups.")
    typer.echo("")
    typer.echo(f"    {key}")
    typer.echo("")
    typer.echo("Whoever has it and the account's password can be the bot.")


def _agrees(what: str) -> bool:
    typer.echo(what)
    return typer.confirm("Go on?", default=False)


def _recovery_key() -> str:
    key: str = typer.prompt("The recovery key", hide_input=True)
    return key


def _done(what: Callable[[], Awaitable[Result]]) -> Result:
    """Return what came of it, or say in a sentence why nothing did and leave."""
    from bot.custodian import Refused

    async def attempt() -> Result:
        return await what()

    try:
        with told_why_not():
            return asyncio.run(attempt())
    except Refused as refused:
        typer.echo(f"Not done: {refused}", err=True)
        raise typer.Exit(NOT_WELL) from None


def _custodian(config: Path, council: str | None) -> "Custodian":
    settings = settings_of(config)
    return _custodian_of(settings, _chosen(settings, council))


def _chosen(settings: "Settings", council: str | None) -> str:
    if council is None and len(settings.councils) == 1:
        council = next(iter(settings.councils))
    if council not in settings.councils:
        typer.echo(f"Say which council: {', '.join(settings.councils)}", err=True)
        raise typer.Exit(WRONG_SETTINGS)
    return council


def _custodian_of(settings: "Settings", slug: str) -> "Custodian":
    import logging

    from bot import log
    from bot.custodian import Custodian

    log.set_up(logging.CRITICAL)
    return Custodian(settings, slug)

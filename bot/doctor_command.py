"""`radslag doctor`, and how findings are shown. What is heavy is imported where it is used."""

import asyncio
import os
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from bot.reading import ConfigFile, settings_of

if TYPE_CHECKING:
    from bot.doctor.finding import Finding, Gravity
    from bot.settings import Settings
    from locales import Texts


class Spoken(Enum):
    """What the findings can be told in."""

    SWEDISH = "sv"
    ENGLISH = "en"


Speak = Annotated[
    Spoken | None, typer.Option("--language", "-l", help="sv or en; else as the machine is set (LC_ALL, LANG).")
]


def doctor(
    config: ConfigFile = Path("config.yaml"),
    language: Speak = None,
    quick: Annotated[  # noqa: FBT002 - an option of the command line
        bool, typer.Option("--quick", help="Leave out what takes long: reading all of database and newest backup.")
    ] = False,
) -> None:
    """Look at all that the bot needs, and say what to mend. Exit code 0: all is well, 1: a warning, 2: an error."""
    settings = settings_of(config)
    import logging

    from bot import log

    log.set_up(logging.CRITICAL)
    raise typer.Exit(asyncio.run(_examined(settings, language, thoroughly=not quick)))


async def _examined(settings: "Settings", language: Spoken | None, *, thoroughly: bool) -> int:
    from bot.clock import SystemClock
    from bot.doctor.examination import examine
    from bot.doctor.finding import Gravity
    from council.text import Text

    found: list[Finding] = []
    heading: str | None = None
    async for part in examine(settings, SystemClock().now(), thoroughly=thoroughly):
        texts = spoken(language, settings, part.council)
        if part.council != heading and part.findings:
            heading = part.council
            typer.echo(f"\n{heading}")
        show(part.findings, texts)
        found += part.findings
    counts = {gravity: sum(each.gravity is gravity for each in found) for gravity in Gravity}
    typer.echo("")
    summary = Text("doctor-summary", errors=counts[Gravity.ERROR], warnings=counts[Gravity.WARNING])
    typer.echo(spoken(language, settings, None).render(summary))
    return max((each.gravity for each in found), default=Gravity.OK)


def show(findings: "Iterable[Finding]", texts: "Texts") -> "Gravity":
    """Tell findings, a line each, with the remedy below; return the worst of them."""
    from bot.doctor.finding import gravest
    from council.text import Text

    told = list(findings)
    for each in told:
        word = texts.render(Text(f"doctor-gravity-{each.gravity.name.lower()}"))
        typer.echo(f"{word:<8} {texts.render(each.says)}")
        if each.remedy:
            typer.echo(f"{'':<8} {texts.render(each.remedy)}")
    return gravest(told)


def spoken(language: Spoken | None, settings: "Settings", council: str | None) -> "Texts":
    """Return the texts for the operator, on the wall clock of a council, or of the first."""
    from locales import Texts

    zone = settings.councils[council or next(iter(settings.councils))].time_zone
    return Texts(language.value if language else machine_language(), ZoneInfo(zone))


def machine_language() -> str:
    """Return what the machine is set to speak: Swedish or English."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "sv" if named.startswith("sv") else "en"

"""`radslag init`: a few questions, or flags for scripts, and a council is ready to be started."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.showing import shown

if TYPE_CHECKING:
    from bot.founding.founding import Founded
    from bot.founding.questions import Question
    from council.people import Place

NOT_DONE, WRONG_ANSWER = 1, 2


def init(
    folder: Annotated[Path, typer.Argument(help="Where config.yaml and the secrets are to be.")] = Path(),
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--set", "-s", metavar="NAME=VALUE", help="An answer given beforehand, as chair=@karin:example.org."
        ),
    ] = None,
    password_file: Annotated[
        Path | None, typer.Option(help="A file with the account's password; asked for otherwise.")
    ] = None,
    room: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE=ID", help="Adopt rooms that there are: open, council, secretariat, operators."),
    ] = None,
    data: Annotated[
        Path | None, typer.Option(help="Where database and encryption are to be, if not in the folder data beside.")
    ] = None,
    defaults: Annotated[bool, typer.Option(help="Take the default of whatever is not given, and ask nothing.")] = False,  # noqa: FBT002
) -> None:
    """Found a council: check the answers, log in, make rooms and identity, write the settings."""
    import logging

    from bot import log
    from bot.founding.founding import Home, NotFounded, found, refuse_to_overwrite

    log.set_up(logging.CRITICAL)
    try:
        refuse_to_overwrite(folder)
        given = dict(_answers(_pairs(answer or []), asking=not defaults and sys.stdin.isatty()))
        password = password_file.read_text().strip() if password_file else _asked_password(given["account"])
        adopted = _adopted(_pairs(room or []))
        home = Home(folder.absolute(), (data or folder / "data").absolute())
        founded = _founded(lambda tell: asyncio.run(found(home, given, password, adopted, tell)))
    except NotFounded as why:
        typer.echo(f"Not done: {why}", err=True)
        raise typer.Exit(NOT_DONE) from None
    except OSError as wrong:
        typer.echo(f"Not done: {wrong.filename}: {wrong.strerror}.", err=True)
        raise typer.Exit(NOT_DONE) from None
    typer.echo("\n".join(_next_steps(founded)))


def _founded(found: "Callable[[Callable[[str], None]], Founded]") -> "Founded":
    """Show how far it is, also while the rooms are read for the first time; then tell each step that was done."""
    done: list[str] = []
    try:
        with shown("Founding the council", steps=4) as told:

            def tell(step: str) -> None:
                done.append(step)
                told(step)

            return found(tell)
    finally:
        typer.echo("\n".join(done))


def _answers(given: dict[str, str], *, asking: bool) -> Iterator[tuple[str, str]]:
    """Yield every answer, checked; ask for those that are missing.

    Raises:
        typer.Exit: an answer is wrong or missing and nobody can be asked.
    """
    from bot.founding.questions import QUESTIONS

    unknown = sorted(set(given) - {question.name for question in QUESTIONS})
    if unknown:
        names = ", ".join(question.name for question in QUESTIONS)
        _wrong(f"{unknown[0]} is not asked for. What is: {names}")
    missing = [question for question in QUESTIONS if question.name not in given and not question.default]
    known: dict[str, str] = {}
    for question in QUESTIONS:
        if question in missing and not asking:
            _wrong("\n".join(f"{each.name} is missing ({each.asks}): --set {each.name}=…" for each in missing))
        known[question.name] = _answer(question, known, given.get(question.name), asking=asking)
        yield question.name, known[question.name]


def _answer(question: "Question", known: dict[str, str], given: str | None, *, asking: bool) -> str:
    default = question.default(known) if question.default else None
    answer = given if given is not None else None if asking else default
    while True:
        if answer is None:
            answer = str(typer.prompt(question.asks, default=default)).strip()
        wrong = question.wrong_with(answer) or _wrong_there(question.name, answer)
        if wrong is None:
            return answer
        if not asking:
            _wrong(f"{question.name}: {answer}: {wrong}")
        typer.echo(f"  {wrong}")
        answer = None


def _wrong_there(name: str, answer: str) -> str | None:
    """Ask whether the homeserver is there at all before anything else is asked."""
    from bot.founding.founding import answers

    return asyncio.run(answers(answer)) if name == "homeserver" else None


def _asked_password(account: str) -> str:
    if not sys.stdin.isatty():
        _wrong("the password is missing: --password-file FILE")
    return str(typer.prompt(f"The password of {account}", hide_input=True))


def _adopted(given: dict[str, str]) -> "dict[Place, str]":
    from bot.settings.addresses import RoomId
    from bot.settings.values import wrong_with
    from council.people import Place

    places = {place.value: place for place in Place if place is not Place.DIRECT}
    if given and set(given) != set(places):
        _wrong(f"adopt all four rooms or none: {', '.join(places)}")
    for name, room_id in given.items():
        wrong = wrong_with(RoomId, room_id)
        if wrong:
            _wrong(f"{name}: {room_id}: {wrong}")
    return {places[name]: room_id for name, room_id in given.items()}


def _pairs(words: list[str]) -> dict[str, str]:
    pairs = dict(word.split("=", 1) for word in words if "=" in word)
    odd = next((word for word in words if "=" not in word), None)
    if odd is not None:
        _wrong(f"{odd}: expected NAME=VALUE")
    return {name.strip(): value.strip() for name, value in pairs.items()}


def _wrong(says: str) -> NoReturn:
    typer.echo(says, err=True)
    raise typer.Exit(WRONG_ANSWER)


def _next_steps(founded: "Founded") -> Iterator[str]:
    yield ""
    yield "The recovery key. It is shown this once and stored nowhere: write it down, keep it apart from backups."
    yield ""
    yield f"    {founded.recovery_key}"
    yield ""
    yield f"The bot's fingerprint, to be published where people can compare it: {founded.fingerprint}"
    yield ""
    yield "What to do next:"
    yield f"  1. Copy {founded.config.parent / 'secrets' / 'master_secret'} to a safe place, apart from the backups."
    yield f"  2. Start the bot:  radslag run -c {founded.config}"
    yield "  3. Let the chair and the secretary accept their invitations; the chair writes !setup to the bot."

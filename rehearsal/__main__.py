"""`python -m rehearsal`: the council's month on a real homeserver, to look at and to prove.

SPEAK=sv|en is the language of the council. ONCE=1 ends after the month, with exit code 0 only if every expected post
was seen once and nothing else was said.
"""

import asyncio
import contextlib
import logging
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot.printing import printed
from rehearsal.bot import InProcess
from rehearsal.cast import read_cast
from rehearsal.district import BotAbsentError, District
from rehearsal.homeserver import Homeserver, HomeserverError
from rehearsal.joining import how_to_join
from rehearsal.play import Entry, Play, StuckError
from rehearsal.practising import practising
from rehearsal.script import Script, read_capabilities, read_script
from rehearsal.stage import StageClock
from rehearsal.transcript import Scribe
from rehearsal.verdict import Verdict, differences, judge
from web.static import write

FOLDER = Path("tmp/demo")
OURS = "rehearsal.txt"
LANGUAGES = ("sv", "en")
DIFFERENT = 1


@dataclass(frozen=True)
class Wish:
    """What whoever starts the demo wants."""

    speak: str = "sv"
    once: bool = False
    folder: Path = FOLDER


class Screen:
    """Shows the play as it goes: a line that moves on a terminal, plain lines elsewhere."""

    def __init__(self, console: Console, scribe: Scribe) -> None:
        self._console = console
        self._scribe = scribe
        self._progress: Progress | None = None
        self._task = TaskID(0)

    @contextlib.contextmanager
    def playing(self) -> Iterator[None]:
        """Show progress for as long as the block lasts."""
        if not self._console.is_terminal:
            yield
            return
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
        with Progress(*columns, TimeElapsedColumn(), console=self._console, transient=True) as progress:
            self._progress, self._task = progress, progress.add_task("", total=1.0)
            yield
            self._progress = None

    def moment(self, moment: datetime, part: float) -> None:
        """Show what is being played."""
        if self._progress is not None:
            description = f"{self._scribe.day(moment)} {moment:%H.%M}"
            self._progress.update(self._task, description=description, completed=part)

    def day(self, day: datetime, entries: list[Entry]) -> None:
        """Show what was said in a day that is over."""
        if entries:
            self._console.print()
            self._console.rule(self._scribe.day(day), align="left", characters="─")
            self.say(self._scribe.lines(entries))

    def say(self, lines: Iterable[str] | str) -> None:
        """Show lines as they are."""
        for line in [lines] if isinstance(lines, str) else lines:
            self._console.print(line, markup=False, highlight=False, soft_wrap=True)


async def rehearse(wish: Wish, console: Console) -> int:
    """Play the month, open the practice council; return the exit code."""
    cast, script = read_cast(), read_script()
    scribe = Scribe(cast, wish.speak)
    screen = Screen(console, scribe)
    folder = _fresh(wish.folder)
    began = time.monotonic()
    screen.say(f"Starting a homeserver in {folder} ...")
    async with (
        Homeserver.start(folder / "homeserver") as homeserver,
        District.settled(homeserver, cast, wish.speak) as district,
    ):
        clock = StageClock(cast.opens)
        settings = district.write_settings(folder / "config.yaml", folder / "bot")
        async with InProcess.running(settings, clock, folder / "bot.log") as company:
            await district.bot_has_come()
            screen.say(f"{len(district.actors)} people and the bot are there after {time.monotonic() - began:.0f} s.")
            play = Play(district, script.playable(read_capabilities()), clock, company, screen.day, screen.moment)
            with screen.playing():
                await play.perform()
            entries = list(play.entries.values())
            scribe.write_text(folder / "transcript.txt", entries)
            scribe.write_page(folder / "transcript.html", entries)
            write(folder / "site", await printed(company.app.settings, clock))
            is_clean = _judged(screen, script, play)
            screen.say(f"Played in {time.monotonic() - began:.0f} s. To read again: {folder / 'transcript.html'}")
            screen.say(f"What everybody may know of it: {folder / 'site' / 'index.html'}")
            is_clean &= await _practise(wish, screen, play, folder)
    return 0 if is_clean else DIFFERENT


async def _practise(wish: Wish, screen: Screen, month: Play, folder: Path) -> bool:
    """Open the practice council, and keep it open until asked to end; say whether it began as expected."""
    screen.say("")
    screen.say("Opening the practice council ...")
    district, clock = month.district, month.clock
    async with practising(district.homeserver, wish.speak, clock, folder) as practice:
        is_clean = _judged(screen, practice.script, practice)
        if not wish.once:
            clock.run()
            screen.say(how_to_join(district, practice.district, clock.now()))
            await _interrupted()
            screen.say("Stopping ...")
    return is_clean


def _judged(screen: Screen, whole: Script, play: Play) -> bool:
    """Say what was expected and what of it was seen; return whether that is the same."""
    heard = play.heard()
    verdict = judge(play.script.expected, heard)
    screen.say("")
    screen.say(differences(verdict, heard, play.district.speak))
    screen.say(_closing(whole, play.script, verdict))
    return verdict.is_clean


def _closing(whole: Script, played: Script, verdict: Verdict) -> str:
    """Say plainly what was expected and what of it was seen."""
    of, exist, seen = len(whole.expected), len(played.expected), len(verdict.seen)
    result = "all" if seen == exist else "only"
    line = f"{exist} of {of} expected posts belong to capabilities that exist; {result} {seen} seen"
    extra = ((verdict.doubled, "said twice"), (verdict.unexpected, "not foreseen"))
    return ", ".join([line, *(f"{len(posts)} {what}" for posts, what in extra if posts)]) + "."


async def _interrupted() -> None:
    ended = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, ended.set)
    await ended.wait()


def _fresh(folder: Path) -> Path:
    """Return the folder, empty; only one that an earlier rehearsal made is cleared.

    Raises:
        SystemExit: the folder holds something else.
    """
    folder = folder.resolve()
    if folder.exists() and any(folder.iterdir()):
        if not (folder / OURS).exists():
            raise SystemExit(f"{folder} is not empty and was not made by a rehearsal; choose another FOLDER")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / OURS).write_text("Made by `make demo`. Everything in this folder may be deleted.\n")
    return folder


def _wish(environment: dict[str, str]) -> Wish:
    """Read what is wanted from the environment.

    Raises:
        SystemExit: SPEAK is no language that the bot speaks.
    """
    speak = environment.get("SPEAK") or "sv"
    if speak not in LANGUAGES:
        raise SystemExit(f"SPEAK={speak}: expected sv or en")
    once = environment.get("ONCE", "") not in ("", "0")
    return Wish(speak, once, Path(environment.get("FOLDER") or FOLDER))


def main() -> None:
    """Start from the command line."""
    # The people's stock clients complain of every device they have not met; that is not ours to show.
    logging.getLogger("nio").setLevel(logging.CRITICAL)
    logging.getLogger("peewee").setLevel(logging.CRITICAL)
    wish = _wish(dict(os.environ))
    try:
        code = asyncio.run(rehearse(wish, Console()))
    except (StuckError, BotAbsentError, HomeserverError) as why:
        sys.exit(f"The rehearsal cannot go on: {why}. What was going on stands in {wish.folder}.")
    except KeyboardInterrupt:
        sys.exit("\nInterrupted; everything that was started has been stopped.")
    sys.exit(code)


if __name__ == "__main__":
    main()

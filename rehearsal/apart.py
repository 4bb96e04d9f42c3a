"""The bot in a process of its own, to be killed and started again."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

from rehearsal.process import run_apart

STOP_SECONDS = 10.0
"""No state that it may be in is an excuse for longer."""
LOOK_EVERY_SECONDS = 0.02
LISTENS = "listens"
"""The file beside the settings that is there once the process has heard what there was and listens for more."""


class BotDiedError(RuntimeError):
    """The bot's process ended by itself."""


class BotHangsError(RuntimeError):
    """The bot's process did not end when it was asked to."""


class BotApart:
    """One bot process after the other, on the same settings, data and clock.

    Args:
        settings: its config.yaml.
        clock_file: where the stage's clock is kept.
        module: what is run; tests of the tests run one that lacks a protection.
    """

    def __init__(self, settings: Path, clock_file: Path, module: str = "rehearsal.bot", *more: str) -> None:
        self._command = [sys.executable, "-m", module, str(settings), "--clock", str(clock_file), *more]
        self.log = settings.with_name("bot.log")
        self._listens = settings.with_name(LISTENS)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it and return at once."""
        self._listens.unlink(missing_ok=True)
        with self.log.open("ab") as log:
            self._process = run_apart(self._command, output=log)

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    async def listening(self) -> None:
        """Wait until it has read what there was when it started, and listens for more.

        Raises:
            BotDiedError: it ended before.
        """
        while not self._listens.exists():
            self.must_run()
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    def kill(self) -> None:
        """End it at once, as a power cut would.

        Raises:
            BotDiedError: it had ended by itself before.
        """
        self.must_run()
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    async def stop(self) -> None:
        """Ask it to end, and wait until it has.

        Raises:
            BotHangsError: it has not; it was killed.
        """
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        # One that stands still would not hear of it.
        self._process.send_signal(signal.SIGCONT)
        deadline = asyncio.get_running_loop().time() + STOP_SECONDS
        while self._process.poll() is None:
            if asyncio.get_running_loop().time() > deadline:
                self._process.kill()
                self._process.wait()
                raise BotHangsError(f"the bot has not ended within {STOP_SECONDS:.0f} s")
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    def must_run(self) -> None:
        """Make sure that it has not ended by itself.

        Raises:
            BotDiedError: it has; the end of its log is in the message.
        """
        if not self.runs:
            said = self.log.read_text(errors="replace").splitlines()[-15:] if self.log.exists() else []
            code = self._process.returncode if self._process else None
            raise BotDiedError(f"the bot has ended by itself (exit code {code}):\n" + "\n".join(said))

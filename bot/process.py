"""The process as its supervisor sees it: when it is ready, when it stops, and with what exit code."""

import asyncio
import signal
import sys

import structlog

from bot import log
from bot.app import App
from bot.matrix.account import IdentityRefused, LoggedOut, LoginRefused
from bot.premises import AlreadyRunning, Unusable
from bot.settings import Settings
from bot.supervisor import tell_supervisor
from bot.thrift import settle
from storage.migrate import NewerDatabase
from storage.tenures import Superseded

STOPPED = 0
FAILED = 1
WRONG_DATABASE = 2
NEEDS_A_PERSON = 2
"""Trying again without anybody's doing would not help."""
HELD_BY_ANOTHER = 75
"""EX_TEMPFAIL: trying again later may succeed."""
LONGEST_TO_END_SECONDS = 8
LOGGED_OUT = (
    "Stopped: the homeserver has logged the bot's device out. If none of you did that, change the account's password. "
    "Begin a new device, trusted as the old one was, with: radslag identity recover\n"
)


def run(settings: Settings) -> int:
    """Run the bot until it is told to stop; return the exit code."""
    log.set_up()
    try:
        asyncio.run(_serve(settings))
    except (KeyboardInterrupt, asyncio.CancelledError):
        return STOPPED
    except (AlreadyRunning, Superseded) as held:
        sys.stderr.write(f"{'Not started' if isinstance(held, AlreadyRunning) else 'Stopped'}: {held}.\n")
        return HELD_BY_ANOTHER
    except NewerDatabase as newer:
        sys.stderr.write(f"Not started: {newer}. Install the newer version again, or restore an older backup.\n")
        return WRONG_DATABASE
    except Unusable as wrong:
        sys.stderr.write(f"Not started: {wrong}.\n")
    except (LoginRefused, IdentityRefused, LoggedOut) as refused:
        sys.stderr.write(LOGGED_OUT if isinstance(refused, LoggedOut) else f"Not started: {refused}.\n")
        return NEEDS_A_PERSON
    except Exception as bug:  # noqa: BLE001  the last resort: the exception's own words may be a resident's
        structlog.get_logger().critical("stopped by a bug", kind=type(bug).__name__, at=log.place_of(bug))
    else:
        return STOPPED
    return FAILED


async def _serve(settings: Settings) -> None:
    task = asyncio.current_task()
    assert task
    end_when_asked(asyncio.get_running_loop(), task)
    try:
        await App(settings).run(started=_started)
    finally:
        tell_supervisor("STOPPING=1")


def _started() -> None:
    settle()
    tell_supervisor("READY=1")


def end_when_asked(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]") -> None:
    """End in order on SIGTERM; whatever should hold us up then, the system ends us before a supervisor would."""

    def end(_signal: int, _frame: object) -> None:
        # The system's own way of ending a process: no state of ours can be in its way. What is said and what is stored
        # outlives that as it outlives a power cut.
        signal.alarm(LONGEST_TO_END_SECONDS)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        loop.call_soon_threadsafe(task.cancel)

    # Not the loop's own handler, which would wait for whatever the loop is at.
    signal.signal(signal.SIGTERM, end)

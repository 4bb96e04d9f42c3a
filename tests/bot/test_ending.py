"""Asked to end, the process ends: in order where it can, and in any case."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import asyncio, time
from bot import log, process
from bot.settings import Settings

class App:
    def __init__(self, _settings):
        pass

    async def run(self, started):
        print("at work", flush=True)
        {holds}

log.set_up = lambda: None
process.App = App
process.LONGEST_TO_END_SECONDS = {seconds}
raise SystemExit(process.run(Settings.model_construct()))
"""
SLEEPS = "await asyncio.sleep(600)"
DEAF = """
        while True:
            try:
                await asyncio.sleep(600)
            except asyncio.CancelledError:
                pass
"""
BUSY = """
        while True:
            pass
"""
IN_A_THREAD = "await asyncio.to_thread(time.sleep, 600)"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("holds", "seconds", "code"),
    [(SLEEPS, 50, 0), (DEAF, 1, -signal.SIGALRM), (BUSY, 1, -signal.SIGALRM), (IN_A_THREAD, 1, -signal.SIGALRM)],
    ids=["in order", "deaf", "busy", "in a thread"],
)
def test_whatever_holds_it_up_the_process_ends_when_it_is_asked_to(
    holds: str, seconds: int, code: int, tmp_path: Path
) -> None:
    script = tmp_path / "process.py"
    script.write_text(SCRIPT.format(holds=holds, seconds=seconds))
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(root)}
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.terminate()
        process.terminate()

        assert process.wait(60) == code

"""The demo itself: April from beginning to end, in both languages, and nothing left running."""

import asyncio
import os
import sys
from pathlib import Path

import psutil
import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("speak", ["sv", "en"])
async def test_every_expected_post_of_april_is_seen(tmp_path: Path, speak: str) -> None:
    folder = tmp_path / "demo"
    environment = {**os.environ, "ONCE": "1", "SPEAK": speak, "FOLDER": str(folder)}

    demo = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "rehearsal"),
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await demo.communicate()

    said = output.decode()
    assert demo.returncode == 0, said[-4000:]
    assert "expected posts belong to capabilities that exist; all" in said
    assert (folder / "transcript.html").stat().st_size > 10_000
    assert not [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(folder) in " ".join(process.info["cmdline"] or [])
    ]

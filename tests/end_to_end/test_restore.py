"""The drill: a backup while the bot works, more said after it, and a restoration. Nothing is lost or said twice."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from proof.house import House, answered

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def radslag(house: House, *words: str) -> str:
    """Run an operator's command on the bot's settings and return what it says."""
    settings = house.bot.log.with_name("config.yaml")
    command = [sys.executable, "-m", "bot", *words, "-c", str(settings)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=dict(os.environ))
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.timeout(300)
async def test_what_was_said_since_the_backup_is_heard_again_and_answered_once(house: House) -> None:
    before = await house.says("boe", "!agenda add Before the backup", "council")
    await house.until_answered("secretary", [before], "council")
    made = Path(radslag(house, "backup").splitlines()[0])
    after = [await house.says("boe", f"!agenda add After it {number}", "council") for number in range(3)]
    in_the_open = await house.says("onlooker", "!next", "open")
    concern = await house.says("k13", "!concern The bushes hide the footpath")
    await house.until_answered("secretary", after, "council")
    await house.until_answered("onlooker", [in_the_open], "open")
    await house.until_answered("k13", [concern])
    await house.until("k13", lambda posts: any(post.body.startswith("Where is ") for post in posts))
    await house.bot.stop()
    told_before = [post.body for post in await house.reads("k13")]

    told = radslag(house, "restore", str(made))
    house.bot.start()
    last = await house.says("boe", "!agenda list", "council")
    answers = await house.until_answered("secretary", [before, *after, last], "council")
    told_after = [post.body for post in await house.reads("k13")]

    assert "Start the bot." in told
    assert Counter(answered(post) for post in answers) == dict.fromkeys([before, *after, last], 1)
    assert all(f"After it {number}" in answers[-1].body for number in range(3))
    assert told_after == told_before
    assert any("TR-2026-0031" in body for body in told_before)
    assert [answered(post) for post in await house.reads("onlooker", "open")].count(in_the_open) == 1

"""`radslag journal verify` tells an operator whether the journal is as it was written, council by council."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.chain import Head
from tests.bot.commandline import radslag
from tests.site import Site, settings_in

# What is found out is the same whatever engine it is read from.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("bare_url"),
    pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True),
]


async def last(site: Site) -> Head:
    async with site.database.work("lindvassa") as work:
        return await work.journal.head()


def meddle(site: Site, change: str) -> None:
    """Change the database as somebody does who has its file."""
    file = site.settings.database_file
    assert file is not None
    with closing(sqlite3.connect(file, isolation_level=None)) as intruder:
        for (trigger,) in intruder.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            intruder.execute(f"DROP TRIGGER {trigger}")
        intruder.execute(change)


async def verified(site: Site, *heads: str) -> tuple[int, str]:
    """Return the exit code, and what is read."""
    options = [word for head in heads for word in ("--head", head)]
    done = await radslag("journal", "verify", *options, "--config", site.folder / "config.yaml")
    return done.exit_code, done.output


async def test_a_whole_journal_is_told_with_the_seal_to_write_down(site: Site) -> None:
    head = await last(site)

    told = f"lindvassa: ok, {head.step} entries; the last seal is {head.shown()}\n"
    assert await verified(site) == (0, told)
    assert await verified(site, head.shown()) == (0, told)


async def test_an_entry_that_was_changed_is_told_by_its_place(site: Site) -> None:
    meddle(site, "UPDATE journal SET who = 'POL' WHERE step = 1")

    assert await verified(site) == (1, "lindvassa: BROKEN entry 1 was changed.\n")


async def test_an_entry_that_was_taken_out_is_told_as_missing(site: Site) -> None:
    meddle(site, "DELETE FROM journal WHERE step = 1")

    assert await verified(site) == (1, "lindvassa: BROKEN entry 1 is missing.\n")


async def test_a_seal_that_was_written_down_and_is_another_now_is_told(site: Site) -> None:
    assert await verified(site, f"1:{'0' * 32}") == (
        1,
        "lindvassa: BROKEN entry 1 is not the one whose seal was written down.\n",
    )


@pytest.mark.parametrize("wrong", ["1", "one:0123456789abcdef", "1:0123", "1:0123456789abcdefg"])
async def test_a_seal_that_was_copied_badly_is_told_with_how_one_is_written(site: Site, wrong: str) -> None:
    assert await verified(site, wrong) == (1, "a head is written as 1234:0123456789abcdef…\n")


async def test_a_written_seal_is_not_compared_with_several_councils_at_once(site: Site) -> None:
    file = site.folder / "config.yaml"
    text = file.read_text(encoding="utf-8")
    council = text[text.index("  lindvassa:\n") :]
    file.write_text(text + council.replace("lindvassa", "solvik"), encoding="utf-8")
    password = {"RADSLAG_COUNCILS__SOLVIK__ACCOUNT__PASSWORD": "hemligt"}

    done = await radslag("journal", "verify", "--head", f"1:{'0' * 32}", "--config", file, **password)

    assert (done.exit_code, done.output) == (
        1,
        "With several councils seals are compared one at a time; use a file with one council.\n",
    )


async def test_before_the_first_start_there_is_no_journal_to_verify(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "new")

    done = await radslag("journal", "verify", "--config", settings.data_dir.parent / "config.yaml")

    told = f"Not done: there is no database {settings.database_file}: start the bot once, or bring a backup back with: "
    assert (done.exit_code, done.output) == (1, f"{told}radslag restore SET.\n")
    assert not settings.data_dir.exists()


async def test_a_database_that_is_none_is_told_without_a_traceback(site: Site) -> None:
    await site.database.close()
    file = site.settings.database_file
    assert file is not None
    file.write_bytes(b"no database at all, and long enough to be looked at as one" * 100)

    told = "Not done: the database cannot be used: file is not a database. What to do about it says: radslag doctor.\n"
    assert await verified(site) == (1, told)

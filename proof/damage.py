"""Copies of a database that a bad disk has damaged: each is refused at the start, or nothing of it is wrong."""

import asyncio
import random
import sqlite3
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from proof.figures import Figures
from proof.migrating import SECRET, copy
from proof.series import SQLITE, Series
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault
from storage.soundness import Damaged, look_through

NAME = "damaged copies of the database"
WITHOUT = "a look through the database at the start"
COPIES, FEWEST = 200, 30
ROWS = 2_000
PAGE = 4096
WAYS = ("one bit", "many bits", "a page zeroed", "a page of another", "cut off", "no log")


async def played(series: Series, seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Damage one copy after the other and see whether a start finds it."""
    ends = time.monotonic() + seconds
    folder = series.folder / f"damage-{protected}"
    folder.mkdir()
    whole = folder / "whole.db"
    await _fill(f"sqlite:///{whole}")
    wanted, chance = _contents(whole), random.Random(series.seed)
    found = Counter[str]()
    for number in range(COPIES):
        if number >= FEWEST and time.monotonic() > ends:
            break
        trial = folder / "trial.db"
        await asyncio.to_thread(copy, whole, trial)
        way = WAYS[number % len(WAYS)]
        _damage(trial, way, chance)
        found[await _outcome(trial, wanted, protected=protected)] += 1
    copies = found.total()
    kinds = ", ".join(f"{kind}: {count}" for kind, count in sorted(found.items()))
    note = f"{copies} of {COPIES} copies; {kinds}"
    return (
        Figures(
            NAME if protected else f"without {WITHOUT}",
            SQLITE,
            cycles=copies,
            acknowledged=copies,
            # A value that has changed where nothing but itself could tell is said, and is no database that falls apart.
            lost=found["opened though it falls apart"],
            note=note,
            must_fail=not protected,
        ),
    )


async def _outcome(file: Path, wanted: dict[str, list[str]], *, protected: bool) -> str:
    database = Database(f"sqlite:///{file}", Vault(SECRET))
    try:
        if protected:
            await look_through(database)
        await migrate(database)
    except (Damaged, DBAPIError, sqlite3.Error, TypeError, UnicodeError):
        return "refused"
    finally:
        with suppress(DBAPIError, sqlite3.Error):
            await database.close()
    try:
        found = _contents(file)
    except (sqlite3.Error, UnicodeError):
        return "opened though it falls apart"
    if found == wanted:
        return "harmless"
    same = {name: len(rows) for name, rows in found.items()} == {name: len(rows) for name, rows in wanted.items()}
    return "a value changed" if same else "opened though it falls apart"


def _damage(file: Path, way: str, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    pages = len(content) // PAGE
    if way in ("one bit", "many bits"):
        for _ in range(1 if way == "one bit" else chance.randint(2, 50)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif way in ("a page zeroed", "a page of another"):
        at, other = chance.randrange(pages), chance.randrange(pages)
        put = bytes(PAGE) if way == "a page zeroed" else content[other * PAGE : (other + 1) * PAGE]
        content[at * PAGE : (at + 1) * PAGE] = put
    elif way == "cut off":
        del content[chance.randrange(len(content)) :]
    file.write_bytes(content)
    if way == "no log":
        file.with_name(f"{file.name}-wal").write_bytes(chance.randbytes(chance.randrange(1, 10_000)))


async def _fill(url: str) -> None:
    database = Database(url, Vault(SECRET))
    await migrate(database)
    claims = [{"council": "a", "key": f"event:{number}", "at": "2026-03-24 12:00:00"} for number in range(ROWS)]
    into = "INSERT INTO claims (council, key, at, outcome) VALUES (:council, :key, :at, 'done')"
    async with database.engine.begin() as connection:
        await connection.execute(text(into), claims)
    await database.close()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection_here:
        connection_here.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _contents(file: Path) -> dict[str, list[str]]:
    """Return every row of every table, found by its table and, where there is one, by its index."""
    with closing(sqlite3.connect(file)) as connection:
        # Letters that a changed bit has made no letters of are a changed value like any other.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: sorted(map(str, connection.execute(f'SELECT * FROM "{name}"'))) for name in names}  # noqa: S608
        by_index = [key for (key,) in connection.execute("SELECT key FROM claims WHERE council = 'a' ORDER BY key")]
        return {**found, "claims by their index": by_index}

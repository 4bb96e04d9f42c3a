"""A migration of the database that is killed before each of its statements, in processes of their own."""

import asyncio
import multiprocessing
import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from proof.figures import Figures
from proof.series import POSTGRESQL, SQLITE, Series
from rehearsal.postgres import Postgres
from storage.database import Database
from storage.migrate import load_tables, migrate
from storage.seal import Vault

NAME = "migration killed half-way"
WITHOUT = "one transaction for a migration"
SECRET = b"a master secret for the proof, 32 bytes or more"
OLD = "0001"
"""The step that the database is at when the program is upgraded."""
ROWS = 300
MOST_STARTS, FEWEST = 500, 10
ON_POSTGRESQL = 0.3
"""So much of the time is given to the other engine."""
NEVER = 10**9
"""No migration has so many statements."""


async def played(series: Series, seconds: float, *, protected: bool) -> tuple[Figures, ...]:
    """Start the upgrade again and again, kill it before some statement, and start it once more."""
    chance, share = random.Random(series.seed), 1 - ON_POSTGRESQL if series.postgres else 1.0
    found = [
        await asyncio.to_thread(
            _on_sqlite, series.folder / f"migrating-{protected}", seconds * share, chance, protected
        )
    ]
    if series.postgres and protected:
        found.append(await _on_postgresql(series.postgres, seconds * ON_POSTGRESQL, chance))
    return tuple(found)


def _sampled(statements: int, seconds: float, chance: random.Random) -> Iterator[int]:
    """Return before which statements to kill: each once, in any order, and then anew, for as long as there is time."""
    ends, order = time.monotonic() + seconds, chance.sample(range(statements), statements)
    for start in range(MOST_STARTS):
        if start >= FEWEST and time.monotonic() > ends:
            return
        yield order[start % statements]


def _on_sqlite(folder: Path, seconds: float, chance: random.Random, protected: bool) -> Figures:  # noqa: FBT001
    folder.mkdir()
    old, done = folder / "old.db", folder / "done.db"
    asyncio.run(_fill(f"sqlite:///{old}"))
    copy(old, done)
    statements = _upgraded(f"sqlite:///{done}", NEVER, protected=True)
    wanted, broken, starts, killed = _contents(done), 0, 0, set[int]()
    for at in _sampled(statements, seconds, chance):
        trial = folder / "trial.db"
        copy(old, trial)
        where = f"sqlite:///{trial}"
        starts += 1
        if _upgraded(where, at, protected=protected) < 0:
            killed.add(at)
        broken += _upgraded(where, NEVER, protected=True) < 0 or _contents(trial) != wanted
    name = NAME if protected else f"without {WITHOUT}"
    return _told(name, SQLITE, starts, broken, f"{len(killed)} of {statements} statements", must_fail=not protected)


async def _on_postgresql(server: Postgres, seconds: float, chance: random.Random) -> Figures:
    name = f"migrating_{os.getpid()}"
    await _fill(await server.make(f"{name}_old"))
    done = await server.make(f"{name}_done", like=f"{name}_old")
    statements = await asyncio.to_thread(_upgraded, done, NEVER, protected=True)
    wanted, broken, starts, killed = await _rows(done), 0, 0, set[int]()
    for at in _sampled(statements, seconds, chance):
        where = await server.make(f"{name}_{starts}", like=f"{name}_old")
        starts += 1
        if await asyncio.to_thread(_upgraded, where, at, protected=True) < 0:
            killed.add(at)
        again = await asyncio.to_thread(_upgraded, where, NEVER, protected=True)
        broken += again < 0 or await _rows(where) != wanted
    return _told(NAME, POSTGRESQL, starts, broken, f"{len(killed)} of {statements} statements")


def _told(name: str, store: str, starts: int, broken: int, note: str, *, must_fail: bool = False) -> Figures:
    return Figures(
        name, store, cycles=starts, acknowledged=starts, lost=broken, note=f"killed before {note}", must_fail=must_fail
    )


async def _fill(url: str) -> None:
    """Make a database of an old step, with something in it."""
    database = Database(url, Vault(SECRET))
    await migrate(database, to=OLD)
    entries = [
        {"council": "a", "at": "2026-03-24 12:00:00", "who": "chair", "what": "noted", "subject": f"case:{number}"}
        for number in range(ROWS)
    ]
    claims = [{"council": "a", "key": f"event:{number}", "at": "2026-03-24 12:00:00"} for number in range(ROWS)]
    at = ":at" if database.is_sqlite else "CAST(CAST(:at AS TEXT) AS TIMESTAMPTZ)"
    async with database.engine.begin() as connection:
        into = f"INSERT INTO journal (council, at, who, what, subject) VALUES (:council, {at}, :who, :what, :subject)"  # noqa: S608
        await connection.execute(text(into), entries)
        into = f"INSERT INTO claims (council, key, at, outcome) VALUES (:council, :key, {at}, 'done')"  # noqa: S608
        await connection.execute(text(into), claims)
    await database.close()


def _upgraded(url: str, killed_before: int, *, protected: bool) -> int:
    """Upgrade in a process of its own; return how many statements it took, or what ended it, below zero."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["proof.migrating"])
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_upgrade, args=(url, killed_before, protected, sender))
    process.start()
    sender.close()
    process.join()
    return int(receiver.recv()) if process.exitcode == 0 else -1


def _upgrade(url: str, killed_before: int, protected: bool, sender: Any) -> None:  # noqa: FBT001 - told as it is run
    """Upgrade, and end as by a power cut before a statement."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    load_tables()
    database = Database(url, Vault(SECRET))
    met = 0

    def meet(_connection: object, cursor: Any, statement: str, *_more: object) -> None:
        nonlocal met
        if met == killed_before:
            os.kill(os.getpid(), signal.SIGKILL)
        met += 1
        if not protected and not statement.startswith(("BEGIN", "PRAGMA")):
            cursor.execute("COMMIT")
            cursor.execute("BEGIN IMMEDIATE")

    event.listen(database.engine.sync_engine, "before_cursor_execute", meet)
    asyncio.run(migrate(database))
    sender.send(met)


def copy(source: Path, target: Path) -> None:
    """Put a copy of a database in the place of another."""
    for leftover in target.parent.glob(f"{target.name}*"):
        leftover.unlink()
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _contents(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return sha256("\n".join(connection.iterdump()).encode()).hexdigest()


async def _rows(url: str) -> dict[str, int]:
    database = Database(url, Vault(SECRET))
    async with database.engine.connect() as connection:
        names = await connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        found = {
            name: int(await connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0)  # noqa: S608 - its own names
            for name in list(names)
        }
    await database.close()
    return found

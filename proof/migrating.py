"""A migration of the database that is killed before each of its statements, in processes of their own."""

import asyncio
import multiprocessing
import os
import signal
import sqlite3
from collections import Counter
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
STARTS_A_MINUTE = 17
"""500 in half an hour."""
NEVER = 10**9
"""No migration has so many statements."""


async def played(series: Series, minutes: float, *, protected: bool) -> tuple[Figures, ...]:
    """Start the upgrade again and again, kill it before some statement, and start it once more."""
    starts = max(10, min(500, round(minutes * STARTS_A_MINUTE))) if protected else 40
    found = [await asyncio.to_thread(_on_sqlite, series.folder / f"migrating-{protected}", starts, protected)]
    if series.postgres and protected:
        found.append(await _on_postgresql(series.postgres, max(5, starts // 10)))
    return tuple(found)


def _on_sqlite(folder: Path, starts: int, protected: bool) -> Figures:  # noqa: FBT001 - as the scene is told
    folder.mkdir()
    old, done = folder / "old.db", folder / "done.db"
    asyncio.run(_fill(f"sqlite:///{old}"))
    copy(old, done)
    statements = _upgraded(f"sqlite:///{done}", NEVER, protected=True)
    wanted, broken, killed = _contents(done), 0, Counter[str]()
    for start in range(starts):
        trial = folder / "trial.db"
        copy(old, trial)
        where = f"sqlite:///{trial}"
        killed["killed" if _upgraded(where, start % statements, protected=protected) < 0 else "whole"] += 1
        broken += _upgraded(where, NEVER, protected=True) < 0 or _contents(trial) != wanted
    note = f"{statements} statements; killed before one of them {killed['killed']} times of {starts}"
    name = NAME if protected else f"without {WITHOUT}"
    return Figures(name, SQLITE, cycles=starts, acknowledged=starts, lost=broken, note=note, must_fail=not protected)


async def _on_postgresql(server: Postgres, starts: int) -> Figures:
    name = f"migrating_{os.getpid()}"
    await _fill(await server.make(f"{name}_done"))
    statements = await asyncio.to_thread(_upgraded, server.url(f"{name}_done"), NEVER, protected=True)
    wanted, broken = await _rows(server.url(f"{name}_done")), 0
    for start in range(starts):
        where = await server.make(f"{name}_{start}")
        await _fill(where)
        at = start * max(1, statements // starts) % statements
        await asyncio.to_thread(_upgraded, where, at, protected=True)
        again = await asyncio.to_thread(_upgraded, where, NEVER, protected=True)
        broken += again < 0 or await _rows(where) != wanted
    return Figures(NAME, POSTGRESQL, cycles=starts, acknowledged=starts, lost=broken, note=f"{statements} statements")


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

"""Keeps a process known, takes the councils that are its part, and leaves to others what is theirs."""

import asyncio
import os
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path
from typing import IO, Protocol
from uuid import uuid4

import structlog

from bot.fleet.door import in_the_way
from bot.fleet.place import end, lock_of, place_of
from bot.fleet.watch import LAPSE_SECONDS, LOOK_EVERY_SECONDS, Watch, part
from bot.pauses import Pauses
from bot.premises import AlreadyRunning
from storage.database import Database
from storage.failing import is_failing
from storage.tenures import Process, Roster, Tenure, Tenures

log = structlog.get_logger()
ENDING_SECONDS = 2.0
LOOK_AT_LOCK_SECONDS = 0.02
Evict = Callable[[int, Path, str], bool]


class Desks(Protocol):
    """Where the work for councils is begun and ended."""

    async def open(self, council: str) -> None:
        """Begin to work for a council."""

    async def close(self, council: str) -> None:
        """End it; when this returns, nothing of it goes on."""


class Keeper:
    """One process among others on a database, or alone on it."""

    def __init__(
        self,
        database: Database,
        data_dir: Path,
        councils: Iterable[str],
        desks: Desks,
        *,
        evict: Evict = end,
    ) -> None:
        """Prepare.

        Args:
            councils: all that there are to work for.
            evict: ends a process that hangs.
        """
        self._database = database
        self._tenures = Tenures(database)
        self._data_dir = data_dir
        self._councils = tuple(councils)
        self._desks = desks
        self._evict = evict
        self._watch = Watch(LAPSE_SECONDS)
        self._locks: dict[str, IO[str]] = {}
        self.own = Process(uuid4().hex, os.getpid(), socket.gethostname(), place_of(data_dir))

    async def enter(self, *, alone: bool) -> None:
        """Be known to others.

        Args:
            alone: whether no other process is to work with this database.

        Raises:
            AlreadyRunning: others are in the way; the text says which.
        """
        lapse = timedelta(seconds=LAPSE_SECONDS)
        if alone:
            await self._bury_the_dead_of_this_place()
        others = await self._tenures.enter(self.own, alone=alone, lapse=lapse)
        if others:
            raise AlreadyRunning(in_the_way(others[0]))

    async def beat(self) -> None:
        """Show for ever that the process lives.

        Raises:
            storage.tenures.Superseded: the others have taken it for dead.
        """
        pauses = Pauses()
        while True:
            if await pauses.survives("keeper", lambda: self._tenures.beat(self.own.name)):
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def watch(self) -> None:
        """Take what is to be taken and leave what is to be left, for ever."""
        pauses = Pauses()
        while True:
            if await pauses.survives("keeper", self.settle):
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def settle(self) -> None:
        """Take and leave councils until nothing is left to be done at present."""
        while await self.round():
            pass

    async def round(self) -> bool:
        """Take or leave one council; return whether there may be more to do."""
        roster = await self._tenures.roster()
        silent = self._watch.look(roster.processes, time.monotonic())
        own = part(self.own.name, self._councils, roster, silent)
        for council in own.spares[:1]:
            await self.leave(roster.tenures[council])
            return True
        # The dead are noticed also by those whose part is full: it grows by that.
        for council in self._councils:
            if council not in self._locks and await self._taken(council, roster, silent, wanted=own.wants > 0):
                return True
        return False

    async def leave(self, tenure: Tenure) -> None:
        """Leave a council to others. Where the database does not hear of it, they find out by the lock."""
        await self._desks.close(tenure.council)
        lock = self._locks.pop(tenure.council, None)
        try:
            await self._tenures.lay_down(tenure)
        finally:
            if lock:
                lock.close()
        log.info("council left", council=tenure.council)

    async def close(self) -> None:
        """Leave everything; the work has been ended before. Without a database the others find out by the locks."""
        with suppress(TimeoutError):
            async with asyncio.timeout(ENDING_SECONDS):
                try:
                    await self._tenures.leave(self.own.name)
                except Exception as trouble:
                    if not is_failing(trouble):
                        raise
        for lock in self._locks.values():
            lock.close()
        self._locks.clear()

    async def _taken(self, council: str, roster: Roster, silent: frozenset[str], *, wanted: bool) -> bool:
        """Take a council if nobody works for it; return whether that, or a death, changes what there is to do."""
        holder = roster.holder(council)
        is_other = holder is not None and holder.name != self.own.name
        if holder and is_other and holder.name in silent:
            await self._ended(holder, council)
        elif (holder and is_other and holder.place != self.own.place) or (not is_other and not wanted):
            return False
        lock = lock_of(self._data_dir, council)
        if lock is None:
            return False
        with ExitStack() as held:
            held.enter_context(lock)
            if holder and is_other:
                return await self._tenures.bury(holder)
            term = await self._tenures.take(council, self.own.name, roster.tenures.get(council))
            if term is None:
                return False
            self._database.terms[council] = term
            self._locks[council] = lock
            held.pop_all()
        await self._begin(council, term)
        return True

    async def _begin(self, council: str, term: int) -> None:
        log.info("council taken", council=council, count=term)
        try:
            await self._desks.open(council)
        except Exception:
            await self.leave(Tenure(council, term, self.own.name))
            raise

    async def _ended(self, hanging: Process, council: str) -> None:
        """End a process that hangs, and wait a moment until the system has."""
        if hanging.place != self.own.place or not self._evict(hanging.pid, self._data_dir, council):
            return
        for _ in range(int(ENDING_SECONDS / LOOK_AT_LOCK_SECONDS)):
            lock = lock_of(self._data_dir, council)
            if lock:
                lock.close()
                return
            await asyncio.sleep(LOOK_AT_LOCK_SECONDS)

    async def _bury_the_dead_of_this_place(self) -> None:
        """Whoever holds the data folder alone knows that all others who did are dead."""
        for process in (await self._tenures.roster()).processes.values():
            if process.place == self.own.place:
                await self._tenures.bury(process)

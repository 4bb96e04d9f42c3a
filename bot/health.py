"""How the process is: looked at anew each time, told in words and as figures. Nothing of people, nothing they wrote."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.ticker import MOST_WRONG
from storage.database import Database
from storage.tenures import Process, Tenures

if TYPE_CHECKING:
    from bot.office import Office

LONGEST_SILENCE_SECONDS = 300
LONGEST_WAIT = timedelta(minutes=10)
LEAST_FREE_BYTES = 200 * 1024 * 1024
FEWEST_KEYS = 5


@dataclass(frozen=True)
class Sign:
    """One thing that was looked at.

    Args:
        name: as Prometheus calls it, without the prefix.
        value: a figure; seconds, bytes or a count, as its name says. None where it is not known yet.
        council: the council it is about, if about one.
        is_well: False asks somebody to look.
    """

    name: str
    value: float | None
    council: str | None = None
    is_well: bool = True


class Health:
    """Looks at everything that runs."""

    def __init__(
        self,
        database: Database,
        offices: "Mapping[str, Office]",
        data_dir: Path,
        clock: Clock,
        councils: Iterable[str] = (),
    ) -> None:
        """Prepare.

        Args:
            offices: the councils that this process works for, as they come and go.
            councils: those that some process has to work for, whichever.
        """
        self._councils = tuple(councils)
        self._database = database
        self._offices = offices
        self._data_dir = data_dir
        self._clock = clock

    async def signs(self) -> list[Sign]:
        """Look at everything; what cannot be looked at is a sign too."""
        free = shutil.disk_usage(self._data_dir).free
        signs = [Sign("disk_free_bytes", free, is_well=free >= LEAST_FREE_BYTES)]
        for slug, office in tuple(self._offices.items()):
            signs += self._running(slug, office)
            try:
                signs += await self._stored(slug)
            except (SQLAlchemyError, OSError):
                signs.append(Sign("database_up", 0, slug, is_well=False))
        return signs + await self._held()

    async def holders(self) -> dict[str, str | None]:
        """Return which process works for each council, None for none; nothing where there can be one process only.

        Raises:
            sqlalchemy.exc.SQLAlchemyError, OSError: the database fails.
        """
        if self._database.is_sqlite:
            return {}
        roster = await Tenures(self._database).roster()
        return {slug: _named(roster.holder(slug)) for slug in self._councils}

    async def _held(self) -> list[Sign]:
        try:
            holders = await self.holders()
        except (SQLAlchemyError, OSError):
            return [Sign("database_up", 0, is_well=False)]
        return [Sign("council_held", bool(name), slug, is_well=bool(name)) for slug, name in holders.items()]

    def _running(self, slug: str, office: "Office") -> list[Sign]:
        pulse = office.account.pulse()
        silent, error = pulse.silent_seconds, pulse.clock_error
        ended = sum(task.done() for task in office.tasks)
        return [
            Sign("sync_age_seconds", silent, slug, is_well=silent is not None and silent < LONGEST_SILENCE_SECONDS),
            Sign(
                "one_time_keys", pulse.one_time_keys, slug, is_well=(pulse.one_time_keys or FEWEST_KEYS) >= FEWEST_KEYS
            ),
            Sign("unreadable_messages", pulse.unreadable, slug),
            Sign("clock_error_seconds", error.total_seconds(), slug, is_well=abs(error) <= MOST_WRONG),
            Sign("parts_ended", ended, slug, is_well=not ended),
        ]

    async def _stored(self, slug: str) -> list[Sign]:
        now = self._clock.now()
        async with self._database.work(slug) as work:
            waiting, since = await work.outbox.backlog(now)
            failures = await work.failures.count()
            errands = await work.errands.standing(now)
        age, errand_age = _seconds(now, since), _seconds(now, errands.since)
        return [
            Sign("database_up", 1, slug),
            Sign("outbox_waiting", waiting, slug),
            Sign("outbox_age_seconds", age, slug, is_well=age < LONGEST_WAIT.total_seconds()),
            Sign("failures_total", failures, slug),
            Sign("errands_waiting", errands.waiting, slug),
            Sign("errands_running", errands.running, slug),
            Sign("errands_failed", errands.failed, slug),
            Sign("errands_age_seconds", errand_age, slug, is_well=errand_age < LONGEST_WAIT.total_seconds()),
        ]


def _named(process: Process | None) -> str | None:
    return f"{process.pid} on {process.host}" if process else None


def _seconds(now: datetime, since: datetime | None) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0

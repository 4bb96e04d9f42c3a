"""Wakes at the next moment at which something falls due. Holds no state: what is due is computed each time.

APScheduler only wakes us. Its jobs are kept in memory and may be late or lost without harm: every
minute we look anyway, and what is due comes from what is stored.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.duties import Duties
from bot.pauses import Pauses, Rest
from bot.relay import Relay

log = structlog.get_logger()

LOOK_ANYWAY_SECONDS = 60
MOST_WRONG = timedelta(minutes=10)
"""A clock that differs more than this from the homeserver's is one to do nothing by."""
ARM_AFTER_SECONDS = 1.0


class Ticker:
    """Does what falls due in one council, when it falls due."""

    def __init__(
        self,
        duties: Duties,
        relay: Relay,
        clock: Clock,
        rest: Rest = asyncio.sleep,
        clock_error: Callable[[], timedelta] = timedelta,
    ) -> None:
        """Put the parts together.

        Args:
            clock_error: how far the clock is ahead of the homeserver's.
        """
        self._pauses = Pauses(rest)
        self._clock_error = clock_error
        self._is_wrong = False
        self._duties = duties
        self._relay = relay
        self._clock = clock
        self._due = asyncio.Event()
        self._arming: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    def wake(self) -> None:
        """Look now."""
        self._due.set()

    def touch(self) -> None:
        """Set the alarm anew, soon: something was changed. Many changes at once set it once."""
        if self._arming is None or self._arming.done():
            self._arming = asyncio.create_task(self._arm_soon())

    async def run(self) -> None:
        """Do what is due until cancelled. While the database fails it is tried again, ever less often."""
        self._scheduler.add_job(self.wake, "interval", seconds=LOOK_ANYWAY_SECONDS)
        self._scheduler.start()
        try:
            while True:
                self._due.clear()
                if await self._pauses.survives("ticker", self._look):
                    await self._due.wait()
        finally:
            self._scheduler.shutdown(wait=False)
            if self._arming:
                self._arming.cancel()

    async def _look(self) -> None:
        await self.tick()
        await self.arm()

    async def tick(self) -> int:
        """Do everything that is due now; return how many things that was. By a wrong clock nothing is done."""
        if self._clock_is_wrong():
            return 0
        done = await self._duties.tick(self._relay.wake)
        self._relay.wake()
        return done

    def _clock_is_wrong(self) -> bool:
        """Say whether the machine's clock has surely been set wrong: reminders would be early, late or lost by it.

        Worse, what is kept for a time and then destroyed would be destroyed.
        """
        error = self._clock_error()
        is_wrong = abs(error) > MOST_WRONG
        if is_wrong is not self._is_wrong:
            self._is_wrong = is_wrong
            if is_wrong:
                log.error("clock is wrong; nothing is done by it", seconds=round(error.total_seconds()))
            else:
                log.info("clock is right again")
        return is_wrong

    async def arm(self) -> None:
        """Set the alarm to the next moment at which something falls due."""
        moment = await self._duties.next_moment()
        if moment is None or not self._scheduler.running:
            return
        wait = max(moment - self._clock.now(), timedelta(0))
        alarm = datetime.now(UTC) + wait  # the scheduler lives by the machine's clock, also in a rehearsal
        self._scheduler.add_job(self.wake, "date", run_date=alarm, id="next due", replace_existing=True)

    async def _arm_soon(self) -> None:
        await asyncio.sleep(ARM_AFTER_SECONDS)
        if not await self._pauses.survives("ticker", self.arm):
            self.wake()

"""What falls due without anybody saying anything: each thing whole or not at all, claimed once.

What is due is computed from what is stored; the claim is the only truth of what has been done.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.horizon import SMALL, due_now, next_due, still_due
from bot.log import place_of
from bot.occasions import Hour, said_when_due
from bot.upkeep import count_months, note_journal, plan_ahead, tidy
from bot.voice import Occasion, Voice
from commands.posts.live_agenda import changed_agendas
from council.charter import Charter
from council.people import Place
from council.reminders import Due
from council.text import Message, Sharing, Text
from storage.database import Database
from storage.failing import is_failing
from storage.outbox import Queued
from storage.work import Work

log = structlog.get_logger()
KEEP_UP_EVERY = timedelta(hours=1)
Cleaner = Callable[[datetime], Awaitable[bool]]
AT_ONCE = 50
"""So many small things at most in one transaction: whoever writes to the bot meanwhile waits for them."""


class Duties:
    """Does what falls due in one council."""

    def __init__(self, database: Database, charter: Charter, clock: Clock, cleaner: Cleaner | None = None) -> None:
        """Prepare.

        Args:
            cleaner: takes what was destroyed out of every file and says whether it could; else the database's own.
        """
        self._cleaner: Cleaner = cleaner or (lambda _now: database.truncate_log())
        self._database = database
        self._charter = charter
        self._clock = clock
        self._voice = Voice(charter)
        self._kept_up: datetime | None = None

    def follow(self, charter: Charter) -> None:
        """Go by a charter that has been changed; what it plans ahead is planned at the next tick."""
        self._charter, self._voice, self._kept_up = charter, Voice(charter), None

    async def tick(self, said: Callable[[], None] = lambda: None) -> int:
        """Do everything that is due now; return how many things that was.

        Args:
            said: called whenever there is something new to say.

        Raises:
            sqlalchemy.exc.SQLAlchemyError, OSError: the database fails; what was not done is done the next time.
        """
        done = 0
        now = self._clock.now()
        keeps_up = self._kept_up is None or abs(now - self._kept_up) > KEEP_UP_EVERY
        async with self._database.work(self._charter.slug) as work:
            if keeps_up:
                await self._keep_up(work, now)
            unclaimed = await self._unclaimed(work, now)
        if keeps_up:
            self._kept_up = now
            async with self._database.work(self._charter.slug) as work:
                await count_months(work, self._charter, now)
            await self._clean(now)
        for together in _together(unclaimed):
            done += await self._do(together, now)
            said()
        return done

    async def next_moment(self) -> datetime | None:
        """Return when the next thing falls due, or may be said; what may be said now is the relay's."""
        now = self._clock.now()
        async with self._database.work(self._charter.slug) as work:
            moments = [await next_due(work, self._charter, now), await work.outbox.next_moment(now)]
        return min((each for each in moments if each is not None), default=None)

    async def _keep_up(self, work: Work, now: datetime) -> None:
        told = await plan_ahead(work, self._charter, now)
        occasion = Occasion(f"series:{now.isoformat()}", now)
        await self._voice.queue(work, await self._voice.rendered(work, told, occasion))
        await tidy(work, self._charter, now)
        await note_journal(work, self._charter)

    async def _clean(self, now: datetime) -> None:
        """Take what was destroyed out of the files too; what cannot be done now is tried again in an hour."""
        async with self._database.work(self._charter.slug) as work:
            waiting = await work.disposals.uncleaned()
        if not waiting:
            return
        if not await self._cleaner(now):
            log.warning("files still hold what was destroyed", count=waiting)
            return
        async with self._database.work(self._charter.slug) as work:
            await work.disposals.cleaned(now)

    async def _unclaimed(self, work: Work, now: datetime) -> list[Due]:
        found = await due_now(work, self._charter, now)
        known = await work.claims.known([each.key for each in found])
        return [each for each in found if each.key not in known]

    async def _do(self, together: Sequence[Due], now: datetime) -> int:
        """Do what is due together in one transaction, each thing whole or not at all; return how many were done.

        Args:
            now: the moment of the look. By a clock set wrong meanwhile, what was claimed would not be due any more.
        """
        async with self._database.work(self._charter.slug) as work:
            fresh = await work.claims.take([each.key for each in together], now)
            # Between looking and claiming a meeting may have moved: then this is not due any more.
            still = await still_due(work, self._charter, now, together)
            ended = [await self._one(work, each, now) for each in together if each.key in fresh & still]
            await self._voice.queue(work, [each for queued, _ in ended for each in queued])
            return sum(is_done for _, is_done in ended)

    async def _one(self, work: Work, each: Due, now: datetime) -> tuple[list[Queued], bool]:
        """Do something due; return what is to be said of it, and whether it was done."""
        try:
            async with work.savepoint():
                return await self._done(work, each, now), True
        except Exception as bug:  # one broken duty must not keep the others from being done
            if is_failing(bug):
                raise
            return await self._confessed(work, each, bug, now), False

    async def _done(self, work: Work, each: Due, now: datetime) -> list[Queued]:
        if each.is_useless(now):
            await work.claims.settle(each.key, "skipped")
            await work.journal.write(now, "bot", f"{each.kind.value}-skipped", each.subject)
            log.warning("too late to say", kind=each.kind.value, subject=each.subject)
            return []
        sayings = [*await said_when_due(work, self._charter, each, now)]
        sayings += await changed_agendas(Hour(work, self._charter, now))
        await work.journal.write(now, "bot", f"{each.kind.value}-done", each.subject)
        return await self._voice.rendered(work, sayings, Occasion(each.key, now))

    async def _confessed(self, work: Work, each: Due, bug: Exception, now: datetime) -> list[Queued]:
        """Note a duty that failed; it is claimed, so that it does not fail every minute, and the operators know."""
        at = place_of(bug)
        log.error("duty failed", kind=type(bug).__name__, at=at, duty=each.key)
        reference = work.vault.name("duty", each.key)[:8]
        await work.claims.settle(each.key, "failed")
        await work.failures.add(now, reference, each.key, type(bug).__name__, at)
        told = Message(Place.OPERATORS, (Text("operators-failure", reference=reference),), Sharing.OPEN)
        return await self._voice.rendered(work, [told], Occasion(f"{each.key}:failed", now))


def _together(due: Iterable[Due]) -> Iterator[list[Due]]:
    """Put together what neighbours and is about different cases and actions; what is about a meeting stays alone."""
    batch: list[Due] = []
    for each in due:
        are_small = each.kind in SMALL and all(other.kind in SMALL for other in batch)
        is_about_another = all(other.subject != each.subject for other in batch)
        if batch and not (are_small and is_about_another and len(batch) < AT_ONCE):
            yield batch
            batch = []
        batch.append(each)
    if batch:
        yield batch

"""Fetches residents' pictures, paints them anew and hands over what they show: one by one, until none is awaited.

What is awaited stands in the database, so that a picture is fetched after a restart too. Neither the
reading of messages nor a transaction waits for a download.
"""

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import structlog

from bot.clock import Clock
from bot.log import place_of
from bot.matrix.batch import Attachment
from bot.matrix.media import Unfetchable
from bot.matrix.wire import TryAgain
from bot.occasions import Hour
from bot.voice import Occasion, Voice
from commands.pictures import MIB, picture_arrived, picture_failed
from council.charter import Charter
from council.people import Place
from council.picture import Attached, Awaited, Unusable
from council.text import Message, Saying, Sharing, Text
from storage.database import Database
from storage.failing import is_failing
from storage.work import Work

log = structlog.get_logger()
Fetch = Callable[[Attachment, int], Awaitable[bytes]]
GIVES_UP_AFTER = timedelta(days=1)
LONGEST_PAUSE_SECONDS = 600.0


class Porter:
    """Fetches the pictures of one council's residents."""

    def __init__(
        self, database: Database, charter: Charter, fetch: Fetch, clock: Clock, *, first_pause_seconds: float = 5.0
    ) -> None:
        """Prepare.

        Args:
            fetch: gets and opens a file of at most so many bytes.
            first_pause_seconds: how long to wait when the homeserver does not answer; doubled with each further time.
        """
        self._database = database
        self._charter = charter
        self._fetch = fetch
        self._clock = clock
        self._voice = Voice(charter)
        self._first_pause_seconds = first_pause_seconds
        self._awake = asyncio.Event()
        self._idle = asyncio.Event()

    def follow(self, charter: Charter) -> None:
        """Go by settings that have been changed."""
        self._charter = charter
        self._voice = Voice(charter)

    def wake(self) -> None:
        """Look for pictures again, soon."""
        self._idle.clear()
        self._awake.set()

    async def drained(self) -> None:
        """Return once every picture is fetched that can be now, while `run` is at work."""
        self.wake()
        await self._idle.wait()

    async def run(self, said: Callable[[], None]) -> None:
        """Fetch what is awaited until cancelled.

        Args:
            said: called when there is something new to say.
        """
        pause_seconds = self._first_pause_seconds
        while True:
            self._awake.clear()
            try:
                is_done = await self.carry(said)
            except Exception as trouble:
                if not is_failing(trouble):
                    raise
                log.error("database failing", what="porter", error=type(trouble).__name__)  # noqa: TRY400 - no words
                is_done = False
            self._idle.set()
            if is_done:
                pause_seconds = self._first_pause_seconds
                await self._awake.wait()
            else:
                await asyncio.sleep(pause_seconds)
                pause_seconds = min(pause_seconds * 2, LONGEST_PAUSE_SECONDS)

    async def carry(self, said: Callable[[], None] = lambda: None) -> bool:
        """Fetch every picture that is awaited; return whether none is left."""
        async with self._database.work(self._charter.slug) as work:
            awaited = await work.pictures.awaited()
        done = [await self._surely(each) for each in awaited]
        if any(done):
            said()
        return all(done)

    async def _surely(self, awaited: Awaited) -> bool:
        """Fetch one picture; a bug costs that picture and nothing else, and the operators know."""
        try:
            return await self._one(awaited)
        except Exception as bug:  # one picture must not keep the others, or the bot, from going on
            if is_failing(bug):
                raise
            await self._confess(awaited, type(bug).__name__, place_of(bug))
            return await self._failed(awaited, Unusable.GONE)

    async def _confess(self, awaited: Awaited, kind: str, at: str) -> None:
        log.error("picture failed", kind=kind, at=at)
        cause, now = f"picture:{awaited.number}", self._clock.now()
        async with self._database.work(self._charter.slug) as work:
            reference = work.vault.name("picture", cause)[:8]
            await work.failures.add(now, reference, cause, kind, at)
            told = Message(Place.OPERATORS, (Text("operators-failure", reference=reference),), Sharing.OPEN)
            await self._voice.queue(work, await self._voice.rendered(work, [told], Occasion(f"{cause}:failed", now)))

    async def _one(self, awaited: Awaited) -> bool:
        """Fetch one picture; return whether that has come to an end, good or bad."""
        from papers.picture import UnfitPicture, painted_anew  # noqa: PLC0415 - heavy, and pictures are rare

        most = self._charter.limits.picture_mib * MIB
        try:
            sent = await self._fetch(_attachment(awaited.place), most)
            made = await asyncio.to_thread(painted_anew, sent)
        except UnfitPicture as unfit:
            return await self._failed(awaited, Unusable(unfit.reason))
        except Unfetchable as never:
            return await self._failed(awaited, Unusable.TOO_LARGE if str(never) == "too large" else Unusable.GONE)
        except TryAgain as later:
            log.warning("picture not fetched yet", reason=later.reason)
            too_long = self._clock.now() - awaited.at > GIVES_UP_AFTER
            return await self._failed(awaited, Unusable.GONE) if too_long else False
        async with self._database.work(self._charter.slug) as work:
            await self._say(work, awaited, await picture_arrived(self._hour(work), awaited, made))
        return True

    async def _failed(self, awaited: Awaited, why: Unusable) -> bool:
        log.warning("picture refused", reason=why.value)
        async with self._database.work(self._charter.slug) as work:
            await self._say(work, awaited, await picture_failed(self._hour(work), awaited, why))
        return True

    def _hour(self, work: Work) -> Hour:
        return Hour(work, self._charter, self._clock.now())

    async def _say(self, work: Work, awaited: Awaited, sayings: list[Saying]) -> None:
        occasion = Occasion(f"picture:{awaited.number}", self._clock.now())
        await self._voice.queue(work, await self._voice.rendered(work, sayings, occasion))


def attached(file: Attachment) -> Attached:
    """Return a file as the council's rules see it; where it lies goes along unread."""
    sealed = {"key": file.key, "iv": file.iv, "sha256": file.sha256}
    opens = {name: b64encode(value).decode() for name, value in sealed.items() if value is not None}
    return Attached(file.mimetype, file.size, file.caption, {"mxc": file.mxc, **opens})


def _attachment(place: Mapping[str, str]) -> Attachment:
    opens = {name: b64decode(value) for name, value in place.items() if name != "mxc"}
    return Attachment(place["mxc"], "picture", "image/*", **opens)  # type: ignore[arg-type]

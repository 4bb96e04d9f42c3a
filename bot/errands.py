"""Heavy work: put off in the transaction that answers whoever asked, and heard once more where it keeps nobody waiting.

It may be begun any number of times, by any process; what came of it is said once.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.calls import call_of
from bot.clock import Clock
from bot.hearing import hear_once_more, note_refusal
from bot.log import place_of
from bot.settings.rulebook import Rulebook
from bot.voice import Occasion, Voice
from commands.call import Call, Incoming, Kind
from commands.reading.catalogue import Catalogue
from council.people import Place
from council.text import Message, Refusal, Saying, Sharing, Text
from storage.claims import event_key
from storage.database import Database
from storage.errands import DONE, FAILED, GONE, Ended, Errand
from storage.failing import is_failing
from storage.work import Work

log = structlog.get_logger()
MOST_TRIES = 3
FIRST_PAUSE = timedelta(seconds=5)
HandOver = Callable[[Work, int], Awaitable[None]]
"""Hands the number of an errand over, in the transaction that put it off."""


Tell = Callable[[Work], Awaitable[None]]


async def tell_nobody(_work: Work) -> None:
    """Leave it to the process of the council to look."""


class RoomGone(Exception):
    """There is nowhere to tell what came of it."""


class NotYet(Exception):
    """It failed, and is to be tried again after a while. Holds nobody's words."""

    def __init__(self, pause: timedelta) -> None:
        super().__init__()
        self.pause = pause


async def put_off(hand_over: HandOver, call: Call) -> None:
    """Have what was said heard once more, by whoever is free."""
    await hand_over(call.work, await call.work.errands.put_off(_kept(call.incoming), call.now))


class Clerk:
    """Carries out what was put off, for any council: it needs no account, and says nothing but through the outbox."""

    def __init__(
        self,
        database: Database,
        rulebooks: Mapping[str, Rulebook],
        catalogue: Catalogue,
        clock: Clock,
        tell: Tell = tell_nobody,
    ) -> None:
        """Prepare.

        Args:
            database: one that holds no council, and so is not held to any term.
            tell: lets the process of the council know, once the transaction is over, that there is something to say.
        """
        self._tell = tell
        self._database = database
        self._rulebooks = rulebooks
        self._catalogue = catalogue
        self._clock = clock

    async def carry_out(self, council: str, number: int) -> None:
        """Carry one out, unless that has been done.

        Raises:
            NotYet: it failed.
            Exception: as `storage.failing` knows them; nothing of it has happened.
        """
        async with self._database.work(council) as work:
            errand = await work.errands.begin(number)
        if errand is None:
            return
        try:
            # Whoever began it that often and did not come back was taken down by it.
            if errand.tries > MOST_TRIES:
                await self._give_up(council, errand, "Lost", "errands")
            else:
                await self._try(council, errand)
        except Ended:
            log.info("errand done by another", council=council)
        except RoomGone:
            await self._leave(council, errand)

    async def finish(self, council: str) -> None:
        """Carry out whatever is still open, one after the other."""
        async with self._database.work(council) as work:
            numbers = await work.errands.open()
        for number in numbers:
            is_done = False
            while not is_done:
                try:
                    await self.carry_out(council, number)
                    is_done = True
                except NotYet:
                    continue

    async def _try(self, council: str, errand: Errand) -> None:
        try:
            await self._done(council, errand)
        except Exception as bug:
            if is_failing(bug) or isinstance(bug, Ended | RoomGone):
                raise
            kind, at = type(bug).__name__, place_of(bug)
            # Without its trace, which may hold what somebody wrote.
            log.error("errand failed", council=council, kind=kind, at=at, count=errand.tries)  # noqa: TRY400
            if errand.tries < MOST_TRIES:
                raise NotYet(FIRST_PAUSE * 2 ** (errand.tries - 1)) from None
            await self._give_up(council, errand, kind, at)

    async def _done(self, council: str, errand: Errand) -> None:
        async with self._database.work(council) as work:
            call = await self._call(work, errand)
            try:
                async with work.savepoint():
                    sayings = (await hear_once_more(call)).sayings
            except Refusal as refusal:
                await note_refusal(call, refusal)
                await _settle(call, "refused")
                sayings = [call.reply(refusal.text, *refusal.more, sharing=Sharing.OPEN)]
            await self._say(call, errand, sayings, DONE)

    async def _give_up(self, council: str, errand: Errand, kind: str, at: str) -> None:
        """Tell whoever asked, and the operators, that it cannot be done."""
        async with self._database.work(council) as work:
            call, cause = await self._call(work, errand), f"errand:{errand.number}"
            reference = work.vault.name("errand", cause)[:8]
            await work.failures.add(self._clock.now(), reference, cause, kind, at)
            await _settle(call, "failed")
            told: list[Saying] = [
                call.reply(Text("errand-given-up", reference=reference), sharing=Sharing.OPEN),
                Message(Place.OPERATORS, (Text("operators-failure", reference=reference),), Sharing.OPEN),
            ]
            await self._say(call, errand, told, FAILED)

    async def _leave(self, council: str, errand: Errand) -> None:
        """End it without an answer: whoever asked has left, and the room is forgotten."""
        with suppress(Ended):
            async with self._database.work(council) as work:
                await work.errands.end(errand.number, self._clock.now(), GONE)
            log.warning("errand left, its room is gone", council=council)

    async def _call(self, work: Work, errand: Errand) -> Call:
        rulebook = self._rulebooks[work.council]
        charter = rulebook.charter(await work.councils.settings())
        return await call_of(work, await _incoming(work, errand.said), charter, self._catalogue, rulebook)

    async def _say(self, call: Call, errand: Errand, sayings: list[Saying], outcome: str) -> None:
        said, now, voice = call.incoming, self._clock.now(), Voice(call.charter)
        occasion = Occasion(f"errand:{errand.number}", now, said.room, said.event, said.thread, call.language)
        queued = await voice.rendered(call.work, sayings, occasion)
        # From here on nobody else brings it to its end: what takes long lies behind us.
        await call.work.errands.end(errand.number, now, outcome)
        await voice.queue(call.work, queued)
        await self._tell(call.work)


def _kept(said: Incoming) -> dict[str, Any]:
    """Return what is needed to hear something once more."""
    plain = {"event": said.event, "sender": said.sender, "body": said.body, "target": said.target}
    where = {"room": said.room.number, "thread": said.thread, "trusted": said.trusted}
    return {**plain, **where, "at": said.at.isoformat(), "kind": said.kind.value}


async def _incoming(work: Work, kept: Mapping[str, Any]) -> Incoming:
    room = await work.rooms.get(kept["room"])
    if room is None:
        raise RoomGone
    at, kind = datetime.fromisoformat(kept["at"]), Kind(kept["kind"])
    return Incoming(**{**kept, "room": room, "at": at, "kind": kind})


async def _settle(call: Call, outcome: str) -> None:
    """Note that the message was not carried out after all: an edit of it may be."""
    sender = call.work.vault.name("sender", call.incoming.sender)
    await call.work.claims.settle(event_key(call.origin), outcome, None, sender)

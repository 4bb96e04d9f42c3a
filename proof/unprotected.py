"""The bot's protections, each taken away by one function: for the controls that the proof must find wanting."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import bot.app
import bot.matrix.account
import bot.matrix.events
import bot.relay
import bot.ticker
import rehearsal.bot
import storage.database
from bot.dispatch import Dispatcher
from bot.matrix.age import Age
from bot.matrix.batch import Batch
from bot.matrix.cross_signing import CrossSigning
from bot.matrix.history import History
from bot.matrix.http import Said, Server
from bot.matrix.late import Late
from bot.matrix.login import Credentials, Login
from bot.matrix.put_back import PutBack
from bot.matrix.upgrade import Upgrades
from bot.matrix.wire import TryAgain
from bot.pauses import Pauses
from bot.premises import one_of_several
from bot.relay import Relay
from storage.claims import Claims

DEALING_SECONDS = 3.0
NOTING_SECONDS = 1.5
FOR_EVER_SECONDS = 1e6


class Careless:
    """A wire in the place of the real one, which does everything but send as that does."""

    def __init__(self, wire: Any) -> None:
        self._wire = wire

    def __getattr__(self, name: str) -> Any:
        """Leave everything else as it is."""
        return getattr(self._wire, name)


class Forgetful(Careless):
    """Gives every attempt a transaction ID of its own, and is slow to say that it was made."""

    async def send(self, room_id: str, event_type: str, content: Any, _transaction: str) -> str:
        """Send an event as if it had never been tried."""
        event = str(await self._wire.send(room_id, event_type, content, uuid4().hex))
        await asyncio.sleep(NOTING_SECONDS)
        return event


class Hopeful(Careless):
    """Takes everything for sent that was tried."""

    async def send(self, room_id: str, event_type: str, content: Any, transaction: str) -> str:
        """Send an event, once."""
        try:
            return str(await self._wire.send(room_id, event_type, content, transaction))
        except TryAgain:
            return "$hopefully"


def _wired(careless: type[Careless]) -> None:
    prepare = Relay.__init__

    def prepare_careless(self: Relay, database: Any, charter: Any, wire: Any, clock: Any) -> None:
        prepare(self, database, charter, careless(wire), clock)

    setattr(Relay, "__init__", prepare_careless)  # noqa: B010


def no_fixed_transactions() -> None:
    """Every attempt to send has a new transaction ID, as if the bot did not know that it tries again."""
    _wired(Forgetful)


def no_second_try() -> None:
    """What could not be sent counts as sent."""
    _wired(Hopeful)


def read_before_dealing() -> None:
    """What people say counts as read before it has been dealt with, as libraries have it by themselves."""
    handle = Dispatcher.handle

    async def handle_late(self: Dispatcher, batch: Batch) -> None:
        async with self._database.work(self.charter.slug) as work:
            await work.sync.save(batch.next_batch)
        if batch.events:
            await asyncio.sleep(DEALING_SECONDS)
        await handle(self, batch)

    setattr(Dispatcher, "handle", handle_late)  # noqa: B010


def no_claims() -> None:
    """Nobody remembers what has been dealt with."""
    take = Claims.take

    async def taken(self: Claims, keys: Iterable[str], at: datetime) -> set[str]:
        wanted = set(keys)
        await take(self, wanted, at)
        return wanted

    setattr(Claims, "take", taken)  # noqa: B010


def no_limit_of_time() -> None:
    """A request waits for its answer for ever."""
    tried = Server._tried

    async def tried_for_ever(self: Server, method: str, where: str, *what: Any, **more: Any) -> Any:
        data, token, _seconds = what
        return await tried(self, method, where, data, token, FOR_EVER_SECONDS, **more)

    setattr(Server, "_tried", tried_for_ever)  # noqa: B010


def no_filling_of_gaps() -> None:
    """What a timeline had no room for is not asked for."""

    async def nothing(_self: History, _room_id: str, _prev_batch: str, _until: str) -> list[Any]:
        return []

    setattr(History, "gap", nothing)  # noqa: B010


def no_reading_back() -> None:
    """After however long, the homeserver is believed to know a transaction again."""
    setattr(bot.relay, "maybe_said_since", lambda *_: None)  # noqa: B010


def no_doubt_of_the_clock() -> None:
    """The machine's clock is believed, whatever the homeserver's shows."""
    setattr(bot.ticker, "MOST_WRONG", timedelta.max)  # noqa: B010


def no_waiting_for_the_database() -> None:
    """A database that fails ends what needs it."""

    async def at_once(_self: Pauses, _what: str, attempt: Callable[[], Awaitable[object]]) -> bool:
        await attempt()
        return True

    setattr(Pauses, "survives", at_once)  # noqa: B010


def no_waiting_for_the_disk() -> None:
    """What is committed is with the operating system, and on the disk when that finds the time."""
    setattr(storage.database, "PRAGMAS", {**storage.database.PRAGMAS, "synchronous": 0})  # noqa: B010


def no_age_of_the_store() -> None:
    """An older copy of the encryption store is taken for the one that was last at work."""
    setattr(Age, "compare", lambda *_: None)  # noqa: B010


def no_new_device() -> None:
    """An encryption store that is new goes on under the device of the one that was lost."""
    log_in: Any = getattr(bot.matrix.account, "log_in")  # noqa: B009 - what it imports

    async def as_before(server: Server, credentials: Credentials, folder: Path) -> Login:
        return Login.stored(folder) or cast("Login", await log_in(server, credentials, folder))

    setattr(bot.matrix.account, "log_in", as_before)  # noqa: B010
    setattr(CrossSigning, "_check_device", lambda *_: None)  # noqa: B010
    no_age_of_the_store()


def no_waiting_for_keys() -> None:
    """What cannot be read is left at that."""
    setattr(Late, "_wait_for", lambda *_: None)  # noqa: B010


def no_look_for_what_is_gone() -> None:
    """The homeserver is believed to have all that it ever had."""

    async def nothing_is_gone(_self: PutBack) -> bool:
        return False

    setattr(PutBack, "is_found", nothing_is_gone)  # noqa: B010


def no_lock_on_the_folder() -> None:
    """Whoever comes to the data folder may use it beside others."""
    setattr(bot.app, "only_one", one_of_several)  # noqa: B010


def no_end_of_a_token() -> None:
    """A token that the homeserver has refused is offered again and again."""

    def refused(_self: Server, status: int, _headers: object, answer: Mapping[str, Any], _token: object) -> Said:
        return Said(503 if status == 401 else status, str(answer.get("errcode", "")), 0.0, answer)

    setattr(Server, "_refusal", refused)  # noqa: B010


def no_following_of_rooms() -> None:
    """That a room has another one in its place is not looked at."""

    async def nothing(_self: Upgrades, _room_id: str, _events: Any) -> list[Any]:
        return []

    setattr(Upgrades, "closed", nothing)  # noqa: B010


def no_doubt_of_events() -> None:
    """What stands inside an event is taken for what it should be."""
    setattr(bot.matrix.events, "_mapping", lambda value: {} if value is None else value)  # noqa: B010


def no_ear_for_signals() -> None:
    """Asked to end, the process goes on."""
    setattr(rehearsal.bot, "end_when_asked", lambda *_: signal.signal(signal.SIGTERM, signal.SIG_IGN))  # noqa: B010


WITHOUT: Mapping[str, Callable[[], None]] = {
    each.__name__.replace("_", "-"): each
    for each in (
        no_fixed_transactions,
        no_second_try,
        read_before_dealing,
        no_claims,
        no_limit_of_time,
        no_filling_of_gaps,
        no_reading_back,
        no_doubt_of_the_clock,
        no_waiting_for_the_database,
        no_waiting_for_the_disk,
        no_age_of_the_store,
        no_new_device,
        no_waiting_for_keys,
        no_look_for_what_is_gone,
        no_lock_on_the_folder,
        no_end_of_a_token,
        no_following_of_rooms,
        no_doubt_of_events,
        no_ear_for_signals,
    )
}

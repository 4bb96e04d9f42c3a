"""Messages whose keys are late (T10): they wait, their senders are asked once, and in the end their chats are told."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import structlog

from bot.matrix.batch import Arrived, Batch, Doubt, Kind
from bot.matrix.book import Book
from bot.matrix.client import HardenedClient
from bot.matrix.events import Envelope, envelope
from bot.matrix.key_requests import KeyRequests
from bot.matrix.timeline import Timeline
from storage.unread import Unread

PATIENCE_SECONDS = 10.0
MOST_REMEMBERED = 1000

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Patience:
    """How long a message may wait for its key before its chat is told.

    Args:
        clock: seconds that only ever go on.
    """

    seconds: float = PATIENCE_SECONDS
    clock: Callable[[], float] = time.monotonic


PATIENCE = Patience()


@dataclass
class Waiting:
    """A message that cannot be read yet.

    Args:
        until: when to give it up, by the clock of `Late`.
    """

    room_id: str
    event: Envelope
    until: float


class Late:
    """Keeps what cannot be read yet until it can be, or for as long as is friendly.

    What it does is part of a batch and stored with it: nothing here is lost when the process is killed.
    """

    def __init__(
        self,
        client: HardenedClient,
        timeline: Timeline,
        requests: KeyRequests,
        book: Book,
    ) -> None:
        self._client = client
        self._timeline = timeline
        self._requests = requests
        self._book = book
        self.patience = PATIENCE
        self._waiting: dict[str, Waiting] = {}
        self._asked: set[tuple[str, str, str]] = set()
        self._tried_at = -1

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    @property
    def waiting(self) -> int:
        """How many messages wait for their key."""
        return len(self._waiting)

    def load(self, unread: Iterable[Unread]) -> None:
        """Take up what waited when the process ended. Its time begins anew: we have not listened meanwhile."""
        for each in unread:
            event = envelope(each.raw)
            if event is not None:
                self._wait_for(each.room_id, event)

    def listen_ms(self, most: int) -> int:
        """Return how long to listen at the most, so that nothing waits longer than it should."""
        if not self._waiting:
            return most
        left = min(each.until for each in self._waiting.values()) - self.patience.clock()
        return max(0, min(most, int(left * 1000) + 1))

    async def add_to(self, batch: Batch) -> Batch:
        """Return a batch with what has become readable, before all else of it, and what is given up now.

        Raises:
            Trouble: a writer's devices could not be asked for.
        """
        read, arrived = await self._readable()
        gone = {name for name, each in self._waiting.items() if not self._book.is_ours(each.room_id)}
        lost = [
            _lost(each)
            for name, each in self._waiting.items()
            if name not in read | gone and each.until <= self.patience.clock()
        ]
        if not (read or gone or lost):
            return batch
        return replace(batch, events=(*arrived, *lost, *batch.events), cleared=tuple(sorted(read | gone)))

    def settle(self, batch: Batch) -> None:
        """Note what a batch that is stored now means for what waits."""
        for name in batch.cleared:
            self._waiting.pop(name, None)
        for each in batch.events:
            event = envelope(each.raw) if each.kind is Kind.UNREADABLE else None
            if event is not None:
                self._wait_for(each.room_id, event)
            if each.kind is Kind.LOST:
                self._give_up(each.event)

    async def ask(self) -> None:
        """Ask for the keys of what waits, each once.

        Raises:
            Trouble: the homeserver did not answer; the rest is asked next time.
        """
        for each in list(self._waiting.values()):
            wish = (each.room_id, each.event.sender, str(each.event.content.get("session_id")))
            if wish in self._asked:
                continue
            if len(self._asked) >= MOST_REMEMBERED:
                self._asked.clear()
            await self._requests.ask(each.room_id, each.event)
            self._asked.add(wish)

    def _wait_for(self, room_id: str, event: Envelope) -> None:
        self._waiting.setdefault(event.event, Waiting(room_id, event, self.patience.clock() + self.patience.seconds))

    def _give_up(self, event: str) -> None:
        each = self._waiting.pop(event, None)
        if each is not None:
            self._client.crypto.wanted.pop(str(each.event.content.get("session_id")), None)

    async def _readable(self) -> tuple[set[str], list[Arrived]]:
        """Return the names of the events that can be read now, and what came of them. Tried when a key has come."""
        arrivals = self._client.crypto.arrivals
        if not self._waiting or arrivals == self._tried_at:
            return set(), []
        read: set[str] = set()
        arrived: list[Arrived] = []
        for name, each in self._waiting.items():
            if not self._book.is_ours(each.room_id):
                continue
            _, done = await self._timeline.read(each.room_id, [each.event])
            if not any(one.kind is Kind.UNREADABLE for one in done):
                read.add(name)
                arrived += done
        self._tried_at = arrivals
        if read:
            log.info("late-messages-read", count=len(read))
        return read, arrived


def _lost(waiting: Waiting) -> Arrived:
    event = waiting.event
    return Arrived(
        event.event, waiting.room_id, event.sender, event.server_ms, Kind.LOST, doubt=Doubt.UNREADABLE, encrypted=True
    )

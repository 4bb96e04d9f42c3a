"""A bot that ends itself as a power cut would at a named point: at the n-th commit, request or writing of keys.

"settle" is where a transaction, whoever opened it, writes down what was said before; "take" where the transaction that
queues an answer hands it to the relay, and is not yet committed.

What it is to die of stands in crash.json beside its settings: {"point": "before send", "hit": 2}. The bot's own code
knows nothing of this.
"""

import json
import os
import re
import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.matrix.age import Age
from bot.matrix.http import Server
from bot.relay import Relay
from storage.outbox import Outbox
from storage.work import Work

FILE = "crash.json"
REQUESTS = ("sync", "account_data", "join", "members", "query", "claim", "sendToDevice", "upload", "send")
STEPS = ("sync", "account_data", "commit", "take", "keys", "send", "settle", *REQUESTS[2:8])
"""In the order in which one thing that is asked for passes them, and then one person who is new."""
POINTS = tuple(f"{when} {step}" for step in STEPS for when in ("before", "after"))
_KNOWN = re.compile(rf"/({'|'.join(REQUESTS)})(?=[/?]|$)")


class Fate:
    """Where the process is to end."""

    def __init__(self, file: Path) -> None:
        """Read it, and forget it: the next process lives on."""
        told = json.loads(file.read_text()) if file.exists() else {}
        file.unlink(missing_ok=True)
        self._point: str | None = told.get("point")
        self._hit: int = told.get("hit", 1)
        self._met: Counter[str] = Counter()

    def meets(self, point: str) -> None:
        """End here if it is the point, and the time."""
        self._met[point] += 1
        if point == self._point and self._met[point] >= self._hit:
            os.kill(os.getpid(), signal.SIGKILL)


def bind(fate: Fate) -> None:
    """Have every commit, request and writing of keys pass by the fate."""
    _bind_outbox(fate)
    commit, exchange, grows = AsyncSession.commit, Server._exchange, Age.grows

    async def fated_commit(self: AsyncSession) -> None:
        fate.meets("before commit")
        await commit(self)
        fate.meets("after commit")

    async def fated_exchange(self: Server, method: str, where: str, *more: Any) -> Any:
        found = _KNOWN.search(where)
        fate.meets(f"before {found[1] if found else ''}")
        answer = await exchange(self, method, where, *more)
        fate.meets(f"after {found[1] if found else ''}")
        return answer

    @contextmanager
    def fated_growth(self: Age) -> Iterator[None]:
        fate.meets("before keys")
        with grows(self):
            yield
        fate.meets("after keys")

    for owner, name, fated in (
        (AsyncSession, "commit", fated_commit),
        (Server, "_exchange", fated_exchange),
        (Age, "grows", fated_growth),
    ):
        setattr(owner, name, fated)


def _bind_outbox(fate: Fate) -> None:
    """Have whatever is written down as said, or taken to be said, pass by the fate."""
    settle, take = Outbox.settle, Relay._tasks

    async def fated_settle(self: Outbox, sent: Iterable[tuple[int, str | None]], dead: Any = ()) -> None:
        written = list(sent)
        if written:
            fate.meets("before settle")
        await settle(self, written, dead)
        if written:
            fate.meets("after settle")

    async def fated_take(self: Relay, work: Work) -> Any:
        fate.meets("before take")
        taken = await take(self, work)
        if taken:
            fate.meets("after take")
        return taken

    setattr(Outbox, "settle", fated_settle)  # noqa: B010
    setattr(Relay, "_tasks", fated_take)  # noqa: B010

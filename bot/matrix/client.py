"""The Matrix library's client, hardened: what is dangerous in it is closed here, from outside.

Numbers such as T14 name the traps of matrix-nio 0.26 that are listed in docs/adr/0010; each has its test in
tests/matrix, so that a guard can go when upstream has closed its trap. The version is pinned for the same reason.
"""

import json
import logging
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Never
from urllib.parse import urlsplit, urlunsplit

import structlog
from nio.client.async_client import AsyncClient, AsyncClientConfig
from nio.responses import ErrorResponse, Response, SyncResponse
from nio.store.database import DefaultStore
from peewee import DatabaseError, OperationalError, PeeweeException

from bot.matrix.age import WAY_OUT, Age
from bot.matrix.http import NoAnswer, Server
from bot.matrix.identity import DeviceRefused
from bot.matrix.olm import CarefulOlm

SHORTEST_PICKLE_KEY = 32
STORE_NAME = "crypto.db"

log = structlog.get_logger(__name__)


class HardenedClient(AsyncClient):
    """A logged-in device: its token, its encryption store, and requests that either succeed or raise.

    nio's own reading and sending are closed: `bot.matrix.sync` reads and `bot.matrix.delivery` sends.
    """

    def __init__(self, homeserver: str, store: Path, pickle_key: str) -> None:
        """Prepare a client; `restore_login` opens the store.

        Args:
            homeserver: base URL of the client-server API.
            store: folder of the encryption store.
            pickle_key: what the store is kept under.

        Raises:
            ValueError: the pickle key is too short to be a secret.
        """
        # T4: nio's own default is the published word DEFAULT_KEY.
        if len(pickle_key) < SHORTEST_PICKLE_KEY:
            raise ValueError(f"the pickle key has fewer than {SHORTEST_PICKLE_KEY} characters")
        config = AsyncClientConfig(
            store=DefaultStore,
            store_name=STORE_NAME,
            pickle_key=pickle_key,
            # T5: our own token is stored with what it covers, by storage.sync.
            store_sync_tokens=False,
        )
        super().__init__(homeserver, store_path=str(store), config=config)
        # The library logs people's IDs and what it finds malformed, with all that is in it.
        logging.getLogger("nio").setLevel(logging.CRITICAL + 1)
        self.server = Server(homeserver)
        self._age: Age | None = None

    @property
    def crypto(self) -> CarefulOlm:
        """The encryption machine."""
        assert isinstance(self.olm, CarefulOlm), "not logged in"
        return self.olm

    def load_store(self) -> None:
        """Open the store, as `restore_login` asks for, with our own machine on it.

        Raises:
            DeviceRefused: it is damaged.
        """
        if self.store is not None:
            return
        try:
            self._open_store()
        except OperationalError:
            raise  # locked or full, which passes
        except DatabaseError as wrong:
            raise DeviceRefused(f"the encryption store {self.store_path}/{STORE_NAME} is damaged. {WAY_OUT}") from wrong

    def _open_store(self) -> None:
        assert self.user_id
        assert self.device_id
        assert self.store_path
        config = self.config
        self.store = DefaultStore(self.user_id, self.device_id, self.store_path, config.pickle_key, config.store_name)
        # As sure as can be that what others hear of outlives a power cut: SQLite has the end of its journal put on
        # the disk too, without which the last change would be taken back.
        self.store.database.pragma("synchronous", "EXTRA", permanent=True)
        self.olm = CarefulOlm(self.user_id, self.device_id, self.store)
        self._age = Age(self)

    @property
    def age(self) -> Age:
        """How old the encryption store is."""
        assert self._age is not None, "not logged in"
        return self._age

    async def call(
        self, method: str, where: str, body: Mapping[str, object] | None = None, *, seconds: float = 30.0
    ) -> dict[str, Any]:
        """Return the homeserver's answer to a request of our device. Raises what `Server.ask` does."""
        return await self.server.ask(method, where, body, token=self.access_token or None, seconds=seconds)

    async def fetch(self, where: str, most: int, *, seconds: float) -> bytes | None:
        """Return what lies somewhere, or None if it is larger than allowed. Raises what `Server.ask` does."""
        return await self.server.fetch(where, most, token=self.access_token or None, seconds=seconds)

    async def give(self, where: str, data: bytes, kind: str, *, seconds: float) -> dict[str, Any]:
        """Hand bytes over and return the answer. Raises what `Server.ask` does."""
        return await self.server.give(where, data, kind, token=self.access_token or None, seconds=seconds)

    def reload(self) -> None:
        """Forget what is in memory only and read the encryption store again, after a write to it failed."""
        assert self.store is not None
        assert self.device_id is not None
        before = self.crypto
        self.olm = CarefulOlm(self.user_id, self.device_id, self.store)
        self.crypto.wanted, self.crypto.arrivals = before.wanted, before.arrivals + 1

    async def close(self) -> None:
        """Let go of connections and store."""
        await self.server.close()
        if self.store is not None:
            self.store.database.close()

    async def _send(  # type: ignore[override]  # narrower on purpose: no files, no waiting
        self,
        response_class: Any,
        method: str,
        path: str,
        data: str | None = None,
        response_data: tuple[Any, ...] | None = None,
        **_unused: object,
    ) -> Any:
        """Do what nio's typed calls ask for, and return nothing but success.

        T13, T15: no retry and no sleep in here. T14: a status that is no success is an exception, whatever the body.
        """
        where = urlsplit(path)
        target = urlunsplit(where._replace(query="&".join(_without_token(where.query))))
        body = json.loads(data) if data else None
        answer = await self.call(method, target, body)
        response = response_class.from_dict(answer, *(response_data or ()))
        if isinstance(response, ErrorResponse):
            raise NoAnswer(f"malformed answer for {response_class.__name__}")
        await self.receive_response(response)
        return response

    async def receive_response(self, response: Response) -> None:
        """Let nio note an answer, but for a sync: nio believes what it is told there (T2, T5, T11, T17)."""
        if isinstance(response, SyncResponse):
            _closed("bot.matrix.sync")
        await super().receive_response(response)

    async def sync(self, *_arguments: object, **_named: object) -> Never:
        """Closed."""
        _closed("bot.matrix.sync")

    async def sync_forever(self, *_arguments: object, **_named: object) -> Never:
        """Closed: it dies of one malformed event (T1) and spins on errors (T13)."""
        _closed("bot.matrix.sync")

    async def room_send(self, *_arguments: object, **_named: object) -> Never:
        """Closed: it may send in clear what must not be (T3), or hang for ever (T7)."""
        _closed("bot.matrix.delivery")

    async def share_group_session(self, *_arguments: object, **_named: object) -> Never:
        """Closed: it takes a failed sharing of keys for success (T6)."""
        _closed("bot.matrix.cipher")


class Shield(AbstractContextManager[None]):
    """Drops what a stranger's bytes make the cryptographic library raise, panics included (T1).

    A store that cannot write is our own trouble, not the stranger's, and is raised: losing a key is worse than a pause.
    """

    OURS = (PeeweeException, OSError, MemoryError, KeyboardInterrupt, SystemExit, GeneratorExit)

    def __init__(self, what: str) -> None:
        """Say what is being read, for the log."""
        self._what = what

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None or isinstance(error, self.OURS):
            return False
        # A panic of the Rust side is no Exception, and neither side lists what it raises.
        log.warning("foreign-bytes-dropped", what=self._what, error=kind.__name__)
        return True


def _closed(instead: str) -> Never:
    raise NotImplementedError(f"use {instead}")


def _without_token(query: str) -> list[str]:
    return [each for each in query.split("&") if each and not each.startswith("access_token=")]

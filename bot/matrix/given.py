"""Who was given the key of a session of our own, and who asks for it again: kept with the keys, over every restart.

People stand here as marks that only who has the store's own key could make: the store need not say who talked with us.
"""

import hmac
import json
from collections.abc import Iterable
from hashlib import sha256

from bot.matrix.client import HardenedClient

MOST_REMEMBERED = 50_000

_TABLES = (
    "CREATE TABLE IF NOT EXISTS radslag_given (number INTEGER PRIMARY KEY AUTOINCREMENT, mark TEXT NOT NULL UNIQUE)",
    "CREATE TABLE IF NOT EXISTS radslag_asked (request TEXT PRIMARY KEY)",
)


class Given:
    """What the encryption store remembers of whom keys were given to."""

    def __init__(self, client: HardenedClient) -> None:
        """Take up the tables of an open store."""
        assert client.store is not None, "not logged in"
        self._database = client.store.database
        self._secret = client.config.pickle_key.encode()
        for table in _TABLES:
            self._database.execute_sql(table)

    def note(self, room_id: str, session_id: str, *whom: str) -> None:
        """Note that somebody, or one device of somebody, was given a key."""
        self.note_all(room_id, session_id, [whom])

    def note_all(self, room_id: str, session_id: str, whom: Iterable[tuple[str, ...]]) -> None:
        """Note several at once. The oldest are forgotten where there are very many."""
        with self._database.atomic():
            for each in whom:
                mark = self._mark(room_id, session_id, *each)
                self._database.execute_sql("INSERT OR IGNORE INTO radslag_given (mark) VALUES (?)", (mark,))
            self._database.execute_sql(
                "DELETE FROM radslag_given WHERE number <= (SELECT max(number) FROM radslag_given) - ?",
                (MOST_REMEMBERED,),
            )

    def has(self, room_id: str, session_id: str, *whom: str) -> bool:
        """Whether somebody, or one device of somebody, was given a key."""
        mark = self._mark(room_id, session_id, *whom)
        found = self._database.execute_sql("SELECT 1 FROM radslag_given WHERE mark = ?", (mark,)).fetchone()
        return found is not None

    def ask(self, request: tuple[str, ...]) -> None:
        """Keep a request until it is answered."""
        self._database.execute_sql("INSERT OR IGNORE INTO radslag_asked VALUES (?)", (json.dumps(request),))

    def forget(self, request: tuple[str, ...]) -> None:
        """Keep a request no longer."""
        self._database.execute_sql("DELETE FROM radslag_asked WHERE request = ?", (json.dumps(request),))

    def asked(self) -> list[tuple[str, ...]]:
        """Return the requests that were not answered."""
        rows = self._database.execute_sql("SELECT request FROM radslag_asked ORDER BY rowid").fetchall()
        return [tuple(json.loads(request)) for (request,) in rows]

    def _mark(self, *parts: str) -> str:
        return hmac.new(self._secret, json.dumps(parts).encode(), sha256).hexdigest()

"""The keyring: what opens the sets, and the cases in them, as far as it has not been destroyed."""

import asyncio
import fcntl
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BufferedWriter
from pathlib import Path

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from bot.sets.sealing import NotOpened, open_words, private, seal_words
from storage.seal import Vault

KEYRING_NAME, LOCK_NAME = "keyring", "keyring.lock"
CaseKey = tuple[str, int, str]


@dataclass(frozen=True)
class Keyring:
    """Everything that may be destroyed, at one moment.

    Args:
        sets: the name of each set and the key that it is sealed with.
        cases: council, number and wrapped key (in hex) of each case.
    """

    made_at: AwareDatetime
    sets: dict[str, str]
    cases: list[CaseKey]

    def write(self, folder: Path, recipient: str | None, vault: Vault) -> Path:
        """Write it in place of the one before."""
        plain = {"version": 1, "made_at": self.made_at.isoformat(), "sets": self.sets, "cases": self.cases}
        file = folder / KEYRING_NAME
        seal_words(json.dumps(plain), file, recipient, vault)
        return file

    @classmethod
    def read(cls, file: Path, secret_key: str | None, vault: Vault) -> "Keyring":
        """Return the keyring in a file.

        Raises:
            NotOpened: it cannot be opened, or is none.
        """
        plain = open_words(file, secret_key, vault)
        try:
            return TypeAdapter(cls).validate_json(plain)
        except ValidationError as wrong:
            raise NotOpened(f"{file} is no keyring that this version understands") from wrong


@asynccontextmanager
async def only_writer(folder: Path) -> AsyncIterator[None]:
    """Wait until nobody else writes the keyring there, and keep others from it until the end of the block.

    The keyring is read from the database and then written: without this, whoever reads first could write last, and put
    back what was destroyed in between.
    """
    with await asyncio.to_thread(_held, folder / LOCK_NAME):
        yield


def _held(file: Path) -> BufferedWriter:
    lock = private(file)
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock

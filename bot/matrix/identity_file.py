"""Where the identity is kept: one small file, sealed under a key that is derived from the master secret.

It is written before its keys are used for anything, and belongs into every backup. The encryption store does not.
"""

import json
import os
import stat
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from Crypto.Hash import SHA256
from Crypto.Protocol.KDF import HKDF

from bot.matrix.identity import PARTS, Identity, IdentityRefused
from storage.seal import Key, Unsealable

FILE_NAME = "identity.json"
VERSION = 1


@dataclass(frozen=True)
class Kept:
    """What the file holds.

    Args:
        identity: the keys.
        recovery: what the homeserver was given to keep under the recovery key (secret_storage.py); None before one
            was made. Opens with the recovery key alone, also when the master secret is lost.
    """

    identity: Identity
    recovery: Mapping[str, Any] | None = field(default=None, repr=False)


class IdentityFile:
    """The identity of one account, in its folder.

    Beside the file there may be a draft: an identity that is about to be uploaded in place of the other. Whichever
    the homeserver knows is ours; so a reset that is cut short costs neither.
    """

    def __init__(self, folder: Path, secret: str) -> None:
        """Say where.

        Args:
            secret: derived from the installation's master secret, for this account alone.
        """
        derived = HKDF(secret.encode(), 32, b"radslag", SHA256, context=b"identity file")
        assert isinstance(derived, bytes)
        self.path = folder / FILE_NAME
        self._draft = folder / f"{FILE_NAME}.draft"
        self._key = Key(derived)

    def read(self) -> Kept | None:
        """Return what is kept, or None if there is nothing.

        Raises:
            IdentityRefused: others may read it, or it cannot be opened.
        """
        return self._read(self.path)

    def write(self, kept: Kept) -> None:
        """Keep an identity, on the disk for sure when this returns."""
        self._write(self.path, kept)

    def draft(self, kept: Kept) -> None:
        """Keep an identity that is to take the place of the one there is, once the homeserver has taken it."""
        self._write(self._draft, kept)

    def settle(self, master: str) -> Kept | None:
        """Return the identity with a public master key, if it is here; of the file and its draft only it stays.

        Raises:
            IdentityRefused: as `read` does.
        """
        kept, draft = self._read(self.path), self._read(self._draft)
        if draft is not None and draft.identity.public() == master:
            self._draft.replace(self.path)
            _sync(self.path.parent)
            return draft
        if kept is not None and kept.identity.public() == master:
            self._draft.unlink(missing_ok=True)
            return kept
        return None

    def note_recovery(self, recovery: Mapping[str, Any]) -> None:
        """Keep, beside the identity, what the homeserver was given to keep under the recovery key."""
        kept = self.read()
        assert kept is not None
        self.write(replace(kept, recovery=recovery))

    def recovery_of_file(self) -> Mapping[str, Any] | None:
        """Return what opens with the recovery key, even if the master secret has been lost."""
        try:
            value = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        recovery = value.get("recovery") if isinstance(value, dict) else None
        return recovery if isinstance(recovery, dict) else None

    def _read(self, path: Path) -> Kept | None:
        try:
            mode = stat.S_IMODE(path.stat().st_mode)
            text = path.read_text("utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as wrong:
            raise IdentityRefused(f"{path} cannot be read: {type(wrong).__name__}") from wrong
        if mode & 0o077:
            raise IdentityRefused(f"{path} may be read by others ({mode:o}); close it with: chmod 600 {path}")
        try:
            return self._opened(json.loads(text))
        except Unsealable as wrong:
            raise IdentityRefused(
                f"{path} was sealed under another master secret, or for another account. Bring back the right secret "
                "or file, or run: radslag identity recover"
            ) from wrong
        except (ValueError, KeyError, TypeError, NotBase64) as wrong:
            raise IdentityRefused(
                f"{path} is damaged. Restore it from a backup, or run: radslag identity recover"
            ) from wrong

    def _opened(self, value: Mapping[str, Any]) -> Kept:
        if value["version"] != VERSION:
            raise IdentityRefused(f"{self.path} was written by a newer version of radslag; install that again")
        secret = self._key.open(b64decode(value["sealed"], validate=True))
        seeds = {part: b64decode(secret["seeds"][part], validate=True) for part in PARTS}
        return Kept(Identity(secret["user_id"], seeds), value.get("recovery"))

    def _write(self, path: Path, kept: Kept) -> None:
        seeds = {part: b64encode(seed).decode() for part, seed in kept.identity.seeds.items()}
        sealed = self._key.seal({"user_id": kept.identity.user_id, "seeds": seeds})
        value = {"version": VERSION, "sealed": b64encode(sealed).decode(), "recovery": kept.recovery}
        new = path.with_name(f"{path.name}.new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(value, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        _sync(path.parent)


def _sync(folder: Path) -> None:
    """Have the disk note what a folder holds: without it a power cut may undo a renaming."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

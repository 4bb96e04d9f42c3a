"""Words and identities at rest: sealed under keys of their own, so that a destroyed key destroys them everywhere.

AES-256-GCM. One master secret per installation (settings, at least 32 bytes, never in the database)
wraps one data key per case; destroying the wrapped key also reaches backups and write-ahead logs.
"""

import hmac
import json
import secrets
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
TAG_BYTES = 16
KEY_BYTES = 32


class Unsealable(Exception):
    """Sealed bytes that do not open: another key, or bytes that were changed."""


class Vault:
    """Everything that is done with the installation's master secret."""

    def __init__(self, master: bytes) -> None:
        """Derive the keys of use.

        Raises:
            ValueError: the secret is shorter than 32 bytes.
        """
        if len(master) < KEY_BYTES:
            raise ValueError("the master secret has fewer than 32 bytes")
        self._wrapping = self._derived(master, b"wrap data keys")
        self._naming = self._derived(master, b"opaque names")

    @staticmethod
    def _derived(master: bytes, use: bytes) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=b"radslag", info=use).derive(master)

    def name(self, *parts: str) -> str:
        """Return an opaque name for something that must not be stored by its own: 32 hex digits, always the same."""
        return hmac.new(self._naming, "\x1f".join(parts).encode(), sha256).hexdigest()[:32]

    def new_key(self) -> bytes:
        """Return a new data key, wrapped; the only form in which it is ever kept."""
        return seal(self._wrapping, secrets.token_bytes(KEY_BYTES))

    def unwrap(self, wrapped: bytes) -> "Key":
        """Return a data key for use.

        Raises:
            Unsealable: it was wrapped under another master secret.
        """
        return Key(unseal(self._wrapping, wrapped))

    @property
    def own(self) -> "Key":
        """The installation's own key, for what belongs to no case."""
        return Key(self._wrapping)


class Key:
    """A data key in use."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def seal(self, value: Any) -> bytes:
        """Seal a value that JSON can hold."""
        return seal(self._key, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())

    def open(self, sealed: bytes) -> Any:
        """Return the value again.

        Raises:
            Unsealable: another key, or changed bytes.
        """
        return json.loads(unseal(self._key, sealed))


def seal(key: bytes, plain: bytes) -> bytes:
    """Encrypt and authenticate: nonce, tag, then as many bytes as there were."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, plain, None)
    return nonce + sealed[-TAG_BYTES:] + sealed[:-TAG_BYTES]


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Check and decrypt.

    Raises:
        Unsealable: another key, or changed bytes.
    """
    nonce, tag = sealed[:NONCE_BYTES], sealed[NONCE_BYTES : NONCE_BYTES + TAG_BYTES]
    try:
        return AESGCM(key).decrypt(nonce, sealed[NONCE_BYTES + TAG_BYTES :] + tag, None)
    except (InvalidTag, ValueError) as wrong:
        raise Unsealable("sealed under another key, or changed since") from wrong

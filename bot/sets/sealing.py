"""Sealing and opening files in the age format."""

import os
from io import BufferedWriter
from pathlib import Path

import pyrage

from storage.seal import Unsealable, Vault


class NotOpened(Exception):
    """A file that does not open with what was given, or is damaged."""


def private(file: Path) -> BufferedWriter:
    """Open a new file for writing that only its owner may read."""
    return open(file, "wb", opener=lambda name, flags: os.open(name, flags, 0o600))


def new_key() -> str:
    """Return a new secret key."""
    return str(pyrage.x25519.Identity.generate())


def seal_file(plain: Path, sealed: Path, key: str) -> None:
    """Seal a file for whoever holds a secret key; on the disk for sure when this returns, whole or not at all."""
    draft = sealed.with_name(f"{sealed.name}.part")
    recipient = pyrage.x25519.Identity.from_str(key).to_public()
    with plain.open("rb") as source, private(draft) as target:
        pyrage.encrypt_io(source, target, [recipient])
        target.flush()
        os.fsync(target.fileno())
    draft.replace(sealed)


def open_file(sealed: Path, plain: Path, key: str) -> None:
    """Open a file into another.

    Raises:
        NotOpened: it is sealed for somebody else, or damaged.
    """
    try:
        with sealed.open("rb") as source, plain.open("wb") as target:
            pyrage.decrypt_io(source, target, [pyrage.x25519.Identity.from_str(key)])
    except (pyrage.DecryptError, pyrage.IdentityError, OSError) as wrong:
        if isinstance(wrong, OSError) and wrong.errno:
            raise NotOpened(f"{sealed} could not be read or unpacked: {wrong.strerror}") from wrong
        raise NotOpened(f"{sealed} does not open: it is damaged, or not of this keyring") from wrong


def seal_words(words: str, sealed: Path, recipient: str | None, vault: Vault) -> None:
    """Seal a little for a public key, or, without one, under the master secret."""
    draft = sealed.with_name(f"{sealed.name}.part")
    recipients = [pyrage.x25519.Recipient.from_str(recipient)] if recipient else []
    with private(draft) as target:
        target.write(pyrage.encrypt(words.encode(), recipients) if recipients else vault.own.seal(words))
        target.flush()
        os.fsync(target.fileno())
    draft.replace(sealed)


def open_words(sealed: Path, secret_key: str | None, vault: Vault) -> str:
    """Open a little with a secret key, or, without one, with the master secret.

    Raises:
        NotOpened: it is sealed for somebody else, or damaged.
    """
    try:
        words = sealed.read_bytes()
        if secret_key is None:
            return str(vault.own.open(words))
        return pyrage.decrypt(words, [pyrage.x25519.Identity.from_str(secret_key.strip())]).decode()
    except OSError as wrong:
        raise NotOpened(f"{sealed} cannot be read: {wrong.strerror}") from wrong
    except (pyrage.DecryptError, pyrage.IdentityError, Unsealable, ValueError) as wrong:
        what = "that secret key" if secret_key else "this master secret (was it sealed for a public key?)"
        raise NotOpened(f"{sealed} is damaged, or does not open with {what}") from wrong

"""Secret Storage: the identity on the homeserver, sealed under the recovery key, as ordinary clients understand it.

An operator who has the key can sign in to the bot's account with a client of their own without changing its identity,
and gets the identity back when its file is lost.
"""

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from Crypto.Cipher import AES
from Crypto.Hash import SHA256
from Crypto.Protocol.KDF import HKDF

from bot.matrix.client import HardenedClient
from bot.matrix.http import Said, path
from bot.matrix.identity import PARTS, Identity, from_base64, to_base64
from bot.matrix.reading import a_mapping

ALGORITHM = "m.secret_storage.v1.aes-hmac-sha2"
DEFAULT_KEY = "m.secret_storage.default_key"


class WrongKey(Exception):
    """The recovery key is well made, and not the one that this was sealed under."""


def sealed_under(key: bytes, identity: Identity) -> dict[str, Any]:
    """Return what the homeserver is to keep: the key's description and the three secrets, sealed under it."""
    check = _seal(key, "", bytes(32))
    return {
        "key": secrets.token_hex(16),
        "description": {
            "name": "recovery key",
            "algorithm": ALGORITHM,
            "iv": check["iv"],
            "mac": check["mac"],
        },
        "secrets": {part: _seal(key, _name(part), to_base64(identity.seeds[part]).encode()) for part in PARTS},
    }


def opened_with(key: bytes, kept: Mapping[str, Any], user_id: str) -> Identity:
    """Return the identity again.

    Raises:
        WrongKey: it was sealed under another key.
    """
    description, sealed = a_mapping(kept.get("description")), a_mapping(kept.get("secrets"))
    if "mac" in description and "iv" in description:
        check = _seal(key, "", bytes(32), iv=_bytes(description["iv"]))
        if not hmac.compare_digest(_bytes(check["mac"]), _bytes(description["mac"])):
            raise WrongKey("not the recovery key that the homeserver knows")
    try:
        seeds = {part: from_base64(_open(key, _name(part), a_mapping(sealed.get(part))).decode()) for part in PARTS}
        return Identity(user_id, seeds)
    except ValueError as wrong:
        raise WrongKey("what is kept under the recovery key is not a whole identity") from wrong


async def store(client: HardenedClient, kept: Mapping[str, Any]) -> None:
    """Have the homeserver keep it, the secrets first, so that a default key never opens less than all.

    Raises:
        Trouble: the homeserver did not answer; doing it all again does no harm.
    """
    name = kept["key"]
    await _put(client, f"m.secret_storage.key.{name}", kept["description"])
    for part in PARTS:
        await _put(client, _name(part), {"encrypted": {name: kept["secrets"][part]}})
    await _put(client, DEFAULT_KEY, {"key": name})


async def stored(client: HardenedClient) -> dict[str, Any] | None:
    """Return what the homeserver keeps under the default key, or None if that is not a whole identity.

    Raises:
        Trouble: the homeserver did not answer.
    """
    name = (await _get(client, DEFAULT_KEY)).get("key")
    if not isinstance(name, str) or not name:
        return None
    description = await _get(client, f"m.secret_storage.key.{name}")
    found = {part: a_mapping((await _get(client, _name(part))).get("encrypted")).get(name) for part in PARTS}
    if not description or not all(found.values()):
        return None
    return {"key": name, "description": description, "secrets": found}


def _name(part: str) -> str:
    return f"m.cross_signing.{part}"


def _seal(key: bytes, name: str, plain: bytes, iv: bytes | None = None) -> dict[str, str]:
    start = bytearray(iv if iv is not None else secrets.token_bytes(16))
    # As the specification has it: some implementations of AES-CTR disagree about a carry into this bit.
    start[8] &= 0x7F
    encryption, authentication = _keys(key, name)
    hidden = _cipher(encryption, bytes(start)).encrypt(plain)
    mac = hmac.digest(authentication, hidden, sha256)
    return {"iv": to_base64(bytes(start)), "ciphertext": to_base64(hidden), "mac": to_base64(mac)}


def _open(key: bytes, name: str, sealed: Mapping[str, Any]) -> bytes:
    encryption, authentication = _keys(key, name)
    hidden = _bytes(sealed.get("ciphertext"))
    if not hmac.compare_digest(hmac.digest(authentication, hidden, sha256), _bytes(sealed.get("mac"))):
        raise WrongKey("a secret was sealed under another key, or changed since")
    plain: bytes = _cipher(encryption, _bytes(sealed.get("iv"))).decrypt(hidden)
    return plain


def _keys(key: bytes, name: str) -> tuple[bytes, bytes]:
    derived = HKDF(key, 64, bytes(32), SHA256, context=name.encode())
    assert isinstance(derived, bytes)
    return derived[:32], derived[32:]


def _cipher(key: bytes, iv: bytes) -> Any:
    if len(iv) != 16:
        raise WrongKey("what is kept under the recovery key is malformed")
    return AES.new(key, AES.MODE_CTR, nonce=b"", initial_value=iv)


def _bytes(text: object) -> bytes:
    try:
        return from_base64(text)
    except ValueError as wrong:
        raise WrongKey("what is kept under the recovery key is malformed") from wrong


async def _put(client: HardenedClient, kind: str, content: Mapping[str, object]) -> None:
    await client.call("PUT", path("user", client.user_id, "account_data", kind), content)


async def _get(client: HardenedClient, kind: str) -> dict[str, Any]:
    try:
        return await client.call("GET", path("user", client.user_id, "account_data", kind))
    except Said as said:
        if said.errcode == "M_NOT_FOUND":
            return {}
        raise

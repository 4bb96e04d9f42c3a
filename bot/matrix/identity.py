"""Our identity: three signing keys that outlive every device, by which other people's clients trust our devices.

The master key vouches for the other two; the self-signing key signs our devices; the user-signing key would sign other
people, which we never do, but every identity has one. Signing is Ed25519 over canonical JSON.
"""

import json
import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

SEED_BYTES = 32
MASTER, SELF_SIGNING, USER_SIGNING = "master", "self_signing", "user_signing"
PARTS = (MASTER, SELF_SIGNING, USER_SIGNING)


class IdentityRefused(Exception):
    """We must not go on with an identity that is not surely ours. The text is for the operator: it names ways out."""


class DeviceRefused(IdentityRefused):
    """Our device cannot be gone on with, though the identity may be well: a new device is needed."""


@dataclass(frozen=True)
class Identity:
    """The three private keys of one account.

    Args:
        user_id: whose they are.
        seeds: part -> 32 secret bytes.
    """

    user_id: str
    seeds: Mapping[str, bytes] = field(repr=False)

    def __post_init__(self) -> None:
        """Check that it is whole.

        Raises:
            ValueError: a part is missing or has the wrong length.
        """
        if set(self.seeds) != set(PARTS) or any(len(seed) != SEED_BYTES for seed in self.seeds.values()):
            raise ValueError("not the three keys of an identity")

    @classmethod
    def new(cls, user_id: str) -> Self:
        """Make an identity that nobody had before."""
        return cls(user_id, {part: secrets.token_bytes(SEED_BYTES) for part in PARTS})

    def public(self, part: str = MASTER) -> str:
        """Return the public key of a part; the master's is what people compare."""
        raw = ECC.construct(curve="Ed25519", seed=self.seeds[part]).public_key().export_key(format="raw")
        return to_base64(raw)

    def key_object(self, part: str) -> dict[str, Any]:
        """Return a part's public key as it is uploaded, signed by the master unless it is the master."""
        public = self.public(part)
        made = {"user_id": self.user_id, "usage": [part], "keys": {f"ed25519:{public}": public}}
        return made if part == MASTER else self.signed(made, MASTER)

    def signed(self, value: Mapping[str, Any], part: str) -> dict[str, Any]:
        """Return an object with a part's signature on it and no other."""
        bare = {key: each for key, each in value.items() if key not in ("signatures", "unsigned")}
        key = ECC.construct(curve="Ed25519", seed=self.seeds[part])
        signature = to_base64(eddsa.new(key, "rfc8032").sign(canonical(bare)))
        return {**bare, "signatures": {self.user_id: {f"ed25519:{self.public(part)}": signature}}}


def is_signed(value: Mapping[str, Any], user_id: str, key_id: str, public: str) -> bool:
    """Whether an object carries a good signature of a user's key.

    Args:
        key_id: what follows "ed25519:" in the signature's name: a device ID, or the public key itself.
        public: the public key, base64.
    """
    signatures = value.get("signatures")
    mine = signatures.get(user_id) if isinstance(signatures, Mapping) else None
    signature = mine.get(f"ed25519:{key_id}") if isinstance(mine, Mapping) else None
    bare = {key: each for key, each in value.items() if key not in ("signatures", "unsigned")}
    try:
        key = eddsa.import_public_key(from_base64(public))
        eddsa.new(key, "rfc8032").verify(canonical(bare), from_base64(signature))
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def only_key(value: object) -> str | None:
    """Return the public key of a cross-signing key object, or None if it is none."""
    keys = value.get("keys") if isinstance(value, Mapping) else None
    if not isinstance(keys, Mapping) or len(keys) != 1:
        return None
    ((name, public),) = keys.items()
    return public if isinstance(public, str) and name == f"ed25519:{public}" else None


def canonical(value: object) -> bytes:
    """Return canonical JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def to_base64(raw: bytes) -> str:
    """Return bytes as Matrix writes them: base64 without padding."""
    return b64encode(raw).decode().rstrip("=")


def from_base64(text: object) -> bytes:
    """Return the bytes of base64, padded or not.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(text, str):
        raise ValueError("not base64")  # noqa: TRY004 - malformed, whatever it is
    try:
        return b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (NotBase64, UnicodeEncodeError) as wrong:
        raise ValueError("not base64") from wrong

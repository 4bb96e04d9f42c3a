"""Who vouches for other people's devices: their own identities, as far as they prove themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.matrix.identity import is_signed, only_key
from bot.matrix.reading import a_list, a_mapping


@dataclass(frozen=True)
class Vouched:
    """What stands behind a device.

    Args:
        fingerprint: the device's Ed25519 key.
        identity: the public master key whose self-signing key has signed the device.
        vouches_back: whether the device has signed that master key, which only its owner can make it do.
    """

    fingerprint: str
    identity: str
    vouches_back: bool


class Vouching:
    """Remembers which devices are signed by their owners' identities. What does not check out is as if it were not."""

    def __init__(self) -> None:
        self._devices: dict[tuple[str, str], Vouched] = {}
        self._known: dict[str, set[str]] = {}

    def note(self, user: str, master: object, self_signing: object, devices: Mapping[str, Any]) -> None:
        """Note what a homeserver says of somebody's identity and devices."""
        for name in self._known.pop(user, set()):
            self._devices.pop((user, name), None)
        public, signing = _key(user, master, "master"), _key(user, self_signing, "self_signing")
        if public is None or signing is None or not is_signed(a_mapping(self_signing), user, public, public):
            return
        for name, device in devices.items():
            keys = a_mapping(a_mapping(device).get("keys"))
            fingerprint = keys.get(f"ed25519:{name}")
            if not isinstance(fingerprint, str) or not is_signed(device, user, signing, signing):
                continue
            vouches_back = is_signed(a_mapping(master), user, name, fingerprint)
            self._devices[user, name] = Vouched(fingerprint, public, vouches_back)
            self._known.setdefault(user, set()).add(name)

    def of(self, user: str, device: str, fingerprint: str) -> Vouched | None:
        """Return what stands behind a device, if anything does."""
        found = self._devices.get((user, device))
        return found if found is not None and found.fingerprint == fingerprint else None


def _key(user: str, value: object, usage: str) -> str | None:
    content = a_mapping(value)
    if content.get("user_id") != user or usage not in a_list(content.get("usage")):
        return None
    return only_key(content)

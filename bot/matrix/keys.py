"""Other people's devices and our own keys: asked for, checked, uploaded, each apart from the others."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

import structlog
import vodozemac
from nio.crypto.olm_machine import Olm
from nio.exceptions import LocalProtocolError
from nio.responses import KeysClaimResponse, KeysQueryResponse

from bot.matrix.client import HardenedClient, Shield
from bot.matrix.events import an_id
from bot.matrix.http import Said, path
from bot.matrix.vouching import Vouching

ONE_TIME = "signed_curve25519"
REMOTE_MS = 10_000
"""How long our homeserver may wait for another one."""

log = structlog.get_logger(__name__)


class Keys:
    """Keeps devices known and our own keys in stock."""

    def __init__(self, client: HardenedClient) -> None:
        self._client = client
        self.vouching = Vouching()
        self._stock: int | None = None
        self._fallback_is_there = True

    @property
    def _olm(self) -> Olm:
        return self._client.crypto

    @property
    def stock(self) -> int | None:
        """How many one-time keys of ours the homeserver has; None where it has not said since they were used."""
        return self._stock

    def note_stock(self, one_time_keys: int | None, unused_fallbacks: frozenset[str] | None) -> None:
        """Note what the homeserver says it has of ours. T8: nought is a number, not a silence."""
        if one_time_keys is not None:
            self._stock = one_time_keys
        if unused_fallbacks is not None:
            self._fallback_is_there = ONE_TIME in unused_fallbacks

    def note_changes(self, changed: Iterable[str], gone: Iterable[str]) -> None:
        """Note whose devices are to be asked for again before they are next relied on."""
        for user in changed:
            if user in self._olm.tracked_users:
                self._olm.users_for_key_query.add(user)
        for user in gone:
            # What changes from here on, nobody tells us.
            self._olm.tracked_users.discard(user)
            self._olm.users_for_key_query.discard(user)

    def unknown(self, users: Iterable[str]) -> set[str]:
        """Return those whose devices we must ask for before relying on them."""
        return {user for user in users if user not in self._olm.tracked_users or user in self._olm.users_for_key_query}

    async def learn(self, users: Iterable[str]) -> set[str]:
        """Ask for the devices of those whom we do not know well enough; return whose devices changed.

        Raises:
            Trouble: the homeserver did not answer.
        """
        asked = self.unknown(users)
        if not asked:
            return set()
        body = {"device_keys": {user: [] for user in asked}, "timeout": REMOTE_MS}
        try:
            answer = await self._client.call("POST", path("keys", "query"), body)
        except Said as said:
            if said.may_pass:
                raise
            # A name that the homeserver cannot stand: whoever bears it is not known, the others are next time.
            log.warning("devices-refused", errcode=said.errcode, users=len(asked))
            return set()
        found = _mapping(answer.get("device_keys"))
        masters, signing = _mapping(answer.get("master_keys")), _mapping(answer.get("self_signing_keys"))
        silent = set(_mapping(answer.get("failures")))
        changed: set[str] = set()
        for user in sorted(asked):
            if user.partition(":")[2] in silent:
                # Their homeserver is down: what we know stays, and we ask again next time.
                continue
            devices = _mapping(found.get(user))
            self.vouching.note(user, masters.get(user), signing.get(user), devices)
            if self._note_devices(user, devices):
                changed.add(user)
        return changed

    def _note_devices(self, user: str, devices: Mapping[str, Any]) -> bool:
        response = KeysQueryResponse({user: {name: each for name, each in devices.items() if _sound(name, each)}}, {})
        # T1: one malformed device of anybody ends nio's loop. Each person's devices are taken apart from the others'.
        with Shield("devices"), self._client.age.grows():
            self._olm._handle_key_query(response)  # noqa: SLF001 - the only way past nio's own request
        self._olm.users_for_key_query.discard(user)
        self._olm.tracked_users.add(user)
        return bool(response.changed)

    async def claim(self, devices: Mapping[str, Iterable[str]]) -> None:
        """Start encrypted sessions with devices that have keys left; those that have none are passed over.

        Raises:
            Trouble: the homeserver did not answer.
        """
        wanted = {user: dict.fromkeys(names, ONE_TIME) for user, names in devices.items()}
        if not wanted:
            return
        answer = await self._client.call("POST", path("keys", "claim"), {"one_time_keys": wanted, "timeout": REMOTE_MS})
        for user, claimed in _mapping(answer.get("one_time_keys")).items():
            for name, key in _mapping(claimed).items():
                # T1, T7: one malformed key must cost one device, not the room.
                with Shield("one-time key"), self._client.age.grows():
                    self._olm.handle_response(KeysClaimResponse({user: {name: key}}, {}))

    async def publish(self) -> None:
        """Upload our device and its first keys, if that was not done before.

        Raises:
            Trouble: the homeserver did not answer.
        """
        if not self._olm.account.shared:
            await self._upload()

    async def publish_again(self) -> None:
        """Upload our device and its keys anew: the homeserver has lost them.

        Raises:
            Trouble: the homeserver did not answer.
        """
        self._olm.account.shared = False
        self._stock = None
        await self._upload()

    async def upkeep(self) -> None:
        """Upload keys that are short, mend broken sessions, send what waits for other devices.

        Raises:
            Trouble: the homeserver did not answer; the rest is done next time.
        """
        if not self._olm.account.shared or self._is_short or not self._fallback_is_there:
            await self._upload()
        if self._olm.wedged_devices or self._olm.key_request_devices_no_session:
            try:
                devices = self._olm.get_users_for_key_claiming()
            except LocalProtocolError:
                devices = {}
            await self.claim(devices)
        for message in list(self._olm.outgoing_to_device_messages):
            await self.send_to_devices(message.type, _mapping(message.as_dict().get("messages")))
            self._olm._mark_to_device_message_as_sent(message)  # noqa: SLF001

    async def send_to_devices(self, event_type: str, messages: Mapping[str, Any]) -> None:
        """Hand over messages for devices. T14: only a real answer counts as done.

        Each try is a transaction of its own: a key that comes twice does no harm, one that never comes does.

        Raises:
            Trouble: it is not known to be done.
        """
        await self._client.age.announce()
        await self._client.call("PUT", path("sendToDevice", event_type, uuid4().hex), {"messages": messages})

    @property
    def _is_short(self) -> bool:
        return self._stock is not None and self._stock < self._olm.account.max_one_time_keys // 2

    async def _upload(self) -> None:
        account = self._olm.account
        body: dict[str, object] = {}
        if not account.shared:
            body["device_keys"] = self._device_keys()
        missing = account.max_one_time_keys - (self._stock or 0) - len(account.one_time_keys["curve25519"])
        if missing > 0:
            account.generate_one_time_keys(missing)
        body["one_time_keys"] = self._signed(account.one_time_keys["curve25519"])
        if not account.shared or not self._fallback_is_there:
            body["fallback_keys"] = self._signed(_fallback(account._account), fallback=True)  # noqa: SLF001
        # Stored before it is sent: killed in between, we would offer other keys under the same names for ever after.
        with self._client.age.grows():
            self._olm.save_account()
        await self._client.age.announce()
        try:
            answer = await self._client.call("POST", path("keys", "upload"), body)
        except Said as said:
            if said.status != 400 or "already exists" not in str(said.answer.get("error")):
                raise
            # An upload of before whose end we did not see. The homeserver has those keys; the next are new ones.
            log.warning("one-time-keys-known-already")
            self._published(None)
            return
        count = _mapping(answer.get("one_time_key_counts")).get(ONE_TIME)
        self._published(count if isinstance(count, int) else None)

    def _published(self, count: int | None) -> None:
        self._olm.account.shared = True
        self._olm.account.mark_keys_as_published()
        self._olm.save_account()
        self._stock = count
        self._fallback_is_there = True

    def _device_keys(self) -> dict[str, object]:
        olm = self._olm
        keys: dict[str, object] = {
            "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
            "device_id": olm.device_id,
            "user_id": olm.user_id,
            "keys": {f"{kind}:{olm.device_id}": key for kind, key in olm.account.identity_keys.items()},
        }
        return {**keys, "signatures": self._signature(keys)}

    def _signed(self, keys: Mapping[str, str], *, fallback: bool = False) -> dict[str, object]:
        signed: dict[str, object] = {}
        for name, key in keys.items():
            plain: dict[str, object] = {"key": key, "fallback": True} if fallback else {"key": key}
            signed[f"{ONE_TIME}:{name}"] = {**plain, "signatures": self._signature(plain)}
        return signed

    def _signature(self, value: dict[str, object]) -> dict[str, object]:
        olm = self._olm
        return {olm.user_id: {f"ed25519:{olm.device_id}": olm.sign_json(value)}}


def _fallback(account: Any) -> dict[str, str]:
    """Return the key that is used when all others are gone (T8: nio has no word for it), made if there is none."""
    if not account.fallback_key:
        account.generate_fallback_key()
    return {name: key.to_base64() for name, key in account.fallback_key.items()}


def _sound(name: object, device: object) -> bool:
    """Whether a device is one that the library can take in: named alike throughout, with keys that are keys."""
    if not isinstance(name, str) or not isinstance(device, Mapping) or len(name) > 255:
        return False
    keys, signatures = _mapping(device.get("keys")), device.get("signatures")
    if device.get("device_id") != name or an_id("@", device.get("user_id")) is None:
        return False
    if not isinstance(signatures, Mapping) or not all(isinstance(each, Mapping) for each in signatures.values()):
        return False
    if not isinstance(_mapping(device.get("unsigned")).get("device_display_name", ""), str):
        return False
    try:
        vodozemac.Curve25519PublicKey.from_base64(keys[f"curve25519:{name}"])
        vodozemac.Ed25519PublicKey.from_base64(keys[f"ed25519:{name}"])
    except (vodozemac.KeyException, KeyError, TypeError, ValueError):
        return False
    return True


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}

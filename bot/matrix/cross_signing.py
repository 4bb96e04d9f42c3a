"""Our identity and the homeserver: brought together at every start, and never changed behind anybody's back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from bot.matrix.client import HardenedClient
from bot.matrix.http import NoAnswer, Said, path
from bot.matrix.identity import (
    MASTER,
    PARTS,
    SELF_SIGNING,
    USER_SIGNING,
    DeviceRefused,
    Identity,
    IdentityRefused,
    is_signed,
    only_key,
)
from bot.matrix.identity_file import IdentityFile, Kept
from bot.matrix.keys import Keys
from bot.matrix.login import PASSWORD, by_password
from bot.matrix.reading import a_mapping

WAYS_OUT = (
    "Either restore identity.json from the backup, or get it back with the recovery key (radslag identity recover), or "
    "make a new identity, which everybody is warned of (radslag identity reset)"
)

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Published:
    """What the homeserver says of our account.

    Args:
        keys: part -> its key object, where there is one.
        devices: device ID -> its keys.
    """

    keys: Mapping[str, Mapping[str, Any]]
    devices: Mapping[str, Mapping[str, Any]]

    def public(self, part: str) -> str | None:
        """Return a part's public key, if there is one."""
        return only_key(self.keys.get(part))

    def has_signed(self, user_id: str, device_id: str) -> bool:
        """Whether a device carries the signature of the identity that is published."""
        public = self.public(SELF_SIGNING)
        return public is not None and is_signed(self.devices.get(device_id, {}), user_id, public, public)


async def published(client: HardenedClient) -> Published:
    """Ask the homeserver for our own identity and devices. Raises Trouble if it does not say."""
    own = client.user_id
    answer = await client.call("POST", path("keys", "query"), {"device_keys": {own: []}})
    keys = {part: a_mapping(answer.get(f"{part}_keys")).get(own) for part in PARTS}
    devices = a_mapping(a_mapping(answer.get("device_keys")).get(own))
    return Published(
        {part: each for part, each in keys.items() if isinstance(each, Mapping)},
        {name: each for name, each in devices.items() if isinstance(each, Mapping)},
    )


class CrossSigning:
    """Sees to it that our device is signed by our identity, and our identity is the one that is published."""

    def __init__(self, client: HardenedClient, keys: Keys, file: IdentityFile, password: str | None = None) -> None:
        """Prepare.

        Args:
            password: the account's, for homeservers that ask for it when an identity is uploaded.
        """
        self.client = client
        self._keys = keys
        self._file = file
        self._password = password

    async def establish(self) -> Kept:
        """Return our identity, published and with our device signed by it. Says and does the same each time.

        Raises:
            IdentityRefused: it is not surely ours; nothing was uploaded.
            Trouble: the homeserver did not answer; the same again may succeed.
        """
        try:
            return await self._established()
        except Said as said:
            if said.may_pass:
                raise
            raise IdentityRefused(f"the homeserver does not take part in cross-signing: {said}") from said

    async def _established(self) -> Kept:
        there = await self._with_our_device()
        master = there.public(MASTER)
        kept = self._first() if master is None else self._known(master)
        if master is None or there.public(SELF_SIGNING) is None or there.public(USER_SIGNING) is None:
            await self._upload(kept.identity)
            there = await published(self.client)
        self._compare(kept.identity, there)
        await self._sign(kept.identity, there)
        return kept

    async def replace(self, identity: Identity) -> Kept:
        """Publish another identity in place of whatever there is. Everybody who knew the old one is warned.

        Raises:
            IdentityRefused: the homeserver wants proof that we do not have; the old identity stands.
            Trouble: the homeserver did not answer.
        """
        await self._with_our_device()
        self._file.draft(Kept(identity))
        await self._upload(identity)
        log.warning("identity-replaced")
        return await self.establish()

    def _first(self) -> Kept:
        """Return the identity to upload where there is none; made and kept on the disk before anybody hears of it."""
        kept = self._file.read()
        if kept is None:
            kept = Kept(Identity.new(self.client.user_id))
            self._file.write(kept)
            log.info("identity-made")
        self._check_owner(kept)
        return kept

    def _known(self, master: str) -> Kept:
        kept = self._file.settle(master)
        if kept is None:
            has = self._file.read() is not None
            what = "shows another identity than the one kept here" if has else "has an identity that is not kept here"
            raise IdentityRefused(f"the homeserver {what} ({self._file.path}). {WAYS_OUT}")
        self._check_owner(kept)
        return kept

    def _check_owner(self, kept: Kept) -> None:
        if kept.identity.user_id != self.client.user_id:
            raise IdentityRefused(f"{self._file.path} is the identity of {kept.identity.user_id}")

    def _compare(self, identity: Identity, there: Published) -> None:
        for part in PARTS:
            if there.public(part) != identity.public(part):
                raise IdentityRefused(f"the homeserver shows another {part} key than the one kept here. {WAYS_OUT}")

    async def _with_our_device(self) -> Published:
        """Return what is published, our device with its own keys among it."""
        await self._keys.publish()
        there = await published(self.client)
        if self._device_id not in there.devices:
            # Taken from us, or a homeserver that was put back to an earlier day.
            log.warning("device-not-listed")
            await self._keys.publish_again()
            there = await published(self.client)
        self._check_device(there)
        return there

    def _check_device(self, there: Published) -> None:
        device = there.devices.get(self._device_id)
        if device is None:
            raise NoAnswer("our device is not listed")
        shown = a_mapping(device.get("keys"))
        for kind, key in self.client.crypto.account.identity_keys.items():
            # Never sign what the homeserver merely claims.
            if shown.get(f"{kind}:{self._device_id}") != key:
                raise DeviceRefused(
                    f"the homeserver shows other keys for our device {self._device_id} than ours: the encryption store "
                    "was replaced, or somebody else uses the device. Begin a new device with: radslag identity recover"
                )

    async def _sign(self, identity: Identity, there: Published) -> None:
        own, device_id = self.client.user_id, self._device_id
        to_sign: dict[str, object] = {}
        if not there.has_signed(own, device_id):
            to_sign[device_id] = identity.signed(there.devices[device_id], SELF_SIGNING)
        device_key = self.client.crypto.account.identity_keys["ed25519"]
        if not is_signed(there.keys[MASTER], own, device_id, device_key):
            to_sign[identity.public()] = self._signed_master(identity)
        if not to_sign:
            return
        answer = await self.client.call("POST", path("keys", "signatures", "upload"), {own: to_sign})
        if answer.get("failures"):
            raise NoAnswer("the homeserver did not take our signatures")
        log.info("device-signed")

    async def _upload(self, identity: Identity) -> None:
        body: dict[str, object] = {
            "master_key": self._signed_master(identity),
            "self_signing_key": identity.key_object(SELF_SIGNING),
            "user_signing_key": identity.key_object(USER_SIGNING),
        }
        where = path("keys", "device_signing", "upload")
        try:
            await self.client.call("POST", where, body)
        except Said as said:
            if said.status != 401 or "session" not in said.answer:
                raise
            await self._upload_with_proof(where, body, said.answer)

    async def _upload_with_proof(self, where: str, body: dict[str, object], asked: Mapping[str, Any]) -> None:
        flows = asked.get("flows")
        stages = [each.get("stages") for each in flows if isinstance(each, dict)] if isinstance(flows, list) else []
        if [PASSWORD] not in stages:
            raise IdentityRefused(_asks_a_person(asked))
        if not self._password:
            raise IdentityRefused("the homeserver asks for the account's password before it takes an identity")
        auth = {**by_password(self.client.user_id, self._password), "session": asked["session"]}
        try:
            await self.client.call("POST", where, {**body, "auth": auth})
        except Said as said:
            if said.status not in (401, 403):
                raise
            raise IdentityRefused("the homeserver does not take the account's password") from said

    def _signed_master(self, identity: Identity) -> dict[str, Any]:
        made = identity.key_object(MASTER)
        signature = self.client.crypto.sign_json(made)
        return {**made, "signatures": {self.client.user_id: {f"ed25519:{self._device_id}": signature}}}

    @property
    def _device_id(self) -> str:
        assert self.client.device_id is not None
        return self.client.device_id


def _asks_a_person(asked: Mapping[str, Any]) -> str:
    for params in a_mapping(asked.get("params")).values():
        url = a_mapping(params).get("url")
        if isinstance(url, str) and url.startswith("https://"):
            return f"the homeserver wants a person to allow a new identity: open {url}, allow it, and try again"
    return "the homeserver wants another proof than the account's password before it takes an identity"

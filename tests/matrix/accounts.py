"""The part of a homeserver that publishes people's identities, and a bot's device that meets it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.matrix.client import HardenedClient
from bot.matrix.cross_signing import CrossSigning
from bot.matrix.identity import is_signed, only_key
from bot.matrix.identity_file import IdentityFile
from bot.matrix.keys import Keys
from tests.matrix.faults import Answer, Asked, FaultServer, KeyDesk, Told, refusal

BOT = "@bot:town"
PASSWORD = "correct horse"
SECRET = "a pickle key for tests, long enough to pass"
UIA = {"session": "s1", "flows": [{"stages": ["m.login.password"]}], "params": {}}


class IdentityDesk(KeyDesk):
    """Keeps identities as Synapse does: the first is free, another one costs the password; signatures are checked."""

    def __init__(self, faults: FaultServer) -> None:
        super().__init__(faults)
        self.identities: dict[str, dict[str, Any]] = {}
        self.asks_always = False
        self.keyless: list[str] = []
        """Devices of the bot's account that have shown no keys."""
        faults.on("POST keys/device_signing/upload", self._take_identity)
        faults.on("POST keys/signatures/upload", self._take_signatures)
        faults.on("GET devices", self._list)

    def _query(self, asked: Asked) -> dict[str, Any]:
        answer: dict[str, Any] = dict(super()._query(asked))
        for user in asked.body["device_keys"]:
            for name, key in self.identities.get(user, {}).items():
                answer.setdefault(f"{name}s", {})[user] = key
        return answer

    def _list(self, asked: Asked) -> Answer:
        user, _ = asked.device
        return {"devices": [{"device_id": name} for name in [*self.devices[user], *self.keyless]]}

    def _take_identity(self, asked: Asked) -> Answer:
        user, _ = asked.device
        body = dict(asked.body)
        auth = body.pop("auth", None)
        if (user in self.identities or self.asks_always) and auth is None:
            return Told(401, refusal(401, "", **UIA).body.replace(b'"errcode": "", ', b""))
        if auth is not None and auth["password"] != PASSWORD:
            return refusal(401, "M_FORBIDDEN", **UIA)
        self.identities[user] = body
        for device in self.devices[user].values():
            device["signatures"][user] = {
                name: each
                for name, each in device["signatures"][user].items()
                if name == f"ed25519:{device['device_id']}"
            }
        return {}

    def _take_signatures(self, asked: Asked) -> Answer:
        user, _ = asked.device
        master = self.identities[user]["master_key"]
        for name, signed in asked.body[user].items():
            known = master if name == only_key(master) else self.devices[user][name]
            known["signatures"][user] |= signed["signatures"][user]
        return {"failures": {}}

    def is_trusted(self, user: str, device: str) -> bool:
        """Whether a strict client of anybody would trust a device: signed by what the master of its owner signed."""
        identity = self.identities.get(user)
        if identity is None:
            return False
        master, self_signing = only_key(identity["master_key"]), only_key(identity["self_signing_key"])
        assert master is not None
        assert self_signing is not None
        return is_signed(identity["self_signing_key"], user, master, master) and is_signed(
            self.devices[user][device], user, self_signing, self_signing
        )


@asynccontextmanager
async def signing(
    faults: FaultServer, folder: Path, device: str = "BOT", password: str | None = PASSWORD
) -> AsyncIterator[CrossSigning]:
    """Let a device of the bot meet the homeserver; each has a store of its own, all have the identity's file."""
    place = folder / device
    place.mkdir(exist_ok=True)
    client = HardenedClient(faults.url, place, SECRET)
    client.restore_login(BOT, device, f"{BOT}|{device}")
    try:
        yield CrossSigning(client, Keys(client), IdentityFile(folder, SECRET), password)
    finally:
        await client.close()

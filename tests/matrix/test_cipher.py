"""Encrypted rooms: nothing a stranger sends stops us, nobody writes as somebody else, no failed key goes unnoticed."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from peewee import OperationalError

from bot.matrix.client import HardenedClient
from bot.matrix.http import NoAnswer, Said
from tests.matrix.faults import FaultServer, KeyDesk, fault_server, page, refusal
from tests.matrix.parties import PICKLE_KEY, ROOM, Party, gather, party

TEXT = {"msgtype": "m.text", "body": "hello"}


@dataclass
class Scene:
    """A homeserver, the bot and a resident."""

    faults: FaultServer
    desk: KeyDesk
    bot: Party
    anna: Party
    stack: AsyncExitStack
    folder: Path

    async def enters(self, user: str, device: str = "") -> Party:
        """Put one more device to work."""
        return await self.stack.enter_async_context(party(self.faults, self.folder, user, device))


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with AsyncExitStack() as stack:
        faults = await stack.enter_async_context(fault_server())
        desk = KeyDesk(faults)
        bot = await stack.enter_async_context(party(faults, tmp_path, "@bot:town"))
        anna = await stack.enter_async_context(party(faults, tmp_path, "@anna:town"))
        gather(desk, [bot, anna])
        yield Scene(faults, desk, bot, anna, stack, tmp_path)


def read_by(reader: Party, sealed: dict[str, Any]) -> object:
    """Return what somebody reads in an event; None if nothing."""
    opened = reader.open(sealed)
    return opened and dict(opened.content)


async def test_what_one_seals_the_other_opens_and_knows_the_device(scene: Scene) -> None:
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)

    opened = scene.bot.open(sealed)

    assert opened is not None
    assert (opened.type, opened.content["body"]) == ("m.room.message", "hello")
    await scene.bot.cipher.learn({"@anna:town"})
    device = scene.bot.cipher.device_of("@anna:town", opened)
    assert device is not None
    assert device.fingerprint == scene.anna.client.crypto.account.identity_keys["ed25519"]


async def test_an_event_put_under_another_name_is_of_no_known_device(scene: Scene) -> None:
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)
    opened = scene.bot.open(sealed)
    await scene.bot.cipher.learn({"@anna:town", "@chair:town"})

    assert opened is not None
    assert scene.bot.cipher.device_of("@chair:town", opened) is None


async def test_a_session_that_claims_another_devices_fingerprint_is_of_no_known_device(scene: Scene) -> None:
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)
    session = scene.bot.client.crypto.inbound_group_store[ROOM][sealed["sender_key"]][sealed["session_id"]]
    session.ed25519 = scene.bot.client.crypto.account.identity_keys["ed25519"]
    opened = scene.bot.open(sealed)
    await scene.bot.cipher.learn({"@anna:town"})

    assert opened is not None
    assert scene.bot.cipher.device_of("@anna:town", opened) is None


async def test_a_relation_stands_outside_the_ciphertext_and_is_found_again(scene: Scene) -> None:
    relation = {"rel_type": "m.replace", "event_id": "$old"}

    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", {**TEXT, "m.relates_to": relation})
    scene.bot.receive(scene.desk)
    opened = scene.bot.open(sealed)

    assert sealed["m.relates_to"] == relation
    assert opened is not None
    assert opened.content["m.relates_to"] == relation


async def test_an_encrypted_event_that_poses_as_state_is_nothing_t2(scene: Scene) -> None:
    await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    crypto = scene.anna.client.crypto
    plain = {"type": "m.room.power_levels", "state_key": "", "content": {"users": {"@anna:town": 100}}}
    sealed = crypto.group_encrypt(ROOM, plain)
    scene.bot.receive(scene.desk)

    opened = scene.bot.open(sealed)

    assert opened is not None
    assert opened.type == ""
    assert not opened.content


async def test_a_message_sealed_for_another_room_is_not_read(scene: Scene) -> None:
    await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    session = scene.anna.client.crypto.outbound_group_sessions[ROOM]
    elsewhere = '{"type": "m.room.message", "content": {}, "room_id": "!other:town"}'
    sealed = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "session_id": session.id,
        "sender_key": scene.anna.client.crypto.account.identity_keys["curve25519"],
        "ciphertext": session.encrypt(elsewhere),
    }
    scene.bot.receive(scene.desk)

    assert scene.bot.open(sealed) is None


async def test_an_event_need_not_name_its_senders_key_t21(scene: Scene) -> None:
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)
    bare = {key: value for key, value in sealed.items() if key not in ("sender_key", "device_id")}

    assert read_by(scene.bot, bare) == TEXT


BYTES = st.binary(max_size=60).map(base64.b64encode).map(bytes.decode)
JUNK = st.none() | st.booleans() | st.integers() | st.text(max_size=30) | BYTES
JUNK_TREE = st.recursive(
    JUNK, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
)
MALFORMED = [
    {"type": 0, "body": "AAAA"},
    {"type": 0, "body": ""},
    {"type": 1, "body": "!!"},
    {"type": 1, "body": "AwoBAA"},
    {"type": 0, "body": None},
    {"type": 0},
    {},
    None,
    "text",
    {"type": 7, "body": "AAAA"},
]


async def test_no_malformed_message_to_our_device_stops_us_t1(scene: Scene) -> None:
    own = scene.bot.client.crypto.account.identity_keys["curve25519"]
    for message, sender_key in product(MALFORMED, ["AAAA", "", "é", "A" * 43, 5, None]):
        content = {"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": sender_key, "ciphertext": {own: message}}
        scene.bot.cipher.take([{"type": "m.room.encrypted", "sender": "@mallory:town", "content": content}])
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)

    scene.bot.receive(scene.desk)

    assert read_by(scene.bot, sealed) == TEXT


async def test_no_junk_to_our_device_and_in_our_room_ever_raises_t1(scene: Scene) -> None:
    own = scene.bot.client.crypto.account.identity_keys["curve25519"]
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)

    @given(JUNK_TREE, JUNK_TREE, JUNK_TREE)
    def poison(one: Any, two: Any, three: Any) -> None:
        content = {"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": one, "ciphertext": {own: two}}
        message = {"type": "m.room.encrypted", "sender": "@mallory:town", "content": content}
        scene.bot.cipher.take([message, {**message, "sender": three}, {**message, "content": three}, three])
        for name in ("ciphertext", "session_id", "sender_key", "algorithm"):
            scene.bot.open({**sealed, name: one})

    poison()
    assert read_by(scene.bot, sealed) == TEXT


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"algorithm": "m.megolm.v1.aes-sha2"},
        {"algorithm": "m.megolm.v1.aes-sha2", "room_id": ROOM, "session_id": "x", "session_key": "AAAA"},
        {"algorithm": "m.megolm.v1.aes-sha2", "room_id": ROOM, "session_id": "x", "session_key": "é"},
        {"algorithm": "m.megolm.v1.aes-sha2", "room_id": 5, "session_id": [], "session_key": None},
    ],
)
@pytest.mark.parametrize("kind", ["m.room_key", "m.forwarded_room_key", "m.dummy", "m.unknown"])
async def test_no_malformed_key_inside_a_proper_message_stops_us_t1(scene: Scene, kind: str, content: Any) -> None:
    await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)
    crypto = scene.anna.client.crypto
    device = next(iter(crypto.device_store.active_user_devices("@bot:town")))
    olm = crypto._olm_encrypt(crypto.session_store.get(device.curve25519), device, kind, content)  # type: ignore[no-untyped-call]
    poison = {"type": "m.room.encrypted", "sender": "@anna:town", "content": olm}

    scene.bot.cipher.take([poison])
    scene.anna.cipher.renew(ROOM)
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)

    assert read_by(scene.bot, sealed) == TEXT


async def test_a_malformed_device_of_one_person_hides_nobody_elses_t1(scene: Scene) -> None:
    scene.desk.devices["@mallory:town"] = {
        "A": {"user_id": "@mallory:town", "device_id": "A", "keys": {"ed25519:A": "é", "curve25519:A": 5}},
        "B": "no device",
        "C": {
            "user_id": "@mallory:town",
            "device_id": "C",
            "algorithms": [],
            "keys": {"ed25519:C": "A" * 43, "curve25519:C": "A" * 43},
            "signatures": {"@mallory:town": {"ed25519:C": "é"}},
            "unsigned": {"device_display_name": ["a"]},
        },
    }
    scene.desk.members |= {"@mallory:town"}

    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.anna.receive(scene.desk)

    assert read_by(scene.anna, sealed) == TEXT


@pytest.mark.parametrize("key", ["é", {"key": "é"}, {}, None, {"key": "AAAA", "signatures": {}}, []])
async def test_a_malformed_one_time_key_does_not_hang_the_room_t7(scene: Scene, key: Any) -> None:
    mallory = await scene.enters("@mallory:town")
    gather(scene.desk, [scene.bot, scene.anna, mallory])
    scene.desk.one_time["@mallory:town", "MALLORY"] = {"signed_curve25519:AAAA": key}

    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.anna.receive(scene.desk)

    assert read_by(scene.anna, sealed) == TEXT


@pytest.mark.parametrize("answer", [page(502), refusal(500, "M_UNKNOWN"), page(200)])
async def test_a_key_that_could_not_be_handed_over_is_handed_over_the_next_time_t6(scene: Scene, answer: Any) -> None:
    deliver = scene.faults.rules["PUT sendToDevice"]
    scene.faults.on("PUT sendToDevice", lambda _: answer)
    with pytest.raises((Said, NoAnswer)):
        await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.faults.on("PUT sendToDevice", deliver)

    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.anna.receive(scene.desk)

    assert read_by(scene.anna, sealed) == TEXT
    assert scene.bot.client.access_token


async def test_a_cancelled_sending_does_not_hang_the_room_t7(scene: Scene) -> None:
    asked, never, claim = asyncio.Event(), asyncio.Event(), scene.faults.rules["POST keys/claim"]

    async def stall(_: object) -> dict[str, Any]:
        asked.set()
        await never.wait()
        return {}

    scene.faults.on("POST keys/claim", stall)
    task = asyncio.create_task(scene.bot.cipher.seal(ROOM, "m.room.message", TEXT))
    await asked.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    never.set()
    scene.faults.on("POST keys/claim", claim)

    async with asyncio.timeout(10):
        assert await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)


async def test_who_has_left_gets_no_key_of_what_follows(scene: Scene) -> None:
    bertil = await scene.enters("@bertil:town")
    gather(scene.desk, [scene.bot, scene.anna, bertil])
    await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    bertil.receive(scene.desk)
    scene.bot.cipher.note_member(ROOM, "@bertil:town", "leave")

    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    bertil.receive(scene.desk)
    scene.anna.receive(scene.desk)

    assert bertil.open(sealed) is None
    assert read_by(scene.anna, sealed) == TEXT


async def test_who_leaves_while_keys_are_being_shared_gets_no_key_of_the_message(scene: Scene) -> None:
    bertil = await scene.enters("@bertil:town")
    gather(scene.desk, [scene.bot, scene.anna, bertil])
    query = scene.faults.rules["POST keys/query"]

    def leaves_meanwhile(asked: Any) -> Any:
        scene.faults.on("POST keys/query", query)
        scene.bot.cipher.note_member(ROOM, "@bertil:town", "leave")
        return query(asked)

    scene.faults.on("POST keys/query", leaves_meanwhile)
    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    bertil.receive(scene.desk)

    assert bertil.open(sealed) is None


async def test_a_new_device_of_a_member_can_read_what_follows(scene: Scene) -> None:
    await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    second = await scene.enters("@anna:town", "SECOND")
    scene.bot.keys.note_changes(["@anna:town"], [])

    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    second.receive(scene.desk)

    assert read_by(second, sealed) == TEXT


async def test_other_devices_of_our_own_account_get_no_key(scene: Scene) -> None:
    other = await scene.enters("@bot:town", "STRANGER")

    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    other.receive(scene.desk)

    assert other.open(sealed) is None


async def test_a_store_that_cannot_be_written_is_not_taken_for_a_strangers_fault(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    waiting = list(scene.desk.inbox[scene.bot.name])

    def full(*_: object) -> None:
        raise OperationalError("disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(type(scene.bot.client.store), "save_inbound_group_session", full)
        with pytest.raises(OperationalError):
            scene.bot.cipher.take(waiting)
    scene.bot.cipher.take(waiting)

    assert read_by(scene.bot, sealed) == TEXT


@pytest.mark.parametrize("key", ["", "DEFAULT_KEY", "x" * 31])
def test_a_pickle_key_that_is_no_secret_is_refused_t4(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="pickle key"):
        HardenedClient("http://127.0.0.1:1", tmp_path, key)


def test_the_encryption_store_is_kept_under_our_own_key_t4(tmp_path: Path) -> None:
    client = HardenedClient("http://127.0.0.1:1", tmp_path, PICKLE_KEY)

    assert client.config.pickle_key == PICKLE_KEY
    assert not client.config.store_sync_tokens

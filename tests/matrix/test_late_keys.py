"""A message whose key is late waits, is read when the key comes, and is told of only when it never does (T10)."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.batch import Batch, Kind
from bot.matrix.events import envelope
from bot.matrix.late import Late, Patience
from bot.matrix.quoted import Quoted
from bot.matrix.timeline import Timeline
from storage.unread import Unread
from tests.matrix.faults import FaultServer, KeyDesk, fault_server, refusal
from tests.matrix.parties import ROOM, Party, gather, party

REQUEST: dict[str, object] = {"type": "m.room_key_request"}
TEXT = {"msgtype": "m.text", "body": "hello"}


@dataclass
class Scene:
    """A bot that reads, a resident who writes, and a clock that is moved by hand."""

    faults: FaultServer
    desk: KeyDesk
    bot: Party
    anna: Party
    stack: AsyncExitStack
    folder: Path
    seconds: float = 0.0
    late: Late = field(init=False)
    timeline: Timeline = field(init=False)

    def __post_init__(self) -> None:
        self.timeline = Timeline(
            self.bot.cipher, self.bot.book, Quoted(self.bot.client, self.bot.cipher, self.bot.book)
        )
        self.late = Late(self.bot.client, self.timeline, self.bot.cipher.requests, self.bot.book)
        self.late.patience = Patience(10, lambda: self.seconds)

    async def sealed(self, name: str, body: str = "hello") -> dict[str, Any]:
        content = await self.anna.cipher.seal(ROOM, "m.room.message", {**TEXT, "body": body})
        return {
            "event_id": name,
            "sender": "@anna:town",
            "type": "m.room.encrypted",
            "origin_server_ts": 1,
            "content": content,
        }

    async def batch(self, *raws: dict[str, Any]) -> Batch:
        """Take in what came, as the reader does; the batch counts as stored."""
        events = [event for event in map(envelope, raws) if event]
        _, arrived = await self.timeline.read(ROOM, events)
        batch = await self.late.add_to(Batch("next", events=tuple(arrived)))
        self.late.settle(batch)
        return batch


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with AsyncExitStack() as stack:
        faults = await stack.enter_async_context(fault_server())
        desk = KeyDesk(faults)
        bot = await stack.enter_async_context(party(faults, tmp_path, "@bot:town"))
        anna = await stack.enter_async_context(party(faults, tmp_path, "@anna:town"))
        gather(desk, [bot, anna])
        yield Scene(faults, desk, bot, anna, stack, tmp_path)


def kinds(batch: Batch) -> list[tuple[str, Kind]]:
    return [(each.event, each.kind) for each in batch.events]


async def test_a_message_is_read_when_its_key_comes_before_what_came_after_it(scene: Scene) -> None:
    first = await scene.batch(await scene.sealed("$1"))
    scene.bot.receive(scene.desk)
    then = await scene.batch(await scene.sealed("$2", "again"))

    assert kinds(first) == [("$1", Kind.UNREADABLE)]
    assert [(each.event, each.body, each.trusted) for each in then.events] == [
        ("$1", "hello", True),
        ("$2", "again", True),
    ]
    assert then.cleared == ("$1",)
    assert scene.late.is_empty


async def test_a_message_whose_key_never_comes_is_given_up_once_and_not_before_its_time(scene: Scene) -> None:
    await scene.batch(await scene.sealed("$1"))
    scene.seconds = 9.0
    early = await scene.batch()
    scene.seconds = 10.0
    late = await scene.batch()
    after = await scene.batch()

    assert kinds(early) == []
    assert kinds(late) == [("$1", Kind.LOST)]
    assert kinds(after) == []


async def test_the_next_request_listens_no_longer_than_the_first_may_wait(scene: Scene) -> None:
    assert scene.late.listen_ms(30_000) == 30_000
    await scene.batch(await scene.sealed("$1"))
    scene.seconds = 4.0

    assert 6_000 <= scene.late.listen_ms(30_000) <= 6_001
    scene.seconds = 99.0
    assert scene.late.listen_ms(30_000) == 0


async def test_a_message_that_waited_when_the_process_ended_is_taken_up_again(scene: Scene) -> None:
    raw = await scene.sealed("$1")
    scene.bot.receive(scene.desk)
    scene.late.load([Unread(ROOM, raw)])

    assert [each.body for each in (await scene.batch()).events] == ["hello"]


async def test_nothing_is_said_of_a_room_that_we_have_left(scene: Scene) -> None:
    await scene.batch(await scene.sealed("$1"))
    scene.bot.book.joined.clear()
    scene.seconds = 99.0
    batch = await scene.late.add_to(Batch("next"))

    assert kinds(batch) == []
    assert batch.cleared == ("$1",)


async def test_the_senders_device_is_asked_once_and_by_name(scene: Scene) -> None:
    await scene.batch(await scene.sealed("$1"), await scene.sealed("$2"))
    for _ in range(3):
        await scene.late.ask()

    (body,) = scene.faults.bodies("PUT sendToDevice/m.room_key_request")
    asked = body["messages"]["@anna:town"]["ANNA"]
    assert asked["action"] == "request"
    assert asked["body"]["room_id"] == ROOM
    assert asked["requesting_device_id"] == "BOT"


async def test_a_request_that_did_not_go_out_is_made_again(scene: Scene) -> None:
    await scene.batch(await scene.sealed("$1"))
    scene.faults.on("PUT sendToDevice/m.room_key_request", refusal(502, ""))
    with pytest.raises(Exception, match="502"):
        await scene.late.ask()
    scene.faults.on("PUT sendToDevice/m.room_key_request", {})
    await scene.late.ask()

    assert scene.faults.count("PUT sendToDevice/m.room_key_request") == 2


async def answered(scene: Scene, writer: Party) -> None:
    """Let somebody's device answer what the bot has asked for."""
    writer.cipher.requests.note(scene.desk.inbox.pop(writer.name, []))
    await writer.cipher.requests.answer()
    scene.bot.receive(scene.desk)


async def test_a_key_that_its_maker_sends_again_is_taken_and_counts_as_its_makers(scene: Scene) -> None:
    await scene.batch(await scene.sealed("$1"))
    scene.desk.inbox.clear()
    await scene.late.ask()
    await answered(scene, scene.anna)

    (read,) = (await scene.batch()).events
    assert (read.body, read.doubt) == ("hello", None)
    assert read.device is not None


async def test_a_key_that_nobody_asked_for_is_not_taken(scene: Scene) -> None:
    await scene.batch(await scene.sealed("$1"))
    scene.desk.inbox.clear()
    await scene.late.ask()
    scene.bot.client.crypto.wanted.clear()
    await answered(scene, scene.anna)

    assert kinds(await scene.batch()) == []


async def test_a_key_from_another_than_its_maker_is_not_taken(scene: Scene) -> None:
    mallory = await scene.stack.enter_async_context(party(scene.faults, scene.folder, "@mallory:town"))
    gather(scene.desk, [scene.bot, scene.anna, mallory])
    raw = await scene.sealed("$1")
    mallory.receive(scene.desk)
    scene.desk.inbox.clear()
    await scene.batch(raw)
    await scene.late.ask()
    request = scene.desk.inbox.pop(scene.anna.name)
    # She has the key, and the very request that was meant for its maker.
    key = mallory.client.crypto.inbound_group_store.get(
        ROOM, raw["content"]["sender_key"], raw["content"]["session_id"]
    )
    assert key is not None
    await mallory.keys.learn({"@bot:town"})
    await mallory.keys.claim({"@bot:town": ["BOT"]})
    device = mallory.client.crypto.device_store["@bot:town"]["BOT"]
    olm = mallory.client.crypto.session_store.get(device.curve25519)
    assert olm is not None
    message = mallory.client.crypto._encrypt_forwarding_key(ROOM, key, olm, device)
    await mallory.keys.send_to_devices(message.type, message.as_dict()["messages"])
    scene.bot.receive(scene.desk)

    assert request
    assert kinds(await scene.batch()) == []


async def test_a_key_is_given_again_to_who_had_it_and_once_only(scene: Scene) -> None:
    await scene.sealed("$1")
    scene.desk.inbox.clear()
    session_id = scene.anna.client.crypto.outbound_group_sessions[ROOM].id
    await scene.anna.cipher.learn({"@bot:town"})
    request = {
        "type": "m.room_key_request",
        "sender": "@bot:town",
        "content": {
            "action": "request",
            "request_id": "1",
            "requesting_device_id": "BOT",
            "body": {"algorithm": "m.megolm.v1.aes-sha2", "room_id": ROOM, "session_id": session_id},
        },
    }
    for _ in range(3):
        scene.anna.cipher.requests.note([request])
        await scene.anna.cipher.requests.answer()

    assert len(scene.desk.inbox["@bot:town", "BOT"]) == 1


async def test_a_brand_new_device_gets_what_was_said_before_we_knew_it_though_we_were_killed_twice_t23(
    scene: Scene,
) -> None:
    raw = await scene.sealed("$1")
    event = envelope(raw)
    assert event is not None
    new = await scene.stack.enter_async_context(party(scene.faults, scene.folder, "@bot:town", "BRANDNEW"))
    await new.cipher.requests.ask(ROOM, event)
    await scene.anna.client.close()

    async with party(scene.faults, scene.folder, "@anna:town") as anna:
        anna.receive(scene.desk)
    async with party(scene.faults, scene.folder, "@anna:town") as anna:
        await anna.cipher.requests.answer()
    new.receive(scene.desk)

    opened = new.open(raw["content"])
    assert opened is not None
    assert opened.content["body"] == "hello"


@pytest.mark.parametrize("gone", [True, False], ids=["who has left", "who never had it"])
async def test_a_key_is_not_given_to_who_may_not_have_it(scene: Scene, gone: bool) -> None:  # noqa: FBT001
    await scene.sealed("$1")
    scene.desk.inbox.clear()
    session_id = scene.anna.client.crypto.outbound_group_sessions[ROOM].id
    if gone:
        scene.anna.cipher.note_member(ROOM, "@bot:town", "leave")
    sender = "@bot:town" if gone else "@mallory:town"
    body = {"room_id": ROOM, "session_id": session_id}
    content = {"action": "request", "requesting_device_id": "BOT", "body": body}
    scene.anna.cipher.requests.note([{"type": "m.room_key_request", "sender": sender, "content": content}])
    await scene.anna.cipher.requests.answer()

    assert not scene.desk.inbox


@pytest.mark.parametrize(
    "junk", [None, {}, {"type": "m.room_key_request"}, {"type": "m.room_key_request", "sender": 1}]
)
async def test_a_malformed_request_is_nothing(scene: Scene, junk: object) -> None:
    scene.anna.cipher.requests.note([junk])
    await scene.anna.cipher.requests.answer()

    assert not scene.desk.inbox

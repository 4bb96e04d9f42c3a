"""Who asks for a key gets it only as long as it is wanted, allowed and possible; then the request is closed."""

from contextlib import AsyncExitStack
from typing import Any

import pytest

from bot.matrix.events import envelope
from bot.matrix.http import NoAnswer
from tests.matrix.faults import Asked
from tests.matrix.parties import ROOM, Party, party
from tests.matrix.test_late_keys import Scene, scene

__all__ = ["scene"]
BOT = "@bot:town"


def request(session_id: str, device: str = "BOT", action: str = "request") -> dict[str, Any]:
    body = {"algorithm": "m.megolm.v1.aes-sha2", "room_id": ROOM, "session_id": session_id}
    content = {"action": action, "request_id": "1", "requesting_device_id": device, "body": body}
    return {"type": "m.room_key_request", "sender": BOT, "content": content}


@pytest.fixture
async def giver(scene: Scene) -> Party:
    """Somebody who has shared the key of a message with the bot."""
    await scene.sealed("$1")
    scene.desk.inbox.clear()
    await scene.anna.cipher.learn({BOT})
    return scene.anna


@pytest.fixture
def session_id(giver: Party) -> str:
    return str(giver.client.crypto.outbound_group_sessions[ROOM].id)


async def test_a_request_that_was_taken_back_is_not_answered(scene: Scene, giver: Party, session_id: str) -> None:
    giver.cipher.requests.note([request(session_id), request(session_id, action="request_cancellation")])
    await giver.cipher.requests.answer()

    assert not scene.desk.inbox


async def test_taking_back_what_was_never_asked_changes_nothing(scene: Scene, giver: Party, session_id: str) -> None:
    giver.cipher.requests.note([request(session_id, "OTHER", "request_cancellation"), request(session_id)])
    await giver.cipher.requests.answer()

    assert len(scene.desk.inbox[BOT, "BOT"]) == 1


async def test_of_a_room_that_we_have_left_no_key_is_given(scene: Scene, giver: Party, session_id: str) -> None:
    giver.cipher.requests.note([request(session_id)])
    del giver.book.joined[ROOM]
    await giver.cipher.requests.answer()

    assert not scene.desk.inbox


async def test_while_people_come_and_go_a_request_waits(scene: Scene, giver: Party, session_id: str) -> None:
    def somebody_comes(_: Asked) -> dict[str, Any]:
        giver.cipher.note_member(ROOM, "@new:town", "join")
        return {"chunk": []}

    giver.cipher.requests.note([request(session_id)])
    giver.cipher.doubt_members(ROOM)
    kept = scene.faults.rules[f"GET rooms/{ROOM}/members"]
    scene.faults.on(f"GET rooms/{ROOM}/members", somebody_comes)
    with pytest.raises(NoAnswer, match="people come and go"):
        await giver.cipher.requests.answer()
    assert not scene.desk.inbox

    scene.faults.on(f"GET rooms/{ROOM}/members", kept)
    await giver.cipher.requests.answer()
    assert len(scene.desk.inbox[BOT, "BOT"]) == 1


async def test_a_device_that_there_is_not_gets_nothing(scene: Scene, giver: Party, session_id: str) -> None:
    giver.cipher.requests.note([request(session_id, "GHOST")])
    await giver.cipher.requests.answer()

    assert not scene.desk.inbox


async def test_a_key_that_we_do_not_have_any_more_is_not_given(scene: Scene, giver: Party, session_id: str) -> None:
    giver.client.crypto.inbound_group_store._entries.clear()
    giver.cipher.requests.note([request(session_id)])
    await giver.cipher.requests.answer()

    assert not scene.desk.inbox


async def test_a_device_that_shows_no_key_to_write_to_it_gets_nothing(
    scene: Scene, giver: Party, session_id: str
) -> None:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(party(scene.faults, scene.folder, BOT, "SECOND"))
        scene.desk.one_time[BOT, "SECOND"].clear()
        giver.cipher.requests.note([request(session_id, "SECOND")])
        await giver.cipher.requests.answer()

    assert (BOT, "SECOND") not in scene.desk.inbox


async def test_a_message_that_does_not_name_its_senders_key_is_asked_for_without_it(scene: Scene) -> None:
    raw = await scene.sealed("$1")
    del raw["content"]["sender_key"]
    event = envelope(raw)
    assert event is not None

    await scene.bot.cipher.requests.ask(ROOM, event)

    ((_, sent),) = [(kind, each) for (kind, _), each in scene.desk.inbox.items() if kind == "@anna:town"]
    assert sent[0]["content"]["body"] == {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": ROOM,
        "session_id": raw["content"]["session_id"],
    }

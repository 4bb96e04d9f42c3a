"""Nothing is sealed for a room while it is not known who is there and by which rules, and nothing is taken on trust."""

from typing import Any

import pytest
from nio.crypto.sessions import InboundGroupSession

from bot.matrix.http import NoAnswer
from tests.matrix.faults import Answer, Asked
from tests.matrix.parties import ROOM
from tests.matrix.test_cipher import TEXT, Scene, scene

__all__ = ["scene"]


async def test_what_comes_by_a_key_that_others_passed_on_is_of_no_known_device(scene: Scene) -> None:
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.bot.receive(scene.desk)
    await scene.bot.cipher.learn({"@anna:town"})
    store = scene.bot.client.crypto.inbound_group_store
    own = store.get(ROOM, sealed["sender_key"], sealed["session_id"])
    assert own is not None
    passed_on = InboundGroupSession.import_session(
        own.export_session(own.first_known_index), own.ed25519, own.sender_key, ROOM, ["somebody's key"]
    )
    store._entries[ROOM][own.sender_key][own.id] = passed_on

    opened = scene.bot.open(sealed)

    assert opened is not None
    assert opened.is_forwarded
    assert scene.bot.cipher.device_of("@anna:town", opened) is None


async def test_a_relation_that_stands_outside_only_is_put_back(scene: Scene) -> None:
    sealed = await scene.anna.cipher.seal(ROOM, "m.room.message", TEXT)
    relation = {"m.in_reply_to": {"event_id": "$asked"}}
    scene.bot.receive(scene.desk)

    opened = scene.bot.open({**sealed, "m.relates_to": relation})

    assert opened is not None
    assert opened.content == {**TEXT, "m.relates_to": relation}


async def test_where_people_come_and_go_without_end_nothing_is_sealed(scene: Scene) -> None:
    def one_more(_: Asked) -> Answer:
        scene.bot.cipher.note_member(ROOM, "@new:town", "join")
        return {"chunk": []}

    scene.faults.on(f"GET rooms/{ROOM}/members", one_more)

    with pytest.raises(NoAnswer, match="faster than keys can be shared"):
        await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)

    assert scene.faults.count(f"GET rooms/{ROOM}/members") == 5
    assert not scene.desk.inbox


async def test_rules_that_change_while_they_are_asked_for_are_asked_for_again(scene: Scene) -> None:
    changes = [True]

    def rules(_: Asked) -> Answer:
        if changes:
            changes.clear()
            scene.bot.cipher.note_rules(ROOM)
        return {"history_visibility": "joined"}

    scene.faults.on(f"GET rooms/{ROOM}/state/m.room.history_visibility", rules)
    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.anna.receive(scene.desk)
    opened = scene.anna.open(sealed)

    assert scene.faults.count(f"GET rooms/{ROOM}/state/m.room.history_visibility") == 2
    assert opened is not None
    assert opened.content == TEXT


async def test_what_is_told_of_a_room_that_is_not_ours_changes_nothing_for_ours(scene: Scene) -> None:
    await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    session: Any = scene.bot.client.crypto.outbound_group_sessions[ROOM]

    scene.bot.cipher.note_member("!else:town", "@anna:town", "leave")
    scene.bot.cipher.note_rules("!else:town")
    scene.bot.cipher.doubt_members("!else:town")
    await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)

    assert scene.bot.client.crypto.outbound_group_sessions[ROOM] is session
    assert list(scene.bot.book.joined) == [ROOM]

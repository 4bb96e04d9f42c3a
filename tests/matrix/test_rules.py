"""Sessions end when the room says so, and nobody gets a key that the room would not show the messages to."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.rules import Rules, rules_of
from tests.matrix.faults import KeyDesk, fault_server
from tests.matrix.parties import ROOM, Party, gather, party

TEXT = {"msgtype": "m.text", "body": "hello"}


@dataclass
class Scene:
    """A bot that writes and a resident who reads."""

    desk: KeyDesk
    bot: Party
    anna: Party


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with AsyncExitStack() as stack:
        faults = await stack.enter_async_context(fault_server())
        desk = KeyDesk(faults)
        bot = await stack.enter_async_context(party(faults, tmp_path, "@bot:town"))
        anna = await stack.enter_async_context(party(faults, tmp_path, "@anna:town"))
        gather(desk, [bot, anna])
        yield Scene(desk, bot, anna)


RULES: dict[str, tuple[dict[str, Any], Rules]] = {
    "nothing said": ({}, Rules()),
    "as it says": ({"rotation_period_msgs": 3, "rotation_period_ms": 7_200_000}, Rules(3, timedelta(hours=2))),
    "never longer": ({"rotation_period_msgs": 10**9, "rotation_period_ms": 10**15}, Rules()),
    "never all the time": ({"rotation_period_ms": 1}, Rules(longest=timedelta(hours=1))),
    "malformed": ({"rotation_period_msgs": True, "rotation_period_ms": "x"}, Rules()),
    "negative": ({"rotation_period_msgs": -1, "rotation_period_ms": 0}, Rules()),
}


@pytest.mark.parametrize(("said", "means"), RULES.values(), ids=RULES)
async def test_what_a_room_says_is_bounded_by_what_is_sensible(
    scene: Scene, said: dict[str, Any], means: Rules
) -> None:
    scene.desk.state["m.room.encryption"] = said

    assert await rules_of(scene.bot.client, ROOM) == means


async def test_a_session_ends_after_as_many_messages_as_the_room_says(scene: Scene) -> None:
    scene.desk.state["m.room.encryption"] = {"rotation_period_msgs": 2}

    sealed = [await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT) for _ in range(5)]

    sessions = [each["session_id"] for each in sealed]
    assert sessions == [sessions[0], sessions[0], sessions[2], sessions[2], sessions[4]]
    assert len(set(sessions)) == 3


@pytest.mark.parametrize(
    ("visibility", "reads"), [("joined", False), ("invited", True), ("shared", True), (None, True)]
)
async def test_who_is_only_invited_gets_a_key_where_the_room_would_show_the_message(
    scene: Scene,
    visibility: str | None,
    reads: bool,  # noqa: FBT001
) -> None:
    if visibility:
        scene.desk.state["m.room.history_visibility"] = {"history_visibility": visibility}
    scene.desk.invited = {"@anna:town"}

    sealed = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.anna.receive(scene.desk)

    assert (scene.anna.open(sealed) is not None) is reads


async def test_who_joins_after_having_been_invited_gets_a_new_session(scene: Scene) -> None:
    scene.desk.state["m.room.history_visibility"] = {"history_visibility": "joined"}
    scene.desk.invited = {"@anna:town"}
    before = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)

    scene.bot.cipher.note_member(ROOM, "@anna:town", "join")
    after = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.anna.receive(scene.desk)

    assert scene.anna.open(before) is None
    assert scene.anna.open(after) is not None


async def test_rules_that_change_hold_from_the_next_message_on(scene: Scene) -> None:
    first = await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT)
    scene.desk.state["m.room.encryption"] = {"rotation_period_msgs": 1}

    scene.bot.cipher.note_rules(ROOM)
    sealed = [await scene.bot.cipher.seal(ROOM, "m.room.message", TEXT) for _ in range(2)]

    assert len({each["session_id"] for each in [first, *sealed]}) == 3

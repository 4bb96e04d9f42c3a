"""Whose invitations are accepted: those we may expect, and never too many strangers at once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.batch import Change
from council.people import Place
from storage.rooms import INVITED, Standing
from tests.matrix.faults import Asked, FaultServer, fault_server, page, refusal
from tests.matrix.reading import ANNA, BOT, ROOM, Desk, desk, standing


@pytest.fixture
async def faults() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        running.on("POST join", {})
        running.on("POST rooms", {})
        yield running


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.matrix.doorkeeper.PAUSE_SECONDS", 0.0)
    monkeypatch.setattr("bot.matrix.doorkeeper.LONG_PAUSE_SECONDS", 0.01)


def invitation(sender: str = ANNA, **more: Any) -> tuple[dict[str, Any], ...]:
    content = {"membership": "invite", "is_direct": True, **more}
    return ({"type": "m.room.member", "state_key": BOT, "sender": sender, "content": content},)


async def works_until(at: Desk, faults: FaultServer, request: str, times: int = 1) -> None:
    """Let the doorkeeper work until something was asked so many times."""
    reached = asyncio.Event()

    class Watched(list[Asked]):
        def append(self, asked: Asked) -> None:
            super().append(asked)
            if sum(f"{each.method} {each.path}".startswith(request) for each in self) >= times:
                reached.set()

    faults.asked = Watched(faults.asked)
    running = asyncio.create_task(at.doorkeeper.run())
    async with asyncio.timeout(10):
        await reached.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_direct_chat_from_an_allowed_server_is_entered(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path, [standing(ROOM)]) as at:
        changes = at.doorkeeper.invited("!chat", invitation())
        await works_until(at, faults, "POST join/!chat")

    assert [(each.kind, each.place, each.user) for each in changes] == [(Change.INVITED, Place.DIRECT, ANNA)]
    assert faults.asked[0].query["via"] == "town"


@pytest.mark.parametrize(
    "state",
    [
        invitation("@spam:elsewhere"),
        invitation("@spam:town.elsewhere"),
        invitation(is_direct=False),
        invitation(is_direct="true"),
        invitation("nobody"),
        ({"type": "m.room.member", "state_key": ANNA, "sender": ANNA, "content": {"membership": "invite"}},),
        (),
        ({},),
        ({"type": "m.room.member", "state_key": BOT, "content": None},),
    ],
)
async def test_any_other_invitation_is_refused_and_forgotten(
    faults: FaultServer, tmp_path: Path, state: tuple[dict[str, Any], ...]
) -> None:
    async with desk(faults, tmp_path, [standing(ROOM)]) as at:
        changes = at.doorkeeper.invited("!spam", state)
        await works_until(at, faults, "POST rooms/!spam/forget")

    assert changes == []
    assert [each.path for each in faults.asked] == ["rooms/!spam/leave", "rooms/!spam/forget"]


async def test_a_person_whom_the_operator_names_may_come_from_anywhere(faults: FaultServer, tmp_path: Path) -> None:
    friend = "@friend:elsewhere"
    async with desk(faults, tmp_path, [standing(ROOM)], people=frozenset({friend})) as at:
        at.doorkeeper.invited("!chat", invitation(friend))
        await works_until(at, faults, "POST join/!chat")

    assert faults.count("POST rooms") == 0


async def test_the_councils_own_room_is_entered_whoever_invites(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path, [standing("!other")]) as at:
        changes = at.doorkeeper.invited(ROOM, invitation("@clerk:elsewhere", is_direct=False))
        await works_until(at, faults, f"POST join/{ROOM}")

    assert [each.place for each in changes] == [Place.COUNCIL]


async def test_a_room_that_the_operator_names_is_entered_at_the_start(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path) as at:
        await works_until(at, faults, f"POST join/{ROOM}")


async def test_an_invitation_of_before_a_restart_is_not_forgotten(faults: FaultServer, tmp_path: Path) -> None:
    waiting = standing("!chat", Place.DIRECT, person=ANNA)
    before = Standing(waiting.room, INVITED, waiting.since)
    async with desk(faults, tmp_path, [standing(ROOM), before]) as at:
        await works_until(at, faults, "POST join/!chat")


async def test_strangers_beyond_the_cap_wait_and_are_not_refused(faults: FaultServer, tmp_path: Path) -> None:
    friend = "@friend:town"
    async with desk(faults, tmp_path, [standing(ROOM)], accepts_per_hour=2, people=frozenset({friend})) as at:
        for number in range(5):
            at.doorkeeper.invited(f"!chat{number}", invitation())
        at.doorkeeper.invited("!friend", invitation(friend))
        await works_until(at, faults, "POST join", times=3)

    assert [each.path for each in faults.asked] == ["join/!chat0", "join/!chat1", "join/!friend"]


async def test_an_invitation_that_comes_while_another_is_accepted_does_not_wait(
    faults: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.matrix.doorkeeper.LONG_PAUSE_SECONDS", 3600.0)
    async with desk(faults, tmp_path, [standing(ROOM)]) as at:

        def another_comes(_: Asked) -> dict[str, Any]:
            at.doorkeeper.invited("!second", invitation())
            return {}

        faults.on("POST join/!first", another_comes)
        at.doorkeeper.invited("!first", invitation())
        await works_until(at, faults, "POST join/!second")


async def test_what_fails_for_now_is_tried_again(faults: FaultServer, tmp_path: Path) -> None:
    answers: list[Any] = [page(502), refusal(429, "M_LIMIT_EXCEEDED"), {}]
    faults.on("POST join", lambda _: answers.pop(0))
    async with desk(faults, tmp_path, [standing(ROOM)]) as at:
        at.doorkeeper.invited("!chat", invitation())
        await works_until(at, faults, "POST join", times=3)


async def test_a_room_whose_inviter_is_gone_is_given_up(faults: FaultServer, tmp_path: Path) -> None:
    faults.on("POST join", refusal(404, "M_UNKNOWN"))
    async with desk(faults, tmp_path, [standing(ROOM)]) as at:
        at.doorkeeper.invited("!chat", invitation())
        await works_until(at, faults, "POST rooms/!chat/leave")

    assert faults.count("POST join") == 1


async def test_the_room_that_follows_one_of_ours_is_entered_after_a_restart(
    faults: FaultServer, tmp_path: Path
) -> None:
    async with desk(faults, tmp_path, [standing(ROOM, successor="!next")]) as at:
        await works_until(at, faults, "POST join/!next")

    assert [(each.path, each.query) for each in faults.asked] == [("join/!next", {})]


async def test_an_invitation_that_is_allowed_no_more_is_refused_after_a_restart(
    faults: FaultServer, tmp_path: Path
) -> None:
    waiting = standing("!chat", Place.DIRECT, person="@spam:elsewhere")
    before = Standing(waiting.room, INVITED, waiting.since)
    async with desk(faults, tmp_path, [standing(ROOM), before]) as at:
        await works_until(at, faults, "POST rooms/!chat/forget")

    assert faults.count("POST join") == 0


async def test_a_room_that_is_left_already_is_forgotten_all_the_same(faults: FaultServer, tmp_path: Path) -> None:
    faults.on("POST rooms/!chat/leave", refusal(403, "M_FORBIDDEN"))
    faults.on("POST rooms/!chat/forget", refusal(400, "M_UNKNOWN"))
    async with desk(faults, tmp_path, [standing(ROOM)]) as at:
        at.doorkeeper.leave("!chat")
        for following in ("!next", "!later"):
            # What is to be left comes first in every round.
            at.doorkeeper.follow(following, "")
            await works_until(at, faults, f"POST join/{following}")

    assert faults.count("POST rooms/!chat/leave") == faults.count("POST rooms/!chat/forget") == 1


async def test_a_room_that_could_not_be_left_is_left_later(faults: FaultServer, tmp_path: Path) -> None:
    answers: list[Any] = [page(502), {}]
    faults.on("POST rooms/!chat/leave", lambda _: answers.pop(0))
    async with desk(faults, tmp_path, [standing(ROOM)]) as at:
        at.doorkeeper.leave("!chat")
        await works_until(at, faults, "POST rooms/!chat/forget")

    assert faults.count("POST rooms/!chat/leave") == 2

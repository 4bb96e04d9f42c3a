"""Each thing the outbox can hold is done as what it is; about a post that never came to be, nothing is done."""

from base64 import b64encode
from typing import Any

import pytest

from bot.acts import Task, carried_out
from council.people import Place, Room
from tests.bot.test_relay import Server
from tests.town import NOON

ROOM = "!council:town"
FILE = {"name": "protokoll.pdf", "mimetype": "application/pdf", "data": b64encode(b"words").decode()}


class Noting(Server):
    """A server that also notes reactions and what is no longer pinned."""

    def __init__(self) -> None:
        super().__init__()
        self.reactions: list[tuple[str, str]] = []
        self.unpinned: list[str] = []

    async def react(self, room_id: str, event_id: str, symbol: str, transaction: str) -> str:
        self.reactions.append((event_id, symbol))
        return "$reaction"

    async def unpin(self, room_id: str, event_id: str) -> None:
        self.unpinned.append(event_id)


def task(act: str, content: dict[str, Any] | None = None, root: str | None = None) -> Task:
    return Task(1, act, Room(1, ROOM, Place.COUNCIL), "t1", content or {}, NOON, None, root)


async def test_a_reaction_is_put_under_its_post() -> None:
    server = Noting()

    assert await carried_out(server, ROOM, task("react", {"event": "$e", "symbol": "✅"})) == "$reaction"
    assert server.reactions == [("$e", "✅")]


@pytest.mark.parametrize(
    ("act", "root", "pinned", "unpinned"),
    [("pin", "$p", ["$p"], []), ("unpin", "$p", [], ["$p"]), ("pin", None, [], []), ("unpin", None, [], [])],
)
async def test_a_post_is_pinned_and_unpinned_once_it_stands(
    act: str, root: str | None, pinned: list[str], unpinned: list[str]
) -> None:
    server = Noting()

    assert await carried_out(server, ROOM, task(act, root=root)) is None
    assert (server.pinned, server.unpinned) == (pinned, unpinned)


async def test_people_are_let_in_and_out() -> None:
    server = Noting()

    assert await carried_out(server, ROOM, task("admit", {"person": "@a:town"})) is None
    assert await carried_out(server, ROOM, task("dismiss", {"person": "@b:town"})) is None
    assert server.doors == [("in", ROOM, "@a:town"), ("out", ROOM, "@b:town")]


@pytest.mark.parametrize(
    ("content", "root", "removed"),
    [({"event": "$e"}, None, ["$e"]), ({"event": "$e"}, "$root", ["$root"]), ({}, "$root", ["$root"]), ({}, None, [])],
)
async def test_what_is_removed_is_the_post_named_by_its_key_else_the_event(
    content: dict[str, Any], root: str | None, removed: list[str]
) -> None:
    server = Noting()

    assert await carried_out(server, ROOM, task("remove", content, root)) == ("$redaction" if removed else None)
    assert server.redacted == removed


async def test_a_file_stands_in_the_thread_of_its_post_if_it_has_one() -> None:
    server = Noting()
    await carried_out(server, ROOM, task("file", FILE))
    server.done.clear()
    await carried_out(server, ROOM, task("file", {**FILE, "more": {"info": 1}}, "$root"))

    alone, threaded = (content for _room, _type, content in server.timeline)
    assert alone == {"body": "protokoll.pdf", "mimetype": "application/pdf", "size": 5}
    assert (threaded["info"], threaded["m.relates_to"]["event_id"]) == (1, "$root")  # type: ignore[index]

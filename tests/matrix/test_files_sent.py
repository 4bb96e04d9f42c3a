"""Files go out once, into rooms of ours only, and never in clear where the room is encrypted."""

from typing import Any

import pytest

from bot.matrix.wire import TryAgain, Undeliverable
from tests.matrix.faults import Asked, FaultServer, page
from tests.matrix.parties import ROOM, Party
from tests.matrix.test_delivery import SENT, faults, plain

__all__ = ["faults", "plain"]


async def test_a_file_is_not_handed_over_for_a_room_that_is_not_ours(faults: FaultServer, plain: Party) -> None:
    with pytest.raises(Undeliverable, match="not in that room"):
        await plain.delivery.send_file("!else", "a.pdf", "application/pdf", b"%PDF", "t1")

    assert faults.count("POST /_matrix/media") == 0


async def test_a_file_whose_message_did_not_go_out_is_handed_over_once(faults: FaultServer, plain: Party) -> None:
    faults.on("POST /_matrix/media", {"content_uri": "mxc://town/abc"})
    answers: list[Any] = [page(502), SENT, SENT]
    faults.on("PUT rooms", lambda _: answers.pop(0))

    with pytest.raises(TryAgain):
        await plain.delivery.send_file(ROOM, "a.pdf", "application/pdf", b"%PDF", "t1")
    assert await plain.delivery.send_file(ROOM, "a.pdf", "application/pdf", b"%PDF", "t1") == "$sent"

    assert faults.count("POST /_matrix/media") == 1
    assert faults.bodies("PUT rooms")[-1]["url"] == "mxc://town/abc"


async def test_a_file_does_not_go_in_clear_into_a_room_that_was_encrypted_meanwhile_t3(
    faults: FaultServer, plain: Party
) -> None:
    def taken(_: Asked) -> dict[str, Any]:
        plain.book.joined[ROOM].encrypted = True
        return {"content_uri": "mxc://town/abc"}

    faults.on("POST /_matrix/media", taken)

    with pytest.raises(TryAgain, match="has just been encrypted"):
        await plain.delivery.send_file(ROOM, "a.pdf", "application/pdf", b"%PDF", "t1")

    assert faults.count("PUT rooms") == 0

"""Our own keys are never short for long, and other people's devices are known when it matters."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.matrix.http import Said
from bot.matrix.own_devices import others
from tests.matrix.faults import FaultServer, KeyDesk, page, refusal
from tests.matrix.parties import Party, party

TEXT = {"msgtype": "m.text", "body": "hello"}


@pytest.fixture
async def bot(faults: FaultServer, tmp_path: Path) -> AsyncIterator[Party]:
    KeyDesk(faults)
    async with party(faults, tmp_path, "@bot:town") as bot:
        yield bot


def uploads(faults: FaultServer) -> list[Any]:
    return faults.bodies("POST keys/upload")


async def test_the_first_upload_holds_the_device_its_keys_and_one_for_when_all_are_gone(
    faults: FaultServer, bot: Party
) -> None:
    (first,) = uploads(faults)

    assert first["device_keys"]["user_id"] == "@bot:town"
    assert len(first["one_time_keys"]) == 50
    assert [each["fallback"] for each in first["fallback_keys"].values()] == [True]


async def test_a_stock_of_nought_is_filled_up_t8(faults: FaultServer, bot: Party) -> None:
    bot.keys.note_stock(0, None)

    await bot.keys.upkeep()

    assert len(uploads(faults)[-1]["one_time_keys"]) == 50
    assert "device_keys" not in uploads(faults)[-1]


async def test_a_full_stock_is_left_alone(faults: FaultServer, bot: Party) -> None:
    bot.keys.note_stock(49, frozenset({"signed_curve25519"}))

    await bot.keys.upkeep()

    assert len(uploads(faults)) == 1


async def test_the_last_key_of_all_is_renewed_once_it_was_used_t8(faults: FaultServer, bot: Party) -> None:
    bot.keys.note_stock(50, frozenset())

    await bot.keys.upkeep()
    await bot.keys.upkeep()

    assert len(uploads(faults)) == 2
    assert list(uploads(faults)[1]["fallback_keys"]) != list(uploads(faults)[0]["fallback_keys"])


async def test_keys_that_were_offered_before_a_crash_are_offered_again(faults: FaultServer, tmp_path: Path) -> None:
    desk = KeyDesk(faults)
    faults.on("POST keys/upload", lambda _: page(502))
    with pytest.raises(Said):
        async with party(faults, tmp_path, "@bot:town"):
            raise AssertionError
    keep = desk._upload
    faults.on("POST keys/upload", keep)

    async with party(faults, tmp_path, "@bot:town"):
        first, second = uploads(faults)

    assert first["one_time_keys"] == second["one_time_keys"]
    assert first["device_keys"] == second["device_keys"]


async def test_keys_that_the_homeserver_has_already_are_replaced_by_new_ones(faults: FaultServer, bot: Party) -> None:
    upload = faults.rules["POST keys/upload"]
    known = "One time key signed_curve25519:AAAAAQ already exists."
    faults.on("POST keys/upload", lambda _: refusal(400, "M_UNKNOWN", error=known))
    bot.keys.note_stock(0, None)
    await bot.keys.upkeep()
    faults.on("POST keys/upload", upload)
    bot.keys.note_stock(0, None)
    await bot.keys.upkeep()

    _, refused, taken = uploads(faults)
    assert not set(refused["one_time_keys"]) & set(taken["one_time_keys"])


async def test_those_whose_homeserver_is_silent_are_asked_for_again(faults: FaultServer, bot: Party) -> None:
    faults.on("POST keys/query", {"device_keys": {}, "failures": {"far.example": {}}})

    await bot.keys.learn({"@anna:far.example", "@bertil:town"})

    assert bot.keys.unknown({"@anna:far.example", "@bertil:town"}) == {"@anna:far.example"}


async def test_those_who_are_known_are_not_asked_for_until_something_changes(faults: FaultServer, bot: Party) -> None:
    await bot.keys.learn({"@anna:town"})
    await bot.keys.learn({"@anna:town"})
    bot.keys.note_changes(["@anna:town", "@unknown:town"], [])
    await bot.keys.learn({"@anna:town"})

    assert faults.count("POST keys/query") == 2


async def test_who_shares_no_room_with_us_any_more_is_asked_for_anew(faults: FaultServer, bot: Party) -> None:
    await bot.keys.learn({"@anna:town"})
    bot.keys.note_changes([], ["@anna:town"])

    assert bot.keys.unknown({"@anna:town"}) == {"@anna:town"}


async def test_a_name_that_the_homeserver_cannot_stand_stops_nothing(faults: FaultServer, bot: Party) -> None:
    faults.on("POST keys/query", lambda _: refusal(400, "M_INVALID_PARAM"))

    assert await bot.keys.learn({"@odd:town"}) == set()


@pytest.mark.parametrize(
    "answer",
    [
        {"device_keys": None},
        {"device_keys": {"@anna:town": None}},
        {"device_keys": {"@anna:town": {"A": None, "B": {}, "C": {"keys": []}}}, "failures": []},
        {},
    ],
)
async def test_a_malformed_list_of_devices_is_an_empty_one(faults: FaultServer, bot: Party, answer: Any) -> None:
    faults.on("POST keys/query", answer)

    assert await bot.keys.learn({"@anna:town"}) == set()


async def test_a_busy_homeserver_is_asked_for_devices_again(faults: FaultServer, bot: Party) -> None:
    faults.on("POST keys/query", refusal(429, "M_LIMIT_EXCEEDED"))
    with pytest.raises(Said, match="429"):
        await bot.keys.learn({"@anna:town"})

    faults.on("POST keys/query", {"device_keys": {"@anna:town": {}}})
    await bot.keys.learn({"@anna:town"})
    await bot.keys.learn({"@anna:town"})
    assert faults.count("POST keys/query") == 2


@pytest.mark.parametrize(("answer", "found"), [(refusal(403, "M_FORBIDDEN"), ()), (page(502), None)])
async def test_a_homeserver_that_lists_no_devices_is_believed_only_if_it_says_so(
    faults: FaultServer, bot: Party, answer: Any, found: tuple[()] | None
) -> None:
    faults.on("GET devices", answer)

    if found is None:
        with pytest.raises(Said, match="502"):
            await others(bot.client)
    else:
        assert await others(bot.client) == found

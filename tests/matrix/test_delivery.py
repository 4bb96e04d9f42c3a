"""The wire: what could not be sent is never taken for sent, and nothing goes out in clear that must not."""

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.matrix.delivery import SAID_AS
from bot.matrix.wire import TryAgain, Undeliverable
from council.people import Place
from tests.matrix.faults import Asked, FaultServer, KeyDesk, fault_server, page, refusal
from tests.matrix.parties import ROOM, Party, party

TEXT = {"msgtype": "m.text", "body": "hello"}
MESSAGE = "m.room.message"
SENT = {"event_id": "$sent"}


@pytest.fixture
async def faults() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        KeyDesk(running)
        running.on("PUT rooms", SENT)
        yield running


@pytest.fixture
async def plain(faults: FaultServer, tmp_path: Path) -> AsyncIterator[Party]:
    async with party(faults, tmp_path, "@bot:town", encrypted=False) as bot:
        yield bot


@pytest.fixture
async def secret(faults: FaultServer, tmp_path: Path) -> AsyncIterator[Party]:
    async with party(faults, tmp_path, "@bot:town") as bot:
        yield bot


async def test_a_message_goes_out_under_its_transaction(faults: FaultServer, plain: Party) -> None:
    assert await plain.delivery.send(ROOM, MESSAGE, TEXT, "t1") == "$sent"

    asked = faults.asked[-1]
    assert asked.path == f"rooms/{ROOM}/send/m.room.message/t1"
    assert asked.body == {**TEXT, SAID_AS: "t1"}


async def test_in_an_encrypted_room_only_ciphertext_goes_out_t3(faults: FaultServer, secret: Party) -> None:
    await secret.delivery.send(ROOM, MESSAGE, {**TEXT, "m.mentions": {}}, "t1")

    sent = faults.asked[-1]
    assert sent.path == f"rooms/{ROOM}/send/m.room.encrypted/t1"
    assert set(sent.body) == {"algorithm", "sender_key", "ciphertext", "session_id", "device_id", SAID_AS}


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_type_of_event_gets_into_an_encrypted_room_in_clear_t3(
    faults: FaultServer, secret: Party, kind: str, content: dict[str, str]
) -> None:
    before = len(faults.asked)
    with suppress(TryAgain, Undeliverable):
        await secret.delivery.send(ROOM, kind, content, "t")

    for asked in faults.asked[before:]:
        assert not asked.path.startswith(f"rooms/{ROOM}/send/") or "/m.room.encrypted/" in asked.path


@pytest.mark.parametrize(
    "answer",
    [page(502), page(200), page(404), refusal(500, "M_UNKNOWN"), refusal(429, "M_LIMIT_EXCEEDED"), {}, {"event_id": 5}],
)
@pytest.mark.parametrize("kind", ["send", "redact", "react"])
async def test_what_may_succeed_later_is_to_be_tried_again(
    faults: FaultServer, plain: Party, answer: Any, kind: str
) -> None:
    faults.on("PUT rooms", lambda _: answer)

    with pytest.raises(TryAgain):
        await attempt(plain, kind)


@pytest.mark.parametrize(
    "answer", [refusal(403, "M_FORBIDDEN"), refusal(413, "M_TOO_LARGE"), refusal(400, "M_BAD_JSON")]
)
@pytest.mark.parametrize("kind", ["send", "redact", "react"])
async def test_what_never_will_is_undeliverable(faults: FaultServer, plain: Party, answer: Any, kind: str) -> None:
    faults.on("PUT rooms", answer)

    with pytest.raises(Undeliverable):
        await attempt(plain, kind)


async def attempt(bot: Party, kind: str) -> None:
    match kind:
        case "send":
            await bot.delivery.send(ROOM, MESSAGE, TEXT, "t1")
        case "redact":
            await bot.delivery.redact(ROOM, "$e", "t1")
        case "react":
            await bot.delivery.react(ROOM, "$e", "👍", "t1")


async def test_how_long_to_wait_is_passed_on_t15(faults: FaultServer, plain: Party) -> None:
    faults.on("PUT rooms", refusal(429, "M_LIMIT_EXCEEDED", retry_after_ms=2500))

    with pytest.raises(TryAgain) as later:
        await plain.delivery.send(ROOM, MESSAGE, TEXT, "t1")

    assert later.value.after_seconds == 2.5


async def test_a_logged_out_device_tries_again_much_later_and_asks_nothing(faults: FaultServer, plain: Party) -> None:
    faults.on("PUT rooms", lambda _: refusal(401, "M_UNKNOWN_TOKEN"))
    for _ in range(3):
        with pytest.raises(TryAgain) as later:
            await plain.delivery.send(ROOM, MESSAGE, TEXT, "t1")
        assert later.value.after_seconds == 300

    assert faults.count("PUT rooms") == 1


async def test_keys_that_cannot_be_had_hold_the_message_back_t6(faults: FaultServer, secret: Party) -> None:
    faults.on(f"GET rooms/{ROOM}/members", lambda _: page(502))

    with pytest.raises(TryAgain):
        await secret.delivery.send(ROOM, MESSAGE, TEXT, "t1")

    assert faults.count("PUT rooms") == 0


@pytest.mark.parametrize("content", [{"body": float("nan")}, {"body": object()}, {"body": "\ud800"}])
async def test_what_is_no_json_is_undeliverable(plain: Party, content: dict[str, Any]) -> None:
    with pytest.raises(Undeliverable):
        await plain.delivery.send(ROOM, MESSAGE, content, "t1")


async def test_words_cannot_hide_in_a_reaction(secret: Party) -> None:
    with pytest.raises(Undeliverable):
        await secret.delivery.react(ROOM, "$e", "a sentence that belongs in the ciphertext", "t1")


async def test_a_chat_is_opened_once_encrypted_and_closed_to_third_persons(faults: FaultServer, plain: Party) -> None:
    faults.on("GET joined_rooms", {"joined_rooms": [ROOM]})
    faults.on("POST createRoom", {"room_id": "!new"})

    rooms = {await plain.delivery.open_chat("@anna:town", "t1") for _ in range(2)}

    (asked,) = faults.bodies("POST createRoom")
    assert rooms == {"!new"}
    assert asked["invite"] == ["@anna:town"]
    assert "m.room.encryption" in {each["type"] for each in asked["initial_state"]}
    assert asked["creation_content"] == {"m.federate": False}
    assert asked["power_level_content_override"]["invite"] == 100
    assert plain.book.is_encrypted("!new")


async def test_a_chat_that_was_opened_before_a_crash_is_found_again(faults: FaultServer, plain: Party) -> None:
    faults.on("GET joined_rooms", {"joined_rooms": [ROOM, "!other", "!made"]})
    faults.on("GET rooms/!other/state", lambda _: refusal(404, "M_NOT_FOUND"))
    faults.on("GET rooms/!made/state", {"transaction": "t1"})

    assert await plain.delivery.open_chat("@anna:town", "t1") == "!made"
    assert faults.count("POST createRoom") == 0
    assert plain.book.joined["!made"].place is Place.DIRECT


@pytest.mark.parametrize("name", ["", "anna", "@anna", "@a b:town"])
async def test_a_chat_with_nobody_is_undeliverable(plain: Party, name: str) -> None:
    with pytest.raises(Undeliverable):
        await plain.delivery.open_chat(name, "t1")


async def test_an_earlier_try_is_found_by_its_transaction(faults: FaultServer, plain: Party) -> None:
    def own(number: int, transaction: str) -> dict[str, Any]:
        unsigned = {"transaction_id": transaction}
        return {"event_id": f"${number}", "sender": "@bot:town", "origin_server_ts": number, "unsigned": unsigned}

    pages: dict[str | None, dict[str, Any]] = {
        None: {"chunk": [own(9, "t9"), own(8, "t8")], "end": "p1"},
        "p1": {"chunk": [own(7, "t7"), own(2, "t2")]},
    }
    faults.on(f"GET rooms/{ROOM}/messages", lambda asked: pages[asked.query.get("from")])

    assert await plain.delivery.find(ROOM, "t7", 0) == "$7"
    assert await plain.delivery.find(ROOM, "t2", 8) is None


async def test_pins_are_added_to_those_that_are_there(faults: FaultServer, plain: Party) -> None:
    faults.on(f"GET rooms/{ROOM}/state", {"pinned": ["$a"]})

    await plain.delivery.pin(ROOM, "$b")
    await plain.delivery.pin(ROOM, "$a")
    await plain.delivery.unpin(ROOM, "$a")

    assert faults.bodies("PUT rooms") == [{"pinned": ["$a", "$b"]}, {"pinned": []}]


async def test_a_room_without_pins_gets_its_first(faults: FaultServer, plain: Party) -> None:
    faults.on(f"GET rooms/{ROOM}/state", refusal(404, "M_NOT_FOUND"))

    await plain.delivery.pin(ROOM, "$b")

    assert faults.bodies("PUT rooms") == [{"pinned": ["$b"]}]


async def test_a_room_that_is_not_ours_gets_nothing(faults: FaultServer, plain: Party) -> None:
    for attempt_at in (
        plain.delivery.send("!else", MESSAGE, TEXT, "t1"),
        plain.delivery.react("!else", "$e", "👍", "t2"),
    ):
        with pytest.raises(Undeliverable):
            await attempt_at

    assert faults.count("PUT rooms") == 0


async def test_a_pin_is_not_taken_for_set_where_the_homeserver_would_not_say_what_is_pinned(
    faults: FaultServer, plain: Party
) -> None:
    faults.on(f"GET rooms/{ROOM}/state", refusal(403, "M_FORBIDDEN"))

    with pytest.raises(Undeliverable, match="403"):
        await plain.delivery.pin(ROOM, "$b")

    assert faults.count("PUT rooms") == 0


@pytest.mark.parametrize(
    ("answer", "raised"), [(page(502), TryAgain), (refusal(403, "M_FORBIDDEN"), Undeliverable)], ids=["gone", "no"]
)
async def test_nobody_is_invited_or_removed_where_it_is_not_known_whether_they_are_there(
    faults: FaultServer, plain: Party, answer: Any, raised: type[Exception]
) -> None:
    faults.on(f"GET rooms/{ROOM}/state/m.room.member", lambda _: answer)

    for change in (plain.delivery.admit, plain.delivery.dismiss):
        with pytest.raises(raised):
            await change(ROOM, "@anna:town")

    assert faults.count("POST rooms") == 0


async def test_a_chat_whose_making_was_not_answered_is_tried_again(faults: FaultServer, plain: Party) -> None:
    faults.on("GET joined_rooms", {"joined_rooms": []})
    faults.on("POST createRoom", {})

    with pytest.raises(TryAgain, match="no room was made"):
        await plain.delivery.open_chat("@anna:town", "t1")


async def test_no_second_chat_is_made_while_it_is_not_known_whether_there_is_a_first(
    faults: FaultServer, plain: Party
) -> None:
    faults.on("GET joined_rooms", {"joined_rooms": ["!made"]})
    faults.on("GET rooms/!made/state", lambda _: page(502))

    with pytest.raises(TryAgain):
        await plain.delivery.open_chat("@anna:town", "t1")

    assert faults.count("POST createRoom") == 0


async def test_a_chat_that_was_opened_for_somebody_else_is_not_taken(faults: FaultServer, plain: Party) -> None:
    faults.on("GET joined_rooms", {"joined_rooms": ["!made", 5]})
    faults.on("GET rooms/!made/state", {"transaction": "t0"})
    faults.on("POST createRoom", {"room_id": "!new"})

    assert await plain.delivery.open_chat("@anna:town", "t1") == "!new"


async def test_an_earlier_try_is_not_looked_for_without_end_nor_taken_from_others(
    faults: FaultServer, plain: Party
) -> None:
    def answer(asked: Asked) -> dict[str, Any]:
        number = int(asked.query.get("from", "0"))
        return {"chunk": [{"sender": "@anna:town", "event_id": "$a", "unsigned": {"transaction_id": "t1"}}, 5],
                "end": str(number + 1)}  # fmt: skip

    faults.on(f"GET rooms/{ROOM}/messages", answer)

    assert await plain.delivery.find(ROOM, "t1", 0) is None
    assert faults.count(f"GET rooms/{ROOM}/messages") == 40

"""The library's own ways: those that lie are made to raise, those that are dangerous are closed."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from nio.client.async_client import AsyncClient
from nio.responses import DeviceList, DeviceOneTimeKeyCount, Rooms, SyncResponse

from bot.matrix.client import STORE_NAME, HardenedClient, Shield
from bot.matrix.http import LoggedOut, NoAnswer, Said
from bot.matrix.identity import DeviceRefused
from tests.matrix.faults import FaultServer, page, refusal
from tests.matrix.parties import PICKLE_KEY


@pytest.fixture
async def client(faults: FaultServer, tmp_path: Path) -> AsyncIterator[HardenedClient]:
    client = HardenedClient(faults.url, tmp_path, PICKLE_KEY)
    client.restore_login("@bot:town", "BOT", "token")
    yield client
    await client.close()


CALLS = {
    "leave": lambda client: client.room_leave("!a"),
    "kick": lambda client: client.room_kick("!a", "@b:town"),
    "ban": lambda client: client.room_ban("!a", "@b:town"),
    "invite": lambda client: client.room_invite("!a", "@b:town"),
    "forget": lambda client: client.room_forget("!a"),
    "typing": lambda client: client.room_typing("!a"),
    "members": lambda client: client.joined_members("!a"),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("status", [200, 404, 500, 502])
async def test_a_page_of_a_proxy_is_no_success_of_any_call_t14(
    faults: FaultServer, client: HardenedClient, name: str, status: int
) -> None:
    for method in ("GET", "POST", "PUT"):
        faults.on(f"{method} rooms", lambda _: page(status))

    with pytest.raises((Said, NoAnswer)):
        await CALLS[name](client)


async def test_the_plain_library_takes_that_page_for_success_t14(faults: FaultServer) -> None:
    """The control: when this fails, upstream has closed the trap and the guard may go."""
    faults.on("POST rooms", lambda _: page(502))
    plain = AsyncClient(faults.url, "@bot:town")
    plain.access_token = "token"

    answer = await plain.room_leave("!a")
    await plain.close()

    assert type(answer).__name__ == "RoomLeaveResponse"


async def test_no_call_waits_or_asks_again_by_itself_t15(faults: FaultServer, client: HardenedClient) -> None:
    faults.on("POST rooms", lambda _: refusal(429, "M_LIMIT_EXCEEDED", retry_after_ms=10**9))

    with pytest.raises(Said) as no:
        await client.room_leave("!a")

    assert no.value.after_seconds == 300
    assert len(faults.asked) == 1


async def test_an_error_does_not_take_our_token_away_t6(faults: FaultServer, client: HardenedClient) -> None:
    faults.on("PUT sendToDevice", lambda _: refusal(500, "M_UNKNOWN"))
    with pytest.raises(Said):
        await client.call("PUT", "/_matrix/client/v3/sendToDevice/a/b", {})

    assert client.access_token == "token"


async def test_a_token_that_was_refused_is_not_offered_again(faults: FaultServer, client: HardenedClient) -> None:
    faults.on("POST rooms", lambda _: refusal(401, "M_UNKNOWN_TOKEN"))
    for _ in range(3):
        with pytest.raises(LoggedOut):
            await client.room_leave("!a")

    assert len(faults.asked) == 1


@pytest.mark.parametrize(
    "way",
    [
        lambda client: client.sync(),
        lambda client: client.sync_forever(),
        lambda client: client.room_send("!a", "m.room.message", {}),
        lambda client: client.share_group_session("!a"),
    ],
    ids=["sync", "sync_forever", "room_send", "share_group_session"],
)
async def test_the_librarys_own_reading_and_sending_are_closed(client: HardenedClient, way: Any) -> None:
    with pytest.raises(NotImplementedError):
        await way(client)


def test_a_panic_of_the_cryptographic_library_is_dropped_t1() -> None:
    class Panic(BaseException):
        pass

    with Shield("test"):
        raise Panic


@pytest.mark.parametrize("ours", [OSError, MemoryError, KeyboardInterrupt, SystemExit])
def test_trouble_of_our_own_is_not_dropped(ours: type[BaseException]) -> None:
    with pytest.raises(ours), Shield("test"):
        raise ours


@pytest.mark.parametrize("left", [b"", b"no store of anybody\n" * 500])
async def test_a_damaged_store_is_told_with_the_way_out(faults: FaultServer, tmp_path: Path, left: bytes) -> None:
    first = HardenedClient(faults.url, tmp_path, PICKLE_KEY)
    first.restore_login("@bot:town", "BOT", "token")
    await first.close()
    file = tmp_path / STORE_NAME
    file.write_bytes(left or file.read_bytes()[:30_000])

    again = HardenedClient(faults.url, tmp_path, PICKLE_KEY)
    with pytest.raises(DeviceRefused, match=r"is damaged.*radslag identity recover"):
        again.restore_login("@bot:town", "BOT", "token")
    await again.close()


async def test_what_the_library_asks_for_is_answered_or_raises_and_is_never_half_an_answer(
    faults: FaultServer, client: HardenedClient
) -> None:
    faults.on("GET rooms", {"joined": {"@anna:town": {"display_name": "Anna"}}})
    answer: Any = await client.joined_members("!a")

    assert [each.user_id for each in answer.members] == ["@anna:town"]
    faults.on("GET rooms", {"joined": 5})
    with pytest.raises(NoAnswer, match="malformed answer for JoinedMembersResponse"):
        await client.joined_members("!a")


async def test_the_library_is_told_nothing_of_what_was_synced_t2(client: HardenedClient) -> None:
    synced = SyncResponse("s1", Rooms({}, {}, {}), DeviceOneTimeKeyCount(0, 0), DeviceList([], []), [], [])

    with pytest.raises(NotImplementedError, match=r"use bot\.matrix\.sync"):
        await client.receive_response(synced)

    assert not client.next_batch


async def test_a_store_that_is_open_is_not_opened_again(client: HardenedClient) -> None:
    machine = client.crypto

    client.load_store()

    assert client.crypto is machine

"""The controls: what the library's own client does where the bot holds out (docs/robustness.md).

When one of them fails, upstream has closed the trap, and the guard against it may go.
"""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import nio
import pytest
from nio.client.async_client import AsyncClient, AsyncClientConfig
from nio.store.database import DefaultStore, SqliteMemoryStore

from proof.proxy import fails, proxy
from rehearsal.actor import Actor
from rehearsal.homeserver import Account, Homeserver
from tests.matrix.strangers import TEXT, homeserver, poisons, town, use_up

__all__ = ["homeserver", "town"]
pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


def plain_client(url: str, account: Account) -> AsyncClient:
    config = AsyncClientConfig(store=SqliteMemoryStore, store_sync_tokens=False, encryption_enabled=True)
    client = AsyncClient(url, account.user_id, config=config)
    client.restore_login(account.user_id, account.device_id, account.token)
    return client


async def test_control_a_strangers_message_ends_the_plain_clients_loop(
    homeserver: Homeserver, town: SimpleNamespace
) -> None:
    client = plain_client(homeserver.url, town.bot)
    await client.keys_upload()
    assert client.olm is not None
    await poisons(town.mallory, town.bot.user_id, str(client.olm.account.identity_keys["curve25519"]))

    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it is, the loop has ended
        async with asyncio.timeout(20):
            await client.sync_forever(timeout=1000)
    await client.close()


async def test_control_the_plain_client_spins_on_a_broken_homeserver(
    homeserver: Homeserver, town: SimpleNamespace
) -> None:
    async with proxy(homeserver.url) as between:
        between.breaks.append(fails("/sync", 10**6))
        client = plain_client(between.url, town.bot)
        running = asyncio.create_task(client.sync_forever(timeout=30_000))
        async with asyncio.timeout(30):
            while between.count("/sync") < 50:
                await asyncio.wait({running}, timeout=0.1)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await client.close()


async def test_control_the_plain_client_never_refills_keys_that_are_used_up(
    homeserver: Homeserver, town: SimpleNamespace
) -> None:
    client = plain_client(homeserver.url, town.bot)
    await client.keys_upload()
    await use_up(town.mallory, town.bot.user_id, town.bot.device_id)

    answer = await client.sync(timeout=0)

    assert isinstance(answer, nio.SyncResponse)
    assert not client.should_upload_keys
    await client.close()


def kept_client(url: str, account: Account, folder: Path) -> AsyncClient:
    """A client that keeps its keys and its token on the disk, as the library offers it."""
    config = AsyncClientConfig(store=DefaultStore, store_sync_tokens=True, encryption_enabled=True)
    client = AsyncClient(url, account.user_id, store_path=str(folder), config=config)
    client.restore_login(account.user_id, account.device_id, account.token)
    return client


def notes(client: AsyncClient, heard: list[str]) -> None:
    """Have a client note what it hears."""

    def note(_room: object, event: Any) -> None:
        heard.append(event.body)

    client.add_event_callback(note, nio.RoomMessageText)


async def up_to_date(client: AsyncClient) -> None:
    """Do what `sync_forever` does in one round, keys included."""
    await client.sync(timeout=0)
    if client.should_upload_keys:
        await client.keys_upload()
    if client.should_query_keys:
        await client.keys_query()
    await client.send_to_device_messages()


async def chat_of(anna: Actor, client: AsyncClient, *, encrypted: bool = True) -> str:
    """Return a chat that both are in and know of."""
    chat = await anna.chat_with(client.user_id, encrypted=encrypted)
    await client.join(chat)
    await up_to_date(client)
    return chat


async def sealed(anna: Actor, chat: str, payload: dict[str, Any]) -> str:
    """Have somebody send an event that says something else inside than clients do."""
    olm = anna._client.olm
    assert olm is not None
    return await anna.send_plainly(chat, "m.room.encrypted", olm.group_encrypt(chat, payload))


async def test_control_an_encrypted_event_makes_itself_state_of_the_plain_clients_room_t2(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    client = kept_client(homeserver.url, town.bot, tmp_path)
    chat = await chat_of(town.anna, client)
    await town.anna.say(chat, "shares the key")
    content = {"users": {"@nobody:here": 100}}
    await sealed(town.anna, chat, {"type": "m.room.power_levels", "state_key": "", "content": content})

    await up_to_date(client)

    assert client.rooms[chat].power_levels.users == {"@nobody:here": 100}
    await client.close()


async def test_control_the_plain_client_forgets_that_a_room_is_encrypted_t3(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    def crashes(_room: object, _event: object) -> None:
        raise RuntimeError

    client = kept_client(homeserver.url, town.bot, tmp_path)
    chat = await chat_of(town.anna, client, encrypted=False)
    client.add_event_callback(crashes, nio.RoomEncryptionEvent)
    await town.anna.api.put(f"/rooms/{quote(chat)}/state/m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    with pytest.raises(RuntimeError):
        await client.sync(timeout=0)
    await client.close()

    client = kept_client(homeserver.url, town.bot, tmp_path)
    await town.anna.send_plainly(chat, "m.room.message", TEXT)
    await client.sync(timeout=0)
    answer: Any = await client.room_send(chat, "m.room.message", {**TEXT, "body": "SECRET"})
    there = await town.anna.api.get(f"/rooms/{quote(chat)}/event/{quote(answer.event_id)}")

    assert there["content"]["body"] == "SECRET"
    await client.close()


async def test_control_what_comes_while_a_handler_of_the_plain_client_fails_is_lost_t5(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    heard: list[str] = []

    def crashes(_room: object, _event: object) -> None:
        raise RuntimeError

    client = kept_client(homeserver.url, town.bot, tmp_path)
    chat = await chat_of(town.anna, client, encrypted=False)
    client.add_event_callback(crashes, nio.RoomMessageText)
    await town.anna.send_plainly(chat, "m.room.message", TEXT)
    with pytest.raises(RuntimeError):
        await client.sync(timeout=0)
    await client.close()

    client = kept_client(homeserver.url, town.bot, tmp_path)
    notes(client, heard)
    await client.sync(timeout=0)

    assert heard == []
    await client.close()


async def test_control_the_plain_client_takes_keys_that_did_not_arrive_for_shared_t6(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with proxy(homeserver.url) as between:
        client = kept_client(between.url, town.bot, tmp_path)
        chat = await chat_of(town.anna, client)
        between.stops.append(fails("/sendToDevice/m.room.encrypted", 1))

        answer = await client.room_send(chat, "m.room.message", TEXT, ignore_unverified_devices=True)

        assert isinstance(answer, nio.RoomSendResponse)
        posts = await town.anna.read(chat)
        assert [post.readable for post in posts if post.event_id == answer.event_id] == [False]
        await client.close()


async def test_control_the_plain_client_reads_ten_of_sixty_messages_sent_while_it_was_down_t9(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    heard: list[str] = []
    client = kept_client(homeserver.url, town.bot, tmp_path)
    chat = await chat_of(town.anna, client, encrypted=False)
    await client.close()
    for number in range(60):
        await town.anna.send_plainly(chat, "m.room.message", {**TEXT, "body": str(number)})

    client = kept_client(homeserver.url, town.bot, tmp_path)
    notes(client, heard)
    await client.sync(timeout=0)

    assert heard == [str(number) for number in range(50, 60)]
    await client.close()


async def test_control_the_plain_client_can_say_nothing_by_itself_after_a_restart_t12(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    client = kept_client(homeserver.url, town.bot, tmp_path)
    chat = await chat_of(town.anna, client)
    await client.close()

    client = kept_client(homeserver.url, town.bot, tmp_path)
    await client.sync(timeout=0)
    with pytest.raises(nio.LocalProtocolError):
        await client.room_send(chat, "m.room.message", TEXT)
    await client.close()


async def test_control_the_plain_client_hears_old_commands_of_a_room_it_joins_t19(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    heard: list[str] = []
    room = await town.anna.open_room("council")
    for number in range(15):
        await town.anna.send_plainly(room, "m.room.message", {**TEXT, "body": f"!old {number}"})
    client = kept_client(homeserver.url, town.bot, tmp_path)
    notes(client, heard)
    await client.sync(timeout=0)
    await town.anna.api.post(f"/rooms/{quote(room)}/invite", {"user_id": town.bot.user_id})
    await client.join(room)
    await client.sync(timeout=0)

    assert "!old 14" in heard
    await client.close()


async def test_control_the_plain_client_takes_a_replayed_message_for_a_new_one_after_a_restart(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    heard: list[str] = []
    client = kept_client(homeserver.url, town.bot, tmp_path)
    notes(client, heard)
    chat = await chat_of(town.anna, client)
    said = await town.anna.say(chat, "!approve 7")
    await up_to_date(client)
    await client.close()
    copy = await town.anna.api.get(f"/rooms/{quote(chat)}/event/{quote(said)}")
    await town.anna.send_plainly(chat, "m.room.encrypted", copy["content"])

    client = kept_client(homeserver.url, town.bot, tmp_path)
    notes(client, heard)
    await client.sync(timeout=0)

    assert heard == ["!approve 7", "!approve 7"]
    await client.close()

"""What breaks a plain client does not break the bot: on a real homeserver, with the plain library as control."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import aiohttp
import nio
import pytest
import pytest_asyncio
from aiohttp import web
from nio.client.async_client import AsyncClient, AsyncClientConfig
from nio.store.database import SqliteMemoryStore

from bot.matrix.batch import Kind, Stranger
from bot.matrix.late import Patience
from bot.matrix.wire import TryAgain
from council.people import Place
from proof.proxy import fails, proxy
from rehearsal.actor import Actor
from rehearsal.homeserver import Account, Homeserver
from rehearsal.plain import PlainActor
from tests.matrix.house import NotingBot, noting_bot
from tests.matrix.test_cipher import MALFORMED

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
TEXT = {"msgtype": "m.text", "body": "answer"}
CURVE = "A" * 43
STOCK = 50


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def homeserver(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    async with Homeserver.start(tmp_path_factory.mktemp("homeserver")) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def town(homeserver: Homeserver, request: pytest.FixtureRequest) -> AsyncIterator[SimpleNamespace]:
    """A bot's account, a resident with a client that encrypts, and a stranger who shares no room with the bot."""
    name = "".join(each for each in request.node.name if each.isalnum())[-50:].lower()
    async with aiohttp.ClientSession() as session:
        bot = await homeserver.register(f"bot-{name}", "secret")
        anna = await Actor.sign_in(session, homeserver.url, await homeserver.register(f"anna-{name}", "secret"))
        mallory = PlainActor(session, homeserver.url, await homeserver.register(f"mallory-{name}", "secret"))
        yield SimpleNamespace(bot=bot, anna=anna, mallory=mallory, session=session)
        await anna.close()


async def talks(bot: NotingBot, anna: Actor, words: str, chat: str | None = None) -> str:
    """Have the two exchange a message each way; return their chat."""
    if chat is None:
        chat = await anna.chat_with(bot.account._client.user_id)
        await bot.until_joined(chat)
    await anna.say(chat, words)
    heard = await bot.until_heard(words)
    assert heard.trusted
    await bot.wire.send(chat, "m.room.message", {**TEXT, "body": f"{words}!"}, uuid4().hex)
    await anna.look()
    assert [post.body for post in anna.timelines[chat] if post.sender != anna.user_id][-1] == f"{words}!"
    return chat


async def poisons(stranger: PlainActor, user_id: str, curve: str) -> None:
    """Send somebody's devices what no proper client sends."""
    for number, message in enumerate([*MALFORMED, [], 5]):
        for sender_key in (CURVE, "AAAA", 5):
            content = {
                "algorithm": "m.olm.v1.curve25519-aes-sha2",
                "sender_key": sender_key,
                "ciphertext": {curve: message},
            }
            where = f"/sendToDevice/m.room.encrypted/{number}-{uuid4().hex}"
            await stranger.api.put(where, {"messages": {user_id: {"*": content}}})


async def curve_of(asker: PlainActor, account: Account) -> str:
    answer = await asker.api.post("/keys/query", {"device_keys": {account.user_id: []}})
    ((device, keys),) = [
        (name, each["keys"]) for name, each in answer["device_keys"][account.user_id].items() if each["keys"]
    ]
    return str(keys[f"curve25519:{device}"])


async def test_malformed_messages_of_a_stranger_stop_nothing(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        await poisons(town.mallory, town.bot.user_id, await curve_of(town.mallory, town.bot))
        await talks(bot, town.anna, "after", chat)
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until(lambda: True)
        await town.anna.say(chat, "and after a restart")
        await bot.until_heard("and after a restart")


async def test_malformed_events_in_a_room_stop_nothing(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    odd: list[dict[str, Any]] = [
        {},
        {"algorithm": "m.megolm.v1.aes-sha2"},
        {"algorithm": [], "session_id": {}},
        {"algorithm": "m.megolm.v1.aes-sha2", "session_id": "x", "ciphertext": "AAAA", "sender_key": CURVE},
        {"algorithm": "m.megolm.v1.aes-sha2", "session_id": "x", "ciphertext": 7, "m.relates_to": []},
    ]
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        for content in odd:
            await town.anna.send_plainly(chat, "m.room.encrypted", content)
        await town.anna.say(chat, "after")
        await bot.until_heard("after")


async def test_a_residents_malformed_device_hides_nobody(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    device = town.mallory.account.device_id
    keys = {f"ed25519:{device}": "no key", f"curve25519:{device}": "nor this"}
    body = {"user_id": town.mallory.user_id, "device_id": device, "algorithms": [], "keys": keys, "signatures": {}}
    await town.mallory.api.post("/keys/upload", {"device_keys": body})
    room = await town.anna.open_room("council", invite=[town.bot.user_id, town.mallory.user_id], encrypted=True)
    await town.mallory.api.post(f"/rooms/{quote(room)}/join")

    async with noting_bot(homeserver, town.bot, tmp_path, {room: Place.COUNCIL}) as bot:
        await bot.until_joined(room)
        await talks(bot, town.anna, "hello", room)


async def test_a_homeserver_in_trouble_is_asked_seldom_and_nothing_is_lost(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with proxy(homeserver.url) as between, noting_bot(between, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        before = between.count("/sync")
        between.breaks.append(fails("/sync", 2))
        await town.anna.say(chat, "during")
        await bot.until_heard("during")
        assert between.count("/sync") - before < 10


async def test_a_key_that_could_not_be_shared_is_shared_before_anything_is_said(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with proxy(homeserver.url) as between, noting_bot(between, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        between.breaks.append(fails("/sendToDevice/m.room.encrypted", 1))
        with pytest.raises(TryAgain):
            await bot.wire.send(chat, "m.room.message", TEXT, "t1")
        await bot.wire.send(chat, "m.room.message", TEXT, "t1")
        await town.anna.look()

    assert [post.body for post in town.anna.timelines[chat] if post.sender == town.bot.user_id] == ["answer"]


async def test_keys_used_up_while_the_bot_was_down_keep_nobody_out_and_are_refilled(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await talks(bot, town.anna, "before")
        device = bot.account._client.device_id
    await use_up(town.mallory, town.bot.user_id, str(device))
    late = await Actor.sign_in(town.session, homeserver.url, await homeserver.register(f"late-{uuid4().hex}", "secret"))
    chat = await late.chat_with(town.bot.user_id)
    await late.say(chat, "while you were away")

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        assert (await bot.until_heard("while you were away")).trusted
        await talks(bot, late, "again", chat)
        assert await stock_of(bot.account._client) >= STOCK // 2
    await late.close()


async def test_old_commands_in_an_encrypted_room_are_neither_obeyed_nor_commented_on(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    room = await town.anna.open_room("council", encrypted=True)
    for number in range(15):
        await town.anna.say(room, f"!old {number}")
    await town.anna.api.post(f"/rooms/{quote(room)}/invite", {"user_id": town.bot.user_id})

    async with noting_bot(homeserver, town.bot, tmp_path, {room: Place.COUNCIL}) as bot:
        bot.account._reader.late.patience = Patience(0)
        await bot.until_joined(room)
        await talks(bot, town.anna, "new", room)
        assert bot.words() == ["new"]
        assert [each.kind for each in bot.events] == [Kind.MESSAGE]


async def test_three_hundred_encrypted_messages_while_the_bot_was_down_come_once_and_in_order(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    said = [f"line {number}" for number in range(300)]
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
    for line in said:
        await town.anna.say(chat, line)

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until_heard(said[-1])
        assert bot.words() == said


async def test_a_message_whose_key_was_lost_is_told_of_and_the_next_is_read(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    def loses_keys(name: str, body: bytes) -> web.Response | None:
        if "/sync" not in name:
            return None
        answer = json.loads(body)
        answer.pop("to_device", None)
        return web.json_response(answer)

    async with proxy(homeserver.url) as between, noting_bot(between, town.bot, tmp_path) as bot:
        bot.account._reader.late.patience = Patience(0)
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        between.breaks.append(loses_keys)
        await town.anna.say(chat, "lost")
        await bot.until(lambda: any(each.kind is Kind.LOST for each in bot.events))
        between.breaks.clear()
        town.anna._client.olm.outbound_group_sessions.clear()
        await talks(bot, town.anna, "found", chat)
        assert between.count("sendToDevice/m.room_key_request") == 1


async def test_a_store_that_is_lost_costs_no_trust_and_what_comes_next_is_read(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        before = bot.account._client.device_id
    (tmp_path / "matrix" / "crypto.db").unlink()

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await talks(bot, town.anna, "after", chat)
        assert bot.account._client.device_id != before


async def test_whoever_else_signs_in_as_the_bot_is_noticed_at_once_and_once(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    first = town.bot.device_id
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until(lambda: len(bot.strangers) == 1)
        login = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": town.bot.user_id},
            "password": town.bot.password,
            "device_id": "THIEF",
        }
        await town.mallory.api.post("/login", login)
        await bot.until(lambda: len(bot.strangers) == 2)
        await talks(bot, town.anna, "and the work goes on")

    assert bot.strangers == [Stranger(first, is_signed=False), Stranger("THIEF", is_signed=False)]


# The controls: what the same does to the library's own client. When one of them fails, upstream has closed the trap.


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


async def use_up(stranger: PlainActor, user_id: str, device: str) -> None:
    """Claim one-time keys of somebody's device until there are none."""
    for _ in range(2 * STOCK):
        answer = await stranger.api.post(
            "/keys/claim", {"one_time_keys": {user_id: {device: "signed_curve25519"}}, "timeout": 1000}
        )
        keys = answer.get("one_time_keys", {}).get(user_id, {}).get(device, {})
        if not keys or any(key.get("fallback") for key in keys.values()):
            return


async def stock_of(client: Any) -> int:
    answer = await client.call("POST", "/_matrix/client/v3/keys/upload", {})
    return int(answer["one_time_key_counts"].get("signed_curve25519", 0))

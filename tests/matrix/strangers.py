"""A bot's account, a resident and a stranger on a real homeserver, and what the three do to each other."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from uuid import uuid4

import aiohttp
import pytest
import pytest_asyncio

from rehearsal.actor import Actor
from rehearsal.homeserver import Account, Homeserver
from rehearsal.plain import PlainActor
from tests.matrix.house import NotingBot
from tests.matrix.test_cipher import MALFORMED

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


async def use_up(stranger: PlainActor, user_id: str, device: str) -> None:
    """Claim one-time keys of somebody's device until there are none."""
    for _ in range(2 * STOCK):
        answer = await stranger.api.post(
            "/keys/claim", {"one_time_keys": {user_id: {device: "signed_curve25519"}}, "timeout": 1000}
        )
        keys = answer.get("one_time_keys", {}).get(user_id, {}).get(device, {})
        if not keys or any(key.get("fallback") for key in keys.values()):
            return

"""The Matrix layer on a real homeserver, with people whose clients are not ours."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace

import aiohttp
import pytest
import pytest_asyncio
from bot.matrix.batch import Change, Doubt, Kind
from bot.matrix.wire import Undeliverable
from council.people import Place
from rehearsal.actor import Actor
from rehearsal.homeserver import Homeserver
from rehearsal.plain import PlainActor
from tests.matrix.house import COUNCIL, noting_bot

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def homeserver(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    async with Homeserver.start(tmp_path_factory.mktemp("homeserver")) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def town(homeserver: Homeserver, request: pytest.FixtureRequest) -> AsyncIterator[SimpleNamespace]:
    """A bot's account, a resident with a client that encrypts, and a member with one that does not."""
    name = "".join(each for each in request.node.name if each.isalnum())[-60:].lower()
    async with aiohttp.ClientSession() as session:
        bot = await homeserver.register(f"bot-{name}", "secret")
        anna = await Actor.sign_in(session, homeserver.url, await homeserver.register(f"anna-{name}", "secret"))
        mats = PlainActor(session, homeserver.url, await homeserver.register(f"mats-{name}", "secret"))
        yield SimpleNamespace(bot=bot, anna=anna, mats=mats, session=session)
        await anna.close()


async def test_a_message_and_its_answer_cross_an_encrypted_chat(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        await town.anna.say(chat, "hello")
        heard = await bot.until_heard("hello")
        await bot.wire.send(chat, "m.room.message", {"msgtype": "m.notice", "body": "received"}, "t1")
        await town.anna.look()

    assert heard.encrypted
    assert heard.trusted
    assert heard.device is not None
    assert [post.body for post in town.anna.timelines[chat] if post.sender == town.bot.user_id] == ["received"]

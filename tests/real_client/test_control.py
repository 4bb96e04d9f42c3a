"""The control: what the Matrix library makes of a bot by itself. Strict clients neither write to it nor read it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from rehearsal.actor import Actor
from rehearsal.homeserver import Homeserver
from tests.real_client.council import a_name, newcomer
from tests.real_client.real_client import Mode, RealClient

pytestmark = [pytest.mark.e2e, pytest.mark.real_client, pytest.mark.asyncio(loop_scope="package")]


@pytest_asyncio.fixture(loop_scope="package")
async def plain(homeserver: Homeserver) -> AsyncIterator[Actor]:
    """A bot made of the library as it is shipped, which knows no identities."""
    async with aiohttp.ClientSession() as session:
        account = await homeserver.register(a_name("plain"), "secret")
        actor = await Actor.sign_in(session, homeserver.url, account)
        yield actor
        await actor.close()


async def test_a_strict_client_and_a_bot_without_an_identity_cannot_read_each_other(
    homeserver: Homeserver, client: RealClient, plain: Actor
) -> None:
    resident = await newcomer(homeserver, client, Mode.STRICT)
    chat = await resident.chat_with(plain.user_id)
    await plain.look()
    await resident.meets(chat, plain.user_id)

    await resident.say(chat, "can you read this?")
    [heard] = await plain.read(chat)
    await plain.say(chat, "can you read this?")
    [seen] = await resident.until(chat, plain.user_id, bool)

    assert not heard.readable
    assert seen.unreadable == "UNSIGNED_SENDER_DEVICE"


async def test_a_default_client_warns_of_a_bot_without_an_identity(
    homeserver: Homeserver, client: RealClient, plain: Actor
) -> None:
    resident = await newcomer(homeserver, client, Mode.DEFAULT)
    chat = await resident.chat_with(plain.user_id)
    await plain.look()
    await resident.meets(chat, plain.user_id)

    await resident.say(chat, "can you read this?")
    [heard] = await plain.read(chat)
    await plain.say(chat, "can you read this?")
    [seen] = await resident.until(chat, plain.user_id, bool)

    assert heard.readable
    assert (seen.body, seen.shield, seen.reason) == ("can you read this?", "RED", "UNSIGNED_DEVICE")

"""Whatever becomes of the bot's process, store or device, people with other clients go on without a warning.

Two residents, a strict one and one by default, are there all the time.
"""

import asyncio
import shutil

import pytest

from proof.house import House
from tests.real_client.council import (
    CONCERN,
    a_name,
    answer_to,
    asking_again,
    asking_where,
    chat_with_bot,
    radslag,
    recovery_key,
    unsafe,
)
from tests.real_client.real_client import Device

pytestmark = [pytest.mark.e2e, pytest.mark.real_client, pytest.mark.asyncio(loop_scope="package")]


async def acquainted(house: House, residents: list[Device]) -> dict[Device, str]:
    """Have each resident register a concern, and read all that the bot says to that; return their chats.

    What she has not read by the time its sender's device is deleted, a strict client can never show her.
    """
    chats = {resident: await chat_with_bot(house, resident) for resident in residents}
    for resident, chat in chats.items():
        await resident.say(chat, CONCERN)
    for resident, chat in chats.items():
        await resident.until(chat, house.district.bot.user_id, asking_where)
    return chats


async def test_a_bot_that_was_killed_answers_what_was_sent_meanwhile(own_house: House, residents: list[Device]) -> None:
    bot = own_house.district.bot.user_id
    chats = await acquainted(own_house, residents)

    own_house.bot.kill()
    meanwhile = {resident: await resident.say(chat, "!help") for resident, chat in chats.items()}
    own_house.bot.start()

    for resident, chat in chats.items():
        await resident.until(chat, bot, answer_to(meanwhile[resident]))
        afterwards = await resident.say(chat, "!help")
        said = await resident.until(chat, bot, answer_to(afterwards))
        assert unsafe(said) == []
        assert len(answer_to(meanwhile[resident])(said)) == 1


async def test_a_bot_whose_store_and_identity_were_deleted_is_recovered_with_the_recovery_key(
    own_house: House, residents: list[Device]
) -> None:
    bot = own_house.district.bot.user_id
    chats = await acquainted(own_house, residents)
    key = recovery_key(await radslag(own_house, "identity", "bootstrap"))
    before = {resident: await resident.identity(bot) for resident in residents}

    await own_house.bot.stop()
    shutil.rmtree(own_house.bot.log.with_name("data") / "lindvassa")
    for resident, chat in chats.items():
        await resident.say(chat, "!help")
    await radslag(own_house, "identity", "recover", typed=f"{key}\n")
    own_house.bot.start()

    for resident, chat in chats.items():
        await is_asked_once_and_answered(own_house, resident, chat)
        assert await resident.identity(bot) == before[resident]


async def test_a_bot_whose_device_was_deleted_on_the_server_begins_a_new_one(
    own_house: House, residents: list[Device]
) -> None:
    bot = own_house.district.bot.user_id
    chats = await acquainted(own_house, residents)
    before = {resident: await resident.identity(bot) for resident in residents}

    await delete_devices(own_house)
    for resident, chat in chats.items():
        await resident.say(chat, "!help")
    await own_end(own_house)
    await radslag(own_house, "identity", "recover", typed="y\n")
    own_house.bot.start()

    for resident, chat in chats.items():
        await is_asked_once_and_answered(own_house, resident, chat)
        assert await resident.identity(bot) == before[resident]


async def is_asked_once_and_answered(house: House, resident: Device, chat: str) -> None:
    """See that the bot says that it missed something, once, and that all goes on from there without a warning."""
    bot = house.district.bot.user_id
    await resident.until(chat, bot, asking_again)
    again = await resident.say(chat, "!help")
    said = await resident.until(chat, bot, answer_to(again))
    assert len(asking_again(said)) == 1
    assert unsafe(said) == []


async def delete_devices(house: House) -> None:
    """Have an administrator of the homeserver delete all devices of the bot's account."""
    homeserver, bot = house.district.homeserver, house.district.bot.user_id
    admin = await homeserver.register(a_name("admin"), "secret", admin=True)
    where = f"{homeserver.url}/_synapse/admin/v2/users/{bot}/devices"
    headers = {"Authorization": f"Bearer {admin.token}"}
    session = house.district.session
    async with session.get(where, headers=headers) as answer:
        devices = [each["device_id"] for each in (await answer.json())["devices"]]
    async with session.post(
        f"{homeserver.url}/_synapse/admin/v2/users/{bot}/delete_devices", headers=headers, json={"devices": devices}
    ) as answer:
        assert answer.status == 200


async def own_end(house: House) -> None:
    """Wait until the bot has ended by itself, because the homeserver does not know it any more.

    It learns of that when it asks again for what is new, at the latest half a minute later.
    """
    async with asyncio.timeout(60):
        while True:
            if not house.bot.runs:
                return
            await asyncio.sleep(0.1)

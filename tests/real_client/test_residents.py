"""Residents whose client is not ours write to the bot in encrypted chats, and read its answers without a warning."""

from pathlib import Path

import pytest

from proof.house import House
from rehearsal.district import District
from tests.real_client.council import (
    CONCERN,
    PASSWORD,
    answer_to,
    asking_again,
    at_work,
    chat_with_bot,
    unsafe,
    with_case_number,
)
from tests.real_client.real_client import Device, Mode, RealClient

pytestmark = [pytest.mark.e2e, pytest.mark.real_client, pytest.mark.asyncio(loop_scope="package")]


async def test_the_first_message_in_a_new_chat_gets_a_receipt_with_a_case_number(
    house: House, resident: Device
) -> None:
    bot = house.district.bot.user_id
    chat = await chat_with_bot(house, resident)

    await resident.say(chat, CONCERN)

    said = await resident.until(chat, bot, with_case_number)
    assert unsafe(said) == []


async def test_plain_words_and_a_thumb_up_register_a_concern(house: House, resident: Device) -> None:
    bot = house.district.bot.user_id
    chat = await chat_with_bot(house, resident)
    told = await resident.say(chat, "The bushes hide the footpath by the station, and one does not see who comes")
    asked = await resident.until(chat, bot, answer_to(told))

    await resident.react(chat, next(each.event for each in asked if each.answers == told), "👍")

    said = await resident.until(chat, bot, with_case_number)
    assert unsafe(said) == []


async def test_what_was_sent_before_the_bot_had_keys_is_asked_for_once_and_then_answered(
    district: District, residents: list[Device], tmp_path: Path
) -> None:
    bot = district.bot.user_id
    chats = {resident: await resident.chat_with(bot) for resident in residents}
    for resident, chat in chats.items():
        await resident.say(chat, CONCERN)
        await resident.say(chat, CONCERN)

    async with at_work(district, tmp_path):
        for resident, chat in chats.items():
            await resident.meets(chat, bot)
            await resident.until(chat, bot, asking_again)
            await resident.say(chat, CONCERN)
            said = await resident.until(chat, bot, with_case_number)
            assert len(asking_again(said)) == 1
            assert unsafe(said) == []


async def test_a_second_device_reads_and_is_read_as_the_first(
    house: House, client: RealClient, resident: Device, mode: Mode
) -> None:
    bot = house.district.bot.user_id
    chat = await chat_with_bot(house, resident)
    first = await resident.say(chat, "!help")
    await resident.until(chat, bot, answer_to(first))

    second = await client.sign_in(house.district.homeserver, resident.user_id, PASSWORD, mode)
    await second.take_identity(resident)
    from_second = await second.say(chat, "!help")
    at_second = await second.until(chat, bot, answer_to(from_second))
    from_first = await resident.say(chat, "!help")
    at_second = await second.until(chat, bot, answer_to(from_first))
    at_first = await resident.until(chat, bot, answer_to(from_first))

    assert unsafe(at_first) == []
    assert unsafe([each for each in at_second if each.answers in (from_first, from_second)]) == []
    assert {each.answers for each in at_first} >= {first, from_second, from_first}

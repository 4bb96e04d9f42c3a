"""Residents whose client is not ours write to the bot in encrypted chats, and read its answers without a warning."""

import pytest

from tests.end_to_end.house import House
from tests.real_client.council import CONCERN, unsafe, with_case_number
from tests.real_client.real_client import Device

pytestmark = [pytest.mark.e2e, pytest.mark.real_client]


async def test_the_first_message_in_a_new_chat_gets_a_receipt_with_a_case_number(
    house: House, resident: Device
) -> None:
    bot = house.district.bot.user_id
    chat = await resident.chat_with(bot)
    await resident.meets(chat, bot)

    await resident.say(chat, CONCERN)

    said = await resident.until(chat, bot, with_case_number)
    assert unsafe(said) == []

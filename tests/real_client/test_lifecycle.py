"""Whatever becomes of the bot's process, store or device, people with other clients go on without a warning.

Two residents, a strict one and one by default, are there all the time.
"""

import pytest

from tests.end_to_end.house import House
from tests.real_client.council import CONCERN, answer_to, chat_with_bot, unsafe, with_case_number
from tests.real_client.real_client import Device

pytestmark = [pytest.mark.e2e, pytest.mark.real_client, pytest.mark.asyncio(loop_scope="package")]


async def acquainted(house: House, residents: list[Device]) -> dict[Device, str]:
    """Have each resident register a concern; return their chats."""
    chats = {resident: await chat_with_bot(house, resident) for resident in residents}
    for resident, chat in chats.items():
        await resident.say(chat, CONCERN)
    for resident, chat in chats.items():
        await resident.until(chat, house.district.bot.user_id, with_case_number)
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

"""A member whose client is not ours works in the council's encrypted room."""

import pytest
import pytest_asyncio

from proof.house import House
from rehearsal.district import PASSWORD
from tests.real_client.council import answer_to, unsafe
from tests.real_client.real_client import Device, Mode, RealClient

pytestmark = [pytest.mark.e2e, pytest.mark.real_client, pytest.mark.asyncio(loop_scope="package")]


@pytest_asyncio.fixture(loop_scope="package")
async def member(house: House, client: RealClient, mode: Mode) -> Device:
    """A member on a device that is signed by their own identity; another one for each mode, as nobody has two."""
    account = house.district.accounts[{Mode.STRICT: "boe", Mode.DEFAULT: "chair"}[mode]]
    device = await client.sign_in(house.district.homeserver, account.user_id, PASSWORD, mode)
    await device.introduce()
    return device


async def test_a_members_command_is_answered_and_an_edit_of_it_honoured(
    house: House, member: Device, mode: Mode
) -> None:
    bot, room = house.district.bot.user_id, house.district.rooms["council"]
    await member.meets(room, bot)

    asked = await member.say(room, f"!agenda add Lamps, {mode} (decision, 10 min)")
    said = await member.until(room, bot, answer_to(asked))
    await member.edit(room, asked, f"!agenda add Trees, {mode} (decision, 10 min)")
    said += await member.until(room, bot, lambda said: [each for each in said if f"Trees, {mode}" in each.body])

    answers = [each for each in said if each.answers == asked or f"Trees, {mode}" in each.body]
    assert "Lamps" in answers[0].body
    assert unsafe(answers) == []

"""A resident who wants to be sure verifies the bot by its fingerprint, which the operator publishes.

By fingerprint and not by emoji: nobody sits at the bot's side who could compare emoji, and a bot that confirmed them by
itself would prove nothing. The fingerprint is printed where the council's address is, and outlives every device.
"""

import re

import pytest

from proof.house import House
from tests.real_client.council import answer_to, chat_with_bot, radslag, recovery_key, unsafe
from tests.real_client.real_client import Device, Mode, RealClient, RealClientError

pytestmark = [pytest.mark.e2e, pytest.mark.real_client, pytest.mark.asyncio(loop_scope="package")]


async def test_the_published_fingerprint_verifies_the_bot(house: House, resident: Device) -> None:
    bot = house.district.bot.user_id
    chat = await chat_with_bot(house, resident)
    published = await fingerprint(house)
    assert not (await resident.identity(bot))["verified"]

    known = await resident.verify(bot, published)
    asked = await resident.say(chat, "!help")
    said = await resident.until(chat, bot, answer_to(asked))

    assert known == {"fingerprint": published.replace(" ", ""), "verified": True, "needs_approval": False}
    assert all(device["verified"] for device in (await resident.devices(bot)).values() if device["signed_by_owner"])
    assert unsafe(said) == []


async def test_another_fingerprint_does_not(house: House, resident: Device) -> None:
    bot = house.district.bot.user_id
    published = await fingerprint(house)

    with pytest.raises(RealClientError, match="the fingerprint is another"):
        await resident.verify(bot, published.swapcase())

    assert not (await resident.identity(bot))["verified"]


async def test_a_changed_identity_is_told_to_whoever_knew_the_old_one(
    own_house: House, residents: list[Device]
) -> None:
    bot = own_house.district.bot.user_id
    for resident in residents:
        await chat_with_bot(own_house, resident)
        await resident.verify(bot, await fingerprint(own_house))

    await own_house.bot.stop()
    await radslag(own_house, "identity", "reset", typed=f"{bot}\n")
    own_house.bot.start()
    changed = await fingerprint(own_house)

    for resident in residents:
        known = await resident.identity(bot)
        assert known == {"fingerprint": changed.replace(" ", ""), "verified": False, "needs_approval": True}


async def test_an_operator_signs_a_client_of_their_own_with_the_recovery_key(
    house: House, client: RealClient, residents: list[Device]
) -> None:
    bot = house.district.bot
    for resident in residents:
        await chat_with_bot(house, resident)
    before = [await resident.identity(bot.user_id) for resident in residents]
    key = recovery_key(await radslag(house, "identity", "bootstrap"))

    operator = await client.sign_in(house.district.homeserver, bot.user_id, bot.password, Mode.STRICT)
    await operator.recover_identity(key)

    for resident in residents:
        assert (await resident.devices(bot.user_id))[operator.device_id]["signed_by_owner"]
    assert [await resident.identity(bot.user_id) for resident in residents] == before


async def fingerprint(house: House) -> str:
    """Return what the operator publishes. That there is no recovery key yet does not matter here."""
    said = await radslag(house, "identity", "status", codes=(0, 1))
    found = re.search(r"Its fingerprint: (.+)", said)
    assert found, said
    return found[1]

"""The bot as a process of its own on a real homeserver: it hears, answers, and outlives what happens to the others."""

import pytest

from proof.house import House, answered
from rehearsal.plain import PlainActor

pytestmark = [pytest.mark.e2e]


async def test_a_command_in_an_encrypted_room_is_answered_there(house: House) -> None:
    asked = await house.says("boe", "!agenda add Lamps (decision, 10 min)", "council")

    [answer] = await house.until_answered("secretary", [asked], "council")

    assert "Lamps" in answer.body
    assert answer.encrypted


async def test_a_command_in_the_open_room_is_answered_in_the_open(house: House) -> None:
    asked = await house.says("onlooker", "!next", "open")

    [answer] = await house.until_answered("onlooker", [asked], "open")

    assert "9 April 2026" in answer.body
    assert not answer.encrypted


async def test_a_concern_in_an_encrypted_chat_gets_a_receipt_and_reaches_the_secretariat(house: House) -> None:
    asked = await house.says("k13", "!concern The bushes hide the footpath")

    receipt, *_questions = await house.until_answered("k13", [asked])
    shown = await house.until("secretary", lambda posts: any("bushes" in post.body for post in posts), "secretariat")

    assert "TR-2026-0031" in receipt.body
    assert receipt.encrypted
    assert all(post.encrypted for post in shown)
    assert not any("lotta" in post.body.casefold() for post in shown)


async def test_nothing_is_ever_said_in_clear_in_an_encrypted_room(house: House) -> None:
    asked = await house.says("boe", "!agenda add Lamps", "council")
    await house.until_answered("secretary", [asked], "council")
    district = house.district
    onlooker = PlainActor(district.session, district.homeserver.url, district.accounts["secretary"])

    await onlooker.look()

    raw = [post for post in onlooker.timelines[district.rooms["council"]] if post.sender == district.bot.user_id]
    assert raw
    assert not any(post.readable for post in raw)


async def test_the_homeserver_may_go_away_and_come_back(house: House) -> None:
    first = await house.says("boe", "!agenda add Before", "council")
    await house.until_answered("secretary", [first], "council")

    await house.district.homeserver.kill()
    await house.district.homeserver.resume()
    second = await house.says("boe", "!agenda add After", "council")
    answers = await house.until_answered("secretary", [first, second], "council")

    assert [answered(post) for post in answers] == [first, second]


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_three_hundred_messages_sent_while_the_bot_is_down_are_handled_once_and_in_order(house: House) -> None:
    await house.until_answered("secretary", [await house.says("boe", "!agenda add First", "council")], "council")
    await house.bot.stop()

    asked = [await house.says("boe", f"!agenda add Item number {number}", "council") for number in range(300)]
    house.bot.start()
    answers = await house.until_answered("secretary", asked, "council")

    assert [answered(post) for post in answers] == asked

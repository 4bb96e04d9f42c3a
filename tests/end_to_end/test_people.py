"""The homeserver and the people of the rehearsal: what the other tests rest on."""

from pathlib import Path

import aiohttp
import pytest

from rehearsal.actor import Actor
from rehearsal.homeserver import Homeserver, HomeserverError
from rehearsal.plain import PlainActor

pytestmark = [pytest.mark.e2e]


async def test_accounts_rooms_and_tokens_outlive_a_kill_of_the_homeserver(homeserver: Homeserver) -> None:
    account = await homeserver.register("survivor", "secret", display_name="Survivor")
    async with aiohttp.ClientSession() as session:
        actor = PlainActor(session, homeserver.url, account)
        room = await actor.open_room("Room")
        await actor.say(room, "before")

        await homeserver.kill()
        await homeserver.resume()
        await actor.say(room, "after")

        assert [post.body for post in await actor.read(room)] == ["before", "after"]


async def test_a_name_that_is_taken_is_refused(homeserver: Homeserver) -> None:
    await homeserver.register("taken", "secret")

    with pytest.raises(HomeserverError, match="M_USER_IN_USE"):
        await homeserver.register("taken", "secret")


async def test_a_homeserver_listens_to_this_machine_only(homeserver: Homeserver) -> None:
    settings = (homeserver.folder / "homeserver.yaml").read_text()

    assert '"bind_addresses": [\n        "127.0.0.1"\n      ]' in settings
    assert '"federation"' not in settings


async def test_two_people_understand_each_other_in_an_encrypted_chat(homeserver: Homeserver) -> None:
    async with aiohttp.ClientSession() as session:
        anna = await Actor.sign_in(session, homeserver.url, await homeserver.register("anna", "secret"))
        bo = await Actor.sign_in(session, homeserver.url, await homeserver.register("bo", "secret"))
        chat = await anna.chat_with(bo.user_id)
        await bo.look()
        first = await anna.say(chat, "Hej!")
        await bo.react(chat, first, "👍")
        await bo.answer(chat, first, "Hej själv!")
        await bo.say_in_thread(chat, first, "i tråd")
        await anna.edit(chat, first, "Hej på dig!")

        [hello, reply, threaded] = await bo.read(chat)
        raw = await PlainActor(session, homeserver.url, bo.account).read(chat)

        assert (hello.body, hello.versions, hello.encrypted) == ("Hej på dig!", ("Hej!",), True)
        assert (reply.reply_to, threaded.thread) == (first, first)
        assert not any(post.readable for post in raw)
        assert [each.key for post in await anna.read(chat) for each in post.reactions] == ["👍"]
        await anna.close()
        await bo.close()


async def test_a_long_absence_leaves_no_gap(homeserver: Homeserver) -> None:
    async with aiohttp.ClientSession() as session:
        cecilia = await Actor.sign_in(session, homeserver.url, await homeserver.register("cecilia", "secret"))
        dan = await Actor.sign_in(session, homeserver.url, await homeserver.register("dan", "secret"))
        chat = await cecilia.chat_with(dan.user_id)
        await dan.look()

        for number in range(130):
            await cecilia.say(chat, str(number))

        assert [post.body for post in await dan.read(chat)] == [str(number) for number in range(130)]
        await cecilia.close()
        await dan.close()


async def test_a_homeserver_that_cannot_start_says_why(tmp_path: Path) -> None:
    broken = Homeserver(tmp_path / "homeserver")
    broken.settle_in()
    (broken.folder / "homeserver.yaml").write_text("server_name: [")

    with pytest.raises(HomeserverError, match="did not start"):
        await broken.resume()

"""The Matrix layer on a real homeserver, with people whose clients are not ours."""

import asyncio
import io
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote

import aiohttp
import pytest
import pytest_asyncio

from bot.matrix.account import LoggedOut, Unfetchable
from bot.matrix.batch import Change, Doubt
from bot.matrix.identity_file import FILE_NAME
from bot.matrix.login import Login
from bot.matrix.wire import Undeliverable
from council.people import Place
from rehearsal.actor import Actor
from rehearsal.api import Api, ApiError
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


async def test_every_message_sent_while_the_bot_was_down_comes_once_and_in_order(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    said = [f"line {number}" for number in range(300)]
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        room = await town.mats.open_room("council", invite=[town.bot.user_id], direct=True)
        await bot.until_joined(room)

    for line in said:
        await town.mats.say(room, line)

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until_heard(said[-1])
        assert bot.words() == said


async def test_every_encrypted_message_sent_while_the_bot_was_down_is_read_in_order(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    said = [f"line {number}" for number in range(120)]
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        await town.anna.say(chat, "hello")
        await bot.until_heard("hello")

    for line in said:
        await town.anna.say(chat, line)

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until_heard(said[-1])
        assert bot.words() == said
        assert all(each.encrypted for each in bot.events)


async def test_in_a_direct_chat_everything_since_the_invitation_counts(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until(lambda: True)
    room = await town.mats.open_room("", direct=True)
    await town.mats.say(room, "before")
    where = f"/rooms/{quote(room)}/state/m.room.member/{quote(town.bot.user_id)}"
    await town.mats.api.put(where, {"membership": "invite", "is_direct": True})
    await town.mats.say(room, "after")

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until_heard("after")
        assert bot.words() == ["after"]


async def test_in_the_councils_room_nothing_from_before_the_bot_joined_counts(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    room = await town.mats.open_room("council", invite=[town.bot.user_id])
    for number in range(60):
        await town.mats.say(room, f"old {number}")

    async with noting_bot(homeserver, town.bot, tmp_path, {room: Place.COUNCIL}) as bot:
        await bot.until_joined(room)
        await town.mats.say(room, "new")
        await bot.until_heard("new")
        assert bot.words() == ["new"]


async def test_notices_and_our_own_messages_never_arrive(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        await bot.wire.send(chat, "m.room.message", {"msgtype": "m.text", "body": "mine"}, "t1")
        await town.anna.send(chat, "m.room.message", {"msgtype": "m.notice", "body": "another bot's"})
        await town.anna.say(chat, "words")
        await bot.until_heard("words")

    assert [each.body for each in bot.events] == ["words"]


async def test_what_is_not_encrypted_in_an_encrypted_room_is_in_doubt(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        await town.anna.send_plainly(chat, "m.room.message", {"msgtype": "m.text", "body": "!approve 9"})
        heard = await bot.until_heard("!approve 9")

    assert heard.doubt is Doubt.IN_CLEAR


async def test_a_ciphertext_sent_again_is_a_replay_even_after_a_restart(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        first = await town.anna.say(chat, "!approve 7")
        await bot.until_heard("!approve 7")
    raw = await town.anna.api.get(f"/rooms/{quote(chat)}/event/{quote(first)}")
    again = await town.anna.send_plainly(chat, "m.room.encrypted", raw["content"])

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until(lambda: any(each.event == again for each in bot.events))
        assert [each.doubt for each in bot.events if each.event == again] == [Doubt.REPLAYED]


async def test_a_room_that_becomes_encrypted_while_the_bot_is_down_never_hears_it_in_clear(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        room = await town.anna.open_room("", invite=[town.bot.user_id], direct=True)
        await bot.until_joined(room)
    where = f"/rooms/{quote(room)}/state/m.room.encryption/"
    await town.anna.api.put(where, {"algorithm": "m.megolm.v1.aes-sha2"})

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        event = await bot.wire.send(room, "m.room.message", {"msgtype": "m.text", "body": "minutes"}, "t1")
        raw = await town.anna.api.get(f"/rooms/{quote(room)}/event/{quote(event)}")

    assert raw["type"] == "m.room.encrypted"


async def test_one_transaction_is_one_event_and_can_be_found_again(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    content = {"msgtype": "m.text", "body": "reminder"}
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        first = await bot.wire.send(chat, "m.room.message", content, "same")
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        second = await bot.wire.send(chat, "m.room.message", content, "same")
        found = await bot.wire.find(chat, "same", 0)
        missing = await bot.wire.find(chat, "never", 0)

    assert first == second == found
    assert missing is None


async def test_an_edit_a_thread_a_pin_a_reaction_and_a_removal_reach_the_reader(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await bot.wire.open_chat(town.anna.user_id, "chat")
        assert await bot.wire.open_chat(town.anna.user_id, "chat") == chat
        await town.anna.look()
        root = await bot.wire.send(chat, "m.room.message", {"msgtype": "m.text", "body": "first"}, "t1")
        edit = {
            "msgtype": "m.text",
            "body": "* second",
            "m.new_content": {"msgtype": "m.text", "body": "second"},
            "m.relates_to": {"rel_type": "m.replace", "event_id": root},
        }
        await bot.wire.send(chat, "m.room.message", edit, "t2")
        threaded = {"msgtype": "m.text", "body": "inside", "m.relates_to": {"rel_type": "m.thread", "event_id": root}}
        await bot.wire.send(chat, "m.room.message", threaded, "t3")
        await bot.wire.react(chat, root, "👍", "t4")
        gone = await bot.wire.send(chat, "m.room.message", {"msgtype": "m.text", "body": "gone"}, "t5")
        await bot.wire.redact(chat, gone, "t6")
        await bot.wire.pin(chat, root)
        await bot.wire.pin(chat, root)
        await town.anna.look()

    posts = {post.event_id: post for post in town.anna.timelines[chat]}
    assert posts[root].body == "second"
    assert [each.key for each in posts[root].reactions] == ["👍"]
    assert [post.body for post in posts.values() if post.thread == root] == ["inside"]
    assert posts[gone].deleted
    pins = await town.anna.api.get(f"/rooms/{quote(chat)}/state/m.room.pinned_events/")
    assert pins == {"pinned": [root]}


async def test_the_councils_room_is_opened_and_closed_to_people_however_often_it_is_tried(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    power = {"users": {town.bot.user_id: 50}}
    room = await town.mats.open_room("council", invite=[town.bot.user_id], power_level_content_override=power)
    async with noting_bot(homeserver, town.bot, tmp_path, {room: Place.COUNCIL}) as bot:
        await bot.until_joined(room)
        for _ in range(2):
            await bot.wire.admit(room, town.anna.user_id)
        await town.anna.api.post(f"/join/{quote(room)}")
        await bot.wire.admit(room, town.anna.user_id)
        inside = await town.mats.members(room)
        for _ in range(2):
            await bot.wire.dismiss(room, town.anna.user_id)
        after = await town.mats.members(room)

    assert inside - after == {town.anna.user_id}


async def test_a_direct_chat_that_a_third_person_enters_is_left(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        await town.anna.api.post(f"/rooms/{quote(chat)}/invite", {"user_id": town.mats.user_id})
        await bot.until(lambda: any(each.kind is Change.CROWDED for each in bot.changes))
        with pytest.raises(Undeliverable):
            await bot.wire.send(chat, "m.room.message", {"msgtype": "m.text", "body": "for Anna"}, "t1")


async def test_a_room_that_is_neither_ours_nor_a_direct_chat_is_refused(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        room = await town.mats.open_room("somewhere", invite=[town.bot.user_id])
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        members = await town.mats.api.get(f"/rooms/{quote(room)}/joined_members")

    assert town.bot.user_id not in members["joined"]
    assert [each.room_id for each in bot.changes if each.kind is Change.JOINED] == [chat]


async def test_an_upgraded_room_is_followed_under_the_same_number(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path, rooms := {}) as bot:
        pass
    room = await town.mats.open_room("council", invite=[town.bot.user_id])
    rooms[room] = Place.COUNCIL
    async with noting_bot(homeserver, town.bot, tmp_path, rooms) as bot:
        await bot.until_joined(room)
        async with bot.database.work(COUNCIL) as work:
            before = await work.rooms.of(Place.COUNCIL)
        answer = await town.mats.api.post(f"/rooms/{quote(room)}/upgrade", {"new_version": "12"})
        new = answer["replacement_room"]
        await town.mats.api.post(f"/rooms/{quote(new)}/invite", {"user_id": town.bot.user_id})
        await bot.until(lambda: any(each.kind is Change.MOVED for each in bot.changes))
        await town.mats.say(new, "here we are")
        await bot.until_heard("here we are")
        async with bot.database.work(COUNCIL) as work:
            after = await work.rooms.of(Place.COUNCIL)

    assert before is not None
    assert after is not None
    assert (after.number, after.matrix_id) == (before.number, new)


async def test_the_bot_reads_on_when_the_homeserver_was_away(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        await homeserver.restart()
        await town.anna.say(chat, "still there?")
        await bot.until_heard("still there?")


async def test_a_bot_that_is_restored_on_another_machine_ends_the_one_that_is_still_at_work(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (there / "matrix").mkdir(mode=0o700, parents=True)
    here.mkdir()
    async with noting_bot(homeserver, town.bot, here) as old:
        chat = await town.anna.chat_with(town.bot.user_id)
        await old.until_joined(chat)
        shutil.copy(here / "matrix" / FILE_NAME, there / "matrix")
        with (
            closing(sqlite3.connect(here / "radslag.db")) as source,
            closing(sqlite3.connect(there / "radslag.db")) as copy,
        ):
            source.backup(copy)
        async with noting_bot(homeserver, town.bot, there) as new:
            await town.anna.say(chat, "who answers?")
            heard = await new.until_heard("who answers?")
            with pytest.raises(LoggedOut):
                await asyncio.wait_for(old.account.run(old.handle), 30)

    assert heard.trusted
    assert "who answers?" not in old.words()


async def test_a_stolen_token_is_dead_after_the_runbook_and_a_new_device_is_read_and_answered(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
    stolen = Login.stored(tmp_path / "matrix")
    assert stolen
    thief = Api(town.session, homeserver.url, stolen.token)
    before = await thief.get("/account/whoami")
    operator = await homeserver.register("root", "secret", admin=True)

    async with town.session.post(
        f"{homeserver.url}/_synapse/admin/v1/reset_password/{quote(town.bot.user_id)}",
        json={"new_password": "another", "logout_devices": True},
        headers={"Authorization": f"Bearer {operator.token}"},
    ) as answer:
        assert answer.status == 200
    for kept in ("login.json", "crypto.db"):
        (tmp_path / "matrix" / kept).unlink()
    async with noting_bot(homeserver, replace(town.bot, password="another"), tmp_path) as bot:
        await town.anna.say(chat, "are you back?")
        heard = await bot.until_heard("are you back?")
        sent = await bot.wire.send(chat, "m.room.message", {"msgtype": "m.notice", "body": "yes"}, "t1")
        await town.anna.look()

    assert before["device_id"] == stolen.device_id
    assert heard.trusted
    assert [post.body for post in town.anna.timelines[chat] if post.event_id == sent] == ["yes"]
    for attempt in (thief.get("/account/whoami"), thief.get("/sync"), thief.post("/logout/all")):
        with pytest.raises(ApiError, match="401 M_UNKNOWN_TOKEN"):
            await attempt
    with pytest.raises(ApiError, match="403"):
        await thief.post("/login", {"type": "m.login.password", "user": town.bot.user_id, "password": "secret"})


async def test_an_encrypted_file_crosses_both_ways_and_its_homeserver_sees_none_of_it(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        client = town.anna._client
        answer, keys = await client.upload(
            lambda *_: io.BytesIO(b"a broken lamp"), "image/jpeg", "lamp.jpg", encrypt=True, filesize=13
        )
        file = {**keys, "url": answer.content_uri}
        content = {"msgtype": "m.image", "body": "lamp.jpg", "info": {"mimetype": "image/jpeg"}, "file": file}
        await town.anna.send(chat, "m.room.message", content)
        arrived = await bot.until_heard("lamp.jpg")
        assert arrived.file is not None
        there = await bot.account.download(arrived.file, 1000)
        with pytest.raises(Unfetchable):
            await bot.account.download(arrived.file, 5)
        sent = await bot.wire.send_file(chat, "minutes.txt", "text/plain", b"decided", "t1")
        again = await bot.wire.send_file(chat, "minutes.txt", "text/plain", b"decided", "t1")
        raw = await town.anna.api.get(f"/rooms/{quote(chat)}/event/{quote(sent)}")
        await town.anna.look()

    assert there == b"a broken lamp"
    assert arrived.trusted
    assert sent == again
    assert raw["type"] == "m.room.encrypted"
    assert [post.body for post in town.anna.timelines[chat] if post.sender == town.bot.user_id] == ["minutes.txt"]


async def test_a_command_in_an_encrypted_room_brings_the_words_it_answers(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        first = await town.anna.say(chat, "The lamp is broken.")
        await town.anna.answer(chat, first, "!agenda add")
        theirs = await bot.until_heard("!agenda add")
        ours = await bot.wire.send(chat, "m.room.message", {"msgtype": "m.text", "body": "Received."}, "t1")
        await town.anna.answer(chat, ours, "!help")
        own = await bot.until_heard("!help")

    assert theirs.replied == "The lamp is broken."
    assert own.replied == "Received."

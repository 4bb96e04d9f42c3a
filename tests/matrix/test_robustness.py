"""What breaks a plain client does not break the bot: on a real homeserver, with the plain library as control."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from aiohttp import web

from bot.matrix.batch import Kind, Stranger
from bot.matrix.late import Patience
from bot.matrix.wire import TryAgain
from council.people import Place
from proof.proxy import fails, proxy
from rehearsal.actor import Actor
from rehearsal.homeserver import Homeserver
from storage.backup_keys import last_restoration
from tests.matrix.house import COUNCIL, noting_bot
from tests.matrix.strangers import CURVE, STOCK, TEXT, curve_of, homeserver, poisons, talks, town, use_up

__all__ = ["homeserver", "town"]
pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


async def test_malformed_messages_of_a_stranger_stop_nothing(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        await poisons(town.mallory, town.bot.user_id, await curve_of(town.mallory, town.bot))
        await talks(bot, town.anna, "after", chat)
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until(lambda: True)
        await town.anna.say(chat, "and after a restart")
        await bot.until_heard("and after a restart")


async def test_malformed_events_in_a_room_stop_nothing(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    odd: list[dict[str, Any]] = [
        {},
        {"algorithm": "m.megolm.v1.aes-sha2"},
        {"algorithm": [], "session_id": {}},
        {"algorithm": "m.megolm.v1.aes-sha2", "session_id": "x", "ciphertext": "AAAA", "sender_key": CURVE},
        {"algorithm": "m.megolm.v1.aes-sha2", "session_id": "x", "ciphertext": 7, "m.relates_to": []},
    ]
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        for content in odd:
            await town.anna.send_plainly(chat, "m.room.encrypted", content)
        await town.anna.say(chat, "after")
        await bot.until_heard("after")


async def test_a_residents_malformed_device_hides_nobody(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    device = town.mallory.account.device_id
    keys = {f"ed25519:{device}": "no key", f"curve25519:{device}": "nor this"}
    body = {"user_id": town.mallory.user_id, "device_id": device, "algorithms": [], "keys": keys, "signatures": {}}
    await town.mallory.api.post("/keys/upload", {"device_keys": body})
    room = await town.anna.open_room("council", invite=[town.bot.user_id, town.mallory.user_id], encrypted=True)
    await town.mallory.api.post(f"/rooms/{quote(room)}/join")

    async with noting_bot(homeserver, town.bot, tmp_path, {room: Place.COUNCIL}) as bot:
        await bot.until_joined(room)
        await talks(bot, town.anna, "hello", room)


async def test_a_homeserver_in_trouble_is_asked_seldom_and_nothing_is_lost(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with proxy(homeserver.url) as between, noting_bot(between, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        before = between.count("/sync")
        between.breaks.append(fails("/sync", 2))
        await town.anna.say(chat, "during")
        await bot.until_heard("during")
        assert between.count("/sync") - before < 10


async def test_a_key_that_could_not_be_shared_is_shared_before_anything_is_said(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with proxy(homeserver.url) as between, noting_bot(between, town.bot, tmp_path) as bot:
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        between.stops.append(fails("/sendToDevice/m.room.encrypted", 1))
        with pytest.raises(TryAgain):
            await bot.wire.send(chat, "m.room.message", TEXT, "t1")
        await bot.wire.send(chat, "m.room.message", TEXT, "t1")
        await town.anna.look()

    assert [post.body for post in town.anna.timelines[chat] if post.sender == town.bot.user_id] == ["answer"]


async def test_keys_used_up_while_the_bot_was_down_keep_nobody_out_and_are_refilled(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await talks(bot, town.anna, "before")
        device = bot.account._client.device_id
    await use_up(town.mallory, town.bot.user_id, str(device))
    late = await Actor.sign_in(town.session, homeserver.url, await homeserver.register(f"late-{uuid4().hex}", "secret"))
    chat = await late.chat_with(town.bot.user_id)
    await late.say(chat, "while you were away")

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        assert (await bot.until_heard("while you were away")).trusted
        await talks(bot, late, "again", chat)
        assert await stock_of(bot.account._client) >= STOCK // 2
    await late.close()


async def test_old_commands_in_an_encrypted_room_are_neither_obeyed_nor_commented_on(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    room = await town.anna.open_room("council", encrypted=True)
    for number in range(15):
        await town.anna.say(room, f"!old {number}")
    await town.anna.api.post(f"/rooms/{quote(room)}/invite", {"user_id": town.bot.user_id})

    async with noting_bot(homeserver, town.bot, tmp_path, {room: Place.COUNCIL}) as bot:
        bot.account._reader.late.patience = Patience(0)
        await bot.until_joined(room)
        await talks(bot, town.anna, "new", room)
        assert bot.words() == ["new"]
        assert [each.kind for each in bot.events] == [Kind.MESSAGE]


async def test_three_hundred_encrypted_messages_while_the_bot_was_down_come_once_and_in_order(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    said = [f"line {number}" for number in range(300)]
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
    for line in said:
        await town.anna.say(chat, line)

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until_heard(said[-1])
        assert bot.words() == said


async def test_a_message_whose_key_was_lost_is_told_of_and_the_next_is_read(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    def loses_keys(name: str, body: bytes) -> web.Response | None:
        if "/sync" not in name:
            return None
        answer = json.loads(body)
        answer.pop("to_device", None)
        return web.json_response(answer)

    async with proxy(homeserver.url) as between, noting_bot(between, town.bot, tmp_path) as bot:
        bot.account._reader.late.patience = Patience(0)
        chat = await town.anna.chat_with(town.bot.user_id)
        await bot.until_joined(chat)
        between.breaks.append(loses_keys)
        await town.anna.say(chat, "lost")
        await bot.until(lambda: any(each.kind is Kind.LOST for each in bot.events))
        between.breaks.clear()
        town.anna._client.olm.outbound_group_sessions.clear()
        await talks(bot, town.anna, "found", chat)
        assert between.count("sendToDevice/m.room_key_request") == 1


async def test_a_store_that_is_lost_costs_no_trust_and_what_comes_next_is_read(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        chat = await talks(bot, town.anna, "before")
        before = bot.account._client.device_id
        async with bot.database.work(COUNCIL) as work:
            assert await last_restoration(work.session) is None
    (tmp_path / "matrix" / "crypto.db").unlink()

    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await talks(bot, town.anna, "after", chat)
        assert bot.account._client.device_id != before
        # What the old device has said the homeserver does not know again: the rooms are asked.
        async with bot.database.work(COUNCIL) as work:
            assert await last_restoration(work.session)


async def test_whoever_else_signs_in_as_the_bot_is_noticed_at_once_and_once(
    homeserver: Homeserver, town: SimpleNamespace, tmp_path: Path
) -> None:
    first = town.bot.device_id
    async with noting_bot(homeserver, town.bot, tmp_path) as bot:
        await bot.until(lambda: len(bot.strangers) == 1)
        login = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": town.bot.user_id},
            "password": town.bot.password,
            "device_id": "THIEF",
        }
        await town.mallory.api.post("/login", login)
        await bot.until(lambda: len(bot.strangers) == 2)
        await talks(bot, town.anna, "and the work goes on")

    assert bot.strangers == [Stranger(first, is_signed=False), Stranger("THIEF", is_signed=False)]


async def stock_of(client: Any) -> int:
    answer = await client.call("POST", "/_matrix/client/v3/keys/upload", {})
    return int(answer["one_time_key_counts"].get("signed_curve25519", 0))

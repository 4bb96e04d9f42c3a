"""Files cross an encrypted chat both ways, between the bot's Matrix layer and a client that is not ours."""

import random
from pathlib import Path

import pytest

from bot.matrix.batch import Kind
from rehearsal.homeserver import Homeserver
from tests.matrix.house import noting_bot
from tests.real_client.council import a_name
from tests.real_client.real_client import Device

pytestmark = [pytest.mark.e2e, pytest.mark.real_client, pytest.mark.asyncio(loop_scope="package")]
PICTURE = random.Random(1).randbytes(300_000)
MINUTES = random.Random(2).randbytes(200_000)


async def test_a_file_crosses_both_ways(homeserver: Homeserver, resident: Device, tmp_path: Path) -> None:
    account = await homeserver.register(a_name("files"), "secret")
    async with noting_bot(homeserver, account, tmp_path) as bot:
        chat = await resident.chat_with(account.user_id)
        await resident.meets(chat, account.user_id)

        await resident.attach(chat, "footpath.png", "image/png", PICTURE)
        await bot.until(lambda: any(each.kind is Kind.FILE for each in bot.events))
        [sent] = [each for each in bot.events if each.kind is Kind.FILE]
        assert sent.file is not None
        fetched = await bot.account.download(sent.file, 1_000_000)
        await bot.wire.send_file(chat, "minutes.pdf", "application/pdf", MINUTES, "t1")
        [seen] = await resident.until(chat, account.user_id, bool)

        assert (sent.file.name, sent.file.mimetype, sent.trusted) == ("footpath.png", "image/png", True)
        assert fetched == PICTURE
        assert seen.is_safe
        assert (seen.body, seen.content["msgtype"]) == ("minutes.pdf", "m.file")
        assert await resident.fetch(chat, seen.event) == MINUTES

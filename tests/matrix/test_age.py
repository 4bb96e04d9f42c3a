"""An encryption store that was put back to an earlier moment, be it a second ago, is known for what it is."""

import shutil
from pathlib import Path

import pytest

from bot.matrix.age import KIND
from bot.matrix.http import Trouble
from bot.matrix.identity import DeviceRefused
from bot.matrix.wire import TryAgain
from tests.matrix.faults import KeyDesk, fault_server, page
from tests.matrix.parties import ROOM, gather, party

TEXT = {"msgtype": "m.text", "body": "hello"}
BOT, ANNA = "@bot:town", "@anna:town"


async def test_before_another_device_sees_something_of_a_change_the_homeserver_knows_of_it(tmp_path: Path) -> None:
    async with fault_server() as faults:
        desk = KeyDesk(faults)
        async with party(faults, tmp_path, BOT) as bot, party(faults, tmp_path, ANNA) as anna:
            gather(desk, [bot, anna])
            known: list[tuple[int, int]] = []

            def notes(asked: object) -> dict[str, object]:
                known.append((desk.account_data[BOT][KIND]["BOT"], bot.client.age.value))
                return {}

            faults.on("PUT sendToDevice", notes)
            await bot.cipher.seal(ROOM, "m.room.message", TEXT)
            bot.cipher.renew(ROOM)
            await bot.cipher.seal(ROOM, "m.room.message", TEXT)

    assert len(known) == 2
    assert all(told == grown for told, grown in known)


async def test_what_the_homeserver_cannot_be_told_of_is_not_done(tmp_path: Path) -> None:
    async with fault_server() as faults:
        desk = KeyDesk(faults)
        async with party(faults, tmp_path, BOT) as bot, party(faults, tmp_path, ANNA) as anna:
            gather(desk, [bot, anna])
            faults.on("PUT user/", lambda _: page(502))
            with pytest.raises(TryAgain):
                await bot.delivery.send(ROOM, "m.room.message", TEXT, "t1")

    assert not faults.count("PUT sendToDevice")
    assert not faults.count("PUT rooms/")


async def test_a_copy_of_a_moment_ago_is_refused_though_our_database_is_as_old(tmp_path: Path) -> None:
    async with fault_server() as faults:
        desk = KeyDesk(faults)
        async with party(faults, tmp_path, BOT) as bot, party(faults, tmp_path, ANNA) as anna:
            gather(desk, [bot, anna])
            await bot.cipher.seal(ROOM, "m.room.message", TEXT)
        folder = tmp_path / "bot-town" / "BOT"
        shutil.copy(folder / "crypto.db", tmp_path / "copy.db")
        async with party(faults, tmp_path, BOT) as bot:
            gather(desk, [bot, anna])
            await bot.client.age.compare_with_homeserver()
            desk.inbox.clear()
            await bot.cipher.seal(ROOM, "m.room.message", TEXT)
        shutil.copy(tmp_path / "copy.db", folder / "crypto.db")

        async with party(faults, tmp_path, BOT) as bot:
            with pytest.raises(DeviceRefused, match="radslag identity recover"):
                await bot.client.age.compare_with_homeserver()


async def test_a_homeserver_that_does_not_say_is_asked_again(tmp_path: Path) -> None:
    async with fault_server() as faults:
        KeyDesk(faults)
        async with party(faults, tmp_path, BOT) as bot:
            faults.on("GET user/", lambda _: page(502))
            with pytest.raises(Trouble):
                await bot.client.age.compare_with_homeserver()

"""What the tests ask of the council's bot and of those who talk with it."""

import asyncio
import itertools
import re
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from proof.house import House
from proof.house import at_work as at_work_at_opening
from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from tests.real_client.real_client import Device, Mode, RealClient, Seen

FEW = ("chair", "secretary", "registrar", "operator", "boe")
PASSWORD = "a resident's own"
CONCERN = "!concern The bushes hide the footpath"
CASE_NUMBER = "TR-2026-"
WHERE = f"Where is {CASE_NUMBER}"
ONCE_MORE = "Please write it once more."
_numbers = itertools.count(1)


@asynccontextmanager
async def settled(homeserver: Homeserver) -> AsyncIterator[District]:
    """Make a council with its rooms, under names of its own. Its bot has an account only."""
    cast = read_cast().only(*FEW)
    async with District.settled(homeserver, cast, "en", prefix=f"r{next(_numbers)}-") as district:
        yield district


@asynccontextmanager
async def at_work(district: District, folder: Path) -> AsyncIterator[House]:
    """Run the bot for as long as the block lasts, while time passes."""
    async with at_work_at_opening(district, folder) as house:
        house.clock.run()
        yield house


def a_name(kind: str) -> str:
    """Return the local part of an account that nobody has yet."""
    return f"{kind}{next(_numbers)}"


async def newcomer(homeserver: Homeserver, client: RealClient, mode: Mode) -> Device:
    """Make a resident who has an identity and one device."""
    account = await homeserver.register(a_name("resident"), PASSWORD)
    device = await client.sign_in(homeserver, account.user_id, PASSWORD, mode)
    await device.introduce()
    return device


async def chat_with_bot(house: House, device: Device) -> str:
    """Open a person's direct chat with the bot, and wait until it has come."""
    chat = await device.chat_with(house.district.bot.user_id)
    await device.meets(chat, house.district.bot.user_id)
    return chat


async def radslag(house: House, *words: str, typed: str = "", codes: tuple[int, ...] = (0,)) -> str:
    """Run the operator's command on the bot's settings; return what it said.

    Args:
        typed: what the operator answers to its questions, each with the end of its line.
        codes: the exit codes that are well here.

    Raises:
        AssertionError: it ended with another.
    """
    command = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words, "--config", str(house.bot.log.with_name("config.yaml"))),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    output, _ = await command.communicate(typed.encode())
    said = output.decode()
    assert command.returncode in codes, said
    return said


def recovery_key(said: str) -> str:
    """Return the recovery key as it was shown."""
    found = re.search(r"^ {4}(E\w{3}(?: \w{1,4})+)$", said, re.MULTILINE)
    assert found, said
    return found[1]


def answer_to(event: str) -> Callable[[list[Seen]], list[Seen]]:
    """Return what finds the answers to a message."""
    return lambda seen: [each for each in seen if each.answers == event]


def with_case_number(seen: list[Seen]) -> list[Seen]:
    """Return the messages that tell a case's number."""
    return [each for each in seen if CASE_NUMBER in each.body]


def asking_where(seen: list[Seen]) -> list[Seen]:
    """Return the messages that ask where a case is: the last that is said when one is registered."""
    return [each for each in seen if WHERE in each.body]


def asking_again(seen: list[Seen]) -> list[Seen]:
    """Return the messages that ask to write again what could not be read."""
    return [each for each in seen if ONCE_MORE in each.body]


def unsafe(seen: list[Seen]) -> list[Seen]:
    """Return the messages that were unreadable, or that the client warns of."""
    return [each for each in seen if not each.is_safe]

"""What the tests ask of the council's bot and of those who talk with it."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rehearsal.district import District
from tests.end_to_end.house import House
from tests.end_to_end.house import at_work as at_work_at_opening
from tests.real_client.real_client import Device, Mode, RealClient, Seen

PASSWORD = "a resident's own"
CONCERN = "!concern The bushes hide the footpath"
CASE_NUMBER = "TR-2026-"
_numbers = itertools.count(1)


@asynccontextmanager
async def at_work(district: District, folder: Path) -> AsyncIterator[House]:
    """Run the bot for as long as the block lasts, while time passes."""
    async with at_work_at_opening(district, folder) as house:
        house.clock.run()
        yield house


async def resident_of(district: District, client: RealClient, mode: Mode) -> Device:
    """Make somebody who has an identity and one device."""
    account = await district.homeserver.register(f"{district.prefix}resident{next(_numbers)}", PASSWORD)
    device = await client.sign_in(district.homeserver, account.user_id, PASSWORD, mode)
    await device.introduce()
    return device


def with_case_number(seen: list[Seen]) -> list[Seen]:
    """Return the messages that tell a case's number."""
    return [each for each in seen if CASE_NUMBER in each.body]


def unsafe(seen: list[Seen]) -> list[Seen]:
    """Return the messages that were unreadable, or that the client warns of."""
    return [each for each in seen if not each.is_safe]

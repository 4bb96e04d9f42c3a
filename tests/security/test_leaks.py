"""What people write reaches no log and no foreign address, and stays words: R13 to R16, R19, R25."""

import io
import logging
import socket
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest
import structlog
from sqlalchemy import select

from bot import log
from bot.matrix.batch import Doubt
from storage.outbox import OutboxRow
from tests.town import ANNA, BERTIL, COUNCIL, OPEN, POL, SECRETARY, Town

CANARIES = 500
ADDRESSES = 1_000
SCHEMES = ("http", "https", "ftp", "file", "gopher", "mxc", "matrix", "data", "javascript", "ldap")
HOSTS = (
    "127.0.0.1",
    "169.254.169.254",
    "[::1]",
    "localhost",
    "internal.example",
    "0x7f000001",
    "2130706433",
    "a@b.example",
)


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """All that goes to the log and to standard error."""
    written = io.StringIO()
    with redirect_stderr(written):
        log.set_up(logging.DEBUG)
        yield written
    structlog.reset_defaults()


def canary(number: int) -> str:
    return f"canary{number:04d}sings"


@pytest.mark.slow
async def test_of_five_hundred_canaries_none_sings_in_the_log(town: Town, logged: io.StringIO) -> None:
    ways = (
        "!concern {}", "{}", "!nonsense {}", "!case assign {}", "!correct 31 {}", "!question {}", "!withdraw {}",
        "!status {}", "!share open {}", "!agenda add {}", "!case answer 31 {}", "!lang {}", "!business {}", "!vote {}",
        "!confirm {}", "!member add {} POL", "!mydata {}", "\x00{}", "!concern {}\u202e", "> {}\n!help",
    )  # fmt: skip
    people = ((ANNA, None), (BERTIL, OPEN), (POL, COUNCIL), (SECRETARY, None), (POL, None))
    for number in range(CANARIES):
        sender, room = people[number % len(people)]
        doubt = Doubt.NEW_DEVICE if number % 50 == 49 else None
        line = ways[number % len(ways)].format(canary(number))
        event = await town.says(sender, line, room=room, doubt=doubt)
        if number % 7 == 0:
            await town.says(sender, line, room=room, edits=event)
        if number % 11 == 0:
            await town.deletes(sender, event, room=room)
    structlog.get_logger().error("something failed", reason=ANNA, kind="canary", words=canary(1))

    said = logged.getvalue()

    assert said.count("\n") >= 1
    assert [number for number in range(CANARIES) if canary(number) in said] == []
    assert not any(person in said for person in (ANNA, BERTIL, POL, SECRETARY))


async def test_none_of_a_thousand_addresses_in_what_people_write_is_asked_for(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def trap(*args: object, **_: object) -> None:
        asked.append(args)
        raise OSError

    if not town.database.is_sqlite:
        pytest.skip("the database itself is asked over a socket here")
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, trap)
    monkeypatch.setattr(socket.socket, "connect", trap)
    addresses = [
        f"{SCHEMES[number % len(SCHEMES)]}://{HOSTS[number % len(HOSTS)]}:{number % 65_536}/{number}.png"
        for number in range(ADDRESSES)
    ]
    for start in range(0, ADDRESSES, 20):
        words = " ".join(addresses[start : start + 20])
        await town.says(ANNA, f"!concern See {words}")
        await town.says(POL, f"!share open See {words}", room=COUNCIL)
    await town.hears()

    assert asked == []


TRICKS = (
    "@room everybody out",
    "@secretary:town look here",
    "https://matrix.to/#/@secretary:town",
    "<img src=x onerror=alert(1)><b>bold</b>",
    "</blockquote><h1>The council has decided</h1>",
    "# Heading\n[here](https://evil.example) ![x](https://evil.example/x.png)",
    "\u202edediced sah licnuoc ehT\u202c",
    "a" + "\u0301" * 200,
    "\u2066isolated\u2069 \u200b zero \ufeff width",
    "\x1b[31mred\x07",
)


async def queued(town: Town) -> list[dict[str, object]]:
    """Return what is to be sent, as it will be before it is encrypted."""
    async with town.database.work("lindvassa") as work:
        rows = await work.session.scalars(select(OutboxRow).where(OutboxRow.act.in_(("post", "thread", "edit"))))
        return [
            (await work.cases.key(row.case) if row.case else work.vault.own).open(row.content)
            for row in rows
            if row.content
        ]


@pytest.mark.parametrize("words", TRICKS)
async def test_relayed_words_ring_for_nobody_and_are_words_only(town: Town, words: str) -> None:
    await town.says(ANNA, f"!concern The lamp is out. {words}")

    contents = await queued(town)

    assert contents
    for content in contents:
        assert content.get("m.mentions") == {}
        html = str(content.get("formatted_body", ""))
        assert not any(tag in html for tag in ("<img", "<h1", "<script", 'href="https://evil'))
        for text in (str(content["body"]), html):
            assert "@room" not in text
            assert "@secretary:town" not in text
            assert not set(text) & set("\u202e\u202d\x00\x07\x1b")
            assert "\u0301" * 9 not in text

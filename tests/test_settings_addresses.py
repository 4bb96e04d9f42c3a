"""An address that could not work, or would carry secrets in clear, is told with what would be right."""

import pytest

from bot.settings import addresses
from bot.settings.addresses import address_of
from bot.settings.values import wrong_with


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("MatrixId", "@anna:example.org"),
        ("MatrixId", "@anna:[2001:db8::1]:8448"),
        ("RoomId", "!abc:example.org"),
        ("RoomId", "!abc"),
        ("ServerName", "example.org:8448"),
        ("HomeserverUrl", "https://matrix.example.org:8448/"),
        ("HomeserverUrl", "http://[::1]:8008"),
        ("HomeserverUrl", "http://localhost"),
        ("WebAddress", "https://trygghet.example.org/safety/"),
        ("WebAddress", "http://trygghet.example.org"),
        ("PingAddress", "https://watch.example.org/ping/abc?a=b"),
        ("HostName", "mail.example.org"),
        ("HostName", "2001:db8::1"),
        ("MailSender", "Lindvassa trygghetsråd <trygghet@lindvassa.example>"),
        ("MailSender", "trygghet@lindvassa.example"),
        ("Listen", "127.0.0.1:8480"),
        ("Listen", "[::1]:8480"),
    ],
)
def test_an_address_that_can_work_is_taken(kind: str, answer: str) -> None:
    assert wrong_with(getattr(addresses, kind), answer) is None


@pytest.mark.parametrize(
    ("kind", "answers", "told"),
    [
        ("MatrixId", ["anna", "@anna", "@a b:example.org", f"@{'a' * 250}:example.org"], "a full Matrix ID such as "),
        ("RoomId", ["#abc:example.org"], "not an alias; clients show it in the room's settings, Advanced"),
        ("RoomId", ["abc", f"!{'a' * 250}:example.org", "!a b:example.org"], "a room id such as "),
        ("ServerName", ["", "https://example.org", "example..org", "-example.org"], "a server name such as "),
        (
            "HomeserverUrl",
            [
                "matrix.example.org",
                "ftp://matrix.example.org",
                "https://",
                "https://a:b@matrix.example.org",
                "https://matrix.example.org:99999",
                "https://matrix.example.org:",
                "https://matrix.example.org:0",
                "https://matrix.example.org/?a=b",
                "https://matrix.example.org/#a",
                f"https://{'a' * 64}.example.org",
                "https://[::1",
            ],
            "the homeserver's address such as ",
        ),
        ("HomeserverUrl", ["https://matrix.example.org/_matrix"], ", without a path"),
        (
            "WebAddress",
            [
                "trygghet.example.org",
                "https://trygghet.example.org/?a=b",
                "https://trygghet.example.org/å",
                "https://trygghet.example.org/a b",
                'https://trygghet.example.org/"><script>',
            ],
            "the pages' public address such as ",
        ),
        ("PingAddress", ["watch.example.org", "https://u@watch.example.org"], "the whole address that is to be asked"),
        ("PingAddress", ["http://watch.example.org/ping"], "https:// (http:// is allowed for this very machine only)"),
        ("HostName", ["", "mail example", "https://mail.example.org", "1.2.3.4.5:25"], "the mail server's name such "),
        (
            "MailSender",
            ["trygghet", "trygghet@lindvassa", "a\nb <trygghet@lindvassa.example>", "<a b@lindvassa.example>"],
            "an address such as ",
        ),
        (
            "Listen",
            ["8480", "localhost:8480", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:8e1", "::1:8480"],
            "an IP address and a port such as ",
        ),
    ],
)
def test_an_address_that_cannot_is_told_with_what_would_be_right(kind: str, answers: list[str], told: str) -> None:
    for answer in answers:
        assert told in (wrong_with(getattr(addresses, kind), answer) or "nothing wrong"), answer


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("postgres://radslag@db/radslag", "postgresql+asyncpg://radslag@db/radslag"),
        (
            "postgresql://radslag@db:5432/radslag?ssl=require",
            "postgresql+asyncpg://radslag@db:5432/radslag?ssl=require",
        ),
        ("sqlite:////var/lib/radslag.db", "sqlite:////var/lib/radslag.db"),
    ],
)
def test_a_database_is_found_under_the_name_that_its_driver_has(typed: str, meant: str) -> None:
    assert address_of(typed) == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mysql://db/radslag", 'expected "postgresql://user@host/database" or "sqlite:////path/to/radslag.db"'),
        ("radslag.db", 'expected "postgresql://user@host/database" or "sqlite:////path/to/radslag.db"'),
        ("postgresql://", 'expected "postgresql://user@host/database" or "sqlite:////path/to/radslag.db"'),
        ("sqlite:///radslag.db", 'expected the whole path of a file, as "sqlite:////path/to/radslag.db"'),
        ("postgresql://db/r?sslmode=require", 'expected "?ssl=require" where other programs say sslmode=require'),
        ("postgresql://u@db:x/r", 'expected a port in figures, as "postgresql://user@host:5432/database"'),
    ],
)
def test_a_database_that_could_not_be_found_is_told_without_its_address(typed: str, told: str) -> None:
    with pytest.raises(ValueError, match="expected ") as wrong:
        address_of(typed)

    assert str(wrong.value) == told

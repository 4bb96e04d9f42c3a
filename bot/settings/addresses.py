"""Where people, rooms and machines are found: the addresses in settings, each with what would be right."""

import re
from email.utils import formataddr, parseaddr
from importlib.util import find_spec
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, SecretStr
from pydantic_core import PydanticCustomError

from bot.settings.values import expected, text

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_SERVER = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?"
_LOCAL = r"[\x21-\x39\x3b-\x7e]+"
LONGEST_ID_BYTES = 255


def _matrix_id(value: str) -> str:
    if not re.fullmatch(f"@{_LOCAL}:{_SERVER}", value) or len(value.encode()) > LONGEST_ID_BYTES:
        expected('a full Matrix ID such as "@anna:example.org"')
    return value


def _room_id(value: str) -> str:
    if value.startswith("#"):
        expected(
            'a room id such as "!abc:example.org", not an alias; clients show it in the room\'s settings, Advanced'
        )
    if not re.fullmatch(rf"!{_LOCAL}(?::{_SERVER})?", value) or len(value.encode()) > LONGEST_ID_BYTES:
        expected('a room id such as "!abc:example.org"')
    return value


def _server(value: str) -> str:
    if not re.fullmatch(_SERVER, value):
        expected('a server name such as "example.org"')
    return value


def _homeserver(value: str) -> str:
    address = 'the homeserver\'s address such as "https://matrix.example.org"'
    parts = _parted(value, address)
    host = parts.hostname or ""
    try:
        name = host.encode("idna").decode()
    except ValueError:
        expected(address)
    is_plain = value.isprintable() and not parts.netloc.endswith(":") and parts.port != 0
    if parts.query or not is_plain or not re.fullmatch(_SERVER, f"[{name}]" if ":" in name else name):
        expected(address)
    if parts.path.rstrip("/"):
        expected(f"{address}, without a path")
    _not_in_clear(parts)
    return value.rstrip("/")


def _web_address(value: str) -> str:
    address = 'the pages\' public address such as "https://trygghet.example.org"'
    parts = _parted(value, address)
    if parts.query or not re.fullmatch(r"[\x21-\x7e]+", value) or re.search(r"[<>\"'\\^`{|}]", value):
        expected(address)
    return value.rstrip("/")


def _ping(value: str) -> str:
    wanted = 'the whole address that is to be asked for, such as "https://watch.example.org/ping/abc"'
    _not_in_clear(_parted(value, wanted))
    return value


def _parted(value: str, wanted: str) -> SplitResult:
    """Take an address of the web apart; one without a host, or with a user or a fragment, is not what was wanted."""
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        expected(wanted)
    if parts.scheme not in {"http", "https"} or not host or parts.username or parts.fragment:
        expected(wanted)
    return parts


def _not_in_clear(parts: SplitResult) -> None:
    if parts.scheme == "http" and not _is_this_machine(parts.hostname or ""):
        expected("https:// (http:// is allowed for this very machine only)")


def _host(value: str) -> str:
    if not re.fullmatch(rf"{_LABEL}(?:\.{_LABEL})*", value) and not _is_address(value):
        expected('the mail server\'s name such as "mail.example.org"')
    return value


def _is_address(value: str) -> bool:
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _sender(value: str) -> str:
    name, address = parseaddr(value)
    if not re.fullmatch(rf"[^@\s<>]+@{_LABEL}(?:\.{_LABEL})+", address) or not value.isprintable():
        expected('an address such as "Lindvassa trygghetsråd <trygghet@lindvassa.example>"')
    return formataddr((name, address)) if name.isascii() else f'"{name}" <{address}>'


def _listen(value: str) -> str:
    wanted = 'an IP address and a port such as "127.0.0.1:8480"'
    host, _, port = value.rpartition(":")
    try:
        ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        expected(wanted)
    if not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536 or ("[" in host) != (":" in host):
        expected(wanted)
    return value


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def database_url(value: SecretStr) -> SecretStr:
    """Return a database's address as SQLAlchemy wants it."""
    scheme, found, rest = value.get_secret_value().partition("://")
    drivers = {
        "sqlite": "sqlite",
        "postgres": "postgresql+asyncpg",
        "postgresql": "postgresql+asyncpg",
        "postgresql+asyncpg": "postgresql+asyncpg",
    }
    if not found or scheme not in drivers or not rest.strip("/"):
        expected('"postgresql://user@host/database" or "sqlite:////path/to/radslag.db"')
    if scheme.startswith("sqlite") and not rest.startswith("//"):
        expected('the whole path of a file, as "sqlite:////path/to/radslag.db"')
    if scheme != "sqlite" and find_spec("asyncpg") is None:
        expected("the extra for PostgreSQL to be installed beside it, with: pip install 'radslag[postgres]'")
    if "sslmode=" in rest:
        expected('"?ssl=require" where other programs say sslmode=require')
    try:
        _ = urlsplit(f"//{rest}").port
    except ValueError:
        expected('a port in figures, as "postgresql://user@host:5432/database"')
    return SecretStr(f"{drivers[scheme]}://{rest}")


def address_of(database: str) -> str:
    """Return a database's address, typed by somebody, as SQLAlchemy wants it.

    Raises:
        ValueError: it is none; the text says what would be right.
    """
    try:
        return database_url(SecretStr(database)).get_secret_value()
    except PydanticCustomError as wrong:
        raise ValueError(f"expected {wrong.context['expected'] if wrong.context else 'an address'}") from None


MatrixId = Annotated[str, AfterValidator(_matrix_id), text(pattern="^@[^:\\s]+:.+$", examples=["@anna:example.org"])]
RoomId = Annotated[str, AfterValidator(_room_id), text(pattern="^!\\S+$", examples=["!abc:example.org"])]
ServerName = Annotated[str, AfterValidator(_server), text(examples=["example.org"])]
HomeserverUrl = Annotated[str, AfterValidator(_homeserver), text(examples=["https://matrix.example.org"])]
WebAddress = Annotated[str, AfterValidator(_web_address), text(examples=["https://trygghet.example.org"])]
Listen = Annotated[str, AfterValidator(_listen), text(examples=["127.0.0.1:8480"])]
PingAddress = Annotated[str, AfterValidator(_ping), text(examples=["https://watch.example.org/ping/abc"])]
HostName = Annotated[str, AfterValidator(_host), text(examples=["mail.example.org"])]
MailSender = Annotated[
    str, AfterValidator(_sender), text(examples=["Lindvassa trygghetsråd <trygghet@lindvassa.example>"])
]
DatabaseUrl = Annotated[SecretStr, AfterValidator(database_url)]
